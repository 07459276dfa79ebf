import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { deskTexts } from "./desk-texts.ts"
import { placeName } from "./names.ts"
import type { PlaceWithParent } from "./queries.ts"

/** Units with their days as a file. */
export function keptPlacesList(
  { locale }: View,
  day: string,
  rows: readonly PlaceWithParent[],
): List<PlaceWithParent> {
  const t = deskTexts[locale]
  const known = (each: string) => (each === "infinity" || each === "-infinity" ? null : each)
  return {
    name: `dia-ban-${day}`,
    title: t.title,
    rows,
    about: [{ key: "as_of", label: t.asOf, value: day }],
    columns: [
      { key: "name", heading: t.unit, value: (unit) => placeName(unit, locale), stored: ({ name }) => name },
      { key: "kind", heading: "kind", isForPrograms: true, value: ({ kind }) => kind },
      { key: "code", heading: t.code, value: ({ code }) => code },
      {
        key: "within",
        heading: t.within,
        value: ({ parent_name, parent_kind }) =>
          parent_name && parent_kind ? placeName({ name: parent_name, kind: parent_kind }, locale) : null,
      },
      { key: "valid_from", heading: t.first, kind: "day", value: ({ valid_from }) => known(valid_from) },
      { key: "valid_to", heading: t.last, kind: "day", value: ({ valid_to }) => known(valid_to) },
      { key: "legal_act", heading: t.legalAct, value: ({ legal_act }) => legal_act },
    ],
  }
}
