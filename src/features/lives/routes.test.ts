import { sql } from "kysely"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { type SignedIn, signInAs } from "../../../test/fixtures/people.ts"
import { type Organisations, writeRegister } from "../../../test/fixtures/register.ts"
import { visitor } from "../../../test/visit.ts"
import { placesOn } from "../measures/test-register.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let officer: SignedIn
let stranger: SignedIn
let province: SignedIn
let commune: number
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const on = { today: "2026-06-15" }
const today = "15/06/2026"
let organisations: Organisations
let number = 0
beforeEach(async () => {
  if (number++ > 0) return
  organisations = await writeRegister(database.db)
  const findPlace = await placesOn(database.db)
  commune = findPlace("30898", "2026-06-15")
  const elsewhere = findPlace("30742", "2026-06-15")
  officer = await signInAs(database.db, {
    name: "Mai",
    roles: [{ role: "commune_officer", place_id: commune }],
  })
  stranger = await signInAs(database.db, {
    name: "Nam",
    roles: [{ role: "commune_officer", place_id: elsewhere }],
  })
  province = await signInAs(database.db, { name: "Hoa", roles: [{ role: "province_officer" }] })
})

const as = (person: SignedIn) => visitor(database.db, on).as(person)

const founding = {
  name: "Hợp tác xã Nông nghiệp Tân Phát",
  happened_on: "01/06/2026",
  place: "Bình An",
  business_line: "0111 – Trồng lúa",
  other_lines: "0118; 4620",
  charter_capital: "1.500.000.000",
  governing_law: "2023",
  code: "1700000001",
  phone: "0297 111",
}

async function add(changes: Record<string, string> = {}, person = officer) {
  const response = await as(person).post("/ban-lam-viec/to-chuc/moi?loai=hop-tac-xa", {
    ...founding,
    ...changes,
  })
  return { response, slug: response.headers.get("location")?.split("/").at(-1) ?? "" }
}

function stateOf(slug: string) {
  return database.db
    .selectFrom("organisations")
    .innerJoin("organisation_states as state", "state.organisation_id", "organisations.id")
    .where("organisations.slug", "=", slug)
    .selectAll("organisations")
    .select(["state.status", "state.valid_from", "state.sector", "state.business_line", "state.place_id"])
    .orderBy("state.valid_from", "desc")
    .executeTakeFirst()
}

