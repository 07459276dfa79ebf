import type { Report } from "./reports.ts"
import type { SampleOrganisation } from "./timeline.ts"

const products: Partial<Record<SampleOrganisation["branch"], { name: string; unit: string }>> = {
  crops: { name: "Lúa hàng hóa", unit: "tấn" },
  aquatic: { name: "Tôm, cua thương phẩm", unit: "tấn" },
  livestock: { name: "Gia súc, gia cầm", unit: "con" },
}

/** Recognised products are named for what they are made of; stars fall the same way every time. */
const recognised: Partial<Record<SampleOrganisation["branch"], string>> = {
  crops: "Gạo thơm túi 5 kg",
  aquatic: "Tôm khô",
  livestock: "Khô gà",
  industry: "Đồ mỹ nghệ lục bình",
  trade: "Nước mắm truyền thống",
}

/**
 * What each organisation has, read out of its latest report: its members, what it makes, its links, fields and
 * recognised products. Table by table, the rows without who recorded them.
 */
export function recordsFrom(reports: readonly Report[]) {
  const latest = new Map<SampleOrganisation, Report>()
  for (const report of reports) {
    const known = latest.get(report.organisation)
    if (!known || known.year < report.year) latest.set(report.organisation, report)
  }
  const living = [...latest.values()].filter(({ organisation }) => organisation.ended_on === "infinity")
  const from = (report: Report) => `${report.year}-12-31`
  return {
    organisation_members: living
      .filter(({ figures }) => figures.members !== undefined)
      .map((report) => ({
        organisation: report.organisation,
        valid_from: from(report),
        member_kind: "official",
        members: report.figures.members!,
        contributed: report.figures.charter_capital ?? null,
      })),
    organisation_products: living.flatMap((report) => {
      const product = products[report.organisation.branch]
      if (!product) return []
      return [{ organisation: report.organisation, valid_from: report.organisation.founded_on, ...product }]
    }),
    ocop_recognitions: living.flatMap((report) => {
      const name = recognised[report.organisation.branch]
      if (!name || !report.figures.ocop_products) return []
      return [
        {
          organisation: report.organisation,
          valid_from: `${report.year}-11-20`,
          valid_to: `${report.year + 3}-11-19`,
          document_number: `${100 + (report.organisation.key % 800)}/QĐ-UBND`,
          name,
          stars: 3 + (report.organisation.key % 2),
        },
      ]
    }),
    organisation_links: living
      .filter(({ figures }) => figures.value_chain)
      .map((report) => ({
        organisation: report.organisation,
        valid_from: `${report.year}-01-01`,
        link_form: 1 + (report.organisation.key % 7),
        partner: "Doanh nghiệp bao tiêu (minh họa)",
        product: products[report.organisation.branch]?.name ?? "Sản phẩm của thành viên",
        area: report.figures.large_field_area ?? null,
      })),
    organisation_fields: living
      .filter(({ figures }) => (figures.large_field_area ?? 0) > 0)
      .map((report) => ({
        organisation: report.organisation,
        valid_from: `${report.year}-01-01`,
        name: "Cánh đồng lớn của thành viên",
        crop: "Lúa",
        area: report.figures.large_field_area!,
      })),
  }
}
