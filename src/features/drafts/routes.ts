import { type Context, Hono } from "hono"
import { type DeskEnv, signedIn } from "../../rights/guard.ts"
import { inVietnam } from "../../ui/format.ts"
import { readBody, wordsOf } from "../../web/forms.ts"
import { onThisSite } from "../../web/text-size-routes.ts"
import { type DraftKey, dropDraft, saveDraft } from "./queries.ts"

const address = "/ban-lam-viec/ban-nhap/:form{[a-z][a-z0-9-]{0,63}}/:record{[a-z0-9-]{1,120}}"

/** Everyone keeps their own drafts, and nobody sees another's. */
export const drafts = new Hono<DeskEnv>()
  .use("/ban-lam-viec/ban-nhap/*", signedIn)

  .put(address, async (c) => {
    const content = wordsOf(await readBody(c))
    const savedAt = await saveDraft(c.var.db, keyOf(c), content)
    return c.json({ hour: inVietnam(savedAt).hour })
  })

  .post(`${address}/loai-bo`, async (c) => {
    const body = await readBody(c)
    await dropDraft(c.var.db, keyOf(c))
    return c.redirect(onThisSite(body["tro-lai"]) ?? c.var.view.paths.desk(), 303)
  })

function keyOf(c: Context<DeskEnv>): DraftKey {
  return { userId: c.var.person.id, form: c.req.param("form")!, record: c.req.param("record")! }
}
