/** Sheets are due in December: until the middle of the next year it is the last one that is looked at. */
export function latestRatingYear(today: string) {
  const year = Number(today.slice(0, 4))
  return today.slice(5) >= "07-01" ? year : year - 1
}
