/** What all steps of understanding share: the words of the language, where each character went, the drafts, and how a line becomes an entry. */
import type { OrganisationDraft } from './organisation-draft.js';
import { tickedText } from './boxes.js';
import { clauseOf } from './clause-form.js';
import type { ClauseForm } from './formed.js';
import { withoutLead } from './lead-words.js';
import type { RoleDraft } from './draft.js';
import { reason } from './ledger.js';
import type { Fate, Given, Ledger, Target } from './ledger.js';
import { partOf } from './lines.js';
import type { LineGuess } from './line-sections.js';
import type { Line } from './lines.js';
import { namesIn } from './people.js';
import type { Certainty, Change, Reason } from './report.js';
import type { Rules } from './rules.js';

export interface Work {
  readonly rules: Rules;
  readonly ledger: Ledger;
  readonly draft: RoleDraft;
  readonly organisation: OrganisationDraft;
  /** Where texts without a place stand in the draft. */
  readonly homes: Map<Given, Target>;
  /** `manager-2019:12`, the file and the paragraph of a line. */
  readonly sourceOf: (line: Line) => string;
  /** To which section a line belongs by its words and by what stands around it; null where nothing tells. */
  readonly amongOthers: (line: Line) => LineGuess | null;
}

/** Why a line goes where it goes, and how sure that is. */
export interface Ground {
  readonly certainty: Exclude<Certainty, 'unplaced' | 'left-out'>;
  readonly why: Reason;
}

export const mapped = (code: Reason['code'], args: Reason['args'] = {}): Ground => ({ certainty: 'mapped', why: reason(code, args) });
export const guessed = (code: Reason['code'], args: Reason['args'] = {}): Ground => ({ certainty: 'guessed', why: reason(code, args) });

/** The longest text that the schema lets an entry have. */
export const longestText = 2000;

/** The words of a line without the people named in it, who are kept apart and told. */
export function withoutPeople(line: Line, work: Work): { text: string; changes: Change[] } {
  const names = namesIn(line.text, work.rules.patterns);
  let text = line.text;
  if (names.length === 0) return { text: tickedText(line, work.ledger).trim(), changes: [] };
  for (const { from, to } of names.toReversed()) {
    const name = partOf(line, from, to);
    work.ledger.leaveOut(name, 'personal');
    work.organisation.person(name, null);
    text = `${text.slice(0, from).trimEnd()}${text.slice(to)}`;
  }
  return { text: tickedText(line, work.ledger, text).trim(), changes: [{ code: 'personal', args: {} }] };
}

/** An entry with an id and a text of its own, at the end of its list; null where it is too long for one. */
export function addEntry<T extends { id: string }>(
  list: T[],
  line: Line,
  form: ClauseForm,
  ground: Ground,
  work: Work,
  make: (text: string, id: string, source: string) => T,
  key = 'text',
): T | null {
  const named = withoutPeople(line, work);
  const led = withoutLead(named.text, form, work.draft.title, work.rules);
  const formed = clauseOf(led.text, form, work.rules);
  if (formed.text.length > longestText || formed.text === '') {
    work.ledger.give(line, { certainty: 'unplaced', why: reason(formed.text === '' ? 'blank' : 'too-long') });
    return null;
  }
  const entry = make(formed.text, work.draft.idFor(formed.text, 'entry'), work.sourceOf(line));
  list.push(entry);
  work.ledger.give(line, fate(ground, [work.draft.to(entry, key)], [...named.changes, ...led.changes, ...formed.changes]));
  return entry;
}

export const fate = (ground: Ground, to: readonly Target[], changes: readonly Change[] = []): Fate => ({ ...ground, to, changes });

/** A phrase in the form of a clause, without its line being given. */
export const phraseOf = (text: string, work: Work, form: ClauseForm = 'phrase'): string =>
  clauseOf(text, form, work.rules).text.slice(0, longestText);

/** A list within a line that is no item itself: at its semicolons where it has several, otherwise at its sentences. */
export function piecesOf(line: Line, isWhole: boolean, { rules }: Work): Line[] {
  if (isWhole) return [line];
  const marks = semicolonsIn(line.text);
  const cuts = marks.length > 1 ? atMarks(line.text, marks) : rules.sentences(line.text);
  const parts = cuts.map(({ from, to }) => partOf(line, from, to)).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return parts.length > 1 ? parts : [line];
}

/** Semicolons outside of brackets. */
export function semicolonsIn(text: string): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '(') depth++;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (sign === ';' && depth === 0 && at < text.length - 1) found.push(at);
  }
  return found;
}

export const atMarks = (text: string, marks: readonly number[]): { from: number; to: number }[] =>
  [...marks, text.length].map((mark, at) => ({ from: at === 0 ? 0 : (marks[at - 1] ?? 0) + 1, to: mark }));
