import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { Locale } from "../../ui/language.ts"
import { recordChange } from "../changes/record-change.ts"
import type { ReportValues } from "../report-forms/definition.ts"
import { findQuestions } from "../report-forms/find-questions.ts"
import { rememberedPeers } from "../report-forms/peers.ts"
import { questionWords } from "../report-forms/value-words.ts"
import type { AskedFiling, Filing } from "./asked-filing.ts"
import { findFailed } from "./file-report.ts"
import { isWritable } from "./filing-states.ts"
import { lockFilings } from "./lock-filings.ts"
import type { Acting } from "./move-filings.ts"
import { type Ground, readGrounds } from "./read-grounds.ts"

/** What is to be said of values: a rule that does not let them pass, one that warns, or a question about an outlier. */
export type Finding = {
  /** Under which an answer is kept. */
  rule: string
  severity: "blocking" | "warning" | "question"
  /** Where it stands; the first one is pointed at. */
  fields: readonly string[]
  words: string
  /** The values it is about: when they change it is asked again. */
  about: ReportValues
  answer: Answer | undefined
}

type Answer = { answer: string; answered_by: string; answered_at: Date }

/** What the filing is compared with. */
export async function readGround(db: Database, { round, reporter }: AskedFiling): Promise<Ground> {
  const [ground] = await readGrounds(db, [{ ...reporter, round }])
  return ground!
}

/** Everything that is to be said of the values that were saved, with the answers given so far. */
export async function readFindings(
  db: Database,
  { round, reporter, form, filing }: AskedFiling,
  ground: Ground,
  locale: Locale,
): Promise<Finding[]> {
  if (!filing || filing.revision === 0) return []
  const { values } = filing
  const { organisation_id } = reporter
  const [questions, answers] = await Promise.all([
    organisation_id === null || round.period !== "year"
      ? []
      : findQuestions(db, { form, year: round.year }, [{ organisation_id, values }], rememberedPeers).then(
          (found) => found.get(organisation_id) ?? [],
        ),
    listAnswers(db, filing.id),
  ])
  const aboutOf = (codes: readonly string[]) =>
    Object.fromEntries(codes.map((code) => [code, values[code] ?? null]))
  const answerTo = (rule: string, about: ReportValues) =>
    answers.find((given) => given.rule === rule && isSame(given.about, about))

  const failed = findFailed(form.definition, values, ground).flatMap(({ code, severity, fields, message }) =>
    severity === "silent" ? [] : [{ rule: code, severity, fields, words: message[locale] }],
  )
  const asked = questions.map((question) => ({
    rule: `outlier.${question.field}`,
    severity: "question" as const,
    fields: [question.field],
    words: questionWords(question, form.definition, locale),
  }))
  return [...failed, ...asked].map((finding) => {
    const about = aboutOf(finding.fields)
    return { ...finding, about, answer: answerTo(finding.rule, about) }
  })
}

/** Those that ask for a word of the sender. */
export function asksForAnswer({ severity }: Finding) {
  return severity !== "blocking"
}

/** The answers to a filing's findings, the latest first. */
async function listAnswers(db: Database, filingId: number) {
  const { rows } = await sql<Answer & { rule: string; about: ReportValues }>`
    select rule, about, answer, answered_by, answered_at from report_answers
    where filing_id = ${filingId} order by id desc`.execute(db)
  return rows
}

/**
 * Keeps what was said to findings of the revision that was seen; what was said in the same words already is not said
 * twice. The filing is locked first: a row that only refers to it would hold it half, and two who send it at once would
 * wait for each other for ever.
 */
export async function recordAnswers(
  trx: Database,
  { author }: Pick<Acting, "author">,
  { filing, reporter, round }: AskedFiling & { filing: Filing },
  { revision, given }: { revision: number; given: readonly { finding: Finding; answer: string }[] },
) {
  const said = given.filter(({ finding, answer }) => answer !== "" && answer !== finding.answer?.answer)
  const locked = (await lockFilings(trx, [filing.id])).get(filing.id)
  const isStill = locked?.revision === revision && isWritable(locked.state)
  if (!isStill || said.length === 0) return
  await trx
    .insertInto("report_answers")
    .values(
      said.map(({ finding, answer }) => ({
        filing_id: filing.id,
        rule: finding.rule,
        about: JSON.stringify(finding.about),
        answer,
        answered_by: author.actor,
        user_id: author.user_id ?? null,
      })),
    )
    .execute()
  await recordChange(trx, {
    ...author,
    record_kind: "report",
    record_id: filing.id,
    action: "answer",
    after: { name: reporter.name, round: round.name, answer: said.map(({ answer }) => answer).join("; ") },
  })
}

function isSame(one: ReportValues, other: ReportValues) {
  const codes = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...codes].every((code) => (one[code] ?? null) === (other[code] ?? null))
}
