import { type Expression, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { inLanguage, type Paths, pathsIn } from "../../paths.ts"
import { inVietnam } from "../../ui/format.ts"
import type { View } from "../../web/view.ts"
import { publishedArticles } from "../news/queries.ts"
import { type Xml, xml } from "./xml.ts"

/** What one file may hold at most (sitemaps.org). */
export const perPart = 50_000
const perChunk = 5_000

const paths = pathsIn("vi")

/** Pages without records of their own. */
const fixed = [
  paths.home(),
  paths.articles(),
  paths.highlights(),
  paths.plans(),
  paths.measures(),
  paths.organisations(),
  paths.places(),
]

/** Whose pages these are. */
type Site = Pick<View, "origin" | "site">

type Row = { id: number; slug: string; plan_slug: string | null; changed_at: Date | null }
type Kind = { rows: Expression<Row>; pathOf: (paths: Paths, row: Row) => string }

const never = sql<null>`null::timestamptz`.as("changed_at")
const noPlan = sql<null>`null::text`.as("plan_slug")

/** Every kind of record with a page, each numbered by its id so that a part stays what it was as records come. */
function kindsOf(db: Database): Kind[] {
  return [
    {
      rows: db.selectFrom("sections").select(["id", "slug", noPlan, never]),
      pathOf: (paths, row) => paths.section(row),
    },
    {
      rows: publishedArticles(db).select([
        "articles.id",
        "articles.slug",
        noPlan,
        "articles.published_at as changed_at",
      ]),
      pathOf: (paths, row) => paths.article(row),
    },
    {
      rows: db
        .selectFrom("plans")
        .where("state", "=", "published")
        .select(["id", "slug", noPlan, "published_at as changed_at"]),
      pathOf: (paths, row) => paths.plan(row),
    },
    {
      rows: db
        .selectFrom("targets")
        .innerJoin("plans", "plans.id", "targets.plan_id")
        .where("plans.state", "=", "published")
        .select([
          "targets.id",
          "targets.slug",
          "plans.slug as plan_slug",
          (eb) =>
            eb
              .selectFrom("measurements")
              .whereRef("target_id", "=", "targets.id")
              .select((eb) => eb.fn.max("recorded_at").as("at"))
              .as("changed_at"),
        ]),
      pathOf: (paths, row) => paths.target({ slug: row.plan_slug ?? "" }, row),
    },
    {
      rows: db.selectFrom("places").select(["id", "slug", noPlan, never]),
      pathOf: (paths, row) => paths.place(row),
    },
    {
      rows: db.selectFrom("organisations").select([
        "id",
        "slug",
        noPlan,
        (eb) =>
          eb
            .selectFrom("organisation_events")
            .whereRef("organisation_id", "=", "organisations.id")
            .select((eb) => eb.fn.max("recorded_at").as("at"))
            .as("changed_at"),
      ]),
      pathOf: (paths, row) => paths.organisation(row),
    },
  ]
}

/** How many pages there are of each kind, the fixed ones first. */
export async function countPages(db: Database) {
  const { rows } = await sql<{ kind: number; count: number }>`${sql.join(
    kindsOf(db).map(
      (kind, index) => sql`select ${sql.lit(index)} as kind, count(*) as count from ${kind.rows} as rows`,
    ),
    sql` union all `,
  )} order by kind`.execute(db)
  return [fixed.length, ...rows.map((row) => row.count)]
}

export function partsOf(counts: number[]) {
  return Math.max(1, Math.ceil(counts.reduce((sum, count) => sum + count, 0) / perPart))
}

/** One part, from 1, in chunks of text: a hundred thousand organisations are never in memory at once. */
export async function* writePart(db: Database, view: Site, counts: number[], part: number) {
  yield '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
  let skip = (part - 1) * perPart
  let left = perPart
  const kinds = [undefined, ...kindsOf(db)]
  for (const [index, kind] of kinds.entries()) {
    const count = counts[index] ?? 0
    const take = Math.min(left, count - skip)
    if (take > 0) {
      if (kind) {
        for await (const rows of chunksOf(db, kind.rows, { skip, take })) {
          yield rows.map((row) => entry(view, kind.pathOf(paths, row), row.changed_at).xml).join("")
        }
      } else
        yield fixed
          .slice(skip, skip + take)
          .map((path) => entry(view, path).xml)
          .join("")
      left -= take
    }
    skip = Math.max(0, skip - count)
  }
  yield "</urlset>\n"
}

async function* chunksOf(
  db: Database,
  rows: Expression<Row>,
  { skip, take }: { skip: number; take: number },
) {
  let after = skip > 0 ? await idAt(db, rows, skip) : 0
  for (let left = take; left > 0; ) {
    const limit = Math.min(left, perChunk)
    const chunk = await sql<Row>`
      select id, slug, plan_slug, changed_at from ${rows} as rows
      where id > ${after} order by id limit ${limit}`.execute(db)
    if (chunk.rows.length === 0) return
    yield chunk.rows
    after = chunk.rows.at(-1)!.id
    left -= chunk.rows.length
  }
}

/** The id of the last of the rows to skip. */
async function idAt(db: Database, rows: Expression<Row>, skip: number) {
  const found = await sql<{ id: number }>`
    select id from ${rows} as rows order by id offset ${skip - 1} limit 1`.execute(db)
  return found.rows[0]?.id ?? Number.MAX_SAFE_INTEGER
}

function entry({ origin, site }: Site, path: string, changedAt?: Date | null): Xml {
  return xml`<url><loc>${origin + path}</loc>${
    changedAt && xml`<lastmod>${inVietnam(changedAt).day}</lastmod>`
  }${site.has_english && inBothLanguages(origin, path)}</url>
`
}

function inBothLanguages(origin: string, path: string) {
  const [vi, en] = [origin + path, origin + inLanguage(path, "en")]
  return xml`<xhtml:link rel="alternate" hreflang="vi" href="${vi}"/><xhtml:link rel="alternate" hreflang="en" href="${en}"/>`
}

export function sitemapIndex(origin: string, parts: number) {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${Array.from(
  { length: parts },
  (_, index) => xml`<sitemap><loc>${`${origin}/sitemap-${index + 1}.xml`}</loc></sitemap>
`,
)}</sitemapindex>
`.xml
}
