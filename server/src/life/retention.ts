/** How long a document is kept, as one word, `end-of-work/50`: what follows from the data of its kind when it is issued. */
import { addDays, addMonths } from 'rolewright';

export interface Keeping {
  readonly years: number;
  readonly after: 'end-of-work' | 'replacement' | 'signing';
}

/** From when years of keeping are counted: from the day itself, or from the first of January after it. */
export type Count = 'day' | 'next-january';

/** The days from which a keeping may count; null for what has not come yet. */
export type Reached = Readonly<Record<Keeping['after'], string | null>>;

export const classOf = ({ years, after }: Keeping): string => `${after}/${years}`;

/** The keeping that a class stands for; null for what is no class. */
export function keepingOf(name: string): Keeping | null {
  const [, after, years] = /^(end-of-work|replacement|signing)\/(\d{1,3})$/.exec(name) ?? [];
  return after === undefined ? null : { after: after as Keeping['after'], years: Number(years) };
}

/** The first day on which a document may go; null while it is not known yet. */
export function mayGoOn({ years, after }: Keeping, reached: Reached, count: Count): string | null {
  const last = reached[after];
  if (last === null) return null;
  const from = count === 'day' ? addDays(last, 1) : `${Number(last.slice(0, 4)) + 1}-01-01`;
  return addMonths(from, 12 * years);
}
