import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { cleanHtml, htmlFromParagraphs, htmlFromTyped, textOfHtml } from "./body-html.ts"

const image = `/tep/${"0a".repeat(32)}/canh-dong.webp`

describe("cleaning the body of an article", () => {
  it("keeps words, lists, tables and links", () => {
    const html =
      '<h2>Mục tiêu</h2><p>Trên <strong>90%</strong> có lãi</p><ul><li>một</li></ul><table><tbody><tr><td colspan="2">1</td></tr></tbody></table><p><a href="https://example.vn/a?b=1&amp;c=2">tệp</a></p>'
    expect(cleanHtml(html)).toBe(html)
  })

  it("keeps tables with caption and headings, and images of our own with their alternative text", () => {
    const html =
      `<table><caption>Kết quả</caption><thead><tr><th scope="col">Xã</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><p><img src="${image}" alt="Cánh đồng lớn" width="800" height="600" /></p>` +
      `<p><img src="${image}" alt="" /></p>`
    expect(cleanHtml(html)).toBe(html)
  })

  it("keeps an image in several widths as long as all of them are ours", () => {
    const html = `<img src="${image}" alt="a" srcset="${image} 480w, ${image} 1280w" />`
    expect(cleanHtml(html)).toBe(html)
    for (const srcset of [`${image} 480w, https://e.vn/a.png 2000w`, `${image} 2x`, image, "javascript:1 9w"])
      expect(cleanHtml(`<img src="${image}" alt="a" srcset="${srcset}">`)).toBe(
        `<img src="${image}" alt="a" />`,
      )
  })

  it("shows no image from elsewhere, nor any other address of ours as an image", () => {
    for (const src of [
      "https://elsewhere.vn/a.png",
      "//elsewhere.vn/tep/a.png",
      "data:image/png;base64,iVBORw0KGgo=",
      "/dang-xuat",
      `/tep/${"a".repeat(64)}/../../dang-xuat`,
      `/tep/${"a".repeat(64)}/a.png?x=1`,
      `${image}" onerror="alert(1)`,
      "javascript:alert(1)",
    ])
      expect(cleanHtml(`<p>a<img src='${src}' alt="b"></p>`), src).toBe("<p>a</p>")
    expect(cleanHtml(`<p><img src="${image}" alt="a" onload="x()" style="x" srcset="//e.vn 2x"></p>`)).toBe(
      `<p><img src="${image}" alt="a" /></p>`,
    )
  })

  it("takes blanks for no alternative text, and nothing at all for an image that only decorates", () => {
    expect(cleanHtml(`<img src="${image}" alt="  ">`)).toBe(`<img src="${image}" />`)
    expect(cleanHtml(`<img src="${image}" alt="">`)).toBe(`<img src="${image}" alt="" />`)
  })

  it("lets no table grow beyond all bounds", () => {
    expect(cleanHtml('<table><tr><td colspan="99999" rowspan="-1">a</td></tr></table>')).toBe(
      "<table><tr><td>a</td></tr></table>",
    )
  })

  it("takes what editors and old pages paste down to what it means", () => {
    expect(
      cleanHtml(
        '<!--[if gte mso 9]><xml>x</xml><![endif]--><p class="MsoNormal" style="margin:0"><span lang="VI">Kế hoạch<o:p></o:p></span></p><math><mi><style><img src=x onerror=alert(1)></style></mi></math><form action="/dang-xuat"><button>b</button></form><base href="//e.vn"><meta http-equiv="refresh" content="0;url=//e.vn">',
      ),
    ).toBe("<p>Kế hoạch</p>b")
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
      "<img src=",
      "<li>",
      "</table>",
      "alt=' '",
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

describe("what someone typed without the editor", () => {
  it("is plain paragraphs where no marks are in it, however much it looks like them", () => {
    expect(htmlFromTyped("Giá < 5 & > 3\r\nhai\r\n \r\n\r\nba <3")).toBe(
      "<p>Giá &lt; 5 &amp; &gt; 3<br />hai</p>\n<p>ba &lt;3</p>",
    )
  })

  it("may hold simple marks, with paragraphs around what has none", () => {
    expect(htmlFromTyped("<h2>Mục tiêu</h2>\n\nTrên <b>90%</b> có lãi\n\n<ul>\n<li>một</li>\n</ul>")).toBe(
      "<h2>Mục tiêu</h2>\n<p>Trên <strong>90%</strong> có lãi</p>\n<ul>\n<li>một</li>\n</ul>",
    )
  })

  it("is cleaned like everything else", () => {
    expect(htmlFromTyped("<script>alert(1)</script>\n\n<p onclick=x>a</p><p>b</p>")).toBe(
      "<p>a</p>\n<p>b</p>",
    )
  })

  it("stays the same when it is sent again unchanged", () => {
    const once = htmlFromTyped(
      `a\n\n<table><tr><th>b</th></tr></table><ol><li><p>c</p></li></ol><img src="${image}">`,
    )
    expect(htmlFromTyped(once)).toBe(once)
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
