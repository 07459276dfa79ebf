import { expect, it } from "vitest"
import { readRange } from "./range.ts"

it.each([
  [undefined, "whole"],
  ["bytes=0-0", { start: 0, end: 0 }],
  ["bytes=10-19", { start: 10, end: 19 }],
  ["bytes=90-", { start: 90, end: 99 }],
  ["bytes=90-5000", { start: 90, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-5000", { start: 0, end: 99 }],
  ["bytes=100-", "beyond"],
  ["bytes=100-200", "beyond"],
  ["bytes=-0", "beyond"],
  ["bytes=20-10", "whole"],
  ["bytes=0-1,5-6", "whole"],
  ["bytes=-", "whole"],
  ["bytes=a-b", "whole"],
  ["items=0-1", "whole"],
  [`bytes=0-${"9".repeat(400)}`, "whole"],
])("%s of a hundred bytes is %o", (header, expected) => {
  expect(readRange(header, 100)).toEqual(expected)
})
