/** What a helper is given that it cannot use, and what is to be printed although it is no text. */
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';

export function kindOf(value: unknown): 'nothing' | 'list' | 'group' | 'text' | 'number' | 'truth' {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'truth' : 'group';
}

/** The place is that of the call, which the helper does not know. */
export const badArgument = (value: unknown): Refusal => new Refusal([diagnostic('template-bad-argument', { given: kindOf(value) })]);
