/** What the screens of accounts, keys and the audit ask beside the routes of the API: names for what those tell by ids. */
import { Refusal } from 'rolewright';
import { longestDeputy } from '../access/accounts.js';
import { deedsBackwards } from '../access/audit.js';
import { neverByKey } from '../access/keys.js';
import { isUndivided, rights, roles } from '../access/rights.js';
import type { AccessRole, Right } from '../access/rights.js';
import { nameIn, someone } from '../register/find.js';
import { wording } from '../studio/titles.js';
import type { Studio } from '../studio/studio.js';
import { refuse } from './problem.js';
import { visitorOf } from './route.js';
import type { Asked, Route } from './route.js';
import type { Words } from './texts.js';
import { paging, reading } from './studio-route.js';

export interface AccountChoices {
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly roles: readonly AccessRole[];
  /** Roles that are for all of the organisation alone. */
  readonly undivided: readonly AccessRole[];
  readonly longestDeputy: number;
  readonly me: string | null;
  readonly today: string;
}

export interface KeyChoices {
  /** The rights that a key of whoever asks may have. */
  readonly scopes: readonly Right[];
  /** Whether the keys of others are shown too. */
  readonly all: boolean;
  readonly today: string;
}

export interface DeedLine {
  readonly at: string;
  readonly who: string;
  /** In words. */
  readonly deed: string;
  /** Of whom or of what: a name where whoever asks may see people, else a number. */
  readonly of: string;
}

export interface DeedsPage {
  readonly items: readonly DeedLine[];
  readonly more: boolean;
}

/** Deeds that are no routes. */
const deeds: readonly string[] = [
  ...[
    'account-created',
    'account-changed',
    'account-invited',
    'deputy-appointed',
    'key-created',
    'key-revoked',
    'backed-up',
    'mail-tested',
  ],
];

export const careAccountRoutes = (studio: Studio): readonly Route[] => [
  reading('care-choices', 'care/choices', 'accounts.manage', {}, (asked): AccountChoices => {
    const { organisation } = studio.workplace([]);
    return {
      departments: (organisation?.departments ?? []).map(({ id, name }) => ({ id, name: wording(name, asked.language) })),
      ...{ roles, undivided: roles.filter(isUndivided), longestDeputy, me: visitorOf(asked).account, today: asked.service.today() },
    };
  }),
  reading('care-person', 'care/person', 'accounts.manage', { number: { type: 'string', minLength: 1, maxLength: 60 } }, async (asked) => {
    const { number = '' } = asked.query as { number?: string };
    const row = await asked.service.storage.look((db) =>
      db.selectFrom('person').select('id').where('external_id', '=', number).where('left_on', 'is', null).executeTakeFirst(),
    );
    if (!row) throw refuse('http-unknown', { what: 'person', value: number });
    return { id: row.id };
  }),
  {
    ...reading('care-key-choices', 'care/key-choices', 'accounts.manage', {}, (asked): KeyChoices => {
      const { reach } = visitorOf(asked);
      return {
        scopes: rights.filter((one) => !neverByKey.includes(one) && reach(one) !== null),
        ...{ all: reach('accounts.manage') !== null, today: asked.service.today() },
      };
    }),
    right: 'signed-in',
  },
  reading('care-audit', 'care/audit', 'audit.read', { ...paging, account: { type: 'string', maxLength: 80 } }, deedsShown),
];

async function deedsShown(asked: Asked): Promise<DeedsPage> {
  const { storage, texts } = asked.service;
  const { account, offset, limit } = asked.query as { account?: string; offset: number; limit: number };
  const rows = await storage.look((db) => deedsBackwards({ account, offset, limit: limit + 1 }, db));
  // PostgreSQL knows no list of nothing.
  if (rows.length === 0) return { more: false, items: [] };
  const shown = rows.slice(0, limit);
  const ids = [...new Set(shown.flatMap((row) => [row.account, row.object]))];
  const named = await storage.look((db) => db.selectFrom('account').select(['id', 'name']).where('id', 'in', ids).execute());
  const keys = await storage.look((db) => db.selectFrom('api_key').select(['id', 'name']).where('id', 'in', ids).execute());
  const people = await storage.read.peopleAmong(ids.filter((id) => id.startsWith('p_')));
  const mayName = visitorOf(asked).reach('people.read') === 'everywhere';
  const { say } = texts(asked.language);
  const names = new Map([
    ...[...named, ...keys].map(({ id, name }) => [id, name] as const),
    ...people
      .map(someone)
      .map((one) => [one.id, mayName ? nameIn(one, asked.language) : `№ ${one.externalId ?? one.id.slice(0, 10)}`] as const),
    ['register', say('deeds.whole')] as const,
  ]);
  return {
    more: rows.length > limit,
    items: shown.map((row) => ({
      ...{ at: row.at, who: names.get(row.account) ?? row.account, of: names.get(row.object) ?? row.object },
      deed: deedInWords(row.deed, say),
    })),
  };
}

function deedInWords(deed: string, say: Words['say']): string {
  if (deeds.includes(deed)) return say(`deeds.${deed}`);
  try {
    return say(`routes.${deed}`);
  } catch (error) {
    // A deed of a version that had other routes.
    if (error instanceof Refusal) return deed;
    throw error;
  }
}
