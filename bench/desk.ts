import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openCluster } from "../src/database/cluster.ts"
import { connect } from "../src/database/connection.ts"
import { migrateToLatest } from "../src/database/migrator.ts"
import { bundled } from "./bundled.ts"
import type { openDesk } from "./desk-work.ts"
import { type Line, time } from "./lines.ts"

type Desk = Awaited<ReturnType<typeof openDesk>>

const rounds = { runs: 41, warm: 8 }

/** Signing in: guessing a password has to be dear, and nothing else about it. */
export function signIn(): Promise<Line[]> {
  return withDesk(async ({ checkPassword, signIn }) => {
    const { hash } = await time({ hash: checkPassword }, { runs: 15 })
    const { rest } = await time({ rest: signIn }, rounds)
    const { median, spread } = hash
    return [
      { what: "the hash of a password", value: median, spread, unit: "ms", limit: 300 },
      { what: "the same, so that guessing is slow", value: spread[0], unit: "ms", limit: 100, atLeast: true },
      { what: "all the rest of signing in", value: rest.median, spread: rest.spread, unit: "ms", limit: 10 },
    ]
  })
}

/** The desk of a publisher for whom 200 articles wait. */
export function deskHome(): Promise<Line[]> {
  return withDesk(async ({ home, queries, let2Wait, let200Wait }) => {
    await let2Wait()
    // The first visit also opens connections.
    await home()
    const few = await queries.during(home)
    await let200Wait(2)
    if (!(await home()).includes(">125<")) throw new Error("The desk does not count all that waits")
    const many = await queries.during(home)
    const { page, bare } = await time({ page: home, bare: () => queries.again(many) }, rounds)
    return [
      besideBare("desk with 200 waiting", page, bare, 30),
      {
        what: "its queries",
        value: many.length,
        unit: "queries",
        limit: few.length,
        limitIs: "as many as with 2 waiting",
      },
    ]
  })
}

/** What is typed in a form, kept while it is typed. */
export function autosave(): Promise<Line[]> {
  return withDesk(async ({ autosave, queries }) => {
    const save = () => autosave(17)
    const asked = await queries.during(save)
    const upsert = asked.filter(({ text }) => text.startsWith("insert"))
    const { saved, bare } = await time({ saved: save, bare: () => queries.again(upsert) }, rounds)
    return [besideBare("a draft of 17 kB saved", saved, bare, 10)]
  })
}

type Times = Awaited<ReturnType<typeof time>>[string]

function besideBare(what: string, { median, spread }: Times, bare: Times, limit: number): Line {
  const limitIs = `its statements alone: ${bare.median.toFixed(2)}`
  return { what, value: median, spread, unit: "ms", limit, limitIs }
}

/** The desk of an empty portal, on a server of its own that waits for its disk as the real one does. */
async function withDesk(measure: (desk: Desk) => Promise<Line[]>) {
  const folder = await mkdtemp(join(tmpdir(), "hoptac-bench-"))
  // As root the server runs as another user, who has to pass through.
  await chmod(folder, 0o711)
  const cluster = await openCluster(folder)
  try {
    await migrate(cluster.url)
    const work = await bundled<{ openDesk: typeof openDesk }>("desk-work.ts")
    const desk = await work.openDesk(cluster.url)
    try {
      return await measure(desk)
    } finally {
      await desk.close()
    }
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function migrate(url: string) {
  const db = connect(url, { max: 1 })
  try {
    await migrateToLatest(db)
  } finally {
    await db.destroy()
  }
}
