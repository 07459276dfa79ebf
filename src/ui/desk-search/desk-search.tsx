import type { Child } from "hono/jsx"
import { Button } from "../button/button.tsx"

type DeskSearchProps = {
  action: string
  /** What can be typed: a name, a code. */
  label: string
  text: string
  /** What the button says. */
  show: string
  /** Other fields that narrow the list. */
  children?: Child
}

/** What a list of the desk is narrowed by; asked by GET, so that every list has an address. */
export function DeskSearch({ action, label, text, show, children }: DeskSearchProps) {
  return (
    <search>
      <form class="desk-filters" action={action}>
        <div>
          <label for="tim">{label}</label>
          <input id="tim" name="tim" type="search" value={text} autocomplete="off" maxlength={100} />
        </div>
        {children}
        <div class="desk-filters__actions">
          <Button quiet>{show}</Button>
        </div>
      </form>
    </search>
  )
}
