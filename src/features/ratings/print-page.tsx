import { formatDay } from "../../ui/format.ts"
import { inBoth } from "../../ui/language.ts"
import { asset } from "../../web/assets.ts"
import type { View } from "../../web/view.ts"
import { placeName } from "../places/names.ts"
import { classOfSizeName, type SizeClass, sizeClasses } from "../register/sizes.ts"
import { isSplit, type RatingItem } from "./definition.ts"
import { countedOf, type SheetRecord } from "./read-sheet.ts"
import { className, formatPoints } from "./scheme-words.ts"
import { type Score, scoreSheet } from "./scoring.ts"
import { answerWords, figuresShown, textsOfTable } from "./sheet-table.tsx"
import { sheetTexts } from "./sheet-texts.ts"

const texts = inBoth({
  print: ["Bản in phiếu đánh giá", "Scoring sheet in print"],
  printNow: ["In", "Print"],
  nation: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
  motto: ["Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"],
  appendix: ["Phụ lục 2", "Appendix 2"],
  title: [
    (year: number) => `Bảng đánh giá hợp tác xã năm ${year}`,
    (year: number) => `Assessment of the cooperative, ${year}`,
  ],
  name: ["Tên hợp tác xã", "Name of the cooperative"],
  address: ["Địa chỉ", "Address"],
  phone: ["Điện thoại", "Phone"],
  email: ["Email", "E-mail"],
  certificate: ["Số giấy chứng nhận đăng ký kinh doanh", "Number of the certificate of registration"],
  industry: ["Phân loại theo ngành nghề", "By industry"],
  supplied: ["Sản phẩm, dịch vụ cung ứng cho thành viên", "Products and services supplied to members"],
  production: ["Sản xuất", "Production"],
  consumption: ["Tiêu dùng", "Consumption"],
  labour: ["Lao động", "Labour"],
  mixed: ["Hỗn hợp", "Mixed"],
  byMembers: ["Phân loại theo quy mô thành viên", "Size by members"],
  byCapital: ["Phân loại theo quy mô tổng nguồn vốn", "Size by total capital"],
  selfPoints: ["Điểm hợp tác xã tự chấm", "Self-score"],
  note: ["Ghi chú", "Note"],
  class: ["Xếp loại", "Class"],
  board: ["Ban kiểm soát (kiểm soát viên)", "Control board (controller)"],
  chair: ["TM. Hội đồng quản trị", "For the board of directors"],
  sign: ["(Ký, ghi rõ họ tên)", "(Signature and full name)"],
  checkedOn: [(day: string) => `Đã kiểm tra ngày ${day}`, (day: string) => `Checked on ${day}`],
  byScheme: [(basis: string) => `Theo ${basis}`, (basis: string) => `By ${basis}`],
  from: [(address: string) => `In từ ${address}`, (address: string) => `Printed from ${address}`],
  notFinal: ["Bản nháp, chưa gửi cơ quan đăng ký", "A draft, not sent to the registration body yet"],
})

export type PrintFacts = {
  address: string | null
  phone: string | null
  email: string | null
  certificate_number: string | null
  industry: string
  members: SizeClass | null
  capital: SizeClass | null
}

type PrintProps = { view: View; record: SheetRecord; facts: PrintFacts }

