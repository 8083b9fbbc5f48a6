/** Where everything of a Word file went, beside the file itself: one page that needs nothing but itself. */
import { posix } from 'node:path';
import type { Certainty, ReportEntry, ReportPart } from '../../import/report.js';
import { classes, element, lines } from '../../write/html/markup.js';
import type { Child, Markup } from '../../write/html/markup.js';
import { pageHead } from '../../write/html/page-head.js';
import type { ReportWords } from './import-words.js';
import { figuresOf } from './import-figures.js';
import type { ImportedFile } from './word-import.js';

/** The text of an HTML file; the same file gives the same text. `shown` is the path of the role. */
export function importPage({ file, read, understood }: ImportedFile, shown: string, words: ReportWords): string {
  const { say, language } = words;
  const { report } = understood;
  const title = say('import.page.title', { file: printable(posix.basename(file)) });
  const entries = report.entries.filter(({ text, parts }) => text.trim() !== '' || parts.length > 0);
  const open = entries.filter(({ parts }) => parts.some(({ certainty }) => certainty === 'unplaced' || certainty === 'guessed'));
  const head = pageHead(title, style);
  const notes = read.notes.map((note) => words.note(note));
  const main = element(
    'main',
    {},
    lines([
      element('h1', {}, title),
      element('p', {}, say('import.page.lead', { shown, ...figuresOf(report) })),
      element('p', { class: 'quiet' }, say('import.page.personal')),
      section('open', say('import.page.open'), [
        open.length === 0
          ? element('p', {}, say('import.page.nothingOpen'))
          : element('ol', { class: 'open' }, lines(open.map((one) => openItem(one, understood.language, words)))),
      ]),
      ...(report.filled.length > 0
        ? [
            section('filled', say('import.page.filled'), [
              element('p', {}, say('import.page.filledLead')),
              element(
                'ul',
                {},
                lines([...new Set(report.filled.map((one) => words.home(`role:${one}`)))].map((one) => element('li', {}, one))),
              ),
            ]),
          ]
        : []),
      ...(notes.length > 0
        ? [section('notes', say('import.page.notes'), [element('ul', {}, lines(notes.map((one) => element('li', {}, one))))])]
        : []),
      section('all', say('import.page.all'), [
        element(
          'table',
          {},
          element(
            'thead',
            {},
            element('tr', {}, heading(say('import.page.place')), heading(say('import.page.original')), heading(say('import.page.becomes'))),
          ),
          element('tbody', {}, lines(entries.map((one) => row(one, understood.language, words)))),
        ),
      ]),
    ]),
  );
  return `<!DOCTYPE html>\n${element('html', { lang: language }, lines([head, element('body', {}, main)])).source}\n`;
}

const section = (id: string, name: string, content: readonly Markup[]): Markup =>
  element('section', { 'aria-labelledby': id }, lines([element('h2', { id }, name), ...content]));

const heading = (words: string): Markup => element('th', { scope: 'col' }, words);
const idOf = ({ piece }: ReportEntry): string => `piece-${piece + 1}`;

function openItem(entry: ReportEntry, language: string, words: ReportWords): Markup {
  const parts = entry.parts.filter(({ certainty }) => certainty === 'unplaced' || certainty === 'guessed');
  const text = parts.map((part) => part.text.trim()).join(' … ');
  return element(
    'li',
    {},
    element(
      'a',
      { href: `#${idOf(entry)}`, lang: language === words.language ? null : language },
      printable(text.length > 160 ? `${text.slice(0, 157)}…` : text),
    ),
    ' ',
    element('span', { class: 'quiet' }, [...new Set(parts.map((part) => outcome(part, words)))].join('; ')),
  );
}

