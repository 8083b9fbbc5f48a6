/** Where the reading of a file stands: the open section, what narrows it, and to what a following line may belong. */
import type { DutyGroup, Procedure } from '../role/role.generated.js';
import { signature } from './headings.js';
import { numberOf } from './lines.js';
import type { Line } from './lines.js';
import type { RequirementKind } from './requirement.js';
import { mapped, guessed } from './work.js';
import type { Ground, Work } from './work.js';
import type { SectionKey } from './section-keys.js';

export interface Section {
  readonly key: SectionKey;
  /** The wording that opened it. */
  readonly shown: string;
  readonly opener: Line;
  readonly isExact: boolean;
  /** Its heading forbids what stands below it. */
  readonly isForbidden?: boolean;
}

/** An entry whose list its following, deeper lines are. */
export interface Parent {
  readonly items: (line: Line) => void;
  readonly own: string | null;
  first: string | null;
  readonly line: Line;
}

export interface Reading {
  readonly work: Work;
  section: Section | null;
  /** The sort of requirement that a heading or a lead named. */
  kind: RequirementKind | 'competencies' | null;
  /** true among wishes, false among conditions, null where the file does not tell them apart. */
  desirable: boolean | null;
  /** The area of duties that is open. */
  group: DutyGroup | null;
  isMarginal: boolean;
  isExternal: boolean;
  /** The heading that told wishes from conditions. */
  wish: Line | null;
  /** A line above a table or a list of steps that names it. */
  caption: Line | null;
  /** The procedure or the table to which a sentence below belongs. */
  noted: { note?: Procedure['note'] } | null;
  parent: Parent | null;
  /** What a lead narrowed, until a line of the lead's own level. */
  narrowed: { readonly lead: string | null; seen: boolean; readonly before: () => void } | null;
  /** The duties within which a section of another sort stands: “Freedom to act”. */
  outer: Section | null;
  /** Whether any section that holds entries of a role has been opened. */
  hasOpened: boolean;
  /** The words of the title, which say nothing of what a heading is about. */
  titleStems: ReadonlySet<string>;
}

export const newReading = (work: Work): Reading => ({
  work,
  section: null,
  kind: null,
  desirable: null,
  group: null,
  isMarginal: false,
  isExternal: false,
  wish: null,
  caption: null,
  noted: null,
  parent: null,
  narrowed: null,
  outer: null,
  hasOpened: false,
  titleStems: new Set(),
});

export const keyOf = ({ section }: Reading): SectionKey | null => section?.key ?? null;
export const shownOf = ({ section }: Reading): string => section?.shown ?? '';

/** Why a line of the open section goes where it goes. */
export function groundOf(line: Line, { section }: Reading): Ground {
  const { shown = '', isExact = false } = section ?? {};
  const code = numberOf(line) ? 'item' : 'sentence';
  return isExact ? mapped(code, { heading: shown }) : guessed(code, { heading: shown });
}

/** Lines that stand deeper than this one are its items from now on. */
export const parentOf = (line: Line, items: (line: Line) => void): Parent => ({ items, own: signature(line), first: null, line });

/** The line that names the table which follows; it is asked for once. */
export function takeCaption(reading: Reading): Line | null {
  const { caption } = reading;
  reading.caption = null;
  return caption;
}
