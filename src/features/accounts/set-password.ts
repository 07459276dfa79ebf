import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import type { Database } from "../../database/connection.ts"
import { hashPassword } from "./password.ts"

/** Sets the password of an account, and ends every session but the one that asked: who knew the old one is out. */
export async function setPassword(
  trx: Database,
  userId: string,
  password: string,
  { keepSession }: { keepSession?: string } = {},
) {
  const hash = await hashPassword(password)
  await trx
    .insertInto("accounts")
    .values({
      id: randomUUID(),
      user_id: userId,
      account_id: userId,
      provider_id: "credential",
      password: hash,
    })
    .onConflict((conflict) =>
      conflict.columns(["user_id", "provider_id"]).doUpdateSet({ password: hash, updated_at: sql`now()` }),
    )
    .execute()
  let sessions = trx.deleteFrom("sessions").where("user_id", "=", userId)
  if (keepSession) sessions = sessions.where("id", "<>", keepSession)
  await sessions.execute()
}
