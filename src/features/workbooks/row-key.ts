import { createHmac, timingSafeEqual } from "node:crypto"
import type { Workbook } from "./read-workbook.ts"
import type { WrittenSheet } from "./write-workbook.ts"

/**
 * The hidden key of a row: which organisation it is about, signed, so that a sheet that was put together by hand
 * cannot make one organisation's row another's. It survives sorting, moving and saving by any program.
 */
export function rowKey(slug: string, secret: string) {
  return `${slug}.${signature(slug, secret)}`
}

/** The organisation that a key names, or nothing where the signature is not ours. */
export function readRowKey(key: string, secret: string) {
  const cut = key.lastIndexOf(".")
  const slug = key.slice(0, cut)
  return cut > 0 && isSignature(key.slice(cut + 1), slug, secret) ? slug : undefined
}

/** The hidden column that says which organisation a row of the system's own form is about. */
export const rowKeyHeading = "Mã dòng (không sửa)"

/** The hidden sheet of our own form, wherever a program put it. */
const identitySheet = "_hoptac"

/** What a whole workbook says of itself, signed the same way: which form it is, and for which place it was written. */
type Identity = { template: string; place: string }

export function identityPage(identity: Identity & Record<string, string>, secret: string): WrittenSheet {
  const words = JSON.stringify(identity)
  const column = { heading: "", width: 20, kind: "text" } as const
  return {
    name: identitySheet,
    columns: [column, column],
    rows: [[words, signature(words, secret)]],
    isHidden: true,
    hasNoHeadings: true,
  }
}

/** The identity of a workbook that is ours and of the template; nothing for any other. */
export function identityOf<More = unknown>({ sheets }: Workbook, template: string, secret: string) {
  const sheet = sheets.find(({ name }) => name === identitySheet)
  const [words, given] = sheet?.rows[0]?.cells ?? []
  if (typeof words?.value !== "string" || typeof given?.value !== "string") return undefined
  const isOurs = isSignature(given.value, words.value, secret)
  const identity = isOurs ? (JSON.parse(words.value) as Identity & More) : undefined
  return identity?.template === template ? identity : undefined
}

function isSignature(given: string, words: string, secret: string) {
  const one = Buffer.from(given)
  const right = Buffer.from(signature(words, secret))
  return one.length === right.length && timingSafeEqual(one, right)
}

function signature(words: string, secret: string) {
  return createHmac("sha256", `register workbook ${secret}`).update(words).digest("base64url").slice(0, 16)
}
