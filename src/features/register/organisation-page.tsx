import type { Child } from "hono/jsx"
import { formatDay, formatMoney, isOpen } from "../../ui/format.ts"
import { Layout } from "../../ui/layout/layout.tsx"
import { Table } from "../../ui/table/table.tsx"
import type { View } from "../../web/view.ts"
import { lifeTexts, readingTexts } from "../lives/life-texts.ts"
import { type AskedReading, readingQuery } from "../lives/reading.ts"
import { texts as mistakeTexts } from "../mistakes/texts.ts"
import { placeNameWithParent } from "../places/names.ts"
import { DayPicker } from "../plans/day-picker.tsx"
import type { listAllRecords } from "../records/keep-records.ts"
import { Records } from "../records/pages.tsx"
import { faultOfCode } from "./code.ts"
import { publishesContact } from "./contact.ts"
import type { Organisation, OrganisationRecord } from "./find-organisation.ts"
import { lawNames, organisationTexts } from "./organisation-texts.ts"
import { LifeLine } from "./public-life-line.tsx"
import { StatusMark } from "./status-mark.tsx"
import type { Stay } from "./stretches.ts"
import { kindName, kindNames, kindWord, sectorName, sectorWord } from "./vocabulary.ts"
import { YearlyFigures } from "./yearly-figures.tsx"

type OrganisationPageProps = {
  view: View
  /** By what is known now. */
  organisation: Organisation
  /** As it was asked for; none where nothing was known of it by then. */
  record: OrganisationRecord | undefined
  asked: AskedReading
  /** What it has beside its registered facts, as the public may read it. */
  details: Awaited<ReturnType<typeof listAllRecords>>
}

/** What is known of one organisation on a day: who it is, where, what it reported, what happened to it. */
export function OrganisationPage({ view, organisation: now, record, asked, details }: OrganisationPageProps) {
  const { locale, paths } = view
  const t = organisationTexts[locale]
  const { organisation } = record ?? { organisation: now }
  const shownOn = asked.day ?? view.today
  const seat = record && `, ${placeOf(stayOn(record.stays, shownOn), view)}`
  return (
    <Layout
      view={view}
      title={organisation.name}
      description={`${kindName(organisation.kind, locale)} ${organisation.name}${seat ?? ""}`}
      trail={[
        { name: t.register, path: paths.organisations() },
        {
          name: kindNames(organisation.kind, locale),
          path: paths.organisations({ loai: kindWord(organisation.kind) }),
        },
      ]}
    >
      <article class="organisation">
        <div class="page-heading">
          <p class="kicker">
            {kindName(organisation.kind, locale)}
            {organisation.is_sample && <span class="sample-mark">{t.sample}</span>}
          </p>
          <h1 lang="vi">{organisation.name}</h1>
          {record && (
            <p>
              <StatusMark status={organisation.status} locale={locale} />{" "}
              <span class="quiet">{t.since(formatDay(record.statusSince, locale))}</span>
            </p>
          )}
          <ReadingWords view={view} record={record} asked={asked} />
          <DayPicker
            view={view}
            path={paths.organisation(organisation)}
            day={asked.day ?? asked.known}
            shownOn={shownOn}
            unread={asked.unreadDay}
          >
            <KnownField view={view} asked={asked} />
          </DayPicker>
        </div>

        {record && (
          <OrganisationFacts
            view={view}
            record={withPublicContact(record)}
            shownOn={shownOn}
            details={
              <Records
                view={view}
                organisation={organisation}
                records={details}
                day={shownOn}
                keeps={false}
                file={{ path: view.paths.organisationRecords(organisation), query: readingQuery(asked) }}
              />
            }
          />
        )}
        <p class="no-print">
          <a href={paths.reportMistake(organisation)} rel="nofollow">
            {mistakeTexts[locale].report}
          </a>
        </p>
      </article>
    </Layout>
  )
}

type ReadingWordsProps = Pick<OrganisationPageProps, "view" | "record" | "asked">

