import { Button } from "../../ui/button/button.tsx"
import { formatDay } from "../../ui/format.ts"
import type { View } from "../../web/view.ts"
import type { PlaceGroup } from "../places/choices.ts"
import { placeName, placeNameInside } from "../places/names.ts"
import { type Asked, sortWord } from "./asked.ts"
import { axisName, classOfSizeName, ocopChoices, ocopWord, sizeAxes, sizeClasses, sizeWord } from "./sizes.ts"
import { texts } from "./texts.ts"
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

/** None: there are too many places for a list, and the name is typed instead. */
export type PlaceChoices = PlaceGroup[] | undefined

type FiltersProps = {
  view: View
  asked: Asked
  choices: PlaceChoices
  /** The page that asks; the list itself where nothing is said. */
  action?: string
}

/** What the list is narrowed to: a form that asks by GET, so that every list has an address. */
export function Filters({ view, asked, choices, action = view.paths.organisations() }: FiltersProps) {
  const { locale } = view
  const t = texts[locale]
  return (
    <search class="filters">
      <form class="register-filters" action={action}>
        <div class="register-filters__find">
          <label for="tim">{t.find}</label>
          <input id="tim" name="tim" type="search" value={asked.text} autocomplete="off" maxlength={200} />
        </div>
        <Choice
          name="loai"
          label={t.kind}
          all={t.allKinds}
          chosen={asked.kind && kindWord(asked.kind)}
          options={kinds.map((kind) => [kindWord(kind), kindName(kind, locale)])}
        />
        <Choice
          name="linh-vuc"
          label={t.sector}
          all={t.allSectors}
          chosen={asked.sector && sectorWord(asked.sector)}
          options={sectors.map((sector) => [sectorWord(sector), sectorName(sector, locale)])}
        />
        <PlaceChoice view={view} asked={asked} choices={choices} />
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
        <SizeChoice view={view} asked={asked} />
        <OcopChoice view={view} asked={asked} />
        <DayField view={view} name="ngay" label={t.asOf} day={asked.day} unread={asked.unreadDay} />
        <DayField
          view={view}
          name="biet-den"
          label={t.asKnown}
          day={asked.known}
          unread={asked.unreadKnown}
        />
        {asked.isSorted && <input type="hidden" name="sap-xep" value={sortWord(asked.order.by)} />}
        {asked.order.descending && <input type="hidden" name="chieu" value="giam" />}
        <div class="register-filters__actions">
          <Button>{t.show}</Button>
          {view.address !== view.path && <a href={action}>{t.clear}</a>}
        </div>
        {asked.unreadDay && (
          <p class="field-error" id="ngay-loi">
            {t.dayUnread(asked.unreadDay)}
          </p>
        )}
        {asked.unreadKnown && (
          <p class="field-error" id="biet-den-loi">
            {t.dayUnread(asked.unreadKnown)}
          </p>
        )}
      </form>
    </search>
  )
}

type DayFieldProps = {
  view: View
  name: string
  label: string
  day: string | undefined
  unread: string | undefined
}

function DayField({ view, name, label, day, unread }: DayFieldProps) {
  return (
    <div>
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        inputmode="numeric"
        autocomplete="off"
        placeholder={formatDay(view.today, "vi")}
        value={unread ?? (day ? formatDay(day, "vi") : "")}
        aria-invalid={unread ? "true" : undefined}
        aria-describedby={unread ? `${name}-loi` : undefined}
      />
    </div>
  )
}

/** The classes of each axis, since one organisation has one of each. */
export function SizeChoice({ view, asked }: { view: View; asked: Asked }) {
  const { locale } = view
  const t = texts[locale]
  const chosen = asked.size && sizeWord(asked.size)
  return (
    <div>
      <label for="quy-mo">{t.size}</label>
      <select id="quy-mo" name="quy-mo">
        <option value="">{t.anySize}</option>
        {sizeAxes.map((axis) => (
          <optgroup label={axisName(axis, locale)}>
            {[...sizeClasses, "unknown" as const].map((of) => {
              const word = sizeWord({ axis, class: of })
              return (
                <option value={word} selected={word === chosen}>
                  {classOfSizeName(of, locale)}
                </option>
              )
            })}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

export function OcopChoice({ view, asked }: { view: View; asked: Asked }) {
  const t = texts[view.locale]
  return (
    <Choice
      name="ocop"
      label={t.ocop}
      all={t.anyOcop}
      chosen={asked.ocop && ocopWord(asked.ocop)}
      options={ocopChoices.map((each) => [ocopWord(each), each === "any" ? t.hasOcop : t.ocopStars(each)])}
    />
  )
}

type ChoiceProps = {
  name: string
  label: string
  all: string
  chosen: string | undefined
  options: [word: string, name: string][]
}

export function Choice({ name, label, all, chosen, options }: ChoiceProps) {
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{all}</option>
        {options.map(([word, text]) => (
          <option value={word} selected={word === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

function PlaceChoice({ view, asked, choices }: { view: View; asked: Asked; choices: PlaceChoices }) {
  const { locale } = view
  const t = texts[locale]
  const { place, placeText } = asked
  const isListed = choices?.some(
    (group) => group.place.id === place?.id || group.parts.some(({ id }) => id === place?.id),
  )
  // What was typed stays in a field to be corrected.
  if (!choices || placeText) {
    return (
      <div>
        <label for="dia-ban">{t.place}</label>
        <input
          id="dia-ban"
          name="dia-ban"
          value={place ? place.slug : placeText}
          placeholder={t.placeTyped}
          autocomplete="off"
        />
      </div>
    )
  }
  return (
    <div>
      <label for="dia-ban">{t.place}</label>
      <select id="dia-ban" name="dia-ban" lang="vi">
        <option value="">{t.allPlaces}</option>
        {place && !isListed && (
          <option value={place.slug} selected>
            {placeName(place, locale)}
          </option>
        )}
        {choices.map((group) => (
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
