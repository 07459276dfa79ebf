/**
 * Whole numbers in proportion to the weights, none below the minimum, that add up to the total exactly: what
 * rounding leaves over goes, one by one, to those that it treated worst (Hamilton's method).
 */
export function apportion(total: number, weights: readonly number[], minimum = 0): number[] {
  const free = total - minimum * weights.length
  if (free < 0)
    throw new RangeError(`${total} is too little for ${weights.length} shares of at least ${minimum}`)

  const sum = weights.reduce((one, other) => one + other, 0)
  const exact = weights.map((weight) => (free * weight) / sum)
  const shares = exact.map((share) => minimum + Math.floor(share))
  const left = total - shares.reduce((one, other) => one + other, 0)

  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index)
  for (const { index } of byRemainder.slice(0, left)) shares[index]! += 1
  return shares
}
