import { describe, expect, it } from "vitest"
import { faultOf, hashPassword, verifyPassword } from "./password.ts"

describe("a password that is kept", () => {
  it("is found again, and no other one is", async () => {
    const hash = await hashPassword("lúa chín vàng đồng")
    expect(hash).not.toContain("lúa")
    expect(await verifyPassword({ hash, password: "lúa chín vàng đồng" })).toBe(true)
    expect(await verifyPassword({ hash, password: "lúa chín vàng đồngg" })).toBe(false)
  })
  it("is the same however its marks were typed", async () => {
    const hash = await hashPassword("hoà bình xanh tươi".normalize("NFC"))
    expect(await verifyPassword({ hash, password: "hoà bình xanh tươi".normalize("NFD") })).toBe(true)
  })
  it("is never kept twice in the same form", async () => {
    expect(await hashPassword("lúa chín vàng đồng")).not.toBe(await hashPassword("lúa chín vàng đồng"))
  })
  it("that was kept in no known form opens nothing", async () => {
    expect(await verifyPassword({ hash: "", password: "" })).toBe(false)
    expect(await verifyPassword({ hash: "plain$lúa", password: "lúa" })).toBe(false)
  })
})

describe("a new password", () => {
  const about = ["Trần Thị Mai", "mai.tran@kiengiang.gov.vn", "Cổng thông tin kinh tế tập thể"]
  it.each([
    ["mười một ký", "too_short"],
    ["a".repeat(201), "too_long"],
    ["password1234", "common"],
    ["P@ssw0rd1234", "common"],
    ["123456789012", "common"],
    ["qwertyuiopas", "common"],
    ["aaaaaaaaaaaa", "common"],
    ["maitran2024!", "about_you"],
    ["kiengiang12345", "about_you"],
  ])("“%s” is refused: %s", async (password, fault) => {
    expect(await faultOf(password, about)).toBe(fault)
  })
  it.each(["lúa chín vàng đồng", "bốn con trâu đi cày", "T7#mekong-xanh-49"])(
    "“%s” will do",
    async (password) => {
      expect(await faultOf(password, about)).toBeUndefined()
    },
  )
})
