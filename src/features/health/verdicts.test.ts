import { describe, expect, it } from "vitest"
import type { Examination } from "./queries.ts"
import { judge } from "./verdicts.ts"

const now = new Date("2026-03-02T09:00:00+07:00")
const minutes = 60_000
const well: Examination = {
  database: { version: "18.1", bytes: 1e9, newest_migration: "0020", milliseconds: 1, busy: 1, waitedFor: 0 },
  pendingMigrations: [],
  disk: { free: 50e9, total: 100e9 },
  backlog: { due: 0, active: 0, failed: 0, oldest_due: null },
  mail: { waiting: 0, failed: 0, last_sent_at: null, hasServer: true },
  sealCheck: { ended_at: new Date(now.getTime() - 6 * 60 * minutes), succeeded: true, error: null },
}

function judged(part: Partial<Examination>) {
  return judge({ ...well, ...part }, now)
}

describe("the health of the system", () => {
  it("is good when nothing is amiss", () => {
    expect(new Set(Object.values(judged({})))).toEqual(new Set(["good"]))
  })
  it("is in trouble when jobs that are due wait for more than a quarter of an hour", () => {
    const waiting = (since: number) => ({
      backlog: { due: 3, active: 0, failed: 0, oldest_due: new Date(now.getTime() - since) },
    })
    expect(judged(waiting(14 * minutes)).jobs).toBe("good")
    expect(judged(waiting(16 * minutes)).jobs).toBe("bad")
  })
  it("needs a look when the disk is nearly full, and is in trouble when it is full", () => {
    expect(judged({ disk: { free: 9e9, total: 100e9 } }).disk).toBe("watch")
    expect(judged({ disk: { free: 1e9, total: 4e9 } }).disk).toBe("watch")
    expect(judged({ disk: { free: 2e9, total: 100e9 } }).disk).toBe("bad")
    expect(judged({ disk: undefined }).disk).toBe("good")
  })
  it("is in trouble when a seal is broken, and needs a look when none was checked lately", () => {
    const run = { ended_at: now, succeeded: false, error: "broken" }
    expect(judged({ sealCheck: run }).seals).toBe("bad")
    expect(judged({ sealCheck: undefined }).seals).toBe("watch")
    const old = new Date(now.getTime() - 40 * 60 * minutes)
    expect(judged({ sealCheck: { ended_at: old, succeeded: true, error: null } }).seals).toBe("watch")
  })
  it("is in trouble when the program is newer than its tables", () => {
    expect(judged({ pendingMigrations: ["0030_more"] }).migrations).toBe("bad")
  })
  it("needs a look while mail cannot be sent", () => {
    expect(judged({ mail: { ...well.mail, hasServer: false } }).mail).toBe("watch")
    expect(judged({ mail: { ...well.mail, failed: 1 } }).mail).toBe("watch")
  })
})
