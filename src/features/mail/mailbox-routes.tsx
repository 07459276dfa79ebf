import { type Context, Hono } from "hono"
import type { Settings } from "../../settings.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { addressOf } from "../accounts/session.ts"
import { MailboxPage } from "./mailbox-page.tsx"
import { listMailbox } from "./queries.ts"

export const mailbox = new Hono<Env>().get("/hop-thu-thu-nghiem", async (c) => {
  if (!hasMailbox(c.var.settings) || !asksFromHere(c)) return c.notFound()

  c.header("cache-control", "no-store")
  return renderPage(c, <MailboxPage view={c.var.view} mails={await listMailbox(c.var.db)} />)
})

/** Its mails open accounts: there is one only where no mail can be sent and the portal serves its own machine alone. */
export function hasMailbox({ development, mail }: Settings) {
  return development && !mail
}

/** Whoever asks from another machine, or by another name, does not find it. */
function asksFromHere(c: Context<Env>) {
  const host = new URL(c.req.url).hostname
  const address = addressOf(c)
  return isLoopback(host) && (address === undefined || isLoopback(address))
}

function isLoopback(name: string) {
  return ["localhost", "[::1]", "::1"].includes(name) || name.startsWith("127.")
}
