import { describe, expect, it } from "vitest"
import { isAllowedAddress, readAddress } from "./addresses.ts"

describe("the address of a link", () => {
  it("is completed as it was meant", () => {
    expect(readAddress(" chinhphu.vn/van-ban?x=1 ")).toBe("https://chinhphu.vn/van-ban?x=1")
    expect(readAddress("vanthu@angiang.gov.vn")).toBe("mailto:vanthu@angiang.gov.vn")
    expect(readAddress("/ke-hoach")).toBe("/ke-hoach")
    expect(readAddress("http://a.vn")).toBe("http://a.vn")
  })
  it("leads nowhere that runs something or hides where it goes", () => {
    for (const address of [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "file:///etc/passwd",
      "//elsewhere.vn",
      "blob:x",
      "",
      "hai chữ",
    ]) {
      expect(isAllowedAddress(address), address).toBe(false)
      expect(readAddress(address), address).toBeUndefined()
    }
  })
})
