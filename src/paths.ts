import { nameInAddress } from "./features/files/name.ts"
import type { Locale } from "./ui/language.ts"

/** Anything that an address names by its slug. */
type Named = { slug: string }

/** Anything that an address on the desk names by what the database knows it by. */
type Numbered = { id: string | number }

/** An article at the desk, in one of its languages. */
type DeskArticle = { article_id: number; locale: Locale }

/** What is seen of it, and what is done about it. */
type DeskArticlePart =
  | "sua"
  | `ban/${number}`
  | "so-sanh"
  | "khoi-phuc"
  | "gui-duyet"
  | "rut-lai"
  | "tra-lai"
  | "dang"
  | "dinh-chinh"
  | "hen-gio"
  | "bo-hen"
  | "go"
  | "dang-lai"
  | "dia-chi"
  | "xem-truoc"
  | `xem-truoc/${number}/thu-hoi`

/** What is done with a scoring sheet. */
type RatingSheetPart =
  | "kiem-soat"
  | "gui"
  | "tiep-nhan"
  | "tra-lai"
  | "cham-lai"
  | "khieu-nai"
  | "tra-loi"
  | "ban-in"
  | "xep-hang"

/** What of a rating scheme is changed, or done with it. */
type RatingSchemePart =
  | "sua"
  | "loai"
  | "phien-ban-moi"
  | "ap-dung"
  | "tieu-chi"
  | "chay-thu"
  | `nhom/${string}`
  | `tieu-chi/${string}`
  | `muc/${string}`
/** What is seen of a reporting round at the desk, and what is done about it. */
type DeskRoundPart = "sua" | "tien-do" | "khoa" | "chot-lai" | "mien" | "gia-han" | "nhac-nop"
/** A report: whose it is, in which round. */
type ReportAsked = { round: Named; reporter: Named & { kind: string } }

/** What is seen of it, and what is done about it. */
type ReportPart =
  | "dien"
  | "kiem-tra"
  | "gui"
  | `bien-nhan/${string}`
  | `de-rieng/${number}`
  | "rut-lai"
  | "tiep-nhan"
  | "tra-lai"
  | "rut-tiep-nhan"
  | "duyet"
  | "mo-lai"
  | "lich-su"

/** What a list or a figure is narrowed to; empty values leave no trace in the address. */
export type Query = Record<string, string | number | undefined | null>

export function withQuery(path: string, query: Query = {}) {
  const entries = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  )
  if (entries.length === 0) return path
  return `${path}?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))}`
}

const candidatePaths = {
  place: "/ban-lam-viec/chon/dia-ban",
  commune: "/ban-lam-viec/chon/dia-ban?cap=xa",
  organisation: "/ban-lam-viec/chon/to-chuc",
}

const reportForms = "/ban-lam-viec/quan-tri/mau-bao-cao"

