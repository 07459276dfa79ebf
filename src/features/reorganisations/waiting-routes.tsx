import { type Context, Hono } from "hono"
import { inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { readBody } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { waitingList } from "./lists.ts"
import { listWaiting, placeWaiting } from "./waiting.ts"
import { choiceField, WaitingPage } from "./waiting-page.tsx"

const root = "/ban-lam-viec/cho-xep-dia-ban"
const perPage = 100
/** More than are ever divided at once. */
const mostInFile = 100_000

/** Organisations whose commune was divided: an officer says where each is. */
export const waitingForPlace = new Hono<DeskEnv>()
  .use(root, signedIn, allowed("keep_organisation"))

  .route(
    "/",
    deskFiles(root, "keep_organisation", async (c) => {
      const { rows } = await listWaiting(c.var.db, c.var.person, { limit: mostInFile })
      return waitingList(c.var.view, rows)
    }),
  )

  .get(root, (c) => {
    const placed = Number(c.req.query("da-xep"))
    return render(c, { placed: Number.isSafeInteger(placed) && placed > 0 ? placed : undefined })
  })

  .post(root, async (c) => {
    const { db, view, person } = c.var
    const body = await readBody(c)
    const { rows } = await listWaiting(db, person, { limit: perPage })
    const choices = new Map<number, number>()
    for (const { organisation_id } of rows) {
      const chosen = Number(body[choiceField(organisation_id)])
      if (Number.isSafeInteger(chosen) && chosen > 0) choices.set(organisation_id, chosen)
    }
    if (choices.size === 0) return render(c, { isEmptyHanded: true })
    const placed = await inTransaction(db, (trx) =>
      placeWaiting(trx, person, (place_id) => authorOf(c, "keep_organisation", { place_id }), choices),
    )
    return c.redirect(view.paths.waitingForPlace({ "da-xep": String(placed) }), 303)
  })

async function render(
  c: Context<DeskEnv>,
  { placed, isEmptyHanded = false }: { placed?: number | undefined; isEmptyHanded?: boolean },
) {
  const { db, view, person } = c.var
  const list = await listWaiting(db, person, { limit: perPage })
  return renderPage(
    c,
    <WaitingPage view={view} person={person} {...list} placed={placed} isEmptyHanded={isEmptyHanded} />,
    { status: isEmptyHanded ? 422 : 200 },
  )
}
