import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Organisation } from "../register/find-organisation.ts"
import { type LegalRule, warningsOf } from "./warnings.ts"

/** Where an organisation is short of the law on a day, by what is known now. */
export async function readWarnings(db: Database, organisation: Organisation, day: string) {
  if (organisation.status === "ended") return []
  const [rules, members] = await Promise.all([
    listRules(db, organisation.kind, day),
    readMembers(db, organisation.id, day),
  ])
  const { kind, governing_law, charter_capital } = organisation
  return warningsOf({ kind, governing_law, charter_capital, ...members }, rules, day)
}

async function listRules(db: Database, kind: string, day: string): Promise<LegalRule[]> {
  return await db
    .selectFrom("legal_rules")
    .select(["rule", "value", "due_on", "article", "is_checked"])
    .where("kind", "=", kind)
    .where("valid_from", "<=", day)
    .where("valid_to", ">=", day)
    .orderBy("rule")
    .execute()
}

/** The latest count of official members on the day. */
async function readMembers(db: Database, organisationId: number, day: string) {
  const latest = await db
    .selectFrom("organisation_members")
    .select(["members", "largest_contribution"])
    .where("organisation_id", "=", organisationId)
    .where("member_kind", "=", "official")
    .where("superseded_at", "is", null)
    .where(sql<boolean>`${day}::date between valid_from and valid_to`)
    .orderBy("valid_from", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst()
  const members = latest?.members ?? (await countOfUnion(db, organisationId, day))
  return { members, largest_contribution: latest?.largest_contribution ?? null }
}

/** A union whose members are named one by one needs no count of them; none where nobody named any. */
async function countOfUnion(db: Database, organisationId: number, day: string) {
  const { rows } = await sql<{ members: number; named: boolean }>`
    select count(*) filter (where ${day}::date between valid_from and valid_to)::integer as members,
      count(*) > 0 as named
    from union_members where organisation_id = ${organisationId} and superseded_at is null`.execute(db)
  return rows[0]!.named ? rows[0]!.members : null
}
