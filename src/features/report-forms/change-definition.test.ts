import { describe, expect, it } from "vitest"
import { movePart, putPart, removePart } from "./change-definition.ts"
import { compareDefinitions } from "./compare-definitions.ts"
import { type FormDefinition, type FormField, formDefinition } from "./definition.ts"
import { testWords } from "./test-words.ts"

const words = (vi: string) => ({ vi, en: vi })
const field = (code: string, section: string): FormField => ({
  code,
  section,
  kind: "count",
  label: words(code),
  source: "VII-2",
  is_from_memory: false,
  is_required: false,
})
const form = formDefinition.parse({
  sections: [
    { code: "people", label: words("Người") },
    { code: "land", label: words("Đất") },
  ],
  fields: [field("men", "people"), field("women", "people"), field("fields", "land")],
  rules: [],
})
const order = ({ fields }: FormDefinition) => fields.map(({ code }) => code).join(" ")

describe("a part of a form", () => {
  it("is put in its own place, and a new field behind the last of its section", () => {
    expect(order(putPart(form, "field", { ...field("men", "people"), is_required: true }))).toBe(
      "men women fields",
    )
    expect(order(putPart(form, "field", field("children", "people")))).toBe("men women children fields")
    expect(order(putPart(form, "field", field("men", "land")))).toBe("women fields men")
    const section = { code: "money", label: words("Tiền") }
    expect(putPart(form, "section", section).sections.at(-1)).toEqual(section)
  })

  it("moves among those of its section, and no further than its ends", () => {
    expect(order(movePart(form, "field", "women", "up"))).toBe("women men fields")
    expect(order(movePart(form, "field", "women", "down"))).toBe("men women fields")
    expect(order(movePart(form, "field", "fields", "up"))).toBe("men women fields")
    expect(movePart(form, "section", "land", "up").sections.map(({ code }) => code)).toEqual([
      "land",
      "people",
    ])
  })

  it("is removed", () => {
    expect(order(removePart(form, "field", "men"))).toBe("women fields")
  })
})

it("two versions are compared part by part, whatever order the database kept their keys in", () => {
  const { code, ...rest } = form.fields[2]!
  const after = {
    ...form,
    fields: [{ ...form.fields[1]!, source: "VII-2, dòng 3" }, { ...rest, code }, field("children", "people")],
  }
  expect(
    compareDefinitions(form, after).map(({ code, before, after, changed }) => [
      code,
      before !== undefined,
      after !== undefined,
      changed,
    ]),
  ).toEqual([
    ["women", true, true, ["source"]],
    ["children", false, true, []],
    ["men", true, false, []],
  ])
  expect(compareDefinitions(form, form)).toEqual([])
})

describe("a test in words", () => {
  const said = (test: Record<string, unknown>) => testWords(test, form, "vi")
  it("reads as a line", () => {
    expect(said({ "<=": [{ var: "value.men" }, { var: "last.men" }] })).toBe("men ≤ men (năm trước)")
    expect(
      said({
        or: [
          { "==": [{ var: "register.status" }, "operating"] },
          { ">": [{ "+": [{ var: "value.men" }, { var: "value.women" }] }, 1_000_000] },
        ],
      }),
    ).toBe("(tình trạng trong sổ đăng ký = “Đang hoạt động”) hoặc ((men + women) > 1.000.000)")
    expect(said({ "<": [{ "-": [{ var: "value.men" }] }, { max: [{ var: "value.women" }, 0] }] })).toBe(
      "(−men) < max(women; 0)",
    )
  })
})
