import { type Action, may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import type { Locale } from "../../ui/language.ts"
import type { EditionState, EventKind } from "./states.ts"

/** What can be done about an edition, and the right that each takes. */
export const acts = {
  write: "write_article",
  restore: "write_article",
  share: "write_article",
  submit: "write_article",
  take_back: "write_article",
  return: "publish_article",
  publish: "publish_article",
  correct: "publish_article",
  schedule: "publish_article",
  unschedule: "publish_article",
  unpublish: "publish_article",
  republish: "publish_article",
} as const satisfies Record<string, Action>
export type Act = keyof typeof acts

/** What has happened once it is done; sharing leaves an edition as it was. */
export const eventOf = {
  write: "written",
  restore: "restored",
  submit: "submitted",
  take_back: "taken_back",
  return: "returned",
  publish: "published",
  correct: "corrected",
  schedule: "scheduled",
  unschedule: "unscheduled",
  unpublish: "unpublished",
  republish: "republished",
} as const satisfies Record<Exclude<Act, "share">, EventKind>
/** What leaves an event behind. */
export type EventfulAct = keyof typeof eventOf

export type Edition = EditionState & {
  locale: Locale
  /** Who wrote the latest version; nobody we know, where it came by import. */
  author_id: string | null
}

/** Whether an edition stands so that this can be done about it, by whomever. */
export function allows({ locale, version, work, publication, public_version }: Edition, act: Act): boolean {
  const waits = work !== "none"
  switch (act) {
    case "write":
    case "share":
      return true
    case "restore":
      return version > 1
    case "submit":
      return work === "draft" || work === "returned"
    case "take_back":
    case "return":
      return work === "in_review"
    case "publish":
      return waits && publication !== "published"
    case "correct":
      return waits && publication === "published"
    case "schedule":
      // A translation appears with its article; what was taken down comes back at once or not at all.
      return (
        locale === "vi" &&
        ((waits && publication === "never") || (publication === "scheduled" && public_version !== null))
      )
    case "unschedule":
      return publication === "scheduled"
    case "unpublish":
      return publication === "published"
    case "republish":
      return publication === "unpublished"
  }
}

/** What someone can do about an edition as it stands now: what is offered to them, and nothing else is done. */
export function actsOpenTo(person: Person, edition: Edition): Act[] {
  return (Object.keys(acts) as Act[]).filter((act) => may(person, acts[act]) && allows(edition, act))
}

/**
 * Why publishing the latest version now would pass over the rule of the second person: it is one's own, or nobody
 * sent it for review. Such a bypass needs a reason. A version that was already approved needs nobody again.
 */
export function bypassOf(
  person: Pick<Person, "id">,
  { work, author_id }: Pick<Edition, "work" | "author_id">,
): "own_version" | "not_in_review" | undefined {
  if (work === "none") return undefined
  if (author_id === person.id) return "own_version"
  return work === "in_review" ? undefined : "not_in_review"
}
