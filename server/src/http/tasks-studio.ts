/** Tasks of the studio’s screens of roles that compare, or look through all of a role: the server’s own thread answers others meanwhile. */
import type { ComparisonWords } from '../register/comparison.js';
import { countOf } from '../studio/findings.js';
import type { Count } from '../studio/findings.js';
import type { AskedDraft } from '../studio/paper.js';
import { comparisonShown, proposeDraft } from '../studio/proposing.js';
import type { AskedProposal, ComparisonShown } from '../studio/proposing.js';
import type { Tasks, Workshop } from './tasks.js';

export interface ComparingDraft {
  readonly role: string;
  readonly asked: AskedDraft;
  readonly words: ComparisonWords;
}

export interface ProposingDraft extends ComparingDraft {
  readonly asked: AskedProposal;
}

export const studioTasks = {
  'studio-compare': async ({ role, asked, words }: ComparingDraft, { setting, studio }: Workshop): Promise<ComparisonShown> =>
    comparisonShown(role, asked, words, setting, studio()),
  'studio-propose': ({ role, asked, words }: ProposingDraft, { setting, studio }: Workshop): Promise<{ readonly id: string }> =>
    proposeDraft(role, asked, words, setting, studio()),
  'studio-count': ({ role }: { readonly role: string }, { studio }: Workshop): Promise<Count> => countOf(studio().role(role), studio()),
} satisfies Tasks;
