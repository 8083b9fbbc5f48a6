/** Everything that is doubtful in a structure whose file is in order: what the file itself cannot say, and what only other files can. */
import type { Finding } from '../../read/finding.js';
import { sum, unitsOn } from '../holders.js';
import type { Units } from '../holders.js';
import { deputyProblems } from './deputies.js';
import { headProblems } from './heads.js';
import { holdingProblems } from './holding.js';
import type { Check, Inspected } from './inspected.js';
import { languageProblems } from './languages.js';
import { peopleProblems } from './people.js';
import { roleProblems } from './roles.js';
import { unsignedProblems } from './signed.js';
import { wordProblems } from './words.js';

const checks: readonly Check[] = [
  headProblems,
  roleProblems,
  holdingProblems,
  peopleProblems,
  wordProblems,
  languageProblems,
  deputyProblems,
  unsignedProblems,
];

export interface CheckedLines {
  /** Subject by subject; their pointers lead into the file of the structure. */
  readonly findings: readonly Finding[];
  readonly totals: Totals;
}

export function checkLines(asked: Omit<Inspected, 'units'>): CheckedLines {
  const { lines, day } = asked;
  const units = new Map([...lines.places].map(([id, { position }]) => [id, unitsOn(position, day)]));
  const inspected = { ...asked, units };
  return { findings: checks.flatMap((check) => check(inspected)), totals: totalsOf([...units.values()]) };
}

/** What the table comes to on a day. */
export interface Totals {
  readonly positions: number;
  /** Full-time units of the table, and those of them that are held and vacant. */
  readonly units: number;
  readonly held: number;
  readonly vacant: number;
}

const totalsOf = (all: readonly Units[]): Totals => ({
  positions: all.length,
  units: sum(all.map(({ table }) => table)),
  held: sum(all.map(({ held }) => held)),
  vacant: sum(all.map(({ vacant }) => vacant)),
});
