/** Who issues the report, to whom, and who signs: what Decree 30/2020/NĐ-CP asks of a paper beside its words. */
export type Letterhead = {
  /** Cơ quan chủ quản; empty where the issuing body has none above it. */
  governing_body: string
  /** Cơ quan ban hành; a line break where its name is written in two lines. */
  issuing_body: string
  /** "15"; empty while there is none: room is left for it to be written by hand. */
  number: string
  /** "BC-STC". */
  symbol: string
  /** Where it is issued: "An Giang". */
  issued_at: string
  /** Empty: room for the day is left. */
  issued_on: string
  addressee: string
  /** "KT. GIÁM ĐỐC"; empty where the signer signs for nobody. */
  authority: string
  signer_title: string
  signer_name: string
  /** Nơi nhận, one a line, the archive the last. */
  recipients: string
}

/** "An Giang, ngày 05 tháng 01 năm 2025": days below 10 and the first two months with a zero, so that none is altered. */
export function placeAndDay({ issued_at, issued_on }: Letterhead, year: number) {
  const place = issued_at || "…………"
  if (!issued_on) return `${place}, ngày …… tháng …… năm ${year}`
  const [issuedYear, month, date] = issued_on.split("-")
  return `${place}, ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${issuedYear}`
}

/** "15/BC-STC", with room for a number that is not given yet. */
export function numberOf({ number, symbol }: Letterhead) {
  return `${number || "………"}/${symbol || "BC-……"}`
}

/** What each annex says it belongs to. */
export function attachedTo(letterhead: Letterhead) {
  const by = issuer(letterhead)
  return `(Kèm theo Báo cáo số ${numberOf(letterhead)}${by ? ` của ${by}` : ""})`
}

/** The issuing body within a sentence, in one line. */
export function issuer({ issuing_body }: Letterhead) {
  return issuing_body.replaceAll("\n", " ").trim()
}

/** "- Bộ Tài chính;", the last with a full stop. */
export function recipientLines({ recipients }: Letterhead) {
  const lines = recipients
    .split("\n")
    .map((line) => line.replace(/^[-–\s]+|[;.,\s]+$/g, ""))
    .filter((line) => line !== "")
  return lines.map((line, index) => `- ${line}${index === lines.length - 1 ? "." : ";"}`)
}
