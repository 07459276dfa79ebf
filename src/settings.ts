import { resolve } from "node:path"
import { z } from "zod"
import { Problem } from "./problem.ts"

/** Days and hours are those of Việt Nam, wherever the machine stands. */
export const timeZone = "Asia/Ho_Chi_Minh"

export type Settings = ReturnType<typeof readSettings>

export class SettingsProblem extends Problem {
  override name = "SettingsProblem"
}

/** Every setting of the environment is read here and nowhere else. */
export function readSettings(environment: NodeJS.ProcessEnv) {
  const result = settingsForm.safeParse(withoutEmpty(environment))
  if (!result.success) throw new SettingsProblem(firstLine(result.error))

  const { PORT, HOST, DATA_DIR, DATABASE_URL, BASE_URL, LOG_LEVEL, SECRET, MAIL_URL, MAIL_FROM, ...rest } =
    result.data
  const baseUrl = BASE_URL?.replace(/\/$/, "") ?? `http://localhost:${PORT}`
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    baseUrl,
    /** Only the machine itself can reach this portal by its address: someone tries it out, or works on it. */
    development: isOfThisMachine(baseUrl),
    logLevel: LOG_LEVEL,
    /** Signs cookies and seals second factors; without it `hoptac serve` keeps one in DATA_DIR. */
    secret: SECRET,
    /** The server that takes our mail, and who it comes from. */
    mail: MAIL_URL ? { url: MAIL_URL, from: MAIL_FROM ?? `hoptac@${new URL(baseUrl).hostname}` } : undefined,
    singleSignOn: singleSignOnFrom(rest),
    /** Where a Prometheus server on this machine collects figures; with the token it may do so from elsewhere. */
    metricsPort: rest.METRICS_PORT,
    metricsToken: rest.METRICS_TOKEN,
    /** A store for files that speaks S3; without it they are kept in DATA_DIR/files. */
    s3: s3From(rest),
  }
}

function port(example: string) {
  const problem = `is not a port: give a number from 0 to 65535, for example ${example}`
  return z
    .string()
    .regex(/^\d{1,5}$/, problem)
    .transform(Number)
    .refine((number) => number <= 65535, problem)
}

const settingsForm = z.object({
  PORT: port("PORT=3000").default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "is not an address to listen on: give a name or an IP address, or leave it out")
    .optional(),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z
    .string()
    .refine(
      isPostgresUrl,
      "is not an address of PostgreSQL: write it as postgres://user:password@host:5432/database",
    )
    .optional(),
  BASE_URL: z
    .string()
    .refine(
      isBaseUrl,
      "is not the address of a site: write it as https://example.vn, without a path behind the name",
    )
    .optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], {
      error: "is not a level of logging: choose debug, info, warn, error or silent",
    })
    .default("info"),
  SECRET: z
    .string()
    .min(32, "is too short to keep anything secret: give at least 32 random characters, or leave it out")
    .optional(),
  MAIL_URL: z
    .string()
    .refine(
      isMailUrl,
      "is not an address of a mail server: write it as smtps://user:password@mail.example.vn, or smtp://… with its port",
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>"\p{Cc}]+<[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/u,
      "is not an address mail can come from: write it as ktth@example.vn, or Cổng KTTT <ktth@example.vn>",
    )
    .optional(),
  OIDC_ISSUER: z
    .string()
    .refine(
      (text) => /^https?:$/.test(parseUrl(text)?.protocol ?? ""),
      "is not the address of a single sign-on: write it as its administrators gave it, such as https://sso.example.vn",
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("tài khoản của tỉnh"),
  OIDC_SECOND_FACTOR: z
    .enum(["yes", "no"], {
      error: "says whether the single sign-on itself asks for a second factor: write yes or no",
    })
    .default("no"),
  METRICS_PORT: port("METRICS_PORT=9464").optional(),
  METRICS_TOKEN: z
    .string()
    .regex(
      /^[\x21-\x7e]{16,}$/,
      "is too easy to guess: give at least 16 letters and digits without spaces, or leave it out",
    )
    .optional(),
  FILES_S3_ENDPOINT: z
    .string()
    .refine(
      isBaseUrl,
      "is not the address of an S3 store: write it as https://s3.example.vn, without the bucket",
    )
    .optional(),
  FILES_S3_BUCKET: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      "is not the name of a bucket: small letters, figures, points and hyphens, such as hoptac-files",
    )
    .optional(),
  FILES_S3_REGION: z
    .string()
    .regex(
      /^[a-z0-9-]+$/,
      "is not a region: small letters, figures and hyphens, such as hn-1; many stores take us-east-1",
    )
    .optional(),
  FILES_S3_ACCESS_KEY_ID: z
    .string()
    .regex(/^[\w.+=@-]+$/, "is not the id of an access key: copy it again from the store")
    .optional(),
  FILES_S3_SECRET_ACCESS_KEY: z
    .string()
    .regex(/^\S+$/, "is not a secret access key: copy it again from the store, without spaces")
    .optional(),
})

