import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { type DeskEnv, demand, signedIn } from "../../rights/guard.ts"
import { renderPage } from "../../web/page.ts"
import { collectPersonalData } from "./personal-data.ts"
import { PersonalDataPage } from "./personal-data-page.tsx"

const address = "/ban-lam-viec/to-chuc/:slug/du-lieu-ca-nhan"

/** What is kept about the people named with an organisation, for them and for whoever answers for it. */
export const personalData = new Hono<DeskEnv>()
  .get(address, signedIn, async (c) => {
    const data = await findData(c)
    return renderPage(c, <PersonalDataPage view={c.var.view} person={c.var.person} data={data} />)
  })

  .get(`${address}.json`, signedIn, async (c) => {
    const { organisation, facts, representatives } = await findData(c)
    c.header("content-disposition", `attachment; filename="du-lieu-ca-nhan-${organisation.slug}.json"`)
    return c.json({ organisation: organisation.name, record: facts, accounts: representatives })
  })

async function findData(c: Context<DeskEnv>) {
  const data = await collectPersonalData(c.var.db, c.req.param("slug") ?? "")
  if (!data) throw new HTTPException(404)
  demand(c, "see_personal_data", { standing: { organisation_id: data.organisation.id } })
  return data
}
