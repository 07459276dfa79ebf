import { Hono } from "hono"
import { Layout } from "../../ui/layout/layout.tsx"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { Headline } from "./highlights.tsx"
import { listHighlights } from "./queries.ts"
import { texts } from "./texts.ts"

export const highlights = new Hono<Env>().get("/tin-noi-bat", async (c) => {
  const { db, view } = c.var
  const t = texts[view.locale]
  const shown = await listHighlights(db, { today: view.today })
  return renderPage(
    c,
    <Layout view={view} title={t.title} description={t.description} trail={[]}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        {view.locale === "en" && <p class="lead">{t.inVietnamese}</p>}
      </div>
      {shown.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <ul class="highlights-list">
          {shown.map((highlight) => (
            <li>
              <Headline view={view} highlight={highlight} />
            </li>
          ))}
        </ul>
      )}
    </Layout>,
    { topics: ["news"] },
  )
})
