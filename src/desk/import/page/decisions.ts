/** What somebody has to decide, by weight: each with its words, why, and where it stands in the file and in the role. */
import { element, lines } from '../../../write/html/markup.js';
import type { Child, Markup } from '../../../write/html/markup.js';
import { decisionSorts } from '../decisions.js';
import type { Decision, DecisionSort } from '../decisions.js';
import { chip, printable, quoted, shortened } from './parts.js';
import type { PageView, Part } from './parts.js';

/** A section for each sort of which there is something. */
export const decisions = (view: PageView, all: readonly Decision[]): Part[] =>
  decisionSorts.flatMap((sort) =>
    told(
      view,
      sort,
      all.filter((one) => one.sort === sort),
    ),
  );

function told(view: PageView, sort: DecisionSort, found: readonly Decision[]): Part[] {
  if (found.length === 0) return [];
  const { words, source, shown } = view;
  const { say } = words;
  const name = say(`import.page.${sort}`);
  const [first] = found;
  if (first?.readAs) {
    const { id, file } = source;
    const content = sort === 'country' ? say('import.country', { file, id, ...first.readAs }) : words.decision(first);
    return [{ id: sort, name, count: null, content: [element('p', {}, content)] }];
  }
  return [
    {
      id: sort,
      name,
      count: found.length,
      content: [
        element('p', {}, say(`import.page.${sort}Lead`, { shown })),
        element('ol', { class: 'told' }, lines(found.map((one) => element('li', {}, item(one, view))))),
      ],
    },
  ];
}

function item(decision: Decision, view: PageView): Markup {
  const { words } = view;
  const { sort, piece, place, line, part } = decision;
  const text = words.subject(decision);
  const where = [
    ...(place && piece !== null ? [element('a', { href: `#piece-${piece + 1}` }, words.place(place))] : []),
    ...(line === null ? [] : [element('span', { class: 'line' }, words.say('import.line', { line }))]),
  ];
  const said = words.decision(decision);
  const facts = [
    ...(sort === 'guessed' && part && part.to.length > 0 ? [chip(part, words)] : []),
    ...(said === '' ? [] : [element('span', { class: sort === 'unplaced' && decision.belongs !== null ? 'belongs' : null }, said)]),
    ...where,
  ];
  return lines([
    ...(text === ''
      ? []
      : [element('p', { class: 'text' }, sort === 'assumed' ? shortened(text) : withMarks(shortened(text), decision.missing, view))]),
    element(
      'p',
      { class: 'quiet' },
      facts.map((one, at) => (at === 0 ? one : [' · ', one])),
    ),
  ]);
}

/** The text of the file, with the words marked that no part of the role has. */
function withMarks(text: string, missing: readonly string[], view: PageView): Markup {
  const said: Child[] = [];
  let at = 0;
  for (const words of missing) {
    const from = text.indexOf(words, at);
    if (from < 0) continue;
    said.push(printable(text.slice(at, from)), element('mark', {}, printable(words)));
    at = from + words.length;
  }
  return at === 0 ? quoted(text, view) : element('span', { lang: view.lang }, said, printable(text.slice(at)));
}
