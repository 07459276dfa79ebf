import type { View } from "../../web/view.ts"
import { inBoth } from "../language.ts"

const texts = inBoth({
  moveUp: [(name: string) => `Chuyển lên: ${name}`, (name: string) => `Move up: ${name}`],
  moveDown: [(name: string) => `Chuyển xuống: ${name}`, (name: string) => `Move down: ${name}`],
})

type MoveButtonsProps = {
  view: View
  /** Where the form goes that changes the order. */
  action: string
  /** Of what is moved. */
  name: string
  first: boolean
  last: boolean
}

/** One place up or down in a list; the answer leads back to the same row. */
export function MoveButtons({ view, action, name, first, last }: MoveButtonsProps) {
  const t = texts[view.locale]
  return (
    <form class="move-buttons" method="post" action={action}>
      <button type="submit" name="huong" value="len" disabled={first} aria-label={t.moveUp(name)}>
        <span aria-hidden="true">↑</span>
      </button>
      <button type="submit" name="huong" value="xuong" disabled={last} aria-label={t.moveDown(name)}>
        <span aria-hidden="true">↓</span>
      </button>
    </form>
  )
}
