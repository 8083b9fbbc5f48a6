/**
 * Word's automatic numbers. Word counts for itself, so each number of the tree is foretold here as Word would count
 * it; where the two differ, the paragraph goes to a numbering of its own that starts at the number of the tree.
 */
import type { ILevelsOptions, NumberingDefinition } from 'docx';
import type { Theme } from '../../theme/theme.js';
import { twips } from './ooxml.js';

/** Where a paragraph stands in a numbering; what the library calls its `numbering`. */
export interface Place {
  /** The number that the numbering has in the file. */
  reference: string;
  level: number;
  instance: 0;
}

/** A numbering of the file: a definition, counted for the first time or once more. */
export interface Instance {
  reference: string;
  instance: number;
}

/** The printed number in each of the two versions of a redline; null in one that lacks the paragraph, and in the older one of papers that are no redline. */
export interface Numbers {
  now: string | null;
  before: string | null;
}

export interface Placed {
  place: Place;
  /** Where the older version has the paragraph, if it cannot be counted in one numbering in both. */
  former?: Place;
}

export interface Numbering {
  /** For a section (level 0), a clause (1) or a clause inside it (2) with the numbers of the tree. */
  place(level: number, numbers: Numbers): Placed;
  /** For each item of a list, at `depth` lists inside others and `left` twips from the margin. */
  list(labels: readonly Numbers[], depth: number, left: number, style: ListStyle): Placed[];
  /** What the file has to define for the places given so far. */
  definitions(): NumberingDefinition[];
  /** The numberings in use, in the order of their numbers in the file; those that styles refer to come first. */
  instances(): readonly Instance[];
  /** All that is counted so far, for `recall`; the same whenever the same is counted. */
  remember(): string;
  /** Counts on from there. */
  recall(remembered: string): void;
}

/** The numbering that the styles of headings and clauses are bound to. */
export const mainNumbering = 'clauses';

/** Those that the styles of lists are bound to, for people who choose these styles in Word; our own lists count apart. */
export const galleryLists = { ListBullet: 'list-bullet', ListNumber: 'list-number' } as const;

export interface ListStyle {
  style: 'first-line' | 'hanging';
  indent: number;
  hang: number;
}

interface Level {
  /** What is printed, `%1` standing for the count of the first level. */
  text: string;
  start: number;
  count: Record<Version, number | null>;
}

type Version = keyof Numbers;
const versions: readonly Version[] = ['now', 'before'];

interface Sequence {
  reference: string;
  levels: (Level | null | undefined)[];
}

interface Counted {
  /** The main one first, the latest last. */
  sequences: Sequence[];
  lists: { look: string; definition: NumberingDefinition; instances: number }[];
  instances: Instance[];
}

/** The library has a numbering of its own, which is the first of the file. */
const firstInstance = 2;

