import type { Locale } from "../../ui/language.ts"

// Kinds, sectors and statuses: as stored, as written in addresses (Vietnamese without marks), and as people read them.

type Term = { word: string; vi: string; en: string }
type KindTerm = Term & { short: string; plural: string }

const kindTerms = {
  cooperative: {
    word: "hop-tac-xa",
    vi: "Hợp tác xã",
    en: "Cooperative",
    plural: "Cooperatives",
    short: "HTX",
  },
  cooperative_union: {
    word: "lien-hiep",
    vi: "Liên hiệp hợp tác xã",
    en: "Union of cooperatives",
    plural: "Unions of cooperatives",
    short: "LHHTX",
  },
  cooperative_group: {
    word: "to-hop-tac",
    vi: "Tổ hợp tác",
    en: "Cooperative group",
    plural: "Cooperative groups",
    short: "THT",
  },
  credit_fund: {
    word: "quy-tin-dung",
    vi: "Quỹ tín dụng nhân dân",
    en: "People’s credit fund",
    plural: "People’s credit funds",
    short: "QTDND",
  },
} as const satisfies Record<string, KindTerm>

/** The sectors of the yearly reports, in the order the ministry's tables print them. */
const sectorTerms = {
  agriculture: {
    word: "nong-nghiep",
    vi: "Nông, lâm, ngư, diêm nghiệp",
    en: "Agriculture, forestry, fishery, salt",
  },
  industry: {
    word: "cong-nghiep",
    vi: "Công nghiệp, tiểu thủ công nghiệp",
    en: "Industry and crafts",
  },
  construction: { word: "xay-dung", vi: "Xây dựng", en: "Construction" },
  credit: { word: "tin-dung", vi: "Tín dụng", en: "Credit" },
  trade: { word: "thuong-mai", vi: "Thương mại, dịch vụ", en: "Trade and services" },
  transport: { word: "van-tai", vi: "Vận tải", en: "Transport" },
  other: { word: "khac", vi: "Lĩnh vực khác", en: "Other sectors" },
} as const satisfies Record<string, Term>

const statusTerms = {
  operating: { word: "dang-hoat-dong", vi: "Đang hoạt động", en: "Operating" },
  suspended: { word: "tam-ngung", vi: "Tạm ngừng kinh doanh", en: "Suspended" },
  stopped: { word: "ngung-hoat-dong", vi: "Ngừng hoạt động, chờ giải thể", en: "Stopped, not yet dissolved" },
  not_at_address: {
    word: "khong-o-dia-chi",
    vi: "Không còn hoạt động tại địa chỉ đã đăng ký",
    en: "Not at its registered address",
  },
  withdrawn: {
    word: "thu-hoi",
    vi: "Bị thu hồi giấy chứng nhận đăng ký",
    en: "Certificate of registration withdrawn",
  },
  dissolving: {
    word: "dang-giai-the",
    vi: "Đang làm thủ tục giải thể, chia, hợp nhất hoặc sáp nhập",
    en: "Being dissolved, divided or merged",
  },
  in_bankruptcy: {
    word: "dang-pha-san",
    vi: "Đang làm thủ tục phá sản",
    en: "In bankruptcy proceedings",
  },
  ended: { word: "da-cham-dut", vi: "Đã chấm dứt tồn tại", en: "No longer exists" },
} as const satisfies Record<string, Term>

export type Kind = keyof typeof kindTerms
export type Sector = keyof typeof sectorTerms
export type Status = keyof typeof statusTerms

export const kinds = Object.keys(kindTerms) as readonly Kind[]
export const sectors = Object.keys(sectorTerms) as readonly Sector[]
export const statuses = Object.keys(statusTerms) as readonly Status[]

/** "Hợp tác xã", "Cooperative". */
export function kindName(kind: Kind, locale: Locale) {
  return kindTerms[kind][locale]
}

/** Of many: "Hợp tác xã" stays as it is in Vietnamese, "Cooperatives". */
export function kindNames(kind: Kind, locale: Locale) {
  return locale === "vi" ? kindTerms[kind].vi : kindTerms[kind].plural
}

/** As offices abbreviate it in both languages: "HTX", "LHHTX", "THT", "QTDND". */
export function kindShort(kind: Kind) {
  return kindTerms[kind].short
}

export function sectorName(sector: Sector, locale: Locale) {
  return sectorTerms[sector][locale]
}

export function statusName(status: Status, locale: Locale) {
  return statusTerms[status][locale]
}

export function kindWord(kind: Kind) {
  return kindTerms[kind].word
}

export function sectorWord(sector: Sector) {
  return sectorTerms[sector].word
}

export function statusWord(status: Status) {
  return statusTerms[status].word
}

/** Reads what an address carries, "quy-tin-dung"; nothing when it names no kind. */
export function readKind(word: string | undefined): Kind | undefined {
  return kinds.find((kind) => kindTerms[kind].word === word)
}

export function readSector(word: string | undefined): Sector | undefined {
  return sectors.find((sector) => sectorTerms[sector].word === word)
}

export function readStatus(word: string | undefined): Status | undefined {
  return statuses.find((status) => statusTerms[status].word === word)
}
