/** What the sections of the page have in common. */
import type { Locale } from '../../../document/document.js';
import type { Certainty, ReportEntry, ReportPart } from '../../../import/report.js';
import { classes, element, lines } from '../../../write/html/markup.js';
import type { Child, Markup } from '../../../write/html/markup.js';
import type { Decision } from '../decisions.js';
import type { ReportWords } from '../import-words.js';
import type { ImportedFile } from '../word-import.js';

export interface PageView {
  readonly source: ImportedFile;
  /** The path of the role. */
  readonly shown: string;
  readonly words: ReportWords;
  /** What is to decide; nothing for a comparison. */
  readonly open: readonly Decision[];
  /** The language of the file where the page is in another. */
  readonly lang: Locale | null;
}

/** A section of the page. */
export interface Part {
  readonly id: string;
  readonly name: string;
  /** How many things it holds; null where nobody asks. */
  readonly count: number | null;
  readonly content: readonly Markup[];
}

export const section = ({ id, name, count, content }: Part): Markup =>
  element(
    'section',
    { 'aria-labelledby': id },
    lines([element('h2', { id }, name, count === null ? null : element('span', { class: 'quiet' }, ` ${String(count)}`)), ...content]),
  );

/** The entries that say something, in the order of the file. */
export const entriesOf = ({ source }: PageView): { entry: ReportEntry; at: number }[] =>
  source.understood.report.entries
    .map((entry, at) => ({ entry, at }))
    .filter(({ entry: { text, parts } }) => text.trim() !== '' || parts.length > 0);

export const idOf = ({ piece }: ReportEntry): string => `piece-${piece + 1}`;

/** A text of the file in its own language. */
export const quoted = (text: string, { lang }: PageView): Markup => element('span', { lang }, printable(text));

const signs: Readonly<Record<Certainty, string>> = { mapped: '✓', guessed: '?', unplaced: '!', 'left-out': '–' };

/** Where a part went. */
export const chip = (part: ReportPart, words: ReportWords): Markup =>
  element('span', { class: classes('chip', part.certainty) }, `${signs[part.certainty]} ${outcome(part, words)}`);

function outcome(part: ReportPart, words: ReportWords): string {
  const homes = words.homes(part) || words.say('import.certainty.mapped');
  return part.certainty === 'mapped' ? homes : words.say(`import.certainty.${part.certainty}`, { home: homes });
}

export const list = (items: readonly Child[]): Markup => element('ul', {}, lines(items.map((one) => element('li', {}, one))));

/** Control characters of damaged files would spoil the page. */
export const printable = (text: string): string =>
  text.replace(/[\t\n\r]+/gu, ' ').replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/gu, '\uFFFD');

/** Long texts in lists stand whole in their place. */
export const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 297)}…` : text);
