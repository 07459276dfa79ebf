import { isRole, type Person } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { formatNumber, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import { placeNameInside } from "../places/names.ts"
import type { AskedFiling } from "./asked-filing.ts"
import { filingTrail } from "./form-page.tsx"
import type { FilingEvent } from "./read-events.ts"
import { texts } from "./texts.ts"

type ReceiptPageProps = {
  view: View
  person: Person
  asked: AskedFiling
  event: FilingEvent
  isSetAside?: boolean
}

/** What the sender is told, to be printed or kept. */
export function ReceiptPage({ view, person, asked, event, isSetAside = false }: ReceiptPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { reporter, round, form } = asked
  const role = isRole(event.role) ? ` (${roleName(event.role, locale)})` : ""
  const place = placeNameInside({ kind: reporter.commune_kind, name: reporter.commune_name }, "vi")
  const facts = [
    [t.reporter, reporter.kind === "commune" ? reporter.name : `${reporter.name}, ${place}`],
    [t.round, round.name],
    [t.form, form.official_number ? `${form.name} (${form.official_number})` : form.name],
    [t.sentAt, formatTime(event.happened_at, locale)],
    [t.sentBy, event.actor + role],
    [t.revision, formatNumber(event.revision, locale)],
  ]
  return (
    <DeskLayout view={view} person={person} title={t.receiptTitle} trail={filingTrail(view, asked)}>
      <div class="page-heading">
        <h1>{t.receiptTitle}</h1>
        <p class="lead">{t.receiptLead}</p>
        {isSetAside && <p class="notice">{t.setAsideNote}</p>}
      </div>
      <div class="report-receipt">
        <p class="quiet">{t.receipt}</p>
        <p class="report-receipt__code">{event.receipt}</p>
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div class="form__actions no-print">
        <print-button label={t.print} />
        <a href={paths.filing(asked, isSetAside ? `de-rieng/${asked.filing!.id}` : undefined)}>
          {t.toReport}
        </a>
      </div>
    </DeskLayout>
  )
}
