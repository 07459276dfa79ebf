import { readMarker } from "./bullets.ts"
import type { PlanSection } from "./page-import.ts"
import { comparable } from "./spelling.ts"

/** What a paragraph is there for: aims are believed, results are not. */
export type ParagraphRole = "objectives" | "orientations" | "solutions" | "results" | "other" | "opening"

type Heading = { role: ParagraphRole; heading: string; rest: string; style: string }

const roleWords: [ParagraphRole, RegExp][] = [
  ["results", /^(?:đánh giá|kết quả|thực trạng|tình hình|tồn tại|hạn chế|khó khăn|thuận lợi|nguyên nhân)/],
  ["objectives", /^(?:các |một số |những |hệ thống )*(?:mục tiêu|chỉ tiêu|mục đích)/],
  ["orientations", /^(?:các |một số |những |về )*(?:định hướng|phương hướng|quan điểm)/],
  ["solutions", /^(?:các |một số |những |hệ thống |về )*(?:nhóm |nội dung )*(?:nhiệm vụ|giải pháp)/],
  [
    "other",
    /^(?:tổ chức thực hiện|kinh phí|nguồn vốn|nguồn lực thực hiện|phân công|kiến nghị|đề xuất|phụ lục|căn cứ|dự báo|bối cảnh|chế độ báo cáo)/,
  ],
]

const ranks = ["I", "1", "a", "-", "+"]

/** The role of every paragraph, and the sections that their headings make. */
export function readSections(paragraphs: string[]): { sections: PlanSection[]; roles: ParagraphRole[] } {
  const sections: (PlanSection & { role: ParagraphRole; style: string; lines: string[] })[] = []
  const roles: ParagraphRole[] = []
  for (const paragraph of paragraphs) {
    const current = sections.at(-1)
    const heading = readHeading(paragraph, current)
    if (heading) {
      const { role } = heading
      const kind = role === "results" || role === "opening" ? "other" : role
      const lines = heading.rest ? [heading.rest] : []
      sections.push({
        kind,
        heading: heading.heading,
        text: "",
        items: [],
        role,
        style: heading.style,
        lines,
      })
    } else {
      current?.lines.push(paragraph)
    }
    roles.push(sections.at(-1)?.role ?? "opening")
  }
  return {
    sections: sections
      .filter(({ lines }) => lines.length > 0)
      .map(({ kind, heading, lines }) => ({
        kind,
        heading,
        text: lines.join("\n"),
        items: readItems(lines),
      })),
    roles,
  }
}

/** "Mục tiêu: …", "II. MỤC TIÊU", "1. Kinh phí thực hiện". */
function readHeading(
  paragraph: string,
  current: { role: ParagraphRole; style: string } | undefined,
): Heading | null {
  const marker = readMarker(paragraph)
  const body = paragraph.slice(marker.length)
  const compared = comparable(body)
  const colon = compared.slice(0, 160).search(/[::]/)
  const lead = colon === -1 ? compared.slice(0, 160) : compared.slice(0, colon)
  const standsAlone = colon === -1 && body.length <= 110 && !/[.;,]$/.test(body.trimEnd())
  if (colon === -1 && !standsAlone) return readRunningHeading(body, compared, marker.style)

  const heading = (colon === -1 ? body : body.slice(0, colon)).trim()
  const rest = colon === -1 ? "" : body.slice(colon + 1).trim()
  const role = roleOf(lead)
  if (role) return { role, heading, rest, style: marker.style }
  // "Theo đó, tỉnh đặt mục tiêu đến năm 2025: …"
  if (colon !== -1 && /(?:mục tiêu|chỉ tiêu)/.test(lead))
    return { role: "objectives", heading, rest, style: marker.style }
  if (!standsAlone || !current || current.style === "" || rankOf(marker.style) > rankOf(current.style))
    return null
  if (/^(?:đến|giai đoạn|tầm nhìn|năm|trong năm|về|từ|đối với)(?!\p{L})/u.test(lead)) return null
  if (marker.style === "" || marker.style === "-" || marker.style === "+") return null
  return { role: "other", heading, rest, style: marker.style }
}

/** "Mục tiêu cụ thể đến năm 2025 là thành lập mới …": a heading that runs on into its sentence. */
function readRunningHeading(body: string, compared: string, style: string): Heading | null {
  const match = /^(?:các |một số )?(?:mục tiêu|chỉ tiêu)(?: tổng quát| cụ thể| chung| chủ yếu)?(?= )/.exec(
    compared,
  )
  if (!match) return null
  return { role: "objectives", heading: body.slice(0, match[0].length), rest: body, style }
}

function roleOf(lead: string): ParagraphRole | null {
  const words = lead.trim()
  for (const [role, pattern] of roleWords) {
    if (pattern.test(words)) return role
  }
  return null
}

function rankOf(style: string) {
  const rank = ranks.indexOf(style)
  return rank === -1 ? ranks.length : rank
}

/** Bullets are items; so are the parts of one line that is a list and nothing else. */
function readItems(lines: string[]) {
  if (lines.length > 1) {
    const bullets = lines.filter((line) => readMarker(line).length > 0)
    // A web page draws the dots of its lists itself; what is left of them is the semicolon at each end.
    const items =
      bullets.length > 0 || !lines.slice(0, -1).every((line) => line.endsWith(";")) ? bullets : lines
    return items.map((line) => tidyItem(line.slice(readMarker(line).length)))
  }
  const [line = ""] = lines
  const parts = line.split(";").map(tidyItem).filter(Boolean)
  const isList = parts.length > 1 && !/\.\s+\p{Lu}/u.test(line)
  return isList ? parts : []
}

function tidyItem(item: string) {
  return item
    .trim()
    .replace(/(?:\.\/\.|\/\.|[.;,])\s*$/, "")
    .trim()
}
