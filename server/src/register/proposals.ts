/**
 * Proposals: another wording of a role, which somebody reads and approves or returns. What is approved takes the place of the role’s
 * file; what was shown to whoever approves is kept with it, and its hash says that it was this and nothing else.
 */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { namedRoles, Refusal } from 'rolewright';
import type { Desk } from 'rolewright';
import type { Payloads } from '../life/events.js';
import { dayInWords } from '../life/words.js';
import { lifeOf, permitted } from './ask.js';
import { all } from './find.js';
import { refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';
import type { Queries } from '../storage/queries.js';
import type { ViewRow } from '../storage/tables.js';

export const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** So many digits of the hash of what was shown are typed by whoever approves it. */
export const seenDigits = 12;

export interface Proposal {
  readonly role: string;
  /** The path of the role’s file, as it stands in the project. */
  readonly path: string;
  /** The file as it is; null where there is none yet. */
  readonly base: Uint8Array | null;
  readonly content: Uint8Array;
  /** What is shown to whoever approves. */
  readonly comparison: string;
  readonly summary: string;
}

/** Proposes, or proposes anew what was returned. Gives the id and the hash of what is to be seen. */
export async function propose(proposal: Proposal, setting: Setting): Promise<{ readonly id: string; readonly seen: string }> {
  const { storage, actor, today } = setting;
  const { role, path, base, content, comparison, summary } = proposal;
  const bytes = new TextEncoder().encode(comparison);
  const stored = { content: await storage.files.put(content), diff: await storage.files.put(bytes) };
  const baseHash = base && (await storage.files.put(base));
  return await storage.transaction(async (tx) => {
    const returned = (await all((page) => tx.proposals({ ...page, state: 'returned' }))).findLast((one) => one.role === role);
    const object = returned?.id ?? tx.newId('proposal');
    const payload = { role, path, ...(baseHash && { base: baseHash }), ...stored, author: actor.name, summary };
    const draft = { actor: actor.id, kind: 'proposed', object, payload } as const;
    await tx.append([
      permitted<'proposed'>({ life: await lifeOf('proposal', object, tx), draft, context: { today, rules: await rulesIn(tx) } }, { role }),
    ]);
    return { id: object, seen: stored.diff };
  });
}

/** Proposals of a role that nobody has decided yet. */
export const openProposals = async (role: string, read: Queries): Promise<readonly ViewRow<'proposal'>[]> =>
  (await all((page) => read.proposals({ ...page, state: 'proposed' }))).filter((one) => one.role === role);

/**
 * The proposal that is meant: by the id of its role, or the beginning of its own. Throws a Refusal where it is none, or several wait to be
 * decided.
 */
export async function proposalMeant(
  written: string,
  { storage: { read }, language }: Pick<Setting, 'storage' | 'language'>,
): Promise<ViewRow<'proposal'>> {
  const found = (await all((page) => read.proposals(page))).filter(
    (one) => one.role === written || (/^pr_[0-9a-f]{4,}$/.test(written) && one.id.startsWith(written)),
  );
  const open = found.filter(({ state }) => state === 'proposed');
  if (open.length > 1) {
    const told: string[] = [];
    for (const { id } of open) {
      const { proposed } = (await lifeOf('proposal', id, read)).last;
      const { author = '–', summary = '' } = proposed?.payload ?? {};
      told.push(`${id.slice(0, 11)} (${author}, ${dayInWords(proposed?.at.slice(0, 10) ?? '', language)}: ${summary})`);
    }
    throw refusal('register-several-proposals', { proposal: written, count: open.length, proposals: told.join('; ') });
  }
  const meant = open[0] ?? found.at(-1);
  if (!meant) throw refusal('register-no-proposal', { proposal: written });
  return meant;
}

/** What whoever approves has to see. */
export async function shownOf(
  proposal: ViewRow<'proposal'>,
  { storage }: Setting,
): Promise<{ readonly text: string; readonly seen: string }> {
  const { last } = await lifeOf('proposal', proposal.id, storage.read);
  const seen = last.proposed?.payload?.diff;
  if (seen === undefined) throw refusal('register-no-proposal', { proposal: proposal.id });
  return { text: new TextDecoder().decode(await storage.files.read(seen)), seen };
}

/** Whole hashes are for programs: people type the beginning of what they saw. */
const seenAs = (typed: string, seen: string): string =>
  typed.length >= seenDigits && seen.startsWith(typed.toLowerCase())
    ? seen
    : typed
        .toLowerCase()
        .replace(/[^0-9a-f]/g, '0')
        .padEnd(64, '0')
        .slice(0, 64);

export interface Decision {
  readonly seen: string;
  readonly comment: string | undefined;
  /** What is said of single lines of what was seen, by their numbers from 1 on. */
  readonly notes?: readonly DecisionNote[] | undefined;
}

export interface DecisionNote {
  readonly line: number;
  readonly text: string;
}

const saying = ({ comment, notes = [] }: Decision): Pick<Payloads['returned'], 'comment' | 'notes'> => ({
  ...(comment !== undefined && { comment }),
  ...(notes.length > 0 && { notes }),
});

/**
 * Approves, and puts the proposed text into the place of the role’s file; gives its path. Throws a Refusal where the file is another than
 * when it was proposed, and writes over nothing that somebody has saved while the approval was on its way into the register.
 */
export async function approve(proposal: ViewRow<'proposal'>, decision: Decision, setting: Setting): Promise<{ readonly path: string }> {
  const { seen } = decision;
  const { storage, actor, today, desk } = setting;
  const { path } = proposal;
  if (proposal.content === null || path === null) throw refusal('register-no-proposal', { proposal: proposal.id });
  const shown = await shownOf(proposal, setting);
  const content = await storage.files.read(proposal.content);
  const hashNow = (): string | null => {
    const bytes = currentOf(proposal, desk);
    return bytes && digest(bytes);
  };
  const base = await storage.transaction(async (tx) => {
    const life = await lifeOf('proposal', proposal.id, tx);
    const current = hashNow();
    // Who was interrupted before the file was written goes on: it was this very decision, and nobody has touched the file since.
    const isUntouched = (life.last.proposed?.payload?.base ?? null) === current;
    if (life.state === 'approved' && life.last.approved?.actor === actor.id && isUntouched) return current;
    const payload = { by: actor.name, seen: seenAs(seen, shown.seen), ...saying(decision) };
    const draft = { actor: actor.id, kind: 'approved', object: proposal.id, payload } as const;
    const context = { today, rules: await rulesIn(tx), current };
    await tx.append([permitted<'approved'>({ life, draft, context }, { role: proposal.role ?? '' })]);
    return current;
  });
  if (hashNow() !== base) throw refusal('register/file-changed', { path });
  desk.workspace.writeAll([{ path, bytes: content }], { force: true });
  return { path };
}

export async function returnProposal(proposal: ViewRow<'proposal'>, decision: Decision, setting: Setting): Promise<void> {
  const { seen } = decision;
  const { storage, actor, today } = setting;
  const shown = await shownOf(proposal, setting);
  await storage.transaction(async (tx) => {
    const payload = { by: actor.name, seen: seenAs(seen, shown.seen), ...saying(decision) };
    const draft = { actor: actor.id, kind: 'returned', object: proposal.id, payload } as const;
    const life = await lifeOf('proposal', proposal.id, tx);
    await tx.append([permitted<'returned'>({ life, draft, context: { today, rules: await rulesIn(tx) } }, { role: proposal.role ?? '' })]);
  });
}

/**
 * Whether each of these files, from which a role is read, is byte by byte what was approved for its place: a variant says only what differs,
 * so what it extends has to be approved as well. A role that comes from no file of the employer is approved by nobody.
 */
export async function isApproved(files: readonly string[], { desk }: Pick<Setting, 'desk'>, read: Queries): Promise<boolean> {
  for (const path of files) {
    const current = currentOf({ path }, desk);
    if (current === null) return false;
    // Only those of these very bytes: others wait for the register meanwhile.
    const approved = await all((page) => read.proposals({ ...page, state: 'approved', content: digest(current) }));
    if (!approved.some((one) => one.path !== null && posix.normalize(one.path) === posix.normalize(path))) return false;
  }
  return files.length > 0;
}

/** The file that a proposal is about as it is now; null where there is none. */
export function currentOf({ path }: Pick<ViewRow<'proposal'>, 'path'>, { workspace }: Desk): Uint8Array | null {
  if (path === null || !workspace.exists(path) || !workspace.within(path, '.')) return null;
  try {
    return workspace.readBytes(path);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The file of a role of the project; null where the role is ours or nobody’s. */
export function roleFile(role: string, desk: Desk): { readonly path: string; readonly bytes: Uint8Array } | null {
  const found = namedRoles(desk).find(({ id }) => id === role);
  if (!found || found.workspace !== desk.workspace) return null;
  try {
    return { path: found.path, bytes: desk.workspace.readBytes(found.path) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
