import { formatDay } from "../../ui/format.ts"
import { keptHtml } from "../../ui/kept-html.ts"
import type { View } from "../../web/view.ts"
import { vietnameseIn } from "../news/headlines.tsx"
import type { Highlight } from "./queries.ts"
import { texts } from "./texts.ts"

/** How many stand on the strip; the rest, and every headline uncut, are on the page of highlights. */
export const onStrip = 12

type StripProps = { view: View; highlights: Highlight[] }

/**
 * A row of headlines that the reader moves. Nothing here moves by itself: the rules for portals forbid it, and
 * nobody finishes reading a headline that runs away.
 */
export function HighlightsStrip(props: StripProps) {
  if (props.highlights.length === 0) return null
  const key = `strip ${props.view.locale} ${JSON.stringify(props.highlights)}`
  return keptHtml(key, () => <Strip {...props} />)
}

function Strip({ view, highlights }: StripProps) {
  const t = texts[view.locale]
  return (
    <section class="highlights" aria-labelledby="tin-noi-bat">
      <highlights-strip previous={t.previous} next={t.next} position={t.position}>
        <div class="highlights__heading">
          <h2 id="tin-noi-bat">{t.title}</h2>
          <a href={view.paths.highlights()}>{t.all}</a>
        </div>
        <section class="highlights__frame" aria-label={t.list} tabindex={0}>
          <ul>
            {highlights.map((highlight) => (
              <li>
                <Headline view={view} highlight={highlight} />
              </li>
            ))}
          </ul>
        </section>
      </highlights-strip>
    </section>
  )
}

export function Headline({ view, highlight }: { view: View; highlight: Highlight }) {
  const { locale, paths } = view
  return (
    <>
      <time datetime={highlight.shown_on}>{formatDay(highlight.shown_on, locale)}</time>
      <span class="highlights__title" lang={vietnameseIn(locale)}>
        {highlight.article_slug ? (
          <a href={paths.article({ slug: highlight.article_slug })}>{highlight.title}</a>
        ) : (
          highlight.title
        )}
      </span>
    </>
  )
}
