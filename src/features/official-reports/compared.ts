/** Planned and done: "204 of 203" is 100.49… %; nothing without a plan, or with one that cannot be divided by. */
export function completion(done: number | undefined, planned: number | undefined) {
  if (done === undefined || planned === undefined || planned <= 0) return undefined
  return (done / planned) * 100
}

export type Difference = { by: number; percent: number | undefined }

/** How far a figure is from another; per cent only of what can be divided by. */
export function differenceFrom(value: number, before: number | undefined): Difference | undefined {
  if (before === undefined) return undefined
  const by = value - before
  return { by, percent: before > 0 ? (by / before) * 100 : undefined }
}
