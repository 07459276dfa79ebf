import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import type { FrozenRound } from "./take-snapshot.ts"

/** The rules that figures of a round were made by, each in the version that was in force. */
export type FrozenRules = {
  forms: {
    kind: string
    code: string
    number: number
    name: string
    official_number: string | null
    legal_basis: string
  }[]
  rating_scheme: { code: string; number: number; name: string; legal_basis: string } | null
  window: { legal_basis: string; due_month: number; due_day: number; due_year_offset: number } | null
  legal_rules: {
    rule: string
    kind: string
    value: number | null
    due_on: string | null
    article: string
    is_checked: boolean
  }[]
}

export async function readRules(db: Database, { id, year, data_to }: FrozenRound): Promise<FrozenRules> {
  const { rows } = await sql<FrozenRules>`
    select
      (select coalesce(json_agg(json_build_object('kind', asked.kind, 'code', form.code, 'number', version.number,
          'name', version.name, 'official_number', version.official_number, 'legal_basis', version.legal_basis)
          order by asked.kind), '[]')
        from reporting_round_forms asked join report_form_versions version on version.id = asked.form_version_id
        join report_forms form on form.id = version.form_id where asked.round_id = ${id}) as forms,
      (select json_build_object('code', code, 'number', number, 'name', name, 'legal_basis', legal_basis)
        from rating_schemes where id = rating_scheme_of(${year}::integer)) as rating_scheme,
      (select json_build_object('legal_basis', legal_basis, 'due_month', due_month, 'due_day', due_day,
          'due_year_offset', due_year_offset)
        from reporting_windows where ${year}::integer between first_year and coalesce(last_year, ${year}::integer)
        ) as window,
      (select coalesce(json_agg(json_build_object('rule', rule, 'kind', kind, 'value', value, 'due_on', due_on,
          'article', article, 'is_checked', is_checked) order by rule, kind, id), '[]')
        from legal_rules where ${data_to}::date between valid_from and valid_to) as legal_rules`.execute(db)
  return rows[0]!
}
