/** Spans of days, and whether somebody is there in both of two. */
import type { Holder } from './structure.generated.js';

/** From its first day to before its last: days are texts, and whatever is added to one comes behind it and before the next day. */
export interface Span {
  readonly start: string;
  readonly end: string;
}

const after = (day: string): string => `${day}~`;

/** The days on which a holder is in the position. */
export const spanOf = ({ from = '', until }: Pick<Holder, 'from' | 'until'>): Span => ({
  start: from,
  // Without a last day it goes on behind all days.
  end: after(until ?? ''),
});

/** The same without the days on which the holder is away. */
export function presentSpans(holder: Holder): Span[] {
  const whole = spanOf(holder);
  if (!holder.absent) return [whole];
  const away = spanOf(holder.absent);
  return [
    { start: whole.start, end: least(whole.end, away.start) },
    { start: most(whole.start, away.end), end: whole.end },
  ].filter(({ start, end }) => start < end);
}

/** Whether a span has a day in common with any of these. They are put in order once: a position may have thousands of holders. */
export function openMeeting(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const furthest: string[] = [];
  for (const { end } of sorted) furthest.push(most(furthest.at(-1) ?? '', end));
  return ({ start, end }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? '') < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && start < (furthest[low - 1] ?? '');
  };
}

const least = (one: string, other: string): string => (one < other ? one : other);
const most = (one: string, other: string): string => (one > other ? one : other);
