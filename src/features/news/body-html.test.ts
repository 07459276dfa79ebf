import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cleanHtml, htmlFromParagraphs, textOfHtml } from "./body-html.ts"

describe("cleaning the body of an article", () => {
  it("keeps words, lists, tables and links", () => {
    const html =
      '<h2>Mục tiêu</h2><p>Trên <strong>90%</strong> có lãi</p><ul><li>một</li></ul><table><tbody><tr><td colspan="2">1</td></tr></tbody></table><p><a href="https://example.vn/a?b=1&amp;c=2">tệp</a></p>'
    expect(cleanHtml(html)).toBe(html)
  })

  it("drops scripts, styles, frames, pictures and whatever runs, with what they hold", () => {
    expect(
      cleanHtml(
        '<p onclick="x()" style="color:red">a<script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)><iframe src="//e.vn"></iframe></p>',
      ),
    ).toBe("<p>a</p>")
    expect(cleanHtml('<svg><a xlink:href="javascript:alert(1)">b</a></svg>')).not.toContain("javascript")
  })

  it("lets links go only where a reader expects: the web, mail, telephone, this site", () => {
    expect(cleanHtml('<a href="javascript:alert(1)">a</a>')).toBe("<a>a</a>")
    expect(cleanHtml('<a href="data:text/html,x">a</a>')).toBe("<a>a</a>")
    expect(cleanHtml('<a href="//elsewhere.vn">a</a>')).toBe("<a>a</a>")
    expect(cleanHtml('<a href="/ke-hoach" target="_blank">a</a>')).toBe('<a href="/ke-hoach">a</a>')
  })

  it("makes room for the one heading of the page, and names marks by what they mean", () => {
    expect(cleanHtml("<h1>a</h1><b>b</b><i>c</i><font face=x>d</font>")).toBe(
      "<h2>a</h2><strong>b</strong><em>c</em>d",
    )
  })

  it("leaves out paragraphs with nothing in them", () => {
    expect(cleanHtml("<p>&nbsp;</p><p>a</p><p> </p><p><br></p>")).toBe("<p>a</p>")
  })

  it("changes nothing the second time, whatever came in", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<b",
      ">",
      '"',
      "<script>",
      "</script>",
      "&lt;",
      "&",
      "x",
      "<table>",
      "<td>",
      "<!--",
      "<a href='",
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const once = cleanHtml(pieces.join(""))
        expect(cleanHtml(once)).toBe(once)
        expect(once).not.toMatch(/<script/i)
      }),
    )
  })
})

describe("plain paragraphs as a body", () => {
  it("are escaped, trimmed and kept in order, without the empty ones", () => {
    expect(htmlFromParagraphs([' HTX <b>A</b> & "B" ', "", "  ", "hai\ndòng"])).toBe(
      "<p>HTX &lt;b&gt;A&lt;/b&gt; &amp; &quot;B&quot;</p>\n<p>hai<br />dòng</p>",
    )
  })

  it("come back as the same words", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "Đ", "ệ", "<", ">", "&", '"', "'", ";", "lt") })
    fc.assert(
      fc.property(text, (words) => {
        expect(textOfHtml(htmlFromParagraphs([words]))).toBe(words.trim())
      }),
    )
  })
})
