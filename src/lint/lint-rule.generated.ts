/* Generated from schemas/lint-rule.schema.json by `npm run types`. Do not edit. */
import type { Jurisdiction, Language } from '../role/role.generated.js';

/**
 * The day or month on which somebody compared it with its source, such as 2026-11-29; null when nobody has yet.
 */
export type Checked = null | string;
/**
 * text: the wording itself, as somebody published it; secondary: what others say of it, such as an authority, a law firm or a journal. text when left out.
 */
export type Read = 'text' | 'secondary';
/**
 * A row of words with single spaces between. `fine`: this very word, whatever its capitals; `fine*`, `*boete`, `*functie*`: a word that begins with, ends in or contains these letters; `he|she|they`: one of these words; `any?`: a word that may be absent; `<n>`: a number in figures; `…`: up to four words of any kind, `…2`: up to two; `^` and `$`: the beginning and the end of the text. Punctuation between words does not matter, but a phrase never goes on over the end of a sentence.
 */
export type Phrase = string;
/**
 * Words, or names of parts of a file.
 *
 * @maxItems 500
 */
export type WordList = string[];

/**
 * What `rolewright lint` looks for, in `lint/<id>.yaml`. A file of a project comes before ours with the same name; where that has code, the code works with the words and lists of the file.
 */
export interface LintRule {
  /**
   * The address of this schema, for editors that read it from the file itself.
   */
  $schema?: string;
  /**
   * The name of the file without its ending; findings have the code `lint/<id>`.
   */
  id: string;
  /**
   * What the rule is about. A rule of law tells what a lawyer should look at.
   */
  group: 'law' | 'completeness' | 'clarity' | 'language';
  /**
   * How grave a finding is, unless the project file says otherwise: info: a remark; warning: should be looked at; error: must be mended, and the command ends with exit code 3.
   */
  severity: 'error' | 'warning' | 'info';
  /**
   * Kinds of file that are looked at; roles when left out.
   *
   * @minItems 1
   */
  subjects?: ('role' | 'organisation' | 'paper')[];
  /**
   * Whether all findings of a file are told as one, at the first place; the title and the advice may say {count}, how many there are.
   */
  once?: boolean;
  /**
   * Countries under whose law it is looked for; every country when left out.
   *
   * @minItems 1
   * @maxItems 100
   */
  jurisdictions?: Jurisdiction[];
  /**
   * Languages of the texts that are looked at; all when left out. Title and advice are there in each of them.
   *
   * @minItems 1
   */
  languages?: Language[];
  title: Wording;
  advice: Wording;
  /**
   * What the rule rests on; an empty list when on nothing but good style.
   *
   * @maxItems 40
   */
  citations: Citation[];
  /**
   * What title and advice can speak of besides the words and the law; for rules with code.
   *
   * @maxItems 20
   */
  args?: string[];
  phrases?: PhraseBook;
  /**
   * Concepts in frames, in any language: `age-words + is-wanted ! customers`. A part names concepts of `lint/concepts/`, one of which has to be there; `+` in any order, `>` in this one; `@requirements|purpose`: in these parts of the file; `charged:yes`: said, not denied; `~8`: no more than eight words between two parts; behind `!` what excuses it.
   *
   * @maxItems 100
   */
  relations?: string[];
  /**
   * Concepts of `lint/concepts/` that excuse every finding of the rule in the same sentence.
   *
   * @maxItems 50
   */
  excused?: string[];
  /**
   * Whether the rule asks the dictionaries, which take a moment to load; for rules with code.
   */
  dictionaries?: boolean;
  /**
   * Words by the names of lists; for rules with code.
   */
  lists?: {
    [k: string]: WordList;
  };
  examples?: Examples;
}
/**
 * A phrase in each language.
 */
export interface Wording {
  /**
   * The phrase in Russian.
   */
  ru?: string;
  /**
   * The phrase in English.
   */
  en?: string;
  /**
   * The phrase in Dutch.
   */
  nl?: string;
}
/**
 * A law, a standard or a guide.
 */
export interface Citation {
  /**
   * The countries whose law it is; of no country in particular when left out.
   *
   * @minItems 1
   * @maxItems 100
   */
  jurisdictions?: Jurisdiction[];
  /**
   * The law with its article, as it is cited.
   */
  text: string;
  /**
   * Where it can be read; null when not known.
   */
  address: string | null;
  checked: Checked;
  read?: Read;
}
/**
 * Lists of phrases for each language.
 */
export interface PhraseBook {
  /**
   * What is looked for in Russian texts.
   *
   * @minItems 1
   * @maxItems 80
   */
  ru?: PhraseList[];
  /**
   * What is looked for in English texts.
   *
   * @minItems 1
   * @maxItems 80
   */
  en?: PhraseList[];
  /**
   * What is looked for in Dutch texts.
   *
   * @minItems 1
   * @maxItems 80
   */
  nl?: PhraseList[];
}
/**
 * Phrases that are looked for in the same places, with the same exceptions.
 */
export interface PhraseList {
  /**
   * A finding wherever one of these stands …
   *
   * @minItems 1
   * @maxItems 100
   */
  match: Phrase[];
  /**
   * … but not when one of these covers a word of it …
   *
   * @maxItems 100
   */
  except?: Phrase[];
  /**
   * … nor when one of these stands in the same sentence.
   *
   * @maxItems 100
   */
  unless?: Phrase[];
  /**
   * Only in these parts of the file, such as `duties` or `requirements/qualities`; everywhere when left out.
   *
   * @minItems 1
   * @maxItems 50
   */
  sections?: string[];
  /**
   * Not in these parts of the file.
   *
   * @maxItems 50
   */
  notSections?: string[];
  /**
   * What the phrases stand for, for the code of a rule: the country of a law, for example.
   */
  mark?: string;
}
/**
 * Each is one text in a part of a small file that has nothing else to find.
 */
export interface Examples {
  /**
   * Texts in which the rule finds something.
   *
   * @maxItems 100
   */
  bad?: Example[];
  /**
   * Texts that the rule leaves alone.
   *
   * @maxItems 100
   */
  good?: Example[];
}
/**
 * A text in a part of a small sample file, or the values that replace its own.
 */
export interface Example {
  language: Language;
  jurisdiction?: Jurisdiction;
  /**
   * The part of the file that has the text.
   */
  section?: string;
  /**
   * The text.
   */
  text?: string;
  /**
   * Keys of the sample file with other values; null takes a key away.
   */
  data?: {
    [k: string]: unknown;
  };
  /**
   * What the organisation file of the project says, for rules that look at both.
   */
  organisation?: {
    [k: string]: unknown;
  };
  /**
   * The kind of file; a role when left out.
   */
  subject?: 'role' | 'organisation' | 'paper';
}
