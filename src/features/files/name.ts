import { slugify } from "../../ui/slug.ts"

/** Letters a name may have before its ending. */
const longest = 120

/**
 * A name as people may read it again: its last part alone, in one spelling, without characters that steer a header,
 * a terminal or the direction of writing, and with the ending its content has.
 */
export function cleanName(name: string, extension: string) {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? ""
  const readable = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*%;]/g, " ")
    .replace(/\s+/g, " ")
  const stem = withoutEnding(readable.replace(/^[.\s]+/, "")).replace(/[.\s]+$/, "")
  return `${[...stem].slice(0, longest).join("").trim() || "tep"}.${extension}`
}

/** The same name as part of an address: without marks, like every address. */
export function nameInAddress(name: string) {
  const ending = name.slice(name.lastIndexOf(".") + 1)
  return `${slugify(withoutEnding(name)) || "tep"}.${ending}`
}

/** RFC 6266: the name for old programs without marks, and as it is for all others. */
export function disposition(how: "inline" | "attachment", name: string) {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${nameInAddress(name)}"; filename*=UTF-8''${encoded}`
}

function withoutEnding(name: string) {
  return name.replace(/\.[A-Za-z0-9]{1,10}$/, "")
}
