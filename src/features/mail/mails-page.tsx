import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatMoment, formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import type { MailRow } from "./queries.ts"
import { stateNames, texts } from "./texts.ts"

export const mailsPerPage = 50

type MailsPageProps = {
  view: View
  person: Person
  mails: MailRow[]
  total: number
  page: number
  hasServer: boolean
  hasMailbox: boolean
}

export function MailsPage({ view, person, mails, total, page, hasServer, hasMailbox }: MailsPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const mayRetry = may(person, "administer")
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={administrationTrail(view)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      {!hasServer && (
        <p class="notice">
          {hasMailbox ? t.noServerHere : t.noServer}{" "}
          {hasMailbox && <a href={paths.developmentMailbox()}>{t.mailbox}</a>}
        </p>
      )}
      {mayRetry && (
        <form method="post" action={paths.mailTest()}>
          <Button quiet>{t.sendTest(person.email)}</Button>
        </form>
      )}
      {mails.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <Table caption={t.title} quietCaption>
          <thead>
            <tr>
              <th scope="col">{t.subject}</th>
              <th scope="col">{t.to}</th>
              <th scope="col">{t.state}</th>
              <th scope="col" class="table__number">
                {t.attempts}
              </th>
              <th scope="col">{t.moment}</th>
              {mayRetry && <th scope="col">{t.action}</th>}
            </tr>
          </thead>
          <tbody>
            {mails.map((mail) => (
              <tr>
                <th scope="row">{mail.subject}</th>
                <td>{mail.recipient}</td>
                <td>
                  <span class={`state state--${mail.state}`}>{stateNames[locale][stateOf(mail)]}</span>
                  {mail.last_error && <p class="state-reason">{mail.last_error}</p>}
                </td>
                <td class="table__number">{formatNumber(mail.attempts, locale)}</td>
                <td>{formatMoment(mail.sent_at ?? mail.created_at, true, locale)}</td>
                {mayRetry && (
                  <td>
                    {mail.can_be_retried && (hasServer || mail.state === "failed") && (
                      <form method="post" action={paths.mailRetry(mail.id)}>
                        <Button quiet>
                          {t.retry}
                          <span class="visually-hidden">: {mail.subject}</span>
                        </Button>
                      </form>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mails.length > 0 && <Downloads locale={locale} path={paths.mails()} />}
      <Pager
        locale={locale}
        page={page}
        perPage={mailsPerPage}
        total={total}
        pathOf={(each) => paths.mails({ trang: each })}
      />
    </DeskLayout>
  )
}

function stateOf(mail: MailRow) {
  return mail.state as keyof (typeof stateNames)["vi"]
}
