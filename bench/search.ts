import type { Database } from "../src/database/connection.ts"
import { findPlace, listCommuneIds } from "../src/features/places/queries.ts"
import { listOrganisations, type Order, type RegisterFilter } from "../src/features/register/queries.ts"
import { readSearch } from "../src/features/register/search.ts"
import type { Line } from "./lines.ts"
import { openNational } from "./national.ts"

/** Milliseconds at the database within which 95 of 100 searches must be answered. */
const limit = 15
const rounds = 40
const perPage = 50

type QueryClass = { name: string; texts: string[]; filter?: Partial<RegisterFilter> }

const day = "2026-03-02"

/** How long the database takes for searches of the whole country's register, as people search. */
export async function search(): Promise<Line[]> {
  const { db } = await openNational()
  const { names, codes, placeIds } = await readMaterial(db, day)
  const words = names.map((name) => name.split(" "))
  const classes: QueryClass[] = [
    { name: "one common word", texts: ["nong", "nghiep", "an", "binh", "dich vu"] },
    { name: "a common phrase", texts: ["nong nghiep", "Nông nghiệp", "dịch vụ nông nghiệp", "dv nn"] },
    { name: "common phrase, one kind", texts: ["nong nghiep", "dich vu"], filter: { kind: "credit_fund" } },
    { name: "common phrase, one sector", texts: ["nong nghiep", "dich vu"], filter: { sector: "transport" } },
    {
      name: "common phrase, one province",
      texts: ["nong nghiep", "dich vu nong nghiep"],
      filter: { placeIds },
    },
    { name: "one word of a name", texts: words.map((each) => each.at(-1) ?? "") },
    { name: "two words of a name", texts: words.map((each) => each.slice(-2).join(" ")) },
    { name: "three words of a name", texts: words.map((each) => each.slice(-3).join(" ")) },
    { name: "five words, any order", texts: words.map((each) => each.slice(-5).reverse().join(" ")) },
    { name: "a whole name", texts: names },
    {
      name: "kind and two words",
      texts: words.map((each) => `HTX ${each.slice(-2).join(" ")}`),
      filter: { sector: "agriculture" },
    },
    {
      name: "two words, one province",
      texts: words.map((each) => each.slice(-2).join(" ")),
      filter: { placeIds },
    },
    {
      name: "two words, ended ones too",
      texts: words.map((each) => each.slice(-2).join(" ")),
      filter: { status: "any" },
    },
    { name: "an unfinished word", texts: words.map((each) => each.slice(-2).join(" ").slice(0, -1)) },
    { name: "a code", texts: codes },
    { name: "the first digits of a code", texts: codes.map((code) => code.slice(0, 7)) },
    { name: "misspelt, nothing found", texts: words.map((each) => `${each.slice(-2).join(" ")}q zz`) },
    { name: "sorted by name", texts: ["nong nghiep", "binh an", "dich vu", "thuong mai"] },
  ]

  const lines: Line[] = []
  for (const { name, texts, filter } of classes) {
    const order: Order = { by: name === "sorted by name" ? "name" : "relevance", descending: false }
    const times: number[] = []
    for (let round = 0; round < rounds + 3; round++) {
      const search = readSearch(texts[round % texts.length])
      const start = performance.now()
      await listOrganisations(db, { day, search, ...filter }, { order, page: 1, perPage })
      // The first rounds warm the connection up.
      if (round >= 3) times.push(performance.now() - start)
    }
    times.sort((one, other) => one - other)
    const p95 = percentile(times, 0.95)
    lines.push({
      what: `${name}, 95 of 100 within`,
      value: p95,
      spread: [times[0]!, times.at(-1)!],
      unit: "ms",
      limit,
    })
  }
  return lines
}

async function readMaterial(db: Database, day: string) {
  const { count } = await db
    .selectFrom("organisations")
    .select((builder) => builder.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
  // Every so many, so that each run asks the same questions.
  const organisations = await db
    .selectFrom("organisations")
    .select(["name", "code"])
    .orderBy("id")
    .where((builder) => builder(builder("id", "%", Math.max(1, Math.floor(count / 40))), "=", 0))
    .execute()
  const province = await db
    .selectFrom("places")
    .select("slug")
    .where("level", "=", "province")
    .where("valid_to", "=", "infinity")
    .orderBy("id")
    .executeTakeFirstOrThrow()
  const place = await findPlace(db, province.slug)
  return {
    names: organisations.map((organisation) => organisation.name),
    codes: organisations.flatMap(({ code }) => code ?? []),
    placeIds: await listCommuneIds(db, place!, day),
  }
}

function percentile(sorted: readonly number[], share: number) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
