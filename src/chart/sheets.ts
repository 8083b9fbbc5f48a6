/**
 * A structure split over sheets by branch. The first sheet has the top; a branch that has no room on a sheet is one box
 * there, which leads to a sheet of its own. Sheets are numbered so that those of a branch follow one another.
 */
import { arrange } from './arrange.js';
import type { Arrangement, Trees } from './arrange.js';
import { within } from './branches.js';
import type { Branch } from './branches.js';
import type { Cards, Manner } from './cards.js';
import type { Scene } from './plan.js';
import type { Paper, Shown } from './space.js';

/** A box of a sheet. */
export interface Cell extends Shown {
  /** Null for the box that only leads on. */
  readonly branch: Branch | null;
  readonly manner: Manner | 'superior' | 'continued' | 'goes-on';
  readonly below: readonly Cell[];
}

export interface Sheet {
  /** From 1. */
  readonly number: number;
  /** Null where several branches stand side by side. */
  readonly about: Branch | null;
  /** The branches side by side, each shown whole; they have their superior in common, if any. */
  readonly together: readonly Branch[];
  /** The sheet that leads to it; null for the first. */
  readonly from: number | null;
  /** The sheet that it goes on with, and the one that goes on with it. */
  readonly continues: number | null;
  readonly continuedBy: number | null;
  readonly arrangement: Arrangement<Cell>;
}

export interface Splitting {
  readonly cards: Cards;
  readonly trees: Trees;
  /** What a sheet has room for: the only one, the first or one of the others, with a heading for whoever it is about. */
  paper(place: 'only' | 'first' | 'other', about: Branch | null): Paper;
}

/** A sheet that is still to be made. */
interface Job {
  readonly about: Branch | null;
  /** Those directly below who are still to be shown. */
  readonly below: readonly Branch[];
  readonly from: number | null;
  readonly continues: number | null;
}

/** No box is lower, mm. */
const lowest = 5;

/** Attempts to add a branch that may fail before no larger one is tried. */
const patience = 3;

export function sheetsOf(tops: readonly Branch[], splitting: Splitting): readonly Sheet[] {
  const [top, ...others] = tops;
  const about = top && others.length === 0 ? top : null;
  const start: Job = { about, below: about?.below ?? tops, from: null, continues: null };
  const only = wholeOn(start, splitting.paper('only', about), splitting);
  const alone = { number: 1, about, together: about ? [] : tops, from: null, continues: null, continuedBy: null };
  if (only) return [{ ...alone, arrangement: only }];

  const sheets: Sheet[] = [];
  const jobs = [start];
  for (let job = jobs.pop(); job; job = jobs.pop()) {
    const { about: whom, from, continues, below } = job;
    const number = sheets.length + 1;
    const paper = splitting.paper(number === 1 ? 'first' : 'other', whom);
    const { taken, arrangement, leading } = filled(job, paper, splitting);
    const rest = below.slice(taken);
    const together = whom || number === 1 ? [] : below;
    sheets.push({ number, about: whom, together, from, continues, continuedBy: rest.length > 0 ? number + 1 : null, arrangement });
    jobs.push(
      ...sharing(leading, number, splitting).toReversed(),
      ...(rest.length > 0 ? [{ about: whom, below: rest, from, continues: number }] : []),
    );
  }
  return sheets;
}

/** The sheets of branches that a sheet leads to: small ones of one superior, one after another in the file, share a sheet. */
function sharing(leading: readonly Branch[], from: number, splitting: Splitting): Job[] {
  const jobs: Job[] = [];
  const paper = splitting.paper('other', null);
  const shared = (below: readonly Branch[]): Job => ({ about: null, below, from, continues: null });
  let group: readonly Branch[] = [];
  const end = (): void => {
    const [only, ...others] = group;
    if (only) jobs.push(others.length > 0 ? shared(group) : { about: only, below: only.below, from, continues: null });
    group = [];
  };
  for (const branch of leading) {
    const wider = [...group, branch];
    if (group.length > 0 && group[0]?.superior === branch.superior && wholeOn(shared(wider), paper, splitting)) group = wider;
    else {
      end();
      group = [branch];
    }
  }
  end();
  return jobs;
}

function wholeOn(job: Job, paper: Paper, splitting: Splitting): Arrangement<Cell> | null {
  const size = job.below.reduce((sum, one) => sum + one.size, 0);
  if (isTooLarge(size, paper)) return null;
  return arrange(sceneOf(job, job.below.length, new Set(job.below.flatMap(within)), splitting), paper, splitting.trees);
}

