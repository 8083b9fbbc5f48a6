/** The cookie of a session: out of reach of scripts, sent to nobody else, and over HTTPS bound to this very host. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Reply } from './route.js';

/**
 * `__Host-`: set by this host, over HTTPS, for all of its paths. Without HTTPS, as on one’s own machine, no browser would take it; there the
 * port is in the name, since browsers send cookies to all ports of a host and several projects are open side by side.
 */
const nameFor = (origin: string): string =>
  origin.startsWith('https:') ? '__Host-rolewright' : `rolewright-${/:(\d+)$/.exec(origin)?.[1] ?? '80'}`;

export const sessionIn = (c: Context, origin: string): string | null => getCookie(c, nameFor(origin)) ?? null;

export function writeSession(c: Context, origin: string, session: NonNullable<Reply['session']> | null): void {
  const secure = origin.startsWith('https:');
  const common = { path: '/', httpOnly: true, secure, sameSite: 'Lax' } as const;
  if (session === null) deleteCookie(c, nameFor(origin), common);
  else setCookie(c, nameFor(origin), session.secret, { ...common, maxAge: session.seconds });
}
