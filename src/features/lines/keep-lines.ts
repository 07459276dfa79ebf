import { type Database, inTransaction } from "../../database/connection.ts"
import { fold } from "../../ui/slug.ts"
import { type Author, recordChange } from "../changes/record-change.ts"
import { dayBefore } from "../places/days.ts"
import type { Line } from "./read-lines.ts"

export type LineList = { id: number; code: string; legal_basis: string; valid_from: string; valid_to: string }

/** Every version of the list, the latest first, with how many of its titles were compared with the gazette. */
export async function listLineLists(db: Database) {
  return await db
    .selectFrom("business_line_lists as list")
    .select(["list.id", "list.code", "list.legal_basis", "list.valid_from", "list.valid_to"])
    .select((eb) => [
      eb
        .selectFrom("business_lines")
        .whereRef("list_id", "=", "list.id")
        .select((one) => one.fn.countAll<number>().as("count"))
        .$asScalar()
        .$notNull()
        .as("lines"),
      eb
        .selectFrom("business_lines")
        .whereRef("list_id", "=", "list.id")
        .where("is_checked", "=", true)
        .select((one) => one.fn.countAll<number>().as("count"))
        .$asScalar()
        .$notNull()
        .as("checked"),
    ])
    .orderBy("list.valid_from", "desc")
    .execute()
}
export type CountedList = Awaited<ReturnType<typeof listLineLists>>[number]

export async function findLineList(db: Database, id: number): Promise<LineList | undefined> {
  return await db
    .selectFrom("business_line_lists")
    .select(["id", "code", "legal_basis", "valid_from", "valid_to"])
    .where("id", "=", id)
    .executeTakeFirst()
}

/** The lines of one version, by code; those whose code begins with, or whose title holds, what was typed. */
export async function listLinesOf(db: Database, listId: number, text = "") {
  const words = `%${fold(text).replace(/[\\%_]/g, "\\$&")}%`
  return await db
    .selectFrom("business_lines")
    .select(["code", "name", "is_checked"])
    .where("list_id", "=", listId)
    .where((where) => where.or([where("search_name", "like", words), where("code", "like", words.slice(1))]))
    .orderBy("code")
    .execute()
}
export type KeptLine = Awaited<ReturnType<typeof listLinesOf>>[number]

export async function findLine(db: Database, listId: number, code: string) {
  return await db
    .selectFrom("business_lines")
    .select(["code", "name", "is_checked"])
    .where("list_id", "=", listId)
    .where("code", "=", code)
    .executeTakeFirst()
}

export type NewList = { code: string; legal_basis: string; valid_from: string }
export type Taken = { id: number; new: number; changed: number; unchanged: number; missing: number }
type Taking = { ok: true; taken: Taken } | { ok: false; fault: "before_others" | "other_day" }

/**
 * Takes in a version of the list. One that is there already gets its titles put right and new lines; lines that the
 * file has not stay, since organisations may have them. A new one ends the one before it on the day before.
 */
export function takeInList(
  db: Database,
  author: Author,
  list: NewList,
  lines: readonly Line[],
): Promise<Taking> {
  return inTransaction(db, async (trx): Promise<Taking> => {
    const listed = await trx
      .selectFrom("business_line_lists")
      .select(["id", "code", "valid_from", "valid_to"])
      .orderBy("valid_from", "desc")
      .forUpdate()
      .execute()
    const there = listed.find(({ code }) => code === list.code)
    if (there && there.valid_from !== list.valid_from) return { ok: false, fault: "other_day" }
    const latest = listed[0]
    if (!there && latest && list.valid_from <= latest.valid_from) return { ok: false, fault: "before_others" }

    const id = there?.id ?? (await addList(trx, list, latest))
    const known = new Map((await listLinesOf(trx, id)).map((line) => [line.code, line]))
    const isSame = ({ code, name }: Line) => known.get(code)?.name === name
    const added = lines.filter(({ code }) => !known.has(code))
    const changed = lines.filter((line) => known.has(line.code) && !isSame(line))
    const codes = new Set(lines.map(({ code }) => code))
    const taken = {
      id,
      new: added.length,
      changed: changed.length,
      unchanged: lines.length - added.length - changed.length,
      missing: [...known.keys()].filter((code) => !codes.has(code)).length,
    }
    // What a file of the gazette says is what an administrator compared it with.
    await trx
      .insertInto("business_lines")
      .values(lines.map(({ code, name }) => ({ list_id: id, code, name, is_checked: true })))
      .onConflict((conflict) =>
        conflict.columns(["list_id", "code"]).doUpdateSet((eb) => ({
          name: eb.ref("excluded.name"),
          is_checked: eb.ref("excluded.is_checked"),
        })),
      )
      .execute()
    const { id: _, ...counts } = taken
    await recordChange(trx, {
      ...author,
      action: "import",
      record_kind: "line_list",
      record_id: id,
      after: { ...list, ...counts },
    })
    return { ok: true, taken }
  })
}

async function addList(trx: Database, list: NewList, latest: { id: number } | undefined) {
  if (latest) {
    await trx
      .updateTable("business_line_lists")
      .set({ valid_to: dayBefore(list.valid_from) })
      .where("id", "=", latest.id)
      .execute()
  }
  const { id } = await trx
    .insertInto("business_line_lists")
    .values(list)
    .returning("id")
    .executeTakeFirstOrThrow()
  return id
}

/** Puts the title of a line right, and says whether it was compared with the gazette. */
export function correctLine(
  db: Database,
  author: Author,
  list: LineList,
  line: KeptLine,
  facts: { name: string; is_checked: boolean },
) {
  return inTransaction(db, async (trx) => {
    await trx
      .updateTable("business_lines")
      .set(facts)
      .where("list_id", "=", list.id)
      .where("code", "=", line.code)
      .execute()
    await recordChange(trx, {
      ...author,
      action: "correct",
      record_kind: "line_list",
      record_id: list.id,
      before: { line: line.code, name: line.name, is_checked: line.is_checked },
      after: { line: line.code, ...facts },
    })
  })
}
