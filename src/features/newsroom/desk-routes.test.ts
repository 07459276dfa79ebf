import { parseHTML } from "linkedom"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase } from "../../../test/database.ts"
import { signInAs } from "../../../test/fixtures/people.ts"
import { runDueJobs } from "../../../test/jobs.ts"
import { visitor } from "../../../test/visit.ts"
import type { Role } from "../../rights/roles.ts"
import { formatDay, inVietnam } from "../../ui/format.ts"
import type { DeskEdition } from "./queries.ts"

let database: Awaited<ReturnType<typeof freshDatabase>>
let visit: ReturnType<typeof visitor>
type Visiting = ReturnType<ReturnType<typeof visitor>["as"]>
let mai: Visiting
let an: Visiting
let hung: Visiting
let lan: Visiting
let section: number

beforeAll(async () => {
  database = await freshDatabase()
  visit = visitor(database.db)
  ;[mai, an, hung, lan] = await Promise.all([
    comes("Mai", "editor"),
    comes("An", "editor"),
    comes("Hùng", "publisher"),
    comes("Lan", "auditor"),
  ])
  const { id } = await database.db
    .insertInto("sections")
    .values({ slug: "su-kien", name: "Sự kiện", name_en: "Events", position: 1 })
    .returning("id")
    .executeTakeFirstOrThrow()
  section = id
})
afterAll(() => database.close())

describe("a new article", () => {
  it("is a draft at the desk, and nowhere in public", async () => {
    const article = await written("Hội nghị tổng kết năm")
    expect((await mai.get(article.desk)).text).toContain("Bản nháp")
    expect((await visit.get("/tin-tuc/hoi-nghi-tong-ket-nam")).status).toBe(404)
    expect((await visit.get("/tin-tuc")).text).not.toContain("Hội nghị tổng kết")
  })
  it("comes back with everything typed when something is missing", async () => {
    const { status, text } = await mai.post("/ban-lam-viec/tin-bai/moi", {
      "tieu-de": "",
      body: "Đã gõ ở đây",
    })
    expect(status).toBe(422)
    expect(text).toContain("Đã gõ ở đây")
    expect(text).toContain("Hãy viết tiêu đề.")
    expect(text).toContain("Hãy chọn chuyên mục.")
  })
  it("is cleaned at the door", async () => {
    const article = await written("Bài có mã lạ", "<p>Sạch<script>alert(1)</script></p>")
    const { text } = await mai.get(article.desk)
    expect(text).toContain("<p>Sạch</p>")
    expect(text).not.toContain("alert(1)")
  })
  it("is written by editor and publisher, read by the auditor, and not there for others", async () => {
    const article = await written("Ai được viết")
    for (const path of ["/ban-lam-viec/tin-bai/moi", `${article.desk}/sua`]) {
      expect((await hung.get(path)).status).toBe(200)
      expect((await lan.get(path)).status).toBe(403)
      expect((await (await comes("Bình", "planner")).get(path)).status).toBe(404)
    }
    expect((await lan.get(article.desk)).status).toBe(200)
    expect((await lan.get(article.desk)).text).not.toContain(`${article.desk}/gui-duyet`)
    expect((await visit.post(`${article.desk}/gui-duyet`, {})).status).toBe(401)
  })
})

