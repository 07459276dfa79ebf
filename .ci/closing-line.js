// The test runner's result as one plain line: "412 passed, 0 failed, 3 skipped".
import { readFileSync } from "node:fs"

const results = JSON.parse(readFileSync(process.argv[2], "utf8"))
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = results

// A file that could not begin has no failed test to be counted by.
const brokenFiles = testResults.filter(
  ({ status, assertionResults }) =>
    status === "failed" && assertionResults.every((test) => test.status !== "failed"),
)
const failed = numFailedTests + brokenFiles.length
console.log(`${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`)
