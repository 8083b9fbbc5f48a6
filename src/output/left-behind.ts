/**
 * Papers of an earlier run that this list no longer gives: of somebody who was renamed or has moved to another department, or a
 * review of a probation that there is not. They stay, since nobody deletes what may have been signed, but nobody should sign them now.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Ledger } from './ledger.js';

/** One path a line; it names people, as all in the folder does. */
const leftFile = 'left-behind.txt';

/** The documents that rows gave that did not fail, whether they had to be made or stood there already. */
export interface Asked {
  /** Relative to the output folder. */
  readonly paths: ReadonlySet<string>;
  /** The identities of the people of these rows. */
  readonly people: ReadonlySet<string>;
}

export interface Given {
  /** The file name of the list. */
  readonly list: string;
  /** Ids of the kinds that this run makes, and its formats. */
  readonly kinds: ReadonlySet<string>;
  readonly formats: ReadonlySet<string>;
  readonly asked: Asked;
  /** Whether rows failed: whose papers these would be is not known. */
  readonly someFailed: boolean;
}

/**
 * Writes their paths into a file of the folder `out`, or takes that of an earlier run away where there are none; tells of them.
 * Papers of other lists, kinds and formats than this run makes are not looked at.
 */
export function tellLeftBehind(ledger: Ledger, out: string, shown: string, given: Given): Diagnostic[] {
  const { list, kinds, formats, asked, someFailed } = given;
  const left = [...ledger.known]
    .filter(([path, known]) => known.list === list && !asked.paths.has(path) && (!someFailed || asked.people.has(known.person)))
    .map(([path]) => path)
    .filter((path) => {
      const entry = ledger.entry(path);
      return entry !== null && kinds.has(entry.kind) && formats.has(entry.format) && existsSync(join(out, path));
    })
    .sort();
  const file = join(out, leftFile);
  if (left.length === 0) {
    rmSync(file, { force: true });
    return [];
  }
  writeFileSync(file, left.map((path) => `${path}\n`).join(''));
  return [diagnostic('batch-left-behind', { count: left.length, file: `${shown}/${leftFile}` }, {}, 'warning')];
}
