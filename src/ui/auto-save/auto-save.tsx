import type { Child } from "hono/jsx"
import { type Query, withQuery } from "../../paths.ts"
import type { View } from "../../web/view.ts"
import { Button, ButtonLink } from "../button/button.tsx"
import { formatDay, inVietnam } from "../format.ts"
import { texts } from "./texts.ts"

type AutoSaveProps = {
  view: View
  /** Which form, and which record it is about: the same as for `openForm`. */
  form: string
  record: string
  /** Whose browser may keep what can't be sent: the id of who types. Without it nothing stays behind on a device. */
  keptHereFor?: string
  children: Child
}

/** Keeps what is typed in the form inside it as a draft, a while after typing stops. */
export function AutoSave({ view, form, record, keptHereFor, children }: AutoSaveProps) {
  const t = texts[view.locale]
  return (
    <auto-save
      address={view.paths.draft(form, record)}
      saved={t.saved}
      lost={t.lost}
      signed-out={t.signedOut}
      refused={t.refused}
      kept-here={keptHereFor && `hoptac.${keptHereFor}.${form}.${record}`}
    >
      {keptHereFor && (
        <div class="auto-save__offer notice" hidden>
          <p>{t.keptHere}</p>
          <p class="form__actions">
            <button type="button" class="button">
              {t.use}
            </button>
            <button type="button" class="button button--quiet">
              {t.dropKept}
            </button>
          </p>
        </div>
      )}
      {children}
      <p class="auto-save__status" role="status"></p>
    </auto-save>
  )
}

type DraftNoticeProps = {
  view: View
  form: string
  record: string
  draft: { saved_at: Date; isUsed: boolean } | undefined
  /** What asks for the draft, in the address of the form. */
  query: Query
}

/** Offers the draft that was kept, above the form it belongs to. */
export function DraftNotice({ view, form, record, draft, query }: DraftNoticeProps) {
  if (!draft) return null
  const t = texts[view.locale]
  const { day, hour } = inVietnam(draft.saved_at)
  const words = draft.isUsed ? t.used : t.offered
  return (
    <div class="draft-notice notice">
      <p>{words(hour, formatDay(day, view.locale))}</p>
      <form class="form__actions" method="post" action={view.paths.draftRemoval(form, record)}>
        <input type="hidden" name="tro-lai" value={view.path} />
        {!draft.isUsed && <ButtonLink href={withQuery(view.path, query)}>{t.use}</ButtonLink>}
        <Button quiet>{t.drop}</Button>
      </form>
    </div>
  )
}
