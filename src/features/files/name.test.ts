import { describe, expect, it } from "vitest"
import { cleanName, disposition, nameInAddress } from "./name.ts"

describe("the name of a file", () => {
  it.each([
    ["Kế hoạch 148.pdf", "Kế hoạch 148.pdf"],
    ["Kế hoạch 148.pdf".normalize("NFD"), "Kế hoạch 148.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["..\\..\\Windows\\win.ini", "win.pdf"],
    ["C:\\fakepath\\Báo cáo.PDF", "Báo cáo.pdf"],
    ["a\r\nset-cookie: x.pdf", "aset-cookie x.pdf"],
    ["..%2f..%2fetc", "2f.. 2fetc.pdf"],
    ["hoa\u202Efdp.exe", "hoafdp.pdf"],
    ["a\0b.pdf", "ab.pdf"],
    ["....", "tep.pdf"],
    ["", "tep.pdf"],
    [".htaccess", "htaccess.pdf"],
    ['a";filename="b.html', "a filename= b.pdf"],
    [`${"ă".repeat(500)}.pdf`, `${"ă".repeat(120)}.pdf`],
    [`${"🌾".repeat(500)}.pdf`, `${"🌾".repeat(120)}.pdf`],
  ])("%j is kept as %j", (typed, kept) => {
    expect(cleanName(typed, "pdf")).toBe(kept)
  })

  it("stands in an address without marks", () => {
    expect(nameInAddress("Kế hoạch 148.pdf")).toBe("ke-hoach-148.pdf")
    expect(nameInAddress("🌾.pdf")).toBe("tep.pdf")
  })

  it("stands in a header twice: without marks, and as it is", () => {
    expect(disposition("attachment", "Kế hoạch (1)'.pdf")).toBe(
      "attachment; filename=\"ke-hoach-1.pdf\"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%281%29%27.pdf",
    )
  })
})
