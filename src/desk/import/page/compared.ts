/** What of a file its role no longer says, or says where the description does not print it: what somebody changed since the import. */
import type { Comparison, Kept } from '../../../import/comparison.js';
import { element, lines } from '../../../write/html/markup.js';
import { entriesOf, idOf, quoted, shortened } from './parts.js';
import type { PageView, Part } from './parts.js';

/** Nothing where the role still says all of it. */
export const comparedSections = (view: PageView, { kept }: Comparison): Part[] =>
  (['gone', 'unprinted'] as const).flatMap((outcome) => toldOf(outcome, kept, view));

function toldOf(outcome: Extract<Kept, 'gone' | 'unprinted'>, kept: Comparison['kept'], view: PageView): Part[] {
  const { say, place } = view.words;
  const found = entriesOf(view).flatMap(({ entry, at }) =>
    entry.parts.filter((_, index) => kept[at]?.[index] === outcome).map((part) => ({ entry, part })),
  );
  if (found.length === 0) return [];
  const items = found.map(({ entry, part }) =>
    element(
      'li',
      {},
      lines([
        element('p', { class: 'text' }, quoted(shortened(part.text.trim()), view)),
        element('p', { class: 'quiet' }, element('a', { href: `#${idOf(entry)}` }, place(entry.place))),
      ]),
    ),
  );
  return [
    {
      id: outcome,
      name: say(`import.page.${outcome}`),
      count: found.length,
      content: [element('p', {}, say(`import.page.${outcome}Lead`)), element('ol', { class: 'told' }, lines(items))],
    },
  ];
}
