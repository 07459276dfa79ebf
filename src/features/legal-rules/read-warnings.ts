import { type RawBuilder, sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Kind } from "../register/vocabulary.ts"
import { type Judged, type LegalRule, type RuleName, type Warning, warningsOf } from "./warnings.ts"

/** An organisation that is short of the law, and where. */
export type Short = {
  id: number
  slug: string
  name: string
  place_name: string
  place_kind: string
  warnings: Warning[]
}

/** Where an organisation is short of the law on a day, by what is known now. */
export async function readWarnings(db: Database, { id }: { id: number }, day: string): Promise<Warning[]> {
  const [short] = await listShort(db, sql<boolean>`organisation.id = ${id}`, day)
  return short?.warnings ?? []
}

/** Those of some organisations that are short of the law on a day, by name; a condition asks of `organisation`, `state`. */
export async function listShort(db: Database, those: RawBuilder<boolean>, day: string): Promise<Short[]> {
  const [rules, { rows }] = await Promise.all([listRulesOn(db, day), readJudged(db, those, day)])
  return rows.flatMap(({ id, slug, name, place_name, place_kind, ...judged }) => {
    const warnings = warningsOf(judged, rules.get(judged.kind) ?? [], day)
    return warnings.length === 0 ? [] : [{ id, slug, name, place_name, place_kind, warnings }]
  })
}

async function listRulesOn(db: Database, day: string) {
  const rules = await db
    .selectFrom("legal_rules")
    .select(["kind", "rule", "value", "due_on", "article", "is_checked"])
    .where("valid_from", "<=", day)
    .where("valid_to", ">=", day)
    .orderBy("rule")
    .execute()
  return Map.groupBy(rules as (LegalRule & { kind: Kind; rule: RuleName })[], ({ kind }) => kind)
}

/** The facts that rules ask for, of the latest count of official members; a union's may be named one by one. */
function readJudged(db: Database, those: RawBuilder<boolean>, day: string) {
  const stands = (row: string) => sql`${sql.ref(`${row}.organisation_id`)} = organisation.id
    and ${sql.ref(`${row}.superseded_at`)} is null`
  const isOn = (row: string) =>
    sql`${day}::date between ${sql.ref(`${row}.valid_from`)} and ${sql.ref(`${row}.valid_to`)}`
  return sql<Omit<Short, "warnings"> & Judged>`
    select organisation.id, organisation.slug, state.name, place.name as place_name, place.kind as place_kind,
      state.kind, organisation.governing_law, organisation.charter_capital,
      coalesce(counted.members, case when named.are_named then named.members end) as members,
      counted.foreign_members, counted.contributed, counted.largest_contribution,
      counted.foreign_contributed, suspension.happened_on as suspended_from, suspension.until_on as suspended_until
    from organisation_states state
    join organisations organisation on organisation.id = state.organisation_id
    join places place on place.id = state.place_id
    left join lateral (
      select counted.members, counted.foreign_members, counted.contributed, counted.largest_contribution,
        counted.foreign_contributed
      from organisation_members counted
      where ${stands("counted")} and ${isOn("counted")} and counted.member_kind = 'official'
      order by counted.valid_from desc, counted.id desc limit 1) counted on true
    left join lateral (
      select (count(*) filter (where ${isOn("named")}))::integer as members, count(*) > 0 as are_named
      from union_members named where ${stands("named")}) named on state.kind = 'cooperative_union'
    left join lateral (
      select event.happened_on, event.until_on from standing_events event
      where event.organisation_id = organisation.id and event.kind = 'suspended'
        and event.happened_on <= ${day}::date
      order by event.happened_on desc, event.root_id desc limit 1) suspension on state.status = 'suspended'
    where ${day}::date between state.valid_from and state.valid_to and state.status <> 'ended' and ${those}
    order by state.name collate "vi-x-icu", organisation.id`.execute(db)
}
