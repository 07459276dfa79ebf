import type { Person } from "../../rights/roles.ts"
import { Button, ButtonLink } from "../../ui/button/button.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { PasswordField, TextField } from "../../ui/field/text-field.tsx"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { texts } from "./texts.ts"

type OwnPage = { view: View; person: Person; form: FormState; hasPassword: boolean }

export function OwnPasswordPage({ view, person, form, hasPassword }: OwnPage) {
  const t = texts[view.locale]
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.changePassword}
      trail={[{ name: t.ownAccount, path: view.paths.ownAccount() }]}
      hasErrors={hasErrors(form)}
    >
      <div class="page-heading">
        <h1>{t.changePassword}</h1>
      </div>
      <FormSummary form={form} locale={view.locale} />
      <form class="form" method="post" action={view.paths.ownPassword()} novalidate>
        <input type="hidden" name="email" autocomplete="username" value={person.email} />
        {hasPassword && (
          <PasswordField
            form={form}
            name="current"
            label={t.currentPassword}
            autocomplete="current-password"
          />
        )}
        <PasswordField
          form={form}
          name="password"
          label={t.newPassword}
          hint={t.passwordHint}
          autocomplete="new-password"
        />
        <div class="form__actions">
          <Button>{t.savePassword}</Button>
        </div>
      </form>
    </DeskLayout>
  )
}

export type AuthenticatorState = "off" | "pending" | "on"

type AuthenticatorPageProps = OwnPage & {
  state: AuthenticatorState
  pending: { key: string; picture: string } | undefined
  /** True when their roles ask for a second factor and this session has shown none. */
  isNeeded: boolean
}

export function AuthenticatorPage({
  view,
  person,
  form,
  state,
  pending,
  hasPassword,
  isNeeded,
}: AuthenticatorPageProps) {
  const t = texts[view.locale]
  const { paths } = view
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.secondFactor}
      trail={[{ name: t.ownAccount, path: paths.ownAccount() }]}
      hasErrors={hasErrors(form)}
    >
      <div class="page-heading">
        <h1>{t.secondFactor}</h1>
        <p class="lead">{state === "on" ? t.secondFactorOn : t.setUpLead}</p>
      </div>
      {isNeeded && state !== "on" && <p class="notice">{t.secondFactorNeeded}</p>}
      <FormSummary form={form} locale={view.locale} />
      {pending && (
        <form class="form" method="post" action={paths.ownSecondFactor()} novalidate>
          <div class="authenticator">
            <h2>{t.scan}</h2>
            <img
              class="authenticator__picture"
              src={pending.picture}
              alt={t.scanAlt}
              width="240"
              height="240"
            />
            <p>
              {t.orType} <code class="authenticator__key">{pending.key.match(/.{1,4}/g)?.join(" ")}</code>
            </p>
          </div>
          <TextField
            form={form}
            name="code"
            label={t.thenCode}
            inputmode="numeric"
            autocomplete="one-time-code"
            width="short"
            spellcheck={false}
          />
          <div class="form__actions">
            <Button>{t.turnOn}</Button>
          </div>
        </form>
      )}
      <form
        class="form"
        method="post"
        action={state === "on" ? paths.ownAuthenticatorRemoval() : paths.ownAuthenticatorStart()}
        novalidate
      >
        {hasPassword && (
          <PasswordField
            form={form}
            name="password"
            label={t.currentPassword}
            autocomplete="current-password"
          />
        )}
        <div class="form__actions">
          <Button quiet={state !== "off"}>
            {{ off: t.setUp, pending: t.startAgain, on: t.removeAuthenticator }[state]}
          </Button>
          {state === "on" && <a href={paths.ownRecoveryCodes()}>{t.recoveryCodes}</a>}
        </div>
      </form>
    </DeskLayout>
  )
}

type RecoveryCodesPageProps = OwnPage & {
  /** Nothing when they are not shown any more. */
  codes: string[] | undefined
  left: number
}

export function RecoveryCodesPage({ view, person, form, codes, left, hasPassword }: RecoveryCodesPageProps) {
  const t = texts[view.locale]
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.recoveryCodes}
      trail={[
        { name: t.ownAccount, path: view.paths.ownAccount() },
        { name: t.secondFactor, path: view.paths.ownSecondFactor() },
      ]}
      hasErrors={hasErrors(form)}
    >
      <div class="page-heading">
        <h1>{t.recoveryCodes}</h1>
        <p class="lead">{codes ? t.recoveryCodesLead : t.recoveryCodesHidden}</p>
      </div>
      {codes && (
        <ul class="recovery-codes">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      )}
      <p>{t.recoveryCodesLeft(left)}</p>
      {codes && (
        <p class="no-print">
          <ButtonLink href={view.paths.desk()}>{t.keptThem}</ButtonLink>
        </p>
      )}
      <FormSummary form={form} locale={view.locale} />
      <form class="form no-print" method="post" action={view.paths.ownRecoveryCodes()} novalidate>
        {hasPassword && (
          <PasswordField
            form={form}
            name="password"
            label={t.currentPassword}
            autocomplete="current-password"
          />
        )}
        <div class="form__actions">
          <Button quiet>{t.newRecoveryCodes}</Button>
        </div>
      </form>
    </DeskLayout>
  )
}
