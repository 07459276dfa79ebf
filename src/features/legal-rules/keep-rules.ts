import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import type { Kind } from "../register/vocabulary.ts"
import type { RuleName } from "./warnings.ts"

const columns = [
  "id",
  "rule",
  "kind",
  "value",
  "due_on",
  "article",
  "is_checked",
  "valid_from",
  "valid_to",
  "version",
] as const

/** All rules of all times, each kind's together, the latest first. */
export async function listRules(db: Database) {
  const rows = await db
    .selectFrom("legal_rules")
    .select(columns)
    .orderBy("rule")
    .orderBy("kind")
    .orderBy("valid_from", "desc")
    .execute()
  return rows as KeptRule[]
}

export async function findRule(db: Database, id: number) {
  const row = await db.selectFrom("legal_rules").select(columns).where("id", "=", id).executeTakeFirst()
  return row as KeptRule | undefined
}

export type KeptRule = RuleFacts & { id: number; rule: RuleName; kind: Kind; version: number }
export type RuleFacts = {
  value: number | null
  due_on: string | null
  article: string
  is_checked: boolean
  valid_from: string
  valid_to: string
}

/** Adds a rule; nothing where the same one stands for the kind in that time already. */
export function addRule(db: Database, author: Author, rule: Omit<KeptRule, "id" | "version">) {
  return inTransaction(db, async (trx) => {
    await lockRules(trx)
    if (await overlaps(trx, { ...rule, id: 0 })) return undefined
    const { id } = await trx.insertInto("legal_rules").values(rule).returning("id").executeTakeFirstOrThrow()
    await recordChange(trx, {
      ...author,
      action: "add",
      record_kind: "legal_rule",
      record_id: id,
      after: rule,
    })
    return id
  })
}

export type Kept = "kept" | "overlaps" | "moved on"

/** Changes a rule, unless somebody did since it was opened, or it would stand twice in the same time. */
export function changeRule(db: Database, author: Author, opened: KeptRule, facts: RuleFacts): Promise<Kept> {
  return inTransaction(db, async (trx) => {
    await lockRules(trx)
    const { id, rule, kind, version, ...before } = (await findRule(trx, opened.id))!
    if (version !== opened.version) return "moved on"
    if (await overlaps(trx, { id, rule, kind, ...facts })) return "overlaps"
    await trx
      .updateTable("legal_rules")
      .set({ ...facts, version: version + 1 })
      .where("id", "=", id)
      .execute()
    await recordChange(trx, {
      ...author,
      action: "change",
      record_kind: "legal_rule",
      record_id: id,
      before,
      after: facts,
    })
    return "kept"
  })
}

function lockRules(trx: Database) {
  return sql`lock table legal_rules in share row exclusive mode`.execute(trx)
}

async function overlaps(
  trx: Database,
  {
    id,
    rule,
    kind,
    valid_from,
    valid_to,
  }: Pick<KeptRule, "id" | "rule" | "kind" | "valid_from" | "valid_to">,
) {
  const other = await trx
    .selectFrom("legal_rules")
    .select("id")
    .where("rule", "=", rule)
    .where("kind", "=", kind)
    .where("id", "<>", id)
    .where("valid_from", "<=", valid_to)
    .where("valid_to", ">=", valid_from)
    .executeTakeFirst()
  return other !== undefined
}
