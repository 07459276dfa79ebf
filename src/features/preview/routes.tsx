import { Hono } from "hono"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"

/** Only where someone works on the program: a portal that the public reaches has no such page. */
export const preview = new Hono<Env>().get("/ban-lam-viec/thanh-phan", async (c) => {
  if (!c.var.settings.development) return c.notFound()

  const { PreviewPage } = await import("./preview-page.tsx")
  return renderPage(c, <PreviewPage view={c.var.view} />)
})
