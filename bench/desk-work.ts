import { randomUUID, scryptSync } from "node:crypto"
import { connect, type Database, poolOf } from "../src/database/connection.ts"
import { hashPassword, verifyPassword } from "../src/features/accounts/password.ts"
import { pathsIn } from "../src/paths.ts"
import { type SignedIn, signInAs } from "../test/fixtures/people.ts"
import { visitor } from "../test/visit.ts"

const origin = "https://ktth.example.vn"
const paths = pathsIn("vi")
const password = "lúa chín vàng đồng"

/** What the benches of the desk need of the application; bundled by them, since Node alone reads no JSX. */
export async function openDesk(databaseUrl: string) {
  const db = connect(databaseUrl, { max: 10 })
  const queries = watchQueries(db)
  const site = visitor(db)
  const editor = await signInAs(db, { name: "Lan", roles: [{ role: "editor" }] })
  const publisher = await signInAs(db, { name: "Hùng", roles: [{ role: "publisher" }] })
  const email = await addWithCheapPassword(db)
  const hash = await hashPassword(password)

  return {
    queries,
    close: () => db.destroy(),
    let200Wait: (from: number) => letWait(db, editor, from, 200),
    let2Wait: () => letWait(db, editor, 0, 2),

    async home() {
      const { status, text } = await site.as(publisher).get(paths.desk())
      if (status !== 200) throw new Error(`The desk answered ${status}`)
      return text
    },

    /** A draft as long as a long article, other words each time. */
    async autosave(kilobytes: number) {
      const content = `${randomUUID()} ${"a".repeat(kilobytes * 1000)}`
      const response = await site.app.request(paths.draft("tin-bai", "moi"), {
        method: "PUT",
        headers: {
          cookie: editor.cookie,
          origin,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: new URLSearchParams({ body: content }),
      })
      if (response.status !== 200) throw new Error(`The draft was answered with ${response.status}`)
    },

    checkPassword: () => verifyPassword({ hash, password }),

    /** All of signing in but the hash. */
    async signIn() {
      const { status, headers } = await site.post(paths.signIn(), { email, password })
      if (status !== 303 || !headers.get("set-cookie")) throw new Error(`Signing in answered ${status}`)
    },
  }
}

/** Someone whose password was hashed at a cost next to nothing, so that the time for all the rest is seen bare. */
async function addWithCheapPassword(db: Database) {
  const { id, email } = await signInAs(db, { name: "Mai", secondFactor: false })
  const key = scryptSync(password.normalize("NFKC"), "salt", 32, { N: 2, r: 1, p: 1 })
  const hash = ["scrypt", 2, 1, 1, Buffer.from("salt").toString("base64"), key.toString("base64")].join("$")
  await db
    .insertInto("accounts")
    .values({ id, user_id: id, account_id: id, provider_id: "credential", password: hash })
    .execute()
  return email
}

/** Articles that others wrote and sent for review, some of them long ago. */
async function letWait(db: Database, author: SignedIn, from: number, to: number) {
  const section = await db
    .insertInto("sections")
    .values({ slug: `tin-${to}`, name: `Tin ${to}`, name_en: `News ${to}` })
    .returning("id")
    .executeTakeFirstOrThrow()
  for (let number = from + 1; number <= to; number++) {
    const text = {
      section_id: section.id,
      title: `Hợp tác xã thứ ${number} trong tỉnh liên kết với doanh nghiệp tiêu thụ lúa`,
      body_html: `<p>${"Thân bài. ".repeat(700)}</p>`,
    }
    const { id } = await db
      .insertInto("articles")
      .values({ ...text, slug: `bai-${number}`, published_at: "infinity" })
      .returning("id")
      .executeTakeFirstOrThrow()
    const edition = { article_id: id, locale: "vi" }
    await db
      .insertInto("article_versions")
      .values({ ...text, ...edition, number: 1, user_id: author.id, author: author.name })
      .execute()
    await db
      .insertInto("article_editions")
      .values({
        ...edition,
        version: 1,
        work: "in_review",
        publication: "never",
        since: new Date(Date.now() - (number % 8) * 86_400_000),
      })
      .execute()
  }
}

type Query = { text: string; values: unknown[] }

/** Notes what is asked of the database, so that it can be asked again without the application around it. */
function watchQueries(db: Database) {
  const pool = poolOf(db)
  let noted: Query[] | undefined
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...call: unknown[]) => unknown
    const noting = (...call: unknown[]) => {
      const [text, values] = call
      if (typeof text === "string") noted?.push({ text, values: (values as unknown[]) ?? [] })
      return query(...call)
    }
    client.query = noting as typeof client.query
  })
  return {
    async during(work: () => Promise<unknown>): Promise<Query[]> {
      noted = []
      await work()
      const all = noted
      noted = undefined
      return all
    },
    async again(queries: readonly Query[]) {
      const client = await pool.connect()
      try {
        for (const { text, values } of queries) await client.query(text, values)
      } finally {
        client.release()
      }
    },
  }
}
