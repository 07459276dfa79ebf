import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type Organisations, organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let cast: Organisations
let get: ReturnType<typeof visitor>["get"]

beforeAll(async () => {
  database = await freshDatabase()
  cast = await writeRegister(database.db)
  get = visitor(database.db).get
})
afterAll(() => database.close())

const list = (query: Record<string, string> = {}) => get(`/hop-tac-xa?${new URLSearchParams(query)}`)

/** Which of the cast a page lists. */
async function found(query: Record<string, string> = {}) {
  const { status, text } = await list(query)
  expect(status).toBe(200)
  const rows = [...text.matchAll(/<th scope="row" lang="vi"><a href="\/hop-tac-xa\/([^"?]+)/g)]
  const slugs = rows.map((row) => row[1])
  return slugs.map((slug) => Object.entries(cast).find(([, each]) => each.slug === slug)?.[0])
}

describe("searching the register", () => {
  it.each([
    "hop tac xa binh an",
    "HỢP TÁC XÃ BÌNH AN",
    "Hợp tác xã Bình An".normalize("NFD"),
    "an binh htx",
    "htx an bin",
  ])("finds Hợp tác xã Bình An by “%s”", async (tim) => {
    expect(await found({ tim })).toEqual(["binhAn"])
  })

  it("finds every kind by the proper name alone, the very name first", async () => {
    expect(await found({ tim: "binh an" })).toEqual(["binhAn", "binhAnGroup"])
  })

  it.each(["Hòa Hưng", "hoà hưng", "dịch vụ nông nghiệp hoa hung", "htx nông nghiệp hòa hưng"])(
    "finds HTX DV NN Hoà Hưng by “%s”",
    async (tim) => {
      expect(await found({ tim })).toEqual(["hoaHung"])
    },
  )

  it("finds a code with its suffix and without", async () => {
    expect(await found({ tim: "0314409058" })).toEqual(["hoaHung"])
    expect(await found({ tim: "0314409058-002" })).toEqual(["hoaHung"])
    expect(await found({ tim: "0100233488-001" })).toEqual(["binhAn"])
    expect(await found({ tim: "0100 233 488" })).toEqual(["binhAn"])
  })

  it("narrows to the kind that the words name, and says so", async () => {
    expect(await found({ tim: "tổ hợp tác" })).toEqual(["binhAnGroup"])
    expect((await list({ tim: "tổ hợp tác" })).text).toContain("chỉ loại hình “Tổ hợp tác”")
  })

  it("shows other kinds when there is none of the kind named", async () => {
    expect(await found({ tim: "tht hoa hung" })).toEqual(["hoaHung"])
    expect((await list({ tim: "tht hoa hung" })).text).toContain("Không có “Tổ hợp tác” nào như vậy")
  })

  it("takes wildcards for what they are", async () => {
    expect(await found({ tim: "100%_sach" })).toEqual(["harmful"])
    for (const tim of ["%", "_", "%%", "\\", "b%nh an", "b_nh an", "q*", "!", "'", "& |"]) {
      expect(await found({ tim }), tim).toEqual([])
    }
  })

  it("says which word to correct, and what else to try", async () => {
    const { text } = await list({ tim: "bihn an", loai: "quy-tin-dung" })
    expect(text).toContain("Không tìm thấy tổ chức nào")
    expect(text).toContain("“bihn”")
    expect(text).not.toContain("“an”")
    expect(text).toContain('href="/hop-tac-xa?tim=bihn+an"')
  })
})

