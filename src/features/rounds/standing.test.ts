import { expect, it } from "vitest"
import { coverageOf } from "./standing.ts"

it("counts what was sent and what has nothing to report, and leaves the excused out of both numbers", () => {
  expect(
    coverageOf({ silent: 20, draft: 10, returned: 7, submitted: 80, accepted: 400, nil: 6, excused: 9 }),
  ).toEqual({ expected: 523, reported: 486 })
})

it("counts nobody where nobody is asked", () => {
  expect(coverageOf({})).toEqual({ expected: 0, reported: 0 })
  expect(coverageOf({ excused: 3 })).toEqual({ expected: 0, reported: 0 })
})
