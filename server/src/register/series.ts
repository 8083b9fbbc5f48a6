/**
 * Series of numbers. A series is its kind and the pattern of the organisation with all filled in but the number itself:
 * `job-description ДИ-{number}/2026`. So what is printed can always be told from series and number.
 */
import type { Organisation } from 'rolewright';

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

export function seriesFor({ kind, isDescription, role, department, person, dated }: Numbered, { numbering }: Organisation): string {
  const pattern = numbering?.kinds?.[kind] ?? (isDescription ? numbering?.pattern : undefined) ?? usual;
  const own = numbering?.numbers?.[role];
  const known: Readonly<Record<string, string | null>> = { role, department, person, year: dated.slice(0, 4), number: own ?? usual };
  const filled = pattern.replace(/\{(\w+)\}/g, (_, part: string) => known[part] ?? '');
  if (filled.includes(usual)) return `${kind} ${filled}`;
  // Two papers must not bear one number.
  return `${kind} ${filled}${own !== undefined && pattern.includes(usual) ? following : `-${usual}`}`;
}

/** The number as it is printed. */
export const shownNumber = ({ series, number }: { readonly series: string; readonly number: number }): string =>
  series
    .slice(series.indexOf(' ') + 1)
    .replace(usual, String(number))
    .replace(following, number === 1 ? '' : `-${number}`);

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
