/** The whole file, piece by piece beside what its paper will say; parts of it without a question are folded. */
import { compareWords } from '../../../diff/words.js';
import type { Statement } from '../../../document/statements.js';
import { wholeOf } from '../../../import/beside-paper.js';
import { shareOf, stemsOf } from '../../../import/likeness.js';
import type { ReportEntry, ReportPart } from '../../../import/report.js';
import { isHeading } from '../../../import/suggestion.js';
import { plain } from '../../../import/words.js';
import { classes, element, lines } from '../../../write/html/markup.js';
import type { Child, Markup } from '../../../write/html/markup.js';
import { markedWords } from '../../marked-words.js';
import { outletOf } from '../paper-beside.js';
import type { Outlet } from '../paper-beside.js';
import { chip, entriesOf, idOf, list, printable } from './parts.js';
import type { PageView, Part } from './parts.js';
import { isTelling } from './wording.js';

/** From here on the words of both are shown as one text with marks; below, the new one alone. */
const marksFrom = 0.4;

export function besideSections(view: PageView): Part[] {
  const { source, words } = view;
  const { say } = words;
  const notes = source.read.notes.map((note) => words.note(note));
  const toLook = new Map<number, number>();
  for (const { sort, piece } of view.open)
    if ((sort === 'unplaced' || sort === 'guessed') && piece !== null) toLook.set(piece, (toLook.get(piece) ?? 0) + 1);
  const added = source.paper?.added ?? [];
  return [
    {
      id: 'beside',
      name: say('import.page.beside'),
      count: null,
      content: [
        element('p', {}, say(source.paper ? 'import.page.besideLead' : 'import.page.besideNone')),
        ...groupsOf(view).map((group) => groupMarkup(group, toLook, view)),
      ],
    },
    ...(added.length === 0
      ? []
      : [
          {
            id: 'added',
            name: say('import.page.added'),
            count: added.length,
            content: [
              element(
                'details',
                {},
                lines([
                  element('summary', {}, say('import.page.addedLead')),
                  list(added.map((one) => element('span', { lang: view.lang }, sentence(one)))),
                ]),
              ),
            ],
          },
        ]),
    ...(notes.length === 0 ? [] : [{ id: 'notes', name: say('import.page.notes'), count: null, content: [list(notes)] }]),
  ];
}

interface Group {
  readonly heading: string | null;
  readonly entries: { readonly entry: ReportEntry; readonly at: number }[];
}

/** From heading to heading, as the file has them. */
function groupsOf(view: PageView): Group[] {
  const groups: Group[] = [];
  for (const one of entriesOf(view)) {
    const { entry } = one;
    if (groups.length === 0 || isHeading(entry)) groups.push({ heading: isHeading(entry) ? shownText(entry).trim() : null, entries: [] });
    groups.at(-1)?.entries.push(one);
  }
  return groups;
}

/** `questions` are the numbers of things to look at by the pieces of the file. */
function groupMarkup({ heading, entries }: Group, questions: ReadonlyMap<number, number>, view: PageView): Markup {
  const { words, lang } = view;
  const { say } = words;
  /** Of the cells of a row the first shows what the paper says of it. */
  const shown = new Set<string>();
  const pairs = entries.map(({ entry, at }) => pair(entry, at, view, shown));
  const pieces = new Set(entries.map(({ entry }) => entry.piece));
  const toLook = [...pieces].reduce((sum, piece) => sum + (questions.get(piece) ?? 0), 0);
  const reworded = pairs.reduce((sum, one) => sum + one.reworded, 0);
  const facts = [
    say('import.page.texts', { count: entries.length }),
    ...(reworded > 0 ? [say('import.page.reworded', { count: reworded })] : []),
  ].join(' · ');
  return element(
    'details',
    { open: toLook > 0 },
    lines([
      element(
        'summary',
        {},
        element('strong', { lang: heading === null ? null : lang }, heading ?? say('import.page.beginning')),
        element('span', { class: 'quiet' }, ` · ${facts}`),
        toLook > 0 ? [' · ', element('span', { class: 'chip guessed' }, say('import.page.toLook', { count: toLook }))] : null,
      ),
      element(
        'p',
        { class: 'heads', 'aria-hidden': 'true' },
        element('span', {}, say('import.page.original')),
        ' ',
        element('span', {}, say('import.page.paper')),
      ),
      element('ol', { class: 'pairs' }, lines(pairs.map(({ markup }) => markup))),
    ]),
  );
}

