import type { Context } from "hono"
import type { Query } from "../../paths.ts"
import { readDay } from "../../ui/format.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import type { Env } from "../../web/view.ts"
import {
  findPlace,
  findPlacesByName,
  isReasonableDay,
  listCommuneIds,
  type Place,
  type PlaceWithParent,
} from "../places/queries.ts"
import type { Order, RegisterFilter, Sorting } from "./queries.ts"
import { readSearch } from "./search.ts"
import {
  type AskedOcop,
  type AskedSize,
  ocopWord,
  readOcop,
  readSize,
  readSizeYear,
  sizeWord,
} from "./sizes.ts"
import {
  type Kind,
  kindWord,
  readKind,
  readSector,
  readStatus,
  type Sector,
  type Status,
  sectorWord,
  statusWord,
} from "./vocabulary.ts"

const sortWords: Record<Sorting, string> = {
  relevance: "phu-hop",
  name: "ten",
  founded: "thanh-lap",
  place: "dia-ban",
}

/** What an address asks of the register. What could not be read is kept too, to be said beside its field. */
export type Asked = {
  text: string
  kind?: Kind
  sector?: Sector
  status?: Status | "any"
  size?: AskedSize | undefined
  ocop?: AskedOcop | undefined
  place?: Place
  /** Typed as a place: a name that several places have, or none. */
  placeText: string
  namesakes: PlaceWithParent[]
  day?: string
  unreadDay?: string
  /** The register as it was known at the end of this day. */
  known?: string | undefined
  unreadKnown?: string | undefined
  order: Order
  /** True where the reader chose the order. */
  isSorted: boolean
  page: number
}

/** Longer than anything a person types; the rest of what a machine sends is not shown back. */
const longestTyped = 200

export async function readAsked<Kind extends Env>(c: Context<Kind>): Promise<Asked> {
  const typed = (name: string) => (c.req.query(name) ?? "").replaceAll("\0", "").trim().slice(0, longestTyped)
  const text = typed("tim")
  const day = readDay(typed("ngay"))
  const isDay = day !== undefined && isReasonableDay(day)
  const by = (Object.keys(sortWords) as Sorting[]).find((each) => sortWords[each] === typed("sap-xep"))
  const placeText = typed("dia-ban")
  const status = typed("tinh-trang")
  return {
    text,
    kind: readKind(typed("loai")),
    sector: readSector(typed("linh-vuc")),
    status: status === "tat-ca" ? "any" : readStatus(status),
    size: readSize(typed("quy-mo")),
    ocop: readOcop(typed("ocop")),
    ...(await readPlace(c, placeText, isDay ? day : c.var.view.today)),
    day: isDay ? day : undefined,
    unreadDay: isDay ? undefined : typed("ngay") || undefined,
    order: { by: by ?? "relevance", descending: typed("chieu") === "giam" },
    isSorted: by !== undefined && by !== "relevance",
    page: readPage(typed("trang")),
  }
}

/** A slug, as the list of places gives it; or a name, as people type it. */
async function readPlace<Kind extends Env>(c: Context<Kind>, placeText: string, day: string) {
  if (!placeText) return { placeText, namesakes: [] }

  const { db } = c.var
  const place = await findPlace(db, placeText)
  if (place) return { place, placeText: "", namesakes: [] }

  const found = await findPlacesByName(db, placeText, day)
  const certain = found.filter((each) => each.is_exact && each.is_in_force)
  const [only] = certain.length > 0 ? certain : found
  const isOne = certain.length === 1 || found.length === 1
  return isOne && only
    ? { place: only, placeText: "", namesakes: [] }
    : { placeText, namesakes: certain.length > 1 ? certain : found }
}

export async function filterOf<Kind extends Env>(c: Context<Kind>, asked: Asked): Promise<RegisterFilter> {
  const { today } = c.var.view
  const day = asked.day ?? today
  const { kind, sector, status, size, ocop, place, known } = asked
  const isUnknownPlace = asked.placeText !== ""
  return {
    day,
    // All that is known now is known today.
    knownOn: known !== undefined && known < today ? known : undefined,
    search: readSearch(asked.text),
    kind,
    sector,
    status,
    ocop,
    size: size && { ...size, year: await readSizeYear(c.var.db, day) },
    placeIds: place ? await listCommuneIds(c.var.db, place, day) : isUnknownPlace ? [] : undefined,
  }
}

/** What was asked for, as an address carries it; `changed` overrides parts of it. */
export function queryOf(asked: Asked, changed: Query = {}): Query {
  return {
    tim: asked.text,
    loai: asked.kind && kindWord(asked.kind),
    "linh-vuc": asked.sector && sectorWord(asked.sector),
    "dia-ban": asked.place?.slug ?? asked.placeText,
    "tinh-trang": asked.status === "any" ? "tat-ca" : asked.status && statusWord(asked.status),
    "quy-mo": asked.size && sizeWord(asked.size),
    ocop: asked.ocop && ocopWord(asked.ocop),
    ngay: asked.day,
    "biet-den": asked.known,
    "sap-xep": asked.isSorted ? sortWords[asked.order.by] : undefined,
    chieu: asked.order.descending ? "giam" : undefined,
    ...changed,
  }
}

export function sortWord(sorting: Sorting) {
  return sortWords[sorting]
}
