import { formatMoment } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import type { View } from "../../web/view.ts"
import type { MailboxMail } from "./queries.ts"
import { texts } from "./texts.ts"

/** What would have been sent, the newest first. */
export function MailboxPage({ view, mails }: { view: View; mails: MailboxMail[] }) {
  const { locale } = view
  const t = texts[locale]
  return (
    <Layout view={view} title={t.mailbox} unlisted>
      <header class="page-heading">
        <h1>{t.mailbox}</h1>
        <p class="lead">{t.mailboxLead}</p>
      </header>
      {mails.length === 0 && <p class="empty">{t.mailboxEmpty}</p>}
      <div class="mailbox">
        {mails.map(({ id, recipient, subject, body, created_at }) => (
          <article class="card" aria-labelledby={`thu-${id}`}>
            <h2 id={`thu-${id}`}>{subject}</h2>
            <p class="mailbox__to">
              {t.to}: {recipient}{" "}
              <time datetime={created_at.toISOString()}>{formatMoment(created_at, true, locale)}</time>
            </p>
            <div class="mailbox__text">
              <TextWithLinks text={body ?? ""} />
            </div>
          </article>
        ))}
      </div>
    </Layout>
  )
}

function TextWithLinks({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/(https?:\/\/[^\s<>"]+)/)
        .map((part, index) => (index % 2 ? <a href={part}>{part}</a> : part))}
    </>
  )
}
