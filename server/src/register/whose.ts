/** What a fault that verifying finds is about, as people know it: the paper and the person. */
import type { Kysely } from 'kysely';
import type { Storage } from '../storage/storage.js';
import type { Tables } from '../storage/tables.js';
import type { Fault } from '../verify/fault.js';
import { lifeOf } from './ask.js';
import { nameIn, paperLabel, someone } from './find.js';
import type { Setting } from './setting.js';

export interface Whose {
  /** Null where the fault is about no paper, or it cannot be told which. */
  readonly paper: string | null;
  readonly person: string | null;
}

const nobody: Whose = { paper: null, person: null };

/** By the rows as they stand; what was changed in them is not to be trusted, and is told of as a fault of its own. */
export async function whoseFault(
  { code, of, seq }: Pick<Fault, 'code' | 'of' | 'seq'>,
  setting: Pick<Setting, 'desk' | 'language' | 'workplace'> & { readonly storage: Pick<Storage, 'look' | 'read'> },
): Promise<Whose> {
  const { read, look } = setting.storage;
  // An anchor is about the whole of what came before it, not about whom its event happens to be of.
  if (code.startsWith('anchor-')) return nobody;
  const object = await look((db) => objectOf(of, seq, db));
  if (object === null) return nobody;
  const request = object.startsWith('r_') ? await read.request(object) : undefined;
  const holding = object.startsWith('h_')
    ? await look((db) => db.selectFrom('holding').select('person').where('id', '=', object).executeTakeFirst())
    : undefined;
  // A row that is gone is known from the event that made it.
  const asked = object.startsWith('r_') && !request ? (await lifeOf('request', object, read)).last.requested?.payload : undefined;
  const taken = object.startsWith('h_') && !holding ? (await lifeOf('holding', object, read)).last['post-taken']?.payload : undefined;
  const document = await read.document(object.startsWith('d_') ? object : (request?.document ?? asked?.document ?? ''));
  const whose = holding?.person ?? taken?.person ?? request?.person ?? asked?.person ?? document?.person ?? '';
  const person = await read.person(object.startsWith('p_') ? object : whose);
  return {
    paper: document ? paperLabel(document, setting) : null,
    person: person ? nameIn(someone(person), setting.language) : null,
  };
}

/** What an event happened to; a file belongs to the last event that names it. */
async function objectOf(of: string | undefined, seq: number | undefined, db: Kysely<Tables>): Promise<string | null> {
  if (of !== undefined && /^[a-z]_[0-9a-z]+$/.test(of)) return of;
  const isFile = of !== undefined && /^[0-9a-f]{64}$/.test(of);
  const named = isFile
    ? (await db.selectFrom('blob').select('event').where('sha256', '=', of).orderBy('event', 'desc').limit(1).executeTakeFirst())?.event
    : seq;
  if (named === undefined) return null;
  return (await db.selectFrom('event').select('object').where('seq', '=', named).executeTakeFirst())?.object ?? null;
}
