/** Which clauses other roles have, and the role of which this one is best written as what differs. */
import { compareWords } from '../../../diff/words.js';
import { element, lines } from '../../../write/html/markup.js';
import type { Markup } from '../../../write/html/markup.js';
import { commandWithBase, percent } from '../import-words.js';
import { markedWords } from '../../marked-words.js';
import type { SharedClause } from '../relatives.js';
import { printable, quoted } from './parts.js';
import type { PageView, Part } from './parts.js';

/** Nothing where no clause stands anywhere else. */
export function kinSection(view: PageView): Part[] {
  const { source, words } = view;
  const { say } = words;
  const { relatives, file } = source;
  if (!relatives || relatives.shared.length === 0) return [];
  const { base, clauses, shared } = relatives;
  const byRole = new Map<string, SharedClause[]>();
  for (const one of shared) {
    const key = words.origin(one);
    byRole.set(key, [...(byRole.get(key) ?? []), one]);
  }
  return [
    {
      id: 'shared',
      name: say('import.page.shared'),
      count: shared.length,
      content: [
        ...(base
          ? [
              element(
                'p',
                {},
                say('import.page.base', { equal: base.equal, clauses, role: words.origin({ origin: base.origin, role: base.id }) }),
              ),
              element('p', {}, element('code', {}, commandWithBase(file, base.id))),
              element('p', {}, say('import.kinWhole', { role: view.shown })),
            ]
          : [element('p', {}, say('import.page.sharedLead', { shared: shared.length, clauses }))]),
        ...[...byRole].map(([role, all]) =>
          element(
            'details',
            {},
            lines([
              element('summary', {}, say('import.page.sharedIn', { count: all.length, role })),
              element('ol', { class: 'told' }, lines(all.map((one) => element('li', {}, item(one, view))))),
            ]),
          ),
        ),
      ],
    },
  ];
}

function item({ text, share, other }: SharedClause, view: PageView): Markup {
  const { words, source, lang } = view;
  if (share === 1)
    return lines([
      element('p', { class: 'text' }, quoted(text, view)),
      element('p', { class: 'quiet' }, words.say('import.page.sameWords')),
    ]);
  const difference = compareWords(printable(other.text), printable(text), source.understood.language);
  return lines([
    element('p', { class: 'text', lang }, difference.map(markedWords)),
    element('p', { class: 'quiet' }, words.say('import.page.nearly', { share: percent(share), words: printable(other.id) })),
  ]);
}
