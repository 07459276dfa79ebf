import { expect, it } from "vitest"
import { withLevelsTogether } from "./columns.ts"

it("levels of training are taken together as the standard table does", () => {
  const exact = {
    managers_primary: 2,
    managers_college: 1,
    managers_university: 2,
    managers_postgraduate: null,
  }
  expect(withLevelsTogether(exact)).toEqual({
    ...exact,
    managers_with_primary_training: 2,
    managers_with_college_or_higher: 3,
  })
  // A form that asks for the levels together keeps what was typed.
  expect(withLevelsTogether({ managers_with_college_or_higher: 4 })).toEqual({
    managers_with_college_or_higher: 4,
  })
})