/** Whether so many boxes have no room, however they stand: nothing so large is tried. */
const isTooLarge = (boxes: number, paper: Paper): boolean => boxes * lowest * paper.box > paper.width * paper.height;

interface Filled {
  /** How many of those directly below are on the sheet. */
  readonly taken: number;
  readonly arrangement: Arrangement<Cell>;
  /** Branches that need sheets of their own, in the order of the file. */
  readonly leading: readonly Branch[];
}

/**
 * As much of a job as a sheet has room for: all of those directly below, or as many as there is room for; then one whole
 * generation after another; and then small branches, each of which spares the reader a sheet.
 */
function filled(job: Job, paper: Paper, splitting: Splitting): Filled {
  const on = (taken: number, open: ReadonlySet<Branch>): Arrangement<Cell> | null =>
    arrange(sceneOf(job, taken, open, splitting), paper, splitting.trees);
  const closed = new Set<Branch>();
  const taken = takenOf(job.below.length, (count) => on(count, closed) !== null);
  let open: ReadonlySet<Branch> = closed;
  let best = on(taken, open) ?? onAnyPaper(sceneOf(job, taken, open, splitting), paper, splitting.trees);
  const attempt = (more: readonly Branch[]): boolean => {
    const wider = new Set([...open, ...more]);
    const found = on(taken, wider);
    if (!found) return false;
    [open, best] = [wider, found];
    return true;
  };
  const shown = job.below.slice(0, taken);
  for (let next = shown.filter(leads); next.length > 0 && attempt(next); ) next = next.flatMap(({ below }) => below).filter(leads);
  let failed = 0;
  for (const branch of leadingAmong(shown, open).toSorted((a, b) => a.size - b.size)) {
    if (failed === patience || isTooLarge(branch.size, paper)) break;
    if (!attempt(within(branch))) failed += 1;
  }
  return { taken, arrangement: best, leading: leadingAmong(shown, open) };
}

const leads = ({ below }: Branch): boolean => below.length > 0;

/** The most of so many that fit, but at least one; the rest is shared out evenly over the sheets that it needs. */
function takenOf(all: number, fits: (count: number) => boolean): number {
  if (all <= 1 || fits(all)) return all;
  let [low, high] = [1, all];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  const even = Math.ceil(all / Math.ceil(all / low));
  return fits(even) ? even : low;
}

/** A box that is larger than any sheet is shown all the same. */
function onAnyPaper(scene: Scene<Cell>, paper: Paper, trees: Trees): Arrangement<Cell> {
  const found = arrange(scene, { ...paper, height: Number.MAX_SAFE_INTEGER }, trees);
  if (!found) throw new Error('a chart without room for a single box');
  return found;
}

/** Branches that are one box each on the sheet, in the order of the file. */
function leadingAmong(shown: readonly Branch[], open: ReadonlySet<Branch>): readonly Branch[] {
  return shown.flatMap((branch) => (branch.below.length === 0 ? [] : open.has(branch) ? leadingAmong(branch.below, open) : [branch]));
}

/** `open` are the branches whose boxes have others below them on the sheet. */
function sceneOf({ about, below, from, continues }: Job, taken: number, open: ReadonlySet<Branch>, { cards }: Splitting): Scene<Cell> {
  const cellOf = (branch: Branch): Cell => {
    const manner = branch.below.length === 0 || open.has(branch) ? 'whole' : 'leading';
    return { branch, manner, height: cards.position(branch, manner, 0).height, below: manner === 'whole' ? branch.below.map(cellOf) : [] };
  };
  const superiorOf = (branch: Branch | null | undefined): Cell | null =>
    branch?.superior ? { branch, manner: 'superior', height: cards.superior(branch, from).height, below: [] } : null;
  const first: Cell | null = about && {
    branch: about,
    manner: continues === null ? 'about' : 'continued',
    height: (continues === null ? cards.position(about, 'about', 0) : cards.continued(about, continues)).height,
    below: [],
  };
  const above = continues === null ? superiorOf(about) : null;
  const cells = below.slice(0, taken).map(cellOf);
  const goesOn: Cell[] = taken < below.length ? [{ branch: null, manner: 'goes-on', height: cards.goesOn(0).height, below: [] }] : [];
  // Branches that share a sheet hang from their superior.
  return { above, about: first ?? (from === null ? null : superiorOf(below[0])), below: [...cells, ...goesOn] };
}
