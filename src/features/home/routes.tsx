import { Hono } from "hono"
import { Layout } from "../../ui/layout/layout.tsx"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"

export const home = new Hono<Env>().get("/", async (c) => {
  const view = c.var.view
  return renderPage(
    c,
    <Layout view={view} title={view.site.portal_name}>
      <h1>{view.site.portal_name}</h1>
    </Layout>,
    { topics: ["news"] },
  )
})