describe("publishing", () => {
  it("takes a second person: an editor sends it, a publisher publishes it", async () => {
    const article = await written("Khai trương chợ nông sản")
    expect((await mai.post(`${article.desk}/gui-duyet`, { "phien-ban": "1" })).status).toBe(303)
    expect((await mai.post(`${article.desk}/dang`, { "phien-ban": "1" })).status).toBe(403)
    expect((await hung.post(`${article.desk}/dang`, { "phien-ban": "1" })).status).toBe(303)
    const { status, text } = await visit.get("/tin-tuc/khai-truong-cho-nong-san")
    expect(status).toBe(200)
    expect(text).toContain("Nội dung đầu tiên.")
  })
  it("is refused to the publisher who wrote the last version, unless they give a reason that stays in sight", async () => {
    const article = await written("Bão số 5", undefined, hung)
    await hung.post(`${article.desk}/gui-duyet`, { "phien-ban": "1" })
    const refused = await hung.post(`${article.desk}/dang`, { "phien-ban": "1" })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain("Hãy viết lý do, hoặc để một người khác duyệt đăng.")
    expect((await visit.get("/tin-tuc/bao-so-5")).status).toBe(404)

    const reason = "Tin khẩn, người duyệt vắng"
    expect((await hung.post(`${article.desk}/dang`, { "phien-ban": "1", vuot: reason })).status).toBe(303)
    expect((await visit.get("/tin-tuc/bao-so-5")).status).toBe(200)
    expect((await visit.get("/tin-tuc/bao-so-5")).text).not.toContain(reason)
    expect((await lan.get(article.desk)).text).toContain(reason)
    expect(titles(await lan.get("/ban-lam-viec/tin-bai?tinh-trang=mot-nguoi"))).toEqual(["Bão số 5"])
  })
  it("of a draft that nobody sent for review is a bypass as well", async () => {
    const article = await written("Chưa gửi duyệt")
    expect((await hung.post(`${article.desk}/dang`, { "phien-ban": "1" })).status).toBe(422)
  })
  it("is refused when the article was rewritten after the publisher read it", async () => {
    const article = await written("Đọc một đằng đăng một nẻo")
    await mai.post(`${article.desk}/gui-duyet`, { "phien-ban": "1" })
    await rewrite(article, mai, 1, "Nội dung khác hẳn.")
    const { status, text } = await hung.post(`${article.desk}/dang`, { "phien-ban": "1" })
    expect(status).toBe(409)
    expect(text).toContain("trong lúc đó bài đã đổi")
    expect((await visit.get("/tin-tuc/doc-mot-dang-dang-mot-neo")).status).toBe(404)
  })
  it("can be denied with words for the writer", async () => {
    const article = await written("Thiếu số liệu")
    await mai.post(`${article.desk}/gui-duyet`, { "phien-ban": "1" })
    expect((await an.post(`${article.desk}/tra-lai`, { "phien-ban": "1", "tra-lai": "x" })).status).toBe(403)
    expect((await hung.post(`${article.desk}/tra-lai`, { "phien-ban": "1" })).status).toBe(422)
    await hung.post(`${article.desk}/tra-lai`, { "phien-ban": "1", "tra-lai": "Bổ sung số thành viên" })
    const { text } = await mai.get(article.desk)
    expect(text).toContain("Trả lại")
    expect(text).toContain("Bổ sung số thành viên")
  })
  it("leaves an entry in the change log for each step, with person, role and reason", async () => {
    const article = await published("Có nhật ký")
    await hung.post(`${article.desk}/go`, { "phien-ban": "1", go: "Sai nguồn" })
    const entries = await database.db
      .selectFrom("changes")
      .where("record_kind", "=", "article")
      .where("record_id", "=", article.id)
      .select(["actor", "role", "action", "reason"])
      .orderBy("id")
      .execute()
    expect(entries).toEqual([
      { actor: "Mai", role: "editor", action: "write", reason: null },
      { actor: "Mai", role: "editor", action: "submit", reason: null },
      { actor: "Hùng", role: "publisher", action: "publish", reason: null },
      { actor: "Hùng", role: "publisher", action: "unpublish", reason: "Sai nguồn" },
    ])
  })
})

describe("a scheduled article", () => {
  it("appears at its minute, also when the job that notes it is late", async () => {
    const article = await inReview("Hẹn giờ lên trang")
    const tomorrow = inVietnam(new Date(Date.now() + 86_400_000)).day
    const hour = { ngay: formatDay(tomorrow, "vi"), gio: "7 giờ 30" }
    expect((await hung.post(`${article.desk}/hen-gio`, { "phien-ban": "1", ...hour })).status).toBe(303)
    expect((await hung.get(article.desk)).text).toContain(`07:30, ${formatDay(tomorrow, "vi")}`)
    expect((await visit.get("/tin-tuc/hen-gio-len-trang")).status).toBe(404)

    await untilDue(article.id)
    expect((await visit.get("/tin-tuc/hen-gio-len-trang")).status).toBe(200)
    expect((await hung.get(article.desk)).text).toContain("Đã đăng")

    await runDueJobs(database.db, { now: new Date(Date.now() + 3 * 86_400_000) })
    expect(await stateOf(article.id)).toMatchObject({ publication: "published", work: "none" })
  })
  it("is never scheduled for a moment that is over, nor at an hour that is none", async () => {
    const article = await inReview("Giờ đã qua")
    for (const hour of [
      { ngay: "15/10/2020", gio: "7:30" },
      { ngay: "15/10/2099", gio: "25:00" },
      { ngay: "31/02/2099", gio: "7:30" },
    ]) {
      const { status, text } = await hung.post(`${article.desk}/hen-gio`, { "phien-ban": "1", ...hour })
      expect(status).toBe(422)
      expect(text).toContain(`value="${hour.ngay}"`)
    }
  })
  it("is a draft again when its hour is taken back, and its job then does nothing", async () => {
    const article = await inReview("Bỏ hẹn")
    await hung.post(`${article.desk}/hen-gio`, { "phien-ban": "1", ngay: "15/10/2099", gio: "16h" })
    await hung.post(`${article.desk}/bo-hen`, { "phien-ban": "1" })
    await runDueJobs(database.db, { now: new Date("2099-10-16") })
    expect(await stateOf(article.id)).toMatchObject({ publication: "never", work: "draft" })
    expect((await visit.get("/tin-tuc/bo-hen")).status).toBe(404)
  })
})

