/** What somebody has to decide, by weight: each with its words, why, and where it stands in the file and in the role. */
import { element, lines } from '../../../write/html/markup.js';
import type { Markup } from '../../../write/html/markup.js';
import { decisionSorts } from '../decisions.js';
import type { Decision, DecisionSort } from '../decisions.js';
import { chip, quoted, shortened } from './parts.js';
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
  if (sort === 'country' || sort === 'language') {
    const { id, file, understood } = source;
    const facts = { file, id, country: understood.jurisdiction, language: understood.language };
    return [
      {
        id: sort,
        name,
        count: null,
        content: [element('p', {}, say(sort === 'country' ? 'import.country' : 'import.decide.language', facts))],
      },
    ];
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
  const ground = element('span', { class: sort === 'unplaced' && decision.belongs !== null ? 'belongs' : null }, words.decision(decision));
  const facts = [...(sort === 'guessed' && part && part.to.length > 0 ? [chip(part, words)] : []), ground, ...where];
  return lines([
    ...(text === '' ? [] : [element('p', { class: 'text' }, sort === 'assumed' ? shortened(text) : quoted(shortened(text), view))]),
    element(
      'p',
      { class: 'quiet' },
      facts.map((one, at) => (at === 0 ? one : [' · ', one])),
    ),
  ]);
}
