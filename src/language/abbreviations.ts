/** Abbreviations in a text, and the words that a voice should say for them. */
import type { Locale } from '../document/document.js';
import { createPhrases } from './phrases.js';
import type { Phrases } from './phrases.js';

/** What an abbreviation stands for: always, or where its neighbours say so; the first sense that fits is meant. */
export type Senses = string | readonly (string | Sense)[] | Sense;

export interface Sense {
  /** The words, in ICU MessageFormat; `{n}` is the number that stands before the abbreviation, which must then be there. */
  spoken: string;
  /** What must stand before it and what behind it, as regular expressions; a space between is not looked at. */
  after?: string;
  before?: string;
  /** Explained where a document has it first: people know it afterwards, and it is read letter by letter. */
  once?: boolean;
}

/** Written form → what it stands for. A space in a form may be missing in the text. */
export type AbbreviationTable = Readonly<Record<string, Senses>>;

export interface Piece {
  text: string;
  /** Null for words that are said as they are written. */
  expansion: string | null;
}

/** Parts a text at its abbreviations. The pieces, put together, are the text. */
export type PartAbbreviations = (text: string) => Piece[];

/**
 * The table together with `own`: written forms of one organisation, such as its legal form, with what they stand for. They
 * are compiled when a text first asks for them.
 */
export type Abbreviations = (own?: ReadonlyMap<string, string>) => DocumentAbbreviations;

/** Gives each document its own reading of the table; `said` collects what needs no explanation any more. */
export type DocumentAbbreviations = (said?: Set<string>) => PartAbbreviations;

interface Compiled {
  entries: ReadonlyMap<string, readonly SpokenForm[]>;
  pattern: RegExp;
}

interface SpokenForm {
  key: string;
  spoken: (n: number | null) => string | null;
  after: RegExp | null;
  before: RegExp | null;
  once: boolean;
}

/** `table` is that of the language. */
export function createAbbreviations(table: AbbreviationTable, locale: Locale): Abbreviations {
  const forms = Object.entries(table);
  return (own = new Map()) => {
    let compiled: Compiled | undefined;
    const compile = (): Compiled => ({
      entries: entriesOf([...forms, ...own], locale),
      pattern: patternOf([...own.keys(), ...forms.map(([form]) => form)]),
    });
    return (said = new Set()) =>
      (text) => {
        const { entries, pattern } = (compiled ??= compile());
        return part(text, pattern, entries, said);
      };
  };
}

function entriesOf(forms: readonly (readonly [string, Senses])[], locale: Locale): Map<string, SpokenForm[]> {
  const all = forms.map(([form, senses]) => [closed(form), (Array.isArray(senses) ? senses : [senses]) as (string | Sense)[]] as const);
  const phrase = createPhrases(
    Object.fromEntries(
      all.flatMap(([form, senses]) => senses.map((sense, at) => [keyOf(form, at), typeof sense === 'string' ? sense : sense.spoken])),
    ),
    locale,
  );
  return new Map(
    all.map(([form, senses]) => [
      form,
      senses.map((sense, at) => entryOf(keyOf(form, at), typeof sense === 'string' ? { spoken: sense } : sense, phrase)),
    ]),
  );
}

/** The key of a phrase; a full stop in it would part it. */
const keyOf = (form: string, at: number): string => `${form.replaceAll('.', '·')} ${at}`;

function entryOf(key: string, { spoken, after, before, once = false }: Sense, phrase: Phrases): SpokenForm {
  const counted = /\{n\b/u.test(spoken);
  return {
    key,
    spoken: (n) => (counted ? (n === null ? null : phrase(key, { n })) : phrase(key)),
    after: after === undefined ? null : new RegExp(`(?:${after})$`, 'u'),
    before: before === undefined ? null : new RegExp(`^(?:${before})`, 'u'),
    once,
  };
}

/** Forms are told apart without their spaces. */
const closed = (form: string): string => form.replace(/[ \u00A0]/gu, '');

/** Those of our languages, spelt out: with all that Unicode has, a document takes six times as long to be searched. */
const letter = 'A-Za-zÀ-ÖØ-öø-ɏЀ-ӿ';
const letterOrDigit = `${letter}\\d²³¹¼-¾`;

/**
 * The longest form wins. A form that ends with a letter must end there, and none begins or ends inside a word or inside
 * a compound with a hyphen, whose parts would not agree with each other.
 */
function patternOf(forms: readonly string[]): RegExp {
  const alternatives = [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/[ \u00A0]/gu, '[ \\u00A0]?'));
  const end = `(?:(?<![${letterOrDigit}])|(?![${letterOrDigit}]|-[${letter}]))`;
  return new RegExp(`(?<![${letterOrDigit}.]|[${letter}]-)(?:${alternatives.join('|')})${end}`, 'gu');
}

const numberBefore = /(?<![\p{L}\d.,])(\d{1,3}(?:[ \u00A0]\d{3})+|\d+)(?:([.,])(\d+))?$/u;

/** How many characters of the neighbours decide: with all of them, a long text would take the square of its time. */
const asFar = 200;

function part(text: string, pattern: RegExp, entries: ReadonlyMap<string, readonly SpokenForm[]>, said: Set<string>): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  pattern.lastIndex = 0;
  // Not `matchAll`, which copies the expression for each text: that takes as long as the search.
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const { 0: form, index } = found;
    const end = index + form.length;
    const before = text.slice(Math.max(0, index - asFar), index).trimEnd();
    const behind = text.slice(end, end + asFar).trimStart();
    const expansion = expansionOf(form, before, behind, entries, said);
    if (expansion === null) continue;
    if (index > done) pieces.push({ text: text.slice(done, index), expansion: null });
    pieces.push({ text: form, expansion });
    done = end;
  }
  if (done < text.length || pieces.length === 0) pieces.push({ text: text.slice(done), expansion: null });
  return pieces;
}

function expansionOf(
  form: string,
  before: string,
  behind: string,
  entries: ReadonlyMap<string, readonly SpokenForm[]>,
  said: Set<string>,
): string | null {
  for (const { key, spoken, after, before: follows, once } of entries.get(closed(form)) ?? []) {
    if ((after && !after.test(before)) || (follows && !follows.test(behind))) continue;
    const words = spoken(numberIn(before));
    if (words === null) continue;
    if (once && said.has(key)) return null;
    if (once) said.add(key);
    return words;
  }
  return null;
}

function numberIn(before: string): number | null {
  const [, whole, , fraction] = numberBefore.exec(before) ?? [];
  return whole === undefined ? null : Number(`${whole.replace(/\D/gu, '')}.${fraction ?? '0'}`);
}