/** Which day the page is about, and whose knowledge it goes by. */
function ReadingWords({ view, record, asked: { day, known } }: ReadingWordsProps) {
  const { locale, today } = view
  const t = organisationTexts[locale]
  const shown = (each: string) => formatDay(each, locale)
  if (!record) return <p class="notice">{lifeTexts[locale].nothingKnown(shown(known ?? today))}</p>
  return (
    <>
      {record.organisation.is_before ? (
        <p class="notice">{t.before(shown(day ?? today))}</p>
      ) : (
        day && !known && <p class="notice">{t.asOf(shown(day))}</p>
      )}
      {known && (
        <p class="notice">
          {readingTexts[locale].asOfAsKnown(shown(day ?? today), shown(known))} {t.contactIsOfNow}
        </p>
      )}
    </>
  )
}

function KnownField({ view, asked: { known, unreadKnown } }: Pick<OrganisationPageProps, "view" | "asked">) {
  const t = readingTexts[view.locale]
  return (
    <>
      <label for="biet-den">{t.asKnown}</label>
      <input
        id="biet-den"
        name="biet-den"
        inputmode="numeric"
        autocomplete="off"
        placeholder={formatDay(view.today, "vi")}
        value={unreadKnown ?? (known ? formatDay(known, "vi") : "")}
        aria-invalid={unreadKnown ? "true" : undefined}
        aria-describedby={unreadKnown ? "biet-den-loi" : undefined}
      />
      {unreadKnown && (
        <strong id="biet-den-loi" class="field-error">
          {t.dayUnread(unreadKnown)}
        </strong>
      )}
    </>
  )
}

type OrganisationFactsProps = {
  view: View
  record: OrganisationRecord
  shownOn: string
  /** What stands between the facts and the yearly figures. */
  details?: Child
}

/** What the public may read of how to reach it; the desk reads all of it. */
function withPublicContact(record: OrganisationRecord): OrganisationRecord {
  if (publishesContact(record.organisation)) return record
  const hidden = { address: null, phone: null, email: null }
  return { ...record, organisation: { ...record.organisation, ...hidden } }
}

/** The record itself, which the public page and the desk show alike. */
export function OrganisationFacts({ view, record, shownOn, details }: OrganisationFactsProps) {
  return (
    <>
      <Registration view={view} organisation={record.organisation} stay={stayOn(record.stays, shownOn)} />
      {details}
      <YearlyFigures view={view} organisation={record.organisation} years={record.years} />
      <Affiliates view={view} organisation={record.organisation} affiliates={record.affiliates} />
      <LifeLine view={view} record={record} day={shownOn} />
      <Places view={view} stays={record.stays} />
      <Names view={view} names={record.names} />
    </>
  )
}

function stayOn(stays: Stay[], day: string) {
  return stays.find(({ valid_to }) => isOpen(valid_to) || valid_to >= day) ?? stays.at(-1)!
}

function Registration({
  view,
  organisation,
  stay,
}: { view: View; stay: Stay } & Pick<OrganisationRecord, "organisation">) {
  const { locale, paths } = view
  const t = organisationTexts[locale]
  const { code, certificate_number, certificate_on, governing_law } = organisation
  const laws: Readonly<Record<string, string>> = lawNames[locale]
  const certificate =
    certificate_number && certificate_on
      ? t.certificateOn(certificate_number, formatDay(certificate_on, locale))
      : certificate_number
  return (
    <section aria-labelledby="dang-ky">
      <h2 id="dang-ky">{t.facts}</h2>
      <dl class="facts">
        <Fact name={t.code}>
          {code ? <Code code={code} view={view} /> : <span class="quiet">{t.noCode}</span>}
        </Fact>
        <Fact name={t.place}>
          <a href={paths.place({ slug: stay.place_slug })} lang="vi">
            {placeOf(stay, view)}
          </a>
        </Fact>
        <Fact name={t.sector}>
          <a href={paths.organisations({ "linh-vuc": sectorWord(organisation.sector) })}>
            {sectorName(organisation.sector, locale)}
          </a>
        </Fact>
        <Fact name={t.businessLine}>{organisation.business_line}</Fact>
        <Fact name={t.founded}>
          <time datetime={organisation.founded_on}>{formatDay(organisation.founded_on, locale)}</time>
        </Fact>
        <Fact name={t.certificate}>{certificate}</Fact>
        <Fact name={t.law}>{governing_law && laws[governing_law]}</Fact>
        <Fact name={t.capital}>
          {organisation.charter_capital !== null && formatMoney(organisation.charter_capital, locale)}
        </Fact>
        <Fact name={t.shortName}>{organisation.short_name}</Fact>
        <Fact name={t.foreignName}>{organisation.foreign_name}</Fact>
        <Fact name={t.representative}>{organisation.legal_representative}</Fact>
        <Contact view={view} organisation={organisation} />
      </dl>
    </section>
  )
}

