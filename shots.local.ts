import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { serve } from "@hono/node-server"
import { chromium } from "playwright-core"
import { createApp } from "./src/app.tsx"
import { prepareDatabase } from "./src/commands/prepare-database.ts"
import { openCluster } from "./src/database/cluster.ts"
import { connect } from "./src/database/connection.ts"
import { migrateToLatest } from "./src/database/migrator.ts"
import { readSettings } from "./src/settings.ts"
import { secret, signInAs } from "./test/fixtures/people.ts"

const folder = await mkdtemp(join(tmpdir(), "hoptac-shots-"))
await chmod(folder, 0o711)
const cluster = await openCluster(folder, { durable: false })
const db = connect(cluster.url, { max: 4 })
await migrateToLatest(db)
await prepareDatabase(db)
const { loadSample } = await import("./src/features/sample/sample.ts")
await loadSample(db)
const admin = await signInAs(db, { name: "Lê Thị Lan", roles: [{ role: "administrator" }] })
const old = await db
  .selectFrom("places")
  .select(["id"])
  .where("level", "=", "commune")
  .where("valid_to", "=", "2025-06-30")
  .orderBy("id")
  .limit(3)
  .execute()
const now = await db
  .selectFrom("places")
  .select(["id"])
  .where("level", "=", "commune")
  .where("valid_to", "=", "infinity")
  .orderBy("id")
  .limit(1)
  .executeTakeFirstOrThrow()
const ag = await db
  .selectFrom("agencies")
  .select(["id", "slug"])
  .where("name", "=", "Sở Kế hoạch và Đầu tư tỉnh Kiên Giang")
  .executeTakeFirstOrThrow()
const hoa = await signInAs(db, {
  name: "Nguyễn Văn Hoà",
  roles: [
    { role: "commune_officer", place_id: old[0].id },
    { role: "commune_officer", place_id: now.id, valid_from: "2025-07-01" },
    { role: "editor", valid_from: "2021-01-01", valid_to: "2023-12-31" },
    { role: "publisher", valid_from: "2027-01-01" },
  ],
})
await signInAs(db, { name: "Trần Thị Mai", roles: [{ role: "commune_officer", place_id: old[1].id }] })
await signInAs(db, { name: "Phạm Quốc Tâm", roles: [{ role: "agency_officer", agency_id: ag.id }] })
await signInAs(db, { name: "Đỗ Thị Hạnh", secondFactor: false, roles: [{ role: "publisher" }] })
await db
  .insertInto("sign_ins")
  .values([
    {
      user_id: hoa.id,
      method: "password",
      succeeded: true,
      address: "14.161.22.9",
      user_agent: "Mozilla/5.0 (Linux; Android 13) Chrome/126",
    },
    {
      user_id: hoa.id,
      method: "password",
      succeeded: false,
      address: "14.161.22.9",
      user_agent: "Mozilla/5.0 (Linux; Android 13) Chrome/126",
    },
  ])
  .execute()
const port = 4799
const settings = readSettings({ BASE_URL: `http://127.0.0.1:${port}`, SECRET: secret })
const app = createApp({ db, settings, clock: () => new Date("2026-03-02T09:00:00+07:00") })
const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" })
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] })
const q = "/ban-lam-viec/quan-tri"
const place = await db
  .selectFrom("places")
  .select("slug")
  .where("id", "=", old[0].id)
  .executeTakeFirstOrThrow()
const org = await db
  .selectFrom("organisations")
  .select("slug")
  .where("legal_representative", "is not", null)
  .limit(1)
  .executeTakeFirst()
const pages: Record<string, string> = {
  index: q,
  rights: "/ban-lam-viec/quyen-han",
  people: `${q}/nguoi-dung`,
  person: `${q}/nguoi-dung/${hoa.id}`,
  invite: `${q}/nguoi-dung/moi`,
  give: `${q}/nguoi-dung/${hoa.id}/vai-tro/moi`,
  preview: `${q}/nguoi-dung/${hoa.id}/xem-thu`,
  disable: `${q}/nguoi-dung/${hoa.id}/khoa`,
  ended: `${q}/vai-tro-het-hieu-luc`,
  site: `${q}/trang`,
  agencies: `${q}/co-quan?da-cham-dut=1`,
  agency: `${q}/co-quan/${ag.slug}`,
  follow: `${q}/co-quan/moi`,
  places: `${q}/dia-ban`,
  place: `${q}/dia-ban/${place.slug}`,
  data: `/ban-lam-viec/to-chuc/${org?.slug}/du-lieu-ca-nhan`,
}
const only = process.argv.slice(2)
for (const width of [360, 1280]) {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    extraHTTPHeaders: { cookie: admin.cookie.replace("__Host-phien", "phien") },
  })
  const page = await context.newPage()
  for (const [name, path] of Object.entries(pages)) {
    if (only.length && !only.includes(name)) continue
    const response = await page.goto(`http://127.0.0.1:${port}${path}`)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    console.log(name, width, response?.status(), "overflow", over)
    await page.screenshot({ path: `/tmp/adm-${name}-${width}.png`, fullPage: true })
  }
}
await browser.close()
server.close()
await db.destroy()
await cluster.stop()
await rm(folder, { recursive: true, force: true })
