import type { Context } from "hono"
import type { FormState } from "../../web/forms.ts"
import { renderPage } from "../../web/page.ts"
import type { FilingEnv } from "./asked-filing.ts"
import { isAccepted } from "./filing-states.ts"
import { readFindings, readGround } from "./findings.ts"
import { findRevision, lastReturn, listEvents } from "./read-events.ts"
import { ReportPage } from "./report-page.tsx"

/** The page of one report, with what could not be done to it. */
export async function renderReport(c: Context<FilingEnv>, form: FormState, status: 200 | 422 = 200) {
  const { db, asked, view, person } = c.var
  const { filing, round } = asked
  const [ground, events] = await Promise.all([readGround(db, asked), filing ? listEvents(db, filing.id) : []])
  const findings = await readFindings(db, asked, ground, view.locale)
  const returned = lastReturn(events)
  // Once it has come again, until it is accepted, what was mended is what is to be looked at.
  const isAgain = filing && returned && filing.state === "resubmitted" && !isAccepted(filing.state)
  const since = isAgain ? await findRevision(db, filing.id, returned.revision) : undefined
  return renderPage(
    c,
    <ReportPage
      view={view}
      person={person}
      asked={asked}
      form={form}
      last={{ year: round.year - 1, values: ground.last }}
      findings={findings}
      events={events}
      returned={returned}
      since={since}
      showsAll={c.req.query("xem") === "tat-ca"}
    />,
    { status },
  )
}
