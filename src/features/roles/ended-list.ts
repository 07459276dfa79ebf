import { roleName } from "../../rights/words.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import type { EndedRole } from "./succession.ts"
import { texts } from "./texts.ts"
import { scopeName, successorName } from "./validity.ts"

/** Roles that ended with their place or agency, as a file. */
export function endedRolesList({ locale, today }: View, rows: readonly EndedRole[]): List<EndedRole> {
  const t = texts[locale]
  return {
    name: `vai-tro-het-hieu-luc-${today}`,
    title: t.successionTitle,
    rows,
    columns: [
      { key: "person", heading: t.person, value: ({ user_name }) => user_name },
      {
        key: "role",
        heading: t.role,
        value: ({ role }) => roleName(role, locale),
        stored: ({ role }) => role,
      },
      { key: "scope", heading: t.scopeHeading, value: (role) => scopeName(role, locale) },
      { key: "ends_on", heading: t.lastDay, kind: "day", value: ({ ends_on }) => ends_on },
      {
        key: "successors",
        heading: t.successors,
        value: ({ successors }) => successors.map((each) => successorName(each, locale)).join("; "),
        stored: ({ successors }) => successors.map((each) => successorName(each, "vi")),
      },
    ],
  }
}
