import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { WrongArguments } from "../problem.ts"
import type { Settings } from "../settings.ts"
import { inVietnam } from "../ui/format.ts"
import { withDatabase } from "./with-database.ts"

type Options = { year: string; place: string; half?: boolean; out?: string }

/** Builds both files of a province's report, keeps them, and prints what they are called and their hashes. */
export async function buildOfficialReport(options: Options, settings: Settings) {
  const { place: code, half = false, out = "." } = options
  const year = Number(options.year)
  if (!/^\d{4}$/.test(options.year) || year < 1990 || year > 2100)
    throw new WrongArguments(`“${options.year}” is no year. Write it as 2024.`)

  return await withDatabase(settings, async (db) => {
    const { beginReport, buildReport, changeSource, readEdition } = await import(
      "../features/official-reports/keep-report.ts"
    )
    const { listSources } = await import("../features/official-reports/sources.ts")
    const { findProvince } = await import("../features/official-reports/queries.ts")
    const { reportFileName } = await import("../features/official-reports/file-name.ts")
    const { pathsIn } = await import("../paths.ts")
    const place = await findProvince(db, code)
    if (!place) throw new WrongArguments(`No province has the code ${code}. See /dia-ban for the codes.`)

    const today = inVietnam(new Date()).day
    const author = { actor: "hoptac", via: "shell" } as const
    const key = { place_id: place.id, year, period: half ? "half" : "year" } as const
    const begun = await beginReport(db, author, key)
    // A round that was closed since gives its figures.
    const [latest] = begun.snapshot_id === null ? await listSources(db, key) : []
    if (latest) await changeSource(db, author, begun, { source: latest, entered: "frozen" })
    const report = latest ? { ...begun, snapshot_id: latest.id } : begun
    const checkAddress = settings.baseUrl + pathsIn("vi").verification()
    const edition = await readEdition(db, report, { today, checkAddress })
    const build = await buildReport(db, author, report, edition)

    await mkdir(out, { recursive: true })
    for (const { kind, bytes, hash } of build.files) {
      const file = join(out, reportFileName(edition.facts, kind))
      await writeFile(file, bytes)
      console.log(`${hash}  ${file}`)
    }
    // Standard output is what `sha256sum --check` takes.
    console.error(
      `Code ${build.code}${edition.facts.snapshot ? "" : ", a draft"}. Check it at ${checkAddress}`,
    )
    return 0
  })
}
