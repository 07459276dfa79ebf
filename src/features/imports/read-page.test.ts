import { existsSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { maximumPageBytes, PageUnreadable } from "./page-import.ts"
import { inShort, planPage, readText } from "./plan-examples.ts"
import { readPage } from "./read-page.ts"

const seed = "../shared/seeds/000_cd92b7b0e58c3358.txt"

// The page itself belongs to its portal and is not kept here, so a copy has to lie beside the repository.
describe.skipIf(!existsSync(seed))(`the page that started it all (skipped without ${seed})`, () => {
  const page = existsSync(seed) ? readPage(readFileSync(seed), "seed.txt") : null

  it("tells the portal, the section and nine highlights", () => {
    expect(page?.portal).toBe("Cổng thông tin điện tử Sở Kế hoạch và Đầu tư")
    expect(page?.section).toBe("Tin tức - sự kiện nổi bật")
    expect(page?.highlights).toHaveLength(9)
    expect(page?.highlights.join()).not.toContain("*")
  })

  it("tells the title, the moment, four paragraphs and the author", () => {
    expect(page?.article.title).toMatch(/^Kiên Giang: Xây dựng Kế hoạch .* giai đoạn 2021-2025\.$/)
    expect(page?.article.published_at).toBe("2020-10-15T16:00:00+07:00")
    expect(page?.article.paragraphs).toHaveLength(4)
    expect(page?.article.author).toBe("Trần Lưỡng Toàn")
  })

  it("tells the plan", () => {
    expect(page?.plan).toMatchObject({
      number: "148/KH-UBND",
      issuer: "Ủy ban nhân dân tỉnh Kiên Giang",
      issued_on: "2020-09-29",
      period: { from: 2021, to: 2025 },
    })
    expect(page?.plan?.sections.map(({ kind, items }) => [kind, items.length])).toEqual([
      ["objectives", 0],
      ["orientations", 0],
      ["solutions", 9],
    ])
  })

  it("tells the nine targets", () => {
    expect(page?.plan?.targets.map((target) => `${inShort(target)} “${target.quote}”`)).toEqual([
      "cooperative new 105 count “thành lập mới 105 hợp tác xã”",
      "cooperative new 80 count [agricultural] part of #0 “80 hợp tác xã nông nghiệp”",
      "cooperative_group new 560 count [large_field] “560 tổ hợp tác gắn với xây dựng cánh đồng lớn”",
      "cooperative_union new 1 count “01 liên hiệp hợp tác xã”",
      "cooperative level at_least 90 percent [profitable] “trên 90% hợp tác xã có lãi”",
      "cooperative level 55 percent [good_or_fair] part of #4 “55% hợp tác xã khá giỏi”",
      "cooperative level 40 percent [average] part of #4 “40% hợp tác xã trung bình”",
      "cooperative level as_few_as_possible – percent [weak] “hạn chế thấp nhất hợp tác xã yếu kém”",
      "model level 1..2 count [per_commune lasting effective] “mỗi xã, phường, thị trấn xây dựng từ 01 đến 02 mô hình kinh tế tập thể bền vững và làm ăn có hiệu quả”",
    ])
  })
})

describe("the parts of a page", () => {
  it.each([
    ["(16:00 | 15/10/2020)", "2020-10-15T16:00:00+07:00"],
    ["15/10/2020", "2020-10-15"],
    ["(00:00 | 15/10/2020)", "2020-10-15"],
    ["Ngày đăng: 01/02/2021", "2021-02-01"],
    ["Cập nhật lúc: 08:05, Thứ Hai, 01/02/2021", "2021-02-01T08:05:00+07:00"],
    ["Thứ năm, 15-10-2020 | 4:30 CH", "2020-10-15T16:30:00+07:00"],
    ["Ngày 15 tháng 10 năm 2020", "2020-10-15"],
    ["(16:00 | 31/02/2020)", null],
  ])("the date line %s", (line, expected) => {
    const page = readText(
      `Tin tức\n\nTỉnh tổ chức hội nghị về hợp tác xã\n\n${line}\n\nHội nghị diễn ra sáng nay.`,
    )
    expect(page.article.title).toBe("Tỉnh tổ chức hội nghị về hợp tác xã")
    expect(page.article.published_at).toBe(expected)
    expect(page.article.paragraphs).toEqual(["Hội nghị diễn ra sáng nay."])
  })

  it("a banner over two lines, a trail of links and other news below", () => {
    const page = readText(
      [
        "CỔNG THÔNG TIN ĐIỆN TỬ",
        "TỈNH SÔNG MÂY",
        "Trang chủ > Tin tức > Kinh tế",
        "Tỉnh Sông Mây tổng kết phong trào hợp tác xã",
        "12/05/2021",
        "Hội nghị diễn ra sáng nay.",
        "Tác giả: Lê Thị Bình",
        "Các tin khác",
        "Thành lập mới 77 HTX",
      ].join("\n"),
    )
    expect(page.portal).toBe("CỔNG THÔNG TIN ĐIỆN TỬ TỈNH SÔNG MÂY")
    expect(page.section).toBe("Kinh tế")
    expect(page.article.paragraphs).toEqual(["Hội nghị diễn ra sáng nay."])
    expect(page.article.author).toBe("Lê Thị Bình")
  })

  it("a page with nothing over its title and no date", () => {
    const page = readText("Tỉnh Sông Mây tổng kết phong trào hợp tác xã\n\nHội nghị diễn ra sáng nay.")
    expect(page).toMatchObject({ portal: null, section: null, highlights: [], plan: null })
    expect(page.article.published_at).toBeNull()
  })

  it("lines that were broken at the edge of the screen", () => {
    const page = readText(
      planPage({
        aims: [
          "trong giai đoạn 2021-2025, toàn tỉnh vận động và thành lập mới được\n45 hợp tác xã\nhoạt động hiệu quả.",
        ],
      }),
    )
    expect(page.plan?.targets.map(inShort)).toContain("cooperative new 45 count")
  })

  it("a web page: its article, and not its menus, scripts and related news", () => {
    const page =
      readText(`<!DOCTYPE html><html><head><title>Trang</title><script>"thành lập mới 999 HTX"</script></head>
      <body><div class="banner">Cổng thông tin điện tử tỉnh Sông Mây</div><nav><a>Giới thiệu</a></nav>
      <marquee><a>Tin một</a><a>Tin hai</a></marquee><div class="breadcrumb"><a>Trang chủ</a><a>Kinh tế</a></div>
      <h1>Kế hoạch phát triển kinh tế tập thể giai đoạn 2021-2025</h1><div class="date">04/02/2021 | 14:30 GMT+7</div>
      <div class="content-detail"><p>Ngày 29/01/2021, UBND tỉnh Sông Mây ban hành <b>Kế hoạch số 15/KH-UBND</b> về phát triển
      kinh tế tập thể.</p><h3>1. Mục tiêu</h3><ul><li>Thành lập mới 50 HTX;</li><li>Trên 70% HTX&nbsp;khá, tốt.</li></ul></div>
      <div class="related"><a>Thành lập mới 77 HTX</a></div></body></html>`)
    expect(page).toMatchObject({
      portal: "Cổng thông tin điện tử tỉnh Sông Mây",
      section: "Kinh tế",
      highlights: ["Tin một", "Tin hai"],
      article: { published_at: "2021-02-04T14:30:00+07:00" },
      plan: {
        number: "15/KH-UBND",
        issuer: "Ủy ban nhân dân tỉnh Sông Mây",
        period: { from: 2021, to: 2025 },
      },
    })
    expect(page.plan?.targets.map(inShort)).toEqual([
      "cooperative new 50 count",
      "cooperative level at_least 70 percent [good_or_fair]",
    ])
    expect(page.plan?.sections[0]?.items).toHaveLength(2)
  })
})

describe("the plan that a page announces", () => {
  it("is the one issued, and not the ones it carries out", () => {
    const { plan } = readText(
      planPage({
        opening:
          "Thực hiện Quyết định số 1804/QĐ-TTg ngày 13/11/2020 của Thủ tướng Chính phủ, ngày 20/01/2021, Chủ tịch UBND tỉnh Sông Mây ký ban hành Kế hoạch số: 21/KH-UBND về phát triển kinh tế tập thể năm 2021.",
        aims: ["Thành lập mới 15 HTX; đến năm 2025 có 300 HTX."],
        title: "UBND tỉnh Sông Mây ban hành Kế hoạch phát triển kinh tế tập thể năm 2021",
      }),
    )
    expect(plan).toMatchObject({
      number: "21/KH-UBND",
      issuer: "Ủy ban nhân dân tỉnh Sông Mây",
      issued_on: "2021-01-20",
      period: { from: 2021, to: 2021 },
    })
    expect(plan?.targets.map(inShort)).toEqual([
      "cooperative new 15 count",
      "cooperative level 300 count by 2025",
    ])
  })

  it("may be a strategy that a decision approves", () => {
    const { plan } = readText(
      planPage({
        opening:
          "Thủ tướng Chính phủ vừa ban hành Quyết định số 940/QĐ-TTg ngày 05/01/2021 phê duyệt Chiến lược phát triển kinh tế tập thể giai đoạn 2021 - 2030.",
        title: "Phê duyệt Chiến lược phát triển kinh tế tập thể",
      }),
    )
    expect(plan).toMatchObject({
      number: "940/QĐ-TTg",
      issuer: "Thủ tướng Chính phủ",
      issued_on: "2021-01-05",
      title: "Chiến lược phát triển kinh tế tập thể giai đoạn 2021 - 2030",
      period: { from: 2021, to: 2030 },
    })
  })

  it("is dated by the page when only the day and month are written", () => {
    const { plan } = readText(
      planPage({
        opening: "Ngày 28/12, UBND tỉnh Sông Mây ban hành Kế hoạch số 99/KH-UBND phát triển kinh tế tập thể.",
      }),
    )
    expect(plan?.issued_on).toBe("2020-12-28")
  })

  it("is missing from a report of results", () => {
    const { plan } = readText(
      "Tin tức\n\nTỉnh Sông Mây tổng kết 5 năm phát triển hợp tác xã\n\n12/05/2021\n\nTỉnh hiện có 300 HTX, đã thành lập mới 20 HTX.",
    )
    expect(plan).toBeNull()
  })
})

describe("what is no page", () => {
  const bytes = (...values: number[]) => Uint8Array.from(values)
  it.each([
    ["an empty file", bytes(), /empty/],
    ["blank lines", new TextEncoder().encode(" \n\n \t"), /empty/],
    ["a PDF", new TextEncoder().encode("%PDF-1.7 …"), /PDF/],
    ["a zip archive", bytes(0x50, 0x4b, 3, 4, 20, 0), /zip/],
    ["a picture", bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), /picture/],
    ["text with NULs", new TextEncoder().encode("Hợp tác\0xã"), /not text/],
    ["broken UTF-8", bytes(0x48, 0xe1, 0xbb, 0x0a, 0x41, 0xc3), /neither UTF-8/],
    ["a title without text", new TextEncoder().encode("Kế hoạch phát triển kinh tế tập thể"), /title/],
    ["a file that is too large", new Uint8Array(maximumPageBytes + 1).fill(65), /20 MB/],
  ])("%s is refused with a word on what to do", (_, content, message) => {
    expect(() => readPage(content, "file")).toThrow(PageUnreadable)
    expect(() => readPage(content, "file")).toThrow(message)
  })
})