function Contact({ view, organisation }: { view: View } & Pick<OrganisationRecord, "organisation">) {
  const t = organisationTexts[view.locale]
  const { address, phone, email, website } = organisation
  if (!address && !phone && !email && !website) return <Fact name={t.contact}>{t.noContact}</Fact>
  return (
    <>
      <Fact name={t.address}>{address}</Fact>
      <Fact name={t.phone}>{phone && <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>}</Fact>
      <Fact name={t.email}>{email && <a href={`mailto:${email}`}>{email}</a>}</Fact>
      <Fact name={t.website}>{website && <Website address={website} />}</Fact>
    </>
  )
}

/** Typed by people: only what is an address of the web becomes a link. */
function Website({ address }: { address: string }) {
  const url = URL.parse(/^https?:/i.test(address) ? address : `https://${address}`)
  if (!url || !/^https?:$/.test(url.protocol)) return <>{address}</>
  return (
    <a href={url.href} rel="nofollow noopener">
      {address}
    </a>
  )
}

/** A fact that is not known takes no room. */
function Fact({ name, children }: { name: string; children?: Child }) {
  if (children === null || children === undefined || children === false || children === "") return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Code({ code, view }: { code: string; view: View }) {
  const t = organisationTexts[view.locale]
  const fault = faultOfCode(code)
  return (
    <>
      <span class="figure">{code}</span>
      {fault && <span class="code-note">{fault === "form" ? t.code_form : t.code_check_digit}</span>}
    </>
  )
}

function Affiliates({
  view,
  organisation,
  affiliates,
}: { view: View } & Pick<OrganisationRecord, "organisation" | "affiliates">) {
  const { locale, paths } = view
  const t = organisationTexts[locale]
  if (affiliates.length === 0) return null
  return (
    <section aria-labelledby="lien-ket">
      <h2 id="lien-ket">{organisation.kind === "cooperative_union" ? t.memberCooperatives : t.unions}</h2>
      <ul class="affiliates">
        {affiliates.map((affiliate) => (
          <li>
            <a href={paths.organisation(affiliate)} lang="vi">
              {affiliate.name}
            </a>{" "}
            <span class="quiet">{t.since(formatDay(affiliate.valid_from, locale))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Places({ view, stays }: { view: View; stays: Stay[] }) {
  const { locale, paths } = view
  const t = organisationTexts[locale]
  if (stays.length < 2) return null
  return (
    <section>
      <h2 id="dia-ban-cu">{t.stays}</h2>
      <p class="quiet">{t.staysWords}</p>
      <Table caption={t.stays} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.place}</th>
          </tr>
        </thead>
        <tbody>
          {stays.map((stay) => (
            <tr>
              <th scope="row">{periodOf(stay, view)}</th>
              <td lang="vi">
                <a href={paths.place({ slug: stay.place_slug })}>{placeOf(stay, view)}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function Names({ view, names }: { view: View; names: OrganisationRecord["names"] }) {
  const t = organisationTexts[view.locale]
  if (names.length < 2) return null
  return (
    <section>
      <h2 id="ten-cu">{t.formerNames}</h2>
      <Table caption={t.formerNames} quietCaption>
        <thead>
          <tr>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.name}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((each) => (
            <tr>
              <th scope="row">{periodOf(each, view)}</th>
              <td lang="vi">{each.name}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function periodOf({ valid_from, valid_to }: { valid_from: string; valid_to: string }, { locale }: View) {
  const t = organisationTexts[locale]
  const from = formatDay(valid_from, locale)
  return isOpen(valid_to) ? t.fromOn(from) : t.fromTo(from, formatDay(valid_to, locale))
}

function placeOf(stay: Stay, { locale }: View) {
  const { place_kind, place_name, parent_kind, parent_name } = stay
  const parent = parent_kind && parent_name ? { kind: parent_kind, name: parent_name } : null
  return placeNameWithParent({ kind: place_kind, name: place_name }, parent, locale)
}
