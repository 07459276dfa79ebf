import { Hono } from "hono"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import type { Locale } from "../ui/language.ts"
import {
  anyOf,
  listOf,
  oneOf,
  optionalDay,
  optionalEmail,
  optionalFile,
  optionalNumber,
  optionalOneOf,
  optionalText,
  recordId,
  requiredDay,
  requiredEmail,
  requiredFile,
  requiredNumber,
  requiredText,
  ticked,
} from "./form-fields.ts"
import { checkForm, type FormBody, readForm, startForm } from "./forms.ts"
import type { Env } from "./view.ts"

const organisationForm = (locale: Locale) =>
  z.object({
    ten: requiredText(locale, 20, "Hãy nhập tên."),
    "ngay-thanh-lap": requiredDay(locale),
    von: requiredNumber(locale, undefined, { least: 0, most: 1e12 }),
    loai: oneOf(locale, ["htx", "tht"]),
    "dien-thoai": listOf(requiredText(locale, 15)),
    "linh-vuc": anyOf(locale, ["trong-trot", "chan-nuoi"], { least: 1 }),
    "da-xac-minh": ticked(),
    "ghi-chu": optionalText(locale, 1000),
  })

const typed = {
  ten: " HTX Bình An ",
  "ngay-thanh-lap": "15/10/2020",
  von: "1.250.000,5",
  loai: "htx",
  "linh-vuc": "chan-nuoi",
}

describe("a form that was sent", () => {
  it("is read as people write, and drops what it did not ask for", async () => {
    const { answer } = await send({ ...typed, vai_tro: "administrator" })
    expect(answer).toMatchObject({
      ok: true,
      data: {
        ten: "HTX Bình An",
        "ngay-thanh-lap": "2020-10-15",
        von: 1250000.5,
        loai: "htx",
        "dien-thoai": [],
        "linh-vuc": ["chan-nuoi"],
        "da-xac-minh": false,
        "ghi-chu": null,
      },
    })
    expect(answer.data).not.toHaveProperty("vai_tro")
  })

  it("comes back with everything typed, repeated fields too, and one message for each mistake", async () => {
    const { answer } = await send([
      ["ten", "  "],
      ["ngay-thanh-lap", "31/2/2020"],
      ["von", "12.5"],
      ["loai", "sai"],
      ["dien-thoai", "0258 382 1234"],
      ["dien-thoai", "0258 382 1234 hoặc 0258 382 5678"],
      ["ghi-chu", "Dòng một\r\nDòng hai"],
    ])
    expect(answer.ok).toBe(false)
    expect(answer.state.errors).toEqual({
      ten: "Hãy nhập tên.",
      "ngay-thanh-lap": "Hãy viết ngày như 15/10/2020.",
      von: "Hãy viết số như 1.250 hoặc 12,5.",
      loai: "Hãy chọn một mục trong danh sách.",
      "dien-thoai": "Hãy viết ngắn hơn: nhiều nhất 15 ký tự.",
      "linh-vuc": "Hãy chọn ít nhất một mục.",
    })
    expect(answer.state.values).toEqual({
      ten: ["  "],
      "ngay-thanh-lap": ["31/2/2020"],
      von: ["12.5"],
      loai: ["sai"],
      "dien-thoai": ["0258 382 1234", "0258 382 1234 hoặc 0258 382 5678"],
      "ghi-chu": ["Dòng một\nDòng hai"],
    })
  })

  it("says what is wrong in the language of the page", async () => {
    const { answer } = await send({ ...typed, von: "-1" }, "en")
    expect(answer.state.errors).toEqual({ von: "Write a number of 0 or more." })
  })

  it("holds no character that the database cannot keep, and one spelling of what looks alike", async () => {
    const { answer } = await send({ ...typed, ten: "Bi\u0300nh\0 An" })
    expect(answer.data).toMatchObject({ ten: "Bình An" })
  })

  it("is refused as unreadable when its body is not what it says it is", async () => {
    const app = appWith(organisationForm)
    const response = await app.request("/", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: "nothing of the kind",
    })
    expect(response.status).toBe(400)
  })

  it("has its files beside its words", async () => {
    const body = new FormData()
    body.append("tep", new File(["năm 2024"], "bao-cao.txt"))
    const response = await appWith((locale) =>
      z.object({ tep: requiredFile(locale, { megabytes: 1 }) }),
    ).request("/", { method: "POST", body })
    expect(await response.json()).toMatchObject({ ok: true, state: { values: { tep: [] } } })
  })
})

