/** Hashes of the files that a clean body shows or leads to, each once. */
export function filesUsedIn(bodyHtml: string) {
  const hashes = [...bodyHtml.matchAll(/<(?:a|img)\b[^>]* (?:src|href)="\/tep\/([0-9a-f]{64})\//g)].map(
    ([, hash]) => hash!,
  )
  return [...new Set(hashes)]
}

/** An image that does not say what it shows, by its place among the images and its name. */
export type SilentImage = { number: number; name: string }

/**
 * Images of a clean body without alternative text. One that only decorates says so with an empty one: `alt=""`. With
 * any left, an article is not published.
 */
export function imagesWithoutText(bodyHtml: string): SilentImage[] {
  return [...bodyHtml.matchAll(/<img\b[^>]*>/g)].flatMap(([image], index) =>
    / alt="/.test(image) ? [] : [{ number: index + 1, name: nameIn(image) }],
  )
}

function nameIn(image: string) {
  const name = / src="[^"]*\/([^"/]+)"/.exec(image)?.[1] ?? ""
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
