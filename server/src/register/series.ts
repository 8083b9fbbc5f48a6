/**
 * Series of numbers. A series is its kind and the pattern of the organisation with all filled in but the number itself:
 * `job-description ДИ-{number}/2026`. So what is printed can always be told from series and number.
 */
import type { Organisation } from 'rolewright';
import type { Transaction } from '../storage/storage.js';
import { refusal } from './setting.js';

interface Numbered {
  readonly kind: string;
  /** Whether it is the paper that describes the work, which `numbering.pattern` is for. */
  readonly isDescription: boolean;
  readonly role: string;
  readonly department: string | null;
  /** The personnel number. */
  readonly person: string | null;
  readonly dated: string;
}

/** Where an organisation has no pattern for a kind, its papers are counted. */
const usual = '{number}';
/** Stands behind a number that the organisation has given itself: the first paper bears it alone, those that follow are counted. */
const following = '{-number}';
/** `{number+12}` counts from 13 on. */
const counted = /\{number(?:\+(\d+))?\}/;

/**
 * The series of a paper. A role with a number of its own under `numbering.numbers` keeps it; all others are counted from behind the highest
 * of these, so that no two papers bear one number.
 */
export function seriesFor({ kind, isDescription, role, department, person, dated }: Numbered, { numbering }: Organisation): string {
  const pattern = numbering?.kinds?.[kind] ?? (isDescription ? numbering?.pattern : undefined);
  const numbers = pattern === undefined ? {} : (numbering?.numbers ?? {});
  const highest = Math.max(0, ...Object.values(numbers).flatMap((one) => (/^\d+$/.test(one) ? [Number(one)] : [])));
  const own = numbers[role];
  const number = own ?? (highest === 0 ? usual : `{number+${highest}}`);
  const known: Readonly<Record<string, string | null>> = { role, department, person, year: dated.slice(0, 4), number };
  const filled = (pattern ?? usual).replace(/\{(\w+)\}/g, (_, part: string) => known[part] ?? '');
  if (counted.test(filled)) return `${kind} ${filled}`;
  // Two papers must not bear one number.
  return `${kind} ${filled}${own !== undefined && pattern?.includes(usual) ? following : `-${usual}`}`;
}

/** The number as it is printed. */
export const shownNumber = ({ series, number }: { readonly series: string; readonly number: number }): string =>
  series
    .slice(series.indexOf(' ') + 1)
    .replace(counted, (_, from: string | undefined) => String(number + Number(from ?? 0)))
    .replace(following, number === 1 ? '' : `-${number}`);

const tailOf = (series: string): string => series.slice(series.indexOf(' ') + 1);

/**
 * The series that a paper is counted in: where the pattern of the organisation does not tell kinds apart, papers of other kinds are counted
 * with it, so that no two of them bear one number. `known` are those that have begun; where several have, the one that has got
 * furthest goes on. Papers without a pattern are counted by kind.
 */
export function sharedSeries(series: string, known: Iterable<{ readonly id: string; readonly next: number }>): string {
  if (tailOf(series) === usual) return series;
  let furthest = { id: series, next: 0 };
  for (const one of known)
    if (tailOf(one.id) === tailOf(series) && (one.next > furthest.next || (one.next === furthest.next && one.id < furthest.id)))
      furthest = one;
  return furthest.id;
}

/** The same among all that the register has. */
export const seriesIn = async (series: string, { db }: Transaction): Promise<string> =>
  sharedSeries(series, await db.selectFrom('series').selectAll().execute());

/**
 * Takes the next number of a series. Throws a Refusal where a paper of another series bears what would be printed: the organisation has
 * changed its numbers since.
 */
export async function takeNumber(series: string, tx: Transaction): Promise<number> {
  const number = await tx.nextNumber(series);
  const kind = series.slice(0, series.indexOf(' ') + 1);
  const shown = shownNumber({ series, number });
  // What is counted by kind bears bare numbers, which other kinds may have as well.
  const isBeside = (id: string): boolean => id.startsWith(kind) || (tailOf(series) !== usual && tailOf(id) !== usual);
  const others = (await tx.db.selectFrom('series').selectAll().where('id', '!=', series).execute()).filter(
    ({ id }) => isBeside(id) && tailOf(id) !== tailOf(series),
  );
  if (others.some(({ id, next }) => isOf(shown, id, next))) throw refusal('register-number-given', { number: shown });
  return number;
}

/** Whether a series has printed a number; `next` is the one that it has not given yet. */
function isOf(shown: string, series: string, next: number): boolean {
  const text = series.slice(series.indexOf(' ') + 1);
  if (text.endsWith(following)) return Array.from({ length: next - 1 }, (_, at) => shownNumber({ series, number: at + 1 })).includes(shown);
  const [token = usual, from = '0'] = counted.exec(text) ?? [];
  const [before = '', after = ''] = text.split(token);
  const middle = shown.slice(before.length, shown.length - after.length);
  if (!shown.startsWith(before) || !shown.endsWith(after) || !/^[1-9]\d*$/.test(middle)) return false;
  const place = Number(middle) - Number(from);
  return place >= 1 && place < next;
}

/** The organisation with this number for papers of a kind, whatever its own pattern is. */
export const withNumber = (
  organisation: Organisation,
  kind: string,
  description: { readonly kind: string; readonly number: string } | null,
  number: string,
): Organisation => ({
  ...organisation,
  numbering: {
    pattern: description?.number ?? number,
    kinds: { ...(description && { [description.kind]: description.number }), [kind]: number },
  },
});
