import { parseHTML } from "linkedom"
import { inLanguage, pathsIn } from "../src/paths.ts"

export type PublicPage = {
  /** What kind of page it is, in words that tell it apart from the others. */
  kind: string
  path: string
  status: 200 | 404
}

/** Answers with the words of a page, or with nothing where there is none. */
type Read = (path: string) => Promise<string | undefined>

const paths = pathsIn("vi")

/**
 * One page of every kind the public can see, in Vietnamese. Found by following links, as a reader comes to them, so
 * that no record of the sample province is known here by name.
 */
export async function findPublicPages(read: Read): Promise<PublicPage[]> {
  const pages = (
    await Promise.all([
      others,
      news(read),
      plans(read),
      measures(),
      closedRounds(read),
      places(),
      register(read),
    ])
  ).flat()
  return pages.map(({ status = 200, ...page }) => ({ ...page, status }))
}

/** The same page in English. */
export function inEnglish({ kind, path, status }: PublicPage): PublicPage {
  return { kind: `${kind}, in English`, path: inLanguage(path, "en"), status }
}

type Found = Omit<PublicPage, "status"> & { status?: 200 | 404 }

async function news(read: Read): Promise<Found[]> {
  const list = await linksOn(read, paths.articles())
  const section = first(list, /^\/chuyen-muc\/[^/?]+$/, "a section on the list of news")
  const article = first(list, /^\/tin-tuc\/[^/?]+$/, "an article on the list of news")
  return [
    { kind: "list of news", path: paths.articles() },
    { kind: "page of the news there is none of", path: paths.articles(999), status: 404 },
    { kind: "section", path: section },
    { kind: "article", path: article },
    { kind: "article in print", path: `${article}/ban-in` },
    { kind: "highlights", path: paths.highlights() },
  ]
}

