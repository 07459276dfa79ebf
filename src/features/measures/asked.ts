import type { Context } from "hono"
import type { Database } from "../../database/connection.ts"
import type { Query } from "../../paths.ts"
import { readDay } from "../../ui/format.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import type { Env } from "../../web/view.ts"
import { readAskedUnits } from "../places/asked-day.ts"
import { findPlace } from "../places/queries.ts"
import { readSector, sectorWord } from "../register/vocabulary.ts"
import type { Measure } from "./catalogue.ts"
import { type RecordOrder, recordOrders } from "./record-list.ts"
import { type Denominator, denominators, type Scope, type Sector } from "./scope.ts"

/** Words of the address, in the order of `denominators` and `recordOrders`. */
export const denominatorWords: Record<Denominator, string> = {
  all: "tat-ca",
  operating: "dang-hoat-dong",
  reporting: "co-bao-cao",
  rated: "da-xep-loai",
}
export const orderWords: Record<RecordOrder, string> = {
  name: "ten",
  place: "dia-ban",
  sector: "linh-vuc",
  amount: "so-lieu",
  day: "ngay",
  code: "ma-so",
}

const fundWords = [
  ["tinh-ca", "in"],
  ["khong-tinh", "out"],
] as const

export type AskedPlace = { id: number; slug: string; name: string; kind: string }

/** What an address narrows a figure to, and how it wants its records listed. */
export type Asked = {
  /** None: the whole of what the page is about. */
  place: AskedPlace | null
  sector: Sector | null
  denominator: Denominator | null
  /** Credit funds counted in or left out, where that is otherwise than usual. */
  creditFunds?: "in" | "out" | null
  day: string | undefined
  /** Typed where a day was expected, but none could be read. */
  unread: string | undefined
  from: string | undefined
  /** The day whose units the parts are shown on, and what was typed where none could be read. */
  unitsOn: string | undefined
  unitsUnread: string | undefined
  order: RecordOrder
  direction: "asc" | "desc"
  page: number
}

/** Nothing where the address names a place that never was. */
export async function readAsked(c: Context<Env>, db: Database, measure: Measure): Promise<Asked | undefined> {
  const slug = c.req.query("dia-ban")
  const place = slug ? await findPlace(db, slug) : null
  if (place === undefined) return undefined

  const typed = c.req.query("ngay")
  const day = readDay(typed)
  const denominator = denominators.find((each) => denominatorWords[each] === c.req.query("mau-so"))
  return {
    place,
    sector: readSector(c.req.query("linh-vuc")) ?? null,
    denominator: denominator && measure.denominators.includes(denominator) ? denominator : null,
    creditFunds: fundWords.find(([word]) => word === c.req.query("quy-tin-dung"))?.[1] ?? null,
    day,
    unread: day ? undefined : typed || undefined,
    from: readDay(c.req.query("tu")),
    ...readAskedUnits(c, day ?? c.var.view.today),
    order: recordOrders.find((each) => orderWords[each] === c.req.query("sap-xep")) ?? "name",
    direction: c.req.query("chieu") === "giam" ? "desc" : "asc",
    page: readPage(c.req.query("trang")),
  }
}

/** The scope of a page, narrowed to what was asked for. */
export function narrow(scope: Scope, asked: Asked): Scope {
  return {
    ...scope,
    placeId: asked.place?.id ?? scope.placeId,
    sector: asked.sector ?? scope.sector ?? null,
    denominator: asked.denominator ?? scope.denominator ?? null,
    ...(asked.creditFunds === "in" && { withCreditFunds: true }),
    ...(asked.creditFunds === "out" && { withoutCreditFunds: true }),
  }
}

/** What was asked for, as an address carries it; `changed` overrides parts of it. */
export function queryOf(asked: Asked, changed: Query = {}): Query {
  return {
    ngay: asked.day,
    tu: asked.from,
    "dia-ban": asked.place?.slug,
    "linh-vuc": asked.sector ? sectorWord(asked.sector) : undefined,
    "don-vi": asked.unitsOn,
    "mau-so": asked.denominator ? denominatorWords[asked.denominator] : undefined,
    "quy-tin-dung": fundWords.find(([, funds]) => funds === asked.creditFunds)?.[0],
    ...changed,
  }
}
