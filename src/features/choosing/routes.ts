import { type Context, Hono } from "hono"
import { type DeskEnv, signedIn } from "../../rights/guard.ts"
import { findCandidates, type PickKind } from "./candidates.ts"

/** What <pick-one> asks while someone types. */
export const choosing = new Hono<DeskEnv>()
  .use("/ban-lam-viec/chon/*", signedIn)
  .get("/ban-lam-viec/chon/dia-ban", (c) => answer(c, c.req.query("cap") === "xa" ? "commune" : "place"))
  .get("/ban-lam-viec/chon/to-chuc", (c) => answer(c, "organisation"))

async function answer(c: Context<DeskEnv>, kind: PickKind) {
  const { db, view } = c.var
  const { list, hasMore } = await findCandidates(db, {
    kind,
    text: (c.req.query("tim") ?? "").replaceAll("\0", ""),
    day: view.today,
    locale: view.locale,
  })
  return c.json({ list, hasMore })
}
