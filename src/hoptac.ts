import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Command, CommanderError } from "commander"
import type { CountOptions } from "./commands/measure.ts"
import type { MeasureOptions } from "./commands/plan.ts"
import type { AddOptions } from "./commands/user.ts"
import { Problem, WrongArguments } from "./problem.ts"
import { root } from "./root.ts"
import { readSettings, timeZone } from "./settings.ts"

process.env.TZ = timeZone
// Whoever read our output may have gone away, as `| head` does; that is no fault of ours.
process.stdout.on("error", () => {})
process.stderr.on("error", () => {})

/** The programs of the shell. Each is loaded when it is asked for, so that help and dry runs start at once. */
async function run(parameters: string[]) {
  const program = new Command("hoptac")
    .description("Hợp Tác: portal and working desk for the collective economy of a province")
    .version(readVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print what a command does")
    .exitOverride()
    .addHelpText("after", settingsHelp)

  program
    .command("serve")
    .description("start the portal; this is what npm start does")
    .addHelpText(
      "after",
      "\nWithout DATABASE_URL it brings its own PostgreSQL. Ctrl-C finishes what is in flight and stops.",
    )
    .action(async () => {
      const { serve } = await import("./commands/serve.ts")
      await serve(readSettings(process.env))
    })

  program
    .command("migrate")
    .description("bring the tables of the database up to date")
    .addHelpText("after", "\nServing and importing do this by themselves.")
    .action(async () => {
      const { migrate } = await import("./commands/migrate.ts")
      await migrate(readSettings(process.env))
    })

  const importing = program
    .command("import")
    .description("take in what other portals published, and workbooks of the register")
  importing
    .command("page")
    .description(
      "turn saved pages of an old portal into an article, highlights and, where there is one, a plan",
    )
    .argument("<files...>", "saved pages: plain text or HTML; UTF-8, TCVN3 or VNI")
    .option("--dry-run", "read the pages and say what is in them, without keeping anything")
    .option("--json", "print one JSON object for each file, one a line, in the order given")
    .addHelpText(
      "after",
      "\nEnds with 0 when every page was read, 1 when some could not be, 2 when it was asked wrongly." +
        "\n\n  hoptac import page saved/page.html\n  hoptac import page --dry-run --json saved/*.txt",
    )
    .action(async (files: string[], options: { dryRun?: boolean; json?: boolean }) => {
      const { importPages } = await import("./commands/import-page.ts")
      process.exitCode = await importPages(files, options, readSettings(process.env))
    })

  importing
    .command("register")
    .description(
      "do with a workbook of organisations what sending it at the desk does: all of it, or nothing",
    )
    .argument("<file>", "a workbook: .xlsx, .xls, .ods or .csv")
    .requiredOption("--place <code>", "the code of the commune, or of the province, that it is about")
    .option("--dry-run", "say what would happen, without writing anything")
    .option("--json", "print one JSON object")
    .option("--marked <file>", "write the same workbook with its faults marked")
    .addHelpText(
      "after",
      "\nEnds with 0 when it was written, or would be; 1 when it was refused, 2 when it was asked wrongly." +
        "\n\n  hoptac import register binh-an.xlsx --place 30898 --dry-run --marked loi.xlsx",
    )
    .action(async (file: string, options) => {
      const { importRegister } = await import("./commands/register-workbook.ts")
      process.exitCode = await importRegister(file, options, readSettings(process.env))
    })

  program
    .command("workbook")
    .description("workbooks to fill in")
    .command("register")
    .description("write the workbook of a place, with what the register holds there today")
    .requiredOption("--place <code>", "the code of the commune, or of the province")
    .option("--out <file>", "where to; by default a file named for the place, in this folder")
    .action(async (options) => {
      const { writeWorkbookOf } = await import("./commands/register-workbook.ts")
      process.exitCode = await writeWorkbookOf(options, readSettings(process.env))
    })

  program
    .command("places")
    .description("administrative units")
    .command("import")
    .description(
      "take in a reorganisation: its units, and the organisations that follow them; all of it, or nothing",
    )
    .argument("<file>", "a table (.xlsx, .ods, .csv) or JSON, as docs/reorganisations.md describes them")
    .option("--dry-run", "say what would happen, without writing anything")
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      "\nEnds with 0 when it was applied, or would be; 1 when it was refused, 2 when it was asked wrongly." +
        "\n\n  hoptac places import db/seeds/reorganisation-2025-07-01.json --dry-run",
    )
    .action(async (file: string, options: { dryRun?: boolean; json?: boolean }) => {
      const { importPlaces } = await import("./commands/places.ts")
      process.exitCode = await importPlaces(file, options, readSettings(process.env))
    })

  program
    .command("lines")
    .description("business lines (VSIC)")
    .command("import")
    .description("take in a version of the national list: its four-digit lines with their titles")
    .argument("<file>", "the table of the gazette (.xlsx, .ods, .csv)")
    .requiredOption("--list <code>", "sign of the version, such as VSIC-2025")
    .requiredOption("--from <day>", "the first day it holds")
    .requiredOption("--basis <act>", "the legal act that issued it")
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      "\nEnds with 0 when it was taken in, 1 when it was refused, 2 when it was asked wrongly." +
        '\n\n  hoptac lines import vsic.xlsx --list VSIC-2025 --from 15/11/2025 --basis "Quyết định 36/2025/QĐ-TTg"',
    )
    .action(async (file: string, options: { list: string; from: string; basis: string; json?: boolean }) => {
      const { importLines } = await import("./commands/lines.ts")
      process.exitCode = await importLines(file, options, readSettings(process.env))
    })

  program
    .command("report")
    .description("the province's report to the ministry")
    .command("build")
    .description("write its annexes (.xlsx) and its text (.docx), and print their hashes")
    .requiredOption("--year <year>", "the year it is about")
    .requiredOption("--place <code>", "the code of the province")
    .option("--half", "about the first half of the year")
    .option("--out <folder>", "where to; this folder without it")
    .addHelpText(
      "after",
      "\nBoth files are kept, so that the portal can say of each whether it is genuine." +
        "\nEnds with 0 when they were written, 1 when they could not be, 2 when it was asked wrongly." +
        "\n\n  hoptac report build --year 2024 --place 91 --out bao-cao",
    )
    .action(async (options: { year: string; place: string; half?: boolean; out?: string }) => {
      const { buildOfficialReport } = await import("./commands/report.ts")
      process.exitCode = await buildOfficialReport(options, readSettings(process.env))
    })

  const plan = program.command("plan").description("work on plans")
  plan
    .command("publish")
    .description("put a drafted plan before the public, with its targets")
    .argument("<number>", "number of the plan, such as 148/KH-UBND")
    .addHelpText("after", "\n  hoptac plan publish 148/KH-UBND")
    .action(async (number: string) => {
      const { publishPlanNumbered } = await import("./commands/plan.ts")
      process.exitCode = await publishPlanNumbered(number, readSettings(process.env))
    })
  plan
    .command("measure")
    .description("enter the figure of a target that nothing in the system counts, with its evidence")
    .argument("<number>", "number of the plan, such as 148/KH-UBND")
    .argument("<target>", "the target's place in the plan, from 1")
    .requiredOption("--value <figure>", "the figure in the unit of the plan's words, such as 1.250 or 12,5")
    .requiredOption("--on <day>", "the day it holds for, such as 31/12/2024")
    .requiredOption("--evidence <words>", "what vouches for it, such as the number of a report")
    .addHelpText(
      "after",
      '\n  hoptac plan measure 148/KH-UBND 9 --value 12,5 --on 31/12/2024 --evidence "Báo cáo 15/BC-STC"',
    )
    .action(async (number: string, target: string, options: MeasureOptions) => {
      const { measureTarget } = await import("./commands/plan.ts")
      process.exitCode = await measureTarget(number, target, options, readSettings(process.env))
    })

  const measure = program.command("measure").description("figures of the catalogue, and what is behind them")
  measure
    .command("list")
    .description("print every measure: its code, kind, unit and name")
    .option("--json", "print one JSON array, formulas and denominators included")
    .action(async (options: { json?: boolean }) => {
      const { listCatalogue } = await import("./commands/measure.ts")
      listCatalogue(options)
    })
  measure
    .command("count")
    .description("count a measure, or print the records it is counted from")
    .argument("<code>", "its code, as `hoptac measure list` prints it")
    .option("--place <place>", "code or slug of a place; without it, the place of the portal")
    .option("--from <day>", "the first day of what happened in a period; without it, that of the year")
    .option("--to <day>", "the last day, and the day that stocks are counted on; without it, today")
    .option("--sector <sector>", "agriculture, industry, construction, credit, trade, transport or other")
    .option("--denominator <which>", "all, operating, reporting or rated; without it, the measure's first")
    .option("--with-credit-funds", "count credit funds into averages, which leave them out")
    .option("--without-credit-funds", "leave credit funds out where they count as cooperatives")
    .option("--report-year <year>", "the year of the reports and ratings; without it, the latest due")
    .option("--known-on <day>", "what was accepted through this day; without it, through --to")
    .option("--by <part>", "one line for each province, district, commune, sector, kind or year")
    .option("--add-up", "with --by: the sum of the parts too; refused where parts can't be added")
    .option("--records", "print the records behind the figure instead: a table, or with --json a line each")
    .option("--csv", "with --records: print them as CSV")
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      "\nEnds with 0 when it was counted, 1 when the sum asked for is impossible, 2 when it was asked wrongly." +
        "\n\n  hoptac measure count cooperatives_founded --place 91 --from 2024-01-01 --to 2024-12-31 --by sector --add-up" +
        "\n  hoptac measure count members --place 30904 --to 31/12/2024 --records --csv",
    )
    .action(async (code: string, options: CountOptions) => {
      const { countMeasure } = await import("./commands/measure.ts")
      await countMeasure(code, options, readSettings(process.env))
    })

  const site = program.command("site").description("what the portal says of itself")
  site
    .command("show")
    .description("print the settings of the site")
    .action(async () => {
      const { showSite } = await import("./commands/site.ts")
      await showSite(readSettings(process.env))
    })
  site
    .command("set")
    .description("change a setting of the site: names, contact details, the province it answers for")
    .argument("<setting>", "its name, as `hoptac site show` prints it")
    .argument("<value>", "what it is to be; a place by the last part of its address")
    .addHelpText(
      "after",
      '\n  hoptac site set department "Sở Tài chính tỉnh An Giang"\n  hoptac site set place tinh-an-giang-91-tu-2025',
    )
    .action(async (setting: string, value: string) => {
      const { setSite } = await import("./commands/site.ts")
      await setSite(setting, value, readSettings(process.env))
    })

  const user = program.command("user").description("people who work behind the portal")
  user
    .command("add")
    .description("make an account for someone, and print the link that opens it")
    .argument("<email>", "their address of mail")
    .requiredOption("--name <name>", "their name, as others read it")
    .option("--role <role...>", "what they are to do: administrator, publisher, editor, planner, …")
    .option("--place <slug>", "the place a commune officer answers for, by the last part of its address")
    .option("--agency <slug>", "the agency of an agency officer")
    .option("--organisation <slug>", "the organisation that is represented")
    .option("--until <day>", "the last day of the roles, such as 31/12/2026")
    .option("--english", "write to them in English")
    .addHelpText(
      "after",
      '\n  hoptac user add mai@example.vn --name "Trần Thị Mai" --role editor' +
        '\n  hoptac user add lan@example.vn --name "Lê Thị Lan" --role commune-officer --place xa-giong-rieng-30904-tu-2025',
    )
    .action(async (email: string, options: AddOptions) => {
      const { addUser } = await import("./commands/user.ts")
      await addUser(email, options, readSettings(process.env))
    })
  user
    .command("list")
    .description("print everyone who has an account, and what they may do today")
    .action(async () => {
      const { listUsers } = await import("./commands/user.ts")
      await listUsers(readSettings(process.env))
    })
  user
    .command("disable")
    .description("end an account: no more signing in, and every session is over")
    .argument("<email>", "its address of mail")
    .requiredOption("--reason <words>", "why; the change log keeps it")
    .action(async (email: string, { reason }: { reason: string }) => {
      const { disableUser } = await import("./commands/user.ts")
      await disableUser(email, reason, readSettings(process.env))
    })
  user
    .command("reset")
    .description("print, and mail, a link to choose a new password with")
    .argument("<email>", "the address of the account")
    .action(async (email: string) => {
      const { resetUser } = await import("./commands/user.ts")
      await resetUser(email, readSettings(process.env))
    })

  program
    .command("changes")
    .description("the log of every change")
    .command("verify")
    .description("check that no entry of the change log was altered, removed or slipped in")
    .addHelpText("after", "\nEnds with 0 when every seal holds, 1 when one does not; it names the first.")
    .action(async () => {
      const { verifyChanges } = await import("./commands/changes.ts")
      process.exitCode = await verifyChanges(readSettings(process.env))
    })

  program
    .command("files")
    .description("files that people handed in")
    .command("verify")
    .description("check that every kept file is there, and is what was kept")
    .addHelpText(
      "after",
      "\nReads them all. Ends with 0 when every file is whole, 1 when one is not; it names each.",
    )
    .action(async () => {
      const { verifyKeptFiles } = await import("./commands/files.ts")
      process.exitCode = await verifyKeptFiles(readSettings(process.env))
    })

  const sample = program.command("sample").description("the fictional province to try things out with")
  sample
    .command("load")
    .description("load the sample province; the very first start does this by itself")
    .action(async () => {
      const { loadSampleProvince } = await import("./commands/sample.ts")
      await loadSampleProvince(readSettings(process.env))
    })
  sample
    .command("clear")
    .description("remove the sample province and nothing else")
    .action(async () => {
      const { clearSampleProvince } = await import("./commands/sample.ts")
      await clearSampleProvince(readSettings(process.env))
    })

  try {
    await program.parseAsync(parameters)
  } catch (error) {
    process.exitCode = report(error)
  }
}

