import { Button } from "../../ui/button/button.tsx"
import { formatDay } from "../../ui/format.ts"
import type { View } from "../../web/view.ts"
import { readingTexts } from "./life-texts.ts"
import type { AskedReading } from "./reading.ts"

type ReadingFormProps = { view: View; path: string; asked: AskedReading }

/** Asks by GET for a day of the past, and for what was known on a day. */
export function ReadingForm({ view, path, asked }: ReadingFormProps) {
  const t = readingTexts[view.locale]
  const isNarrowed = Object.values(asked).some((each) => each !== undefined)
  return (
    <search class="no-print">
      <form class="desk-filters" action={path}>
        <ReadingFields view={view} asked={asked} />
        <div class="desk-filters__actions">
          <Button quiet>{t.show}</Button>
          {isNarrowed && <a href={path}>{t.backToNow}</a>}
        </div>
      </form>
    </search>
  )
}

/** The two days, each with what was wrong with it beside it. */
export function ReadingFields({ view, asked }: { view: View; asked: AskedReading }) {
  const t = readingTexts[view.locale]
  return (
    <>
      <DayField
        view={view}
        name="ngay"
        label={t.asOf}
        hint={t.asOfHint}
        day={asked.day}
        unread={asked.unreadDay}
      />
      <DayField
        view={view}
        name="biet-den"
        label={t.asKnown}
        hint={t.asKnownHint}
        day={asked.known}
        unread={asked.unreadKnown}
      />
    </>
  )
}

type DayFieldProps = {
  view: View
  name: string
  label: string
  hint: string
  day: string | undefined
  unread: string | undefined
}

function DayField({ view, name, label, hint, day, unread }: DayFieldProps) {
  const t = readingTexts[view.locale]
  return (
    <div class="reading-day">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        inputmode="numeric"
        autocomplete="off"
        placeholder={formatDay(view.today, "vi")}
        maxlength={20}
        value={unread ?? (day ? formatDay(day, "vi") : "")}
        aria-invalid={unread ? "true" : undefined}
        aria-describedby={`${name}-${unread ? "loi" : "goi-y"}`}
      />
      {unread ? (
        <p class="field__error" id={`${name}-loi`}>
          {t.dayUnread(unread)}
        </p>
      ) : (
        <p class="quiet" id={`${name}-goi-y`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** Says on the page itself that it is not about today, or not by what is known today. */
export function ReadingNotice({ view, asked }: { view: View; asked: AskedReading }) {
  const t = readingTexts[view.locale]
  const { day, known } = asked
  if (!day && !known) return null
  const shown = (each: string) => formatDay(each, view.locale)
  return (
    <p class="notice">
      {known ? t.asOfAsKnown(shown(day ?? view.today), shown(known)) : t.asOfDay(shown(day!))}
    </p>
  )
}
