import type { Locale } from "../../ui/language.ts"
import { type Status, statusName } from "./vocabulary.ts"

/** A status in words; the colour only underlines them. */
export function StatusMark({ status, locale }: { status: Status; locale: Locale }) {
  const look = status === "operating" || status === "ended" ? status : "halted"
  return <span class={`status status--${look}`}>{statusName(status, locale)}</span>
}
