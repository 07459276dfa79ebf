import { may } from "../../rights/rights.ts"
import type { Person } from "../../rights/roles.ts"
import { Button } from "../../ui/button/button.tsx"
import { Downloads } from "../../ui/downloads/downloads.tsx"
import { formatMoment, formatNumber } from "../../ui/format.ts"
import { DeskLayout } from "../../ui/layout/desk-layout.tsx"
import { Pager } from "../../ui/pager/pager.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { administrationTrail } from "../administration/trail.ts"
import { type JobRow, type JobState, jobStates } from "./queries.ts"
import { stateAddress } from "./state-addresses.ts"
import { kindName, stateNames, texts } from "./texts.ts"

export const jobsPerPage = 50

type JobsPageProps = {
  view: View
  person: Person
  jobs: JobRow[]
  total: number
  page: number
  state: JobState | undefined
}

export function JobsPage({ view, person, jobs, total, page, state }: JobsPageProps) {
  const { locale, paths } = view
  const t = texts[locale]
  const mayRetry = may(person, "administer")
  return (
    <DeskLayout view={view} person={person} title={t.title} trail={administrationTrail(view)}>
      <div class="page-heading">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
      <nav class="state-filter" aria-label={t.filter}>
        <ul>
          {[undefined, ...jobStates].map((each) => (
            <li>
              <a
                href={paths.jobs({ "trang-thai": each && stateAddress[each] })}
                aria-current={each === state ? "page" : undefined}
              >
                {each ? stateNames[locale][each] : t.all}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {jobs.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <Table caption={t.title} quietCaption>
          <thead>
            <tr>
              <th scope="col">{t.kind}</th>
              <th scope="col">{t.state}</th>
              <th scope="col" class="table__number">
                {t.attempts}
              </th>
              <th scope="col">{t.moment}</th>
              {mayRetry && <th scope="col">{t.action}</th>}
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr>
                <th scope="row">{kindName(job.kind, locale)}</th>
                <td>
                  <span class={`state state--${job.state}`}>{stateNames[locale][job.state]}</span>
                  {job.error && <p class="state-reason">{job.error}</p>}
                </td>
                <td class="table__number">{formatNumber(job.attempts, locale)}</td>
                <td>{momentOf(job, view)}</td>
                {mayRetry && (
                  <td>
                    {job.state === "failed" && (
                      <form method="post" action={paths.jobRetry(job.id)}>
                        <Button quiet>
                          {t.retry}
                          <span class="visually-hidden">: {kindName(job.kind, locale)}</span>
                        </Button>
                      </form>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Downloads locale={locale} path={paths.jobs()} query={{ "trang-thai": state && stateAddress[state] }} />
      <Pager
        locale={locale}
        page={page}
        perPage={jobsPerPage}
        total={total}
        pathOf={(each) => paths.jobs({ "trang-thai": state && stateAddress[state], trang: each })}
      />
    </DeskLayout>
  )
}

function momentOf(job: JobRow, { locale }: View) {
  if (job.state === "waiting") return texts[locale].startsAt(formatMoment(job.start_after, true, locale))
  return formatMoment(job.completed_on ?? job.created_on, true, locale)
}
