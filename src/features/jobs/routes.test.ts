import { sql } from "kysely"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { runDueJobs } from "../../../test/jobs.ts"
import { visitor } from "../../../test/visit.ts"
import { log } from "../../log.ts"
import { readSettings } from "../../settings.ts"
import { sealChecking } from "../changes/seal-checking.ts"
import { mailForgetting } from "../mail/mail-forgetting.ts"
import { sendMail } from "../mail/send-mail.ts"
import { enqueue } from "./queue.ts"

const jobs = "/ban-lam-viec/quan-tri/cong-viec"
const mails = "/ban-lam-viec/quan-tri/thu"
const health = "/ban-lam-viec/quan-tri/tinh-trang"

let database: Awaited<ReturnType<typeof freshDatabase>>
let lan: SignedIn
beforeEach(async () => {
  vi.spyOn(log, "error").mockImplementation(() => {})
  database = await freshDatabase()
  lan = await signInAs(database.db, { name: "Nguyễn Thị Lan", roles: [{ role: "administrator" }] })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await database.close()
})

function as(someone: SignedIn) {
  return visitor(database.db).as(someone)
}

async function failMail() {
  await sendMail(database.db, {
    to: "mai@example.vn",
    subject: "Lời mời",
    text: "https://ktth.example.vn/lien-ket/a-secret",
  })
  const settings = readSettings({ BASE_URL: "https://ktth.example.vn" })
  for (let hours = 0; hours < 20; hours += 2)
    await runDueJobs(database.db, { settings, now: new Date(Date.now() + hours * 3_600_000) })
}

async function findJob() {
  const { rows } = await sql<{ id: string; state: string }>`
    select id, state::text from pgboss.job where name = 'send-mail' order by created_on desc`.execute(
    database.db,
  )
  return rows[0]!
}

function lastChange() {
  return database.db
    .selectFrom("changes")
    .select(["actor", "via", "role", "action", "record_kind", "user_id", "request_id"])
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst()
}

describe("jobs, mails and health", () => {
  it("are for administrators, and for auditors to read", async () => {
    const auditor = await signInAs(database.db, { name: "Hoa", roles: [{ role: "auditor" }] })
    const editor = await signInAs(database.db, { name: "Bình", roles: [{ role: "editor" }] })
    for (const path of [jobs, mails, health]) {
      expect((await as(lan).get(path)).status, path).toBe(200)
      expect((await as(auditor).get(path)).status, path).toBe(200)
      expect((await as(editor).get(path)).status, path).toBe(404)
      expect((await visitor(database.db).get(path)).status, path).toBe(303)
    }
    expect((await as(lan).get(`/en${health}`)).text).toContain("Disk of DATA_DIR")
  })
})

describe("a job that failed", () => {
  it("is shown with its reason, and run again at someone's word, which the log of changes keeps", async () => {
    await failMail()
    const page = await as(lan).get(`${jobs}?trang-thai=bi-loi`)
    expect(page.text).toContain("Gửi thư")
    expect(page.text).toContain("There is no mail server: set MAIL_URL.")

    const { id } = await findJob()
    const { status, headers } = await as(lan).post(`${jobs}/${id}/lan-chay-lai`, {})
    expect(status).toBe(303)
    expect(headers.get("location")).toBe(`${jobs}?trang-thai=dang-cho`)
    expect((await findJob()).state).toBe("retry")
    expect(await lastChange()).toMatchObject({
      actor: "Nguyễn Thị Lan",
      via: "web",
      role: "administrator",
      action: "retry",
      record_kind: "job",
      user_id: lan.id,
      request_id: expect.stringMatching(/^[0-9a-f]{8}$/),
    })
    // Pressed twice: nothing happens, and nothing is wrong.
    expect((await as(lan).post(`${jobs}/${id}/lan-chay-lai`, {})).status).toBe(303)
  })

  it("is not offered to the auditor, nor done for them", async () => {
    await failMail()
    const auditor = await signInAs(database.db, { name: "Hoa", roles: [{ role: "auditor" }] })
    expect((await as(auditor).get(jobs)).text).not.toContain("lan-chay-lai")
    const { id } = await findJob()
    expect((await as(auditor).post(`${jobs}/${id}/lan-chay-lai`, {})).status).toBe(403)
    expect((await findJob()).state).toBe("failed")
  })

  it("has to be there", async () => {
    const nowhere = `${jobs}/00000000-0000-4000-8000-000000000000/lan-chay-lai`
    expect((await as(lan).post(nowhere, {})).status).toBe(404)
  })
})

describe("a mail that failed", () => {
  it("is shown without its text, and sent again at someone's word", async () => {
    await failMail()
    const page = await as(lan).get(mails)
    expect(page.text).toContain("Không gửi được")
    expect(page.text).toContain("mai@example.vn")
    expect(page.text).not.toContain("a-secret")

    const mail = await database.db.selectFrom("mails").select("id").executeTakeFirstOrThrow()
    expect((await as(lan).post(`${mails}/${mail.id}/lan-gui-lai`, {})).status).toBe(303)
    expect(await database.db.selectFrom("mails").select("state").executeTakeFirst()).toEqual({
      state: "waiting",
    })
    expect((await findJob()).state).toBe("created")
    expect(await lastChange()).toMatchObject({ action: "retry", record_kind: "mail" })
    expect((await as(lan).post(`${mails}/999/lan-gui-lai`, {})).status).toBe(404)
  })

  it("is forgotten at night once it is of no use: its text first, all of it after ninety days", async () => {
    await failMail()
    await enqueue(database.db, mailForgetting, {})
    await runDueJobs(database.db, { now: new Date(Date.now() + 4 * 86_400_000) })
    expect(await database.db.selectFrom("mails").select(["state", "body"]).execute()).toEqual([
      { state: "failed", body: null },
    ])
    expect((await as(lan).get(mails)).text).not.toContain("lan-gui-lai")

    await enqueue(database.db, mailForgetting, {})
    await runDueJobs(database.db, { now: new Date(Date.now() + 91 * 86_400_000) })
    expect(await database.db.selectFrom("mails").select("id").execute()).toEqual([])
    expect(await lastChange()).toMatchObject({ actor: "forget-mails", via: "job", action: "forget" })
  })
})

describe("a test mail", () => {
  it("goes to whoever asks for it, and to no one else", async () => {
    expect((await as(lan).post(`${mails}/thu-kiem-tra`, { to: "thief@example.vn" })).status).toBe(303)
    expect(await database.db.selectFrom("mails").select("recipient").execute()).toEqual([
      { recipient: lan.email },
    ])
  })
})

describe("the health of the system", () => {
  it("tells of broken seals", async () => {
    await enqueue(database.db, sealChecking, {})
    await runDueJobs(database.db)
    expect((await as(lan).get(health)).text).toContain("Nhật ký nguyên vẹn.")

    await sql`alter table changes disable trigger user`.execute(database.db)
    await sql`insert into changes (actor, via, action, record_kind) values ('x', 'shell', 'grant', 'role')`.execute(
      database.db,
    )
    await sql`alter table changes enable trigger user`.execute(database.db)
    await enqueue(database.db, sealChecking, {})
    await runDueJobs(database.db)
    const { text } = await as(lan).get(health)
    expect(text).toContain("verdict--bad")
    expect(text).toMatch(/The seal of change \d+ is broken: not_sealed/)
  })
})
