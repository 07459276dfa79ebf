import { z } from "zod"
import type { Database } from "../../database/connection.ts"
import { isRole, type Role, reachOf } from "../../rights/roles.ts"
import { formatDay } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import { optionalDay, optionalText, requiredDay } from "../../web/form-fields.ts"
import { type FormState, withError } from "../../web/forms.ts"
import type { RoleToGive } from "../accounts/roles.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { findScopes } from "./scopes.ts"
import { texts } from "./texts.ts"

/** The fields of a role to give, as they stand in the form for it and in the one that invites somebody. */
export function roleFields(locale: Locale) {
  return {
    role: z
      .string()
      .optional()
      .transform((role) => (isRole(role) ? role : null)),
    scope: optionalText(locale, 200),
    scope_id: z
      .string()
      .regex(/^\d{1,15}$/)
      .optional()
      .catch(undefined)
      .transform((id) => (id ? Number(id) : null)),
    valid_from: requiredDay(locale),
    valid_to: optionalDay(locale),
  }
}

type Fields = {
  role: Role | null
  scope: string | null
  scope_id: number | null
  valid_from: string
  valid_to: string | null
}
type Days = Pick<Fields, "valid_from" | "valid_to">

export function daysAreInOrder({ valid_from, valid_to }: Days) {
  return valid_to === null || valid_from <= valid_to
}

export function wrongOrder(locale: Locale) {
  return { path: ["valid_to"], error: texts[locale].toBeforeFrom }
}

export type Resolved =
  | { ok: true; role: Omit<RoleToGive, "user_id"> }
  | { ok: false; form: FormState; choices: readonly Candidate[] }

/** Finds what the words typed for the scope mean; when several could be meant, the form comes back to choose. */
export async function resolveRole(
  db: Database,
  { role, scope, scope_id, valid_from, valid_to }: Fields & { role: Role },
  form: FormState,
  locale: Locale,
): Promise<Resolved> {
  const t = texts[locale]
  const days = { valid_from, ...(valid_to && { valid_to }) }
  const reach = reachOf(role)
  if (reach === "province") return { ok: true, role: { role, ...days } }

  const refuse = (message: string, choices: readonly Candidate[] = []) => ({
    ok: false as const,
    form: withError(form, choices.length > 0 ? "scope_id" : "scope", message),
    choices,
  })
  if (!scope) return refuse(t[`${reach}Needed`])

  const choices = await findScopes(db, { reach, text: scope, day: valid_from, locale })
  if (choices.length === 0) return refuse(t.notFound(scope, formatDay(valid_from, locale)))
  const chosen = choices.length === 1 ? choices[0] : choices.find(({ id }) => id === scope_id)
  if (!chosen) return refuse(t.several(scope), choices)
  return { ok: true, role: { role, [`${reach}_id`]: chosen.id, ...days } }
}
