import type { Child } from "hono/jsx"

type ButtonProps = { quiet?: boolean; name?: string; value?: string; children: Child }

/** A button acts; something that goes somewhere is a link (ButtonLink when it should look like one). */
export function Button({ quiet, name, value, children }: ButtonProps) {
  return (
    <button type="submit" class={quiet ? "button button--quiet" : "button"} name={name} value={value}>
      {children}
    </button>
  )
}

export function ButtonLink({ href, quiet, children }: { href: string; quiet?: boolean; children: Child }) {
  return (
    <a class={quiet ? "button button--quiet" : "button"} href={href}>
      {children}
    </a>
  )
}
