import type { Context } from "hono"
import type { Column, List } from "../../web/list-file.ts"
import type { Env } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import type { Asked } from "./asked.ts"
import { type ListedOrganisation, listByIds, type RegisterFilter } from "./queries.ts"
import { axisName, classOfSizeName } from "./sizes.ts"
import { columnTexts, texts } from "./texts.ts"
import { kindName, sectorName, statusName } from "./vocabulary.ts"

type Reader = Pick<Context<Env>, "var">

/** How many records are read at a time; no connection is held between. */
const batch = 1_000

/** The list as a file, in the order of the page: its rows are read bit by bit. */
export function registerList(
  c: Reader,
  name: string,
  { ids, filter, asked }: { ids: readonly number[]; filter: RegisterFilter; asked: Asked },
): List<ListedOrganisation> {
  const { view } = c.var
  return {
    name,
    title: texts[view.locale].register,
    columns: columnsOf(c),
    rows: records(c, ids, filter),
    rowsKey: "organisations",
    about: aboutOf(c, ids.length, filter, asked),
  }
}

function columnsOf(c: Reader): Column<ListedOrganisation>[] {
  const { locale, origin, paths } = c.var.view
  const t = columnTexts[locale]
  return [
    { key: "slug", heading: "slug", isForPrograms: true, value: ({ slug }) => slug },
    { key: "code", heading: t.code, value: ({ code }) => code },
    { key: "name", heading: t.name, value: ({ name }) => name },
    { key: "kind", heading: t.kind, value: ({ kind }) => kindName(kind, locale), stored: ({ kind }) => kind },
    {
      key: "sector",
      heading: t.sector,
      value: ({ sector }) => sectorName(sector, locale),
      stored: ({ sector }) => sector,
    },
    {
      key: "status",
      heading: t.status,
      value: ({ status }) => statusName(status, locale),
      stored: ({ status }) => status,
    },
    {
      key: "place_name",
      heading: t.place,
      value: (row) => placeName({ kind: row.place_kind, name: row.place_name }, locale),
      stored: ({ place_name }) => place_name,
    },
    { key: "place_slug", heading: "place_slug", isForPrograms: true, value: ({ place_slug }) => place_slug },
    {
      key: "parent_name",
      heading: t.parent,
      value: (row) =>
        row.parent_kind && row.parent_name
          ? placeName({ kind: row.parent_kind, name: row.parent_name }, locale)
          : null,
      stored: ({ parent_name }) => parent_name,
    },
    { key: "founded_on", heading: t.founded, kind: "day", value: ({ founded_on }) => founded_on },
    { key: "address", heading: t.address, value: (row) => origin + paths.organisation(row) },
  ]
}

/** What the list is narrowed to, in words. */
function aboutOf({ var: { view } }: Reader, count: number, { day, knownOn }: RegisterFilter, asked: Asked) {
  const { locale } = view
  const t = texts[locale]
  const filters: [string, string, string | undefined][] = [
    ["search", t.find, asked.text || undefined],
    ["kind", t.kind, asked.kind && kindName(asked.kind, locale)],
    ["sector", t.sector, asked.sector && sectorName(asked.sector, locale)],
    ["place", t.place, asked.place ? placeName(asked.place, locale) : asked.placeText || undefined],
    [
      "status",
      t.status,
      asked.status === "any" ? t.anyStatus : asked.status && statusName(asked.status, locale),
    ],
    [
      "size",
      t.size,
      asked.size && `${axisName(asked.size.axis, locale)}: ${classOfSizeName(asked.size.class, locale)}`,
    ],
    ["ocop", t.ocop, asked.ocop && (asked.ocop === "any" ? t.hasOcop : t.ocopStars(asked.ocop))],
  ]
  return [
    { key: "as_of", label: t.asOf, value: day },
    { key: "as_known_on", label: t.asKnown, value: knownOn ?? null },
    { key: "count", label: columnTexts[locale].count, value: count },
    ...filters.flatMap(([key, label, value]) => (value ? [{ key, label, value }] : [])),
  ]
}

async function* records(
  c: Reader,
  ids: readonly number[],
  asked: Pick<RegisterFilter, "day" | "knownOn">,
): AsyncGenerator<ListedOrganisation> {
  for (let start = 0; start < ids.length; start += batch) {
    yield* await listByIds(c.var.db, ids.slice(start, start + batch), asked)
  }
}
