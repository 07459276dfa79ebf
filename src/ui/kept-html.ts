import { raw } from "hono/html"
import { LRUCache } from "lru-cache"

const parts = new LRUCache<string, ReturnType<typeof raw>>({ max: 5000 })

/**
 * HTML of a part that comes again and again, kept by what it shows: the frame of every page, the years of a target.
 * The key must hold everything that the part is made from.
 */
export function keptHtml(key: string, render: () => { toString(): string | Promise<string> }) {
  const kept = parts.get(key)
  if (kept) return kept

  const html = raw(String(render()))
  parts.set(key, html)
  return html
}
