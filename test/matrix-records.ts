import type { Database } from "../src/database/connection.ts"
import { keepFile } from "../src/features/files/keep-file.ts"
import { beginReport, buildReport } from "../src/features/official-reports/keep-report.ts"
import { editionOf, factsOf } from "../src/features/official-reports/test-edition.ts"
import { findHomePlace } from "../src/features/places/queries.ts"
import { findWorkbookPlaceById } from "../src/features/register-import/ground.ts"
import { importOf } from "../src/features/register-import/import-workbook.ts"
import { writeRegisterWorkbook } from "../src/features/register-import/write-register.ts"
import { keepReceived } from "../src/features/report-workbooks/take-reports.ts"
import { listKeptWindows } from "../src/features/reporting-windows/keep-windows.ts"
import { writeWorkbook } from "../src/features/workbooks/write-workbook.ts"
import { type Role, reachOf } from "../src/rights/roles.ts"
import { asApplication } from "./database.ts"
import { secret, signInAs } from "./fixtures/people.ts"
import { testStore } from "./visit.ts"

/** Whether the record that is asked for stands where the asker's role reaches. */
export type Scope = "own" | "other"

/**
 * A record for every route that names one, and the scope that each role is held for. A route that is not known here
 * has no record to be asked with: give it one below.
 */
