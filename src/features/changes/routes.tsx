import { Hono } from "hono"
import { readPage } from "../../ui/pager/pager.tsx"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { listDailySeals } from "./seals.ts"
import { daysPerPage, SealsPage } from "./seals-page.tsx"

export const changes = new Hono<Env>().get("/nhat-ky", async (c) => {
  const page = readPage(c.req.query("trang"))
  const list = await listDailySeals(c.var.db, { limit: daysPerPage, offset: (page - 1) * daysPerPage })
  return renderPage(c, <SealsPage view={c.var.view} page={page} {...list} />)
})