/** Every address of the portal, in one language: Vietnamese at the root, English under /en with the same slugs. */
export function pathsIn(locale: Locale) {
  const at = (path: string) => (locale === "vi" ? path : path === "/" ? "/en" : `/en${path}`)
  return {
    home: () => at("/"),
    articles: (page?: number) => at(withQuery("/tin-tuc", { trang: page })),
    section: (section: Named, page?: number) => at(withQuery(`/chuyen-muc/${section.slug}`, { trang: page })),
    article: (article: Named) => at(`/tin-tuc/${article.slug}`),
    sectionFeed: (section: Named) => at(`/chuyen-muc/${section.slug}/rss.xml`),
    highlights: () => at("/tin-noi-bat"),
    articlePrint: (article: Named) => at(`/tin-tuc/${article.slug}/ban-in`),
    plans: () => at("/ke-hoach"),
    plan: (plan: Named, query?: Query) => at(withQuery(`/ke-hoach/${plan.slug}`, query)),
    target: (plan: Named, target: Named, query?: Query) =>
      at(withQuery(`/ke-hoach/${plan.slug}/chi-tieu/${target.slug}`, query)),
    measures: () => at("/so-lieu"),
    measure: (code: string, query?: Query) => at(withQuery(`/so-lieu/${code.replaceAll("_", "-")}`, query)),
    closedRounds: () => at("/dot-bao-cao"),
    closedRound: (round: Named, query?: Query) => at(withQuery(`/dot-bao-cao/${round.slug}`, query)),
    frozenFigures: (round: Named) => at(`/dot-bao-cao/${round.slug}/so-lieu`),
    frozenMeasure: (round: Named, code: string, query?: Query) =>
      at(withQuery(`/dot-bao-cao/${round.slug}/so-lieu/${code.replaceAll("_", "-")}`, query)),
    roundVersions: (round: Named, query?: Query) =>
      at(withQuery(`/dot-bao-cao/${round.slug}/so-sanh`, query)),
    places: (query?: Query) => at(withQuery("/dia-ban", query)),
    place: (place: Named, query?: Query) => at(withQuery(`/dia-ban/${place.slug}`, query)),
    organisations: (query?: Query) => at(withQuery("/hop-tac-xa", query)),
    registerCounts: (query?: Query) => at(withQuery("/hop-tac-xa/thong-ke", query)),
    organisation: (organisation: Named, query?: Query) =>
      at(withQuery(`/hop-tac-xa/${organisation.slug}`, query)),
    organisationRecords: (organisation: Named) => at(`/hop-tac-xa/${organisation.slug}/ho-so`),
    seals: (page?: number) => at(withQuery("/nhat-ky", { trang: page })),
    /** The same in both languages; the name is for people, the hash finds it. */
    file: ({ hash, name }: { hash: string; name: string }) => `/tep/${hash}/${nameInAddress(name)}`,
    textSize: () => at("/co-chu"),
    signIn: () => at("/dang-nhap"),
    secondStep: () => at("/dang-nhap/buoc-hai"),
    recoveryCode: () => at("/dang-nhap/ma-khoi-phuc"),
    passkeySignIn: () => at("/dang-nhap/khoa-truy-cap"),
    singleSignOn: (query?: Query) => at(withQuery("/dang-nhap/mot-cua", query)),
    signOut: () => at("/dang-xuat"),
    forgottenPassword: () => at("/quen-mat-khau"),
    accountLink: (token: string) => at(`/lien-ket/${token}`),
    ownAccount: () => at("/tai-khoan"),
    ownPassword: () => at("/tai-khoan/mat-khau"),
    ownSecondFactor: () => at("/tai-khoan/buoc-hai"),
    ownRecoveryCodes: () => at("/tai-khoan/ma-khoi-phuc"),
    ownPasskeys: () => at("/tai-khoan/khoa-truy-cap"),
    ownPasskeyRemoval: (id: string) => at(`/tai-khoan/khoa-truy-cap/${id}/viec-go`),
    ownAuthenticatorStart: () => at("/tai-khoan/buoc-hai/ma-moi"),
    ownAuthenticatorRemoval: () => at("/tai-khoan/buoc-hai/viec-go"),
    ownSessionEnd: (id: string) => at(`/tai-khoan/phien/${id}/ket-thuc`),
    ownOtherSessionsEnd: () => at("/tai-khoan/phien/ket-thuc"),
    ownData: () => at("/tai-khoan/du-lieu"),
    ownDataFile: () => at("/tai-khoan/du-lieu.json"),
    preview: (token: string) => at(`/xem-truoc/${token}`),
    desk: () => at("/ban-lam-viec"),
    deskSeen: () => at("/ban-lam-viec/da-xem"),
    deskArticles: (query?: Query) => at(withQuery("/ban-lam-viec/tin-bai", query)),
    newDeskArticle: () => at("/ban-lam-viec/tin-bai/moi"),
    deskArticle: ({ article_id, locale }: DeskArticle, part?: DeskArticlePart, query?: Query) =>
      at(
        withQuery(
          `/ban-lam-viec/tin-bai/${article_id}${locale === "en" ? "/tieng-anh" : ""}${part ? `/${part}` : ""}`,
          query,
        ),
      ),
    changeLog: (query?: Query) => at(withQuery("/ban-lam-viec/nhat-ky", query)),
    changeEntry: (change: Numbered) => at(`/ban-lam-viec/nhat-ky/${change.id}`),
    rights: () => at("/ban-lam-viec/quyen-han"),
    candidates: (kind: "place" | "commune" | "organisation") => at(candidatePaths[kind]),
    draft: (form: string, record: string) => at(`/ban-lam-viec/ban-nhap/${form}/${record}`),
    draftRemoval: (form: string, record: string) => at(`/ban-lam-viec/ban-nhap/${form}/${record}/loai-bo`),
    wordArticle: () => at("/ban-lam-viec/tin-bai/tu-word"),
    wordReport: (id: number) => at(`/ban-lam-viec/tin-bai/tu-word/${id}`),
    articleFiles: () => at("/ban-lam-viec/tin-bai/tep"),
    deskHighlights: () => at("/ban-lam-viec/tin-noi-bat"),
    newDeskHighlight: () => at("/ban-lam-viec/tin-noi-bat/moi"),
    deskHighlight: (highlight: Numbered) => at(`/ban-lam-viec/tin-noi-bat/${highlight.id}`),
    deskHighlightPosition: (highlight: Numbered) => at(`/ban-lam-viec/tin-noi-bat/${highlight.id}/vi-tri`),
    deskHighlightEnd: (highlight: Numbered) => at(`/ban-lam-viec/tin-noi-bat/${highlight.id}/ket-thuc`),
    deskSections: () => at("/ban-lam-viec/chuyen-muc"),
    deskSection: (section: Numbered) => at(`/ban-lam-viec/chuyen-muc/${section.id}`),
    deskSectionPosition: (section: Numbered) => at(`/ban-lam-viec/chuyen-muc/${section.id}/vi-tri`),
    deskSectionRetirement: (section: Numbered) => at(`/ban-lam-viec/chuyen-muc/${section.id}/ngung-dung`),
    deskSectionRestoration: (section: Numbered) => at(`/ban-lam-viec/chuyen-muc/${section.id}/dung-lai`),
    deskSectionDeletion: (section: Numbered) => at(`/ban-lam-viec/chuyen-muc/${section.id}/xoa`),
    deskOrganisations: (query?: Query) => at(withQuery("/ban-lam-viec/to-chuc", query)),
    deskOrganisation: (organisation: Named, query?: Query) =>
      at(withQuery(`/ban-lam-viec/to-chuc/${organisation.slug}`, query)),
    flows: (query?: Query) => at(withQuery("/ban-lam-viec/bien-dong", query)),
    registerImports: (query?: Query) => at(withQuery("/ban-lam-viec/nhap-excel", query)),
    registerForm: (place: { code: string }) => at(`/ban-lam-viec/nhap-excel/bieu-mau/${place.code}.xlsx`),
    registerImport: (sent: { id: number }, query?: Query) =>
      at(withQuery(`/ban-lam-viec/nhap-excel/${sent.id}`, query)),
    registerImportAct: (sent: { id: number }, act: "kiem-tra" | "ghi-so" | "hoan-tac" | "cot") =>
      at(`/ban-lam-viec/nhap-excel/${sent.id}/${act}`),
    registerImportFile: (sent: { id: number }, file: "danh-dau.xlsx" | "tep-goc") =>
      at(`/ban-lam-viec/nhap-excel/${sent.id}/${file}`),
    reportImports: () => at("/ban-lam-viec/bao-cao-excel"),
    reportWorkbook: (round: Named, place: { code: string }) =>
      at(`/ban-lam-viec/bao-cao-excel/bieu-mau/${round.slug}/${place.code}.xlsx`),
    reportImport: (sent: Numbered) => at(`/ban-lam-viec/bao-cao-excel/${sent.id}`),
    reportImportAct: (sent: Numbered, act: "gui" | "rut-lai") =>
      at(`/ban-lam-viec/bao-cao-excel/${sent.id}/${act}`),
    reportImportFile: (sent: Numbered, file: "danh-dau.xlsx" | "tep-goc") =>
      at(`/ban-lam-viec/bao-cao-excel/${sent.id}/${file}`),
    deskRecordsOf: (organisation: Named) => at(`/ban-lam-viec/to-chuc/${organisation.slug}/ho-so`),
    deskRecords: (organisation: Named, kind: { word: string }) =>
      at(`/ban-lam-viec/to-chuc/${organisation.slug}/ho-so/${kind.word}`),
    deskRecord: (organisation: Named, kind: { word: string }, record: { id: number }, act: "sua" | "huy") =>
      at(`/ban-lam-viec/to-chuc/${organisation.slug}/ho-so/${kind.word}/${record.id}/${act}`),
    deskNewOrganisation: (query?: Query) => at(withQuery("/ban-lam-viec/to-chuc/moi", query)),
    deskEventForm: (organisation: Named, event: string) =>
      at(`/ban-lam-viec/to-chuc/${organisation.slug}/su-kien/${event}`),
    deskEvents: (organisation: Named) => at(`/ban-lam-viec/to-chuc/${organisation.slug}#qua-trinh`),
    deskRecordCorrection: (organisation: Named, record: { id: number }) =>
      at(`/ban-lam-viec/to-chuc/${organisation.slug}/ban-ghi/${record.id}/dinh-chinh`),
    deskRecordWithdrawal: (organisation: Named, record: { id: number }) =>
      at(`/ban-lam-viec/to-chuc/${organisation.slug}/ban-ghi/${record.id}/huy`),
    deskRecordFile: (organisation: Named, record: { id: number }) =>
      at(`/ban-lam-viec/to-chuc/${organisation.slug}/ban-ghi/${record.id}/van-ban`),
    personalData: (organisation: Named) => at(`/ban-lam-viec/to-chuc/${organisation.slug}/du-lieu-ca-nhan`),
    personalDataFile: (organisation: Named) =>
      at(`/ban-lam-viec/to-chuc/${organisation.slug}/du-lieu-ca-nhan.json`),
    administration: () => at("/ban-lam-viec/quan-tri"),
    siteSettings: (query?: Query) => at(withQuery("/ban-lam-viec/quan-tri/trang", query)),
    agenciesKept: (query?: Query) => at(withQuery("/ban-lam-viec/quan-tri/co-quan", query)),
    newAgency: (query?: Query) => at(withQuery("/ban-lam-viec/quan-tri/co-quan/moi", query)),
    agencyKept: (agency: Named) => at(`/ban-lam-viec/quan-tri/co-quan/${agency.slug}`),
    agencyCorrection: (agency: Named) => at(`/ban-lam-viec/quan-tri/co-quan/${agency.slug}/sua`),
    agencyEnd: (agency: Named) => at(`/ban-lam-viec/quan-tri/co-quan/${agency.slug}/ket-thuc`),
    placesKept: (query?: Query) => at(withQuery("/ban-lam-viec/quan-tri/dia-ban", query)),
    placeKept: (place: Named) => at(`/ban-lam-viec/quan-tri/dia-ban/${place.slug}`),
    legalRules: () => at("/ban-lam-viec/quan-tri/quy-dinh"),
    newLegalRule: () => at("/ban-lam-viec/quan-tri/quy-dinh/moi"),
    legalRule: (rule: Numbered) => at(`/ban-lam-viec/quan-tri/quy-dinh/${rule.id}`),
    ratingSheets: (query?: Query) => at(withQuery("/ban-lam-viec/xep-loai", query)),
    ratingTotals: () => at("/ban-lam-viec/xep-loai/tong-hop"),
    ratingExclusions: () => at("/ban-lam-viec/xep-loai/khong-xep-loai"),
    ratingSheet: (organisation: Named, year: number, part?: RatingSheetPart) =>
      at(`/ban-lam-viec/xep-loai/${organisation.slug}/${year}${part ? `/${part}` : ""}`),
    ratingFile: (organisation: Named, year: number, id: number) =>
      at(`/ban-lam-viec/xep-loai/${organisation.slug}/${year}/tep/${id}`),
    reportingWindows: () => at("/ban-lam-viec/quan-tri/thoi-han-bao-cao"),
    newReportingWindow: () => at("/ban-lam-viec/quan-tri/thoi-han-bao-cao/moi"),
    reportingWindow: (year: number) => at(`/ban-lam-viec/quan-tri/thoi-han-bao-cao/${year}`),
    reportingWindowEnd: (year: number) => at(`/ban-lam-viec/quan-tri/thoi-han-bao-cao/${year}/ket-thuc`),
    reportingWindowUndo: (change: Numbered) =>
      at(`/ban-lam-viec/quan-tri/thoi-han-bao-cao/hoan-tac/${change.id}`),
    sizeRules: () => at("/ban-lam-viec/quan-tri/quy-mo"),
    sizeRule: (set: string, from: string) => at(`/ban-lam-viec/quan-tri/quy-mo/${set}/${from}`),
    ratingSchemes: () => at("/ban-lam-viec/quan-tri/bo-tieu-chi"),
    newRatingScheme: () => at("/ban-lam-viec/quan-tri/bo-tieu-chi/moi"),
    ratingSchemeYears: () => at("/ban-lam-viec/quan-tri/bo-tieu-chi/nam"),
    ratingScheme: (scheme: Numbered) => at(`/ban-lam-viec/quan-tri/bo-tieu-chi/${scheme.id}`),
    ratingSchemePart: (scheme: Numbered, part: RatingSchemePart) =>
      at(`/ban-lam-viec/quan-tri/bo-tieu-chi/${scheme.id}/${part}`),
    deskRounds: () => at("/ban-lam-viec/dot-bao-cao"),
    newRound: (query?: Query) => at(withQuery("/ban-lam-viec/dot-bao-cao/moi", query)),
    deskRound: (round: Named, part?: DeskRoundPart) =>
      at(`/ban-lam-viec/dot-bao-cao/${round.slug}${part ? `/${part}` : ""}`),
    roundException: (round: Named, part: "mien" | "gia-han" | "nhac-nop", noted: Numbered) =>
      at(`/ban-lam-viec/dot-bao-cao/${round.slug}/${part}/${noted.id}`),
    respondents: (round: Named, query?: Query) =>
      at(withQuery(`/ban-lam-viec/dot-bao-cao/${round.slug}/don-vi`, query)),
    enteredFigures: (query?: Query) => at(withQuery("/ban-lam-viec/uoc-thuc-hien", query)),
    newEnteredFigure: (query?: Query) => at(withQuery("/ban-lam-viec/uoc-thuc-hien/moi", query)),
    enteredFigure: (figure: Numbered) => at(`/ban-lam-viec/uoc-thuc-hien/${figure.id}`),
    reportForms: () => at(reportForms),
    reportForm: (form: Numbered) => at(`${reportForms}/${form.id}`),
    newReportFormVersion: (form: Numbered) => at(`${reportForms}/${form.id}/phien-ban`),
    newReportForm: (form: Numbered) => at(`${reportForms}/${form.id}/mau-moi`),
    reportFormHead: (form: Numbered) => at(`${reportForms}/${form.id}/thong-tin`),
    reportFormPublication: (form: Numbered) => at(`${reportForms}/${form.id}/ban-hanh`),
    reportFormWithdrawal: (form: Numbered) => at(`${reportForms}/${form.id}/rut-ve`),
    reportFormDiscard: (form: Numbered) => at(`${reportForms}/${form.id}/xoa`),
    reportFormComparison: (form: Numbered, query?: Query) =>
      at(withQuery(`${reportForms}/${form.id}/so-sanh`, query)),
    reportFormFields: (form: Numbered) => at(`${reportForms}/${form.id}/truong`),
    reportFormRules: (form: Numbered) => at(`${reportForms}/${form.id}/quy-tac`),
    newReportFormPart: (form: Numbered, word: string, query?: Query) =>
      at(withQuery(`${reportForms}/${form.id}/them/${word}`, query)),
    reportFormPart: (form: Numbered, word: string, part: { code: string }) =>
      at(`${reportForms}/${form.id}/${word}/${part.code}`),
    reportFormPartPosition: (form: Numbered, word: string, part: { code: string }) =>
      at(`${reportForms}/${form.id}/${word}/${part.code}/vi-tri`),
    reportFormPartRemoval: (form: Numbered, word: string, part: { code: string }) =>
      at(`${reportForms}/${form.id}/${word}/${part.code}/bo`),
    shortOfLaw: (query?: Query) => at(withQuery("/ban-lam-viec/chua-dung-quy-dinh", query)),
    lineLists: () => at("/ban-lam-viec/quan-tri/nganh-nghe"),
    lineList: (list: Numbered, query?: Query) =>
      at(withQuery(`/ban-lam-viec/quan-tri/nganh-nghe/${list.id}`, query)),
    linesFile: (list: Numbered) => at(`/ban-lam-viec/quan-tri/nganh-nghe/${list.id}/nganh`),
    businessLine: (list: Numbered, code: string) =>
      at(`/ban-lam-viec/quan-tri/nganh-nghe/${list.id}/${code}`),
    reorganisations: () => at("/ban-lam-viec/quan-tri/sap-xep-dia-ban"),
    reorganisationExample: () => at("/ban-lam-viec/quan-tri/sap-xep-dia-ban/vi-du.csv"),
    reorganisation: (sent: Numbered) => at(`/ban-lam-viec/quan-tri/sap-xep-dia-ban/${sent.id}`),
    reorganisationAct: (sent: Numbered, act: "ap-dung" | "bo" | "hoan-tac") =>
      at(`/ban-lam-viec/quan-tri/sap-xep-dia-ban/${sent.id}/${act}`),
    reportMistake: (organisation: Named) => at(`/hop-tac-xa/${organisation.slug}/bao-sai`),
    mistakeReported: (organisation: Named) => at(`/hop-tac-xa/${organisation.slug}/bao-sai/da-gui`),
    mistakes: () => at("/ban-lam-viec/bao-sai"),
    mistake: (report: Numbered) => at(`/ban-lam-viec/bao-sai/${report.id}`),
    lookAlikes: () => at("/ban-lam-viec/to-chuc/giong"),
    duplicates: () => at("/ban-lam-viec/trung-lap"),
    duplicatePair: (one: Named, other: Named) => at(`/ban-lam-viec/trung-lap/cap/${one.slug}/${other.slug}`),
    duplicateVerdict: (verdict: Numbered) => at(`/ban-lam-viec/trung-lap/khong-phai-mot/${verdict.id}`),
    duplicateJoin: (joined: Numbered) => at(`/ban-lam-viec/trung-lap/gop/${joined.id}`),
    waitingForPlace: (query?: Query) => at(withQuery("/ban-lam-viec/cho-xep-dia-ban", query)),
    placeCorrection: (place: Named) => at(`/ban-lam-viec/quan-tri/dia-ban/${place.slug}/sua`),
    reports: () => at("/ban-lam-viec/bao-cao"),
    filings: (round: Named, query?: Query) => at(withQuery(`/ban-lam-viec/bao-cao/${round.slug}`, query)),
    filingsFile: (round: Named) => at(`/ban-lam-viec/bao-cao/${round.slug}/danh-sach`),
    filingsAct: (round: Named, act: "tiep-nhan" | "duyet" | "rut-tiep-nhan") =>
      at(`/ban-lam-viec/bao-cao/${round.slug}/${act}`),
    filing: ({ round, reporter }: ReportAsked, part?: ReportPart, query?: Query) =>
      at(
        withQuery(
          `/ban-lam-viec/bao-cao/${round.slug}/${reporter.kind === "commune" ? "xa-phuong" : "to-chuc"}/${reporter.slug}${part ? `/${part}` : ""}`,
          query,
        ),
      ),
    jobs: (query?: Query) => at(withQuery("/ban-lam-viec/quan-tri/cong-viec", query)),
    jobRetry: (id: string) => at(`/ban-lam-viec/quan-tri/cong-viec/${id}/lan-chay-lai`),
    mails: (query?: Query) => at(withQuery("/ban-lam-viec/quan-tri/thu", query)),
    mailTest: () => at("/ban-lam-viec/quan-tri/thu/thu-kiem-tra"),
    mailRetry: (id: number) => at(`/ban-lam-viec/quan-tri/thu/${id}/lan-gui-lai`),
    health: () => at("/ban-lam-viec/quan-tri/tinh-trang"),
    people: () => at("/ban-lam-viec/quan-tri/nguoi-dung"),
    newPerson: () => at("/ban-lam-viec/quan-tri/nguoi-dung/moi"),
    person: (user: Numbered) => at(`/ban-lam-viec/quan-tri/nguoi-dung/${user.id}`),
    personPreview: (user: Numbered, query?: Query) =>
      at(withQuery(`/ban-lam-viec/quan-tri/nguoi-dung/${user.id}/xem-thu`, query)),
    personLink: (user: Numbered) => at(`/ban-lam-viec/quan-tri/nguoi-dung/${user.id}/lien-ket`),
    personDisabling: (user: Numbered) => at(`/ban-lam-viec/quan-tri/nguoi-dung/${user.id}/khoa`),
    personEnabling: (user: Numbered) => at(`/ban-lam-viec/quan-tri/nguoi-dung/${user.id}/mo-khoa`),
    personFactorReset: (user: Numbered) =>
      at(`/ban-lam-viec/quan-tri/nguoi-dung/${user.id}/dat-lai-buoc-hai`),
    personSessionsEnd: (user: Numbered) => at(`/ban-lam-viec/quan-tri/nguoi-dung/${user.id}/ket-thuc-phien`),
    roles: (user: Numbered) => at(`/ban-lam-viec/quan-tri/nguoi-dung/${user.id}/vai-tro`),
    newRole: (user: Numbered) => at(`/ban-lam-viec/quan-tri/nguoi-dung/${user.id}/vai-tro/moi`),
    roleEnd: (user: Numbered, role: Numbered) =>
      at(`/ban-lam-viec/quan-tri/nguoi-dung/${user.id}/vai-tro/${role.id}/ket-thuc`),
    endedRoles: () => at("/ban-lam-viec/quan-tri/vai-tro-het-hieu-luc"),
    roleSuccession: (role: Numbered) =>
      at(`/ban-lam-viec/quan-tri/vai-tro-het-hieu-luc/${role.id}/giao-tiep`),
    roleDismissal: (role: Numbered) =>
      at(`/ban-lam-viec/quan-tri/vai-tro-het-hieu-luc/${role.id}/khong-giao-tiep`),
    officialReports: (query?: Query) => at(withQuery("/ban-lam-viec/bao-cao-bo", query)),
    officialReport: (report: Numbered, part?: "loi" | "the-thuc" | "ban" | "nguon", query?: Query) =>
      at(withQuery(`/ban-lam-viec/bao-cao-bo/${report.id}${part ? `/${part}` : ""}`, query)),
    officialReportFile: (report: Numbered, build: Numbered, file: "xlsx" | "docx") =>
      at(`/ban-lam-viec/bao-cao-bo/${report.id}/ban/${build.id}/${file}`),
    verification: (query?: Query) => at(withQuery("/xac-minh", query)),
    verificationJson: (query?: Query) => at(withQuery("/xac-minh.json", query)),
    developmentMailbox: () => at("/hop-thu-thu-nghiem"),
    feed: () => at("/rss.xml"),
  }
}
export type Paths = ReturnType<typeof pathsIn>

/** The address of the same page in the other language. */
export function inLanguage(path: string, locale: Locale) {
  // "/en//elsewhere.vn" must not become "//elsewhere.vn", which leads away from the site.
  const vietnamese =
    path === "/en" ? "/" : path.startsWith("/en/") ? path.slice(3).replace(/^\/+/, "/") : path
  if (locale === "vi") return vietnamese
  return vietnamese === "/" ? "/en" : `/en${vietnamese}`
}
