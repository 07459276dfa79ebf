import type { Context } from "hono"
import { getCookie, setCookie } from "hono/cookie"

/** Stored names are the Vietnamese words of the control, without marks: they show up in the cookie. */
export const textSizes = ["vua", "lon", "rat-lon"] as const
export type TextSize = (typeof textSizes)[number]

export const textSizeCookie = "co-chu"

export function isTextSize(value: unknown): value is TextSize {
  return textSizes.some((size) => size === value)
}

export function readTextSize(c: Context): TextSize {
  const kept = getCookie(c, textSizeCookie)
  return isTextSize(kept) ? kept : "vua"
}

/** Kept for a year. Not a secret, so the browser may read it; nothing else is stored. */
export function keepTextSize(c: Context, size: TextSize) {
  setCookie(c, textSizeCookie, size, { path: "/", maxAge: 365 * 24 * 3600, sameSite: "Lax" })
}
