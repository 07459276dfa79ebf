/** Up is towards the first. */
export const directions = ["len", "xuong"] as const
export type Direction = (typeof directions)[number]

/** The list with one of it a place up or down; nothing where that changes nothing. */
export function moved<Item extends { id: number }>(items: readonly Item[], id: number, direction: Direction) {
  const from = items.findIndex((item) => item.id === id)
  const to = direction === "len" ? from - 1 : from + 1
  if (from === -1 || to < 0 || to >= items.length) return undefined

  return items.toSpliced(from, 1).toSpliced(to, 0, items[from]!)
}
