import { describe, expect, it } from "vitest"
import { placeName, placeNameInside, placeNameWithParent } from "./names.ts"

const binhAn = { kind: "commune", name: "Bình An" }
const chauThanh = { kind: "district", name: "Châu Thành" }
const vietNam = { kind: "nation", name: "Việt Nam" }

describe("the full name of a place", () => {
  it.each([
    [binhAn, "Xã Bình An", "Bình An commune"],
    [{ kind: "ward", name: "Rạch Giá" }, "Phường Rạch Giá", "Rạch Giá ward"],
    [{ kind: "special_zone", name: "Phú Quốc" }, "Đặc khu Phú Quốc", "Phú Quốc special zone"],
    [{ kind: "township", name: "Thứ Ba" }, "Thị trấn Thứ Ba", "Thứ Ba township"],
    [{ kind: "town", name: "Hà Tiên" }, "Thị xã Hà Tiên", "Hà Tiên town"],
    [{ kind: "city", name: "Rạch Giá" }, "Thành phố Rạch Giá", "Rạch Giá city"],
    [{ kind: "province", name: "An Giang" }, "Tỉnh An Giang", "An Giang province"],
    [{ kind: "municipality", name: "Cần Thơ" }, "Thành phố Cần Thơ", "Cần Thơ city"],
    [vietNam, "Việt Nam", "Việt Nam"],
  ])("says what kind of unit it is", (place, vietnamese, english) => {
    expect(placeName(place, "vi")).toBe(vietnamese)
    expect(placeName(place, "en")).toBe(english)
  })

  it("puts the kind in front of a number in both languages", () => {
    expect(placeName({ kind: "ward", name: "5" }, "en")).toBe("Ward 5")
    expect(placeName({ kind: "ward", name: "5" }, "vi")).toBe("Phường 5")
  })

  it("names the unit above, since the same name stands in several districts", () => {
    expect(placeNameWithParent(binhAn, chauThanh, "vi")).toBe("Xã Bình An, huyện Châu Thành")
    expect(placeNameWithParent(binhAn, chauThanh, "en")).toBe("Bình An commune, Châu Thành district")
    expect(placeNameWithParent({ kind: "province", name: "An Giang" }, vietNam, "vi")).toBe("Tỉnh An Giang")
  })

  it("begins with a small letter inside a sentence", () => {
    expect(placeNameInside({ kind: "special_zone", name: "Phú Quốc" }, "vi")).toBe("đặc khu Phú Quốc")
    expect(placeNameInside(vietNam, "vi")).toBe("Việt Nam")
  })
})
