import type { Database } from "../../database/connection.ts"
import { inVietnam } from "../../ui/format.ts"
import { inBoth, type Locale } from "../../ui/language.ts"
import { findSite } from "../../web/site.ts"
import { sendMail } from "../mail/send-mail.ts"
import { linkHours } from "./links.ts"

const texts = inBoth({
  invitationSubject: [
    (portal: string) => `Lời mời vào ${portal}`,
    (portal: string) => `Your invitation to ${portal}`,
  ],
  invitation: [
    (portal: string) =>
      `bạn được mời làm việc trên ${portal}. Hãy mở liên kết dưới đây để đặt mật khẩu và bắt đầu.`,
    (portal: string) =>
      `you are invited to work on ${portal}. Open the link below to choose a password and begin.`,
  ],
  resetSubject: [
    (portal: string) => `Đặt lại mật khẩu của ${portal}`,
    (portal: string) => `A new password for ${portal}`,
  ],
  reset: [
    (portal: string) =>
      `có yêu cầu đặt lại mật khẩu của bạn trên ${portal}. Hãy mở liên kết dưới đây để đặt mật khẩu mới.`,
    (portal: string) =>
      `a new password was asked for your account on ${portal}. Open the link below to choose one.`,
  ],
  hello: [(name: string) => `Chào ${name},`, (name: string) => `Dear ${name},`],
  once: [
    (hours: number, hour: string) => `Liên kết chỉ dùng được một lần, trong ${hours} giờ (đến ${hour}).`,
    (hours: number, hour: string) => `The link works once, within ${hours} hours (until ${hour}).`,
  ],
  notYou: [
    "Nếu bạn không chờ thư này, hãy bỏ qua: không có gì thay đổi khi liên kết chưa được mở.",
    "If you did not expect this, leave it: nothing changes until the link is opened.",
  ],
})

type LinkMail = {
  kind: "invitation" | "reset"
  to: string
  name: string
  locale: Locale
  address: string
  expires_at: Date
}

/** Mails a link that opens an account. */
export async function sendLink(trx: Database, { kind, to, name, locale, address, expires_at }: LinkMail) {
  const t = texts[locale]
  const site = await findSite(trx)
  const portal = locale === "vi" ? site.portal_name : site.portal_name_en
  const { day, hour } = inVietnam(expires_at)
  const until = `${hour} ${day.split("-").reverse().join("/")}`
  const [subject, words] =
    kind === "invitation"
      ? [t.invitationSubject(portal), t.invitation(portal)]
      : [t.resetSubject(portal), t.reset(portal)]
  await sendMail(trx, {
    to,
    subject,
    text: [`${t.hello(name)}`, words, address, t.once(linkHours[kind], until), t.notYou].join("\n\n"),
    goodUntil: expires_at,
  })
}
