/** The forms that wordings have in a role, and a wording brought into one. */
import type { Change } from './report.js';

/** duty: what the holder does; right and skill: what he may or can do; phrase, knowledge and liability: a noun phrase; sentence: a whole sentence. */
export type ClauseForm = 'duty' | 'right' | 'skill' | 'phrase' | 'knowledge' | 'sentence' | 'liability';

export interface Formed {
  readonly text: string;
  readonly changes: readonly Change[];
}
