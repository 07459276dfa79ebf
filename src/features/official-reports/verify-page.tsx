import { Button } from "../../ui/button/button.tsx"
import { FileField } from "../../ui/field/file-field.tsx"
import { Form, FormActions } from "../../ui/field/form.tsx"
import { FormSummary } from "../../ui/field/form-summary.tsx"
import { TextField } from "../../ui/field/text-field.tsx"
import { formatDay, formatTime } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { FormState } from "../../web/forms.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { fileKinds } from "./build-files.ts"
import { isDraft } from "./edition.ts"
import { keyFigures } from "./key-figures.ts"
import { isMarked } from "./source-words.ts"
import { sourceName } from "./sources.ts"
import type { KnownBuild, Verdict } from "./verdict.ts"
import { verifyTexts } from "./verify-texts.ts"

type VerifyPageProps = { view: View; form: FormState; verdict?: Verdict | undefined }

/** Where anyone learns whether a file is one that the portal built, and what it said. */
export function VerifyPage({ view, form, verdict }: VerifyPageProps) {
  const { locale, paths } = view
  const t = verifyTexts[locale]
  return (
    <Layout view={view} title={t.title} description={t.lead} canonical={paths.verification()}>
      <header class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      {verdict && <VerdictWords view={view} verdict={verdict} />}
      <FormSummary form={form} locale={locale} />
      <div class="verification">
        <form class="form" action={paths.verification()} novalidate>
          <TextField form={form} name="ma" label={t.code} hint={t.codeHint} />
          <FormActions>
            <Button>{t.check}</Button>
          </FormActions>
        </form>
        <Form action={paths.verification()} files>
          <FileField
            form={form}
            name="tep"
            label={t.file}
            hint={t.fileHint}
            locale={locale}
            accept=".docx,.xlsx"
          />
          <FormActions>
            <Button quiet>{t.checkFile}</Button>
          </FormActions>
        </Form>
      </div>
    </Layout>
  )
}

function VerdictWords({ view, verdict: { asked, build } }: { view: View; verdict: Verdict }) {
  const { locale } = view
  const t = verifyTexts[locale]
  if (!build) {
    return (
      <section class="verdict verdict--unknown" aria-labelledby="ket-qua">
        <h2 id="ket-qua">{t.verdict}</h2>
        <p>
          <strong>{"code" in asked ? t.unknownCode : t.unknownFile}</strong>
        </p>
        {"hash" in asked && (
          <p class="verdict__hash">
            {t.hashOf}: <code>{asked.hash}</code>
          </p>
        )}
      </section>
    )
  }
  return (
    <section
      class={`verdict ${isMarked(build.facts) ? "verdict--draft" : "verdict--genuine"}`}
      aria-labelledby="ket-qua"
    >
      <h2 id="ket-qua">{t.verdict}</h2>
      <p>
        <strong>{"code" in asked ? t.genuineCode : t.genuine}</strong>
      </p>
      {isDraft(build.facts) && (
        <p>
          <strong>{t.draft}</strong>
        </p>
      )}
      {build.facts.isFictional && (
        <p>
          <strong>{t.fictional}</strong>
        </p>
      )}
      <NewerWords view={view} build={build} />
      {"code" in asked && <p class="quiet">{t.codeCaution}</p>}
      <BuildFacts view={view} build={build} />
      <Figures view={view} build={build} />
      <p>
        <a href={view.paths.verificationJson({ ma: "hash" in asked ? asked.hash : asked.code })}>
          {t.forPrograms}
        </a>
      </p>
    </section>
  )
}

function NewerWords({ view: { locale, paths }, build: { newer } }: { view: View; build: KnownBuild }) {
  if (!newer) return null
  const t = verifyTexts[locale]
  return (
    <p>
      <strong>{t.newer(newer.code, formatTime(newer.built_at, locale))}</strong>{" "}
      <a href={paths.verification({ ma: newer.code })}>{t.seeNewer}</a>
    </p>
  )
}

function BuildFacts({ view: { locale }, build }: { view: View; build: KnownBuild }) {
  const t = verifyTexts[locale]
  const { facts } = build
  const { snapshot } = facts
  return (
    <dl class="facts">
      <div>
        <dt>{t.place}</dt>
        <dd>{placeName(facts.place, locale)}</dd>
      </div>
      <div>
        <dt>{t.period}</dt>
        <dd>{facts.period === "half" ? t.half(facts.year) : t.year(facts.year)}</dd>
      </div>
      <div>
        <dt>{t.source}</dt>
        <dd>
          {snapshot
            ? t.snapshot(sourceName(snapshot), formatDay(snapshot.taken_on, locale))
            : t.counted(formatDay(facts.counted_on, locale))}
        </dd>
      </div>
      <div>
        <dt>{t.built}</dt>
        <dd>{formatTime(build.built_at, locale)}</dd>
      </div>
      <div>
        <dt>{t.codeOf}</dt>
        <dd>
          <code>{build.code}</code>
        </dd>
      </div>
      {fileKinds.map((kind) => (
        <div>
          <dt>{t[kind]}</dt>
          <dd>
            <code class="verdict__hash">{build.hashes[kind]}</code>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Figures({ view: { locale }, build: { facts } }: { view: View; build: KnownBuild }) {
  const t = verifyTexts[locale]
  const figures = keyFigures(facts, locale)
  if (figures.length === 0) return null
  return (
    <Table caption={t.figures}>
      <thead>
        <tr>
          <th scope="col">{t.indicator}</th>
          <th scope="col" class="table__number">
            {t.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ name, shown, isEstimate }) => (
          <tr>
            <th scope="row">{name}</th>
            <td class="table__number">
              <span lang="vi">{shown}</span>
              {isEstimate && ` (${t.estimate})`}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
