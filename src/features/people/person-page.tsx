import type { Child } from "hono/jsx"
import { may } from "../../rights/rights.ts"
import { needsSecondFactor, type Person } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { formatDay, formatTime, inVietnam } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import type { findFactors, listPasskeys, listSessions, listSignIns } from "../accounts/queries.ts"
import { methodNames } from "../accounts/texts.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import type { RoleRecord } from "../roles/queries.ts"
import { scopeName, timeOf, validityWords } from "../roles/validity.ts"
import { peopleTrail } from "./list-page.tsx"
import type { User } from "./queries.ts"
import { texts } from "./texts.ts"

type PersonPageProps = {
  view: View
  person: Person
  user: User
  roles: RoleRecord[]
  factors: Awaited<ReturnType<typeof findFactors>>
  passkeys: Awaited<ReturnType<typeof listPasskeys>>
  sessions: Awaited<ReturnType<typeof listSessions>>
  signIns: Awaited<ReturnType<typeof listSignIns>>
  history: RecordHistory
}

export function PersonPage(props: PersonPageProps) {
  const { view, person, user, roles, history } = props
  const { locale } = view
  const t = texts[locale]
  const now = roles.filter((role) => timeOf(role, view.today) === "now")
  const lacksFactor = !user.has_second_factor && now.some(({ role }) => needsSecondFactor(role))
  return (
    <DeskLayout view={view} person={person} title={user.name} trail={peopleTrail(view)}>
      <div class="page-heading">
        <h1>{user.name}</h1>
        {user.disabled_at && (
          <p class="notice">{t.disabledNotice(formatDay(inVietnam(user.disabled_at).day, locale))}</p>
        )}
        {!user.disabled_at && lacksFactor && <p class="notice">{t.missingFactor}</p>}
      </div>
      <Facts {...props} />
      <Actions view={view} person={person} user={user} />
      <Roles {...props} />
      <Sessions {...props} />
      <SignIns {...props} />
      <History view={view} history={history} />
    </DeskLayout>
  )
}