const settingsHelp = `
Settings are read from the environment:
  PORT          port to listen on (3000)
  HOST          address to listen on (all of this machine)
  DATA_DIR      folder of the database and of everything else that is kept (./data)
  DATABASE_URL  a PostgreSQL of your own, 15 or newer: postgres://user:password@host:5432/database
  BASE_URL      address people reach the portal at (http://localhost:PORT)
  LOG_LEVEL     debug, info, warn, error or silent (info)
  MAIL_URL      server that takes mail: smtps://user:password@mail.example.vn; without it, on this machine
                alone, mails are shown at /hop-thu-thu-nghiem
  MAIL_FROM     who mail comes from (hoptac@ and the name in BASE_URL)
  METRICS_PORT  port for figures of Prometheus, for this machine alone
  METRICS_TOKEN word that opens the same figures at /metrics, at least 16 characters
  SECRET        signs cookies and seals second factors; at least 32 characters (one is made and kept)
  OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET
                single sign-on of the province (none)
  OIDC_NAME     what people call it (tài khoản của tỉnh)
  OIDC_SECOND_FACTOR
                whether it asks for a second factor itself: yes or no (no)
  FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_REGION, FILES_S3_ACCESS_KEY_ID, FILES_S3_SECRET_ACCESS_KEY
                a store that speaks S3, for files that people hand in (DATA_DIR/files)`

/** Says what went wrong, and answers with the code the process ends with. */
function report(error: unknown) {
  if (error instanceof CommanderError) {
    // Commander has said it already: asked for help or version, or asked wrongly.
    return error.exitCode === 0 ? 0 : 2
  }
  console.error(error instanceof Problem ? error.message : error)
  return error instanceof WrongArguments ? 2 : 1
}

function readVersion(): string {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version
}

await run(process.argv)
