import { sql } from "kysely"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { runDueJobs } from "../../../test/jobs.ts"
import { startMailServer } from "../../../test/mail-server.ts"
import { createApp } from "../../app.tsx"
import { inTransaction } from "../../database/connection.ts"
import { log } from "../../log.ts"
import { readSettings } from "../../settings.ts"
import { sendMail } from "./send-mail.ts"

const link = "http://localhost:3000/lien-ket/a-secret-word"
const invitation = {
  to: "mai@example.vn",
  subject: "Lời mời vào bàn làm việc",
  text: `Chào chị Mai,\n\n${link}\n`,
}

let database: Awaited<ReturnType<typeof freshDatabase>>
let server: Awaited<ReturnType<typeof startMailServer>>
beforeEach(async () => {
  vi.spyOn(log, "error").mockImplementation(() => {})
  database = await freshDatabase()
  server = await startMailServer()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await server.close()
  await database.close()
})

function settingsWith(environment: Record<string, string> = {}) {
  return readSettings({ MAIL_URL: server.url, BASE_URL: "https://ktth.example.vn", ...environment })
}

function findMail() {
  return database.db.selectFrom("mails").selectAll().executeTakeFirstOrThrow()
}

describe("a mail", () => {
  it("reaches the mail server, with its words as they were written", async () => {
    await sendMail(database.db, invitation)
    expect(
      await runDueJobs(database.db, { settings: settingsWith({ MAIL_FROM: "Cổng KTTT <ktth@example.vn>" }) }),
    ).toBe(1)

    expect(server.mails).toHaveLength(1)
    const [mail] = server.mails
    expect(mail).toMatchObject({
      from: "ktth@example.vn",
      to: ["mai@example.vn"],
      user: "hoptac",
      password: "mật khẩu",
    })
    expect(mail?.headers.get("subject")).toBe(invitation.subject)
    expect(mail?.headers.get("from")).toBe("Cổng KTTT <ktth@example.vn>")
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated")
    expect(mail?.text.trim()).toBe(invitation.text.trim())
  })

  it("loses its text once it is sent, since a link in it may open an account", async () => {
    await sendMail(database.db, invitation)
    expect((await findMail()).body).toBe(invitation.text)
    await runDueJobs(database.db, { settings: settingsWith() })
    expect(await findMail()).toMatchObject({ state: "sent", body: null, attempts: 1, last_error: null })
    const { rows } = await sql<{ everything: string }>`
      select (select string_agg(to_jsonb(changes)::text, '') from changes)
        || (select string_agg(to_jsonb(job)::text, '') from pgboss.job job) as everything`.execute(
      database.db,
    )
    expect(rows[0]?.everything).toContain("mai@example.vn")
    expect(rows[0]?.everything).not.toContain("a-secret-word")
  })

  it("is not sent when the transaction it belongs to is taken back", async () => {
    await expect(
      inTransaction(database.db, async (trx) => {
        await sendMail(trx, invitation)
        throw new Error("no")
      }),
    ).rejects.toThrow("no")
    await runDueJobs(database.db, { settings: settingsWith() })
    expect(server.mails).toEqual([])
  })

  it("is tried again while the server refuses it, and then arrives once", async () => {
    server.refuse("451 4.3.0 Busy")
    await sendMail(database.db, invitation)
    await runDueJobs(database.db, { settings: settingsWith() })
    expect(await findMail()).toMatchObject({ state: "waiting", attempts: 1, body: invitation.text })
    expect((await findMail()).last_error).toContain("451 4.3.0 Busy")

    server.refuse(undefined)
    await runDueJobs(database.db, { settings: settingsWith(), now: new Date(Date.now() + 2 * 3_600_000) })
    expect(await findMail()).toMatchObject({ state: "sent", attempts: 2 })
    expect(server.mails).toHaveLength(1)
  })

  it("fails in the end, and the log of changes says so", async () => {
    server.refuse("550 5.1.1 No such user")
    await sendMail(database.db, invitation)
    for (let hours = 2; hours < 30; hours += 2)
      await runDueJobs(database.db, {
        settings: settingsWith(),
        now: new Date(Date.now() + hours * 3_600_000),
      })
    expect(await findMail()).toMatchObject({ state: "failed", attempts: 9 })
    expect(
      await database.db.selectFrom("changes").select(["actor", "via", "action", "record_kind"]).execute(),
    ).toEqual([{ actor: "send-mail", via: "job", action: "fail", record_kind: "mail" }])
  })

  it("is not sent when it comes too late to be of use", async () => {
    await sendMail(database.db, { ...invitation, goodUntil: new Date(Date.now() - 1000) })
    await runDueJobs(database.db, { settings: settingsWith() })
    expect(server.mails).toEqual([])
    expect(await findMail()).toMatchObject({ state: "failed", body: null })
  })

  it.each([
    ["a line break in the subject", { subject: "Xin chào\r\nBcc: thief@example.vn" }],
    ["a separator of lines in the subject", { subject: "Xin chào\u2028Bcc: thief@example.vn\u0000" }],
  ])("takes no header from %s", async (_what, crafted) => {
    await sendMail(database.db, { ...invitation, ...crafted })
    await runDueJobs(database.db, { settings: settingsWith() })
    expect(server.mails[0]?.to).toEqual(["mai@example.vn"])
    expect(server.mails[0]?.headers.has("bcc")).toBe(false)
    expect(server.mails[0]?.headers.get("subject")).toMatch(/^Xin chào Bcc: thief@example\.vn$/)
  })

  it.each([
    "mai@example.vn\r\nBcc: thief@example.vn",
    "mai@example.vn, thief@example.vn",
    "Mai <mai@example.vn>, <thief@example.vn>",
    "mai@example.vn;thief@example.vn",
    "group:mai@example.vn,thief@example.vn;",
    '"mai@example.vn"@thief.vn',
    "",
  ])("is refused an address that is not one: %j", async (to) => {
    await expect(sendMail(database.db, { ...invitation, to })).rejects.toThrow()
    expect(await database.db.selectFrom("mails").select("id").execute()).toEqual([])
  })
})

describe("the mailbox for development", () => {
  function visit(
    environment: Record<string, string>,
    url = "http://localhost:3000/hop-thu-thu-nghiem",
    forwarded?: string,
  ) {
    return createApp({ db: database.db, settings: readSettings(environment) }).request(url, {
      headers: forwarded ? { "x-forwarded-for": forwarded } : {},
    })
  }

  it("shows mails that could not leave, with links to follow", async () => {
    await sendMail(database.db, invitation)
    await runDueJobs(database.db, { settings: readSettings({}) })
    expect(await findMail()).toMatchObject({ state: "kept" })
    const response = await visit({})
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page).toContain(`<a href="${link}">${link}</a>`)
    expect(page).toContain(invitation.subject)
  })

  it("shows them at once, also while the job is late", async () => {
    await sendMail(database.db, invitation)
    expect(await (await visit({})).text()).toContain(link)
  })

  it("is not there on a server, nor where mails are sent, nor for anyone who asks from elsewhere", async () => {
    await sendMail(database.db, invitation)
    for (const asked of [
      visit({ BASE_URL: "https://ktth.example.vn" }),
      visit({ BASE_URL: "http://ktth.example.vn" }),
      visit({ BASE_URL: "https://localhost" }),
      visit({ MAIL_URL: server.url }),
      visit({}, "http://ktth.example.vn/hop-thu-thu-nghiem"),
      visit({}, undefined, "203.0.113.7"),
    ]) {
      const response = await asked
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain("a-secret-word")
    }
  })
})
