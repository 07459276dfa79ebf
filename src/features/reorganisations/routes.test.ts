import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { visitor } from "../../../test/visit.ts"
import { placesOn } from "../measures/test-register.ts"
import { loadPlaces } from "../places/load-places.ts"
import { addOrganisations } from "../register/record-events.ts"

const root = "/ban-lam-viec/quan-tri/sap-xep-dia-ban"
const today = "2026-06-15"
const author = { actor: "Mai", via: "web" } as const

let database: Awaited<ReturnType<typeof freshDatabase>>
let administrator: SignedIn
let officer: SignedIn
let stranger: SignedIn
let slugs: string[]
beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  await loadPlaces(asApplication(db))
  const place = await placesOn(db)
  const added = await addOrganisations(
    db,
    author,
    ["30907", "30334"].map((code, index) => ({
      kind: "cooperative",
      beginning: {
        kind: "founded",
        happened_on: "2020-05-01",
        facts: { name: `HTX Sông Hậu ${index}`, sector: "agriculture", place_id: place(code, "2020-05-01") },
      },
    })),
  )
  slugs = added.map(({ slug }) => slug)
  administrator = await signInAs(db, { name: "Mai", roles: [{ role: "administrator" }] })
  const officerOf = (name: string, code: string) =>
    signInAs(db, { name, roles: [{ role: "commune_officer", place_id: place(code, today) }] })
  officer = await officerOf("Lan", "30325")
  stranger = await officerOf("Nam", "30904")
})
afterAll(() => database.close())

const as = (person: SignedIn) => visitor(database.db, { today }).as(person)

async function send(person: SignedIn, content: string, name = "sap-xep.csv") {
  const body = new FormData()
  body.set("act", "file")
  body.set("file", new File([content], name))
  return await as(person).post(root, body)
}

