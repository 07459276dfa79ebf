import type { ByteRange } from "./store.ts"

/**
 * What a `Range` header asks of a file of this size: a part, the whole (also for several parts at once, and for what
 * cannot be read, which a server may ignore), or a part that is not there.
 */
export function readRange(header: string | undefined, size: number): ByteRange | "whole" | "beyond" {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "")
  if (!asked) return "whole"
  const [, first = "", last = ""] = asked
  if (first === "" && last === "") return "whole"

  if (first === "") {
    const length = Number(last)
    return length === 0 ? "beyond" : { start: Math.max(0, size - length), end: size - 1 }
  }
  const start = Number(first)
  if (last !== "" && Number(last) < start) return "whole"
  if (start >= size) return "beyond"
  return { start, end: last === "" ? size - 1 : Math.min(Number(last), size - 1) }
}
