import type { Context } from "hono"
import { HTTPException } from "hono/http-exception"
import type { z } from "zod"
import type { Locale } from "../ui/language.ts"
import { withChoices } from "./versions.ts"
import type { Env } from "./view.ts"

/** A form as it stands on a page: everything that was typed, and what is wrong with it, field by field. */
export type FormState = {
  values: Readonly<Record<string, readonly string[]>>
  /** By the name of the field, in the order of the schema. */
  errors: Readonly<Record<string, string>>
  /** What is wrong with the whole rather than with one field. */
  problem?: string
}

/** What a form may hold, with its messages in the language of the page. Fields it does not name are dropped. */
export type FormSchema<Output> = (locale: Locale) => z.ZodType<Output>

export type ReadForm<Output> = { ok: true; data: Output; state: FormState } | { ok: false; state: FormState }

/** The files of a form stand beside its words. */
export type FormBody = Record<string, string | File | (string | File)[]>

/** A form as it first stands on a page, with what its record holds, written as people write it. */
export function startForm(
  values: Record<string, string | readonly string[] | null | undefined> = {},
): FormState {
  const filled = Object.entries(values).filter(
    (entry): entry is [string, string | string[]] => entry[1] !== null && entry[1] !== undefined,
  )
  return { values: Object.fromEntries(filled.map(([name, value]) => [name, [value].flat()])), errors: {} }
}

/** Reads a submitted form: values that are what their types say, or the form with everything typed and its mistakes. */
export async function readForm<Output, Kind extends Env = Env>(
  c: Context<Kind>,
  schema: FormSchema<Output>,
): Promise<ReadForm<Output>> {
  return checkForm(withChoices(await readBody(c)), schema, c.var.view.locale)
}

/** The same for a body that was read already. */
export function checkForm<Output>(
  body: FormBody,
  schema: FormSchema<Output>,
  locale: Locale,
): ReadForm<Output> {
  const state: FormState = { values: wordsOf(body), errors: {} }
  const result = schema(locale).safeParse(body)
  if (result.success) return { ok: true, data: result.data, state }

  const errors: Record<string, string> = {}
  for (const { path, message } of result.error.issues) errors[String(path[0] ?? "")] ??= message
  const { "": problem, ...fields } = errors
  return { ok: false, state: { ...state, errors: fields, ...(problem && { problem }) } }
}

/** The same form, with a mistake that only the database knew of. */
export function withError(state: FormState, field: string, message: string): FormState {
  return { ...state, errors: { ...state.errors, [field]: message } }
}

export function withProblem(state: FormState, problem: string): FormState {
  return { ...state, problem }
}

/** Whether two forms say the same; an empty field is none. */
export function hasSameValues(some: FormState["values"], others: FormState["values"]) {
  const said = (values: readonly string[] = []) => JSON.stringify(values.filter((value) => value !== ""))
  return [...Object.keys(some), ...Object.keys(others)].every(
    (name) => said(some[name]) === said(others[name]),
  )
}

/** Every field that was sent, those that came several times as lists. */
export async function readBody<Kind extends Env = Env>(c: Context<Kind>): Promise<FormBody> {
  const body: FormBody = await c.req.parseBody({ all: true }).catch((cause) => {
    // A body that is not what its own header says is no fault of ours.
    throw new HTTPException(400, { cause })
  })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(cleaned) : cleaned(value),
    ]),
  )
}

/**
 * One spelling for what looks alike, lines that end alike on every system, and no NUL, which PostgreSQL's text
 * cannot hold.
 */
function cleaned(value: string | File) {
  if (typeof value !== "string") return value
  return value.replaceAll("\0", "").replaceAll("\r\n", "\n").toWellFormed().normalize("NFC")
}

/** The words of a form without its files, every field as a list. */
export function wordsOf(body: FormBody): FormState["values"] {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      [value].flat().filter((one): one is string => typeof one === "string"),
    ]),
  )
}
