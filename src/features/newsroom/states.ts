/** What is being done about the latest version of an edition. */
export const works = ["none", "draft", "in_review", "returned"] as const
export type Work = (typeof works)[number]

/** What the public sees of an edition. */
export const publications = ["never", "scheduled", "published", "unpublished"] as const
export type Publication = (typeof publications)[number]

/** Where an edition (an article in one language) stands. */
export type EditionState = {
  /** The latest version. */
  version: number
  work: Work
  publication: Publication
  public_version: number | null
}

export const eventKinds = [
  "written",
  "restored",
  "submitted",
  "taken_back",
  "returned",
  "scheduled",
  "unscheduled",
  "published",
  "corrected",
  "unpublished",
  "republished",
] as const
export type EventKind = (typeof eventKinds)[number]

type EditionEvent = { kind: EventKind; version: number }

/** What follows from one event more; the first of an edition is that it is written. */
export function stateAfter(state: EditionState | undefined, { kind, version }: EditionEvent): EditionState {
  if (!state) return { version, work: "draft", publication: "never", public_version: null }

  // A version that is newer than the one published is still being worked on.
  const work = version === state.version ? "none" : state.work
  switch (kind) {
    case "written":
    case "restored":
      return { ...state, version, work: state.work === "none" ? "draft" : state.work }
    case "submitted":
      return { ...state, work: "in_review" }
    case "taken_back":
      return { ...state, work: "draft" }
    case "returned":
      return { ...state, work: "returned" }
    case "scheduled":
      return { ...state, work, publication: "scheduled", public_version: version }
    case "unscheduled":
      return {
        ...state,
        work: state.work === "none" ? "draft" : state.work,
        publication: "never",
        public_version: null,
      }
    case "published":
    case "corrected":
      return { ...state, work, publication: "published", public_version: version }
    case "unpublished":
      return { ...state, publication: "unpublished" }
    case "republished":
      return { ...state, publication: "published" }
  }
}

/** A scheduled edition is published from its minute on, whether or not that was noted yet. */
export function publicationAt(publication: Publication, publishedAt: Date | null, now: Date): Publication {
  return publication === "scheduled" && publishedAt !== null && publishedAt <= now ? "published" : publication
}
