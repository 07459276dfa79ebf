import type { Context } from "hono"
import type { DeskEnv } from "../../rights/guard.ts"
import { type FormState, hasSameValues } from "../../web/forms.ts"
import { type Draft, type DraftKey, findDraft } from "./queries.ts"

/** What a page says of a draft: that there is one, or that the form was filled from it. */
export type OfferedDraft = Pick<Draft, "saved_at"> & { isUsed: boolean }

export type OpenedForm = { form: FormState; draft: OfferedDraft | undefined }

/** The word in the address that asks for the draft. */
export const draftQuery = { "ban-nhap": "dung" }

/**
 * A form as its page opens: with what the record holds, and with the person's draft where they ask for it. A draft
 * that says nothing else than the record is not worth a word.
 */
export async function openForm<Kind extends DeskEnv>(
  c: Context<Kind>,
  key: Omit<DraftKey, "userId">,
  start: FormState,
): Promise<OpenedForm> {
  const draft = await findDraft(c.var.db, { ...key, userId: c.var.person.id })
  if (!draft || hasSameValues(draft.content, start.values)) return { form: start, draft: undefined }

  const isUsed = c.req.query("ban-nhap") === draftQuery["ban-nhap"]
  const form = isUsed ? { ...start, values: draft.content } : start
  return { form, draft: { saved_at: draft.saved_at, isUsed } }
}
