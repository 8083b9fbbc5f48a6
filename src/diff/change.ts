/** What a comparison of two roles finds, as values. */
import type { Locale } from '../document/document.js';
import type { ComparedPaper, Paper } from './paper.js';
import type { Words } from './words.js';
import type { Wordings } from './texts.js';

/**
 * - `added`, `removed`: an entry, or a part of the role that has no entries
 * - `renamed`: another id for the same words
 * - `moved`: another place in its list, or another list
 * - `reworded`: other words of the entry itself
 * - `changed`: any other field of it
 */
export type ChangeKind = 'added' | 'removed' | 'renamed' | 'moved' | 'reworded' | 'changed';

/**
 * Why a change needs no new signature: all papers that people sign read as before, since it is
 * - `typography`: the same words, set in another way
 * - `translation`: only in a language that was not signed
 * - `metadata`: nothing that papers print: ids, versions, sources, synonyms, grammatical forms of the same words
 * - `order`: another place in a list that none of these papers prints in its order
 * - `not-printed`: in papers that nobody signs, or in none of those that were compared
 */
export type Immaterial = 'typography' | 'translation' | 'metadata' | 'order' | 'not-printed';

export interface Change {
  kind: ChangeKind;
  /** The names of the lists and records it is in, from the outermost: `duties/duties`, `requirements/experience`. */
  section: string;
  /** Of the entry; null for a part of the role that is no entry. */
  id: string | null;
  /** Of a renamed entry. */
  formerId?: string;
  /** The words by which people know the entry: the newer ones, or those of a removed entry. */
  heading: Wordings;
  /** The entry that holds this one. */
  group: { id: string; heading: Wordings } | null;
  /** Of a moved entry. */
  move?: { from: Spot; to: Spot; direction: 'up' | 'down' | 'elsewhere' };
  fields: FieldChange[];
  /** The signed papers that would read otherwise without it. */
  papers: readonly Paper[];
  /** Whether there are such papers, so that people must sign again. */
  material: boolean;
  /** Null for a material change; for others the first reason that applies to all of it. */
  reason: Immaterial | null;
}

/** A place in a list. */
export interface Spot {
  section: string;
  /** The entry that holds the list, or null for a list of the role itself. */
  group: { id: string; heading: Wordings } | null;
  /** From 1. */
  position: number;
}

export interface FieldChange {
  /** The name of the field, below others where it is inside them: `text`, `due`, `cells/sign`. */
  field: string;
  /** What the schema calls such a value: `text`, `postRef`, `span`, `day`; empty for others. */
  definition: string;
  /** Of a text. */
  language?: Locale;
  /** As the role has it; null for nothing. */
  before: unknown;
  after: unknown;
  /** Of a text that is there in both. */
  words?: Words[];
  material: boolean;
  reason: Immaterial | null;
}

export interface RoleDiff {
  before: { id: string; version: string };
  after: { id: string; version: string };
  /** Null when any language may be the one that was signed. */
  signed: Locale | null;
  /** The languages that were compared: those that both roles have, or else all. */
  languages: Locale[];
  changes: Change[];
  /** Those of both roles that were compared. */
  papers: readonly ComparedPaper[];
  /** Whether any paper that people sign reads otherwise. */
  material: boolean;
}
