// The test runner's result as one plain line: "412 passed, 0 failed, 3 skipped".
import { readFileSync } from "node:fs"

const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
  readFileSync(process.argv[2], "utf8"),
)
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`)