describe("the list of organisations", () => {
  it("holds all that exist today, in Vietnamese order, and not those that ended", async () => {
    expect(await found()).toEqual(["harmful", "binhAn", "hoaHung", "kienGiang", "rachSoi", "binhAnGroup"])
  })

  it("narrows by kind, sector and status", async () => {
    expect(await found({ loai: "quy-tin-dung" })).toEqual(["rachSoi"])
    expect(await found({ "linh-vuc": "tin-dung" })).toEqual(["rachSoi"])
    expect(await found({ "tinh-trang": "da-cham-dut" })).toEqual(["thanhLoc"])
    expect(await found({ "tinh-trang": "tat-ca", "linh-vuc": "van-tai" })).toEqual(["thanhLoc"])
    expect(await found({ loai: "lien-hiep", "linh-vuc": "tin-dung" })).toEqual([])
  })

  it("shows the register of another day", async () => {
    expect(await found({ ngay: "31/12/2010" })).toEqual(["thanhLoc", "rachSoi"])
    expect(await found({ ngay: "2021-03-30", "linh-vuc": "van-tai" })).toEqual(["thanhLoc"])
    expect(await found({ ngay: "2021-03-31", "linh-vuc": "van-tai" })).toEqual([])
    expect(await found({ ngay: "2023-03-01", "tinh-trang": "tam-ngung" })).toEqual(["binhAn"])
    expect(await found({ ngay: "2023-06-01", "tinh-trang": "tam-ngung" })).toEqual([])
  })

  it("narrows to a place by its address or by its name", async () => {
    expect(await found({ "dia-ban": "xa-son-hai-30811-tu-2025" })).toEqual(["harmful"])
    expect(await found({ "dia-ban": "son hai" })).toEqual(["harmful"])
    expect(await found({ "dia-ban": "Xã Bình An", loai: "hop-tac-xa" })).toEqual(["binhAn"])
    expect(await found({ "dia-ban": "huyen-chau-thanh-905", ngay: "2020-12-31" })).toEqual([
      "binhAn",
      "thanhLoc",
      "binhAnGroup",
    ])
  })

  it("asks which place is meant when several have the name", async () => {
    const { text } = await list({ "dia-ban": "Bình An", ngay: "2020-12-31" })
    expect(text).toContain("Có nhiều địa bàn tên “Bình An”")
    expect(text).toContain("Xã Bình An, huyện Kiên Lương")
    expect(text).toContain("Xã Bình An, huyện Châu Thành")
  })

  it("says when no place has the name", async () => {
    expect((await list({ "dia-ban": "Atlantis" })).text).toContain("Không có địa bàn nào tên “Atlantis”")
  })

  it("sorts by day of founding and by place, both ways", async () => {
    const byAge = ["rachSoi", "hoaHung", "binhAn", "harmful", "binhAnGroup", "kienGiang"]
    expect(await found({ "sap-xep": "thanh-lap" })).toEqual(byAge)
    expect(await found({ "sap-xep": "thanh-lap", chieu: "giam" })).toEqual(byAge.toReversed())
    expect(await found({ "sap-xep": "dia-ban" })).toEqual([
      "binhAnGroup",
      "binhAn",
      "hoaHung",
      "kienGiang",
      "rachSoi",
      "harmful",
    ])
    expect((await list({ "sap-xep": "thanh-lap" })).text).toContain('aria-sort="ascending"')
  })

  it("shows the last page when asked for one past the end", async () => {
    expect(await found({ trang: "999999" })).toHaveLength(6)
  })

  it("keeps the filters in every link", async () => {
    const { text } = await list({ tim: "binh an", ngay: "2023-12-31" })
    expect(text).toContain("/hop-tac-xa.csv?tim=binh+an&amp;ngay=2023-12-31")
    expect(text).toContain(`/hop-tac-xa/${cast.binhAn.slug}?ngay=2023-12-31`)
  })

  it("speaks English under /en", async () => {
    const { text } = await get("/en/hop-tac-xa?loai=quy-tin-dung")
    expect(text).toContain("1 organisation")
    expect(text).toContain(`/en/hop-tac-xa/${cast.rachSoi.slug}`)
  })
})

describe("the list as a file", () => {
  it("holds the same rows in the same order, for a spreadsheet", async () => {
    const { headers, text } = await get("/hop-tac-xa.csv?tim=binh+an")
    expect(headers.get("content-type")).toContain("text/csv; charset=utf-8")
    expect(headers.get("content-disposition")).toContain("hop-tac-xa-2026-03-02.csv")
    const lines = text.trim().split("\r\n")
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^(\uFEFF)?Mã số,Tên,/)
    expect(lines[1]).toContain("0100233488,Hợp tác xã Bình An,Hợp tác xã,")
    expect(lines[1]).toContain("Xã Bình An,Tỉnh An Giang,2018-05-10")
  })

  it("lets no name be taken for a formula", async () => {
    const { text } = await get("/hop-tac-xa.csv?tim=sach")
    expect(text).toContain(`"'=HYPERLINK(""//x"") Rau 100%_sạch <b>"`)
  })

  it("comes as JSON too", async () => {
    const { text } = await get("/hop-tac-xa.json?ngay=2023-12-31&loai=hop-tac-xa&tim=binh+an")
    expect(JSON.parse(text)).toMatchObject({
      as_of: "2023-12-31",
      count: 1,
      organisations: [
        { slug: cast.binhAn.slug, code: "0100233488", kind: "cooperative", status: "operating" },
      ],
    })
  })
})

