import { type Context, Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { isRole } from "../../rights/roles.ts"
import { formatDay, readDay } from "../../ui/format.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import { type FormState, readForm, startForm, withError, withProblem } from "../../web/forms.ts"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { countAttempt } from "../accounts/attempts.ts"
import { addPerson, disablePerson, enablePerson, resetAccess, resetSecondFactor } from "../accounts/people.ts"
import { findFactors, listPasskeys, listSessions, listSignIns } from "../accounts/queries.ts"
import { giveRole } from "../accounts/roles.ts"
import { ReasonPage, reasonForm } from "../administration/reason-page.tsx"
import { readHistory } from "../changes/history.tsx"
import type { Candidate } from "../choosing/candidates.ts"
import { isReasonableDay } from "../places/queries.ts"
import { listRolesOf } from "../roles/queries.ts"
import { resolveRole } from "../roles/role-form.ts"
import { endSessions } from "./end-sessions.ts"
import { InvitePage, inviteForm } from "./invite-page.tsx"
import { PeoplePage, personTrail } from "./list-page.tsx"
import { peopleList } from "./people-list.ts"
import { PersonPage } from "./person-page.tsx"
import { recordsSeenBy } from "./preview.ts"
import { PreviewPage } from "./preview-page.tsx"
import { findPersonOn, listPeople, type PersonState, personStates } from "./queries.ts"
import { texts } from "./texts.ts"
import { type UserEnv, withUser } from "./with-user.ts"

const root = "/ban-lam-viec/quan-tri/nguoi-dung"

/** More accounts than a province has. */
const mostInFile = 100_000

function readAsked(c: Pick<Context<DeskEnv>, "req">) {
  const [role, state] = [c.req.query("vai-tro"), c.req.query("tai-khoan")]
  return {
    text: c.req.query("tim")?.trim() ?? "",
    role: isRole(role) ? role : undefined,
    state: isPersonState(state) ? state : undefined,
    page: readPage(c.req.query("trang")),
  }
}

export const people = new Hono<UserEnv>()
  .use(`${root}/*`, signedIn)

  .get(root, allowed("see_people"), async (c) => {
    const { db, person, view } = c.var
    const asked = readAsked(c)
    const list = await listPeople(db, person, { ...asked, today: view.today })
    return renderPage(c, <PeoplePage view={view} person={person} asked={asked} {...list} />)
  })

  .route(
    "/",
    deskFiles(root, "see_people", async (c) => {
      const { db, person, view } = c.var
      const asked = { ...readAsked(c), page: 1, today: view.today, perPage: mostInFile }
      return peopleList(view, (await listPeople(db, person, asked)).rows)
    }),
  )

  .get(`${root}/moi`, allowed("manage_people", "see_people"), (c) => {
    const form = startForm({ locale: "vi", role: "", valid_from: formatDay(c.var.view.today, "vi") })
    return renderPage(c, <InvitePage view={c.var.view} person={c.var.person} form={form} />)
  })

  .post(root, allowed("manage_people", "see_people"), async (c) => {
    const { db, person, view, settings } = c.var
    const t = texts[view.locale]
    const refuse = (form: FormState, choices?: readonly Candidate[]) =>
      renderPage(c, <InvitePage view={view} person={person} form={form} {...(choices && { choices })} />, {
        status: 422,
      })
    const read = await readForm(c, inviteForm)
    if (!read.ok) return refuse(read.state)

    const { role, ...rest } = read.data
    const resolved = role ? await resolveRole(db, { ...rest, role }, read.state, view.locale) : undefined
    if (resolved && !resolved.ok) return refuse(resolved.form, resolved.choices)

    const minutes = await countAttempt(db, "invitation", {
      account: rest.email,
      address: c.var.requestAddress,
    })
    if (minutes) return refuse(withProblem(read.state, t.wait(minutes)))

    const added = await db.transaction().execute(async (trx) => {
      const { name, email, locale } = rest
      const added = await addPerson(
        trx,
        { name, email, locale },
        authorOf(c, "manage_people"),
        settings.baseUrl,
      )
      if (added && resolved)
        await giveRole(trx, { ...resolved.role, user_id: added.id }, authorOf(c, "give_roles"))
      return added
    })
    if (!added) return refuse(withError(read.state, "email", t.emailTaken))
    return c.redirect(view.paths.person(added), 303)
  })

  .use(`${root}/:id`, allowed("see_people"), withUser)
  .use(`${root}/:id/*`, allowed("see_people"), withUser)

  .get(`${root}/:id`, async (c) => {
    const { db, person, user, view } = c.var
    const [roles, factors, passkeys, sessions, signIns] = await Promise.all([
      listRolesOf(db, user.id),
      findFactors(db, user.id),
      listPasskeys(db, user.id),
      listSessions(db, user.id),
      listSignIns(db, user.id),
    ])
    const history = await readHistory(c, [
      { kind: "person", key: user.id },
      ...roles.map(({ id }) => ({ kind: "role" as const, id })),
    ])
    const kept = { roles, factors, passkeys, sessions, signIns, history }
    return renderPage(c, <PersonPage view={view} person={person} user={user} {...kept} />)
  })

  .get(`${root}/:id/xem-thu`, async (c) => {
    const { db, person, user, view } = c.var
    const typed = c.req.query("ngay")?.trim()
    const asked = readDay(typed)
    const isRead = asked !== undefined && isReasonableDay(asked)
    const day = isRead ? asked : view.today
    const seenAs = await findPersonOn(db, user.id, day)
    if (!seenAs) return c.notFound()

    const [roles, records] = await Promise.all([listRolesOf(db, user.id), recordsSeenBy(db, seenAs, day)])
    const shown = { user, seenAs, roles, records, day, unreadDay: typed && !isRead ? typed : undefined }
    return renderPage(c, <PreviewPage view={view} person={person} {...shown} />, {
      status: shown.unreadDay === undefined ? 200 : 422,
    })
  })

  .post(`${root}/:id/lien-ket`, allowed("manage_people", "see_people"), async (c) => {
    const { db, user, settings, view, requestAddress } = c.var
    const wait = await countAttempt(db, "invitation", { account: user.email, address: requestAddress })
    if (wait) throw new HTTPException(429)
    const sent = await resetAccess(db, user.id, authorOf(c, "manage_people"), settings.baseUrl)
    if (!sent) throw new HTTPException(403)
    return c.redirect(view.paths.person(user), 303)
  })

  .post(`${root}/:id/ket-thuc-phien`, allowed("manage_people", "see_people"), async (c) => {
    const { db, user, view } = c.var
    demandAnother(c)
    await endSessions(db, user.id, authorOf(c, "manage_people"))
    return c.redirect(view.paths.person(user), 303)
  })

  .get(`${root}/:id/khoa`, allowed("manage_people", "see_people"), (c) => {
    demandAnother(c)
    return renderDisabling(c, startForm())
  })
  .post(`${root}/:id/khoa`, allowed("manage_people", "see_people"), async (c) => {
    const { db, user, view } = c.var
    demandAnother(c)
    const read = await readForm(c, reasonForm)
    if (!read.ok) return renderDisabling(c, read.state, 422)

    const author = authorOf(c, "manage_people")
    const outcome = await disablePerson(db, user.id, author, read.data.reason, view.today)
    if (outcome === "last_administrator")
      return renderDisabling(c, withProblem(read.state, texts[view.locale].lastAdministrator), 422)
    return c.redirect(view.paths.person(user), 303)
  })

  .get(`${root}/:id/mo-khoa`, allowed("manage_people", "see_people"), (c) => renderEnabling(c, startForm()))
  .post(`${root}/:id/mo-khoa`, allowed("manage_people", "see_people"), async (c) => {
    const { db, user, view } = c.var
    const read = await readForm(c, reasonForm)
    if (!read.ok) return renderEnabling(c, read.state, 422)

    await enablePerson(db, user.id, authorOf(c, "manage_people"), read.data.reason)
    return c.redirect(view.paths.person(user), 303)
  })

  .get(`${root}/:id/dat-lai-buoc-hai`, allowed("manage_people", "see_people"), (c) => {
    demandAnother(c)
    return renderFactorReset(c, startForm())
  })
  .post(`${root}/:id/dat-lai-buoc-hai`, allowed("manage_people", "see_people"), async (c) => {
    const { db, user, view } = c.var
    demandAnother(c)
    const read = await readForm(c, reasonForm)
    if (!read.ok) return renderFactorReset(c, read.state, 422)

    await resetSecondFactor(db, user.id, authorOf(c, "manage_people"), read.data.reason)
    return c.redirect(view.paths.person(user), 303)
  })

function isPersonState(value: unknown): value is PersonState {
  return personStates.some((state) => state === value)
}

/** What takes somebody's access away is never done to oneself: another administrator does it. */
function demandAnother({ var: { person, user } }: Context<UserEnv>) {
  if (person.id === user.id) throw new HTTPException(403)
}

function renderDisabling(c: Context<UserEnv>, form: FormState, status: 200 | 422 = 200) {
  const { view, user } = c.var
  const t = texts[view.locale]
  const words = { title: t.disableTitle(user.name), lead: t.disableWords, submit: t.disable }
  return renderReason(c, form, status, { ...words, action: view.paths.personDisabling(user) })
}

function renderEnabling(c: Context<UserEnv>, form: FormState, status: 200 | 422 = 200) {
  const { view, user } = c.var
  const t = texts[view.locale]
  const words = { title: t.enableTitle(user.name), lead: t.enableWords, submit: t.enable }
  return renderReason(c, form, status, { ...words, action: view.paths.personEnabling(user) })
}

function renderFactorReset(c: Context<UserEnv>, form: FormState, status: 200 | 422 = 200) {
  const { view, user } = c.var
  const t = texts[view.locale]
  const words = { title: t.resetTitle(user.name), lead: t.resetWords, submit: t.resetFactor }
  return renderReason(c, form, status, { ...words, action: view.paths.personFactorReset(user) })
}

function renderReason(
  c: Context<UserEnv>,
  form: FormState,
  status: 200 | 422,
  words: { title: string; lead: string; submit: string; action: string },
) {
  const { view, person, user } = c.var
  const back = view.paths.person(user)
  const trail = personTrail(view, user)
  return renderPage(
    c,
    <ReasonPage view={view} person={person} form={form} trail={trail} back={back} {...words} />,
    { status },
  )
}