describe("a correction", () => {
  it("stays out of sight until a second person publishes it, with what readers are told", async () => {
    const article = await published("Sửa một con số")
    await rewrite(article, mai, 1, "Con số đúng là 108.")
    expect((await visit.get("/tin-tuc/sua-mot-con-so")).text).not.toContain("108")
    await mai.post(`${article.desk}/gui-duyet`, { "phien-ban": "2" })
    expect((await hung.post(`${article.desk}/dinh-chinh`, { "phien-ban": "2" })).status).toBe(422)
    await hung.post(`${article.desk}/dinh-chinh`, { "phien-ban": "2", "dinh-chinh": "Sửa 105 thành 108." })
    const { text } = await visit.get("/tin-tuc/sua-mot-con-so")
    expect(text).toContain("Con số đúng là 108.")
    expect(text).toMatch(/Đã chỉnh sửa lúc \d\d:\d\d \| .*Sửa 105 thành 108\./s)
  })
})

describe("an article that was taken down", () => {
  it("leaves its title and the reason at its address, and comes back at the moment it had", async () => {
    const article = await published("Bài bị gỡ")
    const before = await momentOf(article.id)
    expect((await hung.post(`${article.desk}/go`, { "phien-ban": "1" })).status).toBe(422)
    await hung.post(`${article.desk}/go`, { "phien-ban": "1", go: "Chờ xác minh số liệu" })
    const notice = await visit.get("/tin-tuc/bai-bi-go")
    expect(notice.status).toBe(410)
    expect(notice.text).toContain("Bài bị gỡ")
    expect(notice.text).toContain("Chờ xác minh số liệu")
    expect(notice.text).not.toContain("Nội dung đầu tiên.")
    expect((await visit.get("/tin-tuc")).text).not.toContain("Bài bị gỡ")

    expect((await hung.post(`${article.desk}/dang-lai`, { "phien-ban": "1" })).status).toBe(303)
    expect((await visit.get("/tin-tuc/bai-bi-go")).status).toBe(200)
    expect(await momentOf(article.id)).toEqual(before)
  })
})

