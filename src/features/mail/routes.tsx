import { Hono } from "hono"
import { inTransaction } from "../../database/connection.ts"
import { allowed, authorOf, type DeskEnv, signedIn } from "../../rights/guard.ts"
import { readPage } from "../../ui/pager/pager.tsx"
import { deskFiles } from "../../web/list-routes.ts"
import { renderPage } from "../../web/page.ts"
import { recordChange } from "../changes/record-change.ts"
import { hasMailbox } from "./mailbox-routes.tsx"
import { mailsList } from "./mails-list.ts"
import { MailsPage, mailsPerPage } from "./mails-page.tsx"
import { listMails, retryMail } from "./queries.ts"
import { sendMail } from "./send-mail.ts"
import { texts } from "./texts.ts"

/** Mails are forgotten after some months. */
const mostInFile = 1_000_000

export const mail = new Hono<DeskEnv>()
  .get("/ban-lam-viec/quan-tri/thu", signedIn, allowed("see_administration"), async (c) => {
    const { db, view, person, settings } = c.var
    const page = readPage(c.req.query("trang"))
    const list = await listMails(db, { limit: mailsPerPage, offset: (page - 1) * mailsPerPage })
    return renderPage(
      c,
      <MailsPage
        view={view}
        person={person}
        page={page}
        hasServer={settings.mail !== undefined}
        hasMailbox={hasMailbox(settings)}
        {...list}
      />,
    )
  })
  .route(
    "/",
    deskFiles("/ban-lam-viec/quan-tri/thu", "see_administration", async (c) => {
      const { db, view } = c.var
      return mailsList(view, (await listMails(db, { limit: mostInFile, offset: 0 })).mails)
    }),
  )
  .post(
    "/ban-lam-viec/quan-tri/thu/thu-kiem-tra",
    signedIn,
    allowed("administer", "see_administration"),
    async (c) => {
      const { db, view, person } = c.var
      const t = texts[view.locale]
      const portal = view.locale === "vi" ? view.site.portal_name : view.site.portal_name_en
      await inTransaction(db, async (trx) => {
        const id = await sendMail(trx, {
          to: person.email,
          subject: t.testSubject(portal),
          text: t.testText(portal, view.origin),
        })
        await recordChange(trx, {
          ...authorOf(c, "administer"),
          action: "test",
          record_kind: "mail",
          record_id: id,
        })
      })
      return c.redirect(view.paths.mails(), 303)
    },
  )
  .post(
    "/ban-lam-viec/quan-tri/thu/:id{[1-9][0-9]{0,14}}/lan-gui-lai",
    signedIn,
    allowed("administer", "see_administration"),
    async (c) => {
      const { db, view } = c.var
      if (!(await retryMail(db, Number(c.req.param("id")), authorOf(c, "administer")))) return c.notFound()
      return c.redirect(view.paths.mails(), 303)
    },
  )
