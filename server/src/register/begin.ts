/** Beginning a register, and what git is not to keep of its project. */
import { isDeepStrictEqual } from 'node:util';
import { programActor, registerId } from '../life/ids.js';
import { fold } from '../life/fold.js';
import { usualRules } from '../life/rules.js';
import type { Payloads } from '../life/events.js';
import type { Storage } from '../storage/storage.js';
import { permitted, lifeOf } from './ask.js';
import { rulesIn } from './setting.js';
import type { Setting } from './setting.js';

/** Writes the first event. A register that has begun is left as it is. */
export async function begin(
  storage: Storage,
  { organisation, today }: { readonly organisation: string; readonly today: string },
): Promise<boolean> {
  return await storage.transaction(async (tx) => {
    const events = await tx.eventsOf(registerId);
    if (events.length > 0) return false;
    const life = fold('register', []);
    // There is no link yet that an id could be made of, so the program begins.
    const draft = { actor: programActor, kind: 'began', object: registerId, payload: { organisation } } as const;
    await tx.append([permitted<'began'>({ life, draft, context: { today, rules: usualRules } })]);
    return true;
  });
}

/** Says where two people are needed and how long people have; what is not named stays as it is. `renewalMonths: 0` is never. */
export async function setRules(wanted: Partial<Payloads['rules-set']>, { storage, actor, today }: Setting): Promise<void> {
  return await storage.transaction(async (tx) => {
    const before = await rulesIn(tx);
    const { renewalMonths, ...rest }: Payloads['rules-set'] = { ...before, ...wanted };
    const payload = { ...rest, ...(renewalMonths !== undefined && renewalMonths > 0 && { renewalMonths }) };
    if (isDeepStrictEqual(payload, before)) return;
    const draft = { actor: actor.id, kind: 'rules-set', object: registerId, payload } as const;
    await tx.append([permitted<'rules-set'>({ life: await lifeOf('register', registerId, tx), draft, context: { today, rules: before } })]);
  });
}

/** What is about people, or is made anew: none of it belongs into a repository, whose history forgets nothing. */
export const ignored: readonly string[] = ['/register/', '/out/', '/persons/', 'person.yaml', '*.csv', '*.tsv', '*.xls', '*.xlsx', '*.ods'];

/** The text of a `.gitignore` with what is missing; null where nothing is. `note` says what it is for. */
export function ignoring(text: string, note: string): string | null {
  const there = new Set(text.split(/\r?\n/).map((line) => line.trim()));
  const missing = ignored.filter((line) => !there.has(line));
  if (missing.length === 0) return null;
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${before}${before === '' ? '' : '\n'}# ${note}\n${missing.join('\n')}\n`;
}
