/**
 * The door at one’s own desk: nobody but whoever started the program can come in. It prints an address with a secret, which a browser
 * exchanges for a cookie; there are no accounts, and whoever sits at the desk has all rights.
 */
import { createHash } from 'node:crypto';
import type { Locale } from 'rolewright';
import type { Visitor } from '../access/visitor.js';
import { isSame } from './guard.js';
import { refuse } from './problem.js';
import type { Route } from './route.js';
import type { Door } from './service.js';

export interface DeskDoor extends Door {
  /** The path with the secret, from the root of the service: to be opened in a browser. */
  readonly entrance: string;
}

/** Seconds that the cookie of a desk is kept; the program usually ends long before. */
const aDay = 24 * 3600;

const derived = (secret: string, of: string): string => createHash('sha256').update(`${of}\n${secret}`).digest('base64url');

export interface DeskDoorOptions {
  /** Who sits at the desk: by the name given in the browser, if any; asked anew each time, since the register by which people are told apart may only just have begun. */
  readonly actor: (given: string | null) => Promise<Visitor['actor']>;
  /** Whether the name that `actor` has of itself is only that of the machine; a browser then asks for one. */
  readonly isGuess?: boolean;
  readonly language: Locale;
  /** Of chance, from the outside: at least 32 bytes as text. */
  readonly secret: string;
  /** Where a browser goes once it is in, from the root of the service. */
  readonly first: `/${string}`;
}

export function deskDoor({ actor, isGuess = false, language, secret, first }: DeskDoorOptions): DeskDoor {
  // The cookie is another secret than the address, which stands in the history of the browser.
  const session = derived(secret, 'session');
  const visitor: Omit<Visitor, 'actor'> = {
    ...{ account: null, by: 'session', isFresh: true, language, token: derived(secret, 'token') },
    reach: () => 'everywhere',
  };
  const enter: Route = {
    id: 'enter',
    method: 'GET',
    path: '/enter',
    right: 'anyone',
    query: { key: { type: 'string', maxLength: 200 } },
    answers: 'nothing',
    run: async ({ query, service }) => {
      const { key } = query;
      if (typeof key !== 'string' || !isSame(key, secret)) throw refuse('http-not-signed-in');
      return { status: 303, headers: { Location: `${service.placement.basePath}${first}` }, session: { secret: session, seconds: aDay } };
    },
  };
  return {
    entrance: `/enter?key=${secret}`,
    recognise: async ({ session: shown, name = null }) =>
      shown !== null && isSame(shown, session) ? { ...visitor, actor: await actor(name), isGuessed: isGuess && name === null } : null,
    routes: [enter],
    // A page of elsewhere whose name was made to lead here asks under that name.
    hosts: ['127.0.0.1', 'localhost', '[::1]'],
  };
}
