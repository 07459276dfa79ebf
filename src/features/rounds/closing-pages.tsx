import { Confirmation } from "../../ui/confirmation/confirmation.tsx"
import { TextArea } from "../../ui/field/text-field.tsx"
import { formatNumber, formatTime } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import type { Snapshot } from "../snapshots/read-snapshot.ts"
import { signatureOf, type Unfinished, unfinished } from "./close-round.ts"
import { closingTexts } from "./closing-texts.ts"
import type { Round } from "./queries.ts"
import { type Coverage, standingWords } from "./standing.ts"
import { texts } from "./texts.ts"
import { type Given, roundTrail } from "./trail.ts"
import { coverageWords } from "./words.ts"

type ClosingProps = Given & {
  round: Round
  counts: Unfinished
  coverage: Coverage
  /** What is unfinished is not what was agreed to. */
  hasChanged: boolean
}

/** The question before a round is closed: what will be in the figures, and what will not. */
export function ClosingPage({ view, person, round, counts, coverage, hasChanged }: ClosingProps) {
  const { locale, paths } = view
  const t = closingTexts[locale]
  const lost = unfinished.filter((standing) => counts[standing] > 0)
  return (
    <DeskLayout view={view} person={person} title={t.close} trail={roundTrail(view, round)}>
      <div class="page-heading">
        <h1>{t.close}</h1>
        <p class="lead" lang="vi">
          {round.name}
        </p>
      </div>
      {hasChanged && <p class="notice notice--warning">{t.changedMeanwhile}</p>}
      <Confirmation
        locale={locale}
        action={paths.deskRound(round, "khoa")}
        back={paths.deskRound(round)}
        act={lost.length > 0 ? t.closeAnyway : t.close}
      >
        <p>{t.closeLead}</p>
        <p>{coverageWords(round, coverage, locale)}.</p>
        {lost.length === 0 ? (
          <p>{t.nothingLost}</p>
        ) : (
          <>
            <p>{t.wouldBeLost}</p>
            <ul>
              {lost.map((standing) => (
                <li>
                  <a href={paths.respondents(round, { "trang-thai": standingWords[standing] })}>
                    {texts[locale][standing]}: {formatNumber(counts[standing], locale)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <input type="hidden" name="seen" value={signatureOf(counts)} />
      </Confirmation>
    </DeskLayout>
  )
}

type CorrectionProps = Given & {
  round: Round
  snapshots: readonly Snapshot[]
  reopened: number
  form: FormState
}

export function CorrectionPage({ view, person, round, snapshots, reopened, form }: CorrectionProps) {
  const { locale, paths } = view
  const t = closingTexts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.correct}
      lead={t.correctLead}
      trail={roundTrail(view, round)}
      form={form}
      action={paths.deskRound(round, "chot-lai")}
      submit={t.correct}
      back={paths.deskRound(round)}
      before={
        <>
          {reopened > 0 && <p class="notice notice--warning">{t.stillReopened(reopened)}</p>}
          <FrozenVersions view={view} round={round} snapshots={snapshots} />
        </>
      }
    >
      <TextArea form={form} name="reason" label={t.reason} hint={t.reasonHint} rows={3} />
    </FormPage>
  )
}

/** What was frozen of a closed round, version by version, each with the way to its figures. */
export function FrozenVersions({
  view: { locale, paths },
  round,
  snapshots,
}: {
  view: View
  round: Round
  snapshots: readonly Snapshot[]
}) {
  const t = closingTexts[locale]
  if (snapshots.length === 0) return <p class="notice">{t.noFigures}</p>
  return (
    <section class="stack" aria-labelledby="phien-ban">
      <h2 id="phien-ban">{t.versions}</h2>
      <ul>
        {snapshots.map(({ version, reason, taken_at, taken_by }) => (
          <li>
            <a href={paths.closedRound(round, { "phien-ban": version })}>
              {t.version(version, formatTime(taken_at, locale), taken_by)}
            </a>
            {reason && <p lang="vi">{reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
