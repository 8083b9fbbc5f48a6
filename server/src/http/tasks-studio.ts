/** Tasks of the studio’s screens of roles that compare, or look through all of a role: the server’s own thread answers others meanwhile. */
import type { ComparisonWords } from '../register/comparison.js';
import { countOf } from '../studio/findings.js';
import type { Count } from '../studio/findings.js';
import { historyOf, versionsCompared } from '../studio/history.js';
import type { AskedVersions, RoleHistory } from '../studio/history.js';
import { pdfOf } from '../studio/paper.js';
import type { AskedPaper, PdfPaper } from '../studio/paper.js';
import { comparisonShown, proposeDraft } from '../studio/proposing.js';
import type { AskedProposal, ComparisonShown } from '../studio/proposing.js';
import type { AskedText } from '../studio/typed.js';
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

export const studioTasks = {
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
