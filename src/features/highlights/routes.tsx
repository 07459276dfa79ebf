import { Hono } from "hono"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Layout } from "../../ui/layout/layout.tsx"
import { listFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { Headline } from "./highlights.tsx"
import { highlightsList } from "./lists.ts"
import { listHighlights } from "./queries.ts"
import { texts } from "./texts.ts"

export const highlights = new Hono<Env>()
  .route(
    "/",
    listFiles("/tin-noi-bat", async (c) =>
      highlightsList(c.var.view, await listHighlights(c.var.db, { today: c.var.view.today })),
    ),
  )
  .get("/tin-noi-bat", async (c) => {
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
        {shown.length > 0 && <Downloads locale={view.locale} path={view.paths.highlights()} />}
      </Layout>,
      { topics: ["news"] },
    )
  })
