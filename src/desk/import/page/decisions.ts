/** What somebody has to decide: texts without a place, guesses, what the file does not say, and people. */
import type { ReportEntry, ReportPart } from '../../../import/report.js';
import { element, lines } from '../../../write/html/markup.js';
import type { Markup } from '../../../write/html/markup.js';
import { chip, entriesOf, idOf, list, quoted, shortened } from './parts.js';
import type { PageView, Part } from './parts.js';

export function decisions(view: PageView): Part[] {
  const { words, shown, source } = view;
  const { say } = words;
  const { filled } = source.understood.report;
  const missing = [...new Set(filled.map((pointer) => words.home(`role:${pointer}`)))];
  return [
    ...(source.foreign
      ? [
          {
            id: 'country',
            name: say('import.page.country'),
            count: null,
            content: [
              element('p', {}, say('import.country', { file: source.file, id: source.id, country: source.understood.jurisdiction })),
            ],
          },
        ]
      : []),
    ...told(view, 'unplaced', { lead: say('import.page.unplacedLead', { shown }), isMeant: ({ certainty }) => certainty === 'unplaced' }),
    ...told(view, 'guessed', { lead: say('import.page.guessedLead'), isMeant: ({ certainty }) => certainty === 'guessed' }),
    ...(missing.length === 0
      ? []
      : [
          {
            id: 'filled',
            name: say('import.page.filled'),
            count: missing.length,
            content: [element('p', {}, say('import.page.filledLead')), list(missing)],
          },
        ]),
    ...told(view, 'people', {
      lead: say('import.page.peopleLead'),
      isMeant: ({ why, certainty }) => why.code === 'personal' && certainty === 'left-out',
    }),
  ];
}

interface Told {
  readonly lead: string;
  isMeant(part: ReportPart): boolean;
}

/** The parts that are meant, each with where it stands and what became of it; nothing where there are none. */
function told(view: PageView, id: 'unplaced' | 'guessed' | 'people', { lead, isMeant }: Told): Part[] {
  const { say } = view.words;
  const found = entriesOf(view).flatMap(({ entry }) => entry.parts.filter(isMeant).map((part) => ({ entry, part })));
  if (found.length === 0) return [];
  const items = found.map(({ entry, part }) => element('li', {}, item(entry, part, id, view)));
  return [
    {
      id,
      name: say(`import.page.${id}`),
      count: found.length,
      content: [element('p', {}, lead), element('ol', { class: 'told' }, lines(items))],
    },
  ];
}

function item(entry: ReportEntry, part: ReportPart, id: string, view: PageView): Markup {
  const { words } = view;
  const place = element('a', { href: `#${idOf(entry)}` }, words.place(entry.place));
  return lines([
    element('p', { class: 'text' }, quoted(shortened(part.text.trim()), view)),
    element('p', { class: 'quiet' }, id === 'guessed' ? [chip(part, words), ' · '] : null, words.why(part), ' · ', place),
  ]);
}