async function plans(read: Read): Promise<Found[]> {
  const listed = (await linksOn(read, paths.plans())).filter((link) => /^\/ke-hoach\/[^/?]+$/.test(link))
  for (const plan of new Set(listed)) {
    const links = await linksOn(read, plan)
    const targets = new Set(links.filter((link) => /\/chi-tieu\/[^/?#]+$/.test(link)))
    if (targets.size === 0) continue

    const announcement = links.find((link) => /^\/tin-tuc\/[^/?]+$/.test(link))
    const narrowed = await narrowedTarget(read, [...targets])
    return [
      { kind: "list of plans", path: paths.plans() },
      { kind: "plan", path: plan },
      { kind: "plan as of a past day", path: `${plan}?ngay=31%2F12%2F2023` },
      { kind: "plan before it began", path: `${plan}?ngay=2019-06-30` },
      { kind: "plan as of a day nobody can read", path: `${plan}?ngay=30%2F2%2F2023` },
      ...(announcement ? [{ kind: "article that announces a plan", path: announcement }] : []),
      ...[...targets].map((path, index) => ({ kind: `target ${index + 1}`, path })),
      { kind: "target narrowed to a place and a sector", path: narrowed },
    ]
  }
  throw new Error("No plan with targets was found")
}

async function narrowedTarget(read: Read, targets: string[]) {
  for (const target of targets) {
    const place = (await linksOn(read, target)).find((link) => /[?&]dia-ban=/.test(link))
    if (place) return `${place.replace(/#.*/, "")}&linh-vuc=nong-nghiep`
  }
  throw new Error("No target with figures by place was found")
}

function measures(): Found[] {
  const codes = {
    "a stock": "cooperatives",
    "a flow": "cooperatives_founded",
    "a share": "cooperatives_profitable_share",
    "a share of rated ones": "cooperatives_good_or_fair_share",
    communes: "communes_with_lasting_model_share",
    people: "members",
    hectares: "large_field_area",
    "an average of money": "average_revenue",
    "yes or no": "high_technology",
  }
  return [
    { kind: "list of measures", path: paths.measures() },
    ...Object.entries(codes).map(([kind, code]) => ({
      kind: `measure of ${kind}`,
      path: paths.measure(code),
    })),
    {
      kind: "measure as of a past day, sorted, second page",
      path: paths.measure("cooperatives", {
        ngay: "2022-12-31",
        "sap-xep": "dia-ban",
        chieu: "giam",
        trang: 2,
      }),
    },
    {
      kind: "measure narrowed to nothing",
      path: paths.measure("credit_funds", { "dia-ban": "xa-hon-nghe-30814", "linh-vuc": "van-tai" }),
    },
  ]
}

async function closedRounds(read: Read): Promise<Found[]> {
  const round = first(await linksOn(read, paths.closedRounds()), /^\/dot-bao-cao\/[^/?]+$/, "a closed round")
  const slug = round.split("/").at(-1)!
  return [
    { kind: "list of closed rounds", path: paths.closedRounds() },
    { kind: "closed round", path: round },
    { kind: "closed round in a sector", path: paths.closedRound({ slug }, { "linh-vuc": "nong-nghiep" }) },
    { kind: "frozen figure", path: paths.frozenMeasure({ slug }, "cooperatives") },
    { kind: "frozen average", path: paths.frozenMeasure({ slug }, "average_revenue") },
    { kind: "frozen figure there is none of", path: paths.frozenMeasure({ slug }, "none"), status: 404 },
  ]
}

/** Places are real, so their addresses may be written down. */
function places(): Found[] {
  const named = {
    "province that was": "tinh-kien-giang-91",
    "province of today": "tinh-an-giang-91-tu-2025",
    "whole country": "viet-nam",
    "district that was": "huyen-giong-rieng-906",
    "commune that ended": "phuong-vinh-thanh-30733",
    "commune of today": "xa-giong-rieng-30904-tu-2025",
  }
  return [
    { kind: "list of places", path: paths.places() },
    ...Object.entries(named).map(([kind, slug]) => ({ kind, path: paths.place({ slug }) })),
  ]
}

async function register(read: Read): Promise<Found[]> {
  const kinds = ["hop-tac-xa", "lien-hiep", "to-hop-tac", "quy-tin-dung"]
  const ofKinds = await Promise.all(
    kinds.map(async (kind) => ({
      kind: `organisation, ${kind}`,
      path: await firstOrganisation(read, paths.organisations({ loai: kind })),
    })),
  )
  return [
    { kind: "register", path: paths.organisations() },
    { kind: "register with results", path: paths.organisations({ tim: "nong nghiep" }) },
    { kind: "register without results", path: paths.organisations({ tim: "zzyzx" }) },
    { kind: "register, further page", path: paths.organisations({ trang: 3 }) },
    { kind: "register with a place of several", path: paths.organisations({ "dia-ban": "An Giang" }) },
    { kind: "register with a day nobody can read", path: paths.organisations({ ngay: "hôm qua" }) },
    { kind: "register by size and OCOP", path: paths.organisations({ "quy-mo": "tv-nho", ocop: "co" }) },
    { kind: "register counted", path: paths.registerCounts() },
    { kind: "register counted on a past day", path: paths.registerCounts({ ngay: "2022-12-31" }) },
    ...ofKinds,
    { kind: "report of a mistake", path: `${ofKinds[0]!.path}/bao-sai` },
    {
      kind: "organisation that ended",
      path: await firstOrganisation(read, paths.organisations({ "tinh-trang": "da-cham-dut" })),
    },
  ]
}

async function firstOrganisation(read: Read, list: string) {
  return first(await linksOn(read, list), /^\/hop-tac-xa\/[^/?]+$/, `an organisation on ${list}`)
}

const others: Found[] = [
  { kind: "home", path: paths.home() },
  { kind: "check of a report", path: paths.verification() },
  {
    kind: "check of a report nobody knows",
    path: paths.verification({ ma: "0000-0000-0000-0000" }),
  },
  { kind: "page that is not there", path: "/khong-co-trang-nay", status: 404 },
]

/** The addresses a page leads to, without the scheme and the host. */
export function linksIn(html: string) {
  return [...parseHTML(html).document.querySelectorAll("a[href]")].map(
    (link) => link.getAttribute("href") ?? "",
  )
}

async function linksOn(read: Read, path: string) {
  const html = await read(path)
  if (html === undefined) throw new Error(`${path} is not there`)
  return linksIn(html)
}

function first(links: string[], pattern: RegExp, what: string) {
  const found = links.find((link) => pattern.test(link))
  if (!found) throw new Error(`There is no link to ${what}`)
  return found
}
