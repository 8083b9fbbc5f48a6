/** What was changed in the wording of clauses, each sort of change once. */
import type { Change } from '../../../import/report.js';
import { element, lines } from '../../../write/html/markup.js';
import { list, printable } from './parts.js';
import type { PageView, Part } from './parts.js';

/** Capitals and stops change in every clause: they are counted, the others are shown. */
const usual: ReadonlySet<Change['code']> = new Set(['capital', 'stop', 'spaces']);
export const isTelling = ({ code }: Change): boolean => !usual.has(code);

/** Nothing where all stands as it was. */
export function wordingSection({ source, words }: PageView): Part[] {
  const { say } = words;
  const counts = new Map<string, { count: number; isTelling: boolean }>();
  for (const { parts } of source.understood.report.entries)
    for (const change of parts.flatMap(({ changes }) => changes)) {
      const said = words.change(change);
      const known = counts.get(said) ?? { count: 0, isTelling: isTelling(change) };
      counts.set(said, { ...known, count: known.count + 1 });
    }
  if (counts.size === 0) return [];
  const all = [...counts].sort(([, a], [, b]) => Number(a.isTelling) - Number(b.isTelling) || b.count - a.count);
  const shown = all.map(([said, { count }]) => [
    printable(said),
    ' ',
    element('span', { class: 'quiet' }, say('import.page.times', { count })),
  ]);
  return [
    {
      id: 'wording',
      name: say('import.page.wording'),
      count: null,
      content: [element('details', {}, lines([element('summary', {}, say('import.page.wordingLead')), list(shown)]))],
    },
  ];
}
