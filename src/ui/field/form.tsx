import type { Child } from "hono/jsx"

type FormProps = {
  action: string
  /** True when files are sent along. */
  files?: boolean
  children: Child
}

/** A form that changes something. The server says what is wrong, in the words of this site and all at once. */
export function Form({ action, files, children }: FormProps) {
  return (
    <form
      class="form"
      method="post"
      action={action}
      enctype={files ? "multipart/form-data" : undefined}
      novalidate
    >
      {children}
    </form>
  )
}

/** Buttons at the end of a form, the main one first. */
export function FormActions({ children }: { children: Child }) {
  return <div class="form__actions">{children}</div>
}