describe("versions", () => {
  it("are compared word by word, and restored as a new one that needs the second person again", async () => {
    const article = await published("So sánh hai bản")
    await rewrite(article, an, 1, "Nội dung thứ hai.")
    const { text } = await lan.get(`${article.desk}/so-sanh?cu=1&moi=2`)
    const { document } = parseHTML(text)
    expect([...document.querySelectorAll("del")].map((piece) => piece.textContent)).toEqual(["bỏ: đầu tiên."])
    expect([...document.querySelectorAll("ins")].map((piece) => piece.textContent)).toEqual([
      "thêm: thứ hai.",
    ])

    expect((await lan.post(`${article.desk}/khoi-phuc`, { "phien-ban": "2", ban: "1" })).status).toBe(403)
    expect((await an.post(`${article.desk}/khoi-phuc`, { "phien-ban": "2", ban: "1" })).status).toBe(303)
    expect(await stateOf(article.id)).toMatchObject({ version: 3, work: "draft", public_version: 1 })
    expect((await an.get(`${article.desk}/ban/3`)).text).toContain("Nội dung đầu tiên.")
    expect((await an.get(`${article.desk}/ban/2`)).text).toContain("Nội dung thứ hai.")
    expect((await an.get(`${article.desk}/ban/9`)).status).toBe(404)
  })
  it("written by two at once are never lost: the second is shown both and chooses", async () => {
    const article = await written("Hai người cùng sửa")
    await rewrite(article, an, 1, "An viết thế này.")
    const form = fields("Hai người cùng sửa", "Mai viết thế kia.")
    const { status, text } = await mai.post(`${article.desk}/sua`, { ...form, "phien-ban": "1" })
    expect(status).toBe(409)
    expect(text).toContain("An viết thế này.")
    expect(text).toContain("Mai viết thế kia.")
    expect((await mai.get(`${article.desk}`)).text).not.toContain("Mai viết thế kia.")

    const chosen = {
      "tieu-de": form["tieu-de"],
      "chuyen-muc": form["chuyen-muc"],
      "phien-ban": "2",
      "chon.body": "mine",
      "cua-ho.body": "<p>An viết thế này.</p>",
      "cua-toi.body": "<p>Mai viết thế kia.</p>",
    }
    expect((await mai.post(`${article.desk}/sua`, chosen)).status).toBe(303)
    expect(await stateOf(article.id)).toMatchObject({ version: 3 })
  })
  it("that say nothing new are not kept", async () => {
    const article = await written("Lưu mà không sửa")
    await rewrite(article, mai, 1, "Nội dung đầu tiên.")
    expect(await stateOf(article.id)).toMatchObject({ version: 1 })
  })
  it("are never rewritten, not even by the application", async () => {
    await expect(
      database.db.updateTable("article_versions").set({ title: "Khác" }).execute(),
    ).rejects.toThrow("what was written once stays as it was")
  })
})

describe("the address of an article", () => {
  it("leads on to the new one for ever, in both languages and in print", async () => {
    const article = await published("Địa chỉ thứ nhất")
    expect((await mai.post(`${article.desk}/dia-chi`, { "dia-chi": "dia-chi-thu-hai" })).status).toBe(403)
    await hung.post(`${article.desk}/dia-chi`, { "dia-chi": "dia-chi-thu-hai" })
    await hung.post(`${article.desk}/dia-chi`, { "dia-chi": "dia-chi-thu-ba" })
    for (const old of ["dia-chi-thu-nhat", "dia-chi-thu-hai"]) {
      const { status, headers } = await visit.get(`/tin-tuc/${old}`)
      expect(status).toBe(301)
      expect(headers.get("location")).toBe("/tin-tuc/dia-chi-thu-ba")
    }
    expect((await visit.get("/en/tin-tuc/dia-chi-thu-nhat")).headers.get("location")).toBe(
      "/en/tin-tuc/dia-chi-thu-ba",
    )
    expect((await visit.get("/tin-tuc/dia-chi-thu-nhat/ban-in")).headers.get("location")).toBe(
      "/tin-tuc/dia-chi-thu-ba/ban-in",
    )

    const other = await written("Bài khác")
    const { status, text } = await mai.post(`${other.desk}/dia-chi`, { "dia-chi": "dia-chi-thu-nhat" })
    expect(status).toBe(422)
    expect(text).toContain("đã từng là của một bài khác")
  })
  it("of a draft is free again once the draft has another", async () => {
    const article = await written("Tên tạm")
    await mai.post(`${article.desk}/dia-chi`, { "dia-chi": "ten-that" })
    expect((await visit.get("/tin-tuc/ten-tam")).status).toBe(404)
    const other = await written("Tên tạm")
    expect((await mai.get(other.desk)).text).toContain("/tin-tuc/ten-tam")
  })
  it("holds nothing but small letters, digits and hyphens", async () => {
    const article = await written("Địa chỉ lạ")
    for (const slug of ["Hoa", "có dấu", "../x", "a--b", "-a"])
      expect((await mai.post(`${article.desk}/dia-chi`, { "dia-chi": slug })).status, slug).toBe(422)
  })
})

