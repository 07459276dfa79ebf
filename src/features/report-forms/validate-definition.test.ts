import { describe, expect, it } from "vitest"
import { type FormDefinition, type FormField, type FormRule, formDefinition } from "./definition.ts"
import { faultWords } from "./fault-words.ts"
import { faultsOfDefinition, faultsOfTest, lostColumns, usersOf } from "./validate-definition.ts"

const words = { vi: "chữ", en: "words" }
const field = (code: string, more: Partial<FormField> = {}): FormField => ({
  code,
  section: "people",
  kind: "count",
  label: words,
  source: "VII-2",
  is_from_memory: true,
  is_required: false,
  ...more,
})
const rule = (test: FormRule["test"], more: Partial<FormRule> = {}): FormRule => ({
  code: "fits",
  severity: "warning",
  test,
  message: words,
  fields: ["members"],
  ...more,
})
const form = (more: Partial<FormDefinition> = {}) =>
  formDefinition.parse({
    sections: [{ code: "people", label: words }],
    fields: [field("men"), field("women"), field("members", { total_of: ["men", "women"] })],
    rules: [rule({ ">=": [{ var: "value.members" }, { var: "last.men" }] })],
    ...more,
  })
const withField = (...fields: FormField[]) => form({ fields: [...form().fields, ...fields] })
const faults = (definition: FormDefinition, before?: FormDefinition) =>
  faultsOfDefinition(definition, before).map(({ code, fault, about }) =>
    [code, fault, about].join(" ").trim(),
  )

describe("what keeps a form from being used", () => {
  it("is nothing where all fits", () => {
    expect(faults(form())).toEqual([])
  })

  it("is a code that is there twice", () => {
    expect(faults(withField(field("men")))).toEqual(["men twice", "men twice"])
    expect(faults(form({ rules: [...form().rules, ...form().rules] }))).toEqual(["fits twice", "fits twice"])
    const section = { code: "people", label: words }
    expect(faults(form({ sections: [section, section] }))).toEqual(["people twice", "people twice"])
  })

  it("is a section without fields, and a field without its section", () => {
    const lost = withField(field("land", { section: "land" }))
    expect(faults(lost)).toEqual(["land no_section land"])
    const empty = { code: "land", label: words }
    expect(faults(form({ sections: [...form().sections, empty] }))).toEqual(["land no_fields"])
  })

  it("is a total of what is not there, of no numbers, of itself, or of a total that is worked out later", () => {
    expect(faults(withField(field("all", { total_of: ["men", "children"] })))).toEqual([
      "all total_of_unknown children",
    ])
    expect(
      faults(withField(field("words", { kind: "text" }), field("all", { total_of: ["words"] }))),
    ).toEqual(["all total_of_no_number words"])
    expect(faults(withField(field("dong", { kind: "money" }), field("all", { total_of: ["dong"] })))).toEqual(
      ["all total_of_no_number dong"],
    )
    expect(faults(withField(field("all", { total_of: ["all"] })))).toEqual(["all total_too_early all"])
    const circle = withField(field("one", { total_of: ["other"] }), field("other", { total_of: ["one"] }))
    expect(faults(circle)).toEqual(["one total_too_early other"])
    expect(faults(withField(field("all", { total_of: ["members", "men"] })))).toEqual([])
  })

  it("is a choice of one, twice the same choice, and limits that nothing fits in", () => {
    const choice = (...codes: string[]) =>
      field("way", { kind: "choice", choices: codes.map((code) => ({ code, ...words })) })
    expect(faults(withField(choice("a")))).toEqual(["way no_choices"])
    expect(faults(withField(choice("a", "b", "a")))).toEqual(["way choice_twice a"])
    expect(faults(withField(choice("a", "b")))).toEqual([])
    expect(faults(withField(field("age", { least: 10, most: 9 })))).toEqual(["age least_above_most"])
  })

  it("is a column of the yearly reports of another kind, and a kind that was other in the version before", () => {
    expect(faults(withField(field("revenue")))).toEqual(["revenue column_of_other_kind money"])
    const before = withField(field("answer", { kind: "money" }))
    expect(faults(withField(field("answer")), before)).toEqual(["answer kind_was_other money"])
    expect(faults(before, before)).toEqual([])
  })

  it("is a beginning that the register has not, and a rule that points at a field the form has not", () => {
    expect(faults(withField(field("age", { from_register: "age" })))).toEqual(["age register_unknown age"])
    const gone = rule({ ">": [{ var: "value.children" }, 0] }, { fields: ["children"] })
    expect(faults(form({ rules: [gone] }))).toEqual(["fits variable_unknown value.children"])
    expect(
      faults(form({ rules: [rule({ ">": [{ var: "value.men" }, 0] }, { fields: ["children"] })] })),
    ).toEqual(["fits points_at_unknown children"])
  })

  it("is said in words, in both languages", () => {
    const [fault] = faultsOfDefinition(withField(field("revenue")))
    expect(faultWords(fault!, "vi")).toBe(
      "Chỉ tiêu revenue: mã này là cột của báo cáo năm, phải thuộc loại “tiền (đồng)”.",
    )
    expect(faultWords(fault!, "en")).toContain("has to be of the kind “money (đồng)”")
  })
})

