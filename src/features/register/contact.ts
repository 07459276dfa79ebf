import type { Kind } from "./vocabulary.ts"

type Contact = { kind: Kind; contact_is_public: boolean | null }

/**
 * Whether address, phone and e-mail may be shown to the public. A cooperative group has none of its own: it gives a
 * member's, which stays at the desk unless the group chose to publish it.
 */
export function publishesContact({ kind, contact_is_public }: Contact) {
  return contact_is_public ?? kind !== "cooperative_group"
}