/** The sheet on paper, as Appendix 2 of Circular 01/2020/TT-BKHĐT lays it out. */
export function SheetPrintPage({ view, record, facts }: PrintProps) {
  const { locale, paths, origin } = view
  const t = texts[locale]
  const { rated, year, scheme, sheet, events } = record
  const score = scoreSheet(scheme, sheet!.answers, sheet!.figures)
  const check = events.findLast(({ kind }) => kind === "checked")
  const address = paths.ratingSheet(rated, year)
  const place = placeName({ kind: rated.place_kind, name: rated.place_name }, locale)
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${rated.name} – ${t.title(year)}`}</title>
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={asset("styles.css")} />
        <link rel="stylesheet" href={asset("desk.css")} />
        <link rel="icon" href="/bieu-trung.svg" type="image/svg+xml" />
        <script type="module" src={asset("browser.js")} />
      </head>
      <body>
        <main class="rating-print">
          <nav class="rating-print__tools no-print" aria-label={t.print}>
            <a href={address}>{sheetTexts[locale].back}</a>
            <print-button label={t.printNow} />
          </nav>
          <header class="rating-print__top">
            <p lang="vi">
              <strong>{rated.name}</strong>
            </p>
            <p lang="vi">
              <strong>{t.nation}</strong>
              <br />
              <strong>{t.motto}</strong>
            </p>
          </header>
          <p class="rating-print__appendix">
            {t.appendix}. {t.byScheme(scheme.legal_basis)}
          </p>
          <h1>{t.title(year)}</h1>
          {(sheet!.state === "draft" || sheet!.state === "checked" || sheet!.state === "returned") && (
            <p class="rating-print__draft">{t.notFinal}</p>
          )}
          <Header view={view} facts={facts} name={rated.name} place={place} />
          <PrintTable view={view} record={record} score={score} />
          <p class="rating-print__class">
            <strong>
              {t.class}: {sheet!.class ? className(sheet!.class, locale) : "–"}
            </strong>
            {countedOf(record) &&
              countedOf(record)!.points !== sheet!.points &&
              ` (${sheetTexts[locale].counted}: ${formatPoints(countedOf(record)!.points, locale)}, ${className(countedOf(record)!.class, locale).toLowerCase()})`}
          </p>
          <div class="rating-print__signatures">
            <div>
              <p>
                <strong>{t.board}</strong>
              </p>
              <p>{t.sign}</p>
              {check && (
                <p>
                  {check.done_by}
                  <br />
                  {t.checkedOn(formatDay(check.happened_on, locale))}
                </p>
              )}
            </div>
            <div>
              <p>
                <strong>{t.chair}</strong>
              </p>
              <p>{t.sign}</p>
            </div>
          </div>
          <footer class="rating-print__origin">{t.from(origin + address)}</footer>
        </main>
      </body>
    </html>
  )
}

function Header({
  view,
  facts,
  name,
  place,
}: {
  view: View
  facts: PrintFacts
  name: string
  place: string
}) {
  const { locale } = view
  const t = texts[locale]
  const lines: [string, string][] = [
    [t.name, name],
    [t.address, facts.address ?? place],
    [t.phone, facts.phone ?? ""],
    [t.email, facts.email ?? ""],
    [t.certificate, facts.certificate_number ?? ""],
    [t.industry, facts.industry],
  ]
  const boxes = (words: readonly string[], ticked?: number) =>
    words.map((word, index) => `${index === ticked ? "☒" : "☐"} ${word}`).join("   ")
  const sizes = (of: SizeClass | null) =>
    boxes(
      sizeClasses.map((size) => classOfSizeName(size, locale)),
      of ? sizeClasses.indexOf(of) : undefined,
    )
  return (
    <dl class="rating-print__facts">
      {[
        ...lines,
        // What is supplied is not kept in the register: it is ticked by hand.
        [t.supplied, boxes([t.production, t.consumption, t.labour, t.mixed])],
        [t.byMembers, sizes(facts.members)],
        [t.byCapital, sizes(facts.capital)],
      ].map(([label, value]) => (
        <div>
          <dt>{label}:</dt>
          <dd lang="vi">{value || "…"}</dd>
        </div>
      ))}
    </dl>
  )
}

function PrintTable({ view, record, score }: { view: View; record: SheetRecord; score: Score }) {
  const { locale } = view
  const t = texts[locale]
  const { scheme, sheet } = record
  const shown = (points: number | null | undefined) =>
    points === null || points === undefined ? "" : formatPoints(points, locale)
  const noteOf = (item: RatingItem) => {
    const answer = sheet!.answers[item.code] ?? {}
    return [
      ...figuresShown(item, sheet!.figures, {}, locale),
      answerWords(item, answer, locale),
      answer.note,
      answer.file_id && record.files.get(answer.file_id)?.name,
    ]
      .filter(Boolean)
      .join("; ")
  }
  return (
    <table class="rating-print__table">
      <caption class="visually-hidden">{t.title(record.year)}</caption>
      <thead>
        <tr>
          <th scope="col">{textsOfTable[locale].number}</th>
          <th scope="col">{textsOfTable[locale].criterion}</th>
          <th scope="col">{textsOfTable[locale].most}</th>
          <th scope="col">{t.selfPoints}</th>
          <th scope="col">{t.note}</th>
        </tr>
      </thead>
      <tbody>
        {scheme.definition.groups.map((group) => (
          <>
            <tr class="rating-print__group">
              <td>{group.code}</td>
              <td>{group.label[locale]}</td>
              <td>{formatPoints(group.most, locale)}</td>
              <td>{shown(score.groups.get(group.code))}</td>
              <td />
            </tr>
            {group.criteria.map((criterion) => (
              <>
                <tr>
                  <td>{criterion.code}</td>
                  <td>{criterion.label[locale]}</td>
                  <td>{criterion.most === null ? "" : formatPoints(criterion.most, locale)}</td>
                  <td>{shown(score.criteria.get(criterion.code))}</td>
                  <td>{!isSplit(criterion) && noteOf(criterion.items[0]!)}</td>
                </tr>
                {isSplit(criterion) &&
                  criterion.items.map((item) => (
                    <tr>
                      <td />
                      <td>
                        {item.code.slice(criterion.code.length) || item.code}) {item.label[locale]}
                      </td>
                      <td>{item.most === null ? "" : formatPoints(item.most, locale)}</td>
                      <td>{shown(score.items.get(item.code)!.points)}</td>
                      <td>{noteOf(item)}</td>
                    </tr>
                  ))}
              </>
            ))}
          </>
        ))}
        <tr class="rating-print__group">
          <td />
          <td>{sheetTexts[locale].total}</td>
          <td>100</td>
          <td>{shown(score.points)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  )
}
