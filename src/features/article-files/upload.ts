import type { Paths } from "../../paths.ts"
import { formatNumber } from "../../ui/format.ts"
import type { Locale } from "../../ui/language.ts"
import type { Upload } from "../../ui/rich-editor/uploads.ts"
import type { KeptFile } from "../files/queries.ts"

/** A kept file as the editor puts it into a text: an image in its large size, with the small one beside it. */
export function uploadOf(file: KeptFile, paths: Paths, locale: Locale): Upload {
  const words = wordsFor(file, locale)
  const large = file.variants.find(({ variant }) => variant === "large")
  if (file.kind !== "image" || !large) {
    const address = paths.file(file)
    return {
      kind: "document",
      address,
      srcset: null,
      width: null,
      height: null,
      name: file.name,
      words,
    }
  }
  const name = file.name.replace(/[^.]*$/, "webp")
  const addressOf = ({ hash }: { hash: string }) => paths.file({ hash, name })
  // An image that was small is the same in both sizes.
  const widths = new Map(file.variants.map((variant) => [variant.width, variant]))
  const srcset = [...widths.values()].map((variant) => `${addressOf(variant)} ${variant.width}w`)
  return {
    kind: "image",
    address: addressOf(large),
    srcset: srcset.length > 1 ? srcset.join(", ") : null,
    width: large.width,
    height: large.height,
    name: file.name,
    words,
  }
}

/** "Kế hoạch 148 (PDF, 1,2 MB)": whoever follows a link to a file knows what will come. */
function wordsFor({ name, size }: KeptFile, locale: Locale) {
  const dot = name.lastIndexOf(".")
  const kind = name.slice(dot + 1).toUpperCase()
  const length =
    size < 1_000_000
      ? `${formatNumber(Math.max(1, Math.round(size / 1000)), locale)} kB`
      : `${formatNumber(size / 1_000_000, locale, 1)} MB`
  return `${name.slice(0, dot)} (${kind}, ${length})`
}
