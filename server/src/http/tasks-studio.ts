/** Tasks of the studio’s screens of roles that compare, or look through all of a role: the server’s own thread answers others meanwhile. */
import type { ComparisonWords } from '../register/comparison.js';
import { countOf, findingsOf } from '../studio/findings.js';
import type { AskedFindings, Count, Finding } from '../studio/findings.js';
import { historyOf, versionsCompared } from '../studio/history.js';
import type { AskedVersions, RoleHistory } from '../studio/history.js';
import { beginRole } from '../studio/new-role.js';
import type { AskedRole } from '../studio/new-role.js';
import { beginVariant, useVariant } from '../studio/new-variant.js';
import type { AskedVariant } from '../studio/new-variant.js';
import { paperOf, pdfOf } from '../studio/paper.js';
import type { AskedPaper, PaperAnswer, PdfPaper } from '../studio/paper.js';
import { comparisonShown, proposeDraft } from '../studio/proposing.js';
import type { AskedProposal, ComparisonShown } from '../studio/proposing.js';
import { openRole, saveRole, takeOver } from '../studio/role-editor.js';
import type { OpenRole } from '../studio/role-editor.js';
import { rolesIn, search } from '../studio/roles.js';
import type { Hit, RoleRow } from '../studio/roles.js';
import { attempted } from '../studio/studio.js';
import type { Studio } from '../studio/studio.js';
import { readTyped, textWith } from '../studio/typed.js';
import type { AskedText, TypedRead } from '../studio/typed.js';
import { committed, committing } from './committed.js';
import type { CommitErrand, NotCommitted } from './committed.js';
import type { Tasks, Workshop } from './tasks.js';

export interface ComparingDraft {
  readonly role: string;
  readonly asked: AskedText;
  readonly words: ComparisonWords;
}

export interface ProposingDraft extends ComparingDraft {
  readonly asked: AskedProposal;
}

export interface ComparingVersions {
  readonly role: string;
  readonly asked: AskedVersions;
  readonly words: ComparisonWords;
}

/** A screen in which somebody edits asks the thread that is there for editors. */
export interface Editing {
  /** The role of which the base is. */
  readonly role?: string | undefined;
  /** How often the server’s own studio was renewed. */
  readonly renewals: number;
  readonly mail?: string | null;
}

/** The studio as the server has it, and with the file that is edited: a thread that has just begun has read nothing yet. */
function bench({ studio }: Workshop, { role, renewals }: Editing, base?: string): Studio {
  const own = studio();
  own.keepUp(renewals);
  if (base !== undefined && role !== undefined && own.known(base) === null) attempted(() => own.role(role), []);
  return own;
}

type InRole = Editing & { readonly role: string };

/** What editors ask: a keystroke waits for nobody’s papers, and nobody’s request for the paper of a keystroke. */
export const editorTasks = {
  'edit-open': async ({ country, ...of }: InRole & { readonly country?: string }, shop: Workshop): Promise<OpenRole> =>
    openRole(of.role, { language: shop.by.language, country }, bench(shop, of)),
  'edit-paper': ({ asked, ...of }: Editing & { readonly asked: AskedPaper }, shop: Workshop): Promise<PaperAnswer> =>
    paperOf(asked, shop.by.language, bench(shop, of, asked.base)),
  'edit-findings': ({ asked, ...of }: Editing & { readonly asked: AskedFindings }, shop: Workshop): Promise<readonly Finding[]> =>
    findingsOf(asked, shop.by.language, bench(shop, of, asked.base)),
  'edit-save': committing(({ asked, ...of }: InRole & { readonly asked: AskedText }, shop) =>
    saveRole(of.role, asked, shop.by.language, bench(shop, of, asked.base)),
  ),
  'edit-text': async ({ asked, ...of }: InRole & { readonly asked: AskedText }, shop: Workshop): Promise<{ readonly text: string }> =>
    textWith(of.role, asked, bench(shop, of, asked.base)),
  'edit-typed': async ({ text, ...of }: InRole & { readonly text: string }, shop: Workshop): Promise<TypedRead> =>
    readTyped(of.role, text, shop.by.language, bench(shop, of)),
  'edit-take': committing((of: InRole, shop) => takeOver(of.role, shop.by.language, bench(shop, of))),
  'edit-begin': committing(({ asked, ...of }: Editing & { readonly asked: AskedRole }, shop) =>
    beginRole(asked, shop.by.language, bench(shop, of)),
  ),
  'edit-variant': committing(({ asked, ...of }: InRole & { readonly asked: AskedVariant }, shop) =>
    beginVariant(of.role, asked, shop.by.language, bench(shop, of)),
  ),
  'edit-use': committing(({ department, ...of }: InRole & { readonly department: string }, shop) => {
    useVariant(of.role, department, bench(shop, of));
    return {};
  }),
  // Git keeps one at a time out of its index, so commits wait for each other here.
  'edit-commit': async (errand: CommitErrand, shop: Workshop): Promise<{ readonly notCommitted: NotCommitted | null }> => ({
    notCommitted: committed(errand, shop),
  }),
} satisfies Tasks;

export const studioTasks = {
  'studio-roles': async (_: object, { studio, by }: Workshop): Promise<readonly RoleRow[]> => rolesIn(by.language, studio()),
  'studio-search': async ({ q }: { readonly q: string }, { studio }: Workshop): Promise<readonly Hit[]> => search(q, studio()),
  'studio-compare': async ({ role, asked, words }: ComparingDraft, { setting, studio }: Workshop): Promise<ComparisonShown> =>
    comparisonShown(role, asked, words, setting, studio()),
  'studio-propose': ({ role, asked, words }: ProposingDraft, { setting, studio }: Workshop): Promise<{ readonly id: string }> =>
    proposeDraft(role, asked, words, setting, studio()),
  'studio-count': ({ role }: { readonly role: string }, { studio }: Workshop): Promise<Count> => countOf(studio().role(role), studio()),
  'studio-pdf': ({ role, asked }: { readonly role: string; readonly asked: AskedPaper }, { studio }: Workshop): Promise<PdfPaper> =>
    pdfOf(role, asked, studio()),
  'studio-history': async ({ role }: { readonly role: string }, { studio, git }: Workshop): Promise<RoleHistory> =>
    historyOf(studio().role(role), git),
  'studio-versions': async (
    { role, asked, words }: ComparingVersions,
    { setting, studio, git }: Workshop,
  ): Promise<{ readonly text: string }> => versionsCompared(studio().role(role), asked, words, setting, git),
} satisfies Tasks;
