import { z } from "zod"
import type { Locale } from "../../ui/language.ts"
import { oneOf, optionalEmail, optionalText, requiredText, ticked } from "../../web/form-fields.ts"
import { startForm } from "../../web/forms.ts"
import { banners, type FooterLink, type SiteSettings } from "../../web/site.ts"
import type { Candidate } from "../choosing/candidates.ts"
import { startPick } from "../choosing/pick-one.ts"
import { texts } from "./texts.ts"

const mostLinks = 12

export function settingsForm(locale: Locale) {
  const t = texts[locale]
  return z.object({
    portal_name: requiredText(locale, 200),
    portal_name_en: requiredText(locale, 200),
    department: requiredText(locale, 200),
    department_en: requiredText(locale, 200),
    parent_body: requiredText(locale, 200),
    parent_body_en: requiredText(locale, 200),
    address: optionalText(locale, 300),
    phone: optionalText(locale, 40).refine(
      (phone) => phone === null || /^[+\d][\d\s().-]{5,}$/.test(phone),
      t.phoneWrong,
    ),
    email: optionalEmail(locale),
    banner: oneOf(locale, banners),
    tagline: optionalText(locale, 160),
    tagline_en: optionalText(locale, 160),
    has_english: ticked(),
    footer: optionalText(locale, 1000),
    footer_en: optionalText(locale, 1000),
    footer_links: z
      .string()
      .optional()
      .transform((text, context) => readLinks(text ?? "", locale, context)),
  })
}

/** The fields in the order of the page. */
export const settingsFields = [
  "portal_name",
  "portal_name_en",
  "department",
  "department_en",
  "parent_body",
  "parent_body_en",
  "province",
  "address",
  "phone",
  "email",
  "banner",
  "tagline",
  "tagline_en",
  "has_english",
  "footer",
  "footer_en",
  "footer_links",
] as const

export function startSettings(site: SiteSettings, province: Candidate | undefined) {
  const { place_id, has_english, footer_links, ...words } = site
  return startForm({
    ...words,
    ...(has_english && { has_english: "1" }),
    ...startPick("province", province),
    footer_links: footer_links
      .map(({ name, name_en, address }) => `${name} | ${name_en} | ${address}`)
      .join("\n"),
  })
}

/** Only addresses that lead somewhere: nothing that runs. */
function readLinks(text: string, locale: Locale, context: z.RefinementCtx): FooterLink[] {
  const t = texts[locale]
  const lines = text.split("\n").filter((line) => line.trim())
  const links = lines.map((line) => {
    const [name = "", name_en = "", address = "", ...more] = line.split("|").map((part) => part.trim())
    if (!name || !name_en || more.length > 0 || !isAddress(address))
      context.addIssue({ code: "custom", message: t.linkWrong(line.trim()) })
    return { name, name_en, address }
  })
  if (links.length > mostLinks) context.addIssue({ code: "custom", message: t.tooManyLinks })
  return links
}

function isAddress(address: string) {
  if (/^\/(?!\/)\S*$/.test(address)) return true
  return /^https?:\/\/\S+$/.test(address) && URL.canParse(address)
}
