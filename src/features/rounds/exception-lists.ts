import type { Column, List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { addDays } from "../places/days.ts"
import { exceptionTexts } from "./exception-texts.ts"
import { daysWords, nameOf } from "./exception-words.ts"
import type { Excuse, Extension } from "./exceptions.ts"
import type { Round } from "./queries.ts"
import type { Reminder } from "./reminders.ts"
import { texts } from "./texts.ts"

/** Who is excused or has nothing to report in a round, as a file. */
export function excusesList({ locale }: View, round: Round, rows: readonly Excuse[]): List<Excuse> {
  const t = exceptionTexts[locale]
  return {
    ...ofRound(round, "mien", t.excuses, locale),
    rows,
    columns: [
      respondent(locale),
      {
        key: "kind",
        heading: t.excuseKind,
        value: ({ kind }) => texts[locale][kind],
        stored: ({ kind }) => kind,
      },
      ...noted(locale),
    ],
  }
}

/** Who was given more time in a round, as a file. */
export function extensionsList({ locale }: View, round: Round, rows: readonly Extension[]): List<Extension> {
  const t = exceptionTexts[locale]
  return {
    ...ofRound(round, "gia-han", t.extensions, locale),
    rows,
    columns: [
      respondent(locale),
      { key: "due_on", heading: t.due_on, kind: "day", value: ({ due_on }) => due_on },
      ...noted(locale),
    ],
  }
}

/** When reminders of a round go out, and how many mails went, as a file. */
export function remindersList({ locale }: View, round: Round, rows: readonly Reminder[]): List<Reminder> {
  const t = exceptionTexts[locale]
  return {
    ...ofRound(round, "nhac-nop", t.reminders, locale),
    rows,
    columns: [
      {
        key: "day",
        heading: t.day,
        kind: "day",
        value: ({ days_from_due }) => addDays(round.due_on, days_from_due),
      },
      {
        key: "days_from_due",
        heading: t.when,
        value: ({ days_from_due }) => daysWords(days_from_due, locale),
        stored: ({ days_from_due }) => days_from_due,
      },
      {
        key: "sent_at",
        heading: t.sent,
        value: ({ sent_at }) => (sent_at ? sent_at.toISOString() : t.notSent),
        stored: ({ sent_at }) => sent_at,
      },
      { key: "mails", heading: t.mails, kind: "number", value: ({ mails }) => mails },
    ],
  }
}

function ofRound(round: Round, part: string, title: string, locale: View["locale"]) {
  return {
    name: `${round.slug}-${part}`,
    title: `${round.name}: ${title}`,
    about: [{ key: "round", label: texts[locale].title, value: round.name }],
  }
}

type Given = Pick<Excuse, "name" | "place_kind" | "reason" | "recorded_by" | "recorded_at">

function respondent(locale: View["locale"]): Column<Given> {
  return { key: "name", heading: texts[locale].respondent, value: (given) => nameOf(given, locale) }
}

/** Why, by whom and when. */
function noted(locale: View["locale"]): Column<Given>[] {
  const t = exceptionTexts[locale]
  return [
    { key: "reason", heading: t.reason, value: ({ reason }) => reason },
    { key: "recorded_by", heading: t.by, value: ({ recorded_by }) => recorded_by },
    { key: "recorded_at", heading: t.at, value: ({ recorded_at }) => recorded_at.toISOString() },
  ]
}
