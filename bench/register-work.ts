import { connect } from "../src/database/connection.ts"
import { signInAs } from "../test/fixtures/people.ts"
import { visitor } from "../test/visit.ts"

/** The application as the bench of the register asks it; bundled by it, since Node alone reads no JSX. */
export async function openRegister(databaseUrl: string, today: string) {
  const db = connect(databaseUrl, { max: 10 })
  const site = visitor(db, { today })
  const officer = await signInAs(db, { name: "Mai", roles: [{ role: "province_officer" }] })
  const ask = async (visit: Pick<typeof site, "get">, path: string) => {
    const { status, text } = await visit.get(path)
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text.slice(0, 200)}`)
  }
  return {
    close: () => db.destroy(),
    inPublic: (path: string) => ask(site, path),
    atTheDesk: (path: string) => ask(site.as(officer), path),
  }
}
