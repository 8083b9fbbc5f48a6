/** Lists in pages: at most `limit` rows, those after the one whose id is given. */
import type { Asked } from './route.js';

export const after = { type: 'string', maxLength: 80, pattern: '^[a-z]{1,3}_[0-9a-z]{1,64}$' } as const;
export const limit = { type: 'integer', minimum: 1, maximum: 200, default: 50 } as const;

/** A day in an address: YYYY-MM-DD. */
export const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;

/** The id of a role, a department or a kind. */
export const slug = { type: 'string', maxLength: 100, pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*$' } as const;

export const pageOf = ({ query }: Pick<Asked, 'query'>): { readonly after: string; readonly limit: number } => ({
  after: typeof query['after'] === 'string' ? query['after'] : '',
  limit: typeof query['limit'] === 'number' ? query['limit'] : limit.default,
});

/** Rows of a page, of which one more than wanted was asked for, and the id after which the next begins. */
export function paged<T extends { readonly id: string }>(
  rows: readonly T[],
  most: number,
): { readonly rows: readonly T[]; readonly next: string | null } {
  const own = rows.slice(0, most);
  return { rows: own, next: rows.length > most ? (own.at(-1)?.id ?? null) : null };
}
