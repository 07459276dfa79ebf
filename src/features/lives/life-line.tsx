import { formatDay, formatMoney, formatTime } from "../../ui/format.ts"
import type { View } from "../../web/view.ts"
import { placeNameInside, placeNameWithParent } from "../places/names.ts"
import { lawNames, organisationTexts } from "../register/organisation-texts.ts"
import { type Sector, sectorName } from "../register/vocabulary.ts"
import { lifeTexts } from "./life-texts.ts"
import { nameOf } from "./pages.tsx"
import type { LifeRecord } from "./queries.ts"
import { type Chain, chainsOf, type Life } from "./read-life.ts"
import { texts } from "./texts.ts"

type LifeLineProps = {
  view: View
  life: Life
  /** As it was known then. */
  knownAt?: Date | undefined
  /** True for someone who may correct what was recorded. */
  keeps: boolean
}

/** Every event with its document, file and author, and beside it what was recorded before it was corrected. */
export function LifeLine({ view, life, knownAt, keeps }: LifeLineProps) {
  const t = lifeTexts[view.locale]
  const chains = chainsOf(life.records, knownAt)
  return (
    <section class="desk-life" aria-labelledby="qua-trinh">
      <h2 id="qua-trinh">{t.life}</h2>
      <p class="quiet">{t.lifeLead}</p>
      {chains.length === 0 && <p class="empty">{t.nothing}</p>}
      <ol class="life-line">
        {chains.map((chain) => (
          <li id={`su-kien-${chain.root_id}`}>
            <time datetime={chain.happened_on}>{formatDay(chain.happened_on, view.locale)}</time>
            <div class="desk-life__event">
              {chain.current && (
                <>
                  <EventRecord view={view} life={life} record={chain.current} />
                  {keeps && isCorrectable(chain.current) && (
                    <Corrections view={view} life={life} record={chain.current} />
                  )}
                </>
              )}
              {chain.withdrawal && <Withdrawal view={view} record={chain.withdrawal} />}
              <Former view={view} life={life} chain={chain} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What the register itself recorded when places were redrawn is put right where places are kept. */
function isCorrectable({ kind, superseded_at }: LifeRecord) {
  return superseded_at === null && kind !== "place_reorganised"
}

function Corrections({ view, life, record }: { view: View; life: Life; record: LifeRecord }) {
  const { locale, paths } = view
  const t = texts[locale]
  const of = <span class="visually-hidden"> {nameOf(record.kind, view)}</span>
  return (
    <p class="desk-life__corrections no-print">
      <a href={paths.deskRecordCorrection(life, record)}>
        {t.correct}
        {of}
      </a>
      <a href={paths.deskRecordWithdrawal(life, record)}>
        {t.withdraw}
        {of}
      </a>
    </p>
  )
}

function EventRecord({ view, life, record }: { view: View; life: Life; record: LifeRecord }) {
  const { locale } = view
  const t = lifeTexts[locale]
  const { note, until_on, recorded_by, recorded_at, corrects_id } = record
  const made = (corrects_id === null ? t.recorded : t.corrected)(recorded_by, formatTime(recorded_at, locale))
  return (
    <>
      <EventWords view={view} life={life} record={record} />
      {until_on && <p>{t.until(formatDay(until_on, locale))}</p>}
      <Document view={view} life={life} record={record} />
      {note && <p class="quiet">{t.note(note)}</p>}
      <FactsSet view={view} life={life} record={record} />
      <p class="quiet">{made}</p>
    </>
  )
}

function EventWords({ view, life, record }: { view: View; life: Life; record: LifeRecord }) {
  const { locale, paths } = view
  const { kind, facts, other_slug, other_name } = record
  const place = facts.place_id === undefined ? undefined : life.places.get(facts.place_id)
  return (
    <p>
      <strong>{nameOf(kind, view)}</strong>
      {other_slug && (
        <>
          {": "}
          <a href={paths.organisation({ slug: other_slug })} lang="vi">
            {other_name}
          </a>
        </>
      )}
      {place && <span lang="vi"> – {placeNameInside(place, locale)}</span>}
    </p>
  )
}

function Document({ view, life, record }: { view: View; life: Life; record: LifeRecord }) {
  const { locale, paths } = view
  const t = lifeTexts[locale]
  const { document_number, document_on, file_name } = record
  const on = document_on && formatDay(document_on, locale)
  return (
    <>
      {document_number && (
        <p class="quiet">{on ? t.documentOn(document_number, on) : t.document(document_number)}</p>
      )}
      {!document_number && on && <p class="quiet">{t.documentDated(on)}</p>}
      {file_name && (
        <p>
          <a href={paths.deskRecordFile(life, record)}>{t.file(file_name)}</a>
        </p>
      )}
    </>
  )
}

/** Struck through, and still there to be read: what it said, who recorded it and when. */
function Former({ view, life, chain }: { view: View; life: Life; chain: Chain }) {
  const { locale } = view
  const t = lifeTexts[locale]
  if (chain.former.length === 0) return null
  return (
    <div class="desk-life__former">
      <p class="quiet">{t.former}</p>
      <ul>
        {chain.former.map((record) => (
          <li>
            <del>
              {formatDay(record.happened_on, locale)} <FormerWords view={view} life={life} record={record} />
            </del>
            <FactsSet view={view} life={life} record={record} />
            <p class="quiet">{t.recorded(record.recorded_by, formatTime(record.recorded_at, locale))}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function FormerWords({ view, life, record }: { view: View; life: Life; record: LifeRecord }) {
  const { locale } = view
  const t = lifeTexts[locale]
  const { kind, facts, document_number, until_on, other_name } = record
  const place = facts.place_id === undefined ? undefined : life.places.get(facts.place_id)
  return (
    <>
      {[
        nameOf(kind, view),
        other_name,
        place && placeNameInside(place, locale),
        until_on && t.until(formatDay(until_on, locale)),
        document_number && t.document(document_number),
      ]
        .filter(Boolean)
        .join(" – ")}
    </>
  )
}

function Withdrawal({ view, record }: { view: View; record: LifeRecord }) {
  const t = lifeTexts[view.locale]
  return (
    <>
      <p>
        <strong>{t.withdrawn(record.recorded_by, formatTime(record.recorded_at, view.locale))}</strong>
      </p>
      {record.note && <p>{t.reason(record.note)}</p>}
    </>
  )
}

function FactsSet({ view, life, record }: { view: View; life: Life; record: LifeRecord }) {
  const rows = factRows(view, life, record)
  if (rows.length === 0) return null
  return (
    <details>
      <summary>{lifeTexts[view.locale].facts}</summary>
      <dl class="desk-life__facts">
        {rows.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** What an event set, fact by fact; a fact that it took away has a dash. */
function factRows({ locale }: View, life: Life, { facts }: LifeRecord): [name: string, value: string][] {
  const t = organisationTexts[locale]
  const laws: Readonly<Record<string, string>> = lawNames[locale]
  const place = facts.place_id === undefined ? undefined : life.places.get(facts.place_id)
  const parent =
    place?.parent_kind && place.parent_name ? { kind: place.parent_kind, name: place.parent_name } : null
  const day = (text: string | null | undefined) => (text ? formatDay(text, locale) : text)
  const rows: [name: string, value: string | null | undefined][] = [
    [t.name, facts.name],
    [t.shortName, facts.short_name],
    [t.foreignName, facts.foreign_name],
    [t.code, facts.code],
    [t.place, place && placeNameWithParent(place, parent, locale)],
    [t.sector, facts.sector && sectorName(facts.sector as Sector, locale)],
    [t.businessLine, facts.business_line],
    [t.otherLines, facts.other_lines?.join(", ")],
    [t.certificate, facts.certificate_number],
    [t.certificateDay, day(facts.certificate_on)],
    [t.law, facts.governing_law && (laws[facts.governing_law] ?? facts.governing_law)],
    [
      t.capital,
      typeof facts.charter_capital === "number"
        ? formatMoney(facts.charter_capital, locale)
        : facts.charter_capital,
    ],
    [t.representative, facts.legal_representative],
    [t.address, facts.address],
    [t.phone, facts.phone],
    [t.email, facts.email],
    [t.website, facts.website],
  ]
  return rows
    .filter((row): row is [string, string | null] => row[1] !== undefined)
    .map(([name, value]) => [name, value || "–"])
}
