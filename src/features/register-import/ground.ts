import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Lists } from "../lives/facts-form.ts"
import { listCommuneIds, type Place } from "../places/queries.ts"
import { readRowKey } from "../workbooks/row-key.ts"
import type { Ground, Known } from "./plan-rows.ts"
import type { RegisterRow } from "./read-rows.ts"

/** A place that a workbook can be about: in force on the day, by its code. */
export async function findWorkbookPlace(db: Database, code: string, day: string) {
  return await db
    .selectFrom("places")
    .select(["id", "slug", "code", "level", "kind", "name", "valid_from", "valid_to", "legal_act"])
    .$castTo<Place>()
    .where("code", "=", code)
    .where("valid_from", "<=", day)
    .where("valid_to", ">=", day)
    .where("level", "in", ["commune", "district", "province"])
    .orderBy(sql`level = 'commune'`, "desc")
    .executeTakeFirst()
}

export async function findWorkbookPlaceById(db: Database, id: number) {
  return await db
    .selectFrom("places")
    .select(["id", "slug", "code", "level", "kind", "name", "valid_from", "valid_to", "legal_act"])
    .$castTo<Place>()
    .where("id", "=", id)
    .executeTakeFirstOrThrow()
}

/** The communes in force on a day that lie in a place, a commune itself among them. */
export async function listCommunes(db: Database, place: Place, day: string) {
  const { rows } = await sql<{ id: number; name: string; kind: string }>`
    select unit.id, unit.name, unit.kind from places unit
    where unit.level = 'commune' and ${day}::date between unit.valid_from and unit.valid_to
      and (unit.id = ${place.id} or unit.id in (
        select place_id from place_territories where territory_id = ${place.id}
          and ${day}::date between valid_from and valid_to))
    order by unit.name collate "vi-x-icu"`.execute(db)
  return rows
}

/** What the register holds in some communes on a day; those that are no more too, for a row may be about one. */
export async function listKnown(db: Database, communeIds: readonly number[], day: string) {
  const { rows } = await sql<Known>`
    select organisation.id, organisation.slug, organisation.version, organisation.kind, state.name, state.status,
      state.sector, state.business_line, state.place_id, organisation.founded_on, organisation.other_lines,
      organisation.code, organisation.short_name, organisation.foreign_name, organisation.governing_law,
      organisation.certificate_number, organisation.certificate_on, organisation.address, organisation.phone,
      organisation.email, organisation.website, organisation.charter_capital, organisation.legal_representative
    from organisation_states state join organisations organisation on organisation.id = state.organisation_id
    where state.place_id = any(${communeIds}::bigint[]) and ${day}::date between state.valid_from and state.valid_to
    order by state.name collate "vi-x-icu", organisation.id`.execute(db)
  return rows
}

/** Everything that rows are compared with: one reading of the register, whatever their number. */
export async function readGround(
  db: Database,
  place: Place,
  rows: readonly RegisterRow[],
  { lists, day, secret }: { lists: Lists; day: string; secret: string },
): Promise<Ground> {
  const communes = await listCommunes(db, place, day)
  const ids = (await listCommuneIds(db, place, day)) ?? []
  const [known, codesElsewhere] = await Promise.all([
    listKnown(db, ids, day),
    listCodesElsewhere(db, rows, ids, day),
  ])
  return {
    ...{ day, communes, known, codesElsewhere },
    rules: lists.rules,
    listedLines: new Set(lists.lines.map(({ code }) => code)),
    readKey: (key) => readRowKey(key, secret),
  }
}

async function listCodesElsewhere(
  db: Database,
  rows: readonly RegisterRow[],
  communeIds: readonly number[],
  day: string,
) {
  const codes = rows.map(({ values }) => values.code).filter((code) => typeof code === "string")
  const { rows: taken } = await sql<{ code: string; name: string }>`
    select organisation.code, organisation.name from organisations organisation
    where organisation.code = any(${codes}::text[]) and not exists (
      select from organisation_states state where state.organisation_id = organisation.id
        and ${day}::date between state.valid_from and state.valid_to
        and state.place_id = any(${communeIds}::bigint[]))`.execute(db)
  return new Map(taken.map(({ code, name }) => [code, name]))
}
