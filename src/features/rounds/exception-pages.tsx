import type { Child } from "hono/jsx"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Radios } from "../../ui/field/choices.tsx"
import { DayField, NumberField, TextArea } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { formatDay, formatTime } from "../../ui/format.ts"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { PickOne } from "../../ui/pick-one/pick-one.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { addDays } from "../places/days.ts"
import { exceptionTexts } from "./exception-texts.ts"
import { daysWords, nameOf } from "./exception-words.ts"
import { type Excuse, type Extension, excuseKinds } from "./exceptions.ts"
import type { Round } from "./queries.ts"
import type { Reminder } from "./reminders.ts"
import { texts } from "./texts.ts"
import { type Given, roundTrail } from "./trail.ts"

type FormProps = Given & { round: Round; form: FormState; candidates: Candidates }
/** What the words of a field may mean, by the field. */
export type Candidates = Readonly<Record<string, readonly Candidate[]>>

export function ExcusesPage({
  view,
  person,
  round,
  excuses,
  form,
  candidates,
}: FormProps & { excuses: readonly Excuse[] }) {
  const { locale, paths } = view
  const t = exceptionTexts[locale]
  const ofCommunes = round.asked === "communes"
  return (
    <FormPage
      view={view}
      person={person}
      title={t.excuses}
      lead={t.excusesLead}
      trail={roundTrail(view, round)}
      form={form}
      action={paths.deskRound(round, "mien")}
      submit={t.note}
      back={paths.deskRound(round)}
      after={
        excuses.length === 0 ? (
          <p class="empty">{t.noExcuses}</p>
        ) : (
          <>
            <Table caption={t.excuses} quietCaption>
              <thead>
                <tr>
                  <th scope="col">{texts[locale].respondent}</th>
                  <th scope="col">{t.excuseKind}</th>
                  <th scope="col">{t.reason}</th>
                  <th scope="col">{t.by}</th>
                  <th scope="col">
                    <span class="visually-hidden">{t.takeBack}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {excuses.map((each) => (
                  <tr>
                    <th scope="row" lang="vi">
                      {nameOf(each, "vi")}
                    </th>
                    <td>{texts[locale][each.kind]}</td>
                    <td lang="vi">{each.reason}</td>
                    <td>
                      {each.recorded_by}, {formatTime(each.recorded_at, locale)}
                    </td>
                    <td>
                      <TakeBack
                        action={paths.roundException(round, "mien", each)}
                        what={nameOf(each, locale)}
                      >
                        {t.takeBack}
                      </TakeBack>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
            <Downloads locale={locale} path={paths.deskRound(round, "mien")} />
          </>
        )
      }
    >
      <PickOne
        view={view}
        form={form}
        name="whom"
        kind={ofCommunes ? "commune" : "organisation"}
        label={ofCommunes ? t.commune : t.organisation}
        candidates={candidates.whom}
      />
      <Radios
        form={form}
        name="kind"
        label={t.excuseKind}
        choices={excuseKinds.map((value) => ({ value, label: t[value] }))}
      />
      <TextArea form={form} name="reason" label={t.reason} rows={2} />
    </FormPage>
  )
}

export function ExtensionsPage({
  view,
  person,
  round,
  extensions,
  form,
  candidates,
}: FormProps & { extensions: readonly Extension[] }) {
  const { locale, paths } = view
  const t = exceptionTexts[locale]
  const { optional } = fieldTexts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.extensions}
      lead={t.extensionsLead}
      trail={roundTrail(view, round)}
      form={form}
      action={paths.deskRound(round, "gia-han")}
      submit={t.extend}
      back={paths.deskRound(round)}
      after={
        extensions.length === 0 ? (
          <p class="empty">{t.noExtensions}</p>
        ) : (
          <>
            <Table caption={t.extensions} quietCaption>
              <thead>
                <tr>
                  <th scope="col">{texts[locale].respondent}</th>
                  <th scope="col">{t.due_on}</th>
                  <th scope="col">{t.reason}</th>
                  <th scope="col">{t.by}</th>
                  <th scope="col">
                    <span class="visually-hidden">{t.takeBack}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {extensions.map((each) => (
                  <tr>
                    <th scope="row" lang="vi">
                      {nameOf(each, "vi")}
                    </th>
                    <td>{formatDay(each.due_on, locale)}</td>
                    <td lang="vi">{each.reason}</td>
                    <td>
                      {each.recorded_by}, {formatTime(each.recorded_at, locale)}
                    </td>
                    <td>
                      <TakeBack
                        action={paths.roundException(round, "gia-han", each)}
                        what={nameOf(each, locale)}
                      >
                        {t.takeBack}
                      </TakeBack>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
            <Downloads locale={locale} path={paths.deskRound(round, "gia-han")} />
          </>
        )
      }
    >
      {round.asked === "organisations" && (
        <PickOne
          view={view}
          form={form}
          name="organisation"
          kind="organisation"
          label={t.organisation}
          optional={optional}
          candidates={candidates.organisation}
        />
      )}
      <PickOne
        view={view}
        form={form}
        name="place"
        kind="place"
        label={t.place}
        optional={optional}
        candidates={candidates.place}
      />
      <DayField form={form} name="due_on" label={t.due_on} />
      <TextArea form={form} name="reason" label={t.reason} rows={2} />
    </FormPage>
  )
}

/** A button for one row: who it is about is said to those who do not see the row. */
function TakeBack({ action, what, children }: { action: string; what: string; children: Child }) {
  return (
    <form method="post" action={action}>
      <Button quiet>
        {children} <span class="visually-hidden">{what}</span>
      </Button>
    </form>
  )
}

type RemindersProps = Given & { round: Round; reminders: readonly Reminder[]; form: FormState }

export function RemindersPage({ view, person, round, reminders, form }: RemindersProps) {
  const { locale, paths } = view
  const t = exceptionTexts[locale]
  return (
    <FormPage
      view={view}
      person={person}
      title={t.reminders}
      lead={t.remindersLead}
      trail={roundTrail(view, round)}
      form={form}
      action={paths.deskRound(round, "nhac-nop")}
      submit={t.plan}
      back={paths.deskRound(round)}
      before={
        reminders.length === 0 ? (
          <p class="empty">{t.noReminders}</p>
        ) : (
          <>
            <Table caption={t.reminders} quietCaption>
              <thead>
                <tr>
                  <th scope="col">{t.day}</th>
                  <th scope="col">{t.when}</th>
                  <th scope="col">{t.sent}</th>
                  <th scope="col">
                    <span class="visually-hidden">{t.drop}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {reminders.map((each) => {
                  const day = formatDay(addDays(round.due_on, each.days_from_due), locale)
                  return (
                    <tr>
                      <th scope="row">{day}</th>
                      <td>{daysWords(each.days_from_due, locale)}</td>
                      <td>
                        {each.sent_at
                          ? t.sentMails(each.mails ?? 0, formatTime(each.sent_at, locale))
                          : t.notSent}
                      </td>
                      <td>
                        {!each.sent_at && (
                          <TakeBack action={paths.roundException(round, "nhac-nop", each)} what={day}>
                            {t.drop}
                          </TakeBack>
                        )}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </Table>
            <Downloads locale={locale} path={paths.deskRound(round, "nhac-nop")} />
          </>
        )
      }
    >
      <NumberField form={form} name="days" label={t.days} />
      <Radios
        form={form}
        name="direction"
        label={t.direction}
        choices={[
          { value: "before", label: t.before },
          { value: "after", label: t.after },
        ]}
      />
    </FormPage>
  )
}