type SingleSignOnSettings = Pick<
  z.infer<typeof settingsForm>,
  "OIDC_ISSUER" | "OIDC_CLIENT_ID" | "OIDC_CLIENT_SECRET" | "OIDC_NAME" | "OIDC_SECOND_FACTOR"
>

/** The province's single sign-on (OpenID Connect), where there is one; it takes all three settings together. */
function singleSignOnFrom(form: SingleSignOnSettings) {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = form
  if (!OIDC_ISSUER && !OIDC_CLIENT_ID && !OIDC_CLIENT_SECRET) return undefined
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET)
    throw new SettingsProblem(
      "The settings OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: give all three, or none.",
    )
  return {
    issuer: OIDC_ISSUER.replace(/\/$/, ""),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: form.OIDC_NAME,
    /** Whether it makes sure of people with a second factor itself. */
    hasSecondFactor: form.OIDC_SECOND_FACTOR === "yes",
  }
}

type S3Form = Pick<
  z.infer<typeof settingsForm>,
  | "FILES_S3_ENDPOINT"
  | "FILES_S3_BUCKET"
  | "FILES_S3_REGION"
  | "FILES_S3_ACCESS_KEY_ID"
  | "FILES_S3_SECRET_ACCESS_KEY"
>

/** The five settings of the store belong together. */
function s3From(form: S3Form) {
  const {
    FILES_S3_ENDPOINT: endpoint,
    FILES_S3_BUCKET: bucket,
    FILES_S3_REGION: region,
    FILES_S3_ACCESS_KEY_ID: accessKeyId,
    FILES_S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = form
  if (!endpoint && !bucket && !region && !accessKeyId && !secretAccessKey) return undefined
  if (!endpoint || !bucket || !region || !accessKeyId || !secretAccessKey)
    throw new SettingsProblem(
      "The settings FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_REGION, FILES_S3_ACCESS_KEY_ID and FILES_S3_SECRET_ACCESS_KEY belong together: give all five, or none.",
    )
  return { endpoint: endpoint.replace(/\/$/, ""), bucket, region, accessKeyId, secretAccessKey }
}
export type S3Settings = NonNullable<ReturnType<typeof s3From>>

function withoutEmpty(environment: NodeJS.ProcessEnv) {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
}

function firstLine(error: z.ZodError) {
  const issue = error.issues[0]
  return `The setting ${issue?.path.join(".")} ${issue?.message}.`
}

function isPostgresUrl(text: string) {
  return /^postgres(ql)?:$/.test(parseUrl(text)?.protocol ?? "")
}

function isBaseUrl(text: string) {
  const url = parseUrl(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash
}

function isMailUrl(text: string) {
  const url = parseUrl(text)
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ""
}

function isOfThisMachine(baseUrl: string) {
  const { protocol, hostname } = new URL(baseUrl)
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname)
}

function parseUrl(text: string) {
  return URL.canParse(text) ? new URL(text) : null
}
