import { type TextSize, textSizes } from "../../web/text-size.ts"
import type { View } from "../../web/view.ts"
import { inBoth } from "../language.ts"

const texts = inBoth({
  textSize: ["Xem với cỡ chữ", "Text size"],
  vua: ["Cỡ chữ thường", "Normal text"],
  lon: ["Cỡ chữ lớn", "Large text"],
  "rat-lon": ["Cỡ chữ rất lớn", "Very large text"],
} satisfies Record<TextSize | "textSize", readonly [string, string]>)

/** A form, so that it works with scripts off; the choice is kept in a cookie. */
export function TextSizeControl({ view }: { view: View }) {
  const t = texts[view.locale]
  return (
    <form class="text-size no-print" method="post" action={view.paths.textSize()}>
      <input type="hidden" name="tro-lai" value={view.address} />
      <span>{t.textSize}</span>
      {textSizes.map((size) => (
        <button
          type="submit"
          name="co-chu"
          value={size}
          aria-pressed={view.textSize === size ? "true" : "false"}
          aria-label={t[size]}
          title={t[size]}
        >
          A
        </button>
      ))}
    </form>
  )
}
