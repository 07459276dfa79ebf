import type { Database } from "../../database/connection.ts"
import type { Settings } from "../../settings.ts"
import type { Auth } from "./auth.ts"
import { ssoProvider } from "./auth-path.ts"

/** Whoever checks proofs of who someone is. Loaded when first asked for, since most processes never are. */
export type AuthSource = {
  get(): Promise<Auth>
  /** The same, once the single sign-on answers; nothing while it cannot be reached. */
  withSingleSignOn(): Promise<Auth | undefined>
}

export function createAuthSource(db: Database, settings: Settings, secret: string): AuthSource {
  let made: Promise<Auth> | undefined
  const make = () => import("./auth.ts").then(({ createAuth }) => createAuth(db, settings, secret))
  async function get() {
    made ??= make()
    return made
  }
  return {
    get,
    async withSingleSignOn() {
      const auth = await get()
      if (await knowsSingleSignOn(auth)) return auth
      // It was not there when it was looked for; by now it may be.
      made = make()
      const again = await made
      return (await knowsSingleSignOn(again)) ? again : undefined
    },
  }
}

async function knowsSingleSignOn(auth: Auth) {
  const { socialProviders } = await auth.$context
  return socialProviders.some(({ id }) => id === ssoProvider)
}
