import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { FormSummary, hasErrors } from "../../ui/field/form-summary.tsx"
import { PasswordField, TextField } from "../../ui/field/text-field.tsx"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { texts } from "./texts.ts"

type SignInPageProps = {
  view: View
  form: FormState
  /** Where they were going before they were asked who they are. */
  back: string
  singleSignOn: { name: string } | undefined
}

export function SignInPage({ view, form, back, singleSignOn }: SignInPageProps) {
  const t = texts[view.locale]
  const { paths } = view
  return (
    <DeskLayout view={view} title={t.signIn} hasErrors={hasErrors(form)}>
      <div class="page-heading">
        <h1>{t.signIn}</h1>
        <p class="lead">{t.signInLead}</p>
      </div>
      <FormSummary form={form} locale={view.locale} />
      <form class="form" method="post" action={paths.signIn()} novalidate>
        <Back to={back} />
        <TextField form={form} name="email" label={t.email} type="email" autocomplete="username" />
        <PasswordField form={form} name="password" label={t.password} autocomplete="current-password" />
        <div class="form__actions">
          <Button>{t.signIn}</Button>
          <a href={paths.forgottenPassword()}>{t.forgotten}</a>
        </div>
      </form>
      <div class="other-ways">
        <passkey-sign-in
          data-challenge={paths.passkeySignIn()}
          data-refused={t.passkeyRefused}
          data-back={back}
        >
          <button class="button button--quiet" type="button" hidden>
            {t.withPasskey}
          </button>
          <p role="status"></p>
        </passkey-sign-in>
        {singleSignOn && (
          <p>
            <a class="button button--quiet" href={paths.singleSignOn({ "tro-lai": back })}>
              {t.withSingleSignOn(singleSignOn.name)}
            </a>
          </p>
        )}
      </div>
    </DeskLayout>
  )
}

type SecondStepPageProps = {
  view: View
  person?: Person | undefined
  form: FormState
  back: string
  method: "second_factor" | "recovery_code"
}

export function SecondStepPage({ view, person, form, back, method }: SecondStepPageProps) {
  const t = texts[view.locale]
  const { paths } = view
  const isCode = method === "second_factor"
  return (
    <DeskLayout view={view} person={person} title={t.secondStep} hasErrors={hasErrors(form)}>
      <div class="page-heading">
        <h1>{isCode ? t.secondStep : t.recoveryCode}</h1>
        <p class="lead">{isCode ? t.secondStepLead : t.recoveryLead}</p>
      </div>
      <FormSummary form={form} locale={view.locale} />
      <form class="form" method="post" action={isCode ? paths.secondStep() : paths.recoveryCode()} novalidate>
        <Back to={back} />
        <TextField
          form={form}
          name="code"
          label={isCode ? t.code : t.recoveryCode}
          autocomplete="one-time-code"
          width="short"
          spellcheck={false}
          {...(isCode && { inputmode: "numeric" as const })}
        />
        <div class="form__actions">
          <Button>{t.confirm}</Button>
          <a
            href={`${isCode ? paths.recoveryCode() : paths.secondStep()}?tro-lai=${encodeURIComponent(back)}`}
          >
            {isCode ? t.lostPhone : t.backToCode}
          </a>
        </div>
      </form>
      {person && (
        <div class="other-ways">
          <passkey-sign-in
            data-challenge={paths.passkeySignIn()}
            data-refused={t.passkeyRefused}
            data-back={back}
          >
            <button class="button button--quiet" type="button" hidden>
              {t.withPasskey}
            </button>
            <p role="status"></p>
          </passkey-sign-in>
        </div>
      )}
    </DeskLayout>
  )
}

export function ForgottenPasswordPage({ view, form, sent }: { view: View; form: FormState; sent?: boolean }) {
  const t = texts[view.locale]
  const title = sent ? t.linkSent : t.forgotten
  return (
    <DeskLayout view={view} title={title} hasErrors={hasErrors(form)}>
      <div class="page-heading">
        <h1>{title}</h1>
        <p class="lead">{sent ? t.linkSentWords : t.forgottenLead}</p>
      </div>
      {sent ? (
        <p>
          <a href={view.paths.signIn()}>{t.signIn}</a>
        </p>
      ) : (
        <>
          <FormSummary form={form} locale={view.locale} />
          <form class="form" method="post" action={view.paths.forgottenPassword()} novalidate>
            <TextField form={form} name="email" label={t.email} type="email" autocomplete="username" />
            <div class="form__actions">
              <Button>{t.sendLink}</Button>
            </div>
          </form>
        </>
      )}
    </DeskLayout>
  )
}

type AccountLinkPageProps = {
  view: View
  form: FormState
  token: string
  kind: "invitation" | "reset" | "first_administrator"
  email: string | null
}

export function AccountLinkPage({ view, form, token, kind, email }: AccountLinkPageProps) {
  const t = texts[view.locale]
  const title = { invitation: t.invitation, reset: t.reset, first_administrator: t.firstAdministrator }[kind]
  return (
    <DeskLayout view={view} title={title} hasErrors={hasErrors(form)}>
      <div class="page-heading">
        <h1>{title}</h1>
        <p class="lead">{email ? t.forAccount(email) : t.firstAdministratorLead}</p>
      </div>
      <FormSummary form={form} locale={view.locale} />
      <form class="form" method="post" action={view.paths.accountLink(token)} novalidate>
        {kind === "first_administrator" ? (
          <>
            <TextField form={form} name="name" label={t.name} autocomplete="name" />
            <TextField form={form} name="email" label={t.email} type="email" autocomplete="username" />
          </>
        ) : (
          // A password manager keeps the password under this name.
          <input type="hidden" name="email" autocomplete="username" value={email ?? ""} />
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

export function LinkGonePage({ view }: { view: View }) {
  const t = texts[view.locale]
  return (
    <DeskLayout view={view} title={t.linkGone}>
      <div class="page-heading">
        <h1>{t.linkGone}</h1>
        <p class="lead">{t.linkGoneWords}</p>
      </div>
      <ul>
        <li>
          <a href={view.paths.forgottenPassword()}>{t.forgotten}</a>
        </li>
        <li>
          <a href={view.paths.signIn()}>{t.signIn}</a>
        </li>
      </ul>
    </DeskLayout>
  )
}

function Back({ to }: { to: string }) {
  return to ? <input type="hidden" name="tro-lai" value={to} /> : null
}
