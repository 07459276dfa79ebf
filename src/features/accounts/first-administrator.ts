import { type Database, inTransaction } from "../../database/connection.ts"
import { pathsIn } from "../../paths.ts"
import { inVietnam } from "../../ui/format.ts"
import { recordChange } from "../changes/record-change.ts"
import { makeLink } from "./links.ts"
import { hasAdministrator } from "./roles.ts"

/** While nobody administers: the address of a page, good once, where whoever started the portal becomes the first. */
export function firstAdministratorLink(db: Database, baseUrl: string, today = inVietnam(new Date()).day) {
  return inTransaction(db, async (trx) => {
    if (await hasAdministrator(trx, today)) return undefined
    const { token } = await makeLink(trx, "first_administrator")
    await recordChange(trx, {
      actor: "hoptac",
      via: "shell",
      action: "invite_first_administrator",
      record_kind: "person",
    })
    return baseUrl + pathsIn("vi").accountLink(token)
  })
}
