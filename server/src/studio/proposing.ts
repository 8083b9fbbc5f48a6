/** Proposing what stands in the editor, and deciding on what others propose: over the register, with the studio’s files. */
import { Refusal } from 'rolewright';
import { samePerson } from '../life/people.js';
import type { Life } from '../life/fold.js';
import { lifeOf, livesOf } from '../register/ask.js';
import { comparisonOf } from '../register/comparison.js';
import type { Comparison, ComparisonWords } from '../register/comparison.js';
import { approve, currentOf, digest, propose, returnProposal, shownOf } from '../register/proposals.js';
import type { Decision, DecisionNote } from '../register/proposals.js';
import { refusal, rulesIn } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import type { ViewRow } from '../storage/tables.js';
import { partsThatDiffer, valueAt, withEdits, withIds } from './edits.js';
import type { Edit } from './edits.js';
import { betterIds } from './new-ids.js';
import { checkedDraft } from './paper.js';
import { bytesOf } from './role-editor.js';
import { dataOf } from './role-text.js';
import type { RoleFile, Studio } from './studio.js';
import { typedOver } from './typed.js';
import type { AskedText } from './typed.js';
import { titlesIn } from './titles.js';
import { dataOfVariant, openVariantFile } from './variants.js';

export interface AskedProposal extends AskedText {
  readonly summary: string;
  /** Whether the role is to have the next version. */
  readonly raised?: boolean;
}

interface Compared {
  readonly file: RoleFile;
  readonly edits: readonly Edit[];
  readonly content: Uint8Array;
  readonly comparison: Comparison;
  readonly version: string;
}

/** The file as it is against what stands in the editor. Throws a Refusal for errors, and where the file is another by now. */
function compared(id: string, asked: AskedText, words: ComparisonWords, setting: Setting, studio: Studio): Compared {
  const now = studio.role(id);
  if (!now.own) throw refusal('studio-library-role', { id });
  if (now.hash !== asked.base) throw refusal('studio-propose-changed', { file: now.path });
  const { file, edits: written } = typedOver(now, asked, studio);
  const edits = withIds(written, betterIds(file.data, withEdits(file.data, written).data));
  const after = checkedDraft(file, edits, studio);
  if (!after.role) throw new Refusal(after.diagnostics.filter(({ severity }) => severity === 'error'));
  const { role: before } = checkedDraft(now, [], studio);
  const content = bytesOf(file, edits, studio);
  return { file, edits, content, comparison: comparisonOf(before, after.role, content, words, setting), version: after.role.version };
}

export interface ComparisonShown {
  /** What whoever decides would read. */
  readonly text: string;
  /** Of a role in which people would sign other words under the version that they have signed: that version, and the one after it. */
  readonly keeps: { readonly version: string; readonly next: string } | null;
}

export function comparisonShown(id: string, asked: AskedText, words: ComparisonWords, setting: Setting, studio: Studio): ComparisonShown {
  const { comparison, version } = compared(id, asked, words, setting, studio);
  return { text: comparison.text, keeps: comparison.keepsVersion ? { version, next: nextOf(version) } : null };
}

/** With a higher second number: something has changed that people must know of. */
const nextOf = (version: string): string => {
  const [first = '1', second = '0'] = version.split('.');
  return `${first}.${Number(second) + 1}.0`;
};

/** Proposes a role with edits; its file stays as it is until somebody approves. Throws a Refusal as `compared` does. */
export async function proposeDraft(
  id: string,
  { summary, raised = false, ...draft }: AskedProposal,
  words: ComparisonWords,
  setting: Setting,
  studio: Studio,
): Promise<{ readonly id: string }> {
  const version = raised ? valueAt(studio.role(id).data, ['version']) : undefined;
  const raising: readonly Edit[] = typeof version === 'string' ? [{ do: 'set', at: ['version'], value: nextOf(version) }] : [];
  const { file, content, comparison } = compared(id, { ...draft, edits: [...draft.edits, ...raising] }, words, setting, studio);
  const base = studio.workspace.readBytes(file.path);
  return await propose({ role: id, path: file.path, base, content, comparison: comparison.text, summary }, setting);
}

export interface ProposalRow {
  readonly id: string;
  readonly role: string;
  readonly title: string;
  readonly state: string;
  readonly author: string;
  readonly summary: string;
  /** ISO 8601. */
  readonly at: string;
}

function rowOf(proposal: ViewRow<'proposal'>, last: Life<'proposal'>['last'], titles: ReadonlyMap<string, string>): ProposalRow {
  const { author = '', summary = '' } = last.proposed?.payload ?? {};
  const role = proposal.role ?? '';
  const at = (last.approved ?? last.returned ?? last.proposed)?.at ?? '';
  return { id: proposal.id, role, title: titles.get(role) ?? role, state: proposal.state, author, summary, at };
}

const order = ['proposed', 'returned', 'approved', 'withdrawn'];

