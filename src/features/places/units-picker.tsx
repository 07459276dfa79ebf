import type { Query } from "../../paths.ts"
import { Button } from "../../ui/button/button.tsx"
import { formatDay } from "../../ui/format.ts"
import type { View } from "../../web/view.ts"
import { texts } from "./texts.ts"

/** The day whose units are shown: none where it is the day of the figures; `unread` where none could be read. */
export type AskedUnits = { unitsOn: string | undefined; unitsUnread: string | undefined }

type UnitsPickerProps = AskedUnits & {
  view: View
  /** The page with another question in its address; undefined takes a part out. */
  pathOf: (query: Query) => string
  /** What the address holds besides, for the form to keep. */
  kept: Query
  /** The day of the figures. */
  shownOn: string
}

/** Figures of one day on the units of another: the units of then, those of today, or those of any day. */
export function UnitsPicker({ view, pathOf, kept, shownOn, unitsOn, unitsUnread }: UnitsPickerProps) {
  const { locale, today } = view
  const t = texts[locale]
  const [path] = pathOf({}).split("?")
  return (
    <div class="units-picker">
      {unitsOn && (
        <p>
          <strong>{t.restated(formatDay(shownOn, locale), formatDay(unitsOn, locale))}</strong>
        </p>
      )}
      <form class="day-picker no-print" action={path}>
        {Object.entries(kept).map(
          ([name, value]) => value && <input type="hidden" name={name} value={String(value)} />,
        )}
        <label for="don-vi-ngay">{t.unitsOfDay}</label>
        <input
          id="don-vi-ngay"
          name="don-vi"
          inputmode="numeric"
          autocomplete="off"
          placeholder={formatDay(today, "vi")}
          value={unitsUnread ?? formatDay(unitsOn ?? shownOn, "vi")}
          aria-invalid={unitsUnread ? "true" : undefined}
          aria-describedby={unitsUnread ? "don-vi-ngay-loi" : undefined}
        />
        <Button quiet>{t.showUnits}</Button>
        {unitsOn && <a href={pathOf({ "don-vi": undefined })}>{t.unitsOfThen}</a>}
        {shownOn !== today && unitsOn !== today && <a href={pathOf({ "don-vi": today })}>{t.unitsOfToday}</a>}
        {unitsUnread && (
          <strong id="don-vi-ngay-loi" class="field-error">
            {t.dayUnread(unitsUnread)}
          </strong>
        )}
      </form>
    </div>
  )
}
