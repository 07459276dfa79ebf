import { formatNumber } from "../format.ts"
import { inBoth, type Locale } from "../language.ts"

const texts = inBoth({
  label: ["Các trang", "Pages"],
  page: [(page: string) => `Trang ${page}`, (page: string) => `Page ${page}`],
  shown: [
    (from: string, to: string, total: string) => `${from}–${to} trong ${total}`,
    (from: string, to: string, total: string) => `${from}–${to} of ${total}`,
  ],
})

type PagerProps = {
  locale: Locale
  /** From 1. */
  page: number
  perPage: number
  total: number
  pathOf: (page: number) => string
}

/** The pages of a list: first, last and those around the one shown. Nothing when all fits on one page. */
export function Pager({ locale, page, perPage, total, pathOf }: PagerProps) {
  const pages = Math.ceil(total / perPage)
  if (pages < 2) return null

  const t = texts[locale]
  const show = (value: number) => formatNumber(value, locale)
  return (
    <nav class="pager" aria-label={t.label}>
      <p>{t.shown(show((page - 1) * perPage + 1), show(Math.min(page * perPage, total)), show(total))}</p>
      <ul>
        {pagesAround(page, pages).map((number) => (
          <li>
            {number === "gap" ? (
              <span aria-hidden="true">…</span>
            ) : number === page ? (
              <span aria-current="page">
                <span class="visually-hidden">{t.page("")}</span>
                {show(number)}
              </span>
            ) : (
              <a href={pathOf(number)} aria-label={t.page(show(number))}>
                {show(number)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** 1 … 4 5 6 … 20 */
export function pagesAround(page: number, pages: number): (number | "gap")[] {
  const kept = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const sorted = [...new Set(kept)].sort((a, b) => a - b)
  return sorted.flatMap((number, index) => {
    const skipped = number - (sorted[index - 1] ?? 0)
    if (skipped === 2) return [number - 1, number]
    return skipped > 2 ? ["gap" as const, number] : [number]
  })
}

/** The page of a list asked for: "3" → 3; anything else, and what lies out of reach, is the first. */
export function readPage(text: string | undefined) {
  return text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1
}
