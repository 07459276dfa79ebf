import type { Locale } from "../../ui/language.ts"
import type { Standing, StandingRule } from "./standing.ts"

type Both = Readonly<Record<Locale, string>>

export const standingNames: Readonly<Record<Standing, Both>> = {
  reached: { vi: "Đã đạt", en: "Reached" },
  on_course: { vi: "Đúng tiến độ", en: "On course" },
  at_risk: { vi: "Có nguy cơ", en: "At risk" },
  off_course: { vi: "Chậm tiến độ", en: "Off course" },
  not_measured: { vi: "Chưa có số liệu", en: "Not yet measured" },
}

/** Why a target stands as it does, to be printed beside it. */
export const standingRules: Readonly<Record<StandingRule, Both>> = {
  not_measured: {
    vi: "Chưa có số liệu cho ngày này.",
    en: "There is no figure for this day yet.",
  },
  aim_met: { vi: "Con số đã đạt mức đề ra.", en: "The figure has come to the aim." },
  aim_near: {
    vi: "Mức đề ra là một con số chính xác; được coi là đạt khi chênh lệch không quá 2 điểm phần trăm.",
    en: "The aim is an exact figure; it counts as reached within 2 percentage points of it.",
  },
  range_met: {
    vi: "Con số nằm trong khoảng đề ra.",
    en: "The figure lies within the range aimed for.",
  },
  straight_line: {
    vi: "So với tiến độ đều từ đầu kỳ đến cuối kỳ: từ 100 % tiến độ trở lên là đúng tiến độ, từ 80 % là có nguy cơ, dưới 80 % là chậm.",
    en: "Set against even progress from the start of the period to its end: on course from 100 % of it, at risk from 80 %, off course below.",
  },
  must_be_kept: {
    vi: "Đầu kỳ đã đạt mức đề ra nên chỉ cần giữ vững; hiện đang thấp hơn hoặc vượt quá. Cách mức đề ra không quá 20 % là có nguy cơ.",
    en: "The aim was met before the period and has only to be kept; now it is not. Within 20 % of the aim it is at risk, beyond that off course.",
  },
  no_baseline: {
    vi: "Không có số liệu đầu kỳ để tính tiến độ, nên so trực tiếp với mức đề ra nếu có: từ 80 % mức đề ra là có nguy cơ, dưới đó là chậm.",
    en: "There is no figure from before the period to draw a line from, so the figure is set against the aim itself, where there is one: at risk from 80 % of it, off course below.",
  },
  cannot_be_undone: {
    vi: "Đã vượt quá mức đề ra; số phát sinh trong kỳ không thể giảm lại.",
    en: "The aim has been exceeded, and what has happened in a period cannot be taken back.",
  },
  cap_kept_so_far: {
    vi: "Đến nay chưa vượt mức tối đa; hết kỳ mới kết luận.",
    en: "The most allowed has not been exceeded so far; the end of the period decides.",
  },
  fewer_than_before: {
    vi: "Chỉ tiêu càng ít càng tốt, không có con số: so với ngày trước kỳ kế hoạch, giảm là đúng tiến độ, bằng là có nguy cơ, tăng là chậm; bằng 0 là đạt. Hết kỳ mà giảm là đạt.",
    en: "As few as possible, without a number: set against the day before the period, fewer is on course, the same at risk, more off course; none is reached. Fewer at the end of the period is reached.",
  },
  more_than_before: {
    vi: "Chỉ tiêu càng nhiều càng tốt, không có con số: so với ngày trước kỳ kế hoạch, tăng là đúng tiến độ, bằng là có nguy cơ, giảm là chậm. Hết kỳ mà tăng là đạt.",
    en: "As many as possible, without a number: set against the day before the period, more is on course, the same at risk, fewer off course. More at the end of the period is reached.",
  },
  period_ended: {
    vi: "Kỳ kế hoạch đã hết mà chưa đạt mức đề ra.",
    en: "The period is over and the aim was not met.",
  },
}