/** `dressed` are the styles with indents of their own, which those of the numbering would overrule. */
export function openNumbering(theme: Theme, dressed: ReadonlySet<string> = new Set()): Numbering {
  const patterns = [theme.numbering.section, theme.numbering.clause, theme.numbering.subclause];
  const main: Sequence = {
    reference: mainNumbering,
    levels: patterns.map((text) => (text === null ? null : { text, start: 1, count: { now: null, before: null } })),
  };
  let counted: Counted = {
    sequences: [main],
    lists: [],
    // Styles refer to these even where no paragraph does.
    instances: [mainNumbering, ...Object.values(galleryLists)].map((reference) => ({ reference, instance: 0 })),
  };

  function placeIn(reference: string, level: number, instance = 0): Place {
    const { instances } = counted;
    const known = instances.findIndex((one) => one.reference === reference && one.instance === instance);
    const at = known < 0 ? instances.push({ reference, instance }) - 1 : known;
    return { reference: String(firstInstance + at), level, instance: 0 };
  }

  function place(level: number, numbers: Numbers): Placed {
    const { sequences } = counted;
    let sequence = [sequences[0], sequences.at(-1)].find((one) => one && continues(one, level, numbers));
    if (!sequence) {
      sequence = { reference: `${mainNumbering}-${sequences.length + 1}`, levels: [] };
      sequence.levels[level] = levelFor(sequence, level, numbers);
      if (!foretells(sequence, level, numbers)) return apart(numbers, (one) => place(level, one));
      sequences.push(sequence);
    }
    advance(sequence, level, numbers);
    return { place: placeIn(sequence.reference, level) };
  }

  function list(labels: readonly Numbers[], depth: number, left: number, style: ListStyle): Placed[] {
    let run: Sequence = { reference: '', levels: [] };
    let instance = 0;
    const placeOf = (label: Numbers): Placed => {
      if (!foretells(run, depth, label)) {
        const level = levelFor({ reference: '', levels: [] }, depth, label);
        if (!foretells({ reference: '', levels: atDepth(level, depth) }, depth, label)) return apart(label, placeOf);
        const counts = level.text.includes('%');
        const look = [depth, left, style.style, style.indent, style.hang, level.start, level.text].join(' ');
        const { lists } = counted;
        const known = lists.find((one) => one.look === look) ?? {
          look,
          definition: { reference: `list-${lists.length + 1}`, levels: listLevels(level, depth, left, style) },
          instances: 0,
        };
        if (!lists.includes(known)) lists.push(known);
        // Signs do not count, so that all lists with the same sign are one; numbers begin anew in each list.
        instance = counts ? known.instances : 0;
        known.instances += 1;
        run = { reference: known.definition.reference, levels: atDepth(level, depth) };
      }
      advance(run, depth, label);
      return { place: placeIn(run.reference, depth, instance) };
    };
    return labels.map(placeOf);
  }

  const definitions = (): NumberingDefinition[] => [
    ...counted.sequences.map(({ reference, levels }) => ({
      reference,
      levels: clauseLevels(levels, theme, reference === mainNumbering, dressed),
    })),
    ...counted.lists.map((known) => known.definition),
    ...galleryDefinitions(theme, dressed),
  ];

  return {
    place,
    list,
    definitions,
    instances: () => counted.instances,
    remember: () => JSON.stringify(counted),
    recall(remembered) {
      counted = JSON.parse(remembered) as Counted;
    },
  };
}

/** A paragraph that no numbering can count in both versions is counted in one of its own for each. */
function apart({ now, before }: Numbers, place: (numbers: Numbers) => Placed): Placed {
  const former = place({ now: null, before }).place;
  return { place: place({ now, before: null }).place, former };
}

function atDepth(level: Level, depth: number): Sequence['levels'] {
  const levels: Sequence['levels'] = [];
  levels[depth] = level;
  return levels;
}

/** Whether Word would print these numbers next; a level that the sequence does not have yet is fitted to them. */
function continues(sequence: Sequence, level: number, numbers: Numbers): boolean {
  if (sequence.levels[level]) return foretells(sequence, level, numbers);
  if (sequence.reference === mainNumbering || level === 0) return false;
  const fitted: Sequence = { ...sequence, levels: [...sequence.levels] };
  fitted.levels[level] = levelFor(sequence, level, numbers);
  if (!foretells(fitted, level, numbers)) return false;
  sequence.levels = fitted.levels;
  return true;
}

const foretells = (sequence: Sequence, level: number, numbers: Numbers): boolean =>
  versions.every((version) => numbers[version] === null || foretold(sequence, level, version) === numbers[version]);

/** What Word prints in a version for the next paragraph on this level. */
function foretold(sequence: Sequence, level: number, version: Version): string | null {
  const own = sequence.levels[level];
  if (!own) return null;
  let known = true;
  const printed = own.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const counted = own.count[version];
    const count = at === level ? (counted === null ? own.start : counted + 1) : sequence.levels[at]?.count[version];
    known &&= typeof count === 'number';
    return String(count);
  });
  return known ? printed : null;
}

function advance(sequence: Sequence, level: number, numbers: Numbers): void {
  for (const version of versions) {
    if (numbers[version] === null) continue;
    sequence.levels.forEach((one, at) => {
      if (!one) return;
      const counted = one.count[version];
      if (at === level) one.count[version] = counted === null ? one.start : counted + 1;
      else if (at > level) one.count[version] = null;
    });
  }
}

/**
 * A level that prints the number first and counts on from its last figure. The figures before it count along where a
 * higher level of the sequence stands at them; otherwise they are printed as they are.
 */
