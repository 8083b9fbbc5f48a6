/** What of a file its role no longer says, or says where the description does not print it: what somebody changed since the import. */
import type { Comparison, Kept } from '../../../import/comparison.js';
import { element, lines } from '../../../write/html/markup.js';
import type { Markup } from '../../../write/html/markup.js';
import { difference } from './beside.js';
import { entriesOf, idOf, quoted, shortened } from './parts.js';
import type { PageView, Part } from './parts.js';

/** Nothing where the role still says all of it in the same words. */
export const comparedSections = (view: PageView, { kept }: Comparison): Part[] =>
  (['gone', 'reworded', 'unprinted'] as const).flatMap((outcome) => toldOf(outcome, kept, view));

function toldOf(outcome: Exclude<Kept, 'same'>, kept: Comparison['kept'], view: PageView): Part[] {
  const { say, place } = view.words;
  const found = entriesOf(view).flatMap(({ entry, at }) =>
    entry.parts.flatMap((part, index) =>
      kept[at]?.[index] === outcome ? [{ entry, part, said: view.source.paper?.said[at]?.[index] ?? [] }] : [],
    ),
  );
  if (found.length === 0) return [];
  const items = found.map(({ entry, part, said }) =>
    element(
      'li',
      {},
      lines([
        ...(outcome === 'reworded'
          ? [
              versus(say('import.page.was'), quoted(shortened(part.text.trim()), view)),
              ...said.map((one) =>
                versus(
                  say('import.page.now'),
                  element('span', { lang: view.lang }, difference([part.text, entry.text], one, view).content),
                ),
              ),
            ]
          : [element('p', { class: 'text' }, quoted(shortened(part.text.trim()), view))]),
        element('p', { class: 'quiet' }, element('a', { href: `#${idOf(entry)}` }, place(entry.place))),
      ]),
    ),
  );
  return [
    {
      id: outcome,
      name: say(`import.page.${outcome === 'reworded' ? 'otherWords' : outcome}`),
      count: found.length,
      content: [
        element('p', {}, say(`import.page.${outcome === 'reworded' ? 'otherWords' : outcome}Lead`)),
        element('ol', { class: 'told' }, lines(items)),
      ],
    },
  ];
}

const versus = (label: string, text: Markup): Markup =>
  element('p', { class: 'text versus' }, element('span', { class: 'label' }, label), ' ', text);
