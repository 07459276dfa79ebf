import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import type { KeptReorganisation } from "./queries.ts"
import { stateWords, texts } from "./texts.ts"
import type { Waiting } from "./waiting.ts"

/** Reorganisations as a file. */
export function reorganisationsList(
  { locale, today }: View,
  rows: readonly KeptReorganisation[],
): List<KeptReorganisation> {
  const t = texts[locale]
  return {
    name: `sap-xep-dia-ban-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "day", heading: t.day, kind: "day", value: ({ day }) => day },
      { key: "legal_act", heading: t.act, value: ({ legal_act }) => legal_act },
      { key: "units", heading: t.units, kind: "number", value: ({ units }) => units.length },
      { key: "followed", heading: t.followed, kind: "number", value: ({ followed }) => followed },
      {
        key: "state",
        heading: t.state,
        value: (sent) => stateWords(sent, locale),
        stored: ({ applied_at, taken_back_at }) => ({ applied_at, taken_back_at }),
      },
    ],
  }
}

/** Organisations that wait for a place as a file. */
export function waitingList({ locale, today, origin, paths }: View, rows: readonly Waiting[]): List<Waiting> {
  const t = texts[locale]
  return {
    name: `cho-xep-dia-ban-${today}`,
    title: t.waitingTitle,
    rows,
    columns: [
      { key: "name", heading: t.organisation, value: ({ name }) => name },
      { key: "address", heading: t.address, value: ({ address }) => address },
      {
        key: "former_place",
        heading: t.formerPlace,
        value: ({ place_kind, place_name }) => placeName({ kind: place_kind, name: place_name }, locale),
      },
      { key: "since", heading: t.day, kind: "day", value: ({ day }) => day },
      {
        key: "candidates",
        heading: t.newPlace,
        value: ({ heirs }) => heirs.map((heir) => placeName(heir, locale)).join(", "),
      },
      { key: "page", heading: t.page, value: (row) => origin + paths.deskOrganisation(row) },
    ],
  }
}
