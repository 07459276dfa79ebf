import type { Locale } from "../../ui/language.ts"

type Named = { kind: string; name: string }

const prefixes: Record<string, { vi: string; en: string }> = {
  nation: { vi: "", en: "" },
  province: { vi: "Tỉnh", en: "province" },
  municipality: { vi: "Thành phố", en: "city" },
  city: { vi: "Thành phố", en: "city" },
  town: { vi: "Thị xã", en: "town" },
  district: { vi: "Huyện", en: "district" },
  ward: { vi: "Phường", en: "ward" },
  commune: { vi: "Xã", en: "commune" },
  township: { vi: "Thị trấn", en: "township" },
  special_zone: { vi: "Đặc khu", en: "special zone" },
}

/** "Xã Bình An", "Đặc khu Phú Quốc"; in English "Bình An commune", and "Ward 5" where the name is a number. */
export function placeName({ kind, name }: Named, locale: Locale) {
  const prefix = prefixes[kind]?.[locale]
  if (!prefix) return name
  if (locale === "vi") return `${prefix} ${name}`
  return /^\d/.test(name) ? `${capital(prefix)} ${name}` : `${name} ${prefix}`
}

/** Within a sentence: "xã Bình An". */
export function placeNameInside(place: Named, locale: Locale) {
  const name = placeName(place, locale)
  return locale === "vi" && prefixes[place.kind]?.vi ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** With the unit above it, since names come back: "Xã Bình An, huyện Châu Thành". */
export function placeNameWithParent(place: Named, parent: Named | null | undefined, locale: Locale) {
  if (!parent || parent.kind === "nation") return placeName(place, locale)
  return `${placeName(place, locale)}, ${placeNameInside(parent, locale)}`
}

/** "Xã", "commune": what kind of unit it is. */
export function placeKindName(kind: string, locale: Locale) {
  return capital(prefixes[kind]?.[locale] ?? "")
}

function capital(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
