import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compareBodies, compareLines, differences } from "./compare.ts"

describe("two versions of a body", () => {
  it("show which words of a paragraph were taken out and which came in", () => {
    expect(compareBodies("<p>Có 105 hợp tác xã mới.</p>", "<p>Có 108 hợp tác xã mới.</p>")).toEqual([
      {
        fate: "changed",
        old: [
          { fate: "same", text: "Có " },
          { fate: "removed", text: "105 " },
          { fate: "same", text: "hợp tác xã mới." },
        ],
        new: [
          { fate: "same", text: "Có " },
          { fate: "added", text: "108 " },
          { fate: "same", text: "hợp tác xã mới." },
        ],
      },
    ])
  })
  it("leave a paragraph alone that stands as it was, also behind a new one", () => {
    expect(compareBodies("<p>Một.</p><p>Ba.</p>", "<p>Một.</p><p>Hai.</p><p>Ba.</p>")).toEqual([
      { fate: "same", text: "Một." },
      { fate: "added", new: [{ fate: "added", text: "Hai." }] },
      { fate: "same", text: "Ba." },
    ])
  })
  it("set a paragraph beside what became of it, also where the one before it went", () => {
    const before = "<p>Các huyện ven biển đi đầu.</p><p>Hội nghị bàn kế hoạch năm tới.</p>"
    expect(compareBodies(before, "<p>Hội nghị bàn kế hoạch năm 2027.</p>")).toMatchObject([
      { fate: "removed" },
      { fate: "changed", new: [{ text: "Hội nghị bàn kế hoạch năm " }, { fate: "added", text: "2027." }] },
    ])
  })
  it("show a link that leads elsewhere under the same words", () => {
    const [row] = compareBodies(
      '<p><a href="https://a.vn/">Tệp</a></p>',
      '<p><a href="https://b.vn/">Tệp</a></p>',
    )
    expect(row).toMatchObject({ fate: "changed", new: [{ text: "Tệp " }, { text: "[https://b.vn/]" }] })
  })
  it("show another alternative text of the same image", () => {
    const image = (words: string) => `<p><img src="/tep/a/a.webp" alt="${words}" /></p>`
    expect(compareBodies(image("Kho lúa"), image("Kho gạo"))).toMatchObject([{ fate: "changed" }])
  })
  it("keep the cells of a row apart", () => {
    const table = (figure: string) =>
      `<table><tbody><tr><td>Rạch Giá</td><td>${figure}</td></tr></tbody></table>`
    expect(compareBodies(table("12"), table("13"))).toMatchObject([
      { fate: "changed", old: [{ text: "Rạch Giá | " }, { fate: "removed", text: "12" }] },
    ])
  })
  it("say when a line came that was not there", () => {
    expect(compareLines("", "Minh Tâm")).toEqual([
      { fate: "added", new: [{ fate: "added", text: "Minh Tâm" }] },
    ])
  })
})

describe("the differences between two lists", () => {
  const list = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 })
  it("lead from the one to the other, and back", () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const steps = differences(before, after)
        const without = (fate: string) => steps.filter((step) => step.fate !== fate).map(({ item }) => item)
        expect(without("added")).toEqual(before)
        expect(without("removed")).toEqual(after)
      }),
    )
  })
  it("are none between a list and itself", () => {
    fc.assert(
      fc.property(list, (items) => {
        expect(differences(items, items).every(({ fate }) => fate === "same")).toBe(true)
      }),
    )
  })
  it("never are more than those of two texts with nothing in common, whose comparison ends soon", () => {
    const words = (letter: string) => Array.from({ length: 20_000 }, (_, index) => `${letter}${index}`)
    const started = performance.now()
    expect(differences(words("a"), words("b"))).toHaveLength(40_000)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