describe("a preview for people without an account", () => {
  it("shows the latest version to whoever has the link, unlisted and unkept, until it expires", async () => {
    const article = await written("Xem trước nhé")
    const path = await previewOf(article)
    const { status, headers, text } = await visit.get(path)
    expect(status).toBe(200)
    expect(text).toContain("Nội dung đầu tiên.")
    expect(text).toContain("Đây là bản xem trước, chưa đăng.")
    expect(text).toMatch(/<meta name="robots" content="noindex"/)
    expect(headers.get("cache-control")).toBe("private, no-store")

    await database.db.updateTable("preview_links").set({ expires_at: new Date() }).execute()
    expect((await visit.get(path)).status).toBe(404)
  })
  it("ends when it is revoked, and its link is shown only once", async () => {
    const article = await written("Thu hồi liên kết")
    const path = await previewOf(article)
    expect((await visit.get(path)).status).toBe(200)
    const { text } = await mai.get(article.desk)
    expect(text).not.toContain(path)
    const revocation = parseHTML(text)
      .document.querySelector('form[action$="/thu-hoi"]')
      ?.getAttribute("action")
    expect((await lan.post(revocation!, {})).status).toBe(403)
    expect((await mai.post(revocation!, {})).status).toBe(303)
    expect((await visit.get(path)).status).toBe(404)
  })
  it("opens with nothing but the whole token", async () => {
    expect((await visit.get(`/xem-truoc/${"a".repeat(32)}`)).status).toBe(404)
  })
})

describe("the English translation", () => {
  it("has a state of its own, and is shown once a second person published it", async () => {
    const article = await published("Bài có bản dịch")
    const desk = `${article.desk}/tieng-anh`
    expect((await mai.get(desk)).status).toBe(404)
    const form = { "tieu-de": "An article in English", body: "The English words.", "ban-goc": "1" }
    expect((await mai.post(`${desk}/sua`, form)).status).toBe(303)
    expect((await mai.get(desk)).text).toContain("Bản nháp")
    expect((await visit.get("/en/tin-tuc/bai-co-ban-dich")).text).toContain("This article is in Vietnamese.")

    await mai.post(`${desk}/gui-duyet`, { "phien-ban": "1" })
    expect((await mai.post(`${desk}/dang`, { "phien-ban": "1" })).status).toBe(403)
    await hung.post(`${desk}/dang`, { "phien-ban": "1" })
    const { document } = parseHTML((await visit.get("/en/tin-tuc/bai-co-ban-dich")).text)
    expect(document.querySelector("h1")?.textContent).toBe("An article in English")
    expect(document.querySelector("h1")?.getAttribute("lang")).toBeNull()
    expect(document.querySelector(".article__body")?.textContent).toContain("The English words.")
    expect((await visit.get("/tin-tuc/bai-co-ban-dich")).text).toContain("Nội dung đầu tiên.")
  })
  it("says when the Vietnamese text went on without it, at the desk and in public", async () => {
    const article = await published("Bản dịch cũ")
    const desk = `${article.desk}/tieng-anh`
    await mai.post(`${desk}/sua`, { "tieu-de": "Old", body: "Old words.", "ban-goc": "1" })
    await mai.post(`${desk}/gui-duyet`, { "phien-ban": "1" })
    await hung.post(`${desk}/dang`, { "phien-ban": "1" })
    await rewrite(article, mai, 1, "Nội dung mới.")
    expect((await mai.get(desk)).text).toContain("Hãy xem lại bản dịch.")
    expect((await visit.get("/en/tin-tuc/ban-dich-cu")).text).not.toContain("was corrected after")
    await mai.post(`${article.desk}/gui-duyet`, { "phien-ban": "2" })
    await hung.post(`${article.desk}/dinh-chinh`, { "phien-ban": "2", "dinh-chinh": "Sửa nội dung." })
    expect((await visit.get("/en/tin-tuc/ban-dich-cu")).text).toContain("was corrected after")
  })
  it("gives way to the Vietnamese text when it is taken down, and cannot be scheduled", async () => {
    const article = await published("Gỡ bản dịch")
    const desk = `${article.desk}/tieng-anh`
    await mai.post(`${desk}/sua`, { "tieu-de": "Taken", body: "Taken down.", "ban-goc": "1" })
    await mai.post(`${desk}/gui-duyet`, { "phien-ban": "1" })
    const hour = { ngay: "15/10/2099", gio: "7:30" }
    expect((await hung.post(`${desk}/hen-gio`, { "phien-ban": "1", ...hour })).status).toBe(409)
    await hung.post(`${desk}/dang`, { "phien-ban": "1" })
    await hung.post(`${desk}/go`, { "phien-ban": "1", go: "Dịch sai" })
    const { status, text } = await visit.get("/en/tin-tuc/go-ban-dich")
    expect(status).toBe(200)
    expect(text).toContain("Nội dung đầu tiên.")
    expect((await hung.post(`${desk}/dang-lai`, { "phien-ban": "1" })).status).toBe(303)
    expect((await visit.get("/en/tin-tuc/go-ban-dich")).text).toContain("Taken down.")
  })
})