describe("adding an organisation", () => {
  it("asks for the kind first, and then for what that kind has", async () => {
    const page = await as(officer).get("/ban-lam-viec/to-chuc/moi")
    expect(page.text).toContain("/ban-lam-viec/to-chuc/moi?loai=to-hop-tac")
    const group = (await as(officer).get("/ban-lam-viec/to-chuc/moi?loai=to-hop-tac")).text
    expect(group).toContain("Ngày ký hợp đồng hợp tác")
    expect(group).not.toContain("Tên bằng tiếng nước ngoài")
  })

  it("enters it with everything typed; its sector follows from its main line", async () => {
    const { response, slug } = await add()
    expect(response.status).toBe(303)
    expect(await stateOf(slug)).toMatchObject({
      name: "Hợp tác xã Nông nghiệp Tân Phát",
      kind: "cooperative",
      status: "operating",
      sector: "agriculture",
      business_line: "0111",
      other_lines: ["0118", "4620"],
      charter_capital: 1_500_000_000,
      code: "1700000001",
      phone: "0297 111",
      founded_on: "2026-06-01",
      place_id: commune,
    })
    expect((await as(officer).get(`/ban-lam-viec/to-chuc/${slug}`)).status).toBe(200)
  })

  it("gives a form with mistakes back with all that was typed, and says what to do", async () => {
    const response = await as(officer).post("/ban-lam-viec/to-chuc/moi?loai=hop-tac-xa", {
      ...founding,
      code: "1700000002",
      name: "",
      business_line: "0499",
    })
    expect(response.status).toBe(422)
    const page = response.text
    expect(page).toContain("Hãy điền tên đầy đủ")
    expect(page).toContain("1700000002")

    const { response: unknownLine } = await add({ code: "1700000002", business_line: "0499" })
    expect(unknownLine.status).toBe(422)
    expect(unknownLine.text).toContain("Không có mã ngành này")
  })

  it("takes a line that the list does not have yet, as long as its division is known", async () => {
    const { response, slug } = await add({
      name: "Hợp tác xã Ngành Lạ",
      code: "1700000009",
      business_line: "0143",
    })
    expect(response.status).toBe(303)
    expect(await stateOf(slug)).toMatchObject({ business_line: "0143", sector: "agriculture" })
  })

  it("says whose a code is that is taken", async () => {
    const { response } = await add({ name: "Hợp tác xã Khác" })
    expect(response.status).toBe(422)
    expect(response.text).toContain("đang là của Hợp tác xã Nông nghiệp Tân Phát")
  })

  it("says while it is typed which ones look the same, and why", async () => {
    const typed = async (query: Record<string, string>) => {
      const answer = await as(officer).get(`/ban-lam-viec/to-chuc/giong?${new URLSearchParams(query)}`)
      return (JSON.parse(answer.text) as { list: { name: string; reason: string }[] }).list
    }
    const { name } = organisations.binhAn
    const place = "Bình An"
    expect(await typed({ name: "HTX bình an", place })).toMatchObject([
      { name, reason: "cùng tên trong cùng xã" },
    ])
    expect(await typed({ name: "HTX bình anh", place })).toMatchObject([
      { name, reason: "tên gần giống trong cùng xã" },
    ])
    expect(await typed({ name: "Khác hẳn", code: "0100233488" })).toMatchObject([
      { name, reason: "cùng mã số" },
    ])
    expect(await typed({ name: "Khác hẳn", place })).toEqual([])
    expect(await typed({})).toEqual([])
  })

  it("asks whether it is another when one like it is there, and believes the answer", async () => {
    const alike = { name: "HTX nn TÂN PHÁT", code: "1700000005" }
    const { response } = await add(alike)
    expect(response.status).toBe(422)
    expect(response.text).toContain("cùng tên trong cùng xã")
    expect(response.text).toContain("/hop-tac-xa/hop-tac-xa-nong-nghiep-tan-phat")
    const { response: sure } = await add({ ...alike, is_another: "1" })
    expect(sure.status).toBe(303)

    const person = { name: "Hợp tác xã Xa Lạ", legal_representative: "Trần Văn Năm", phone: "0297.123.456" }
    await add({ ...person, code: "1700000006" })
    const { response: same } = await add({
      ...person,
      name: "Hợp tác xã Khác Hẳn",
      phone: "0297 123 456",
      legal_representative: "trần văn năm",
      code: "1700000007",
    })
    expect(same.text).toContain("cùng người đại diện và điện thoại")
  })

  it("is refused in a commune of somebody else, and to those who keep nothing", async () => {
    const { response } = await add({ code: "1700000003" }, stranger)
    expect(response.status).toBe(422)
    expect(response.text).toContain("Bạn không phụ trách địa bàn này")
    const auditor = await signInAs(database.db, { name: "An", roles: [{ role: "auditor" }] })
    expect((await add({ code: "1700000003" }, auditor)).response.status).toBe(403)
  })
})

