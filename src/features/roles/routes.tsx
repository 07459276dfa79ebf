import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { z } from "zod"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { formatDay } from "../../ui/format.ts"
import { type FormState, readBody, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { giveRole } from "../accounts/roles.ts"
import { ReasonPage, reasonForm } from "../administration/reason-page.tsx"
import { administrationTrail } from "../administration/trail.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { type UserEnv, withUser } from "../people/with-user.ts"
import { EndPage, endForm } from "./end-page.tsx"
import { type EndOutcome, earliestEnd, endRole } from "./end-role.ts"
import { endedRolesList } from "./ended-list.ts"
import { EndedRolesPage } from "./ended-page.tsx"
import { GivePage, giveForm } from "./give-page.tsx"
import { findRole, type RoleRecord } from "./queries.ts"
import { resolveRole } from "./role-form.ts"
import { dismissEndedRole, type EndedRole, giveRoleOn, listEndedRoles } from "./succession.ts"
import { texts } from "./texts.ts"
import { scopeName, timeOf } from "./validity.ts"

const ofPerson = "/ban-lam-viec/quan-tri/nguoi-dung/:id/vai-tro"
const ended = "/ban-lam-viec/quan-tri/vai-tro-het-hieu-luc"

/** The roles of one person: given and ended, never deleted. */
export const personRoles = new Hono<UserEnv>()
  .use(ofPerson, signedIn, allowed("see_people"), withUser)
  .use(`${ofPerson}/*`, signedIn, allowed("see_people"), withUser)

  .get(`${ofPerson}/moi`, allowed("give_roles", "see_people"), (c) =>
    renderGiving(c, startForm({ valid_from: formatDay(c.var.view.today, "vi") })),
  )

  .post(ofPerson, allowed("give_roles", "see_people"), async (c) => {
    const { db, user, view } = c.var
    const t = texts[view.locale]
    const read = await readForm(c, giveForm)
    if (!read.ok) return renderGiving(c, read.state, { status: 422 })
    const { role, reason, ...rest } = read.data
    if (!role) return renderGiving(c, withError(read.state, "role", t.chooseRole), { status: 422 })
    if (user.disabled_at) return renderGiving(c, withProblem(read.state, t.disabled), { status: 422 })

    const resolved = await resolveRole(db, { ...rest, role }, read.state, view.locale)
    if (!resolved.ok) return renderGiving(c, resolved.form, { choices: resolved.choices, status: 422 })

    const author = authorOf(c, "give_roles")
    const given = await giveRole(db, { ...resolved.role, user_id: user.id }, author, reason)
    if (!given) return renderGiving(c, withProblem(read.state, t.alreadyHeld), { status: 422 })
    return c.redirect(view.paths.person(user), 303)
  })

  .get(`${ofPerson}/:role{[0-9]{1,15}}/ket-thuc`, allowed("give_roles", "see_people"), async (c) => {
    const role = await demandRoleToEnd(c)
    return renderEnding(c, role, startForm({ valid_to: formatDay(c.var.view.today, "vi") }))
  })

  .post(`${ofPerson}/:role{[0-9]{1,15}}/ket-thuc`, allowed("give_roles", "see_people"), async (c) => {
    const { db, user, view } = c.var
    const role = await demandRoleToEnd(c)
    const read = await readForm(c, endForm)
    if (!read.ok) return renderEnding(c, role, read.state, 422)

    const ending = { user_id: user.id, role_id: role.id, ...read.data }
    const outcome = await endRole(db, ending, authorOf(c, "give_roles"), view.today)
    if (outcome === "done") return c.redirect(view.paths.person(user), 303)
    return renderEnding(c, await demandRoleToEnd(c), explained(c, read.state, role, outcome), 422)
  })

/** What follows roles that ended because their place or agency did. */
export const endedRoles = new Hono<DeskEnv>()
  .use(`${ended}/*`, signedIn)

  .get(ended, allowed("see_people"), async (c) => {
    const roles = await listEndedRoles(c.var.db)
    return renderPage(c, <EndedRolesPage view={c.var.view} person={c.var.person} roles={roles} />)
  })

  .route(
    "/",
    deskFiles(ended, "see_people", async (c) => endedRolesList(c.var.view, await listEndedRoles(c.var.db))),
  )

  .post(`${ended}/:role{[0-9]{1,15}}/giao-tiep`, allowed("give_roles", "see_people"), async (c) => {
    const { db, person, view } = c.var
    const { role, roles } = await findEnded(c)
    // Somebody else settled it meanwhile: the list says so by not holding it any more.
    if (!role) return c.redirect(view.paths.endedRoles(), 303)

    const wanted = successorsIn(await readBody(c))
    const chosen = role.successors.filter(({ id }) => wanted.includes(id))
    if (chosen.length === 0)
      return renderPage(c, <EndedRolesPage view={view} person={person} roles={roles} unchosen={role.id} />, {
        status: 422,
      })
    const day = formatDay(role.ends_on, "vi")
    const reason = texts.vi.successionReason(scopeName(role, "vi"), day)
    await giveRoleOn(db, role, chosen, authorOf(c, "give_roles"), reason)
    return c.redirect(view.paths.endedRoles(), 303)
  })

  .get(`${ended}/:role{[0-9]{1,15}}/khong-giao-tiep`, allowed("give_roles", "see_people"), async (c) => {
    const { role } = await findEnded(c)
    if (!role) return c.notFound()
    return renderDismissal(c, role, startForm())
  })

  .post(`${ended}/:role{[0-9]{1,15}}/khong-giao-tiep`, allowed("give_roles", "see_people"), async (c) => {
    const { role } = await findEnded(c)
    if (!role) return c.redirect(c.var.view.paths.endedRoles(), 303)
    const read = await readForm(c, reasonForm)
    if (!read.ok) return renderDismissal(c, role, read.state, 422)

    await dismissEndedRole(c.var.db, role, authorOf(c, "give_roles"), read.data.reason)
    return c.redirect(c.var.view.paths.endedRoles(), 303)
  })

type GivingOptions = { choices?: readonly Candidate[]; status?: 200 | 422 }

function renderGiving(c: Context<UserEnv>, form: FormState, { choices, status }: GivingOptions = {}) {
  const { view, person, user } = c.var
  return renderPage(
    c,
    <GivePage view={view} person={person} user={user} form={form} {...(choices && { choices })} />,
    { ...(status && { status }) },
  )
}

/** A role of this person that is not over; their own as an administrator is ended by another one. */
async function demandRoleToEnd(c: Context<UserEnv>) {
  const { db, person, user, view } = c.var
  const role = await findRole(db, user.id, Number(c.req.param("role")))
  if (!role) throw new HTTPException(404)
  if (timeOf(role, view.today) === "before") throw new HTTPException(403)
  if (role.role === "administrator" && user.id === person.id) throw new HTTPException(403)
  return role
}

function renderEnding(c: Context<UserEnv>, role: RoleRecord, form: FormState, status: 200 | 422 = 200) {
  const { view, person, user } = c.var
  return renderPage(c, <EndPage view={view} person={person} user={user} role={role} form={form} />, {
    status,
  })
}

function explained(c: Context<UserEnv>, form: FormState, role: RoleRecord, outcome: EndOutcome) {
  const { locale, today } = c.var.view
  const t = texts[locale]
  if (outcome === "too_early")
    return withError(form, "valid_to", t.endTooEarly(formatDay(earliestEnd(role, today), locale)))
  if (outcome === "too_late")
    return withError(form, "valid_to", t.endTooLate(formatDay(role.ends_on, locale)))
  return withProblem(form, outcome === "last_administrator" ? t.lastAdministrator : t.roleChanged)
}

async function findEnded(c: Context<DeskEnv>): Promise<{ roles: EndedRole[]; role: EndedRole | undefined }> {
  const roles = await listEndedRoles(c.var.db)
  return { roles, role: roles.find(({ id }) => id === Number(c.req.param("role"))) }
}

const successors = z.object({
  successor: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((ids) => [ids ?? []].flat().map(Number)),
})

function successorsIn(body: unknown) {
  return successors.safeParse(body).data?.successor ?? []
}

function renderDismissal(c: Context<DeskEnv>, role: EndedRole, form: FormState, status: 200 | 422 = 200) {
  const { view, person } = c.var
  const t = texts[view.locale]
  const back = view.paths.endedRoles()
  return renderPage(
    c,
    <ReasonPage
      view={view}
      person={person}
      title={t.dismissTitle}
      lead={`${role.user_name}, ${scopeName(role, view.locale)}. ${t.dismissWords}`}
      trail={[...administrationTrail(view), { name: t.successionTitle, path: back }]}
      form={form}
      action={view.paths.roleDismissal(role)}
      submit={t.dismissTitle}
      back={back}
    />,
    { status },
  )
}
