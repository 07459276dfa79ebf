import { parseHTML } from "linkedom"
import { afterAll, describe, expect, it } from "vitest"
import { inLanguage } from "../src/paths.ts"
import { freshDatabase } from "./database.ts"
import { findPublicPages, inEnglish, linksIn, type PublicPage } from "./public-pages.ts"
import { visitor } from "./visit.ts"

/** Links that are followed from all pages together; of those alike, the first few. */
const mostAlike = 4

const database = await freshDatabase({ from: "sample" })
const { get } = visitor(database.db)
const pages = await findPublicPages(async (path) => {
  const { status, text } = await get(path)
  return status === 200 ? text : undefined
})
const named = [...pages, ...pages.map(inEnglish)].map((page) => [page.kind, page.path, page] as const)

afterAll(() => database.close())

describe("every public page", () => {
  it.each(named)("%s: %s", async (_kind, _path, { path, status }: PublicPage) => {
    const answer = await get(path)
    const page = parseHTML(answer.text).document
    expect(answer.status).toBe(status)
    expect(answer.text).toMatch(/^<!doctype html>/)
    expect(page.documentElement.getAttribute("lang")).toBe(path.startsWith("/en") ? "en" : "vi")
    expect(page.querySelectorAll("h1")).toHaveLength(1)
    expect(page.querySelector("h1")?.textContent?.trim()).not.toBe("")
    expect(page.querySelector("title")?.textContent?.trim()).not.toBe("")
    expect(page.querySelectorAll("main")).toHaveLength(1)

    // What its policy would refuse.
    expect(page.querySelectorAll("style, script:not([src]), [style]")).toHaveLength(0)
    expect(answer.text).not.toMatch(/\s(?:style|on[a-z]+)="/)

    expect(headingGaps(page)).toEqual([])
    expect(repeated(idsIn(page))).toEqual([])
    // Words that a program puts together and nobody meant to be read.
    expect(page.body.textContent).not.toMatch(/\b(?:undefined|null|NaN|Infinity|Invalid Date)\b|\[object/)
    for (const label of page.querySelectorAll("label[for]")) {
      expect(page.getElementById(label.getAttribute("for") ?? "")).not.toBeNull()
    }
  })
})

describe("links of the public pages", () => {
  it("lead somewhere, down to the place on the page", async () => {
    const from = new Map<string, string>()
    for (const { path, kind, status } of [...pages, inEnglish(pages[0]!)]) {
      const links = linksIn((await get(path)).text).filter((link) => /^[/#](?!\/)/.test(link))
      for (const link of links.map((link) => (link.startsWith("#") ? path + link : link))) {
        // A page that is not there is not there in the other language either.
        const isItself = inLanguage(link.split("#")[0]!, "vi") === path.split("?")[0] || link.startsWith(path)
        if (!from.has(link) && !(status === 404 && isItself)) from.set(link, kind)
      }
    }
    const dead: string[] = []
    for (const [link, kind] of chosenFrom(from)) {
      const [path = "", fragment] = link.split("#")
      const { status, text } = await get(path)
      if (status !== 200) dead.push(`${link} on the ${kind} answers ${status}`)
      else if (fragment && !parseHTML(text).document.getElementById(fragment))
        dead.push(`${link} on the ${kind} has no such place on it`)
    }
    expect(dead).toEqual([])
  }, 120_000)
})

/** Links are alike when they have the same folders, the same questions and the same place on the page. */
function chosenFrom(links: Map<string, string>) {
  const seen = new Map<string, number>()
  return [...links].filter(([link]) => {
    const { pathname, searchParams, hash } = new URL(link, "http://here.invalid")
    const folders = pathname.split("/").slice(0, -1).join("/")
    const like = `${folders} ${[...searchParams.keys()].join(" ")} ${hash}`
    const count = seen.get(like) ?? 0
    seen.set(like, count + 1)
    // The main sections stand at the top, and are few.
    return count < mostAlike || folders === ""
  })
}

/** Headings that come without the level above them. */
function headingGaps(page: Document) {
  const levels = [...page.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => ({
    level: Number(heading.tagName[1]),
    words: heading.textContent,
  }))
  return levels.filter(({ level }, index) => level > (levels[index - 1]?.level ?? 0) + 1)
}

function idsIn(page: Document) {
  return [...page.querySelectorAll("[id]")].map((element) => element.id)
}

function repeated(ids: string[]) {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