describe("the test of a rule", () => {
  const { fields } = withField(field("name", { kind: "text" }), field("linked", { kind: "yes_no" }))
  const faultIn = (test: FormRule["test"]) =>
    faultsOfTest(test, fields)
      .map(({ fault, about }) => [fault, about].join(" ").trim())
      .join()

  it("uses operators that exist, one at a time", () => {
    expect(faultIn({ "=<": [{ var: "value.men" }, 1] })).toBe("operator_unknown =<")
    expect(faultIn({ ">": [{ "+": [1, { log: 2 }] }, 1] })).toBe("operator_unknown log")
    expect(faultIn({ ">": [1, 2], "<": [1, 2] })).toMatch(/^not_one_operator/)
    expect(faultIn({})).toMatch(/^not_one_operator/)
  })

  it("asks for what the form, the year before or the register has", () => {
    expect(faultIn({ ">": [{ var: "value.children" }, 1] })).toBe("variable_unknown value.children")
    expect(faultIn({ ">": [{ var: "men" }, 1] })).toBe("variable_unknown men")
    expect(faultIn({ ">": [{ var: "register.age" }, 1] })).toBe("variable_unknown register.age")
    expect(faultIn({ ">": [{ var: "next.men" }, 1] })).toBe("variable_unknown next.men")
    expect(faultIn({ ">": [{ var: "value.name" }, 1] })).toBe("variable_of_text value.name")
    expect(faultIn({ "==": [{ var: "register.status" }, "operating"] })).toBe("")
    expect(faultIn({ or: [{ "!": { var: "value.linked" } }, { ">": [{ var: "last.men" }, 1] }] })).toBe("")
  })

  it("never divides by what may be nothing", () => {
    expect(faultIn({ "<": [{ "/": [{ var: "value.men" }, { var: "value.women" }] }, 1] })).toBe(
      "fails_to_run",
    )
    expect(faultIn({ "<": [{ "/": [{ var: "value.men" }, 2] }, 1] })).toBe("")
  })
})

it("totals and rules that use a field are named", () => {
  const used = usersOf("men", form())
  expect(used.totals.map(({ code }) => code)).toEqual(["members"])
  expect(used.rules.map(({ code }) => code)).toEqual(["fits"])
  expect(usersOf("women", form()).rules).toEqual([])
})

it("columns that are asked for no more are named", () => {
  const before = withField(field("workers"))
  expect(lostColumns(form(), before).map(({ code }) => code)).toEqual(["workers"])
  expect(lostColumns(before, form())).toEqual([])
  expect(lostColumns(form(), undefined)).toEqual([])
})
