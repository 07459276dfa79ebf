export type Locale = "vi" | "en"

type Pair = readonly [vi: unknown, en: unknown]
type Words<Pairs extends Record<string, Pair>> = {
  readonly [Name in keyof Pairs]: Pairs[Name][0] extends string ? string : Pairs[Name][0]
}

/**
 * Every word people read stands in Vietnamese and English side by side: `title: ["Kế hoạch", "Plan"]`.
 * A pair may hold functions, when a text has figures in it; both then take the same arguments.
 */
export function inBoth<const Pairs extends Record<string, Pair>>(
  pairs: Pairs,
): Readonly<Record<Locale, Words<Pairs>>> {
  const pick = (index: 0 | 1) =>
    Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, pair[index]])) as Words<Pairs>
  return { vi: pick(0), en: pick(1) }
}