describe("the page of an organisation", () => {
  const page = async (key: keyof Organisations, query = "") =>
    (await get(`/hop-tac-xa/${cast[key].slug}${query}`)).text.replaceAll("\u00a0", " ")

  it("shows who it is and where", async () => {
    const text = await page("binhAn")
    for (const words of [
      "0100233488",
      "Đang hoạt động",
      "từ 01/06/2023",
      "Xã Bình An, tỉnh An Giang",
      "5607000123, ngày 10/05/2018",
      "1,25 tỷ đồng",
      "Luật Hợp tác xã 2012",
      "Nguyễn Văn Lúa",
      "tel:02973123456",
    ]) {
      expect(text).toContain(words)
    }
  })

  it("turns no harmful address into a link", async () => {
    expect(await page("binhAn")).not.toMatch(/href="javascript/i)
    expect(await page("harmful")).not.toContain("<b>")
  })

  it("tells its life in order, with the documents", async () => {
    const text = await page("thanhLoc")
    expect(text).toMatch(/01\/04\/2009.*Thành lập.*31\/03\/2021.*Giải thể.*99\/QĐ-UBND/s)
    expect(text).toContain("Đã chấm dứt tồn tại")
  })

  it("shows the places before and after a reorganisation", async () => {
    const text = await page("binhAn")
    expect(text).toContain("10/05/2018 – 30/06/2025")
    expect(text).toContain("Xã Bình An, huyện Châu Thành")
    expect(text).toContain("từ 01/07/2025 đến nay")
  })

  it("shows the years that were accepted, and works the income of a worker out", async () => {
    const text = await page("binhAn")
    expect(text).toContain("1,9 tỷ đồng")
    expect(text).toContain("-35 triệu đồng")
    expect(text).toContain("60 triệu đồng")
    expect(text).toContain("Khá (79,9 điểm)")
    expect(text).toContain("120,5")
    expect(text).toContain('role="img"')
    expect(text).not.toContain("999")
  })

  it("shows what was known on an earlier day", async () => {
    const text = await page("binhAn", "?ngay=2023-03-01")
    expect(text).toContain("Tạm ngừng kinh doanh")
    expect(text).toContain("từ 01/02/2023")
    expect(text).toContain("Xã Bình An, huyện Châu Thành")
    expect(text).toContain("1,2 tỷ đồng")
    expect(text).not.toContain("1,9 tỷ đồng")
    expect(text).not.toContain("1654/NQ-UBTVQH15")
  })

  it("says that it did not exist yet", async () => {
    expect(await page("binhAn", "?ngay=2000-01-01")).toContain("chưa thành lập vào ngày 01/01/2000")
  })

  it("points out a missing code and a wrong check digit politely", async () => {
    expect(await page("binhAnGroup")).toContain(
      "Tổ hợp tác và các tổ chức đăng ký từ trước có thể chưa được cấp",
    )
    expect(await page("rachSoi")).toContain("Chữ số kiểm tra của mã số không khớp")
    expect(await page("binhAn")).not.toContain("Chữ số kiểm tra")
  })

  it("links a union and its members both ways", async () => {
    expect(await page("kienGiang")).toContain(`href="/hop-tac-xa/${cast.binhAn.slug}"`)
    expect(await page("binhAn")).toContain(`href="/hop-tac-xa/${cast.kienGiang.slug}"`)
  })

  it("is not found under a name nobody has", async () => {
    expect((await get("/hop-tac-xa/khong-co")).status).toBe(404)
  })
})

describe("whatever is sent", () => {
  const long = "ế".repeat(10_000)
  it.each([
    "/hop-tac-xa/%00",
    "/hop-tac-xa/%F0%9F%98%80",
    "/hop-tac-xa/..%2F..%2Fetc",
    `/hop-tac-xa/${"a".repeat(5000)}`,
    "/hop-tac-xa?tim=%00",
    "/hop-tac-xa?tim=%E0%A4%A",
    `/hop-tac-xa?tim=${encodeURIComponent(long)}`,
    `/hop-tac-xa?dia-ban=${encodeURIComponent(long)}`,
    "/hop-tac-xa?dia-ban=%00&loai=%00&linh-vuc=x&tinh-trang=x",
    "/hop-tac-xa?dia-ban=%25&dia-ban=x",
    "/hop-tac-xa?ngay=2023-02-30",
    "/hop-tac-xa?ngay=0000-01-01",
    "/hop-tac-xa?ngay=99999-01-01",
    "/hop-tac-xa?ngay='; drop table organisations; --",
    "/hop-tac-xa?trang=-1",
    "/hop-tac-xa?trang=99999999999999999999",
    "/hop-tac-xa?trang=1e9&sap-xep=__proto__&chieu=x",
    "/hop-tac-xa?tim=constructor&loai=__proto__",
    "/hop-tac-xa?tim=a:*&tim=b",
    "/hop-tac-xa?tim=((((",
    "/hop-tac-xa.csv?ngay=x&trang=x&tim=%00",
    "/hop-tac-xa.json?dia-ban=%25%25",
    "/en/hop-tac-xa?tim=%27%22%3Cscript%3E",
  ])("%s is answered", async (path) => {
    const { status, text } = await get(path)
    expect(status).toBeLessThan(500)
    expect(text).not.toContain("<script>")
  })

  it("says that a day could not be read, and keeps what was typed", async () => {
    const { text } = await list({ ngay: "30/02/2023" })
    expect(text).toContain("Không đọc được ngày “30/02/2023”")
    expect(text).toContain('value="30/02/2023"')
  })

  it("leaves the register as it was", async () => {
    expect(await found()).toHaveLength(Object.keys(organisations).length - 1)
  })
})