describe("recording what happened", () => {
  it("changes the state from its day on, and stands in the change log with its author", async () => {
    const { slug } = await add({ code: "1700000011", name: "Hợp tác xã Một" })
    const form = { happened_on: "10/06/2026", until_on: "31/12/2026", document_number: "05/TB" }
    const response = await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/su-kien/tam-ngung`, form)
    expect(response.status).toBe(303)
    expect(await stateOf(slug)).toMatchObject({ status: "suspended", valid_from: "2026-06-10" })
    const entry = await database.db
      .selectFrom("changes")
      .selectAll()
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ actor: "Mai", action: "record_event", record_kind: "organisation" })
  })

  it("records a suspension of more than twelve months by one notice, and warns of it with the rule", async () => {
    const { slug } = await add({ code: "1700000012", name: "Hợp tác xã Hai" })
    const form = { happened_on: "10/06/2026", until_on: "10/06/2027" }
    const response = await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/su-kien/tam-ngung`, form)
    expect(response.status).toBe(303)
    const page = await as(officer).get(`/ban-lam-viec/to-chuc/${slug}`)
    expect(page.text).toContain("Thông báo tạm ngừng đến hết 10/06/2027, dài hơn mức tối đa 12 tháng một lần")
    expect(page.text).toContain("Thông tư 09/2024/TT-BKHĐT, mẫu II-8")
    const backwards = { ...form, until_on: "09/06/2026" }
    const refused = await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/su-kien/tam-ngung`, backwards)
    expect(refused.status).toBe(422)
  })

  it("refuses what does not fit the state of that day", async () => {
    const { slug } = await add({ code: "1700000013", name: "Hợp tác xã Ba" })
    const resumed = await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/su-kien/hoat-dong-lai`, {
      happened_on: today,
    })
    expect(resumed.status).toBe(422)
    expect(resumed.text).toContain("đang ở tình trạng “Đang hoạt động”")
    const early = await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/su-kien/giai-the`, {
      happened_on: "01/05/2026",
    })
    expect(early.text).toContain("chưa thành lập")
  })

  it("keeps only what differs when registered facts change", async () => {
    const { slug } = await add({ code: "1700000014", name: "Hợp tác xã Bốn" })
    const address = `/ban-lam-viec/to-chuc/${slug}/su-kien/thay-doi`
    const same = { ...founding, code: "1700000014", name: "Hợp tác xã Bốn", happened_on: today }
    const nothing = await as(officer).post(address, same)
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain("Chưa có gì khác")

    const renamed = { ...same, name: "Hợp tác xã Bốn Mùa", business_line: "4620", other_lines: "0118" }
    expect((await as(officer).post(address, renamed)).status).toBe(303)
    const { facts } = await database.db
      .selectFrom("organisation_events")
      .select("facts")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow()
    expect(facts).toEqual({
      name: "Hợp tác xã Bốn Mùa",
      business_line: "4620",
      other_lines: ["0118"],
      sector: "trade",
    })
  })

  it("divides one into several that begin where it stood", async () => {
    const { slug } = await add({ code: "1700000015", name: "Hợp tác xã Năm" })
    const address = `/ban-lam-viec/to-chuc/${slug}/su-kien/chia`
    const one = await as(officer).post(address, { happened_on: today, parts: "Hợp tác xã Năm A" })
    expect(one.text).toContain("ít nhất hai")
    const parts = "Hợp tác xã Năm A\nHợp tác xã Năm B"
    expect((await as(officer).post(address, { happened_on: today, parts })).status).toBe(303)
    expect(await stateOf(slug)).toMatchObject({ status: "ended" })
    expect(await stateOf("hop-tac-xa-nam-b")).toMatchObject({
      status: "operating",
      business_line: "0111",
      place_id: commune,
      code: null,
    })
  })

  it("merges one into another, of a commune elsewhere too", async () => {
    const { slug } = await add({ code: "1700000016", name: "Hợp tác xã Sáu" })
    const response = await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/su-kien/sap-nhap`, {
      happened_on: today,
      other: organisations.rachSoi.name,
    })
    expect(response.status).toBe(303)
    expect(await stateOf(slug)).toMatchObject({ status: "ended" })
  })

  it("keeps a document beside it, for the desk alone", async () => {
    const { slug } = await add({ code: "1700000017", name: "Hợp tác xã Bảy" })
    const body = new FormData()
    body.set("happened_on", today)
    body.set("file", new File(["%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"], "quyet-dinh.pdf"))
    const response = await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/su-kien/ngung-hoat-dong`, body)
    expect(response.status).toBe(303)
    const { id } = await database.db
      .selectFrom("organisation_events")
      .select("id")
      .where("file_id", "is not", null)
      .executeTakeFirstOrThrow()
    const file = `/ban-lam-viec/to-chuc/${slug}/ban-ghi/${id}/van-ban`
    expect((await as(officer).get(file)).headers.get("content-type")).toBe("application/pdf")
    expect((await as(stranger).get(file)).status).toBe(404)
  })

  it("is not for officers of other communes, and is for the province", async () => {
    const { slug } = await add({ code: "1700000018", name: "Hợp tác xã Tám" })
    const address = `/ban-lam-viec/to-chuc/${slug}/su-kien/giai-the`
    expect((await as(stranger).get(address)).status).toBe(404)
    expect((await as(stranger).post(address, { happened_on: today })).status).toBe(404)
    expect((await as(province).post(address, { happened_on: today })).status).toBe(303)
  })
})

describe("a wrong record", () => {
  async function lastRecord() {
    return await database.db
      .selectFrom("organisation_events")
      .selectAll()
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow()
  }

  it("is corrected by another that stands in its place", async () => {
    const { slug } = await add({ code: "1700000021", name: "Hợp tác xã Chín" })
    await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/su-kien/giai-the`, { happened_on: "05/06/2026" })
    const { id } = await lastRecord()
    const address = `/ban-lam-viec/to-chuc/${slug}/ban-ghi/${id}/dinh-chinh`
    expect((await as(officer).get(address)).text).toContain('value="05/06/2026"')
    const noReason = await as(officer).post(address, { happened_on: "12/06/2026" })
    expect(noReason.text).toContain("Hãy ghi lý do")
    const response = await as(officer).post(address, { happened_on: "12/06/2026", reason: "Đọc nhầm ngày" })
    expect(response.status).toBe(303)
    expect(await stateOf(slug)).toMatchObject({ status: "ended", valid_from: "2026-06-12" })
    expect((await as(officer).get(address)).status).toBe(404)
  })

  it("of a founding is corrected with all its facts", async () => {
    const { slug } = await add({ code: "1700000022", name: "Hợp tác xã Mười" })
    const { id } = await lastRecord()
    const address = `/ban-lam-viec/to-chuc/${slug}/ban-ghi/${id}/dinh-chinh`
    const page = (await as(officer).get(address)).text
    expect(page).toContain("0111 – Trồng lúa")
    const response = await as(officer).post(address, {
      ...founding,
      code: "1700000022",
      name: "Hợp tác xã Mười Một",
      happened_on: "20/05/2026",
      phone: "",
      reason: "Nhập nhầm tên và ngày",
    })
    expect(response.status).toBe(303)
    expect(await stateOf(slug)).toMatchObject({
      name: "Hợp tác xã Mười Một",
      founded_on: "2026-05-20",
      phone: null,
      code: "1700000022",
    })
  })

  it("of a founding keeps its place of then, though that commune is no more and nobody's", async () => {
    const { id, slug } = organisations.binhAn
    const founding = await database.db
      .selectFrom("organisation_events")
      .select(["id", sql<{ place_id: number }>`facts`.as("facts")])
      .where("organisation_id", "=", id)
      .where("kind", "=", "founded")
      .where("superseded_at", "is", null)
      .executeTakeFirstOrThrow()
    const address = `/ban-lam-viec/to-chuc/${slug}/ban-ghi/${founding.id}/dinh-chinh`
    const { text } = await as(officer).get(address)
    const fieldValue = (name: string) =>
      new RegExp(`(?:name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}")`)
        .exec(text)
        ?.slice(1)
        .find(Boolean) ?? ""
    const names = ["name", "happened_on", "place", "place-ma", "place-cho", "business_line"]
    const typed = Object.fromEntries(names.map((name) => [name, fieldValue(name)]))
    const response = await as(officer).post(address, {
      ...typed,
      phone: "0297 777",
      sector: "agriculture",
      reason: "Thiếu",
    })
    expect(response.status).toBe(303)
    const corrected = await lastRecord()
    expect(corrected.facts).toMatchObject({ phone: "0297 777", place_id: founding.facts.place_id })
  })

  it("of a suspension cannot end before it begins", async () => {
    const { slug } = await add({ code: "1700000025", name: "Hợp tác xã Mười Bốn" })
    await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/su-kien/tam-ngung`, { happened_on: "05/06/2026" })
    const { id } = await lastRecord()
    const address = `/ban-lam-viec/to-chuc/${slug}/ban-ghi/${id}/dinh-chinh`
    for (const until_on of ["01/06/2026", "04/06/2026"]) {
      const correction = { happened_on: "05/06/2026", until_on, reason: "Nhầm" }
      expect((await as(officer).post(address, correction)).status, until_on).toBe(422)
    }
  })

  it("that never happened is taken back on all sides of a reorganisation", async () => {
    const { slug } = await add({ code: "1700000023", name: "Hợp tác xã Mười Hai" })
    await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/su-kien/chia`, {
      happened_on: today,
      parts: "Hợp tác xã Mười Hai A\nHợp tác xã Mười Hai B",
    })
    const { id } = await lastRecord()
    const address = `/ban-lam-viec/to-chuc/${slug}/ban-ghi/${id}/huy`
    expect((await as(officer).get(address)).text).toContain("Hợp tác xã Mười Hai B")
    expect((await as(officer).post(address, { reason: "Nghị quyết chưa có hiệu lực" })).status).toBe(303)
    expect(await stateOf(slug)).toMatchObject({ status: "operating" })
    expect(await stateOf("hop-tac-xa-muoi-hai-b")).toBeUndefined()
    expect((await visitor(database.db, on).get("/hop-tac-xa/hop-tac-xa-muoi-hai-b")).status).toBe(404)
  })

  it("of a founding cannot be taken back while something stands after it", async () => {
    const { slug } = await add({ code: "1700000024", name: "Hợp tác xã Mười Ba" })
    const { id } = await lastRecord()
    await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/su-kien/giai-the`, { happened_on: today })
    const response = await as(officer).post(`/ban-lam-viec/to-chuc/${slug}/ban-ghi/${id}/huy`, {
      reason: "Nhầm",
    })
    expect(response.status).toBe(422)
    expect(response.text).toContain("sẽ đứng trước ngày thành lập")
  })
})
