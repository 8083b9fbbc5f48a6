/** Who acts: by name in what events say, by an opaque id in the events themselves. */
import { createHash } from 'node:crypto';
import { nearest } from 'rolewright';
import type { Diagnostic } from 'rolewright';
import type { Draft } from '../life/events.js';
import { registerId } from '../life/ids.js';
import { folded, maybeSameName, sameName, unaccented } from '../life/people.js';
import type { Queries } from '../storage/queries.js';
import type { Storage, Transaction } from '../storage/storage.js';
import { lifeOf, permitted } from './ask.js';
import { everybody } from './find.js';
import { spellingsOf } from './named.js';
import { refusal, rulesIn } from './setting.js';

export interface Actor {
  readonly id: string;
  readonly name: string;
}

/**
 * The same name has the same id in a register and another in every other: the first link of the chain, which is drawn by chance, goes
 * into it, so that nobody can tell from an id who acted in two registers.
 */
export async function actorNamed(name: string, read: Pick<Queries, 'hashOf'>): Promise<Actor> {
  const first = (await read.hashOf(1)) ?? '';
  return {
    id: `a_${createHash('sha256')
      .update(`${first}\n${folded(name)}`)
      .digest('hex')
      .slice(0, 32)}`,
    name: name.trim(),
  };
}

/** The names under which people have acted, by the ids of actors; that of somebody whose data were erased is not among them. */
export async function actorNames(read: Pick<Queries, 'eventsOf'>): Promise<ReadonlyMap<string, string>> {
  const events = await read.eventsOf(registerId);
  return new Map(
    events.flatMap((event) => (event.kind === 'actor-named' && event.payload !== null ? [[event.actor, event.payload.name] as const] : [])),
  );
}

export interface Introduction {
  readonly today: string;
  /** Whether it was said that it is somebody new, however near the name is to another. */
  readonly isNew: boolean;
  /** Whether nobody has said the name: it is what the machine, or git, calls whoever uses it. */
  readonly isGuessed?: boolean;
  readonly tell: (problem: Diagnostic) => void;
}

/**
 * A storage in which whoever writes for the first time is written down by name with it, so that a slip of the pen does not pass for a
 * second person. Appending throws a Refusal where the name is nearly that of somebody who has acted before.
 */
export function introducing(storage: Storage, actor: Actor, introduction: Introduction): Storage {
  let isKnown = false;
  return {
    ...storage,
    async transaction(work) {
      if (isKnown) return await storage.transaction(work);
      let met = false;
      const result = await storage.transaction((tx) => {
        const meet = async (): Promise<void> => {
          if (met) return;
          met = true;
          await tx.append(await introduced(actor, introduction, tx));
        };
        return work({
          ...tx,
          append: async (drafts) => {
            if (drafts.length > 0) await meet();
            return await tx.append(drafts);
          },
          erase: async (erasure) => {
            await meet();
            return await tx.erase(erasure);
          },
        });
      });
      isKnown = met;
      return result;
    },
  };
}

/** So many letters of a name may be a slip. */
const slip = 2;
/** So many of those who have acted are named. */
const shown = 8;

async function introduced(
  actor: Actor,
  { today, isNew, isGuessed = false, tell }: Introduction,
  tx: Transaction,
): Promise<readonly Draft[]> {
  const names = await actorNames(tx);
  if (names.has(actor.id)) return [];
  const own = { actor: actor.id, kind: 'actor-named', object: registerId, payload: { name: actor.name } } as const;
  const context = { today, rules: await rulesIn(tx) };
  const draft = permitted<'actor-named'>({ life: await lifeOf('register', registerId, tx), draft: own, context });
  // Whoever has acted in a register that was begun before names were kept is no news, nor is one whose name was erased.
  const named = (await tx.eventsOf(registerId)).filter(({ kind }) => kind === 'actor-named');
  const before = named[0]?.seq ?? (await tx.head()).seq + 1;
  if (named.some((one) => one.actor === actor.id) || (await tx.hasActed(actor.id, before))) return [draft];
  const others = [...names.values()];
  const last = others.slice(-shown).join(', ') || 'none';
  if (others.length > 0 && isGuessed && !isNew) throw refusal('register-actor-guessed', { name: actor.name, known: last });
  const near = others.find((one) => maybeSameName(one, actor.name)) ?? nearestName(actor.name, others) ?? '';
  if (near !== '' && !isNew) throw refusal('register-actor-near', { name: actor.name, nearest: near });
  const person = isNew ? null : await nearPerson(actor.name, tx);
  if (person !== null) throw refusal('register-actor-near-person', { name: actor.name, nearest: person });
  // A word alone is what a machine calls an account, and nobody’s name.
  if (others.length > 0 && !isNew && !/\S\s+\S/u.test(actor.name)) throw refusal('register-actor-word', { name: actor.name, known: last });
  tell({ code: 'register-actor-new', severity: others.length === 0 ? 'info' : 'warning', args: { name: actor.name, known: last } });
  return [draft];
}

/**
 * Whoever decides with somebody else is somebody who has acted here or is in the register, and not the first one under another spelling. Throws a
 * Refusal where the name is nobody’s, unless it was said that it is somebody new.
 */
export async function refuseUnknownSecond(name: string, actor: Actor, isNew: boolean, read: Queries): Promise<void> {
  if (maybeSameName(name, actor.name)) throw refusal('register/same-person', { name: actor.name });
  if (isNew) return;
  const known = [...(await actorNames(read)).values(), ...(await everybody(read)).flatMap(spellingsOf)];
  if (known.some((one) => maybeSameName(one, name))) return;
  throw refusal('register-second-unknown', { name, nearest: nearestName(name, known) ?? 'none' });
}

/** The name of somebody of the register that is nearly, but not quite, this one; null where it is somebody’s, or nobody’s. */
async function nearPerson(name: string, tx: Transaction): Promise<string | null> {
  const spellings = (await everybody(tx)).flatMap(spellingsOf);
  if (spellings.some((one) => sameName(one, name))) return null;
  return nearestName(name, spellings);
}

/** The name that this one may be a slip of; null where none is near. */
function nearestName(name: string, names: readonly string[]): string | null {
  const known = new Map(names.map((one) => [unaccented(one), one]));
  return known.get(nearest(unaccented(name), [...known.keys()], slip)) ?? null;
}
