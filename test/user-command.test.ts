import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "./database.ts"
import { runHoptac } from "./program.ts"
import { visitor } from "./visit.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
const user = (...parameters: string[]) =>
  runHoptac(["user", ...parameters], { DATABASE_URL: database.url, BASE_URL: "https://ktth.example.vn" })

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

describe("people, from the shell", () => {
  it("says what to do while there are none", async () => {
    const { code, stdout } = await user("list")
    expect(code).toBe(0)
    expect(stdout).toContain("hoptac user add")
  })

  it("are added with a role, and the link that is printed opens the account", async () => {
    const { code, stdout } = await user(
      "add",
      "mai@example.vn",
      "--name",
      "Trần Thị Mai",
      "--role",
      "administrator",
    )
    expect(code).toBe(0)
    const link = /https:\/\/ktth\.example\.vn(\/lien-ket\/\S+)/.exec(stdout)?.[1]
    const answer = await visitor(database.db).post(link!, { password: "lúa chín vàng đồng" })
    expect(answer.status).toBe(303)
    expect((await user("list")).stdout).toBe("mai@example.vn  Trần Thị Mai  administrator\n")
  })

  it("are refused twice, under no address, in a role that is none and without the scope it needs", async () => {
    const add = (email: string, ...more: string[]) => user("add", email, "--name", "Ai", ...more)
    expect(await add("mai@example.vn")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("has an account"),
    })
    expect(await add("mai")).toMatchObject({ code: 1, stderr: expect.stringContaining("not an address") })
    expect(await add("lan@example.vn", "--role", "king")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("There is no role king"),
    })
    expect(await add("lan@example.vn", "--role", "commune-officer")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("--place"),
    })
    expect(await user("add", "lan@example.vn")).toMatchObject({ code: 2 })
    // Of a command that failed nothing is left.
    expect((await user("list")).stdout).not.toContain("lan@example.vn")
  })

  it("are given a place by the last part of its address", async () => {
    const { code } = await user(
      ...["add", "lan@example.vn", "--name", "Lê Thị Lan", "--role", "commune-officer"],
      ...["--place", "xa-giong-rieng-30904-tu-2025"],
    )
    expect(code).toBe(0)
    expect((await user("list")).stdout).toContain("lan@example.vn  Lê Thị Lan  commune_officer")
  })

  it("get a link for a new password, and none once they are disabled", async () => {
    expect((await user("reset", "lan@example.vn")).stdout).toMatch(/\/lien-ket\/\S+/)
    const disabled = await user("disable", "lan@example.vn", "--reason", "nghỉ việc")
    expect(disabled).toMatchObject({ code: 0 })
    expect((await user("list")).stdout).toContain("lan@example.vn  Lê Thị Lan  disabled")
    expect(await user("reset", "lan@example.vn")).toMatchObject({ code: 1 })
  })

  it("keep at least one administrator", async () => {
    const { code, stderr } = await user("disable", "mai@example.vn", "--reason", "nghỉ việc")
    expect(code).toBe(1)
    expect(stderr).toContain("last administrator")
  })

  it("leave an entry in the change log for everything that was done", async () => {
    const rows = await database.db
      .selectFrom("changes")
      .select(["via", "action", "record_kind"])
      .where("via", "=", "shell")
      .where("record_kind", "in", ["person", "role"])
      .orderBy("id")
      .execute()
    expect(rows.map(({ action, record_kind }) => `${action} ${record_kind}`)).toEqual([
      "invite person",
      "give role",
      "invite person",
      "give role",
      "reset_access person",
      "disable person",
    ])
  })
})
