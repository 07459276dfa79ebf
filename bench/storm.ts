import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import * as xlsx from "@e965/xlsx"
import { sql } from "kysely"
import { openCluster } from "../src/database/cluster.ts"
import { connect, type Database } from "../src/database/connection.ts"
import { writeRegister } from "../src/features/measures/test-register.ts"
import { findWorkbookPlace } from "../src/features/register-import/ground.ts"
import { readAsked } from "../src/features/report-workbooks/read-asked.ts"
import { writeReportWorkbook } from "../src/features/report-workbooks/write-reports.ts"
import { findRoundById } from "../src/features/rounds/queries.ts"
import { inVietnam } from "../src/ui/format.ts"
import { secret, signInAs } from "../test/fixtures/people.ts"
import { startPortal } from "../test/program.ts"
import type { Line } from "./lines.ts"
import { randomFrom } from "./random.ts"

type Size = { communes: number; representatives: number; seconds: number }

/**
 * The evening of the last day: communes send their workbooks and representatives their reports within a minute, while
 * others read; half-way the portal is killed and started again. Everyone tries again until it works, as people do.
 */
export const storm = () => rage({ communes: 102, representatives: 500, seconds: 60 })

/** Small enough to be part of what every change has to pass; how long people wait is measured by the whole one. */
export async function smallStorm() {
  const lines = await rage({ communes: 12, representatives: 60, seconds: 12 })
  return lines.filter(({ unit }) => unit !== "ms" && unit !== "s")
}

