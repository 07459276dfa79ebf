import { isKept, printLines } from "./lines.ts"
import { closeNational } from "./national.ts"
import { parts } from "./parts.ts"

/** `npm run bench` measures everything; `npm run bench -- counting` one part. Exits 1 if a limit is missed. */
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}.`)
  process.exit(2)
}

let missed = 0
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.log(`\n${name}`)
    const lines = await measure()
    printLines(lines)
    missed += lines.filter((line) => !isKept(line)).length
  }
} finally {
  await closeNational()
}

if (missed > 0) console.log(`\n${missed} missed ${missed === 1 ? "its limit" : "their limits"}.`)
process.exitCode = missed > 0 ? 1 : 0
