import { describe, expect, it } from "vitest"
import { readSettings } from "./settings.ts"

describe("a store for files that speaks S3", () => {
  const whole = {
    FILES_S3_ENDPOINT: "https://s3.example.vn/",
    FILES_S3_BUCKET: "hoptac-files",
    FILES_S3_REGION: "hn-1",
    FILES_S3_ACCESS_KEY_ID: "key",
    FILES_S3_SECRET_ACCESS_KEY: "secret",
  }

  it("is used when all its settings are given, and not when none is", () => {
    expect(readSettings(whole).s3).toEqual({
      endpoint: "https://s3.example.vn",
      bucket: "hoptac-files",
      region: "hn-1",
      accessKeyId: "key",
      secretAccessKey: "secret",
    })
    expect(readSettings({}).s3).toBeUndefined()
  })

  it.each(Object.keys(whole))("is not guessed at without %s", (missing) => {
    expect(() => readSettings({ ...whole, [missing]: " " })).toThrow("give all five, or none")
  })

  it.each([
    ["FILES_S3_ENDPOINT", "s3.example.vn"],
    ["FILES_S3_ENDPOINT", "https://s3.example.vn/hoptac-files"],
    ["FILES_S3_BUCKET", "Hop Tac"],
    ["FILES_S3_BUCKET", "a/../b"],
    ["FILES_S3_REGION", "Hà Nội"],
    ["FILES_S3_ACCESS_KEY_ID", "a\nb"],
    ["FILES_S3_SECRET_ACCESS_KEY", "two words"],
  ])("says in one line what is wrong with %s=%j, without repeating it", (setting, value) => {
    expect(() => readSettings({ ...whole, [setting]: value })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(new RegExp(`^The setting ${setting} is not .+\\.$`)),
      }),
    )
  })
})