async function rage({ communes, representatives, seconds }: Size): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), "hoptac-bench-"))
  // As root the server runs as another user, who has to pass through.
  await chmod(folder, 0o711)
  const cluster = await openCluster(folder)
  const db = connect(cluster.url)
  const field = { url: "", isOver: false }
  let portal = await start(folder)
  field.url = portal.url
  try {
    const cast = await gather(db, { communes, representatives })
    console.log(
      `  ${cast.officers.length} communes with ${cast.rows} reports in their workbooks, ${cast.authors.length} representatives`,
    )
    const reader = cast.officers[0]!.cookie
    // Everyone has been on these pages before this evening.
    for (let time = 0; time < 3; time++) for (const path of read) await page(field, reader, path)

    const random = randomFrom(31)
    const within = () => random.next() * seconds * 1000
    const watching = watch(field, reader)
    const begun = performance.now()
    const killing = (async () => {
      await delay((seconds / 2) * 1000)
      portal.child.kill("SIGKILL")
      await portal.ended
      const down = performance.now()
      portal = await start(folder)
      field.url = portal.url
      return performance.now() - down
    })()
    const receipts = await Promise.all([
      ...cast.officers.map((officer) => after(within(), () => sendWorkbook(field, officer))),
      ...cast.authors.map((author) => after(within(), () => sendReport(field, author))),
    ])
    const wasDown = await killing
    field.isOver = true
    const views = await watching
    const waits = receipts.flatMap(({ waits }) => waits)
    console.log(
      `  all sent after ${((performance.now() - begun) / 1000).toFixed(0)} s; the portal was away for ${(wasDown / 1000).toFixed(1)} s; ${views.length} pages read, ${receipts.reduce((sum, { tries }) => sum + tries, 0)} tries again`,
    )
    const given = receipts.flatMap(({ given }) => given)
    const found = await countHonoured(db, given)
    const expected = cast.rows + cast.authors.length
    return [
      {
        what: `receipts within, the slowest of ${waits.length}`,
        value: Math.max(...waits) / 1000,
        unit: "s",
        limit: 10,
      },
      {
        what: `pages others read, 99 of 100 of ${views.length} within`,
        value: at(views, 0.99),
        unit: "ms",
        limit: 300,
      },
      {
        what: "receipts that were given and are honoured",
        value: found.honoured,
        unit: "receipts",
        limit: given.length,
        atLeast: true,
      },
      { what: "reports that are there", value: found.sent, unit: "reports", limit: expected, atLeast: true },
      { what: "reports that were sent twice", value: found.twice, unit: "reports", limit: 0.5 },
    ]
  } finally {
    field.isOver = true
    await portal.stop()
    await db.destroy()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function start(folder: string) {
  const portal = await startPortal({ DATA_DIR: folder, SECRET: secret, LOG_LEVEL: "error" })
  if (!portal.url) throw new Error(`The portal did not start: ${portal.stderr}`)
  return portal
}

type Field = { url: string; isOver: boolean }
type Officer = { cookie: string; round: string; place: string; bytes: Uint8Array; rows: number }
type ReportAuthor = { cookie: string; round: string; slug: string; kind: string }

/** A round that asks from today on, officers with a filled-in workbook each, and representatives of other organisations. */
async function gather(db: Database, wanted: Pick<Size, "communes" | "representatives">) {
  const today = inVietnam(new Date()).day
  const { rows: rounds } = await sql<{ id: number; place_id: number }>`
    insert into reporting_rounds (slug, name, year, place_id, data_from, data_to, opens_on, due_on, closes_on)
    select 'dot-bao', 'Đợt báo cáo của ngày cuối', 2026, id, ${today}::date - 365, ${today}::date,
      ${today}::date, ${today}::date, ${today}::date
    from places where code = ${provinceCode} and level = 'province' and valid_to = 'infinity'
    returning id, place_id`.execute(db)
  const { id, place_id } = rounds[0]!
  await sql`
    insert into reporting_round_forms (round_id, kind, form_version_id)
    select distinct on (kind) ${id}, kind, version.id from report_forms form cross join unnest(form.kinds) kind
    join report_form_versions version on version.form_id = form.id
    order by kind, version.number desc`.execute(db)
  await settle(db, place_id)
  const { rows: places } = await sql<{ id: number; code: string }>`
    select unit.id, unit.code from places unit join place_territories land on land.place_id = unit.id
    where land.territory_id = ${place_id} and unit.level = 'commune' and unit.valid_to = 'infinity'
      and land.valid_to = 'infinity'
    order by (select count(*) from organisation_states state
      where state.place_id = unit.id and state.valid_to = 'infinity') desc, unit.id
    limit ${wanted.communes}`.execute(db)
  if (places.length < wanted.communes) throw new Error(`The province has ${places.length} communes`)
  const round = (await findRoundById(db, id))!

  const authors: ReportAuthor[] = []
  const officers: Officer[] = []
  for (const place of places) {
    const whole = (await findWorkbookPlace(db, place.code, today))!
    const forms = await readAsked(db, round, whole, today)
    const asked = forms.flatMap(({ reports }) => reports)
    // Each representative writes for an organisation that its commune leaves out of the workbook.
    const apart = Math.ceil((wanted.representatives - authors.length) / (places.length - officers.length))
    const own = asked.slice(0, Math.min(apart, Math.floor(asked.length / 2)))
    for (const { slug, kind, organisation_id } of own) {
      const { cookie } = await signInAs(db, {
        name: `Đại diện ${slug}`,
        roles: [{ role: "organisation_representative", organisation_id }],
      })
      authors.push({ cookie: plain(cookie), round: round.slug, slug, kind })
    }
    const { cookie } = await signInAs(db, {
      name: `Cán bộ ${place.code}`,
      roles: [{ role: "commune_officer", place_id: place.id }],
    })
    const book = await writeReportWorkbook(round, whole, forms, secret)
    const leave = new Set(own.map(({ slug }) => asked.find((each) => each.slug === slug)!.name))
    const { bytes, rows } = fillIn(book, leave)
    officers.push({ cookie: plain(cookie), round: round.slug, place: whole.name, bytes, rows })
  }
  return { officers, authors, rows: officers.reduce((sum, { rows }) => sum + rows, 0) }
}

/** The province of today that the fictional one lies in: 102 communes. */
const provinceCode = "91"

/** The communes outside the fictional province get organisations as well, as many as one of it has on average. */
async function settle(db: Database, provinceId: number) {
  const { rows: empty } = await sql<{ code: string }>`
    select unit.code from places unit join place_territories land on land.place_id = unit.id
    where land.territory_id = ${provinceId} and unit.level = 'commune' and unit.valid_to = 'infinity'
      and land.valid_to = 'infinity'
      and not exists (select from organisation_states state where state.place_id = unit.id)
    order by unit.code`.execute(db)
  const { rows: shares } = await sql<{ kind: string; many: number }>`
    select kind, round(count(*)::numeric / count(distinct place_id)) as many from organisation_states
    where valid_to = 'infinity' and status <> 'ended' and kind in ('cooperative', 'cooperative_group')
    group by kind`.execute(db)
  await writeRegister(
    db,
    empty.flatMap(({ code }) =>
      shares.flatMap(({ kind, many }) =>
        Array.from({ length: many }, (_, index) => ({
          name: `${kind === "cooperative" ? "Hợp tác xã" : "Tổ hợp tác"} Thử tải ${code} số ${index + 1}`,
          kind: kind as "cooperative" | "cooperative_group",
          place: code,
          founded: "2025-07-01",
          reports: {
            2025: { members: 25, workers: 4, revenue: 1_000_000_000, profit_before_tax: 30_000_000 },
          },
        })),
      ),
    ),
  )
  await sql`update organisations set slug = 'thu-tai-' || id where name like '%Thử tải%'`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

/** On http:// a cookie has no right to that name. */
function plain(cookie: string) {
  return cookie.replace("__Host-", "")
}

/** What the shipped forms require, for each kind. */
const typed: Record<string, number> = {
  members: 30,
  members_individuals: 30,
  members_joined: 1,
  members_left: 0,
  member_cooperatives: 5,
  workers: 4,
  revenue: 1_200_000_000,
  profit_before_tax: 40_000_000,
  wages: 240_000_000,
}
const headings: Record<string, RegExp> = {
  members: /^Thành viên: Tổng số thành viên/,
  members_individuals: /Thành viên (chính thức )?là cá nhân/,
  members_joined: /Thành viên mới trong năm/,
  members_left: /ra khỏi/,
  member_cooperatives: /hợp tác xã thành viên/i,
  workers: /Tổng số lao động/,
  revenue: /Tổng doanh thu/,
  profit_before_tax: /Lợi nhuận trước thuế/,
  wages: /Tổng thu nhập đã trả/,
}

function fillIn(book: Uint8Array, leave: ReadonlySet<string>) {
  const workbook = xlsx.read(book, { type: "array", cellNF: true })
  let rows = 0
  for (const name of workbook.SheetNames.filter(
    (each) => /^(HTX|THT|LHHTX)/.test(each) && !/năm trước/.test(each),
  )) {
    const sheet = workbook.Sheets[name]!
    const grid = xlsx.utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
    const required = (grid[0] as string[]).flatMap((heading, column) => {
      const code = Object.keys(headings).find((each) => headings[each]!.test(heading))
      if (heading.endsWith("*") && !code && column > 0) throw new Error(`Nothing is typed in ${heading}`)
      return code ? [{ column, value: typed[code]! }] : []
    })
    for (const [row, cells] of grid.entries()) {
      if (row === 0 || leave.has(String(cells[0]))) continue
      rows += 1
      for (const { column, value } of required)
        sheet[xlsx.utils.encode_cell({ r: row, c: column })] = { t: "n", v: value }
    }
  }
  return {
    bytes: new Uint8Array(xlsx.write(workbook, { type: "buffer", bookType: "xlsx" }) as ArrayBuffer),
    rows,
  }
}

type Receipts = { given: string[]; waits: number[]; tries: number }

async function after<Result>(milliseconds: number, act: () => Promise<Result>) {
  await delay(milliseconds)
  return await act()
}

/** Sends the workbook, looks at what it would do, and has its reports sent. */
async function sendWorkbook(field: Field, officer: Officer): Promise<Receipts> {
  const tries = { count: 0 }
  const begun = performance.now()
  const address = await persist(field, tries, async () => {
    const body = new FormData()
    body.set("round", officer.round)
    body.set("place", officer.place)
    body.set("act", "check")
    body.set("file", new File([new Uint8Array(officer.bytes)], "bao-cao.xlsx"))
    return await post(field, officer.cookie, "/ban-lam-viec/bao-cao-excel", body)
  })
  const received = await persist(field, tries, () => page(field, officer.cookie, address))
  const taken = performance.now() - begun
  const [receipt] = /TB\d\d(-\w{4}){3}/.exec(received) ?? []
  if (!receipt) throw new Error(`A workbook has no receipt: ${received.slice(0, 500)}`)
  await until(field, tries, officer.cookie, address, "Ghi và gửi báo cáo</button>")

  const pressed = performance.now()
  await persist(field, tries, () => post(field, officer.cookie, `${address}/gui`, new FormData()))
  const done = await until(field, tries, officer.cookie, address, "Báo cáo đã gửi")
  const given = [...new Set([...done.matchAll(/BC\d\d(?:-\w{4}){3}/g)].map(([code]) => code))]
  if (given.length !== officer.rows)
    throw new Error(`${given.length} of ${officer.rows} reports have a receipt`)
  return { given: [receipt, ...given], waits: [taken, performance.now() - pressed], tries: tries.count }
}

/** Fills the form in, looks at it, and sends it. */
async function sendReport(field: Field, { cookie, round, slug, kind }: ReportAuthor): Promise<Receipts> {
  const tries = { count: 0 }
  const report = `/ban-lam-viec/bao-cao/${round}/to-chuc/${slug}`
  const begun = performance.now()
  const form = await persist(field, tries, () => page(field, cookie, `${report}/dien`))
  const body = bodyOf(form, kind)
  body.set("roi", "kiem-tra")
  await persist(field, tries, () => post(field, cookie, `${report}/dien`, body))
  const check = await persist(field, tries, () => page(field, cookie, `${report}/kiem-tra`))
  const sending = bodyOf(check, kind)
  const sent = await persist(field, tries, () => post(field, cookie, `${report}/gui`, sending))
  const receipt = await persist(field, tries, () => page(field, cookie, sent))
  const [code] = /BC\d\d(-\w{4}){3}/.exec(receipt) ?? []
  if (!code) throw new Error(`A report has no receipt: ${receipt.slice(0, 1500)}`)
  return { given: [code], waits: [performance.now() - begun], tries: tries.count }
}

/** The fields of the page's form as they stand, with what is typed. */
function bodyOf(html: string, kind: string) {
  const body = new FormData()
  for (const [tag] of html.matchAll(/<(?:input|textarea)[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1]
    const value = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ""
    if (!name || /type="(radio|checkbox|submit)"/.test(tag)) continue
    body.set(name, name in typed && fits(name, kind) ? String(typed[name]) : value)
  }
  return body
}

/** Of a group members are typed, of a cooperative their kinds. */
function fits(field: string, kind: string) {
  return field !== "members" || kind === "cooperative_group"
}

/** Tries again a second later when there was no answer, as long as the evening lasts. */
async function persist<Result>(field: Field, tries: { count: number }, act: () => Promise<Result>) {
  for (;;) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof NoAnswer) || field.isOver) throw error
      tries.count += 1
      await delay(500)
    }
  }
}

