import { needsSecondFactor } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { formatTime } from "../../ui/format.ts"
import type { List } from "../../web/list-file.ts"
import type { View } from "../../web/view.ts"
import type { PersonRow } from "./queries.ts"
import { texts } from "./texts.ts"

/** Accounts as a file, as the page shows them. */
export function peopleList({ locale, today }: View, rows: readonly PersonRow[]): List<PersonRow> {
  const t = texts[locale]
  return {
    name: `nguoi-dung-${today}`,
    title: t.title,
    rows,
    columns: [
      { key: "name", heading: t.name, value: ({ name }) => name },
      { key: "email", heading: t.email, value: ({ email }) => email },
      {
        key: "roles",
        heading: t.rolesToday,
        value: ({ roles }) => roles.map((role) => roleName(role, locale)).join(", "),
        stored: ({ roles }) => roles,
      },
      { key: "state", heading: t.state, value: ({ state }) => t[state], stored: ({ state }) => state },
      {
        key: "has_second_factor",
        heading: t.secondFactor,
        value: ({ has_second_factor, roles }) =>
          has_second_factor ? t.yes : roles.some(needsSecondFactor) ? t.missing : null,
        stored: ({ has_second_factor }) => has_second_factor,
      },
      {
        key: "last_sign_in_at",
        heading: t.lastSignIn,
        value: ({ last_sign_in_at }) => last_sign_in_at && formatTime(last_sign_in_at, locale),
        stored: ({ last_sign_in_at }) => last_sign_in_at,
      },
    ],
  }
}
