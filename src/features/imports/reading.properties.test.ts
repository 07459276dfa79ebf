import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readNumber } from "./numbers.ts"
import { maximumPageBytes, PageUnreadable } from "./page-import.ts"
import { inShort, planPage, readText } from "./plan-examples.ts"
import { readPage } from "./read-page.ts"

const pieces = fc.constantFrom(
  ..."thành lập mới|105|hợp tác xã|HTX|(|)|,|;|.|:|trong đó|trên|từ|đến|02|90%|có lãi|khá, giỏi|mỗi xã|và|với|năm 2030|3,2 tỷ đồng|/năm|so với|gấp đôi|không còn|giải thể|mục tiêu|đã|hai|triệu|thành viên|- |\n|\n\n|a) |tăng|bình quân|hạn chế thấp nhất|yếu kém|148/KH-UBND|29/9/2020|ban hành Kế hoạch số".split(
    "|",
  ),
)
const scraps = fc.array(pieces, { maxLength: 60 }).map((words) => words.join(" "))

function readOrRefuse(bytes: Uint8Array) {
  try {
    return readPage(bytes, "page")
  } catch (error) {
    if (error instanceof PageUnreadable) return null
    throw error
  }
}

describe("reading holds whatever the page", () => {
  it("a number reads the same however it is grouped", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (value) => {
        expect(readNumber(String(value))).toBe(value)
        expect(readNumber(new Intl.NumberFormat("vi-VN").format(value))).toBe(value)
        if (value < 1e6)
          expect(readNumber(`${String(value / 10).replace(".", ",")} triệu`)).toBeCloseTo(value * 1e5, 3)
      }),
    )
  })

  it("targets point at their quotes, and only back at others", () => {
    fc.assert(
      fc.property(scraps, (scrap) => {
        const page = readText(planPage({ aims: [scrap] }))
        const targets = page.plan?.targets ?? []
        for (const [index, target] of targets.entries()) {
          expect(page.article.paragraphs[target.paragraph]?.slice(target.start, target.end)).toBe(
            target.quote,
          )
          expect(target.quote.trim()).toBe(target.quote)
          expect(target.quote).not.toBe("")
          expect(target.of).not.toBe(index)
          if (target.of !== null) expect(targets[target.of]).toBeDefined()
        }
      }),
      { numRuns: 500 },
    )
  })

  it("marks may be written apart or in the old place, and spaces may be hard", () => {
    fc.assert(
      fc.property(scraps, (scrap) => {
        const plain = planPage({ aims: [`Hoà bình, thuỷ sản: ${scrap}`] })
        const read = (text: string) => readText(text).plan?.targets.map(inShort)
        const expected = read(plain)
        expect(read(plain.normalize("NFD"))).toEqual(expected)
        expect(read(plain.replace("Hoà", "Hòa").replace("thuỷ", "thủy"))).toEqual(expected)
        expect(read(plain.replaceAll(/(?<=\S) (?=\S)/g, "\u00a0"))).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  it("nothing is thrown but PageUnreadable", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readOrRefuse(bytes)))
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        readOrRefuse(new TextEncoder().encode(text))
      }),
    )
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("<p>", "</p>", "<h1>", "<table><tr><td>", "<!--", "<script>", "&nbsp;", "x", "HTX"),
        ),
        (parts) => {
          readOrRefuse(new TextEncoder().encode(`<html>${parts.join("")}`))
        },
      ),
    )
  })

  it("a page of two megabytes takes seconds at most", () => {
    const aims = "Thành lập mới 105 HTX, trong đó 80 HTX nông nghiệp; trên 90% HTX có lãi. ".repeat(24_000)
    expect(new TextEncoder().encode(aims).length).toBeGreaterThan(2_000_000)
    const started = performance.now()
    expect(readText(planPage({ aims: [aims] })).plan?.targets).toHaveLength(3)
    expect(performance.now() - started).toBeLessThan(25_000)
  })

  it.each([
    ["numbers", "1 2.000 3,5 "],
    ["number words", "một triệu hai "],
    ["commas", ", và "],
    ["brackets", "(80 HTX ("],
    ["spaces", "          "],
    ["one word", "a"],
    ["shares that rise", "từ 60% HTX lên "],
    ["verbs", "củng cố, "],
    ["dates", "ngày 1/1/2021 "],
    ["dots", "."],
  ])("nothing but %s is read as quickly", (_, piece) => {
    const long = piece.repeat(Math.ceil(200_000 / piece.length))
    const started = performance.now()
    readText(planPage({ aims: [`Thành lập mới 10 HTX. ${long}`] }))
    expect(performance.now() - started).toBeLessThan(8_000)
  })

  it("tags without end are refused or read, and never overwhelm", () => {
    for (const tag of ["<div>", "<p>", "<b>", "<table><tr><td>"]) {
      readOrRefuse(new TextEncoder().encode(`<html><body>${tag.repeat(30_000)}Thành lập mới 10 HTX`))
    }
  })

  it("the limit leaves room for any page of text", () => {
    expect(maximumPageBytes).toBeGreaterThan(2_000_000)
  })
})
