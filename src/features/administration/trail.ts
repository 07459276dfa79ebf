import type { View } from "../../web/view.ts"
import { texts } from "./texts.ts"

/** The way to every page below administration. */
export function administrationTrail({ locale, paths }: View) {
  return [{ name: texts[locale].title, path: paths.administration() }]
}
