/**
 * What can be said of a cooperative's code, which is its tax code too (Decree 92/2024/NĐ-CP, Article 14): ten
 * digits, and "-001" to "-999" for a dependent unit. The rule of the check digit stands in no legal text we know,
 * so a code that breaks it is pointed out, never refused.
 */
export type CodeFault = "form" | "check_digit"

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

export function faultOfCode(code: string): CodeFault | undefined {
  const match = /^(\d{10})(?:-(\d{3}))?$/.exec(code)
  if (!match) return "form"

  const [, digits, unit] = match
  if (unit === "000" || digits!.slice(2, 9) === "0000000") return "form"

  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits![index]), 0)
  return 10 - (sum % 11) === Number(digits![9]) ? undefined : "check_digit"
}
