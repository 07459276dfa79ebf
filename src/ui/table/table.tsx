import type { Child } from "hono/jsx"

type TableProps = { caption: string; quietCaption?: boolean; children: Child }

/**
 * A table with its caption. The frame takes the keyboard's focus, since a wide table scrolls sideways in it; it is
 * no landmark, which the section around it often is already.
 */
export function Table({ caption, quietCaption, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and there are none
    <div class="table-frame" role="group" aria-label={caption} tabindex={0}>
      <table class="table">
        <caption class={quietCaption ? "visually-hidden" : undefined}>{caption}</caption>
        {children}
      </table>
    </div>
  )
}

type SortedHeadingProps = {
  name: string
  href: string
  sorted?: "ascending" | "descending"
  number?: boolean
}

/** A column heading that sorts: a link, so that sorted lists have addresses and need no script. */
export function SortedHeading({ name, href, sorted, number }: SortedHeadingProps) {
  return (
    <th scope="col" aria-sort={sorted} class={number ? "table__number" : undefined}>
      <a href={href}>
        {name}
        {sorted && <span aria-hidden="true">{sorted === "ascending" ? " ▲" : " ▼"}</span>}
      </a>
    </th>
  )
}
