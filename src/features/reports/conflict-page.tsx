import type { Person } from "../../rights/roles.ts"
import { Conflict } from "../../ui/difference/difference.tsx"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import type { FormState } from "../../web/forms.ts"
import type { FieldDifference } from "../../web/versions.ts"
import type { View } from "../../web/view.ts"
import type { AskedFiling, Filing } from "./asked-filing.ts"
import { FilingHeading, filingTrail } from "./form-page.tsx"
import { texts } from "./texts.ts"
import { yesNoWords } from "./values-form.ts"

type ConflictPageProps = {
  view: View
  person: Person
  asked: AskedFiling & { filing: Filing }
  form: FormState
  differences: readonly FieldDifference[]
}

/** Two people filled the same report in: what each of them typed, and a choice for each field. */
export function ConflictPage({ view, person, asked, form, differences }: ConflictPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const { filing } = asked
  const { fields } = asked.form.definition
  const labels = Object.fromEntries(fields.map(({ code, label }) => [code, label[locale]]))
  return (
    <DeskLayout
      view={view}
      person={person}
      title={t.conflictTitle}
      trail={filingTrail(view, asked)}
      hasErrors={true}
    >
      <FilingHeading view={view} asked={asked} title={t.conflictTitle} />
      <Conflict
        view={view}
        action={paths.filing(asked, "dien")}
        form={form}
        current={{
          version: filing.revision,
          changed_by: filing.typed_by ?? "",
          changed_at: filing.saved_at ?? new Date(0),
        }}
        differences={differences}
        labels={labels}
        show={(name, value) => shownAs(fields.find(({ code }) => code === name)?.kind, value, t)}
        back={paths.filing(asked, "dien")}
      />
    </DeskLayout>
  )
}

function shownAs(kind: string | undefined, value: string, t: { yes: string; no: string }) {
  if (kind !== "yes_no") return value
  return value === yesNoWords.yes ? t.yes : t.no
}