function row(entry: ReportEntry, language: string, words: ReportWords): Markup {
  const { number, parts, text, place } = entry;
  const shown = text.trim() === '' ? [words.say('import.page.noText')] : [number === '' ? null : `${number} `, printable(text)];
  return element(
    'tr',
    { id: idOf(entry), class: classes(...parts.map(({ certainty }) => certainty)) },
    element('th', { scope: 'row', class: 'quiet' }, words.place(place)),
    element('td', { lang: language === words.language ? null : language, class: 'original' }, shown),
    element('td', {}, parts.length === 0 ? null : lines(parts.map((part) => where(part, parts.length > 1, language, words)))),
  );
}

/** One part of a paragraph: its words where it is not the whole of it, where it went, why, and what was changed. */
function where(part: ReportPart, isSome: boolean, language: string, words: ReportWords): Markup {
  const changed = words.changes(part);
  const said: Child[] = [
    isSome && part.text.trim() !== ''
      ? element('q', { lang: language === words.language ? null : language }, printable(part.text.trim()))
      : null,
    isSome ? ' ' : null,
    element('span', { class: classes('chip', part.certainty) }, `${signs[part.certainty]} ${outcome(part, words)}`),
    ' ',
    element('span', { class: 'quiet why' }, printable(words.why(part))),
    changed === null ? null : ' ',
    changed === null ? null : element('span', { class: 'quiet why' }, words.say('import.page.changed', { changes: printable(changed) })),
  ];
  return element('p', {}, said);
}

const signs: Readonly<Record<Certainty, string>> = { mapped: '✓', guessed: '?', unplaced: '!', 'left-out': '–' };

function outcome(part: ReportPart, words: ReportWords): string {
  const homes = [...new Set(part.to.map((one) => words.home(one)))].join(', ') || words.say('import.certainty.mapped');
  return part.certainty === 'mapped' ? homes : words.say(`import.certainty.${part.certainty}`, { home: homes });
}

/** Control characters of damaged files would spoil the page. */
const printable = (text: string): string =>
  text.replace(/[\t\n\r]+/gu, ' ').replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/gu, '\uFFFD');

const style = `
:root{color-scheme:light dark;--paper:#fff;--text:#1d2129;--quiet:#5a6270;--rule:#c9ced6;--placed:#14602f;--guess:#8a4b00;--open:#9b1c1c;--band:#f4f5f7}
@media screen and (prefers-color-scheme:dark){:root{--paper:#16191f;--text:#e8eaee;--quiet:#a9b1bd;--rule:#434a56;--placed:#8fdca6;--guess:#ffc46b;--open:#ff9a9a;--band:#1e222a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--text);font:1.0625rem/1.5 Arial,Arimo,'Liberation Sans',sans-serif;overflow-wrap:anywhere}
main{max-width:76rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.25}
h2{margin-top:2rem;font-size:1.3rem}
a{color:inherit}
.open li{margin:0 0 .5rem}
.quiet{color:var(--quiet);font-weight:400;font-size:.95rem}
table{width:100%;table-layout:fixed;border-collapse:collapse}
th,td{padding:.5rem .75rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
thead th:first-child{width:10rem}
tr.unplaced th[scope=row]{border-left:.25rem solid var(--open)}
tr.guessed th[scope=row]{border-left:.25rem solid var(--guess)}
td p{margin:0 0 .25rem}
.original{white-space:pre-line}
tr:target{background:var(--band)}
.why{display:block}
.chip{font-weight:700}
.chip.mapped{color:var(--placed)}
.chip.guessed{color:var(--guess)}
.chip.unplaced{color:var(--open)}
.chip.left-out{color:var(--quiet);font-weight:400}
q{quotes:none;border-bottom:1px dotted var(--rule)}
@media (max-width:46rem){thead{position:absolute;clip-path:inset(50%)}tr,th,td,thead th:first-child{display:block;width:auto}tr{padding:.5rem 0;border-bottom:1px solid var(--rule)}th,td{padding:.125rem 0 .125rem .5rem;border:0}}
@media print{main{max-width:none;padding:0}tr{break-inside:avoid}}
`;
