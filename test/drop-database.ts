import pg from "pg"

/**
 * Drops a database, whoever is still connected. PostgreSQL's own cleaning (autovacuum) may be among them, which only
 * a superuser may end by force; a drop without force asks it to leave, and it does.
 */
export async function dropDatabase(client: pg.Client, name: string) {
  try {
    await client.query(`drop database if exists "${name}" with (force)`)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === insufficientPrivilege)) throw error
    await client.query(`drop database if exists "${name}"`)
  }
}

const insufficientPrivilege = "42501"
