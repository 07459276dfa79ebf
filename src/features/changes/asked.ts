import type { Context } from "hono"
import type { Query } from "../../paths.ts"
import { isRole, type Role } from "../../rights/roles.ts"
import { isDeed, isRecordKind } from "./deeds.ts"

/** What the change log is narrowed to, as it stands in the address; what makes no sense there narrows nothing. */
export type AskedChanges = {
  text: string
  actor: string
  role: Role | undefined
  /** A kind of record, "section", or a deed on it, "section.rename". */
  deed: string
  from: string
  to: string
  address: string
  /** Entries that are older or newer than this one. */
  before: number | undefined
  after: number | undefined
}

export function readAsked(c: Context): AskedChanges {
  const typed = (name: string) => c.req.query(name)?.trim().slice(0, 200) ?? ""
  const role = typed("vai-tro")
  const deed = typed("viec")
  const [kind, action] = deed.split(".")
  return {
    text: typed("tim"),
    actor: typed("nguoi"),
    role: isRole(role) ? role : undefined,
    deed: (action === undefined ? isRecordKind(kind) : isDeed(kind, action)) ? deed : "",
    from: typed("tu"),
    to: typed("den"),
    address: typed("dia-chi"),
    before: readId(typed("truoc")),
    after: readId(typed("sau")),
  }
}

/** The same narrowing as an address, for other pages of the list and for the file. */
export function asQuery({ text, actor, role, deed, from, to, address }: AskedChanges): Query {
  return { tim: text, nguoi: actor, "vai-tro": role, viec: deed, tu: from, den: to, "dia-chi": address }
}

function readId(text: string) {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}
