/**
 * What a lint rule is. Each rule has one file of data, `lint/<id>.yaml`: whom it serves, its words, what it rests on,
 * the phrases it looks for, and examples that run as its test. A rule that phrases alone cannot express has code as
 * well, `src/lint/rules/<id>.ts`, which exports a `LintCheck` and is named in `src/lint/checks.ts`.
 */
import type { Locale } from '../document/document.js';
import type { Jurisdiction, JurisdictionId } from '../law/jurisdiction.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Side } from '../read/yaml-data.js';
import type { Role } from '../role/role.generated.js';
import type { Meaning } from './concepts.js';
import type { Found, Words } from './phrase.js';
import type { Spelling } from './spelling.js';

export type { Citation, Example, LintRule as RuleData, PhraseBook, PhraseList, Wording } from './lint-rule.generated.js';

/** The kinds of file that can be linted. */
export type Subject = 'role' | 'organisation';

/** What rules look at: files, and papers that are filled for somebody. */
export type RuleSubject = Subject | 'paper';

/** Answers by the ids of questions; of several that will do, a list. */
export type Condition = Readonly<Record<string, unknown>>;

/** A text of the file in one language. */
export interface Passage {
  /** JSON pointer of the very text, language included. */
  pointer: string;
  /** Its keys without numbers and language: `duties/duties/text`, `requirements/qualities/text`. */
  section: string;
  language: Locale;
  text: string;
  /** The countries under whose law it can be printed here. */
  jurisdictions: readonly JurisdictionId[];
  /** JSON pointer of the clause that holds it; empty when it stands in none. */
  clause: string;
  /** The answers under which it is printed: those of its clause and of everything around it, all of which must hold. */
  when: readonly Condition[];
}

/** Something that a rule has found. */
export interface LintFinding {
  /** JSON pointer of the text or value that is meant. */
  pointer: string;
  /** The words meant, as offsets (UTF-16) in the text at the pointer; all of it when absent. */
  range?: { start: number; end: number };
  args?: Record<string, string | number>;
  /** Other text for a part of the text at the pointer, safe to put in without asking anybody. */
  fix?: Edit;
  side?: Side;
  /** The concepts of the relation that was found. */
  concepts?: readonly string[];
}

export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What a rule gets to see. It is narrowed to the languages and countries that the rule serves. */
export interface LintContext {
  /** Null when an organisation file is linted. */
  role: Role | null;
  /** The role that an overlay changes. */
  base: Role | null;
  /** The organisation file that is linted, or the one that the project names. */
  organisation: Organisation | null;
  /** Every text that the rule has to look at, in the order of the file. */
  passages: readonly Passage[];
  /** The languages of the file that are linted. */
  languages: readonly Locale[];
  /** Countries whose law is in force for the file. */
  jurisdictions: readonly JurisdictionId[];
  law(id: JurisdictionId): Jurisdiction;
  /** English as papers under American law spell it where a text has no American wording. */
  american(text: string): string;
  /** Null when spelling is not looked at. */
  spelling: Spelling | null;
  /** A list of words of the rule; empty when there is none of this name. */
  list(name: string): readonly string[];
  /** The words of a passage. */
  cut(passage: Passage): Words;
  /** What a passage speaks of. */
  meaning(passage: Passage): Meaning;
  /** The rule’s own phrases in its passages, or in these. */
  phrases(passages?: readonly Passage[]): PhraseFinding[];
  /** The rule’s own phrases in a text that is no passage. */
  phrasesIn(text: string, language: Locale): Found[];
}

/** A phrase of the rule in a text. */
export interface PhraseFinding extends LintFinding {
  range: { start: number; end: number };
  passage: Passage;
  /** That of the list of phrases; empty when it has none. */
  mark: string;
}

/** Pure: the same context, the same findings. */
export type LintCheck = (context: LintContext) => LintFinding[];
