import { AsyncLocalStorage } from "node:async_hooks"
import { DatabaseError } from "pg"
import { pino } from "pino"

/** What every line that is written during a request says of it. */
const requests = new AsyncLocalStorage<{ request: string }>()

/** Runs something so that whatever it logs can be told to belong to one request. */
export function duringRequest<Result>(request: string, work: () => Result) {
  return requests.run({ request }, work)
}

/** The server's own log, on standard error: a line of JSON each, or plain lines for someone who watches. */
export const log = pino(
  {
    level: "info",
    mixin: () => requests.getStore() ?? {},
    serializers: { err: plainError, path: withoutSecrets },
    // Nothing of ours logs these. Should someone do so in a hurry, they are not to be found in the log.
    redact: {
      paths: [
        "password",
        "token",
        "secret",
        "code",
        "cookie",
        "authorization",
        "headers",
        "body",
        "form",
      ].flatMap((name) => [name, `*.${name}`]),
      censor: "…",
    },
  },
  process.stderr.isTTY ? { write: writePlainly } : pino.destination(2),
)

/** Only what tells where it broke: drivers hang statements and their values, addresses and credentials to an error. */
function plainError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }

  const { name, message, stack = "", code } = error as NodeJS.ErrnoException
  const said = error instanceof DatabaseError ? withoutQuoted(message) : message
  return { type: name, message: said, ...(code && { code }), stack: stack.replace(message, () => said) }
}

/** PostgreSQL quotes the value it cannot read: invalid input syntax for type bigint: "…". */
function withoutQuoted(message: string) {
  return message.replace(/(: )".*"$/s, '$1"…"')
}

/**
 * An address without the words that open something: links for one use end in letters and digits that no slug has,
 * which is small letters in words of a readable length.
 */
export function withoutSecrets(path: string) {
  return path.replace(/[^/]{16,}/g, (segment) =>
    /[^a-z0-9.-]/.test(segment) || /[a-z0-9]{20,}/.test(segment) ? "…" : segment,
  )
}

function writePlainly(line: string) {
  const { level, time, msg, pid: _, hostname: __, err, ...rest } = JSON.parse(line)
  const clock = new Date(time).toTimeString().slice(0, 8)
  const facts = Object.entries(rest).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
  process.stderr.write(`${clock} ${pino.levels.labels[level]} ${msg ?? ""}${facts.join("")}\n`)
  if (err) process.stderr.write(`${err.stack ?? err.message}\n`)
}
