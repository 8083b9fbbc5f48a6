/**
 * The cookies of the service: out of reach of scripts, sent to nobody else, and over HTTPS bound to this very host (`__Host-`). Browsers
 * send them to all ports of a host and below all of its paths: so that several services there do not sign each other out, use, port and
 * path stand in their names, and a path cannot be read as one of the others.
 */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Placement } from './address.js';
import type { ShellEnv } from './app.js';
import type { Reply } from './route.js';

/** session: of those with an account; signer: of those who answer by a link; oidc: of those who are at the provider just now. */
export type CookieUse = 'session' | 'signer' | 'language' | 'oidc';

export function cookieName(use: CookieUse, origin: string, basePath: Placement['basePath']): string {
  const secure = origin.startsWith('https:');
  const port = /:(\d+)$/.exec(origin)?.[1] ?? (secure ? '' : '80');
  const parts = ['rolewright', use, port, basePath.replaceAll('/', '!')];
  // Without HTTPS, as on one’s own machine, no browser would take the prefix.
  return `${secure ? '__Host-' : ''}${parts.filter((part) => part !== '').join('-')}`;
}

const nameIn = (c: Context<ShellEnv>, use: CookieUse): string => cookieName(use, c.var.seen.origin, c.var.service.placement.basePath);

export interface CookieWritten {
  readonly value: string;
  readonly sameSite: 'Lax' | 'Strict';
  /** Seconds; without them until the browser is closed. */
  readonly maxAge?: number;
}

const common = (c: Context<ShellEnv>) => ({ path: '/', httpOnly: true, secure: c.var.seen.origin.startsWith('https:') }) as const;

export const readCookie = (c: Context<ShellEnv>, use: CookieUse): string | undefined => getCookie(c, nameIn(c, use));

export const writeCookie = (c: Context<ShellEnv>, use: CookieUse, { value, ...options }: CookieWritten): void =>
  setCookie(c, nameIn(c, use), value, { ...common(c), ...options });

export const dropCookie = (c: Context<ShellEnv>, use: CookieUse): void => void deleteCookie(c, nameIn(c, use), common(c));

export const sessionIn = (c: Context<ShellEnv>): string | null => readCookie(c, 'session') ?? null;

export function writeSession(c: Context<ShellEnv>, session: NonNullable<Reply['session']> | null): void {
  if (session === null) dropCookie(c, 'session');
  else writeCookie(c, 'session', { value: session.secret, sameSite: 'Lax', maxAge: session.seconds });
}
