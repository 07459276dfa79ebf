import type { View } from "../../web/view.ts"
import { leadOf } from "../news/lead.ts"
import type { ListedArticle } from "../news/queries.ts"
import { xml } from "./xml.ts"

type Channel = { title: string; description: string; page: string; feed: string }

/** RSS 2.0, as readers and other portals take it. */
export function rss({ origin, paths }: View, channel: Channel, articles: ListedArticle[]) {
  const latest = articles[0]
  return xml`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${channel.title}</title>
<link>${origin + channel.page}</link>
<description>${channel.description}</description>
<language>vi</language>
${latest && xml`<lastBuildDate>${rssDate(latest.published_at)}</lastBuildDate>`}
<atom:link href="${origin + channel.feed}" rel="self" type="application/rss+xml"/>
${articles.map((article) => {
  const address = origin + paths.article(article)
  return xml`<item>
<title>${article.title}</title>
<link>${address}</link>
<guid isPermaLink="true">${address}</guid>
<pubDate>${rssDate(article.published_at)}</pubDate>
<category>${article.section_name}</category>
${article.byline && xml`<dc:creator>${article.byline}</dc:creator>`}
<description>${leadOf(article.opening, 500)}</description>
</item>
`
})}</channel>
</rss>
`.xml
}

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
const hoursAhead = 7 * 3600 * 1000

/** "Thu, 15 Oct 2020 16:00:00 +0700": the hour of Vietnam, so that an unknown hour stays on its day. */
export function rssDate(moment: Date) {
  const there = new Date(moment.getTime() + hoursAhead)
  const date = String(there.getUTCDate()).padStart(2, "0")
  const clock = there.toISOString().slice(11, 19)
  return `${days[there.getUTCDay()]}, ${date} ${months[there.getUTCMonth()]} ${there.getUTCFullYear()} ${clock} +0700`
}
