/** The same structure in words: a table for each department, with who reports to whom. */
import { paragraph, text } from '../document/document.js';
import type { Cell, Row, Section, Table } from '../document/document.js';
import { unitsOf } from '../structure/holders.js';
import type { Lines, Place } from '../structure/lines.js';
import type { StructureDepartment } from '../structure/structure.generated.js';
import type { Speech } from './speech.js';

/** Every holder is named here. */
const everyone = Number.MAX_SAFE_INTEGER;

/** First those who belong to no department, as the head of a firm mostly does; then the departments in the order of the file. */
export function inWords(lines: Lines, shown: readonly Place[], speech: Speech): Section {
  const { phrase } = speech;
  const of = new Map<StructureDepartment | null, Place[]>([null, ...lines.departments.values()].map((one) => [one, []]));
  for (const place of shown) of.get(place.department)?.push(place);
  const groups = [...of].filter(([, places]) => places.length > 0);
  const table = (places: readonly Place[], at: number): Table => tableOf(`words-${at + 1}`, places, lines, speech);
  return {
    type: 'section',
    id: 'words',
    level: 1,
    number: null,
    heading: [text(phrase('chart.in-words'))],
    breakBefore: true,
    children:
      groups.length === 1 && groups[0]?.[0] === null
        ? [table(shown, 0)]
        : groups.map(([department, places], at) => ({
            type: 'section',
            id: department ? `department-${department.id}` : 'no-department',
            level: 2,
            number: null,
            heading: [text(department ? nameOf(department, lines, speech) : phrase('batch.no-department'))],
            breakBefore: false,
            children: [table(places, at)],
          })),
  };
}

/** With the department that it is part of. */
function nameOf(department: StructureDepartment, { departments }: Lines, { department: named, say }: Speech): string {
  const parent = departments.get(department.parent ?? '');
  return parent ? `${named(department)} (${say(parent.name)})` : named(department);
}

function tableOf(id: string, places: readonly Place[], lines: Lines, speech: Speech): Table {
  const { phrase } = speech;
  const columns = ['position', 'holder', 'units', 'superior'] as const;
  return {
    type: 'table',
    id,
    caption: null,
    columns: [3, 3, 1, 3].map((share, at) => ({ share, align: columns[at] === 'units' ? 'right' : 'left' })),
    header: columns.map((one) => cell([phrase(`chart.columns.${one}`)])),
    rows: places.map((place) => rowOf(place, lines, speech)),
  };
}

function rowOf({ id, position, department, superior }: Place, { places }: Lines, speech: Speech): Row {
  const { names, vacancy } = speech.holding(position, everyone);
  const above = places.get(superior ?? '');
  // Several departments may have a post of the same name.
  const elsewhere = above?.department && above.department !== department ? ` (${speech.say(above.department.name)})` : '';
  return {
    id: `position-${id}`,
    cells: [
      cell([speech.title(position)]),
      cell([...names, ...(vacancy === null ? [] : [vacancy])]),
      cell([speech.phrase('chart.number', { number: unitsOf(position) })]),
      cell(above ? [`${speech.title(above.position)}${elsewhere}`] : []),
    ],
  };
}

const cell = (words: readonly string[]): Cell => ({
  children: words.length === 0 ? [paragraph([])] : [paragraph([text(words.join('; '))])],
});
