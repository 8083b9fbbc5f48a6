/** Beginning a register, and what git is not to keep of its project. */
import { posix } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Desk, Organisation } from 'rolewright';
import { programActor, registerId } from '../life/ids.js';
import { fold } from '../life/fold.js';
import { usualRules } from '../life/rules.js';
import type { Payloads } from '../life/events.js';
import type { Queries } from '../storage/queries.js';
import type { Storage } from '../storage/storage.js';
import { permitted, lifeOf } from './ask.js';
import { employerOf, rulesIn } from './setting.js';
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

export const hasBegun = async (read: Pick<Queries, 'eventsOf'>): Promise<boolean> => (await read.eventsOf(registerId)).length > 0;

/** What a register calls its employer: by the name in its first language. */
export const nameOf = ({ name, languages }: Pick<Organisation, 'name' | 'languages'>): string =>
  typeof name === 'string' ? name : (name[languages[0] ?? 'en'] ?? Object.values(name)[0] ?? '');

/**
 * Begins the register of a project, with what is about people kept out of a repository first; `note` says there what it is for. One that
 * has begun is left as it is. Throws a Refusal where there is no employer.
 */
export async function beginIn(
  { storage, desk, workplace, today }: Pick<Setting, 'storage' | 'desk' | 'workplace' | 'today'>,
  note: string,
): Promise<boolean> {
  const organisation = nameOf(employerOf({ workplace }));
  keepOut(desk, note);
  return await begin(storage, { organisation, today });
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

/** Writes what is missing into the `.gitignore` of the project; whether anything was. */
export function keepOut({ shelf, workspace }: Desk, note: string): boolean {
  const folder = shelf.project?.folder ?? '.';
  const path = posix.join(folder, '.gitignore');
  const text = ignoring(workspace.list(folder).includes('.gitignore') ? workspace.readText(path) : '', note);
  if (text !== null) workspace.writeAll([{ path, bytes: new TextEncoder().encode(text) }], { force: true });
  return text !== null;
}
