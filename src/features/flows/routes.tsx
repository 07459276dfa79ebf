import { type Context, Hono } from "hono"
import { allowed, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { rolesFor } from "../../rights/rights.ts"
import { readDay } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { findHomePlace, findPlace, type Place } from "../places/queries.ts"
import { listDeskPlaces } from "../register/desk-queries.ts"
import { readKind, readSector } from "../register/vocabulary.ts"
import { countFlows, type FlowLine, type FlowRecord, flowLines, listFlow } from "./flows.ts"
import { flowRecordsList, flowsList } from "./flows-list.ts"
import { type AskedFlows, FlowsPage, mostShown } from "./flows-page.tsx"

const address = "/ban-lam-viec/bien-dong"
/** More organisations than a country has. */
const mostInFile = 1_000_000

/** What came and what went, counted from the register; figures that anyone may know. */
export const flows = new Hono<DeskEnv>()
  .get(address, signedIn, allowed("see_organisations"), async (c) => {
    const { db, person, view } = c.var
    const asked = await readAsked(c)
    const { to, line, kind } = asked
    const scope = scopeOf(asked)
    const [choices, counts, records] = await Promise.all([
      listDeskPlaces(db, person, to),
      countFlows(db, scope),
      line ? listFlow(db, scope, { line, kind, today: view.today, limit: mostShown, offset: 0 }) : [],
    ])
    const shown = { asked, choices, flows: counts, records }
    return renderPage(c, <FlowsPage view={view} person={person} {...shown} />)
  })

  // What a figure opens to is a list of its own.
  .route(
    "/",
    deskFiles<FlowLine | FlowRecord>(address, "see_organisations", async (c) => {
      const { db, view } = c.var
      const asked = await readAsked(c)
      const scope = scopeOf(asked)
      const { line, kind } = asked
      if (!line) return flowsList(view, asked, await countFlows(db, scope)) as List<FlowLine | FlowRecord>
      const records = await listFlow(db, scope, {
        line,
        kind,
        today: view.today,
        limit: mostInFile,
        offset: 0,
      })
      return flowRecordsList(view, asked, records) as List<FlowLine | FlowRecord>
    }),
  )

function scopeOf({ place, sector, from, to }: AskedFlows) {
  return { placeId: place?.id ?? null, sector: sector ?? null, from, to }
}

async function readAsked(c: Context<DeskEnv>): Promise<AskedFlows> {
  const { db, view } = c.var
  const typed = { from: c.req.query("tu")?.trim(), to: c.req.query("den")?.trim() }
  const [from, to] = [readDay(typed.from), readDay(typed.to)]
  const isRead = from !== undefined && to !== undefined && from <= to
  const slug = c.req.query("dia-ban")?.replaceAll("\0", "")
  const place = (slug ? await findPlace(db, slug) : undefined) ?? (await findOwnPlace(c))
  return {
    // The nation is everywhere: nothing narrows it.
    place: place?.level === "nation" ? undefined : place,
    sector: readSector(c.req.query("linh-vuc")),
    from: isRead ? from : `${view.today.slice(0, 4)}-01-01`,
    to: isRead ? to : view.today,
    line: flowLines.find((line) => line === c.req.query("dong")),
    kind: readKind(c.req.query("loai")),
    isUnread: Boolean(typed.from || typed.to) && !isRead,
  }
}

/** The place one answers for; the portal's own for those who answer for all of it. */
async function findOwnPlace(c: Context<DeskEnv>): Promise<Place | undefined> {
  const { db, person } = c.var
  const id = rolesFor(person, "see_organisations").find(({ place_id }) => place_id !== null)?.place_id
  if (!id) return await findHomePlace(db)
  const own = await db.selectFrom("places").select("slug").where("id", "=", id).executeTakeFirstOrThrow()
  return await findPlace(db, own.slug)
}
