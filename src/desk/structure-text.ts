/** A structure for the terminal, as a tree of titles, and for programs, as plain data. */
import type { Locale } from '../document/document.js';
import { fullName } from '../language/names.js';
import type { Phrases } from '../language/phrases.js';
import type { Names, PersonName } from '../person/person.generated.js';
import type { Text } from '../role/role.generated.js';
import { holdersOn, isAway, unitsOn } from '../structure/holders.js';
import type { Day } from '../structure/holders.js';
import type { Lines, Place } from '../structure/lines.js';
import type { Holder } from '../structure/structure.generated.js';

/** What of a structure is shown, and of which day. */
export interface ShownPart {
  readonly lines: Lines;
  readonly day: Day;
  /** A department by its id, with those below it; null for all. */
  readonly department: string | null;
}

/** A position as programs get it; ids lead to other positions. */
export interface PlainPosition {
  readonly id: string;
  readonly title: Text;
  readonly role: string | null;
  readonly department: string | null;
  readonly superior: string | null;
  readonly below: readonly string[];
  readonly units: number;
  readonly held: number;
  readonly vacant: number;
  readonly vacantFrom: string | null;
  readonly holders: readonly Holder[];
}

/** The positions of the part, in the order of the file. */
export function positionsIn({ lines, department }: ShownPart): readonly Place[] {
  const places = [...lines.places.values()];
  if (department === null) return places;
  const inside = lines.inside(department);
  return places.filter((place) => place.department !== null && inside.has(place.department.id));
}

export const plainPositions = (part: ShownPart): PlainPosition[] =>
  positionsIn(part).map(({ id, position, department, superior }) => {
    const { table, held, vacant } = unitsOn(position, part.day);
    return {
      id,
      title: position.title,
      role: position.role ?? null,
      department: department?.id ?? null,
      superior,
      below: part.lines.below(id),
      units: table,
      held,
      vacant,
      vacantFrom: position.vacantFrom ?? null,
      holders: holdersOn(position, part.day),
    };
  });

/** Further levels are not indented further: a line is to be read. */
const deepest = 30;
/** Holders that are named; of more only how many there are. */
const mostNamed = 3;

/** One position a line, indented below its superior. Those whose superior is not in the part stand at the left. */
export function structureText(part: ShownPart, locale: Locale, say: Phrases): string {
  const { lines, day } = part;
  const places = positionsIn(part);
  const shown = new Set(places.map(({ id }) => id));
  const isTop = ({ superior }: Place): boolean => superior === null || !shown.has(superior);
  // A chain of command may be thousands long, so this is no recursion.
  const waiting = places
    .filter(isTop)
    .map((place) => ({ place, depth: 0 }))
    .reverse();
  const out: string[] = [];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const { place, depth } = one;
    out.push(`${'  '.repeat(Math.min(depth, deepest))}${positionLine(place, day, locale, say)}`);
    const below = lines.below(place.id).flatMap((id) => (shown.has(id) ? (lines.places.get(id) ?? []) : []));
    for (const next of [...below].reverse()) waiting.push({ place: next, depth: depth + 1 });
  }
  return `${out.join('\n')}\n`;
}

function positionLine({ position }: Place, day: Day, locale: Locale, say: Phrases): string {
  const { table, vacant } = unitsOn(position, day);
  const holders = holdersOn(position, day);
  const names = holders.slice(0, mostNamed).map((one) => holderWords(one, day, locale, say));
  return [
    textIn(position.title, locale),
    ...(table === 1 ? [] : [say('structure.units', { units: table })]),
    ...(holders.length > mostNamed
      ? [`${names.join(', ')} ${say('structure.others', { count: holders.length - mostNamed })}`]
      : names.length > 0
        ? [names.join(', ')]
        : []),
    ...(vacant > 0
      ? [
          say('structure.vacant', {
            units: vacant,
            all: vacant === table ? 'yes' : 'no',
            from: position.vacantFrom ?? '',
            hasFrom: position.vacantFrom === undefined ? 'no' : 'yes',
          }),
        ]
      : []),
  ].join(' · ');
}

function holderWords(holder: Holder, day: Day, locale: Locale, say: Phrases): string {
  const name = fullName(spelling(holder.name, locale), locale);
  if (holder.acting === true) return say('structure.acting', { name });
  return isAway(holder, day) ? say('structure.away', { name }) : name;
}

/** The words for a language, or those that there are. */
export const textIn = (text: Text, locale: Locale): string =>
  typeof text === 'string' ? text : (text[locale] ?? text.en ?? text.nl ?? text.ru ?? '');

/** The spelling for a language, or the one that there is. */
export const spelling = (names: Names, locale: Locale): PersonName =>
  'last' in names ? names : (names[locale] ?? names.en ?? names.nl ?? names.ru ?? { last: '' });
