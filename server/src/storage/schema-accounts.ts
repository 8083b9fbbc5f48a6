/** The second migration: accounts, their rights and sessions, and what was read by whom. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Dialect } from './dialect.js';
import type { Tables } from './tables.js';

function tablesIn(dialect: Dialect): readonly string[] {
  const text = dialect === 'postgres' ? 'text collate "C"' : 'text';
  const whole = dialect === 'postgres' ? 'bigint' : 'integer';
  const id = `id ${text} primary key`;
  return [
    `create table account (${id}, login ${text} not null unique, name ${text} not null, password ${text}, issuer ${text},
      subject ${text}, person ${text}, language ${text}, state ${text} not null, created_at ${text} not null)`,
    `create unique index account_of_subject on account (issuer, subject)`,
    `create table access_grant (${id}, account ${text} not null, role ${text} not null, department ${text}, until ${text})`,
    `create index access_grant_of_account on access_grant (account)`,
    `create table deputy (${id}, account ${text} not null, deputy ${text} not null, from_day ${text} not null, until_day ${text} not null)`,
    `create index deputy_of_deputy on deputy (deputy)`,
    `create table session (${id}, account ${text} not null, created_at ${text} not null, seen_at ${text} not null,
      proved_at ${text} not null)`,
    `create index session_of_account on session (account)`,
    `create table attempt (${id}, count ${whole} not null, since ${text} not null)`,
    `create table link (${id}, subject ${text} not null, purpose ${text} not null, object ${text}, created_at ${text} not null,
      expires_at ${text} not null, used_at ${text}, revoked_at ${text})`,
    `create index link_of_subject on link (subject, purpose)`,
    `create table api_key (${id}, secret ${text} not null unique, account ${text} not null, name ${text} not null, scopes ${text} not null,
      departments ${text}, created_at ${text} not null, until ${text}, revoked_at ${text})`,
    `create index api_key_of_account on api_key (account)`,
    `create table audit (${id}, at ${text} not null, account ${text} not null, deed ${text} not null, object ${text} not null)`,
    `create index audit_of_object on audit (object, at)`,
    `create index audit_at on audit (at, id)`,
    `create table answered (${id}, account ${text} not null, request ${text} not null, answer ${text}, at ${text} not null)`,
    `create index answered_at on answered (at)`,
  ];
}

export async function createAccounts(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  for (const statement of tablesIn(dialect)) await sql.raw(statement).execute(db);
}
