import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { FileField } from "../../ui/field/file-field.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { formatDay, formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { dayBefore } from "../places/days.ts"
import { placeName } from "../places/names.ts"
import type { Place } from "../places/queries.ts"
import type { KnownPlace, Planning } from "./plan-reorganisation.ts"
import type { KeptReorganisation } from "./queries.ts"
import type { Fault } from "./reorganisation.ts"
import type { ReorganisationCounts } from "./reorganise.ts"
import { faultWords, stateWords, texts } from "./texts.ts"

type ListProps = {
  view: View
  person: Person
  sent: KeptReorganisation[]
  form: FormState
  /** Why the file that was just sent cannot be used. */
  faults: readonly Fault[]
  offersShipped: boolean
}

export function ReorganisationsPage({ view, person, sent, form, faults, offersShipped }: ListProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const administers = may(person, "administer")
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.title}
      trail={administrationTrail(view)}
      hasErrors={hasErrors(form)}
    >
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      {sent.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <Table caption={t.title} quietCaption>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col">{t.act}</th>
              <th scope="col" class="table__number">
                {t.units}
              </th>
              <th scope="col">{t.state}</th>
            </tr>
          </thead>
          <tbody>
            {sent.map((each) => (
              <tr>
                <th scope="row">
                  <a href={paths.reorganisation(each)}>{formatDay(each.day, locale)}</a>
                </th>
                <td lang="vi">{each.legal_act}</td>
                <td class="table__number">{formatNumber(each.units.length, locale)}</td>
                <td>{stateWords(each, locale)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {sent.length > 0 && <Downloads locale={locale} path={paths.reorganisations()} />}
      {administers && offersShipped && (
        <section class="stack" aria-labelledby="co-san">
          <h2 id="co-san">{t.shipped}</h2>
          <p>{t.shippedWords}</p>
          <form method="post" action={paths.reorganisations()}>
            <Button name="act" value="shipped" quiet>
              {t.useShipped}
            </Button>
          </form>
        </section>
      )}
      {administers && (
        <section class="stack" aria-labelledby="gui-tep">
          <h2 id="gui-tep">{t.send}</h2>
          <Form action={paths.reorganisations()} files>
            <FormSummary form={form} locale={locale} />
            <Faults view={view} faults={faults} />
            <FileField
              form={form}
              locale={locale}
              name="file"
              label={t.file}
              hint={t.fileHint}
              accept=".xlsx,.ods,.csv,.json"
            />
            <p>
              <a href={paths.reorganisationExample()}>{t.example}</a>
            </p>
            <FormActions>
              <Button name="act" value="file">
                {t.check}
              </Button>
            </FormActions>
          </Form>
        </section>
      )}
    </DeskLayout>
  )
}

type PageProps = {
  view: View
  person: Person
  sent: KeptReorganisation
  planning: Planning
  /** What applying it now would come to; nothing once it was applied. */
  tried: ReorganisationCounts | undefined
  waiting: number
  old: readonly KnownPlace[]
  home: Place
  history: RecordHistory
}

/** One reorganisation: what it would do, or what it did. */
export function ReorganisationPage(props: PageProps) {
  const { view, person, sent, planning, tried, history } = props
  const { locale, paths } = view
  const t = texts[locale]
  const title = t.oneTitle(formatDay(sent.day, locale))
  const isOpen = sent.applied_at === null
  return (
    <DeskLayout
      view={view}
      person={person}
      title={title}
      trail={[...administrationTrail(view), { name: t.title, path: paths.reorganisations() }]}
    >
      <div class="page-heading">
        <h1>{title}</h1>
        <p class="lead">
          <span lang="vi">{sent.legal_act}</span>. {stateWords(sent, locale)}.
        </p>
      </div>
      {isOpen && !planning.ok && (
        <>
          <p class="notice notice--warning">{t.refused}</p>
          <Faults view={view} faults={planning.faults} />
        </>
      )}
      {isOpen && planning.ok && (
        <p class="notice">
          {t.ready} {sent.day > view.today && t.future(formatDay(sent.day, locale))}
        </p>
      )}
      <Counts {...props} counts={sent.counts ?? tried} />
      <Acts {...props} />
      {planning.ok && planning.plan.divided.length > 0 && (
        <section class="stack" aria-labelledby="bi-chia">
          <h2 id="bi-chia">{t.divided}</h2>
          <p>{t.dividedWords}</p>
          <ul>
            {planning.plan.divided.map((place) => (
              <li lang="vi">
                {placeName(place, "vi")} ({place.code}) → {heirNames(place, sent)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Units {...props} />
      <History view={view} history={history} />
    </DeskLayout>
  )
}

function Counts({
  view,
  person,
  sent,
  counts,
  waiting,
}: PageProps & { counts: ReorganisationCounts | undefined }) {
  const { locale, paths } = view
  const t = texts[locale]
  if (!counts) return null
  const isApplied = sent.applied_at !== null
  const shown: [string, number][] = [
    [t.unitsNew, counts.units_new],
    [t.unitsKnown, counts.units_known],
    [t.unitsEnded, counts.units_ended],
    isApplied ? [t.followed, sent.followed] : [t.moved, counts.moved],
  ]
  const left = isApplied ? waiting : counts.waiting
  return (
    <dl class="facts">
      {shown.map(([name, count]) => (
        <div>
          <dt>{name}</dt>
          <dd>{formatNumber(count, locale)}</dd>
        </div>
      ))}
      <div>
        <dt>{t.waiting}</dt>
        <dd>
          {isApplied && left > 0 && may(person, "keep_organisation") ? (
            <a href={paths.waitingForPlace()}>{formatNumber(left, locale)}</a>
          ) : (
            formatNumber(left, locale)
          )}
        </dd>
      </div>
    </dl>
  )
}

function Acts({ view, person, sent, planning, home }: PageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const before = dayBefore(sent.day)
  const administers = may(person, "administer") && sent.taken_back_at === null
  return (
    <div class="form__actions">
      {administers && planning.ok && (
        <form method="post" action={paths.reorganisationAct(sent, "ap-dung")}>
          <Button quiet={sent.applied_at !== null}>{sent.applied_at ? t.applyAgain : t.apply}</Button>
        </form>
      )}
      {administers && sent.applied_at === null && (
        <form method="post" action={paths.reorganisationAct(sent, "bo")}>
          <Button quiet>{t.discard}</Button>
        </form>
      )}
      {administers && sent.applied_at !== null && (
        <ButtonLink quiet href={paths.reorganisationAct(sent, "hoan-tac")}>
          {t.takeBack}
        </ButtonLink>
      )}
      {sent.applied_at !== null && sent.taken_back_at === null && (
        <a href={paths.place(home, { ngay: before, "don-vi": sent.day })}>{t.compare}</a>
      )}
    </div>
  )
}

function Units({ view, sent, old }: PageProps) {
  const t = texts[view.locale]
  const nameOf = (code: string) => {
    const place = old.find((each) => each.code === code)
    return place ? `${placeName(place, "vi")} (${code})` : code
  }
  return (
    <section class="stack" aria-labelledby="don-vi">
      <h2 id="don-vi">{t.units}</h2>
      <Table caption={t.units} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.units}</th>
            <th scope="col">{t.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {sent.units.map((unit) => (
            <tr>
              <th scope="row" lang="vi">
                {placeName(unit, "vi")} ({unit.code})
              </th>
              <td lang="vi">{unit.from.map(nameOf).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function Faults({ view, faults }: { view: View; faults: readonly Fault[] }) {
  const t = texts[view.locale]
  if (faults.length === 0) return null
  return (
    <Table caption={t.what} quietCaption>
      <thead>
        <tr>
          <th scope="col">{t.row}</th>
          <th scope="col">{t.what}</th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault) => (
          <tr>
            <th scope="row">{fault.row ?? t.wholeFile}</th>
            <td>{faultWords(fault, view.locale)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function heirNames(place: KnownPlace, { units }: KeptReorganisation) {
  const heirs = units.filter(({ from }) => from.includes(place.code))
  return heirs.map((heir) => placeName(heir, "vi")).join(", ")
}
