import { Button } from "../../ui/button/button.tsx"
import { formatDay } from "../../ui/format.ts"
import type { View } from "../../web/view.ts"
import { placeName, placeNameInside } from "../places/names.ts"
import { type Asked, sortWord } from "./asked.ts"
import { deskTexts } from "./desk-texts.ts"
import { Choice, OcopChoice, type PlaceChoices, SizeChoice } from "./filters.tsx"
import {
  kindName,
  kinds,
  kindWord,
  sectorName,
  sectors,
  sectorWord,
  statuses,
  statusName,
  statusWord,
} from "./vocabulary.ts"

export type DeskAsked = Asked & { isOverdue: boolean }

type DeskFiltersProps = { view: View; asked: DeskAsked; choices: PlaceChoices }

/** Asks by GET, so that every narrowed list has an address; on a phone all but the name is folded away. */
export function DeskFilters({ view, asked, choices }: DeskFiltersProps) {
  const { locale, paths } = view
  const t = deskTexts[locale]
  // The status asked for is said above the form.
  const isNarrowed = Boolean(
    asked.kind ?? asked.sector ?? asked.place ?? asked.size ?? asked.ocop ?? asked.day ?? asked.unreadDay,
  )
  return (
    <search>
      <form class="desk-register-filters" action={paths.deskOrganisations()}>
        <div class="desk-register-filters__find">
          <label for="tim">{t.find}</label>
          <input id="tim" name="tim" type="search" value={asked.text} autocomplete="off" maxlength={200} />
          <Button>{t.show}</Button>
        </div>
        <details open={isNarrowed}>
          <summary>{t.more}</summary>
          <div class="desk-register-filters__more">
            <Choices view={view} asked={asked} choices={choices} />
          </div>
        </details>
        {asked.isSorted && <input type="hidden" name="sap-xep" value={sortWord(asked.order.by)} />}
        {asked.order.descending && <input type="hidden" name="chieu" value="giam" />}
        {view.address !== view.path && <a href={paths.deskOrganisations()}>{t.clear}</a>}
      </form>
    </search>
  )
}

function Choices({ view, asked, choices }: DeskFiltersProps) {
  const { locale } = view
  const t = deskTexts[locale]
  return (
    <>
      <Choice
        name="loai"
        label={t.kind}
        all={t.anyKind}
        chosen={asked.kind && kindWord(asked.kind)}
        options={kinds.map((kind) => [kindWord(kind), kindName(kind, locale)])}
      />
      <Choice
        name="linh-vuc"
        label={t.sector}
        all={t.anySector}
        chosen={asked.sector && sectorWord(asked.sector)}
        options={sectors.map((sector) => [sectorWord(sector), sectorName(sector, locale)])}
      />
      <Choice
        name="tinh-trang"
        label={t.status}
        all={t.notEnded}
        chosen={asked.status === "any" ? "tat-ca" : asked.status && statusWord(asked.status)}
        options={[
          ...statuses.map((status): [string, string] => [statusWord(status), statusName(status, locale)]),
          ["tat-ca", t.anyStatus],
        ]}
      />
      {choices && <PlaceChoice view={view} asked={asked} choices={choices} />}
      <SizeChoice view={view} asked={asked} />
      <OcopChoice view={view} asked={asked} />
      <DayChoice view={view} asked={asked} />
      <div class="choice">
        <input id="qua-han" type="checkbox" name="qua-han" value="1" checked={asked.isOverdue} />
        <label for="qua-han">{t.overdue}</label>
      </div>
    </>
  )
}

function PlaceChoice({ view, asked, choices }: DeskFiltersProps) {
  const { locale } = view
  const t = deskTexts[locale]
  const { place } = asked
  const isListed = choices?.some(({ place: whole, parts }) =>
    [whole, ...parts].some(({ id }) => id === place?.id),
  )
  return (
    <div>
      <label for="dia-ban">{t.place}</label>
      <select id="dia-ban" name="dia-ban" lang="vi">
        <option value="">{t.anyPlace}</option>
        {place && !isListed && (
          <option value={place.slug} selected>
            {placeName(place, locale)}
          </option>
        )}
        {choices?.map((group) => (
          <optgroup label={placeName(group.place, locale)}>
            <option value={group.place.slug} selected={group.place.id === place?.id}>
              {t.wholeOf(placeNameInside(group.place, locale))}
            </option>
            {group.parts.map((part) => (
              <option value={part.slug} selected={part.id === place?.id}>
                {placeName(part, locale)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

function DayChoice({ view, asked }: { view: View; asked: DeskAsked }) {
  const t = deskTexts[view.locale]
  return (
    <div>
      <label for="ngay">{t.asOf}</label>
      <input
        id="ngay"
        name="ngay"
        inputmode="numeric"
        autocomplete="off"
        maxlength={20}
        placeholder={formatDay(view.today, "vi")}
        value={asked.unreadDay ?? (asked.day ? formatDay(asked.day, "vi") : "")}
        aria-invalid={asked.unreadDay ? "true" : undefined}
        aria-describedby={asked.unreadDay ? "ngay-loi" : undefined}
      />
      {asked.unreadDay && (
        <p class="field__error" id="ngay-loi">
          {t.dayUnread(asked.unreadDay)}
        </p>
      )}
    </div>
  )
}
