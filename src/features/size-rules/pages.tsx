import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { VersionField } from "../../ui/difference/difference.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { Checkbox } from "../../ui/field/choices.tsx"
import { DayField, NumberField, TextField } from "../../ui/field/text-field.tsx"
import { fieldTexts } from "../../ui/field/texts.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { FormPage } from "../../ui/layout/form-page.tsx"
import { periodWords } from "../../ui/period.ts"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { List } from "../../web/list-file.ts"
import { versionField } from "../../web/versions.ts"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import { History, type RecordHistory } from "../changes/history.tsx"
import { axisName, classOfSizeName } from "../register/sizes.ts"
import { asked, classesDown, missingClasses } from "./check-rules.ts"
import { type SizeSet, setKey } from "./keep-rules.ts"
import { texts } from "./texts.ts"
import { industryName, thresholdWords } from "./words.ts"

type Given = { view: View; person: Person }

/** Every set of thresholds, with what is not entered yet. */
export function SetsPage({ view, person, sets }: Given & { sets: readonly SizeSet[] }) {
  const { locale, paths } = view
  const t = texts[locale]
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={administrationTrail(view)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      <div class="organisation-table">
        <Table caption={t.title} quietCaption>
          <thead>
            <tr>
              <th scope="col">{t.axis}</th>
              <th scope="col">{t.industry}</th>
              <th scope="col">{t.thresholds}</th>
              <th scope="col">{t.period}</th>
              <th scope="col">{t.article}</th>
            </tr>
          </thead>
          <tbody>
            {sets.map((set) => (
              <tr>
                <th scope="row">
                  <a href={paths.sizeRule(setKey(set), set.valid_from)}>{axisName(set.axis, locale)}</a>
                </th>
                <td data-label={t.industry}>{industryName(set.industry, locale)}</td>
                <td data-label={t.thresholds}>
                  {lineWords(set, locale).map((words) => (
                    <p>{words}</p>
                  ))}
                  {missingWords(set, locale) && <p class="quiet">{missingWords(set, locale)}</p>}
                </td>
                <td data-label={t.period}>{periodWords(set, locale)}</td>
                <td data-label={t.article}>
                  {set.rules.length > 0 && (
                    <>
                      <span lang="vi">{set.article}</span>, {set.is_checked ? t.checked : t.unchecked}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <Downloads locale={locale} path={paths.sizeRules()} />
    </DeskLayout>
  )
}

function lineWords({ rules }: SizeSet, locale: View["locale"]) {
  return classesDown.flatMap((name) => {
    const rule = rules.find((each) => each.class === name)
    return rule ? [`${classOfSizeName(name, locale)}: ${thresholdWords(rule, locale)}`] : []
  })
}

function missingWords({ rules }: SizeSet, locale: View["locale"]) {
  const missing = missingClasses(rules)
  const t = texts[locale]
  if (missing.length === classesDown.length) return t.allMissing
  return missing.length > 0
    ? t.missing(missing.map((name) => classOfSizeName(name, locale).toLowerCase()).join(", "))
    : undefined
}

type SetPageProps = Given & { set: SizeSet; form: FormState; isNew: boolean; history: RecordHistory }

/** The thresholds of one axis and sector, class by class. */
export function SetPage({ view, person, set, form, isNew, history }: SetPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const title = `${axisName(set.axis, locale)}: ${industryName(set.industry, locale)}`
  const trail = [...administrationTrail(view), { name: t.title, path: paths.sizeRules() }]
  const path = paths.sizeRule(setKey(set), set.valid_from)
  if (!may(person, "administer")) {
    return (
      <DeskLayout view={view} person={person} title={title} trail={trail}>
        <div class="page-heading">
          <h1>{title}</h1>
          <p class="lead">{periodWords(set, locale)}</p>
        </div>
        {[...lineWords(set, locale), missingWords(set, locale)].map((words) => words && <p>{words}</p>)}
        <History view={view} history={history} />
      </DeskLayout>
    )
  }
  const labels = {
    least_members: t.leastMembers,
    least_revenue: t.leastRevenue,
    least_capital: t.leastCapital,
  }
  return (
    <FormPage
      view={view}
      person={person}
      title={isNew ? `${title}, ${t.newPeriod.toLowerCase()}` : title}
      lead={isNew ? t.newLead : t.editLead}
      trail={trail}
      form={form}
      action={isNew ? `${path}/moi` : path}
      submit={t.save}
      back={paths.sizeRules()}
      before={
        !isNew &&
        set.id !== null &&
        set.valid_to === "infinity" && (
          <p>
            <a href={`${path}/moi`}>{t.newPeriod}</a>
          </p>
        )
      }
      after={<History view={view} history={history} />}
    >
      <VersionField version={Number(form.values[versionField]?.[0] ?? set.version)} />
      {classesDown
        .filter((name) => name !== "micro")
        .flatMap((name) =>
          asked[set.axis].map((field) => (
            <NumberField
              form={form}
              name={`${name}_${field}`}
              label={labels[field](classOfSizeName(name, locale))}
              optional={fieldTexts[locale].optional}
              {...(field !== "least_members" && { unit: t.dong })}
            />
          )),
        )}
      <Checkbox form={form} name="micro" label={t.lowest} />
      <TextField form={form} name="article" label={t.article} lang="vi" />
      <Checkbox form={form} name="is_checked" label={t.is_checked} />
      <DayField form={form} name="valid_from" label={t.valid_from} />
      <DayField
        form={form}
        name="valid_to"
        label={t.valid_to}
        hint={t.openHint}
        optional={fieldTexts[locale].optional}
      />
    </FormPage>
  )
}

/** The thresholds as a file. */
export function setsList({ locale, today }: View, rows: readonly SizeSet[]): List<SizeSet> {
  const t = texts[locale]
  return {
    name: `nguong-quy-mo-${today}`,
    title: t.title,
    rows,
    columns: [
      {
        key: "axis",
        heading: t.axis,
        value: ({ axis }) => axisName(axis, locale),
        stored: ({ axis }) => axis,
      },
      {
        key: "industry",
        heading: t.industry,
        value: ({ industry }) => industryName(industry, locale),
        stored: ({ industry }) => industry,
      },
      {
        key: "rules",
        heading: t.thresholds,
        value: (set) => [...lineWords(set, locale), missingWords(set, locale)].filter(Boolean).join("; "),
        stored: ({ rules }) => rules,
      },
      {
        key: "period",
        heading: t.period,
        value: (set) => periodWords(set, locale),
        stored: ({ valid_from, valid_to }) => ({ valid_from, valid_to }),
      },
      { key: "article", heading: t.article, value: ({ article }) => article },
      {
        key: "is_checked",
        heading: t.is_checked,
        value: ({ is_checked }) => (is_checked ? t.checked : t.unchecked),
        stored: ({ is_checked }) => is_checked,
      },
    ],
  }
}
