import { describe, expect, it } from "vitest"
import { filesUsedIn, imagesWithoutText } from "./body-files.ts"
import { cleanHtml } from "./body-html.ts"

const field = "0a".repeat(32)
const report = "1b".repeat(32)

describe("the files of a body", () => {
  it("are its images and what its links lead to, each once", () => {
    const body = cleanHtml(
      `<p><img src="/tep/${field}/a.webp" alt=""><img src='/tep/${field}/a.webp' alt="x"></p><a href="/tep/${report}/b.pdf">b</a>`,
    )
    expect(filesUsedIn(body)).toEqual([field, report])
  })
  it("are not what only reads like one", () => {
    const body = cleanHtml(`<p> src="/tep/${field}/a" </p><a href="https://e.vn/tep/${report}/b.pdf">b</a>`)
    expect(filesUsedIn(body)).toEqual([])
  })
})

describe("an image without alternative text", () => {
  it("is told by its place and its name", () => {
    const body = cleanHtml(
      `<img src="/tep/${field}/a.webp" alt="Cánh đồng"><img src="/tep/${report}/c%C3%A1nh.webp"><img src="/tep/${field}/a.webp" alt="">`,
    )
    expect(imagesWithoutText(body)).toEqual([{ number: 2, name: "cánh.webp" }])
  })
  it("is not hidden by words that look like one", () => {
    const body = cleanHtml(`<img src="/tep/${field}/alt=.webp" width="1"><p>alt="x"</p>`)
    expect(imagesWithoutText(body)).toHaveLength(1)
  })
})