describe("the list of articles", () => {
  it("is narrowed by state, section, author and words without marks", async () => {
    await written("Nông dân Gò Quao góp vốn", undefined, an)
    expect(titles(await an.get("/ban-lam-viec/tin-bai?tim=go+quao"))).toEqual(["Nông dân Gò Quao góp vốn"])
    expect(titles(await mai.get("/ban-lam-viec/tin-bai?tim=go+quao&cua-toi=1"))).toEqual([])
    expect(titles(await mai.get("/ban-lam-viec/tin-bai?tim=go+quao&tinh-trang=cho-duyet"))).toEqual([])
    expect(titles(await mai.get(`/ban-lam-viec/tin-bai?tim=go+quao&chuyen-muc=${section}`))).toHaveLength(1)
    expect(titles(await mai.get("/ban-lam-viec/tin-bai?tim=100%25"))).toEqual([])
  })
  it("also holds what was imported before anyone worked here", async () => {
    await database.db
      .insertInto("articles")
      .values({
        slug: "nhap-khau",
        title: "Bài nhập từ trang cũ",
        section_id: section,
        body_html: "<p>Cũ.</p>",
        published_at: "2020-10-15T16:00:00+07:00",
      })
      .execute()
    const found = await mai.get("/ban-lam-viec/tin-bai?tim=nhap+tu+trang+cu&tinh-trang=da-dang")
    expect(titles(found)).toEqual(["Bài nhập từ trang cũ"])
  })
})

async function comes(name: string, role: Role) {
  return visit.as(await signInAs(database.db, { name, roles: [{ role }] }))
}

function fields(title: string, body: string) {
  return { "tieu-de": title, "chuyen-muc": String(section), body }
}

type Written = { id: number; title: string; desk: string }

async function written(title: string, body = "Nội dung đầu tiên.", who = mai): Promise<Written> {
  const { status, headers } = await who.post("/ban-lam-viec/tin-bai/moi", fields(title, body))
  expect(status).toBe(303)
  const desk = headers.get("location")!
  return { id: Number(desk.split("/").at(-1)), title, desk }
}

async function rewrite({ desk, title }: Written, who: Visiting, version: number, body: string) {
  const form = { ...fields(title, body), "phien-ban": String(version) }
  expect((await who.post(`${desk}/sua`, form)).status).toBe(303)
}

async function inReview(title: string) {
  const article = await written(title)
  await mai.post(`${article.desk}/gui-duyet`, { "phien-ban": "1" })
  return article
}

async function published(title: string) {
  const article = await inReview(title)
  await hung.post(`${article.desk}/dang`, { "phien-ban": "1" })
  return article
}

async function previewOf({ desk }: Written) {
  const { status, headers } = await mai.post(`${desk}/xem-truoc`, { han: "3", "cho-ai": "Cô Bảy" })
  expect(status).toBe(303)
  const cookie = headers.get("set-cookie")!.split(";")[0]!
  const token = cookie.split("=")[1]!
  return `/xem-truoc/${token}`
}

/** Time passes: its minute has come. */
async function untilDue(id: number) {
  await database.db.updateTable("articles").set({ published_at: new Date() }).where("id", "=", id).execute()
}

function stateOf(id: number) {
  return database.db
    .selectFrom("article_editions")
    .where("article_id", "=", id)
    .where("locale", "=", "vi" satisfies DeskEdition["locale"])
    .selectAll()
    .executeTakeFirstOrThrow()
}

async function momentOf(id: number) {
  const { published_at } = await database.db
    .selectFrom("articles")
    .where("id", "=", id)
    .select("published_at")
    .executeTakeFirstOrThrow()
  return published_at
}

function titles({ text }: { text: string }) {
  return [...parseHTML(text).document.querySelectorAll(".desk-line__title a")].map((link) => link.textContent)
}
