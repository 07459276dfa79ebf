import { Hono } from "hono"
import type { Locale } from "../../ui/language.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import { renderPage } from "../../web/page.ts"
import type { Env, View } from "../../web/view.ts"
import { isHash } from "../files/hash.ts"
import { findServed } from "../files/queries.ts"
import { sendFile } from "../files/send-file.ts"
import { ArticleBody } from "../news/article-page.tsx"
import { hourWords } from "./hour.tsx"
import { findPreview, type Preview } from "./previews.ts"
import { texts } from "./texts.ts"

/** What people without an account see of a version that is not published, by a link that expires. */
export const previews = new Hono<Env>().get("/xem-truoc/:token{[A-Za-z0-9_-]+}", async (c) => {
  const preview = await findPreview(c.var.db, c.req.param("token"))
  if (!preview) return c.notFound()

  c.header("cache-control", "private, no-store")
  c.header("x-robots-tag", "noindex")
  const { view } = c.var
  const own = `${view.paths.preview(c.req.param("token"))}/tep/`
  const body_html = preview.body_html.replace(fileAddress, own)
  return renderPage(c, <PreviewPage view={view} preview={{ ...preview, body_html }} />)
})

/** Files of a version that is not published: whoever holds its link sees them, and nobody else does. */
previews.get("/xem-truoc/:token{[A-Za-z0-9_-]+}/tep/:hash/:name", async (c) => {
  const { token, hash } = c.req.param()
  const preview = isHash(hash) ? await findPreview(c.var.db, token) : undefined
  const file = preview?.body_html.includes(`/tep/${hash}/`) ? await findServed(c.var.db, hash) : undefined
  return file ? await sendFile(c, file) : c.notFound()
})

/** Where a clean body names a file, in an address of its own or among the sizes of an image. */
const fileAddress = /(?<=["\s])\/tep\/(?=[0-9a-f]{64}\/)/g

function PreviewPage({ view, preview }: { view: View; preview: Preview }) {
  const t = texts[view.locale]
  const lang = preview.locale === view.locale ? undefined : (preview.locale as Locale)
  return (
    <Layout view={view} title={`${t.previewTitle}: ${preview.title}`} canonical={view.paths.home()} unlisted>
      <p class="notice" role="note">
        {t.previewNotice(hourWords(preview.expires_at, view.locale))}
      </p>
      <article class="article">
        <header class="article__heading">
          <h1 lang={lang}>{preview.title}</h1>
        </header>
        <ArticleBody view={view} words={{ ...preview, lang }} />
      </article>
    </Layout>
  )
}
