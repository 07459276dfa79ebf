import { readFile, stat } from "node:fs/promises"
import type { PageImport } from "../features/imports/page-import.ts"
import type { RecordedPage } from "../features/imports/record-page.ts"
import { pathsIn } from "../paths.ts"
import type { Settings } from "../settings.ts"
import { withDatabase } from "./with-database.ts"

type Options = {
  dryRun?: boolean
  json?: boolean
}

/** Reads pages one after the other, each for itself, and answers with the code the process ends with. */
export async function importPages(files: string[], { dryRun, json }: Options, settings: Settings) {
  if (dryRun) return await eachFile(files, { json }, async (page) => ({ page, lines: describePage(page) }))

  const { recordPage } = await import("../features/imports/record-page.ts")
  return await withDatabase(settings, (db) =>
    eachFile(files, { json }, async (page) => {
      const record = await recordPage(db, page)
      return { page: { file: page.file, ...record }, lines: describeRecord(record, settings) }
    }),
  )
}

type Outcome = { page: unknown; lines: string[] }

async function eachFile(
  files: string[],
  { json }: { json: boolean | undefined },
  take: (page: PageImport) => Promise<Outcome>,
) {
  const { readPage } = await import("../features/imports/read-page.ts")
  let code = 0
  for (const file of files) {
    try {
      const { page, lines } = await take(readPage(await readBytes(file), file))
      console.log(json ? JSON.stringify(page) : [file, ...lines].join("\n  "))
    } catch (error) {
      code = 1
      const words = await describeFault(error)
      if (json) console.log(JSON.stringify({ file, error: words }))
      else console.error(`${file}\n  ${words}`)
    }
  }
  return code
}

async function readBytes(file: string) {
  const { maximumPageBytes, PageUnreadable } = await import("../features/imports/page-import.ts")
  const { size } = await stat(file)
  if (size > maximumPageBytes) {
    const megabytes = Math.round(maximumPageBytes / 1024 / 1024)
    throw new PageUnreadable(
      `The file is larger than the ${megabytes} MB a page may have. Save the page alone, without its pictures.`,
    )
  }
  return await readFile(file)
}

function describePage({ article, highlights, plan }: PageImport) {
  return [
    `Article: ${article.title}`,
    `Highlights: ${highlights.length}`,
    plan ? `Plan ${plan.number ?? "without a number"}: ${plan.targets.length} targets` : "No plan in it",
    "Nothing was kept. Leave out --dry-run to keep it.",
  ]
}

function describeRecord({ outcome, article, highlights, plan }: RecordedPage, { baseUrl }: Settings) {
  const paths = pathsIn("vi")
  const address = `${baseUrl}${paths.article(article)}`
  if (outcome === "unchanged") return ["Imported before; nothing was changed.", article.title, `  ${address}`]

  return [
    `Article: ${article.title}`,
    `  ${address}`,
    `Highlights: ${highlights}`,
    ...(plan
      ? [
          `Plan ${plan.number} (${plan.state}): ${plan.targets} targets, ${plan.bound} of them counted from the register`,
          plan.state === "published"
            ? `  ${baseUrl}${paths.plan(plan)}`
            : `  Publish it when it is right: hoptac plan publish ${plan.number}`,
        ]
      : []),
  ]
}

async function describeFault(error: unknown) {
  const { PageUnreadable } = await import("../features/imports/page-import.ts")
  if (error instanceof PageUnreadable) return error.message

  const reasons: Record<string, string> = {
    ENOENT: "There is no such file. Check the name.",
    EISDIR: "This is a folder. Name the files in it.",
    EACCES: "This user may not read the file. Give the right to read it, or run as its owner.",
  }
  const { code, message, stack } = error as NodeJS.ErrnoException
  const reason = reasons[code ?? ""]
  if (reason) return reason

  console.error(stack ?? message)
  return `It could not be taken in (${message}). Nothing of it was kept; please report it together with the file.`
}
