import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asApplication, freshDatabase } from "../../../test/database.ts"
import { visitor } from "../../../test/visit.ts"
import { loadPlaces } from "../places/load-places.ts"
import { findPlace } from "../places/queries.ts"
import { buildFiles } from "./build-files.ts"
import type { Edition } from "./edition.ts"
import { type Build, beginReport, buildReport } from "./keep-report.ts"
import { editionOf, factsOf } from "./test-edition.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let first: Build
let draft: Build
let second: Build
let build: (edition: Edition) => Promise<Build>
beforeAll(async () => {
  database = await freshDatabase()
  await loadPlaces(asApplication(database.db))
  const place = (await findPlace(database.db, "tinh-an-giang-91-tu-2025"))!
  const author = { actor: "Lê Thị Lan", via: "web" } as const
  const report = await beginReport(asApplication(database.db), author, {
    place_id: place.id,
    year: 2024,
    period: "year",
  })
  build = (edition) => buildReport(asApplication(database.db), author, report, edition)
  first = await build(editionOf(factsOf({ "I.1": { previous: 518, year: 522 } })))
  draft = await build(editionOf(factsOf({ "I.1": { previous: 518, year: 521 } }, { snapshot: null })))
  second = await build(
    editionOf(factsOf({ "I.1": { previous: 518, year: 523 }, "I.4": { year: "2200000000*" } })),
  )
})
afterAll(() => database.close())

const visit = () => visitor(database.db, { today: "2025-01-10" })

function fileOf({ files }: Build, kind: "xlsx" | "docx") {
  return files.find((file) => file.kind === kind)!
}

async function send(bytes: Uint8Array | undefined) {
  const form = new FormData()
  if (bytes) form.set("tep", new File([Buffer.from(bytes)], "bao-cao.docx"))
  const response = await visit().app.request("/xac-minh", {
    method: "POST",
    body: form,
    headers: { origin: "https://ktth.example.vn" },
  })
  return { status: response.status, text: (await response.text()).replaceAll("\u00a0", " ") }
}

describe("checking a report", () => {
  it("says of a code what was built under it, and what it said", async () => {
    const { status, text } = await visit().get(`/xac-minh?ma=${second.code.toLowerCase()}`)
    expect(status).toBe(200)
    expect(text).toContain("Đúng là mã do cổng này cấp.")
    for (const words of ["Tỉnh An Giang", "Năm 2024", "Đợt báo cáo năm 2024, chốt ngày 28/12/2024"])
      expect(text).toContain(words)
    expect(text.replaceAll("\u00a0", " ")).toContain("523 HTX")
    expect(text.replaceAll("\u00a0", " ")).toContain("2,2 tỷ đồng/năm</span> (số ước)")
    for (const { hash } of second.files) expect(text).toContain(hash)
    expect(text).not.toContain("BẢN NHÁP")
    expect(text).not.toContain("Đã có bản mới hơn")
  })

  it("says of a file whether it is that very file", async () => {
    const { bytes } = fileOf(second, "docx")
    expect((await send(bytes)).text).toContain("Đúng là tệp do cổng này lập.")
    const altered = Uint8Array.from(bytes)
    altered[altered.length - 30] = altered.at(-30)! ^ 1
    const { status, text } = await send(altered)
    expect(status).toBe(200)
    expect(text).toContain("Cổng này chưa từng lập tệp đúng như vậy.")
    expect(text).not.toContain("523 HTX")
  })

  it("tells of a newer version, but of no newer draft", async () => {
    const { text } = await visit().get(`/xac-minh?ma=${first.code}`)
    expect(text).toContain("Đã có bản mới hơn")
    expect(text).toContain(`/xac-minh?ma=${second.code}`)
    expect(text).not.toContain(draft.code)
  })

  it("calls a draft one", async () => {
    const { text } = await visit().get(`/xac-minh?ma=${fileOf(draft, "xlsx").hash}`)
    expect(text).toContain("Đây là BẢN NHÁP")
    expect(text).toContain(second.code)
  })

  it("does not know what it did not build, and says what a code looks like", async () => {
    const unknown = await visit().get("/xac-minh?ma=0000-0000-0000-0000")
    expect([unknown.status, unknown.text.includes("Không có báo cáo nào mang mã này.")]).toEqual([200, true])
    const unreadable = await visit().get("/xac-minh?ma=b%C3%A1o%20c%C3%A1o")
    expect(unreadable.status).toBe(422)
    expect(unreadable.text).toContain("Đây không phải mã xác minh hay mã băm.")
    expect(unreadable.text).toContain('value="báo cáo"')
    const nothing = await send(undefined)
    expect([nothing.status, nothing.text.includes("Hãy chọn tệp báo cáo cần kiểm tra.")]).toEqual([422, true])
  })

  it("answers programs", async () => {
    const { hash } = fileOf(second, "xlsx")
    const answer = JSON.parse((await visit().get(`/xac-minh.json?ma=${hash}`)).text)
    expect(answer).toMatchObject({
      hash,
      genuine: true,
      file: "xlsx",
      code: second.code,
      is_draft: false,
      place: { code: "91", name: "Tỉnh An Giang" },
      year: 2024,
      period: "year",
      sha256: { xlsx: hash, docx: fileOf(second, "docx").hash },
      newer: null,
    })
    expect(answer.figures).toContainEqual({
      line: "I.1",
      name: "Tổng số hợp tác xã",
      value: 523,
      is_estimate: false,
    })
    expect(JSON.parse((await visit().get("/xac-minh.json?ma=0000-0000-0000-0000")).text)).toEqual({
      code: "0000-0000-0000-0000",
      genuine: false,
    })
  })

  it("stops whoever asks without end", async () => {
    const { app } = visit()
    const from = { incoming: { socket: { remoteAddress: "192.0.2.7" } } }
    const statuses = []
    for (let index = 0; index < 61; index++)
      statuses.push((await app.request(`/xac-minh.json?ma=${second.code}`, {}, from)).status)
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true)
    const last = await app.request(`/xac-minh?ma=${second.code}`, {}, from)
    expect([statuses.at(-1), last.status, last.headers.get("retry-after")]).toEqual([
      429,
      429,
      expect.any(String),
    ])
  })
})

describe("a report that was built", () => {
  it("is built once: the same content again is the same build", async () => {
    const again = await build(editionOf(factsOf({ "I.1": { previous: 518, year: 522 } })))
    expect(again).toMatchObject({ id: first.id, code: first.code })
    expect(again.files.map(({ kind, hash }) => [kind, hash])).toEqual(
      first.files.map(({ kind, hash }) => [kind, hash]),
    )
    const builds = await database.db
      .selectFrom("official_report_builds")
      .select("code")
      .orderBy("id")
      .execute()
    expect(builds.map(({ code }) => code)).toEqual([first.code, draft.code, second.code])
  })

  it("cannot be rewritten, and can be built again from what was kept with it", async () => {
    const kept = await database.db
      .selectFrom("official_report_builds")
      .select(["facts", "letterhead", "words", "check_address"])
      .where("id", "=", second.id)
      .executeTakeFirstOrThrow()
    const { facts, letterhead, words, check_address: checkAddress } = kept
    const rebuilt = await buildFiles({ facts, letterhead, words, checkAddress } as Edition)
    expect(rebuilt.map(({ hash }) => hash)).toEqual(second.files.map(({ hash }) => hash))
    const rewriting = database.db
      .updateTable("official_report_files")
      .set({ hash: "0".repeat(64) })
      .execute()
    await expect(rewriting).rejects.toThrow("never changed")
  })
})
