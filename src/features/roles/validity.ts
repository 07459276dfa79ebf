import { formatDay, isOpen } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { placeNameWithParent } from "../places/names.ts"
import type { RoleRecord, Successor } from "./queries.ts"
import { texts } from "./texts.ts"

type Period = Pick<RoleRecord, "valid_from" | "ends_on">

/** Both days of a role belong to it. */
export function timeOf({ valid_from, ends_on }: Period, today: string): "before" | "now" | "later" {
  if (ends_on < today) return "before"
  return valid_from > today ? "later" : "now"
}

/** "Từ 01/07/2025 đến hết 31/12/2026". */
export function validityWords(
  { valid_from, ends_on, ended_by }: Period & Partial<Pick<RoleRecord, "ended_by">>,
  locale: Locale,
) {
  const t = texts[locale]
  const from = formatDay(valid_from, locale)
  if (isOpen(ends_on)) return t.openEnded(from)
  const period = t.fromTo(from, formatDay(ends_on, locale))
  return ended_by ? `${period} (${ended_by === "place" ? t.placeEnded : t.agencyEnded})` : period
}

type Scope = Pick<
  RoleRecord,
  "place_name" | "place_kind" | "parent_name" | "parent_kind" | "agency_name" | "organisation_name"
>

/** What a role is held for: "Xã Bình An, huyện Châu Thành"; the whole province where nothing narrows it. */
export function scopeName(scope: Scope, locale: Locale) {
  if (scope.place_name) return placeOf(scope.place_name, scope.place_kind, scope, locale)
  return scope.agency_name ?? scope.organisation_name ?? texts[locale].wholeProvince
}

export function successorName({ name, kind, ...parent }: Successor, locale: Locale) {
  return kind ? placeOf(name, kind, parent, locale) : name
}

function placeOf(
  name: string,
  kind: string | null,
  { parent_name, parent_kind }: Pick<Scope, "parent_name" | "parent_kind">,
  locale: Locale,
) {
  const parent = parent_name && parent_kind ? { name: parent_name, kind: parent_kind } : null
  return placeNameWithParent({ name, kind: kind ?? "" }, parent, locale)
}