/** A piece of the file beside the paper, and how many of its parts the paper says otherwise. */
function pair(entry: ReportEntry, at: number, view: PageView, shown: Set<string>): { markup: Markup; reworded: number } {
  const { source, words, lang } = view;
  const { say } = words;
  const { parts, text, place } = entry;
  const said = parts.map((part, index) => ({
    part,
    statements: source.paper?.said[at]?.[index] ?? [],
    outlet: outletOf(source.paper, part, at, index),
  }));
  let reworded = 0;
  const cell = place.cells.at(-1);
  const row = cell ? `${cell.table}:${cell.row}` : `piece ${entry.piece}`;
  const right = said
    .filter(({ part }) => !isMinor(part, parts.length))
    .flatMap(({ part, statements, outlet }): Markup[] => {
      const fresh = statements.filter(({ key }) => !shown.has(`${row} ${key}`));
      for (const { key } of fresh) shown.add(`${row} ${key}`);
      return [
        ...fresh.map((one) => {
          const marked = difference([part.text, text], one, view);
          if (marked.isOther) reworded += 1;
          return element('p', { class: 'says', lang }, numberOf(one) === '' ? null : `${numberOf(one)} `, marked.content);
        }),
        fate(part, { isSome: said.length > 1, outlet }, view),
      ];
    });
  const markup = element(
    'li',
    { id: idOf(entry), class: classes('pair', ...new Set(parts.map(({ certainty }) => certainty))) },
    lines([
      element(
        'div',
        { class: 'was' },
        lines([
          element('p', { class: 'label' }, say('import.page.original')),
          element(
            'p',
            { lang: text.trim() === '' ? null : lang, class: 'original' },
            text.trim() === '' ? say('import.page.noText') : shownText(entry),
          ),
          element('p', { class: 'quiet' }, words.place(place)),
        ]),
      ),
      element('div', { class: 'is' }, lines([element('p', { class: 'label' }, say('import.page.paper')), ...right])),
    ]),
  );
  return { markup, reworded };
}

/** A sign between two parts, or the label of a value: where it went says nobody anything. */
const isMinor = ({ why, certainty, to }: ReportPart, count: number): boolean =>
  why.code === 'sign' || (count > 1 && certainty === 'mapped' && to.length === 0);

/** Where a part went and why; of a sure one only what was changed in its words. */
function fate(part: ReportPart, { isSome, outlet }: { isSome: boolean; outlet: Outlet | 'nobody' | null }, view: PageView): Markup {
  const { words, lang } = view;
  const { say } = words;
  const telling = part.changes.filter(isTelling).map((one) => printable(words.change(one)));
  const said: Child[] = [
    isSome && part.text.trim() !== '' ? [element('q', { lang }, printable(opening(part.text.trim()))), ' '] : null,
    chip(part, words),
    part.certainty === 'mapped' ? null : element('span', { class: 'quiet' }, ` · ${printable(words.why(part))}`),
    telling.length === 0 ? null : element('span', { class: 'quiet' }, ` · ${say('import.page.changed', { changes: telling.join('; ') })}`),
    outlet !== null ? element('span', { class: 'quiet' }, ` · ${words.outlet(outlet)}`) : null,
  ];
  return element('p', { class: 'fate' }, said);
}

/**
 * The words of the file, a part or its whole paragraph, and those of the paper as one text with marks, where they are alike
 * enough for that.
 */
export function difference(texts: readonly string[], statement: Statement, { source }: PageView): { content: Child; isOther: boolean } {
  const after = printable(wholeOf(statement));
  const stems = stemsOf(after);
  const befores = texts.map((one) => printable(one.trim()).replace(/[.;,]+$/u, ''));
  if (befores.some((one) => plain(one) === plain(after))) return { content: after, isOther: false };
  const shares = befores.map((one) => shareOf(stemsOf(one), stems));
  const most = Math.max(...shares);
  const before = befores[shares.indexOf(most)] ?? '';
  if (most < marksFrom) return { content: after, isOther: true };
  const [first = ''] = after;
  const even = before.slice(0, 1).toLowerCase() === first.toLowerCase() ? first + before.slice(1) : before;
  return { content: compareWords(even, after, source.understood.language).map(markedWords), isOther: true };
}

/** Enough to find a part in its paragraph, which stands beside it. */
const opening = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** The text with its number, which is in it where somebody typed it. */
const shownText = ({ number, typed, text }: ReportEntry): string => numbered(typed === '' ? number : '', printable(text));

const numbered = (number: string, text: string): string => (number === '' ? text : `${number} ${text}`);

/** As the paper prints it: `3.1.2`, or `1)` within a clause. */
const numberOf = ({ number, item }: Statement): string => [number, item === null ? null : `${item})`].filter(Boolean).join(' ');

const sentence = (one: Statement): string => numbered(numberOf(one), printable(wholeOf(one)));
