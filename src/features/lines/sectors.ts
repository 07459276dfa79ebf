import type { Kind, Sector } from "../register/vocabulary.ts"

/** A prefix of VSIC codes with the sectors of its lines. */
export type SectorRule = { prefix: string; sector: string; size_sector: string }

/**
 * The sectors of a main business line: the reports' own, and the one by which Decree 113/2024/NĐ-CP (Article 4) tells
 * sizes. A people's credit fund is in credit whatever its line; nothing where no rule knows the line.
 */
export function sectorsOf(rules: readonly SectorRule[], kind: Kind, line: string | null | undefined) {
  if (kind === "credit_fund") return { sector: "credit" as Sector, size_sector: "finance" }
  if (!line) return undefined
  const rule = rules
    .filter(({ prefix }) => line.startsWith(prefix))
    .toSorted((one, other) => other.prefix.length - one.prefix.length)[0]
  return rule && { sector: rule.sector as Sector, size_sector: rule.size_sector }
}

/**
 * Whether a code can be one of the list, though the list as it is kept may not have it yet: its division is known.
 */
export function isPossibleLine(rules: readonly SectorRule[], code: string) {
  return /^\d{4}$/.test(code) && rules.some(({ prefix }) => code.startsWith(prefix))
}
