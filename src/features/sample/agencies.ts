import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { slugify } from "../../ui/slug.ts"

type Agency = {
  kind: string
  name: string
  name_en: string
  short_name: string
  /** The province it answers for. */
  place: "old" | "new"
  until?: string
  from?: string
  successor?: string
}

const reform = "2025-02-28"

/** Agencies of the province under their official names. They are real, and stay when the sample is cleared. */
const agencies: Agency[] = [
  {
    kind: "peoples_committee",
    name: "Ủy ban nhân dân tỉnh Kiên Giang",
    name_en: "People's Committee of Kiên Giang Province",
    short_name: "UBND tỉnh Kiên Giang",
    place: "old",
    until: "2025-06-30",
    successor: "Ủy ban nhân dân tỉnh An Giang",
  },
  {
    kind: "peoples_committee",
    name: "Ủy ban nhân dân tỉnh An Giang",
    name_en: "People's Committee of An Giang Province",
    short_name: "UBND tỉnh An Giang",
    place: "new",
    from: "2025-07-01",
  },
  {
    kind: "department",
    name: "Sở Kế hoạch và Đầu tư tỉnh Kiên Giang",
    name_en: "Department of Planning and Investment of Kiên Giang",
    short_name: "Sở KH&ĐT",
    place: "old",
    until: reform,
    successor: "Sở Tài chính tỉnh Kiên Giang",
  },
  {
    kind: "department",
    name: "Sở Tài chính tỉnh Kiên Giang",
    name_en: "Department of Finance of Kiên Giang",
    short_name: "Sở Tài chính",
    place: "old",
    until: "2025-06-30",
    successor: "Sở Tài chính tỉnh An Giang",
  },
  {
    kind: "department",
    name: "Sở Tài chính tỉnh An Giang",
    name_en: "Department of Finance of An Giang",
    short_name: "Sở Tài chính",
    place: "new",
    from: "2025-07-01",
  },
  {
    kind: "department",
    name: "Sở Nông nghiệp và Phát triển nông thôn tỉnh Kiên Giang",
    name_en: "Department of Agriculture and Rural Development of Kiên Giang",
    short_name: "Sở NN&PTNT",
    place: "old",
    until: reform,
    successor: "Sở Nông nghiệp và Môi trường tỉnh Kiên Giang",
  },
  {
    kind: "department",
    name: "Sở Nông nghiệp và Môi trường tỉnh Kiên Giang",
    name_en: "Department of Agriculture and Environment of Kiên Giang",
    short_name: "Sở NN&MT",
    place: "old",
    from: "2025-03-01",
    until: "2025-06-30",
  },
  {
    kind: "alliance",
    name: "Liên minh Hợp tác xã tỉnh Kiên Giang",
    name_en: "Cooperative Alliance of Kiên Giang",
    short_name: "LMHTX tỉnh",
    place: "old",
    until: "2025-06-30",
  },
  {
    kind: "fund",
    name: "Quỹ hỗ trợ phát triển hợp tác xã tỉnh Kiên Giang",
    name_en: "Cooperative Development Support Fund of Kiên Giang",
    short_name: "Quỹ hỗ trợ phát triển HTX",
    place: "old",
    until: "2025-06-30",
  },
]

export async function loadAgencies(db: Database) {
  const places = await db
    .selectFrom("places")
    .select(["id", "valid_from"])
    .where("code", "=", "91")
    .where("level", "=", "province")
    .execute()
  const placeIds = {
    old: places.find(({ valid_from }) => valid_from === "-infinity")!.id,
    new: places.find(({ valid_from }) => valid_from === "2025-07-01")!.id,
  }

  await db
    .insertInto("agencies")
    .values(
      agencies.map(({ kind, name, name_en, short_name, place, from, until }) => ({
        slug: slugify(name),
        kind,
        name,
        name_en,
        short_name,
        place_id: placeIds[place],
        valid_from: from ?? "-infinity",
        valid_to: until ?? "infinity",
      })),
    )
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .execute()
  for (const { name, successor } of agencies) {
    if (!successor) continue
    await db
      .updateTable("agencies")
      .set({ successor_id: sql<number>`(select id from agencies where slug = ${slugify(successor)})` })
      .where("slug", "=", slugify(name))
      .where("successor_id", "is", null)
      .execute()
  }
}