describe("reorganisations at the desk", () => {
  it("offer the one of 1/7/2025, say what it would do, and do it", async () => {
    const list = await as(administrator).get(root)
    expect(list.text).toContain("Lần sắp xếp ngày 01/07/2025")
    const body = new FormData()
    body.set("act", "shipped")
    const sent = await as(administrator).post(root, body)
    expect(sent.status).toBe(303)
    const path = sent.headers.get("location")!
    const page = await as(administrator).get(path)
    expect(page.text).toContain("Chưa ghi gì")
    expect(page.text).toContain("Xã Vĩnh Châu (30334) → Phường Châu Đốc, Phường Vĩnh Tế")

    // The officer sees what waits only once it is applied.
    expect((await as(officer).get("/ban-lam-viec")).text).toContain("1 tổ chức chờ xếp vào xã mới")
    const applied = await as(administrator).post(`${path}/ap-dung`, new FormData())
    expect(applied.status).toBe(303)
    const after = await as(administrator).get(path)
    expect(after.text).toContain("Mai áp dụng lúc")
    expect(after.text).toContain("Hoàn tác")
    expect(after.text).toContain("đã áp dụng sắp xếp địa bàn")
    const organisation = await as(administrator).get(`/hop-tac-xa/${slugs[0]}`)
    expect(organisation.text).toContain("Xã Thạnh Hưng")
  })

  it("lets the officer of a commune place who waits, and nobody else", async () => {
    const path = "/ban-lam-viec/cho-xep-dia-ban"
    expect((await as(stranger).get(path)).text).toContain("Không có tổ chức nào chờ xếp")
    const page = await as(officer).get(path)
    expect(page.text).toContain("HTX Sông Hậu 1")
    const field = /name="(noi-\d+)"/.exec(page.text)![1]!
    const heir = /<option value="(\d+)"[^>]*>Phường Vĩnh Tế/.exec(page.text)![1]!

    const none = await as(officer).post(path, new FormData())
    expect(none.status).toBe(422)
    expect(none.text).toContain("Chưa chọn nơi nào")
    const choice = new FormData()
    choice.set(field, heir)
    expect((await as(stranger).post(path, choice)).status).toBe(422)
    const done = await as(officer).post(path, choice)
    expect(done.status).toBe(303)
    expect((await as(officer).get(done.headers.get("location")!)).text).toContain("Đã xếp 1 tổ chức")
    expect((await as(officer).get(`/hop-tac-xa/${slugs[1]}`)).text).toContain("Phường Vĩnh Tế")
  })

  it("compare the numbers of a day on the units of then and of now, and say what is uncertain", async () => {
    const path = "/dia-ban/tinh-an-giang-91-tu-2025?ngay=2024-12-31"
    const then = await as(administrator).get(path)
    expect(then.text).toContain(">Xã Vĩnh Châu</a>")
    expect(then.text).not.toContain("chưa chắc chắn")
    const now = await as(administrator).get(`${path}&don-vi=2026-06-15`)
    expect(now.text).toContain("xếp theo đơn vị hành chính ngày 15/06/2026")
    expect(now.text).toContain("chưa chắc chắn")
    expect(now.text).toContain("(1 tổ chức): Phường Châu Đốc, Phường Vĩnh Tế")
    const unread = await as(administrator).get(`${path}&don-vi=hôm%20qua`)
    expect(unread.text).toContain("Không đọc được ngày “hôm qua”")
  })

  it("tell every fault of a file, and keep nothing of it", async () => {
    const refused = await send(administrator, "Mã mới,Loại,Tên mới,Mã cũ\n309x4,Làng,,\n30905,Xã,Bình An,\n")
    expect(refused.status).toBe(422)
    expect(refused.text).toContain("Mã đơn vị phải là 2 đến 5 chữ số")
    expect(refused.text).toContain("Thiếu mã đơn vị cũ")
    const nothing = await send(administrator, "Kính gửi")
    expect(nothing.text).toContain("Không đọc được tệp như một lần sắp xếp")
    const list = await as(administrator).get(root)
    expect(list.text).not.toContain("sap-xep.csv")
  })

  it("are checked against the units that are there before they can be applied, and can be discarded", async () => {
    const file =
      "Mã mới,Loại,Tên mới,Mã cũ,Ngày hiệu lực,Căn cứ pháp lý\n30904,Xã,Giồng Riềng,99999,01/01/2027,Nghị quyết 9/NQ\n"
    const sent = await send(administrator, file)
    const path = sent.headers.get("location")!
    const page = await as(administrator).get(path)
    expect(page.text).toContain("Chưa thể áp dụng")
    expect(page.text).toContain("Không có đơn vị cùng cấp mang mã 99999")
    expect((await as(administrator).post(`${path}/bo`, new FormData())).status).toBe(303)
    expect((await as(administrator).get(path)).status).toBe(404)
  })

  it("are taken back with a reason", async () => {
    const file =
      "Mã mới,Loại,Tên mới,Mã cũ,Ngày hiệu lực,Căn cứ pháp lý\n30904,Phường,Giồng Riềng,30904,01/01/2027,Nghị quyết 9/NQ\n"
    const path = (await send(administrator, file)).headers.get("location")!
    await as(administrator).post(`${path}/ap-dung`, new FormData())
    expect((await as(administrator).get("/dia-ban/phuong-giong-rieng-30904-tu-2027")).status).toBe(200)
    expect((await as(administrator).post(`${path}/hoan-tac`, new FormData())).status).toBe(422)
    const reason = new FormData()
    reason.set("reason", "Nhầm tệp")
    expect((await as(administrator).post(`${path}/hoan-tac`, reason)).status).toBe(303)
    expect((await as(administrator).get("/dia-ban/phuong-giong-rieng-30904-tu-2027")).status).toBe(404)
    expect((await as(administrator).get(path)).text).toContain("hoàn tác lúc")
  })

  it("come with an example that can be sent as it is", async () => {
    const example = await as(administrator).get(`${root}/vi-du.csv`)
    const sent = await send(administrator, example.text)
    expect(sent.status).toBe(303)
    const page = await as(administrator).get(sent.headers.get("location")!)
    expect(page.text).not.toContain("Chưa thể áp dụng")
  })
})
