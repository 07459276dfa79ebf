import { pino } from "pino"

/** The server's own log, on standard error: a line of JSON each, or plain lines for someone who watches. */
export const log = pino(
  { level: "info" },
  process.stderr.isTTY ? { write: writePlainly } : pino.destination(2),
)

function writePlainly(line: string) {
  const { level, time, msg, pid: _, hostname: __, err, ...rest } = JSON.parse(line)
  const clock = new Date(time).toTimeString().slice(0, 8)
  const facts = Object.entries(rest).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
  process.stderr.write(`${clock} ${pino.levels.labels[level]} ${msg ?? ""}${facts.join("")}\n`)
  if (err) process.stderr.write(`${err.stack ?? err.message}\n`)
}
