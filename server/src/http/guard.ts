/** What is asked of every request before anything is done: that it comes from our own pages, and to this very service. */
import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type { Visitor } from '../access/visitor.js';
import { refuse } from './problem.js';

/** Requests that must not change anything. */
export const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/**
 * Refuses a change that another site has a browser ask for. Browsers say where a request comes from in Sec-Fetch-Site and in Origin;
 * programs say neither, and have no cookies that anybody could make use of.
 */
export function refuseForeign(headers: Headers, origin: string): void {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw refuse('http-foreign-origin');
  const said = headers.get('origin');
  if (said !== null && said !== origin) throw refuse('http-foreign-origin');
}

export const tokenHeader = 'x-rolewright-token';

/** A change that comes with a cookie has to show the token too, which only our own pages can read. */
export function refuseWithoutToken(visitor: Visitor, shown: string | null): void {
  if (visitor.by === 'key') return;
  if (shown === null || !isSame(shown, visitor.token)) throw refuse('http-token-missing');
}

/** Compares in a time that tells nothing of where they differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The name of a host without its port. */
export const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/** For pages with forms: without any referrer a browser calls the origin of what they send “null”, and it would be taken for a foreign one. */
export async function ownOrigin(c: Context, next: () => Promise<void>): Promise<void> {
  c.header('Referrer-Policy', 'same-origin');
  await next();
}
