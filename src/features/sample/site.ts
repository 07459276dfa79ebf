import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"

/** Under whose name the sample's portal appears, as the page of 15/10/2020 carried it. */
const settings = {
  department: "Sở Kế hoạch và Đầu tư tỉnh Kiên Giang",
  department_en: "Department of Planning and Investment of Kiên Giang",
  parent_body: "Ủy ban nhân dân tỉnh Kiên Giang",
  parent_body_en: "People's Committee of Kiên Giang Province",
  portal_name: "Cổng thông tin điện tử Sở Kế hoạch và Đầu tư",
  portal_name_en: "Portal of the Department of Planning and Investment",
}
const columns = Object.keys(settings) as (keyof typeof settings)[]

/** Only where nobody has put in words of their own. */
export async function settleIn(db: Database) {
  const defaults = await readDefaults(db)
  let query = db.updateTable("site_settings").set({
    ...settings,
    place_id: sql<number>`(select id from places where code = '91' and level = 'province' and valid_from = '-infinity')`,
  })
  for (const column of columns) query = query.where(column, "=", defaults[column]!)
  await query.where("place_id", "is", null).execute()
}

/** Puts the defaults back, unless somebody has changed what the sample had put there. */
export async function settleOut(db: Database) {
  const defaults = await readDefaults(db)
  let query = db.updateTable("site_settings").set({ ...defaults, place_id: null })
  for (const column of columns) query = query.where(column, "=", settings[column])
  await query.execute()
}

/** The migration holds the defaults; they are asked for rather than written out a second time. */
async function readDefaults(db: Database) {
  const { rows } = await sql<{ column: string; value: string }>`
    select attribute.attname as column,
      (regexp_match(pg_get_expr(preset.adbin, preset.adrelid), '^''(.*)''::text$'))[1] as value
    from pg_attribute attribute
    join pg_attrdef preset on preset.adrelid = attribute.attrelid and preset.adnum = attribute.attnum
    where attribute.attrelid = 'site_settings'::regclass and attribute.attname in (${sql.join(columns)})`.execute(
    db,
  )
  return Object.fromEntries(rows.map(({ column, value }) => [column, value.replaceAll("''", "'")])) as Record<
    keyof typeof settings,
    string
  >
}
