import { type Sector, sectors, sectorWord } from "../register/vocabulary.ts"
import { placeInside } from "./edition.ts"
import type { ReportFacts } from "./facts.ts"
import { sectorLines } from "./indicators.ts"
import {
  managers,
  membersAndWorkers,
  nextTargets,
  numbersAndIncome,
  ofSector,
  supports,
} from "./sentences.ts"

/** A part of the written report: its heading, what the figures say there, and where own words go. */
export type Section = {
  /** Own words are kept under it, so it never changes. */
  key: string
  level: 1 | 2 | 3
  heading: string
  sentences: readonly string[]
  /** Whether an officer may add words beneath the sentences. */
  takesWords: boolean
}

/** The parts that an officer adds words to: the outline's own, after what comes before them all. */
export function wordSections(facts: ReportFacts, issuer: string): Section[] {
  const opening: Section = {
    key: openingKey,
    level: 1,
    heading: "Phần mở đầu, căn cứ",
    sentences: [openingWords(facts, issuer)],
    takesWords: true,
  }
  return [opening, ...outlineOf(facts)]
}

export const openingKey = "mo-dau"

/** What the paper begins with, after the officer's own words. */
export function openingWords(facts: ReportFacts, issuer: string) {
  const { year, period } = facts
  const span = period === "half" ? `6 tháng đầu năm ${year}` : `năm ${year}`
  const about = `tình hình phát triển kinh tế tập thể, hợp tác xã trên địa bàn ${placeInside(facts)} ${span} như sau:`
  return issuer ? `${issuer} báo cáo ${about}` : `Báo cáo ${about}`
}

/** The written report in the order of its outline (đề cương). */
export function outlineOf(facts: ReportFacts): Section[] {
  const { year, period } = facts
  const isHalf = period === "half"
  const about = isHalf ? `6 tháng đầu năm ${year}` : `năm ${year}`
  const ahead = isHalf ? `6 tháng cuối năm ${year}` : `năm ${year + 1}`
  return [
    heading(
      "danh-gia",
      1,
      `Phần thứ nhất\nĐánh giá tình hình phát triển kinh tế tập thể, hợp tác xã ${about}`,
    ),
    heading("tinh-hinh", 2, "I. Tình hình phát triển kinh tế tập thể, hợp tác xã"),
    words("so-luong", 3, "1. Số lượng, doanh thu và thu nhập", numbersAndIncome(facts)),
    words("thanh-vien", 3, "2. Thành viên, lao động", membersAndWorkers(facts)),
    words("can-bo", 3, "3. Trình độ cán bộ quản lý", managers(facts)),
    words("linh-vuc", 2, "II. Đánh giá theo lĩnh vực"),
    ...sectors.map((sector, index) => sectionOfSector(facts, sector, index + 1)),
    heading("chinh-sach", 2, "III. Kết quả triển khai chính sách, pháp luật về kinh tế tập thể"),
    words("ban-hanh", 3, "1. Ban hành văn bản"),
    words("tuyen-truyen", 3, "2. Tuyên truyền, phổ biến"),
    words("quan-ly", 3, "3. Quản lý nhà nước"),
    words("ho-tro", 3, "4. Kết quả thực hiện chính sách hỗ trợ", supports(facts)),
    words("mo-hinh", 2, "IV. Mô hình hoạt động hiệu quả"),
    words("ton-tai", 2, "V. Tồn tại, hạn chế và nguyên nhân"),
    heading("ke-hoach", 1, `Phần thứ hai\nKế hoạch phát triển kinh tế tập thể, hợp tác xã ${ahead}`),
    words("du-bao", 2, "I. Dự báo thuận lợi, khó khăn"),
    words("dinh-huong", 2, "II. Định hướng"),
    words("muc-tieu", 2, "III. Mục tiêu", isHalf ? [] : nextTargets(facts)),
    words("nhiem-vu", 2, "IV. Nhiệm vụ, giải pháp"),
    words("kinh-phi", 2, "V. Kinh phí thực hiện"),
    words("to-chuc", 2, "VI. Tổ chức thực hiện"),
    words("kien-nghi", 2, "VII. Kiến nghị, đề xuất"),
  ]
}

function sectionOfSector(facts: ReportFacts, sector: Sector, number: number) {
  return words(
    `linh-vuc-${sectorWord(sector)}`,
    3,
    `${number}. ${sectorLines[sector]}`,
    ofSector(facts, sector),
  )
}

function heading(key: string, level: Section["level"], text: string): Section {
  return { key, level, heading: text, sentences: [], takesWords: false }
}

function words(
  key: string,
  level: Section["level"],
  text: string,
  sentences: readonly string[] = [],
): Section {
  return { key, level, heading: text, sentences, takesWords: true }
}
