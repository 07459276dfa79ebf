import { createMiddleware } from "hono/factory"
import { inLanguage, pathsIn } from "../paths.ts"
import { notFound } from "./errors.tsx"
import type { Env } from "./view.ts"

/** Where people who work behind the portal go: they choose their language whatever the portal speaks. */
const forStaff =
  /^\/en\/(ban-lam-viec|dang-nhap|dang-xuat|quen-mat-khau|lien-ket|tai-khoan|xac-thuc|co-chu)(\/|$)/

/** A portal without an English version has no pages under /en, as if there never had been any. */
export const withoutEnglish = createMiddleware<Env>(async (c, next) => {
  const { view } = c.var
  if (view.locale === "vi" || view.site.has_english || forStaff.test(view.path)) return next()

  c.set("view", { ...view, locale: "vi", paths: pathsIn("vi"), path: inLanguage(view.path, "vi") })
  return notFound(c)
})
