import type { Child } from "hono/jsx"
import { Button } from "../../ui/button/button.tsx"
import { formatDay } from "../../ui/format.ts"
import type { View } from "../../web/view.ts"
import { texts } from "./texts.ts"

type DayPickerProps = {
  view: View
  path: string
  /** What else the address holds and should keep. */
  kept?: Record<string, string | undefined>
  day: string | undefined
  shownOn: string
  unread: string | undefined
  /** Fields beside the day. */
  children?: Child
}

/** Shows the page as of another day. A form with one field, typed as people write days. */
export function DayPicker({ view, path, kept = {}, day, shownOn, unread, children }: DayPickerProps) {
  const t = texts[view.locale]
  return (
    <form class="day-picker no-print" action={path}>
      {Object.entries(kept).map(
        ([name, value]) => value && <input type="hidden" name={name} value={value} />,
      )}
      <label for="ngay">{t.asOf}</label>
      <input
        id="ngay"
        name="ngay"
        inputmode="numeric"
        autocomplete="off"
        placeholder="31/12/2023"
        value={unread ?? formatDay(shownOn, "vi")}
        aria-invalid={unread ? "true" : undefined}
        aria-describedby={unread ? "ngay-loi" : undefined}
      />
      {children}
      <Button quiet>{t.show}</Button>
      {day && <a href={path}>{t.backToNow}</a>}
      {unread && (
        <strong id="ngay-loi" class="field-error">
          {t.dayUnread(unread)}
        </strong>
      )}
    </form>
  )
}
