/** One figure beside its limit, measured in the same run where it depends on the machine. */
export type Line = {
  what: string
  value: number
  unit: string
  /** Lowest and highest of the runs. */
  spread?: [number, number]
  limit: number
  /** What the limit is, when it is not a fixed number. */
  limitIs?: string
  /** Whether more is better: pages a second. Otherwise less is: milliseconds, bytes. */
  atLeast?: boolean
}

export function isKept({ value, limit, atLeast }: Line) {
  return atLeast ? value >= limit : value <= limit
}

export function printLines(lines: Line[]) {
  const rows = lines.map((line) => [
    line.what,
    `${shown(line.value)} ${line.unit}`,
    line.spread ? `${shown(line.spread[0])}–${shown(line.spread[1])}` : "",
    `${line.atLeast ? "≥" : "≤"} ${shown(line.limit)} ${line.unit}${line.limitIs ? ` (${line.limitIs})` : ""}`,
    (line.value / line.limit).toFixed(2),
    isKept(line) ? "kept" : "MISSED",
  ])
  const table = [["", "measured", "spread", "limit", "ratio", ""], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  for (const row of table)
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ")}`)
}

export type Timing = { median: number; spread: [number, number] }

/** Milliseconds of several tasks in turn, each warmed up first, so that a busy moment hits all of them alike. */
export async function time<Name extends string>(
  tasks: Record<Name, () => Promise<unknown>>,
  { runs = 9, warm = 2 } = {},
): Promise<Record<Name, Timing>> {
  const names = Object.keys(tasks) as Name[]
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let run = -warm; run < runs; run++) {
    for (const name of names) {
      const start = performance.now()
      await tasks[name]()
      if (run >= 0) taken.get(name)!.push(performance.now() - start)
    }
  }
  return Object.fromEntries(names.map((name) => [name, timingOf(taken.get(name)!)])) as Record<Name, Timing>
}

function timingOf(milliseconds: number[]): Timing {
  const sorted = milliseconds.sort((one, other) => one - other)
  return { median: sorted[sorted.length >> 1]!, spread: [sorted[0]!, sorted.at(-1)!] }
}

function shown(value: number) {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
