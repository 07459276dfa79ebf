import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { signInAs } from "../../../test/fixtures/people.ts"
import { loadPlaces } from "../places/load-places.ts"
import { findPerson } from "./session.ts"

const today = "2026-03-02"
let database: Awaited<ReturnType<typeof freshDatabase>>

beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
})
afterAll(() => database.close())

describe("the person behind a session", () => {
  it("holds the roles of the day, and no role before or after its days", async () => {
    const mai = await signIn("Mai", [
      { role: "editor", valid_from: "2026-03-02", valid_to: "2026-03-02" },
      { role: "publisher", valid_from: "2026-03-03" },
      { role: "auditor", valid_from: "2020-01-01", valid_to: "2026-03-01" },
    ])
    expect(await rolesOf(mai, "2026-03-01")).toEqual(["auditor"])
    expect(await rolesOf(mai, "2026-03-02")).toEqual(["editor"])
    expect(await rolesOf(mai, "2026-03-03")).toEqual(["publisher"])
  })

  it("loses a role for a place on the day after the place's last", async () => {
    const place_id = await placeId("30898", "2025-06-30")
    const lan = await signIn("Lan", [{ role: "commune_officer", place_id }])
    expect(await rolesOf(lan, "2025-06-30")).toEqual(["commune_officer"])
    expect(await rolesOf(lan, "2025-07-01")).toEqual([])
  })

  it("reaches every commune inside a district", async () => {
    const place_id = await placeId("906", "2025-06-30", "district")
    const [inside, outside] = [await placeId("30904", "2025-06-30"), await placeId("30754", "2025-06-30")]
    const hoa = await signIn("Hoà", [{ role: "commune_officer", place_id }])
    const person = await findPerson(database.db, await tokenOf(hoa.id), "2025-06-30")
    expect(person?.roles[0]?.place_ids).toContain(inside)
    expect(person?.roles[0]?.place_ids).not.toContain(outside)
  })

  it("is nobody once the session is over, or the account disabled", async () => {
    const an = await signIn("An")
    const token = await tokenOf(an.id)
    expect(await findPerson(database.db, token, today)).toMatchObject({ name: "An" })

    await database.db.updateTable("users").set({ disabled_at: new Date() }).where("id", "=", an.id).execute()
    expect(await findPerson(database.db, token, today)).toBeUndefined()

    await database.db.updateTable("users").set({ disabled_at: null }).where("id", "=", an.id).execute()
    await database.db
      .updateTable("sessions")
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where("token", "=", token)
      .execute()
    expect(await findPerson(database.db, token, today)).toBeUndefined()
  })

  it("leaves a note that the session is in use, and not at every request", async () => {
    const binh = await signIn("Bình")
    const token = await tokenOf(binh.id)
    const longAgo = new Date(Date.now() - 3_600_000)
    await database.db
      .updateTable("sessions")
      .set({ updated_at: longAgo })
      .where("token", "=", token)
      .execute()
    await findPerson(database.db, token, today)
    const noted = await lastUse(token)
    expect(noted.getTime()).toBeGreaterThan(longAgo.getTime())
    await findPerson(database.db, token, today)
    expect(await lastUse(token)).toEqual(noted)
  })
})

async function signIn(name: string, roles?: Parameters<typeof signInAs>[1]["roles"]) {
  return signInAs(database.db, { name, ...(roles && { roles }) })
}

async function rolesOf({ id }: { id: string }, day: string) {
  const person = await findPerson(database.db, await tokenOf(id), day)
  return person?.roles.map(({ role }) => role)
}

async function tokenOf(userId: string) {
  const { token } = await database.db
    .selectFrom("sessions")
    .select("token")
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow()
  return token
}

async function lastUse(token: string) {
  const { updated_at } = await database.db
    .selectFrom("sessions")
    .select("updated_at")
    .where("token", "=", token)
    .executeTakeFirstOrThrow()
  return updated_at
}

async function placeId(code: string, day: string, level = "commune") {
  const { id } = await database.db
    .selectFrom("places")
    .select("id")
    .where("code", "=", code)
    .where("level", "=", level)
    .where("valid_from", "<=", day)
    .where("valid_to", ">=", day)
    .executeTakeFirstOrThrow()
  return id
}
