import type { Child } from "hono/jsx"
import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { DayField, TextArea, TextField } from "../../ui/field/text-field.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { type FormAct, startAct } from "./forms.ts"
import type { DeskEdition } from "./queries.ts"
import { actsOpenTo, bypassOf } from "./rules.ts"
import { texts } from "./texts.ts"

/** A form of the page that came back with mistakes. */
export type SentForm = { act: FormAct | "move" | "share"; form: FormState }

/** Where each act is sent to. */
export const actParts = {
  submit: "gui-duyet",
  take_back: "rut-lai",
  return: "tra-lai",
  publish: "dang",
  correct: "dinh-chinh",
  schedule: "hen-gio",
  unschedule: "bo-hen",
  unpublish: "go",
  republish: "dang-lai",
} as const satisfies Record<FormAct, string>

type ActionsProps = { view: View; person: Person; edition: DeskEdition; sent?: SentForm | undefined }

/** What someone can do about an edition as it stands. An act that asks for words opens a form of its own. */
export function Actions({ view, person, edition, sent }: ActionsProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const open = new Set(actsOpenTo(person, edition))
  const bypass = bypassOf(person, edition)
  const stateOf = (act: FormAct) => (sent?.act === act ? sent.form : startAct(edition))
  const fields = (act: FormAct, name: string): Child =>
    bypass && (
      <TextField
        form={stateOf(act)}
        name={name}
        label={t.bypass}
        hint={bypass === "own_version" ? t.bypassOwn : t.bypassNotReviewed}
        autocomplete="off"
      />
    )
  const act = (name: FormAct, label: string, content?: Child, quiet = true) =>
    open.has(name) && (
      <Act view={view} edition={edition} act={name} label={label} isOpen={sent?.act === name} quiet={quiet}>
        {content}
      </Act>
    )
  return (
    <section class="actions" aria-labelledby="viec-tiep-theo">
      <h2 class="visually-hidden" id="viec-tiep-theo">
        {t.next}
      </h2>
      {open.size === 0 && <p class="actions__none">{t.nothingToDo}</p>}
      {act("submit", t.submit, undefined, false)}
      {act("publish", t.publish, fields("publish", "vuot"), Boolean(bypass))}
      {act(
        "correct",
        t.correct,
        <>
          <TextField
            form={stateOf("correct")}
            name="dinh-chinh"
            label={t.correctionNote}
            hint={t.correctionHint}
            lang={edition.locale}
            autocomplete="off"
          />
          {fields("correct", "vuot-sua")}
        </>,
        Boolean(bypass),
      )}
      {act("republish", t.republish)}
      {open.has("write") && (
        <ButtonLink href={paths.deskArticle(edition, "sua")} quiet>
          {t.edit}
        </ButtonLink>
      )}
      {act(
        "schedule",
        edition.publication === "scheduled" ? t.reschedule : t.schedule,
        <>
          <DayField form={stateOf("schedule")} name="ngay" label={t.day} hint={t.dayHint} />
          <TextField
            form={stateOf("schedule")}
            name="gio"
            label={t.hour}
            hint={t.hourHint}
            width="short"
            autocomplete="off"
          />
          {fields("schedule", "vuot-hen")}
        </>,
      )}
      {act("unschedule", t.unschedule)}
      {act("take_back", t.takeBack)}
      {act(
        "return",
        t.return,
        <TextArea
          form={stateOf("return")}
          name="tra-lai"
          label={t.returnReason}
          hint={t.returnHint}
          rows={3}
        />,
      )}
      {act(
        "unpublish",
        t.unpublish,
        <TextField
          form={stateOf("unpublish")}
          name="go"
          label={t.unpublishReason}
          hint={edition.locale === "vi" ? t.unpublishHint : t.unpublishTranslation}
          autocomplete="off"
        />,
      )}
    </section>
  )
}

type ActProps = {
  view: View
  edition: DeskEdition
  act: FormAct
  label: string
  isOpen: boolean
  quiet: boolean
  children?: Child
}

function Act({ view, edition, act, label, isOpen, quiet, children }: ActProps) {
  const action = view.paths.deskArticle(edition, actParts[act])
  if (!children)
    return (
      <form method="post" action={action}>
        <VersionField version={edition.version} />
        <Button quiet={quiet}>{label}</Button>
      </form>
    )
  return (
    <details class="act" open={isOpen}>
      <summary class="button button--quiet">{label}</summary>
      <div class="act__form">
        <Form action={action}>
          <VersionField version={edition.version} />
          {children}
          <FormActions>
            <Button>{label}</Button>
          </FormActions>
        </Form>
      </div>
    </details>
  )
}
