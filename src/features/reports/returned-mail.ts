import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { pathsIn } from "../../paths.ts"
import { inBoth, type Locale } from "../../ui/language.ts"
import { sendMail } from "../mail/send-mail.ts"
import type { AskedFiling, Filing } from "./asked-filing.ts"

const texts = inBoth({
  subject: [
    (round: string) => `Báo cáo được trả lại: ${round}`,
    (round: string) => `Report returned: ${round}`,
  ],
  hello: [(name: string) => `Kính gửi ${name},`, (name: string) => `Dear ${name},`],
  words: [
    (officer: string, reporter: string, round: string) =>
      `${officer} trả lại báo cáo của ${reporter} (${round}) để sửa:`,
    (officer: string, reporter: string, round: string) =>
      `${officer} returned the report of ${reporter} (${round}) to be mended:`,
  ],
  open: ["Mở báo cáo để sửa và gửi lại:", "Open the report, mend it and send it again:"],
})

type Returning = {
  officer: string
  today: string
  origin: string
  reasons: Record<string, string>
  note: string | null
}

/** Tells those who answer for a report that it came back, and what is to be mended. */
export async function mailReturned(
  trx: Database,
  asked: AskedFiling & { filing: Filing },
  { officer, today, origin, reasons, note }: Returning,
) {
  const { reporter, round, form } = asked
  for (const { email, name, locale } of await listSenders(trx, asked, today)) {
    const t = texts[locale]
    const fields = form.definition.fields.filter(({ code }) => reasons[code])
    const lines = fields.map(({ code, label }) => `– ${label[locale]}: ${reasons[code]}`)
    const address = origin + pathsIn(locale).filing(asked, "dien") + (fields[0] ? `#${fields[0].code}` : "")
    await sendMail(trx, {
      to: email,
      subject: t.subject(round.name),
      text: [
        t.hello(name),
        t.words(officer, reporter.name, round.name),
        [...lines, ...(note ? [note] : [])].join("\n"),
        t.open,
        address,
      ].join("\n\n"),
    })
  }
}

type Sender = { email: string; name: string; locale: Locale }

/** Its representatives of today, and whoever typed or sent it. */
async function listSenders(
  db: Database,
  { filing, reporter }: AskedFiling & { filing: Filing },
  today: string,
) {
  const { rows } = await sql<Sender>`
    select person.email, person.name, person.locale from users person
    where person.disabled_at is null and (
      person.id in (select role.user_id from roles role
        where role.role = 'organisation_representative' and role.organisation_id = ${reporter.organisation_id}
          and ${today}::date between role.valid_from and role.valid_to)
      or person.id = (select revision.user_id from report_revisions revision
        where revision.filing_id = ${filing.id} and revision.number = ${filing.revision})
      or person.id = (select event.user_id from report_filing_events event
        where event.filing_id = ${filing.id} and event.kind in ('submitted', 'resubmitted')
        order by event.id desc limit 1))
    order by person.email limit 20`.execute(db)
  return rows
}
