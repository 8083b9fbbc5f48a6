/** Where each piece of a file went, as a value. Its words come in only when it is shown, in the language of whoever reads it. */
import type { WordPlace, WordPiece } from '../ooxml/word/word-text.js';
import { filled } from './rules.js';
import type { ImportWords } from './import-words.js';

/** mapped: a rule of words says so; guessed: likely, to be looked at; unplaced: kept under `unplaced`; left-out: is no part of a role. */
export type Certainty = 'mapped' | 'guessed' | 'unplaced' | 'left-out';

export const reasonCodes = [
  ...([
    'label',
    'cue',
    'heading',
    'heading-near',
    'heading-words',
    'heading-below',
    'heading-guess',
    'guess',
    'among-others',
    'item',
    'sentence',
    'group',
    'column',
    'criterion',
    'words',
    'position',
    'verbs',
  ] as const),
  ...([
    'title',
    'lead',
    'only-heading',
    'formula',
    'document-name',
    'approval',
    'signature',
    'personal',
    'requisite',
    'running',
    'page-number',
  ] as const),
  ...(['contents', 'blank', 'ordinal', 'column-head', 'repeated', 'no-home', 'unknown-heading', 'too-long', 'comment', 'note'] as const),
  ...(['hidden', 'picture', 'unread', 'sign', 'not-taken', 'not-ticked', 'chosen', 'nobody', 'one-place'] as const),
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export interface Reason {
  readonly code: ReasonCode;
  readonly args: Readonly<Record<string, string>>;
}

export const changeCodes = ['capital', 'stop', 'verb', 'lead-word', 'case', 'spaces', 'braces', 'characters', 'personal'] as const;
export type ChangeCode = (typeof changeCodes)[number];

/** What was changed in a wording so that it has the form of a clause. */
export interface Change {
  readonly code: ChangeCode;
  readonly args: Readonly<Record<string, string>>;
}

/** A part of a piece and where it went. The texts of all parts of a piece, one behind the other, are its text behind the number. */
export interface ReportPart {
  readonly text: string;
  /** JSON pointers, led by the draft that is meant: `role:/duties/0/duties/2/text`, `organisation:/name`, `person:/name`. */
  readonly to: readonly string[];
  readonly certainty: Certainty;
  readonly why: Reason;
  readonly changes: readonly Change[];
  /** Of a text without a place: the key of the role where it probably belongs, such as `requirements.skills`; null where nothing tells. */
  readonly belongs?: string | null;
  /** Of a text without a place: whether it seems to say who the employer is, or how to reach them. */
  readonly ofEmployer?: boolean;
}

/** The number, under `unplaced` of the draft, of the text that has all of its sentence; undefined for what has a place. */
export function numberOfUnplaced({ to }: Pick<ReportPart, 'to'>): number | undefined {
  const at = to.map((pointer) => /^role:\/unplaced\/(\d+)\//.exec(pointer)?.[1]).find((found) => found !== undefined);
  return at === undefined ? undefined : Number(at);
}

export interface ReportEntry {
  /** Its index among the pieces of the file. */
  readonly piece: number;
  readonly kind: WordPiece['kind'];
  readonly place: WordPlace;
  /** The number before it, set by Word or typed; empty where there is none. */
  readonly number: string;
  /** That number with the spaces around it, where somebody typed it: it begins the text, and no part has it. */
  readonly typed: string;
  /** As the file has it. */
  readonly text: string;
  readonly parts: readonly ReportPart[];
}

export interface ImportReport {
  readonly entries: readonly ReportEntry[];
  /** What the schema demands and the file does not say: pointers into the draft of the role, filled with texts in brackets. */
  readonly filled: readonly string[];
  /** Characters that are no spaces, by what became of them. */
  readonly characters: Readonly<Record<Certainty, number>>;
}

export const reasonText = (reason: Reason, { reasons }: ImportWords): string => filled(reasons[reason.code] ?? reason.code, reason.args);
export const changeText = (change: Change, { changes }: ImportWords): string => filled(changes[change.code] ?? change.code, change.args);