describe("a form as it first stands on a page", () => {
  it("holds what its record holds, and nothing where that is unknown", () => {
    expect(startForm({ ten: "HTX", "linh-vuc": ["a", "b"], "ghi-chu": null, von: undefined })).toEqual({
      values: { ten: ["HTX"], "linh-vuc": ["a", "b"] },
      errors: {},
    })
  })
})

describe("a field", () => {
  const largeFile = new File([new Uint8Array(1_000_001)], "anh.jpg")
  const noFile = new File([], "")

  it.each([
    ["an address for mail, with capitals", requiredEmail("vi"), "Lan@Tinh.gov.vn", "lan@tinh.gov.vn"],
    ["no address where none is needed", optionalEmail("vi"), " ", null],
    ["no day where none is needed", optionalDay("vi"), undefined, null],
    ["a day where none is needed", optionalDay("vi"), "1/2/2020", "2020-02-01"],
    ["no number where none is needed", optionalNumber("vi"), "", null],
    ["nothing chosen where nothing need be", optionalOneOf("vi", ["a", "b"]), "", null],
    ["no file where none is needed", optionalFile("vi", { megabytes: 1 }), noFile, null],
    ["the key of a record", recordId("vi"), "120", 120],
  ])("accepts %s", (_what, field, value, data) => {
    expect(check(field, value)).toMatchObject({ ok: true, data: { field: data } })
  })

  it.each([
    ["an address without a host", requiredEmail("vi"), "lan@", "Hãy viết địa chỉ như ten@tinh.gov.vn."],
    ["no address", requiredEmail("vi"), "", "Hãy viết địa chỉ như ten@tinh.gov.vn."],
    ["half an address", optionalEmail("vi"), "lan", "Hãy viết địa chỉ như ten@tinh.gov.vn."],
    ["a field sent twice", optionalText("vi", 9), ["a", "b"], "Hãy chỉ điền mục này một lần."],
    ["a day sent twice", optionalDay("vi"), ["a", "b"], "Hãy viết ngày như 15/10/2020."],
    [
      "a day too late",
      requiredDay("vi", undefined, { to: "2024-12-31" }),
      "1/1/2025",
      "Hãy viết ngày không sau 31/12/2024.",
    ],
    ["a day no one lived to see", requiredDay("vi"), "1/1/1066", "Hãy viết ngày từ 01/01/1900 trở đi."],
    [
      "half a person",
      requiredNumber("vi", undefined, { whole: true }),
      "1,5",
      "Hãy viết số nguyên như 1.250.",
    ],
    [
      "more digits than can be kept",
      requiredNumber("vi"),
      "9999999999999999",
      "Hãy viết số không quá 999.999.999.999.999.",
    ],
    ["a key that is none", recordId("vi"), "1; drop", "Hãy chọn một mục trong danh sách."],
    ["a file too large", requiredFile("vi", { megabytes: 1 }), largeFile, "Hãy chọn tệp nhỏ hơn 1 MB."],
    [
      "a large file where none is needed",
      optionalFile("vi", { megabytes: 1 }),
      largeFile,
      "Hãy chọn tệp nhỏ hơn 1 MB.",
    ],
    ["no file", requiredFile("vi", { megabytes: 1 }), noFile, "Hãy chọn một tệp."],
    ["words instead of a file", optionalFile("vi", { megabytes: 1 }), "x", "Hãy chọn một tệp."],
  ])("says what to do about %s", (_what, field, value, message) => {
    expect(check(field, value)).toMatchObject({ ok: false, state: { errors: { field: message } } })
  })
})

function check(field: z.ZodType, value: FormBody[string] | undefined) {
  return checkForm(value === undefined ? {} : { field: value }, () => z.object({ field }), "vi")
}

async function send(form: Record<string, string> | [string, string][], locale: Locale = "vi") {
  const response = await appWith(organisationForm, locale).request("/", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form),
  })
  return { answer: await response.json() }
}

/** The least of an application that reads a form: no feature of the portal asks for all of this at once. */
function appWith(schema: (locale: Locale) => z.ZodType, locale: Locale = "vi") {
  return new Hono<Env>()
    .use(async (c, next) => {
      c.set("view", { locale } as Env["Variables"]["view"])
      await next()
    })
    .post("/", async (c) => c.json(await readForm(c, schema)))
}
