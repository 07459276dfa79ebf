import type { Person } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { Button } from "../../ui/button/button.tsx"
import { formatMoment, inVietnam } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import type { findFactors, listPasskeys, listSessions, listSignIns } from "./queries.ts"
import { methodNames, texts } from "./texts.ts"

type Found<Query extends (...parameters: never[]) => Promise<unknown>> = Awaited<ReturnType<Query>>

type OwnAccountPageProps = {
  view: View
  person: Person
  /** What was done just now, by the word the address carries. */
  said: string | undefined
  factors: Found<typeof findFactors>
  passkeys: Found<typeof listPasskeys>
  sessions: Found<typeof listSessions>
  signIns: Found<typeof listSignIns>
}

export function OwnAccountPage(props: OwnAccountPageProps) {
  const { view, person, said, factors } = props
  const t = texts[view.locale]
  const { paths } = view
  const done: Record<string, string> = {
    "mat-khau": t.passwordChanged,
    "go-ung-dung": t.authenticatorRemoved,
    "them-khoa": t.passkeyAdded,
    "go-khoa": t.passkeyRemoved,
    phien: t.sessionEnded,
    "cac-phien": t.othersEnded,
  }
  return (
    <DeskLayout view={view} person={person} title={t.ownAccount}>
      <div class="page-heading">
        <h1>{t.ownAccount}</h1>
        <p class="lead">
          {person.name} · {person.email}
        </p>
      </div>
      {said && done[said] && (
        <p class="notice" role="status">
          {done[said]}
        </p>
      )}
      <div class="account">
        <section aria-labelledby="vai-tro">
          <h2 id="vai-tro">{t.roles}</h2>
          {person.roles.length === 0 ? (
            <p class="empty">{t.noRoles}</p>
          ) : (
            <ul class="account-links">
              {person.roles.map(({ role }) => (
                <li>{roleName(role, view.locale)}</li>
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="dang-nhap">
          <h2 id="dang-nhap">{t.signIn}</h2>
          <ul class="account-links">
            <li>
              <a href={paths.ownPassword()}>{t.changePassword}</a>
            </li>
            <li>
              <a href={paths.ownSecondFactor()}>{t.secondFactor}</a>:{" "}
              {factors.authenticator_verified ? t.secondFactorOn : t.secondFactorNone}
            </li>
            <li>
              <a href={paths.ownData()}>{t.ownData}</a>
            </li>
          </ul>
        </section>
        <Passkeys {...props} />
        <Sessions {...props} />
        <SignIns {...props} />
      </div>
    </DeskLayout>
  )
}

function Passkeys({ view, passkeys }: OwnAccountPageProps) {
  const t = texts[view.locale]
  return (
    <section aria-labelledby="khoa-truy-cap">
      <h2 id="khoa-truy-cap">{t.passkeys}</h2>
      <p>{t.passkeysLead}</p>
      {passkeys.length === 0 ? (
        <p class="empty">{t.noPasskeys}</p>
      ) : (
        <ul class="account-list">
          {passkeys.map(({ id, name, created_at }) => (
            <li>
              <span>
                {name || t.unnamedPasskey}, {t.addedOn} {moment(view, created_at)}
              </span>
              <form method="post" action={view.paths.ownPasskeyRemoval(id)}>
                <Button quiet>
                  {t.remove}
                  <span class="visually-hidden"> {name || t.unnamedPasskey}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <passkey-addition
        data-challenge={view.paths.ownPasskeys()}
        data-failed={t.passkeyNotAdded}
        data-name={t.passkeyName}
      >
        <noscript>
          <p>{t.passkeyNeedsScripts}</p>
        </noscript>
        <div class="passkey-addition" hidden>
          <label for="ten-khoa">{t.passkeyName}</label>
          <input class="field__input field__input--medium" id="ten-khoa" maxlength={100} autocomplete="off" />
          <button class="button button--quiet" type="button">
            {t.addPasskey}
          </button>
        </div>
        <p role="status"></p>
      </passkey-addition>
    </section>
  )
}

function Sessions({ view, person, sessions }: OwnAccountPageProps) {
  const t = texts[view.locale]
  return (
    <section aria-labelledby="phien">
      <h2 id="phien">{t.sessions}</h2>
      <ul class="account-list">
        {sessions.map(({ id, updated_at, ip_address, user_agent }) => (
          <li>
            <span>
              {deviceName(user_agent)}
              {ip_address && ` · ${ip_address}`}
              {id === person.session_id && <strong> · {t.thisSession}</strong>}
              <br />
              {t.lastUsed} {moment(view, updated_at)}
            </span>
            {id !== person.session_id && (
              <form method="post" action={view.paths.ownSessionEnd(id)}>
                <Button quiet>
                  {t.endSession}
                  <span class="visually-hidden"> {deviceName(user_agent)}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action={view.paths.ownOtherSessionsEnd()}>
          <Button quiet>{t.endOthers}</Button>
        </form>
      )}
    </section>
  )
}

function SignIns({ view, signIns }: OwnAccountPageProps) {
  const t = texts[view.locale]
  return (
    <section aria-labelledby="lan-dang-nhap">
      <h2 id="lan-dang-nhap">{t.signIns}</h2>
      <Table caption={t.signIns} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.how}</th>
            <th scope="col">{t.from}</th>
            <th scope="col">{t.device}</th>
            <th scope="col">{t.result}</th>
          </tr>
        </thead>
        <tbody>
          {signIns.map(({ happened_at, method, address, user_agent, succeeded }) => (
            <tr>
              <td>{moment(view, happened_at)}</td>
              <td>{methodNames[view.locale][method as keyof (typeof methodNames)["vi"]]}</td>
              <td>{address ?? "–"}</td>
              <td>{deviceName(user_agent)}</td>
              <td>{succeeded ? t.succeeded : <strong>{t.failed}</strong>}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function moment(view: View, at: Date) {
  const { day } = inVietnam(at)
  return <time datetime={`${day}`}>{formatMoment(at, true, view.locale).slice(1, -1)}</time>
}

/** "Chrome, Windows": as much as people need to tell their devices apart. */
function deviceName(userAgent: string | null) {
  const browser = /(Edg|OPR|Firefox|coc_coc_browser|Chrome|Safari)\//.exec(userAgent ?? "")?.[1]
  const names: Record<string, string> = { Edg: "Edge", OPR: "Opera", coc_coc_browser: "Cốc Cốc" }
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent ?? "")?.[1]
  return [browser && (names[browser] ?? browser), system].filter(Boolean).join(", ") || "?"
}
