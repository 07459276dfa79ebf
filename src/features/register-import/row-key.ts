import { createHmac, timingSafeEqual } from "node:crypto"

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
  const given = Buffer.from(key.slice(cut + 1))
  const right = Buffer.from(signature(slug, secret))
  return cut > 0 && given.length === right.length && timingSafeEqual(given, right) ? slug : undefined
}

/** What a whole workbook says of itself, signed the same way. */
export type Identity = { template: "register-1"; place: string; day: string }

export function writeIdentity(identity: Identity, secret: string) {
  const words = JSON.stringify(identity)
  return [words, signature(words, secret)] as const
}

export function readIdentity(words: string, given: string, secret: string): Identity | undefined {
  const right = signature(words, secret)
  if (given.length !== right.length || !timingSafeEqual(Buffer.from(given), Buffer.from(right)))
    return undefined
  return JSON.parse(words) as Identity
}

function signature(words: string, secret: string) {
  return createHmac("sha256", `register workbook ${secret}`).update(words).digest("base64url").slice(0, 16)
}