function Facts({ view: { locale }, user, factors, passkeys }: PersonPageProps) {
  const t = texts[locale]
  const waysIn = [
    ...(factors.has_password ? [t.password] : []),
    ...(factors.authenticator_verified ? [t.authenticator] : []),
    ...(passkeys.length > 0 ? [t.passkeys(passkeys.length)] : []),
  ]
  return (
    <dl class="facts">
      <Fact name={t.email}>
        <a href={`mailto:${user.email}`}>{user.email}</a>
      </Fact>
      <Fact name={t.state}>{t[user.state]}</Fact>
      <Fact name={t.waysIn}>{waysIn.length > 0 ? waysIn.join(", ") : t.none}</Fact>
      <Fact name={t.since}>{formatDay(inVietnam(user.created_at).day, locale)}</Fact>
      <Fact name={t.lastSignIn}>
        {user.last_sign_in_at ? formatTime(user.last_sign_in_at, locale) : t.never}
      </Fact>
      <Fact name={t.speaks}>{user.locale === "en" ? t.english : t.vietnamese}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Only what this person may do to this account: nobody disables themselves. */
function Actions({ view, person, user }: { view: View; person: Person; user: User }) {
  const { locale, paths } = view
  const t = texts[locale]
  const manages = may(person, "manage_people")
  return (
    <section class="stack">
      <h2 class="visually-hidden">{t.what}</h2>
      <div class="desk-actions">
        {may(person, "give_roles") && !user.disabled_at && (
          <ButtonLink href={paths.newRole(user)}>{t.giveRole}</ButtonLink>
        )}
        <ButtonLink quiet href={paths.personPreview(user)}>
          {t.preview}
        </ButtonLink>
        {manages && !user.disabled_at && (
          <form method="post" action={paths.personLink(user)}>
            <Button quiet>{user.state === "invited" ? t.sendAgain : t.sendReset}</Button>
          </form>
        )}
        {manages && user.has_second_factor && user.id !== person.id && (
          <ButtonLink quiet href={paths.personFactorReset(user)}>
            {t.resetFactor}
          </ButtonLink>
        )}
        {manages && user.id !== person.id && !user.disabled_at && (
          <ButtonLink quiet href={paths.personDisabling(user)}>
            {t.disable}
          </ButtonLink>
        )}
        {manages && user.disabled_at && (
          <ButtonLink quiet href={paths.personEnabling(user)}>
            {t.enable}
          </ButtonLink>
        )}
      </div>
    </section>
  )
}

function Roles({ view, person, user, roles }: PersonPageProps) {
  const t = texts[view.locale]
  const groups = (["now", "later", "before"] as const).map((time) => ({
    time,
    roles: roles.filter((role) => timeOf(role, view.today) === time),
  }))
  return (
    <section class="stack">
      <div class="section-heading">
        <h2>{t.roles}</h2>
      </div>
      {groups[0]?.roles.length === 0 && <p>{t.noRolesNow}</p>}
      {groups
        .filter((group) => group.roles.length > 0)
        .map((group) => (
          <RoleTable
            view={view}
            caption={{ now: t.rolesNow, later: t.rolesLater, before: t.rolesBefore }[group.time]}
            roles={group.roles}
            user={user}
            mayEnd={group.time !== "before" && may(person, "give_roles")}
            own={user.id === person.id}
          />
        ))}
    </section>
  )
}

type RoleTableProps = {
  view: View
  caption: string
  roles: RoleRecord[]
  user: User
  mayEnd: boolean
  own: boolean
}

function RoleTable({ view, caption, roles, user, mayEnd, own }: RoleTableProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t.role}</th>
          <th scope="col">{t.scope}</th>
          <th scope="col">{t.validity}</th>
          <th scope="col">{t.givenBy}</th>
          {mayEnd && <th scope="col">{t.end}</th>}
        </tr>
      </thead>
      <tbody>
        {roles.map((role) => (
          <tr>
            <th scope="row">{roleName(role.role, locale)}</th>
            <td>
              {role.organisation_slug ? (
                <a href={paths.personalData({ slug: role.organisation_slug })}>{scopeName(role, locale)}</a>
              ) : (
                scopeName(role, locale)
              )}
            </td>
            <td>{validityWords(role, locale)}</td>
            <td>{role.given_by}</td>
            {mayEnd && (
              <td>
                {own && role.role === "administrator" ? (
                  "–"
                ) : (
                  <a href={paths.roleEnd(user, role)} aria-label={t.endOf(roleName(role.role, locale))}>
                    {t.end}…
                  </a>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Sessions({ view, person, user, sessions }: PersonPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <section class="stack">
      <div class="section-heading">
        <h2>{t.sessions}</h2>
      </div>
      {sessions.length === 0 ? (
        <p>{t.noSessions}</p>
      ) : (
        <Table caption={t.sessions} quietCaption>
          <thead>
            <tr>
              <th scope="col">{t.lastUsed}</th>
              <th scope="col">{t.from}</th>
              <th scope="col">{t.device}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr>
                <td>{formatTime(session.updated_at, locale)}</td>
                <td>{session.ip_address ?? "–"}</td>
                <td>{session.user_agent ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {sessions.length > 0 && may(person, "manage_people") && user.id !== person.id && (
        <form method="post" action={paths.personSessionsEnd(user)}>
          <Button quiet>{t.endSessions}</Button>
        </form>
      )}
    </section>
  )
}

function SignIns({ view: { locale }, signIns }: PersonPageProps) {
  const t = texts[locale]
  return (
    <section class="stack">
      <div class="section-heading">
        <h2>{t.signIns}</h2>
      </div>
      {signIns.length === 0 ? (
        <p>{t.noSignIns}</p>
      ) : (
        <Table caption={t.signIns} quietCaption>
          <thead>
            <tr>
              <th scope="col">{t.when}</th>
              <th scope="col">{t.how}</th>
              <th scope="col">{t.result}</th>
              <th scope="col">{t.from}</th>
              <th scope="col">{t.device}</th>
            </tr>
          </thead>
          <tbody>
            {signIns.map((signIn) => (
              <tr>
                <td>{formatTime(signIn.happened_at, locale)}</td>
                <td>{methodNames[locale][signIn.method as keyof (typeof methodNames)["vi"]]}</td>
                <td>{signIn.succeeded ? t.succeeded : t.failed}</td>
                <td>{signIn.address ?? "–"}</td>
                <td>{signIn.user_agent ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}
