import { type Context, Hono } from "hono"
import { z } from "zod"
import type { Locale } from "../../ui/language.ts"
import { requiredFile } from "../../web/form-fields.ts"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import type { Env } from "../../web/view.ts"
import { countAttempt } from "../accounts/attempts.ts"
import { placeName } from "../places/names.ts"
import { hashOf } from "./build-files.ts"
import { isDraft } from "./edition.ts"
import { keyFigures } from "./key-figures.ts"
import { judge, readAsked, type Verdict } from "./verdict.ts"
import { VerifyPage } from "./verify-page.tsx"
import { verifyTexts } from "./verify-texts.ts"

/** Megabytes; the files of a report are a hundredth of it. */
const largest = 10

/** Anyone may ask whether a file is genuine, as often as a person would. */
export const verification = new Hono<Env>()
  .get("/xac-minh", async (c) => {
    const text = c.req.query("ma") ?? ""
    const form = startForm({ ma: text })
    if (text.trim() === "") return render(c, form)
    const asked = readAsked(text)
    if (!asked) return render(c, withError(form, "ma", verifyTexts[c.var.view.locale].unreadable), 422)
    const wait = await countAsking(c)
    if (wait) return renderTooMany(c, form, wait)
    return render(c, form, 200, await judge(c.var.db, asked))
  })

  .post("/xac-minh", async (c) => {
    const wait = await countAsking(c)
    if (wait) return renderTooMany(c, startForm({}), wait)
    const form = await readForm(c, fileForm)
    if (!form.ok) return render(c, form.state, 422)
    const bytes = new Uint8Array(await form.data.tep.arrayBuffer())
    return render(c, startForm({}), 200, await judge(c.var.db, { hash: hashOf(bytes) }))
  })

  .get("/xac-minh.json", async (c) => {
    const asked = readAsked(c.req.query("ma") ?? "")
    if (!asked) return c.json({ error: verifyTexts.en.unreadable }, 422)
    const wait = await countAsking(c)
    if (wait)
      return c.json({ error: verifyTexts.en.tooMany(wait) }, 429, { "retry-after": String(wait * 60) })
    return c.json(answerOf(await judge(c.var.db, asked)))
  })

const fileForm = (locale: Locale) =>
  z.object({ tep: requiredFile(locale, { megabytes: largest, message: verifyTexts[locale].fileNeeded }) })

function countAsking(c: Context<Env>) {
  return countAttempt(c.var.db, "verification", { address: c.var.requestAddress })
}

function render(c: Context<Env>, form: FormState, status: 200 | 422 | 429 = 200, verdict?: Verdict) {
  return renderPage(c, <VerifyPage view={c.var.view} form={form} verdict={verdict} />, { status })
}

function renderTooMany(c: Context<Env>, form: FormState, minutes: number) {
  c.header("retry-after", String(minutes * 60))
  return render(c, withProblem(form, verifyTexts[c.var.view.locale].tooMany(minutes)), 429)
}

/** The verdict for programs, in the words of the tables. */
function answerOf({ asked, build }: Verdict) {
  if (!build) return { ...asked, genuine: false }
  const { facts, code, hashes, built_at, newer, kind } = build
  return {
    ...asked,
    genuine: true,
    file: kind,
    code,
    is_draft: isDraft(facts),
    place: { code: facts.place.code, name: placeName(facts.place, "vi") },
    year: facts.year,
    period: facts.period,
    snapshot: facts.snapshot,
    counted_on: facts.counted_on,
    built_at,
    sha256: hashes,
    newer,
    figures: keyFigures(facts, "vi").map(({ key, name, value, isEstimate }) => ({
      line: key,
      name,
      value,
      is_estimate: isEstimate,
    })),
  }
}
