import type { DeskFilter, ListedState } from "./queries.ts"

/** How the address of a list says it. */
const stateWords: Readonly<Record<ListedState, string>> = {
  draft: "ban-nhap",
  in_review: "cho-duyet",
  returned: "tra-lai",
  scheduled: "hen-gio",
  published: "da-dang",
  unpublished: "da-go",
  bypassed: "mot-nguoi",
}

export function stateWord(state: ListedState) {
  return stateWords[state]
}

/** What the list of articles is narrowed to; words that mean nothing narrow nothing. */
export function readFilter(query: (name: string) => string | undefined): DeskFilter {
  const word = query("tinh-trang")
  const found = Object.entries(stateWords).find(([, asked]) => asked === word)
  const section = query("chuyen-muc")
  return {
    state: found?.[0] as ListedState | undefined,
    section: section && /^[1-9]\d{0,9}$/.test(section) ? Number(section) : undefined,
    mine: query("cua-toi") === "1",
    words: query("tim")?.replaceAll("\0", "").trim().slice(0, 200) || undefined,
  }
}

export function filterQuery({ state, section, mine, words }: DeskFilter) {
  return {
    tim: words,
    "tinh-trang": state && stateWord(state),
    "chuyen-muc": section,
    "cua-toi": mine ? 1 : undefined,
  }
}
