import pg from "pg"
import type { Topic } from "../web/view.ts"

type Listener = {
  /** A committed change touched facts of this topic. */
  onChange: (topic: Topic) => void
  /** From now on changes are heard of. */
  onHearing: () => void
  /** The line is down: changes may be missed until `onHearing`. */
  onDeaf: () => void
}

/** Milliseconds between attempts to hear again. */
const retryAfter = 1000

/** Listens to what committed transactions say they changed (migration 0007), and listens again when the line breaks. */
export function listenToFacts(url: string, { onChange, onHearing, onDeaf }: Listener) {
  let closed = false
  let current: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  async function open() {
    const client = new pg.Client({
      connectionString: url,
      application_name: "hoptac facts",
      keepAlive: true,
    })
    current = client
    client.on("notification", ({ payload }) => onChange(payload as Topic))
    client.on("error", () => {})
    client.on("end", again)
    try {
      await client.connect()
      await client.query("listen facts")
      if (!closed) onHearing()
    } catch {
      await client.end().catch(() => {})
      again()
    }
  }

  function again() {
    if (closed) return
    onDeaf()
    clearTimeout(timer)
    timer = setTimeout(open, retryAfter)
  }

  const opened = open()
  return {
    opened,
    async close() {
      closed = true
      clearTimeout(timer)
      await current?.end().catch(() => {})
    },
  }
}
