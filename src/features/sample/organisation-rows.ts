import { slugify } from "../../ui/slug.ts"
import { placeNameInside } from "../places/names.ts"
import { faultOfCode } from "../register/code.ts"
import { type Names, namesFrom } from "./names.ts"
import type { Geography } from "./places.ts"
import { type Random, randomFor } from "./random.ts"
import type { Report } from "./reports.ts"
import type { SampleOrganisation } from "./timeline.ts"

/** What the register keeps of each, in the order of the organisations. Nothing here leads to a real person. */
export function organisationRows(
  organisations: SampleOrganisation[],
  reports: Report[],
  geography: Geography,
  takenSlugs: Set<string>,
) {
  const random = randomFor("details")
  const names = namesFrom(random)
  const capitals = new Map(
    reports.map(({ organisation, figures }) => [organisation, figures.charter_capital]),
  )

  return organisations.map((organisation) => {
    const { kind, name, short_name, founded_on, key } = organisation
    const isGroup = kind === "cooperative_group"
    return {
      slug: freeSlug(organisation, takenSlugs),
      kind,
      name,
      short_name,
      code: random.chance(isGroup ? (founded_on > "2024-07-01" ? 0.9 : 0) : 0.93) ? codeFor(key) : null,
      governing_law: governingLaw(organisation),
      certificate_number: isGroup ? null : organisation.events[0]!.document_number,
      certificate_on: isGroup ? null : founded_on,
      address: addressOf(organisation, names, random, geography),
      phone: random.chance(isGroup ? 0.3 : 0.85) ? `0297 000 ${String(key).padStart(4, "0")}` : null,
      charter_capital: capitals.get(organisation) ?? null,
      legal_representative: names.person(),
      founded_on,
      is_sample: true,
    }
  })
}

/** The name alone where it is the only one, the name with its commune where it is not. */
function freeSlug({ name, commune }: SampleOrganisation, taken: Set<string>) {
  const candidates = [slugify(name), slugify(`${name} ${commune.place.name}`)]
  let slug = candidates.find((candidate) => !taken.has(candidate))
  for (let number = 2; !slug; number++) {
    const numbered = `${candidates[1]}-${number}`
    if (!taken.has(numbered)) slug = numbered
  }
  taken.add(slug)
  return slug
}

/** 17 is Kiên Giang. No tax office has given out numbers that go on with 9, so these are nobody's. */
function codeFor(key: number) {
  for (let serial = 9_000_000 + key * 20; ; serial++) {
    for (let digit = 0; digit < 10; digit++) {
      const code = `17${serial}${digit}`
      if (!faultOfCode(code)) return code
    }
  }
}

function governingLaw({ kind, founded_on }: SampleOrganisation) {
  if (kind === "credit_fund") return "credit_institutions"
  if (kind === "cooperative_group") return "cooperation_contract"
  return founded_on < "2024-07-01" ? "2012" : "2023"
}

function addressOf(
  { commune, founded_on }: SampleOrganisation,
  names: Names,
  random: Random,
  geography: Geography,
) {
  const place = geography.on(commune.place, founded_on)
  const isWard = place.kind === "ward"
  const spot = isWard ? `Khu phố ${random.integer(1, 7)}` : `Ấp ${names.hamlet()}`
  const unit = placeNameInside(place, "vi")
  if (founded_on >= "2025-07-01") return `${spot}, ${unit}, tỉnh An Giang`
  const district = geography.districts.get(commune.district)!
  return `${spot}, ${unit}, ${placeNameInside(district, "vi")}, tỉnh Kiên Giang`
}
