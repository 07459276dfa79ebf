import { describe, expect, it } from "vitest"
import { deeds, recordKinds } from "./deeds.ts"
import { fieldName } from "./fields.ts"
import { differencesOf, sentenceOf, type Told } from "./sentences.ts"

const change: Told = {
  actor: "Trần Thị Mai",
  role: "editor",
  action: "rename",
  record_kind: "section",
  record_key: null,
  user_id: "mai",
  before: { slug: "tin", name: "Tin", name_en: "News" },
  after: { slug: "tin-tuc", name: "Tin tức", name_en: "News" },
  subject: "Tin tức",
}

describe("a sentence of the change log", () => {
  it("says who, in which role, did what to which record, and what of it", () => {
    expect(sentenceOf(change, "vi")).toBe(
      "Trần Thị Mai (Biên tập viên) đã đổi tên chuyên mục “Tin tức”: tên, địa chỉ",
    )
    expect(sentenceOf(change, "en")).toBe(
      "Trần Thị Mai (Editor) renamed the section “Tin tức”: name, address",
    )
  })

  it.each(
    recordKinds.flatMap((kind) => Object.keys(deeds[kind].did).map((action) => [kind, action] as const)),
  )("is there for %s: %s, in both languages", (record_kind, action) => {
    const told = { ...change, record_kind, action, before: null, after: null }
    const [vi, en] = [sentenceOf(told, "vi"), sentenceOf(told, "en")]
    expect(vi).toMatch(/^Trần Thị Mai \(Biên tập viên\) (đã|không) /)
    expect(en).toMatch(/^Trần Thị Mai \(Editor\) [a-z]/)
    expect(en).not.toBe(vi)
  })

  it("names the role that was given, and to whom", () => {
    const given = { ...change, role: "administrator", action: "give", record_kind: "role", before: null }
    const told = { ...given, after: { role: "auditor", user_id: "lan" }, subject: "Lan" }
    expect(sentenceOf(told, "vi")).toBe(
      "Trần Thị Mai (Quản trị viên) đã giao vai trò cho Lan: Kiểm toán viên",
    )
  })

  it("does not repeat the name of someone who changed their own account", () => {
    const own = { ...change, role: null, action: "change_password", record_kind: "person", record_key: "mai" }
    expect(sentenceOf({ ...own, before: null, after: null, subject: "Trần Thị Mai" }, "vi")).toBe(
      "Trần Thị Mai đã đổi mật khẩu",
    )
  })

  it("tells writing an article from changing it, and one language from the other", () => {
    const write = { ...change, action: "write", record_kind: "article", subject: "Hội nghị" }
    const first = { ...write, before: null, after: { locale: "vi", version: 1, title: "Hội nghị" } }
    expect(sentenceOf(first, "vi")).toContain("đã viết tin bài “Hội nghị”")
    const second = {
      ...write,
      before: { locale: "en", version: 1, title: "Meeting" },
      after: { locale: "en", version: 2, title: "Conference" },
    }
    expect(sentenceOf(second, "vi")).toMatch(/đã sửa tin bài “Hội nghị” \(bản tiếng Anh\): tiêu đề$/)
  })

  it("still says something of a deed that has no words any more", () => {
    expect(sentenceOf({ ...change, action: "polish", before: null }, "vi")).toContain(
      "đã thực hiện “polish” với chuyên mục",
    )
    expect(sentenceOf({ ...change, record_kind: "toString", action: "constructor" }, "en")).toContain(
      "did “constructor” to toString",
    )
  })
})

describe("the values of an entry", () => {
  const names = new Map([["place_id:12", "Xã Bình An"]])

  it("are written as people write them", () => {
    const after = {
      place_id: 12,
      agency_id: null,
      valid_from: "2026-03-02",
      valid_to: "infinity",
      disabled_at: "2026-03-02T02:00:00.000Z",
      retired: true,
      value: 1234.5,
      role: "auditor",
      order: ["Tin", "Thông báo"],
    }
    const shown = differencesOf({ before: null, after }, "vi", names).map(({ field, after }) => [
      field,
      after,
    ])
    expect(Object.fromEntries(shown)).toEqual({
      place_id: "Xã Bình An",
      valid_from: "02/03/2026",
      valid_to: "không thời hạn",
      disabled_at: "09:00, 02/03/2026",
      retired: "có",
      value: "1.234,5",
      role: "Kiểm toán viên",
      order: "Tin\nThông báo",
    })
  })

  it("leave out what stayed the same", () => {
    expect(differencesOf(change, "en", names).map(({ name }) => name)).toEqual(["name", "address"])
  })

  it("show a text without how it is set", () => {
    const [body] = differencesOf(
      { before: null, after: { body_html: "<p>A &lt; B</p><p>C</p>" } },
      "vi",
      names,
    )
    expect(body?.after).toBe("A < B\nC")
  })

  it("keep the name of a field that nobody gave words", () => {
    expect(fieldName("constructor", "vi")).toBe("constructor")
  })
})
