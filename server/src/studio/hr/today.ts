/** What waits for HR today, with whom it is about: everything that leads somewhere. */
import { addDays } from 'rolewright';
import type { Setting } from '../../register/setting.js';
import { linesBegun, madeOnce, registerRows } from './register-rows.js';
import type { PersonLine, RegisterRow } from './register-rows.js';
import { allHolders, planFor } from './issue-plan.js';

export interface WaitingLine {
  readonly name: string;
  readonly person: string;
  readonly daysLate: number;
  readonly due: string | null;
}

export interface NewcomerLine {
  readonly person: string;
  readonly name: string;
  readonly gender: string | null;
  readonly post: string;
  readonly departmentName: string;
  readonly since: string;
  /** How many papers of the person are acknowledged, of how many. */
  readonly done: number;
  /** Of how many a refusal is on record. */
  readonly refused: number;
  readonly papers: number;
}

export interface Today {
  readonly people: number;
  readonly overdue: Waiting;
  readonly declined: Waiting;
  /** Signed sheets that are scanned and wait for somebody to look at them, of former versions too. */
  readonly scans: Waiting;
  readonly toAsk: Waiting;
  /** Asked, with time left. */
  readonly requested: Waiting;
  readonly outdated: Waiting;
  readonly expired: Waiting;
  readonly newcomers: readonly NewcomerLine[];
}

export interface Waiting {
  readonly count: number;
  readonly first: readonly WaitingLine[];
}

/** So many are told of by name. */
const named = 5;
/** Days before and after today within which somebody is new. */
const week = 7;

export async function todayOf(setting: Setting): Promise<Today> {
  const rows = await registerRows(setting);
  const { today } = setting;
  const [from, to] = [addDays(today, -week), addDays(today, week)];
  const begun = await linesBegun(from, to, setting);
  return {
    people: await setting.storage.read.peopleHere(today),
    ...waitingIn(rows),
    newcomers: newcomersIn(begun, rows, today),
  };
}

const newcomersIn = (begun: readonly PersonLine[], rows: readonly RegisterRow[], today: string): readonly NewcomerLine[] =>
  begun
    .filter(({ leftOn }) => leftOn === null || leftOn >= today)
    .sort((one, other) => ((one.since ?? '') < (other.since ?? '') ? -1 : 1))
    .slice(0, mostNewcomers)
    .map((one) => {
      const own = rows.filter(({ person, role }) => person === one.id && role === one.role);
      return {
        ...{ person: one.id, name: one.name, gender: one.gender, post: one.post, departmentName: one.departmentName },
        ...{ since: one.since ?? today, refused: own.filter(({ shown }) => shown === 'refused').length },
        ...{ done: own.filter(({ shown }) => shown === 'current').length, papers: own.length },
      };
    });

/** What is known at once, while the lines of everybody are read. */
export type TodayAtOnce = Pick<Today, 'people' | 'newcomers'> & {
  /** Requests that were due: those who were never asked are not among them yet. */
  readonly overdue: number;
};

export async function todayAtOnce(setting: Setting): Promise<TodayAtOnce> {
  const { today, storage } = setting;
  const totals = await storage.read.requestTotals(today);
  return {
    people: await storage.read.peopleHere(today),
    overdue: totals.reduce((sum, { overdue }) => sum + overdue, 0),
    newcomers: newcomersIn(await linesBegun(addDays(today, -week), addDays(today, week), setting), [], today),
  };
}

const waitingIn = madeOnce((rows: readonly RegisterRow[]) => {
  const waiting = (fits: (row: RegisterRow) => boolean): Waiting => {
    const found = rows.filter(fits);
    return { count: found.length, first: found.slice(0, named).map(lineFor) };
  };
  return {
    overdue: waiting(({ overdue }) => overdue),
    declined: waiting(({ declined, overdue }) => declined && !overdue),
    scans: waiting(({ sheetWaits }) => sheetWaits),
    requested: waiting(({ standing, overdue, declined, sheetWaits }) => standing === 'requested' && !overdue && !declined && !sheetWaits),
    toAsk: waiting(({ shown, overdue }) => shown === 'to-do' && !overdue),
    outdated: waiting(({ standing, overdue }) => standing === 'outdated' && !overdue),
    expired: waiting(({ standing, overdue }) => standing === 'expired' && !overdue),
  };
});

const mostNewcomers = 12;

const lineFor = ({ name, person, daysLate, due }: RegisterRow): WaitingLine => ({ name, person, daysLate, due });

export interface ToIssue {
  /** Papers that nobody has in force, and how many people wait for them. */
  readonly first: number;
  /** Papers whose words have changed since. */
  readonly again: number;
  readonly people: number;
  readonly titles: readonly string[];
  /** Posts that have not been looked at yet. */
  readonly left: number;
}

/**
 * What is to be issued as the roles read today, apart from the rest, since all roles have to be read for it once: at most `most` posts are
 * looked at anew, and `left` says how many are still to be.
 */
export async function toIssue(setting: Setting, most?: number): Promise<ToIssue> {
  const { today, storage } = setting;
  if ((await allHolders(today, storage)).length === 0) return { first: 0, again: 0, people: 0, titles: [], left: 0 };
  const { papers, left } = await planFor({ who: 'everybody', kinds: [], languages: [], formats: ['pdf'], on: today }, setting, most);
  const wanted = papers.filter(({ outcome }) => outcome !== 'same');
  return {
    first: wanted.filter(({ outcome }) => outcome === 'first').length,
    again: wanted.filter(({ outcome }) => outcome === 'again').length,
    people: wanted.reduce((sum, { holders }) => sum + holders, 0),
    titles: [...new Set(wanted.map(({ post }) => post))].slice(0, named),
    left,
  };
}
