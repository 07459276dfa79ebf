import fc from "fast-check"
import { Hono } from "hono"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { formatNumber } from "../ui/format.ts"
import { optionalDay, readNumber, requiredDay, requiredNumber, requiredText, ticked } from "./form-fields.ts"
import { readForm } from "./forms.ts"
import type { Env, View } from "./view.ts"

const schema = (locale: "vi" | "en") =>
  z.object({
    name: requiredText(locale, 10),
    area: requiredNumber(locale),
    founded: requiredDay(locale),
    ended: optionalDay(locale),
    agreed: ticked(),
  })

async function read(form: Record<string, string>) {
  let result: Awaited<ReturnType<typeof readForm<z.infer<ReturnType<typeof schema>>>>> | undefined
  const app = new Hono<Env>().post("/", async (c) => {
    c.set("view", { locale: "vi" } as View)
    result = await readForm(c, schema)
    return c.text("")
  })
  await app.request("/", { method: "POST", body: new URLSearchParams(form) })
  return result!
}

describe("a submitted form", () => {
  it("becomes values that are what their types say", async () => {
    const { ok, ...rest } = await read({
      name: " Bình An ",
      area: "1.250,5",
      founded: "15/10/2020",
      ended: "",
      agreed: "1",
    })
    expect(ok).toBe(true)
    expect(rest).toMatchObject({
      data: { name: "Bình An", area: 1250.5, founded: "2020-10-15", ended: null, agreed: true },
    })
  })

  it("with mistakes keeps everything typed, and says one thing of each wrong field", async () => {
    const { ok, state } = await read({ name: "", area: "mười", founded: "30/2/2020", ended: "hôm qua" })
    expect(ok).toBe(false)
    expect(state.values).toEqual({ name: [""], area: ["mười"], founded: ["30/2/2020"], ended: ["hôm qua"] })
    expect(state.errors).toEqual({
      name: "Hãy điền mục này.",
      area: "Hãy viết số như 1.250 hoặc 12,5.",
      founded: "Hãy viết ngày như 15/10/2020.",
      ended: "Hãy viết ngày như 15/10/2020.",
    })
  })

  it("says the same of a field that was not sent at all", async () => {
    expect(Object.keys((await read({})).state.errors)).toEqual(["name", "area", "founded"])
  })

  it("brings in no field that the form does not have", async () => {
    const result = await read({ name: "An", area: "1", founded: "1/1/2020", role: "administrator", id: "7" })
    expect(result.ok && Object.keys(result.data)).toEqual(["name", "area", "founded", "ended", "agreed"])
  })

  it("brings one spelling of each letter, and nothing that the database cannot hold", async () => {
    const result = await read({ name: "Hoà\0".normalize("NFD"), area: "1", founded: "1/1/2020" })
    expect(result.ok && result.data.name).toBe("Hoà".normalize("NFC"))
  })
})

describe("a number as people write it", () => {
  it("is read back as it is shown", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const value = Number(`${whole}.${String(cents).padStart(2, "0")}`)
        expect(readNumber(formatNumber(value, "vi", 2))).toBe(value)
      }),
    )
  })
  it.each(["1,250.5", "1.25", "12.3456", "", "-", "1e3", "0x10", "Infinity", "NaN"])("“%s” is none", (text) =>
    expect(readNumber(text)).toBeUndefined(),
  )
})
