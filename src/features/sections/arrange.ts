import { sql } from "kysely"
import { type Database, inTransaction } from "../../database/connection.ts"
import { type Direction, moved } from "../../ui/move-buttons/order.ts"
import { slugify } from "../../ui/slug.ts"
import { type Author, recordChange } from "../changes/record-change.ts"

type Names = { name: string; name_en: string }
type Refusal = "name taken" | "changed meanwhile" | "in use"

/** A new section stands last. */
export function addSection(db: Database, { name, name_en }: Names, author: Author) {
  return inTransaction(db, async (trx) => {
    await lockSections(trx)
    if (await nameIsTaken(trx, name)) return refused("name taken")

    const section = await trx
      .insertInto("sections")
      .values({
        slug: await freeSlug(trx, name),
        name,
        name_en,
        position: sql<number>`(select coalesce(max(position), -1) + 1 from sections)`,
      })
      .returning(["id", "slug", "name", "name_en"])
      .executeTakeFirstOrThrow()
    const { id, ...after } = section
    await recordChange(trx, { ...author, action: "add", record_kind: "section", record_id: id, after })
    return { ok: true as const, id }
  })
}

type Renaming = Names & { version: number }

/** The address follows the name, and the old one leads to it. */
export function renameSection(db: Database, id: number, { version, ...names }: Renaming, author: Author) {
  return inTransaction(db, async (trx) => {
    await lockSections(trx)
    const before = await trx
      .selectFrom("sections")
      .select(["slug", "name", "name_en", "version"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
    if (before.version !== version) return refused("changed meanwhile")
    if (await nameIsTaken(trx, names.name, id)) return refused("name taken")
    if (before.name === names.name && before.name_en === names.name_en) return { ok: true as const, id }

    const slug = before.name === names.name ? before.slug : await freeSlug(trx, names.name, id)
    await trx
      .updateTable("sections")
      .set({ ...names, slug, version: version + 1 })
      .where("id", "=", id)
      .execute()
    await recordChange(trx, {
      ...author,
      action: "rename",
      record_kind: "section",
      record_id: id,
      before: { slug: before.slug, name: before.name, name_en: before.name_en },
      after: { slug, ...names },
    })
    return { ok: true as const, id }
  })
}

/** One place up or down among the sections in use; at either end nothing happens. */
export function moveSection(db: Database, id: number, direction: Direction, author: Author) {
  return inTransaction(db, async (trx) => {
    await lockSections(trx)
    const sections = await trx
      .selectFrom("sections")
      .select(["id", "name"])
      .where("retired_at", "is", null)
      .orderBy("position")
      .orderBy("id")
      .execute()
    const after = moved(sections, id, direction)
    if (!after) return

    for (const [position, section] of after.entries()) {
      await trx.updateTable("sections").set({ position }).where("id", "=", section.id).execute()
    }
    await recordChange(trx, {
      ...author,
      action: "move",
      record_kind: "section",
      record_id: id,
      before: { order: sections.map(({ name }) => name) },
      after: { order: after.map(({ name }) => name) },
    })
  })
}

/** No new article is put in it any more; those that stand in it stay, at the same addresses. */
export function retireSection(db: Database, id: number, author: Author) {
  return setRetired(db, id, author, "retire")
}

export function restoreSection(db: Database, id: number, author: Author) {
  return setRetired(db, id, author, "restore")
}

function setRetired(db: Database, id: number, author: Author, action: "retire" | "restore") {
  return inTransaction(db, async (trx) => {
    await lockSections(trx)
    const changed = await trx
      .updateTable("sections")
      .set({ retired_at: action === "retire" ? sql<Date>`now()` : null })
      .where("id", "=", id)
      .where("retired_at", action === "retire" ? "is" : "is not", null)
      .returning("name")
      .executeTakeFirst()
    if (!changed) return
    await recordChange(trx, {
      ...author,
      action,
      record_kind: "section",
      record_id: id,
      before: { name: changed.name, retired: action !== "retire" },
      after: { name: changed.name, retired: action === "retire" },
    })
  })
}

/** Only a section that no version of any article ever stood in is deleted; its addresses are free again. */
export function deleteSection(db: Database, id: number, author: Author) {
  return inTransaction(db, async (trx) => {
    await lockSections(trx)
    const used = await trx
      .selectFrom("article_versions")
      .select("id")
      .where("section_id", "=", id)
      .limit(1)
      .executeTakeFirst()
    if (used) return refused("in use")

    const before = await trx
      .deleteFrom("sections")
      .where("id", "=", id)
      .returning(["slug", "name", "name_en"])
      .executeTakeFirst()
    if (!before) return { ok: true as const, id }
    await recordChange(trx, { ...author, action: "delete", record_kind: "section", record_id: id, before })
    return { ok: true as const, id }
  })
}

function refused(reason: Refusal) {
  return { ok: false as const, reason }
}

/** Two people who arrange at once do so one after the other. */
async function lockSections(db: Database) {
  await sql`select pg_advisory_xact_lock(hashtext('sections'))`.execute(db)
}

/** Names that differ in marks and case alone would have one address. */
async function nameIsTaken(db: Database, name: string, except = 0) {
  const taken = await db
    .selectFrom("sections")
    .select("id")
    .where(sql<boolean>`fold(name) = fold(${name})`)
    .where("id", "<>", except)
    .executeTakeFirst()
  return taken !== undefined
}

/** An address that no other section has or ever had. */
async function freeSlug(db: Database, name: string, id = 0) {
  const wanted = slugify(name) || "chuyen-muc"
  const others = await db
    .selectFrom("section_slugs")
    .select("slug")
    .where("section_id", "<>", id)
    .where((slug) => slug.or([slug("slug", "=", wanted), slug("slug", "like", `${wanted}-%`)]))
    .execute()
  const taken = new Set(others.map(({ slug }) => slug))
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number++
  return `${wanted}-${number}`
}
