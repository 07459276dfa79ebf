import type { Context } from "hono"
import type { Env } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { type ListedOrganisation, listByIds, type RegisterFilter } from "./queries.ts"
import { columnTexts } from "./texts.ts"
import { kindName, sectorName, statusName } from "./vocabulary.ts"

/** How many records are read at a time; no connection is held between. */
const batch = 1_000

type AskedDays = Pick<RegisterFilter, "day" | "knownOn">

export function csvHeading({ locale }: Env["Variables"]["view"]) {
  const t = columnTexts[locale]
  return [t.code, t.name, t.kind, t.sector, t.status, t.place, t.parent, t.founded, t.address]
}

/** The list as rows of a table, in the order of the page. */
export async function* csvRows(c: Context<Env>, ids: readonly number[], asked: AskedDays) {
  const { locale, origin, paths } = c.var.view
  for await (const row of records(c, ids, asked)) {
    yield [
      row.code,
      row.name,
      kindName(row.kind, locale),
      sectorName(row.sector, locale),
      statusName(row.status, locale),
      placeName({ kind: row.place_kind, name: row.place_name }, locale),
      row.parent_kind && row.parent_name
        ? placeName({ kind: row.parent_kind, name: row.parent_name }, locale)
        : null,
      row.founded_on,
      origin + paths.organisation(row),
    ]
  }
}

/** The same as JSON, with the stored words instead of the read ones. */
export async function* jsonParts(c: Context<Env>, ids: readonly number[], asked: AskedDays) {
  const { origin, paths } = c.var.view
  const { day, knownOn = null } = asked
  yield `{"as_of":${JSON.stringify(day)},"as_known_on":${JSON.stringify(knownOn)},"count":${ids.length},"organisations":[`
  let separator = "\n"
  for await (const row of records(c, ids, asked)) {
    const { slug, code, name, kind, sector, status, founded_on, place_slug, place_name } = row
    const record = { slug, code, name, kind, sector, status, founded_on, place_slug, place_name }
    yield `${separator}${JSON.stringify({ ...record, address: origin + paths.organisation(row) })}`
    separator = ",\n"
  }
  yield "\n]}\n"
}

async function* records(
  c: Context<Env>,
  ids: readonly number[],
  asked: AskedDays,
): AsyncGenerator<ListedOrganisation> {
  for (let start = 0; start < ids.length; start += batch) {
    yield* await listByIds(c.var.db, ids.slice(start, start + batch), asked)
  }
}
