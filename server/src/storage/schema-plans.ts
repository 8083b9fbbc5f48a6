/** The fifth migration: onboardings, as they are found by whose they are. What they say is in events. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Dialect } from './dialect.js';
import type { Tables } from './tables.js';

export async function createPlans(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const text = dialect === 'postgres' ? 'text collate "C"' : 'text';
  const whole = dialect === 'postgres' ? 'bigint' : 'integer';
  for (const statement of [
    `create table plan (id ${text} primary key, last_event ${whole} not null, person ${text}, holding ${text}, role ${text},
      first_day ${text}, state ${text} not null)`,
    `create index plan_of_person on plan (person)`,
  ])
    await sql.raw(statement).execute(db);
}
