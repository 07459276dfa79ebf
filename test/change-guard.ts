import { sql } from "kysely"
import type { Database } from "../src/database/connection.ts"
import type { DB } from "../src/database/tables.ts"

/** Written without an entry in the change log, each for a reason. Every other table is held to it. */
export const unlogged: Partial<Record<keyof DB, string>> = {
  changes: "is the log",
  change_seals: "seals the log, by a trigger",
  fact_changes: "notes which pages are old, by a trigger",
  counted_figures: "can be emptied at any time",
  sessions: "come with signing in and go by themselves; ending someone else's is logged",
  sign_ins: "are a log of their own",
  attempts: "count guesses, also those of strangers",
  installation_secrets: "holds what the program makes for itself once, and no log may know",
  verifications: "live for minutes inside the sign-in library",
  drafts: "are nobody's but their writer's until saved, and saving is logged",
}

/** What changes without anybody deciding anything: guesses counted, what a sign-in uses up or renews. */
const unloggedColumns: Partial<Record<keyof DB, string[]>> = {
  users: ["desk_seen_at", "updated_at"],
  accounts: [
    "access_token",
    "refresh_token",
    "id_token",
    "access_token_expires_at",
    "refresh_token_expires_at",
    "scope",
    "updated_at",
  ],
  two_factors: ["failed_verification_count", "locked_until", "backup_codes"],
  passkeys: ["counter"],
  mails: ["attempts", "last_error"],
  imports: [
    "work",
    "work_step",
    "work_done",
    "work_total",
    "work_beat_at",
    "work_fault",
    "plan",
    "plan_version",
    "preview",
  ],
}

/** A session that sets this writes as it likes: the tests' own statements, which set a scene. */
export const settingAScene = "hoptac.setting_a_scene"

/**
 * From here on a transaction that writes one of those tables and leaves no entry in the change log cannot commit.
 * Only in tests: the database of a running portal would pay for it with every row.
 */
export async function guardChanges(db: Database) {
  await sql
    .raw(`
    create function note_entry() returns trigger language plpgsql as $$
    begin
      perform set_config('hoptac.entry_of', pg_current_xact_id()::text, true);
      return null;
    end $$;
    create trigger note_entry after insert on changes for each statement execute function note_entry();

    create function require_entry() returns trigger language plpgsql as $$
    begin
      if current_setting('hoptac.entry_of', true) = pg_current_xact_id()::text then return null; end if;
      if tg_op = 'UPDATE' and to_jsonb(new) - tg_argv[0]::text[] = to_jsonb(old) - tg_argv[0]::text[] then
        return null;
      end if;
      raise exception '% of "%" leaves no entry in the change log', tg_op, tg_table_name;
    end $$;`)
    .execute(db)
  for (const table of await listGuarded(db)) {
    const columns = `{${(unloggedColumns[table] ?? []).join(",")}}`
    const byApplication = `current_setting('${settingAScene}', true) is distinct from 'on'`
    await sql
      .raw(`
      create constraint trigger require_entry after insert or update or delete on ${table}
        deferrable initially deferred for each row when (${byApplication})
        execute function require_entry('${columns}');
      create trigger require_entry_before_truncate before truncate on ${table}
        for each statement when (${byApplication}) execute function require_entry();`)
      .execute(db)
  }
}

async function listGuarded(db: Database) {
  const tables = await db.introspection.getTables()
  return tables
    .filter(({ schema, isView }) => schema === "public" && !isView)
    .map(({ name }) => name as keyof DB)
    .filter((name) => !(name in unlogged))
}
