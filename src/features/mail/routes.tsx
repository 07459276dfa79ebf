import { type Context, Hono } from "hono"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { addressOf } from "../accounts/session.ts"
import { MailboxPage } from "./mailbox-page.tsx"
import { listMailbox } from "./queries.ts"

export const mail = new Hono<Env>().get("/hop-thu-thu-nghiem", async (c) => {
  if (!showsMailbox(c)) return c.notFound()

  c.header("cache-control", "no-store")
  return renderPage(c, <MailboxPage view={c.var.view} mails={await listMailbox(c.var.db)} />)
})

/**
 * Its mails open accounts: they are shown where no mail can be sent and the portal's own address is that of this
 * machine, and only to whoever asks from there, by that name.
 */
function showsMailbox(c: Context<Env>) {
  const { settings } = c.var
  if (!settings.development || settings.mail) return false
  const host = new URL(c.req.url).hostname
  const address = addressOf(c)
  return isLoopback(host) && (address === undefined || isLoopback(address))
}

function isLoopback(name: string) {
  return ["localhost", "[::1]", "::1"].includes(name) || name.startsWith("127.")
}