class NoAnswer extends Error {
  override name = "NoAnswer"
}

async function until(field: Field, tries: { count: number }, cookie: string, path: string, words: string) {
  for (let time = 0; time < 120; time++) {
    const html = await persist(field, tries, () => page(field, cookie, path))
    if (html.includes(words)) return html
    await delay(250)
  }
  throw new Error(`${path} never said “${words}”`)
}

async function page(field: Field, cookie: string, path: string) {
  const answer = await ask(field, cookie, path)
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return await answer.text().catch((error) => {
    throw new NoAnswer(String(error))
  })
}

/** Where the answer leads. */
async function post(field: Field, cookie: string, path: string, body: FormData) {
  const answer = await ask(field, cookie, path, { method: "POST", body })
  const address = answer.headers.get("location")
  if (!address) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 3000)}`)
  return new URL(address, field.url).pathname
}

async function ask({ url }: Field, cookie: string, path: string, init: RequestInit = {}) {
  try {
    return await fetch(url + path, {
      redirect: "manual",
      ...init,
      headers: { cookie, origin: url, "sec-fetch-site": "same-origin" },
    })
  } catch (error) {
    throw new NoAnswer(String(error))
  }
}

const read = ["/", "/hop-tac-xa", "/ban-lam-viec", "/ban-lam-viec/bao-cao"]

/** Four readers at their own pace: milliseconds they waited, but for the seconds in which there was no portal. */
async function watch(field: Field, cookie: string) {
  const waits: number[] = []
  await Promise.all(
    read.map(async (path) => {
      while (!field.isOver) {
        const begun = performance.now()
        try {
          await page(field, cookie, path)
          waits.push(performance.now() - begun)
        } catch (error) {
          if (!(error instanceof NoAnswer)) throw error
        }
        await delay(150)
      }
    }),
  )
  return waits
}

/** Receipts that the database still knows, reports that were sent in the round, and those that were sent twice. */
async function countHonoured(db: Database, given: readonly string[]) {
  const { rows } = await sql<{ honoured: number; sent: number; twice: number }>`
    select (select count(*) from unnest(${given}::text[]) code
        where exists (select from report_filing_events where receipt = code)
          or exists (select from report_imports where receipt = code)) as honoured,
      (select count(*) from report_filings filing join reporting_rounds round on round.id = filing.round_id
        where round.slug = 'dot-bao' and filing.state = 'submitted') as sent,
      (select count(*) from (
        select filing_id from report_filing_events event join report_filings filing on filing.id = event.filing_id
        join reporting_rounds round on round.id = filing.round_id
        where round.slug = 'dot-bao' and event.kind in ('submitted', 'resubmitted')
        group by 1 having count(*) > 1) again) as twice`.execute(db)
  return rows[0]!
}

function at(waits: readonly number[], share: number) {
  const sorted = waits.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length * share)]!
}
