/** The third migration: links, mails and jobs, for those who answer at a distance. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Dialect } from './dialect.js';
import { bossSchema } from './boss.js';
import type { Tables } from './tables.js';

function tablesIn(dialect: Dialect): readonly string[] {
  const text = dialect === 'postgres' ? 'text collate "C"' : 'text';
  const whole = dialect === 'postgres' ? 'bigint' : 'integer';
  const id = `id ${text} primary key`;
  return [
    `create table signer_link (${id}, token_hash ${text} not null unique, request ${text} not null, person ${text} not null,
      purpose ${text} not null, channel ${text} not null, given ${text} not null, created_at ${text} not null,
      expires_at ${text} not null, revoked_at ${text})`,
    `create index signer_link_of_request on signer_link (request)`,
    `create index signer_link_of_person on signer_link (person)`,
    `create table signer_session (${id}, token_hash ${text} not null unique, link ${text} not null, begun_at ${text} not null,
      seen_at ${text} not null, proof ${text}, proved_at ${text}, code_to ${text})`,
    `create index signer_session_of_link on signer_session (link)`,
    `create table signer_key (${id}, salt ${text} not null, hash ${text} not null, set_at ${text} not null)`,
    `create table once_code (${id}, session ${text} not null, hash ${text} not null, expires_at ${text} not null, used_at ${text})`,
    `create index once_code_of_session on once_code (session)`,
    `create table signer_try (${id}, count ${whole} not null, since ${text} not null)`,
    `create table mail (${id}, kind ${text} not null, recipient ${text} not null, request ${text}, person ${text},
      locale ${text} not null, facts ${text} not null, state ${text} not null, tries ${whole} not null, created_at ${text} not null,
      answer ${text})`,
    `create index mail_of_state on mail (state)`,
    `create index mail_of_person on mail (person)`,
    `create index mail_of_request on mail (request)`,
    `create table delivery (${id}, mail ${text} not null, attempt ${whole} not null, at ${text} not null, result ${text} not null,
      answer ${text})`,
    `create index delivery_of_mail on delivery (mail)`,
    `create table job (${id}, kind ${text} not null, about ${text} not null, due ${text} not null, lease ${text},
      tries ${whole} not null)`,
    `create index job_due on job (due)`,
    `create table evidence_page (${id}, sha256 ${text} not null)`,
  ];
}

export async function createDistance(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  for (const statement of tablesIn(dialect)) await sql.raw(statement).execute(db);
  if (dialect === 'postgres') for (const statement of await bossSchema()) await sql.raw(statement).execute(db);
}