function levelFor(sequence: Sequence, level: number, { now, before }: Numbers): Level {
  const version: Version = now === null ? 'before' : 'now';
  const number = now ?? before ?? '';
  let above = level;
  let start: number | null = null;
  const text = number
    .split(/(\d+)/)
    .reverse()
    .map((part) => {
      if (!/^(0|[1-9]\d{0,8})$/.test(part)) return part;
      if (start === null) {
        start = Number(part);
        return `%${level + 1}`;
      }
      above -= 1;
      return sequence.levels[above]?.count[version] === Number(part) ? `%${above + 1}` : part;
    })
    .reverse()
    .join('');
  return { text, start: start ?? 1, count: { now: null, before: null } };
}

function clauseLevels(levels: Readonly<Sequence['levels']>, theme: Theme, main: boolean, dressed: ReadonlySet<string>): ILevelsOptions[] {
  const styles = ['Heading1', 'Clause', 'Clause2'];
  return Array.from(levels, (level, at): ILevelsOptions => {
    // Word expects the levels above one that is used; nothing stands on them.
    if (!level) return { level: at, format: 'none', suffix: 'nothing' };
    const style = styles[at];
    const indent = at === 0 ? headingIndent(theme) : clauseIndent(theme, at === 1 ? 1 : 2);
    return {
      level: at,
      format: 'decimal',
      text: level.text,
      start: level.start,
      suffix: indent.hanging === undefined ? 'space' : 'tab',
      // A style can belong to one numbering only.
      style: { ...(main && style && { style }), ...(!(style && dressed.has(style)) && { paragraph: { indent } }) },
    };
  });
}

function galleryDefinitions(theme: Theme, dressed: ReadonlySet<string>): NumberingDefinition[] {
  const texts = { ListBullet: theme.list.marker.bullet, ListNumber: theme.list.marker.decimal } as const;
  return (['ListBullet', 'ListNumber'] as const).map((style) => ({
    reference: galleryLists[style],
    levels: listLevels({ text: texts[style], start: 1, count: { now: null, before: null } }, 0, 0, theme.list).map((level) => ({
      ...level,
      style: { ...(dressed.has(style) ? {} : level.style), style },
    })),
  }));
}

/** The levels above that of the list are there because Word expects them; nothing is printed on them. */
function listLevels(own: Level, depth: number, left: number, style: ListStyle): ILevelsOptions[] {
  return Array.from({ length: depth + 1 }, (_, level) => {
    const hanging = style.style === 'hanging';
    // Where all text begins at the margin, the labels alone show which list is inside which.
    const edge = left + twips(style.indent + (hanging ? 0 : style.hang * depth));
    const text = edge + twips(style.hang);
    return {
      level,
      format: own.text.includes('%') ? ('decimal' as const) : ('bullet' as const),
      text: level === depth ? own.text : own.text.replace(`%${depth + 1}`, `%${level + 1}`),
      start: own.start,
      suffix: 'tab' as const,
      style: {
        paragraph: hanging
          ? { indent: { left: text, hanging: text - edge } }
          : { indent: { left, firstLine: edge - left }, leftTabStop: text },
      },
    };
  });
}

export interface Indent {
  left: number;
  hanging?: number;
  firstLine?: number;
}

/** How clauses stand, in twips from the left margin. */
export function clauseIndent(theme: Theme, level: 1 | 2): Indent {
  if (theme.clause.style === 'first-line') return { left: 0, firstLine: twips(theme.text.indent) };
  return { left: clauseEdge(theme, level), hanging: clauseEdge(theme, level) - clauseEdge(theme, level === 1 ? 0 : 1) };
}

/** Where the text of a clause begins and what belongs to the clause stands, in twips from the left margin. */
export function clauseEdge(theme: Theme, level: 0 | 1 | 2): number {
  return theme.clause.style === 'first-line' ? 0 : twips(theme.clause.hang * level);
}

/** How headings stand, in twips from the left margin; a number runs into their text. */
export function headingIndent(theme: Theme, level: '1' | '2' = '1'): Indent {
  const { align, indent } = theme.heading[level];
  return { left: 0, firstLine: align === 'center' ? 0 : twips(indent) };
}