export async function findMatrixRecords(db: Database) {
  const [one, other] = await db
    .selectFrom("organisations")
    .innerJoin("organisation_states", "organisation_states.organisation_id", "organisations.id")
    .select(["organisations.id", "organisations.slug", "organisation_states.place_id"])
    .where("organisations.kind", "=", "cooperative")
    .where("organisation_states.valid_to", "=", "infinity")
    .where("organisation_states.status", "=", "operating")
    .distinctOn("organisation_states.place_id")
    .orderBy("organisation_states.place_id")
    .limit(2)
    .execute()
  const organisations = { own: one!, other: other! }
  const first = <Table extends "sections" | "articles" | "highlights" | "agencies" | "places">(
    table: Table,
  ) =>
    db
      .selectFrom(table as "sections")
      .select(["id", "slug"])
      .orderBy("id")
      .limit(1)
      .executeTakeFirstOrThrow()
  const [section, article, agency, place] = await Promise.all([
    first("sections"),
    first("articles"),
    db
      .selectFrom("agencies")
      .select(["id", "slug"])
      .where("valid_to", "=", "infinity")
      .orderBy("id")
      .limit(1)
      .executeTakeFirstOrThrow(),
    first("places"),
  ])
  const highlight = await db
    .selectFrom("highlights")
    .select("id")
    .orderBy("id")
    .limit(1)
    .executeTakeFirstOrThrow()
  const target = await db
    .selectFrom("targets")
    .innerJoin("plans", "plans.id", "targets.plan_id")
    .select(["targets.slug", "plans.slug as plan_slug"])
    .where("plans.state", "=", "published")
    .limit(1)
    .executeTakeFirstOrThrow()
  const person = await signInAs(db, { name: "Someone", roles: [{ role: "editor" }] })
  const role = await db
    .selectFrom("roles")
    .select("id")
    .where("user_id", "=", person.id)
    .executeTakeFirstOrThrow()
  const mail = await db
    .insertInto("mails")
    .values({ recipient: "ai@example.vn", subject: "Thư", body: "", state: "failed", good_until: new Date() })
    .returning("id")
    .executeTakeFirstOrThrow()
  const reorganisation = await db
    .insertInto("reorganisations")
    .values({
      happened_on: "2027-01-01",
      legal_act: "Nghị quyết 1/NQ",
      units: JSON.stringify([]),
      hash: "0",
      file_name: "sap-xep.csv",
      sent_by: "fixture",
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  const estimate = await db
    .insertInto("entered_figures")
    .values({
      kind: "estimate",
      measure: "cooperatives",
      place_id: place.id,
      year: 2026,
      value: 523,
      basis: "fixture",
      recorded_by: "fixture",
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  const form = await db
    .insertInto("report_form_versions")
    .columns(["form_id", "number", "name", "legal_basis", "first_year", "definition"])
    .expression(
      db
        .selectFrom("report_form_versions")
        .select((is) => [
          "form_id",
          is.lit(99).as("number"),
          "name",
          "legal_basis",
          is.lit(2030).as("first_year"),
          "definition",
        ])
        .orderBy("id")
        .limit(1),
    )
    .returning("id")
    .executeTakeFirstOrThrow()
  const change = await db.selectFrom("changes").select("id").orderBy("id").limit(1).executeTakeFirstOrThrow()

  const official = await buildOfficialReport(db)
  const windowChange = await noteWindowChange(db)
  const draftScheme = await draftRatingScheme(db)
  await sendRatingSheets(db, [one!.id, other!.id])

  const none = "00000000-0000-0000-0000-000000000000"
  const values: [start: string, values: Record<string, string | number>][] = [
    ["/assets/", { file: "none.css" }],
    ["/ban-lam-viec/ban-nhap/", { form: "article", record: "moi" }],
    ["/ban-lam-viec/chuyen-muc/", { id: section.id }],
    ["/ban-lam-viec/tin-noi-bat/", { id: highlight.id }],
    ["/ban-lam-viec/tin-bai/", { id: article.id, number: 1, link: 1 }],
    ["/ban-lam-viec/nhat-ky/", { id: change.id }],
    ["/ban-lam-viec/quan-tri/cong-viec/", { id: none }],
    ["/ban-lam-viec/quan-tri/thu/", { id: mail.id }],
    ["/ban-lam-viec/quan-tri/nguoi-dung/", { id: person.id, role: role.id }],
    ["/ban-lam-viec/quan-tri/vai-tro-het-hieu-luc/", { role: role.id }],
    ["/ban-lam-viec/quan-tri/co-quan/", { slug: agency.slug }],
    ["/ban-lam-viec/quan-tri/dia-ban/", { slug: place.slug }],
    ["/ban-lam-viec/quan-tri/sap-xep-dia-ban/", { id: reorganisation.id }],
    ["/ban-lam-viec/quan-tri/quy-dinh/", { id: 1 }],
    ["/ban-lam-viec/quan-tri/bo-tieu-chi/", { id: draftScheme.id, group: "I", criterion: "1", item: "1a" }],
    ["/ban-lam-viec/uoc-thuc-hien/", { id: estimate.id }],
    ["/ban-lam-viec/bao-cao-bo/", official],
    ["/ban-lam-viec/dot-bao-cao/", { round: "bao-cao-nam-2026", id: 1 }],
    ["/ban-lam-viec/quan-tri/mau-bao-cao/", { id: form.id, part: "truong", code: "members" }],
    ["/ban-lam-viec/quan-tri/thoi-han-bao-cao/", { year: 2024, id: windowChange.id }],
    ["/ban-lam-viec/quan-tri/quy-mo/", { set: "members", from: "2020-04-01" }],
    ["/ban-lam-viec/quan-tri/nganh-nghe/", { id: 1, code: "0111" }],
    ["/chuyen-muc/", { slug: section.slug }],
    ["/dia-ban/", { slug: place.slug, file: "tinh-kien-giang-91.csv" }],
    ["/dot-bao-cao/", { round: "bao-cao-nam-2024", measure: "cooperatives", file: "cooperatives.csv" }],
    ["/ke-hoach/:plan", { plan: target.plan_slug, target: target.slug, file: `${target.slug}.csv` }],
    ["/ke-hoach/", { plan: target.plan_slug, file: `${target.plan_slug}.csv` }],
    ["/lien-ket/", { token: "none" }],
    ["/so-lieu/", { measure: "cooperatives", file: "cooperatives.csv" }],
    ["/tai-khoan/", { id: none }],
    ["/tep/", { hash: "0".repeat(64), name: "none.pdf" }],
    ["/tin-tuc/", { slug: article.slug }],
    ["/xem-truoc/", { token: "none", hash: "0".repeat(64), name: "none.pdf" }],
    ["/:file", { file: "sitemap-1.xml" }],
  ]

  const records = await db
    .selectFrom("organisation_events")
    .where("kind", "=", "founded")
    .where("organisation_id", "in", [one!.id, other!.id])
    .select(["id", "organisation_id"])
    .execute()

  const products = await db
    .insertInto("organisation_products")
    .values(
      [one!, other!].map(({ id }) => ({
        organisation_id: id,
        valid_from: "2026-01-01",
        name: "Gạo",
        recorded_by: "fixture",
      })),
    )
    .returning("id")
    .execute()
  const alike = { own: await pairUp(db, one!), other: await pairUp(db, other!) }
  const mistake = async (organisation_id: number) => {
    const { id } = await db
      .insertInto("mistake_reports")
      .values({ organisation_id, about: "name", words: "Tên đã đổi", sender_email: "ai@example.vn" })
      .returning("id")
      .executeTakeFirstOrThrow()
    return { id }
  }
  const reported = { own: await mistake(one!.id), other: await mistake(other!.id) }
  const sentReports = {
    own: await sendReports(db, one!.place_id),
    other: await sendReports(db, other!.place_id),
  }
  const filed = { own: await fileReport(db, one!), other: await fileReport(db, other!) }
  const sent = { own: await sendWorkbook(db, one!.place_id), other: await sendWorkbook(db, other!.place_id) }

  return {
    /** The address of a route with records in the place of its parameters. */
    fill(path: string, scope: Scope) {
      if (!path.includes(":")) return path
      const own = path.startsWith("/hop-tac-xa/") || path.includes("/to-chuc/")
      const record = records.find(({ organisation_id }) => organisation_id === organisations[scope].id)
      const ofLives: Record<string, string | number> = {
        event: "giai-the",
        id: path.includes("/ho-so/") ? products[scope === "own" ? 0 : 1]!.id : (record?.id ?? 0),
        act: "dinh-chinh",
        kind: "san-pham",
      }
      const isImport = path.startsWith("/ban-lam-viec/nhap-excel/")
      const isPair = path.startsWith("/ban-lam-viec/trung-lap/")
      const pair = { ...alike[scope], id: path.includes("/gop/") ? alike[scope].join : alike[scope].verdict }
      const found = own
        ? organisations[scope]
        : isImport
          ? sent[scope]
          : path.startsWith("/ban-lam-viec/bao-cao-excel/")
            ? sentReports[scope]
            : path.startsWith("/ban-lam-viec/bao-cao/")
              ? filed[scope]
              : path.startsWith("/ban-lam-viec/bao-sai/")
                ? reported[scope]
                : path.startsWith("/ban-lam-viec/xep-loai/")
                  ? { ...organisations[scope], year: 2025, file: 0 }
                  : isPair
                    ? pair
                    : values.find(([start]) => path.startsWith(start))?.[1]
      return path.replace(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_, name: string) => {
        const value = own && name in ofLives ? ofLives[name] : (found as typeof ofLives)?.[name]
        if (value === undefined)
          throw new Error(`The route ${path} needs a record: add it to test/matrix-records.ts`)
        return String(value)
      })
    },
    scopeOf(role: Role) {
      const scopes = {
        place: { place_id: organisations.own.place_id },
        agency: { agency_id: agency.id },
        organisation: { organisation_id: organisations.own.id },
        province: {},
      }
      return scopes[reachOf(role)]
    },
  }
}
export type MatrixRecords = Awaited<ReturnType<typeof findMatrixRecords>>

/** A report to the ministry that was built once. */
async function buildOfficialReport(db: Database) {
  const author = { actor: "fixture", via: "web" } as const
  const place = (await findHomePlace(db))!
  const key = { place_id: place.id, year: 2024, period: "year" } as const
  const report = await beginReport(asApplication(db), author, key)
  const build = await buildReport(asApplication(db), author, report, editionOf(factsOf({})))
  return { id: report.id, build: build.id, kind: "docx" }
}

/** A change of the reporting windows that can be undone. */
async function noteWindowChange(db: Database) {
  const windows = await listKeptWindows(db)
  const windows_before = JSON.stringify(windows.slice(0, -1))
  return await db
    .insertInto("reporting_window_changes")
    .values({
      made_by: "fixture",
      reason: "Đã xem",
      windows_before,
      windows_after: JSON.stringify(windows),
      undoes: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow()
}

/** A version of the rating scheme that is being written. */
async function draftRatingScheme(db: Database) {
  const scheme = await db
    .selectFrom("rating_schemes")
    .select(["code", "name", "legal_basis", "valid_from", "definition"])
    .executeTakeFirstOrThrow()
  return await db
    .insertInto("rating_schemes")
    .values({ ...scheme, number: 2, definition: JSON.stringify(scheme.definition) })
    .returning("id")
    .executeTakeFirstOrThrow()
}

/** Scoring sheets of 2025 that were sent and wait to be taken in. */
async function sendRatingSheets(db: Database, ids: number[]) {
  const { id: scheme_id } = await db.selectFrom("rating_schemes").select("id").executeTakeFirstOrThrow()
  await db.deleteFrom("ratings").where("organisation_id", "in", ids).where("year", "=", 2025).execute()
  await db.deleteFrom("rating_sheets").where("organisation_id", "in", ids).execute()
  await db
    .insertInto("rating_sheets")
    .values(
      ids.map((organisation_id) => ({
        organisation_id,
        scheme_id,
        year: 2025,
        state: "submitted",
        revision: 1,
        points: 70,
        class: "fair",
      })),
    )
    .execute()
}

/** An organisation with another of its commune: told apart once, and joined once. */
async function pairUp(db: Database, { id, slug, place_id }: { id: number; slug: string; place_id: number }) {
  const other = await db
    .selectFrom("organisations")
    .innerJoin("organisation_states as state", "state.organisation_id", "organisations.id")
    .select(["organisations.id", "organisations.slug", "organisations.name"])
    .where("state.place_id", "=", place_id)
    .where("state.valid_to", "=", "infinity")
    .where("state.status", "<>", "ended")
    .where("organisations.id", "<>", id)
    .orderBy("organisations.id")
    .limit(1)
    .executeTakeFirstOrThrow()
  const [one_id, other_id] = id < other.id ? [id, other.id] : [other.id, id]
  const verdict = await db
    .insertInto("duplicate_verdicts")
    .values({ one_id, other_id, reason: "Đã xem", decided_by: "fixture" })
    .returning("id")
    .executeTakeFirstOrThrow()
  const joined = await db
    .insertInto("organisation_joins")
    .values({ from_id: other.id, into_id: id, name: other.name, reason: "Đã xem", joined_by: "fixture" })
    .returning("id")
    .executeTakeFirstOrThrow()
  return { one: slug, other: other.slug, verdict: verdict.id, join: joined.id }
}

/** A workbook of a commune that was sent and has faults. */
async function sendWorkbook(db: Database, place_id: number) {
  const place = await findWorkbookPlaceById(db, place_id)
  const author = { actor: "fixture", via: "web" } as const
  const bytes = await writeRegisterWorkbook(db, place, { day: "2026-03-02", secret })
  const kept = await keepFile(asApplication(db), testStore, {
    content: new Uint8Array(bytes),
    name: "so.xlsx",
    by: author,
  })
  if (!kept.ok) throw new Error(kept.refusal)
  const { id } = await db
    .insertInto("imports")
    .values({
      ...importOf({ file: kept.file, place, author, isOwnForm: true }),
      state: "refused",
      counts: JSON.stringify({ new: 0, changed: 0, unchanged: 0, refused: 1 }),
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  return { id, file: `${place.code}.xlsx` }
}

/** The report of an organisation in the round of the sample, sent and with a receipt, and one of a record joined into it. */
async function fileReport(db: Database, { id, slug }: { id: number; slug: string }) {
  const round = await db
    .selectFrom("reporting_rounds")
    .innerJoin("reporting_round_forms as form", "form.round_id", "reporting_rounds.id")
    .select(["reporting_rounds.id", "reporting_rounds.slug", "form.form_version_id"])
    .where("reporting_rounds.slug", "=", "bao-cao-nam-2026")
    .where("form.kind", "=", "cooperative")
    .executeTakeFirstOrThrow()
  const facts = { state: "submitted", revision: 1, submitted_on: "2026-02-01", submitted_at: new Date() }
  const filing = await db
    .insertInto("report_filings")
    .values({ round_id: round.id, organisation_id: id, form_version_id: round.form_version_id, ...facts })
    .onConflict((conflict) =>
      conflict.columns(["round_id", "organisation_id", "set_aside"]).doUpdateSet(facts),
    )
    .returning("id")
    .executeTakeFirstOrThrow()
  const receipt = `BC26-${id}`
  await db
    .insertInto("report_filing_events")
    .values({ filing_id: filing.id, kind: "submitted", revision: 1, receipt, actor: "fixture" })
    .execute()
  const gone = await db
    .insertInto("organisations")
    .values({
      kind: "cooperative",
      name: "Bản ghi đã gộp",
      slug: `da-gop-${id}`,
      founded_on: "2020-01-01",
      joined_into_id: id,
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  const aside = await db
    .insertInto("report_filings")
    .values({
      round_id: round.id,
      organisation_id: gone.id,
      form_version_id: round.form_version_id,
      set_aside: true,
      ...facts,
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  return { round: round.slug, of: "to-chuc", slug, receipt, filing: aside.id }
}

/** A workbook with reports of a commune that was sent and has faults. */
async function sendReports(db: Database, place_id: number) {
  const place = await findWorkbookPlaceById(db, place_id)
  const author = { actor: "fixture", via: "web" } as const
  const bytes = await writeWorkbook([
    { name: "HTX", columns: [{ heading: "Tên tổ chức", width: 20, kind: "text" }], rows: [[place.name]] },
  ])
  const kept = await keepFile(asApplication(db), testStore, {
    content: new Uint8Array(bytes),
    name: "bao-cao.xlsx",
    by: author,
  })
  if (!kept.ok) throw new Error(kept.refusal)
  const round = await db
    .selectFrom("reporting_rounds")
    .select(["id", "name", "year", "slug"])
    .where("slug", "=", "bao-cao-nam-2026")
    .executeTakeFirstOrThrow()
  const id = await keepReceived(asApplication(db), { file: kept.file, round, place, author })
  await db.updateTable("report_imports").set({ state: "refused" }).where("id", "=", id).execute()
  return { id, file: `${place.code}.xlsx`, round: round.slug }
}
