import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto"

/** Characters. Length is what makes a password hard to guess; nobody is forced to change theirs (NIST SP 800-63B). */
export const shortestPassword = 12
export const longestPassword = 200

/** 2^16 × 8 × 128 bytes = 64 MB and about 150 ms for each guess, on the machines this runs on. */
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 96 * 1024 * 1024 }

/** What is kept of a password: its scrypt hash (RFC 7914), with the salt and the cost it was made with. */
export async function hashPassword(password: string) {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), key.toString("base64")].join("$")
}

export async function verifyPassword({ hash, password }: { hash: string; password: string }) {
  const [scheme, N, r, p, salt, key] = hash.split("$")
  if (scheme !== "scrypt" || !salt || !key) return false
  const expected = Buffer.from(key, "base64")
  const options = { ...cost, N: Number(N), r: Number(r), p: Number(p) }
  const found = await derive(password, Buffer.from(salt, "base64"), options)
  return found.length === expected.length && timingSafeEqual(found, expected)
}

function derive(password: string, salt: Buffer, options: ScryptOptions) {
  return new Promise<Buffer>((resolve, reject) => {
    // "oà" and "òa" are different words to a keyboard but the same to a person; the code points are made the same.
    scrypt(password.normalize("NFKC"), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

export type PasswordFault = "too_short" | "too_long" | "common" | "about_you"

/**
 * Why a new password will not do; nothing when it will. Checked against the passwords people choose most, however
 * they are disguised, and against what anyone could know of its owner.
 */
export async function faultOf(
  password: string,
  about: readonly string[],
): Promise<PasswordFault | undefined> {
  const written = password.normalize("NFKC")
  if ([...written].length < shortestPassword) return "too_short"
  if ([...written].length > longestPassword) return "too_long"

  const known = about.flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const own = known.filter((word) => word.length > 2)
  const rest = own.reduce((left, word) => left.replaceAll(word, ""), written.toLowerCase())
  if (own.length > 0 && [...rest].length < shortestPassword / 2) return "about_you"
  return (await isCommon(written)) ? "common" : undefined
}

let checker: Promise<(password: string) => boolean> | undefined

/** The lists take a moment and some memory to load, and are needed when a password is chosen, not when it is used. */
async function isCommon(password: string) {
  checker ??= Promise.all([import("@zxcvbn-ts/core"), import("@zxcvbn-ts/language-common")]).then(
    ([{ ZxcvbnFactory }, common]) => {
      const zxcvbn = new ZxcvbnFactory({
        dictionary: common.dictionary,
        graphs: common.adjacencyGraphs,
      })
      // 2 of 4: withstands someone who guesses at this site, where every guess takes 150 ms and few are let through.
      return (candidate) => zxcvbn.check(candidate).score < 2
    },
  )
  return (await checker)(password)
}