export interface ProposalsPage {
  readonly items: readonly ProposalRow[];
  /** Proposals in all, and those of them that wait. */
  readonly count: number;
  readonly waiting: number;
}

/** A page of all proposals: those that wait first, of each state the newest. */
export async function proposalsIn(
  page: { readonly offset: number; readonly limit: number },
  setting: Setting,
  studio: Studio,
): Promise<ProposalsPage> {
  const { read } = setting.storage;
  const totals = await read.proposalTotals();
  const rows = await read.proposalsInOrder(order, page);
  const lives = await livesOf(
    'proposal',
    rows.map(({ id }) => id),
    read,
  );
  const titles = titlesIn(setting.language, studio);
  return {
    items: rows.map((one) => rowOf(one, lives.get(one.id)?.last ?? {}, titles)),
    count: [...totals.values()].reduce((sum, count) => sum + count, 0),
    waiting: totals.get('proposed') ?? 0,
  };
}

export interface ProposalShown extends ProposalRow {
  readonly path: string;
  /** What was and what is, as it was kept when it was proposed. */
  readonly text: string;
  /** The hash of that text: a decision names it. */
  readonly seen: string;
  /** Who decided, and what they said; null while nobody has. */
  readonly decision: { readonly by: string; readonly comment: string; readonly at: string; readonly notes: readonly DecisionNote[] } | null;
  /** Whether there was no such role before: `text` is the whole of it then. */
  readonly isNew: boolean;
  /** Why whoever is here cannot approve it: it is their own, and another has to. */
  readonly isOwn: boolean;
  /** Whether whoever is here wrote it: they may approve it where `isOwn` does not forbid it, and are warned. */
  readonly isMine: boolean;
  /** Whether the file is another than when it was proposed: then it cannot be approved. */
  readonly isStale: boolean;
}

async function found(id: string, { storage }: Setting): Promise<ViewRow<'proposal'>> {
  const row = /^pr_[0-9a-z]{1,64}$/.test(id) ? await storage.read.proposal(id) : undefined;
  if (!row) throw refusal('register-no-proposal', { proposal: id });
  return row;
}

export async function proposalShown(id: string, setting: Setting, studio: Studio): Promise<ProposalShown> {
  const row = await found(id, setting);
  const { storage, actor } = setting;
  const { last } = await lifeOf('proposal', row.id, storage.read);
  const { text, seen } = await shownOf(row, setting);
  const decided = row.state === 'approved' ? last.approved : row.state === 'returned' ? last.returned : undefined;
  const rules = await rulesIn(storage.read);
  const current = currentOf(row, studio.desk());
  const proposed = last.proposed?.payload;
  const isMine = samePerson({ actor: last.proposed?.actor, name: proposed?.author }, { actor: actor.id, name: actor.name });
  return {
    ...rowOf(row, last, titlesIn(setting.language, studio)),
    ...{ path: row.path ?? '', text, seen },
    decision: decided
      ? { by: decided.payload?.by ?? '', comment: decided.payload?.comment ?? '', notes: decided.payload?.notes ?? [], at: decided.at }
      : null,
    isNew: proposed?.base === undefined,
    ...{ isOwn: rules.approvalByTwo && isMine, isMine },
    isStale: row.state === 'proposed' && (proposed?.base ?? null) !== (current && digest(current)),
  };
}

export interface AskedDecision {
  readonly seen: string;
  readonly comment?: string | undefined;
  readonly notes?: readonly DecisionNote[] | undefined;
}

/** Approves, and puts the proposed text into the place of the file. */
export const approveProposal = async (id: string, asked: AskedDecision, setting: Setting): Promise<{ readonly path: string }> =>
  approve(await found(id, setting), decisionOf(asked), setting);

/** Gives it back with a comment. */
export async function giveBack(id: string, asked: AskedDecision, setting: Setting): Promise<void> {
  await returnProposal(await found(id, setting), decisionOf(asked), setting);
}

const decisionOf = ({ seen, comment, notes = [] }: AskedDecision): Decision => ({
  ...{ seen, comment: comment?.trim() ? comment.trim() : undefined },
  notes: notes.map(({ line, text }) => ({ line, text: text.trim() })).filter(({ text }) => text !== ''),
});

/** The edits that make of a role as its file is now what a proposal makes of it, for whoever goes on with it. */
export async function resumed(
  id: string,
  setting: Setting,
  studio: Studio,
): Promise<{ readonly role: string; readonly base: string; readonly edits: readonly Edit[] }> {
  const row = await found(id, setting);
  if (row.content === null || row.role === null) throw refusal('register-no-proposal', { proposal: id });
  const file = studio.role(row.role);
  const text = new TextDecoder().decode(await setting.storage.files.read(row.content));
  const place = { workspace: studio.workspace, path: file.path };
  const now = file.variant ? dataOfVariant(openVariantFile(text, place, studio.desk())) : dataOf(text);
  return { role: row.role, base: file.hash, edits: partsThatDiffer(file.data, now, ['id', 'version']) };
}
