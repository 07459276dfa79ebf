import fc from "fast-check"
import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { fold } from "../../ui/slug.ts"
import { readSearch, searchWords, tsquery } from "./search.ts"

const query = (text: string) => tsquery(readSearch(text)?.terms ?? [])

describe("reading what was typed", () => {
  it("takes the words that name the kind out of the name", () => {
    expect(readSearch("Hợp tác xã Bình An")).toMatchObject({ kind: "cooperative", words: ["binh", "an"] })
    expect(readSearch("bình an tổ hợp tác")).toMatchObject({
      kind: "cooperative_group",
      words: ["binh", "an"],
    })
    expect(readSearch("LHHTX Kiên Giang")).toMatchObject({
      kind: "cooperative_union",
      words: ["kien", "giang"],
    })
    expect(readSearch("liên hiệp hợp tác xã")).toMatchObject({ kind: "cooperative_union", words: [] })
    expect(readSearch("QTDND Rạch Sỏi")).toMatchObject({ kind: "credit_fund", words: ["rach", "soi"] })
  })

  it("keeps words that only begin like a kind", () => {
    expect(readSearch("hợp tác xanh")).toMatchObject({ words: ["hop", "tac", "xanh"] })
  })

  it("looks for a phrase and for what offices write instead of it", () => {
    expect(query("nông nghiệp")).toBe(query("nn"))
    expect(query("NN Bình An")).toBe("(nong & nghiep | nn | dvnn | nndv | sxnn) & binh & an:*")
  })

  it("takes the last word for unfinished", () => {
    expect(query("binh a")).toBe("binh & a")
    expect(query("binh an")).toBe("binh & an:*")
  })

  it("tells a code from a number in a name", () => {
    expect(readSearch("0314409058-002")).toMatchObject({ code: "0314409058002" })
    expect(readSearch("0314 409 058")).toMatchObject({ code: "0314409058" })
    expect(readSearch("2-9")).toMatchObject({ words: ["2", "9"] })
  })

  it("is nothing when nothing was typed, and unreadable when no letter was", () => {
    expect(readSearch(undefined)).toBeUndefined()
    expect(readSearch("   ")).toBeUndefined()
    expect(readSearch("%_\\")).toMatchObject({ isUnreadable: true })
  })

  it("makes nothing but letters, digits and its own operators of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(query(text)).toMatch(/^[a-z0-9&|():* ]*$/)
      }),
    )
  })
})

describe("folding Vietnamese text", () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())

  const vowels = [..."aăâeêioôơuưy"].flatMap((vowel) =>
    ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"].map((mark) => vowel + mark),
  )
  const letters = fc.constantFrom(...vowels, ..."bcdđghklmnpqrstvx", ..." -/.,()&%_\\'0123456789")
  const written = fc
    .tuple(fc.array(letters, { maxLength: 40 }), fc.constantFrom("NFC", "NFD"), fc.boolean())
    .map(([parts, form, isUpper]) => {
      const text = parts.join("").normalize(form)
      return isUpper ? text.toUpperCase() : text
    })

  it("gives the same letters here and in the database, whichever way it was typed", async () => {
    const texts = fc.sample(written, 2000)
    const { rows } = await sql<{ folded: string; words: string }>`
      select fold(text) as folded, search_words(text) as words
      from unnest(${texts}::text[]) with ordinality as typed (text, position) order by position`.execute(
      database.db,
    )
    expect(rows.map((row) => row.folded)).toEqual(texts.map(fold))
    expect(rows.map((row) => row.words)).toEqual(texts.map((text) => searchWords(text).join(" ")))
  })
})
