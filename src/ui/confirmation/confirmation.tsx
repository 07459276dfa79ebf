import type { Child } from "hono/jsx"
import { FormActions } from "../field/form.tsx"
import { inBoth, type Locale } from "../language.ts"

const texts = inBoth({ cancel: ["Không, quay lại", "No, go back"] })

type ConfirmationProps = {
  locale: Locale
  /** Where the act is sent. */
  action: string
  /** What it is called on the button: "Xóa vĩnh viễn". Never "OK". */
  act: string
  /** What will be gone, and that it cannot come back. */
  children: Child
}

/** The question before an act that cannot be undone, on a page of its own; `back` leads away without doing it. */
export function Confirmation({ back, ...question }: ConfirmationProps & { back: string }) {
  return (
    <div class="confirmation">
      <Question {...question}>{question.children}</Question>
      <p>
        <a href={back}>{texts[question.locale].cancel}</a>
      </p>
    </div>
  )
}

type ConfirmedActProps = ConfirmationProps & {
  /** The page that asks the same question, for browsers without scripts. */
  page: string
  /** Unique on the page. */
  id: string
  title: string
}

/** A link to the page that asks, which asks right here where scripts run. */
export function ConfirmedAct({ page, id, title, ...question }: ConfirmedActProps) {
  return (
    <confirm-act>
      <a class="button button--danger-quiet" href={page}>
        {question.act}…
      </a>
      <dialog class="confirmation" aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <Question {...question}>{question.children}</Question>
        <form method="dialog">
          <button class="button button--quiet" type="submit">
            {texts[question.locale].cancel}
          </button>
        </form>
      </dialog>
    </confirm-act>
  )
}

function Question({ action, act, children }: ConfirmationProps) {
  return (
    <form class="confirmation__question" method="post" action={action}>
      {children}
      <FormActions>
        <button class="button button--danger" type="submit">
          {act}
        </button>
      </FormActions>
    </form>
  )
}
