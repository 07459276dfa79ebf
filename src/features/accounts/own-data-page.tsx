import type { Person, Role } from "../../rights/roles.ts"
import { roleName } from "../../rights/words.ts"
import { ButtonLink } from "../../ui/button/button.tsx"
import { formatDay, formatMoment, formatNumber, isOpen } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { View } from "../../web/view.ts"
import type { OwnData } from "./own-data.ts"
import { texts } from "./texts.ts"

/** Everything that is kept about whoever asks, and why. */
export function OwnDataPage({ view, person, data }: { view: View; person: Person; data: OwnData }) {
  const t = texts[view.locale]
  const { account, roles, sessions, sign_ins, passkeys, changes } = data
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.ownData}
      trail={[{ name: t.ownAccount, path: view.paths.ownAccount() }]}
    >
      <div class="page-heading">
        <h1>{t.ownData}</h1>
        <p class="lead">{t.ownDataLead}</p>
      </div>
      <div class="account">
        <section aria-labelledby="thong-tin">
          <h2 id="thong-tin">{t.facts}</h2>
          <dl class="facts">
            <div>
              <dt>{t.name}</dt>
              <dd>{account.name}</dd>
            </div>
            <div>
              <dt>{t.email}</dt>
              <dd>{account.email}</dd>
            </div>
            <div>
              <dt>{t.invitedOn}</dt>
              <dd>{formatMoment(account.created_at, true, view.locale).slice(1, -1)}</dd>
            </div>
            <div>
              <dt>{t.passkeys}</dt>
              <dd>{passkeys.length}</dd>
            </div>
            <div>
              <dt>{t.sessions}</dt>
              <dd>{sessions.length}</dd>
            </div>
          </dl>
          <p>
            {t.keptWhy}: {t.whyAccount}.
          </p>
        </section>
        <section aria-labelledby="vai-tro">
          <h2 id="vai-tro">{t.roles}</h2>
          {roles.length === 0 ? (
            <p class="empty">{t.noRoles}</p>
          ) : (
            <ul class="account-links">
              {roles.map(({ role, place, agency, organisation, valid_from, valid_to }) => (
                <li>
                  {roleName(role as Role, view.locale)}
                  {(place ?? agency ?? organisation) && `, ${place ?? agency ?? organisation}`}, {t.since}{" "}
                  {formatDay(valid_from, view.locale)}
                  {!isOpen(valid_to) && ` ${t.until} ${formatDay(valid_to, view.locale)}`}
                </li>
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="hoat-dong">
          <h2 id="hoat-dong">{t.changesMade}</h2>
          <dl class="facts">
            <div>
              <dt>{t.signIns}</dt>
              <dd>{formatNumber(sign_ins.length, view.locale)}</dd>
            </div>
            <div>
              <dt>{t.changesMade}</dt>
              <dd>{formatNumber(changes.length, view.locale)}</dd>
            </div>
          </dl>
          <p>
            {t.keptWhy}: {t.whySignIns}; {t.whyChanges}.
          </p>
        </section>
        <p>
          <ButtonLink href={view.paths.ownDataFile()}>{t.download}</ButtonLink>
        </p>
      </div>
    </DeskLayout>
  )
}
