import { describe, expect, it } from "vitest"
import { inShort, planPage, readText } from "./plan-examples.ts"
import { readPage } from "./read-page.ts"

const text = planPage({ aims: ["Thành lập mới 45 hợp tác xã; trên 90% hợp tác xã có lãi."] })
const expected = readText(text)

function wide(content: string, littleEndian: boolean) {
  const bytes = new Uint8Array(2 + content.length * 2)
  const view = new DataView(bytes.buffer)
  for (const [index, unit] of Array.from(`\ufeff${content}`, (letter) => letter.charCodeAt(0)).entries()) {
    view.setUint16(index * 2, unit, littleEndian)
  }
  return bytes
}

const tcvn3 = `Cæng th«ng tin ®iÖn tö tØnh S«ng M©y

Tin tøc

KÕ ho¹ch ph¸t triÓn kinh tÕ tËp thÓ giai ®o¹n 2021-2025

(08:30 | 10/01/2021)

Ngµy 05/01/2021, ñy ban nh©n d©n tØnh S«ng M©y ®· ban hµnh KÕ ho¹ch sè 07/KH-UBND vÒ ph¸t triÓn kinh tÕ tËp thÓ.

Môc tiªu: Thµnh lËp míi 45 hîp t¸c x·; trªn 90% hîp t¸c x· cã l·i.`

const vni = `Coång thoâng tin ñieän töû tænh Soâng Maây

Tin töùc

Keá hoaïch phaùt trieån kinh teá taäp theå giai ñoaïn 2021-2025

(08:30 | 10/01/2021)

Ngaøy 05/01/2021, Uûy ban nhaân daân tænh Soâng Maây ñaõ ban haønh Keá hoaïch soá 07/KH-UBND veà phaùt trieån kinh teá taäp theå.

Muïc tieâu: Thaønh laäp môùi 45 hôïp taùc xaõ; treân 90% hôïp taùc xaõ coù laõi.`

function singleBytes(content: string) {
  return Uint8Array.from(content, (letter) => letter.charCodeAt(0))
}

describe("the ways an office may have saved its text", () => {
  it.each([
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["UTF-16, small end first", wide(text, true)],
    ["UTF-16, big end first", wide(text, false)],
    ["Windows line ends", new TextEncoder().encode(text.replaceAll("\n", "\r\n"))],
    ["letters and marks apart", new TextEncoder().encode(text.normalize("NFD"))],
  ])("%s reads like any other", (_, bytes) => {
    expect(readPage(bytes, "page.txt")).toEqual(expected)
  })

  it.each([
    ["TCVN3", singleBytes(tcvn3)],
    ["TCVN3 that was saved as UTF-8", new TextEncoder().encode(tcvn3)],
    ["VNI", singleBytes(vni)],
    ["VNI that was saved as UTF-8", new TextEncoder().encode(vni)],
  ])("%s is recognised and converted", (_, bytes) => {
    const page = readPage(bytes, "page.txt")
    expect(page.portal).toBe("Cổng thông tin điện tử tỉnh Sông Mây")
    expect(page.article.title).toBe("Kế hoạch phát triển kinh tế tập thể giai đoạn 2021-2025")
    expect(page.plan?.number).toBe("07/KH-UBND")
    expect(page.plan?.targets.map(inShort)).toEqual([
      "cooperative new 45 count",
      "cooperative level at_least 90 percent [profitable]",
    ])
  })
})
