/**
 * Signing in by the organisation’s own provider: OpenID Connect, the flow with a code, PKCE, state and nonce. The provider says who
 * somebody is; what they may do is said here. An account is found by what the provider calls it; the first time by a verified mail address that
 * is the name of the account.
 */
import { Hono } from 'hono';
import * as oidc from 'openid-client';
import type { Configuration } from 'openid-client';
import type { Kysely } from 'kysely';
import { accountNamed } from '../access/accounts.js';
import type { AccountRow } from '../access/accounts.js';
import { createLink, useLink } from '../access/links.js';
import { isAdmitted } from '../access/sessions.js';
import type { Tables } from '../storage/tables.js';
import type { ShellEnv } from './app.js';
import type { Entrance } from './entrance.js';
import { isSame } from './guard.js';
import { refuse } from './problem.js';
import { dropCookie, readCookie, sessionIn, writeCookie, writeSession } from './cookies.js';

export interface OidcOptions {
  readonly issuer: URL;
  readonly client: string;
  readonly secret: string;
  /** Without HTTPS, for a provider on this machine alone. */
  readonly insecure?: boolean;
}

/** What a link is for that leads back from the provider; its secret is the state. */
const purpose = 'oidc';

/** Milliseconds for which somebody may be at the provider. */
const awayFor = 10 * 60_000;

export const mount = '/oidc';

export function oidcPages({ issuer, client, secret, insecure = false }: OidcOptions, entrance: Pick<Entrance, 'enterAs'>): Hono<ShellEnv> {
  let known: Promise<Configuration> | undefined;
  /** Asked for when somebody first comes, and again if there was no answer. */
  const provider = async (): Promise<Configuration> => {
    // What the provider signs is checked by its keys, though it comes from it directly.
    const execute = [oidc.enableNonRepudiationChecks, ...(insecure ? [oidc.allowInsecureRequests] : [])];
    known ??= oidc.discovery(issuer, client, secret, undefined, { timeout: 10, execute });
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw refuse('http-provider', { reason: error instanceof Error ? error.name : '' });
    }
  };

  const app = new Hono<ShellEnv>();
  app.get('/start', async (c) => {
    const { service, seen } = c.var;
    const configuration = await provider();
    const [verifier, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomNonce()];
    const object = JSON.stringify({ verifier, nonce });
    const state = await service.storage.change((db) =>
      createLink({ subject: 'nobody', purpose, object, lasts: awayFor }, service.edge, db),
    );
    writeCookie(c, 'oidc', { value: state, sameSite: 'Lax', maxAge: awayFor / 1000 });
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: `${seen.origin}${service.placement.basePath}${mount}/back`,
      scope: 'openid email profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
    });
    return c.redirect(address.href, 303);
  });

  app.get('/back', async (c) => {
    const { service, seen } = c.var;
    const base = service.placement.basePath;
    const state = c.req.query('state') ?? '';
    const own = readCookie(c, 'oidc') ?? '';
    dropCookie(c, 'oidc');
    // Whoever comes back is whoever went: another’s answer, sent as a link, opens nothing.
    if (state === '' || !isSame(state, own)) throw refuse('http-sign-in-failed');
    const link = await service.storage.change((db) => useLink(state, purpose, service.edge.now(), db));
    if (!link) throw refuse('http-link-over');
    const { verifier, nonce } = JSON.parse(link.object ?? '{}') as { verifier: string; nonce: string };
    const back = new URL(`${seen.origin}${base}${mount}/back${new URL(c.req.url).search}`);
    const claims = await claimsOf(await provider(), back, { verifier, nonce, state });
    const today = service.today();
    const account = claims === null ? null : await service.storage.change((db) => accountFor(claims, db));
    if (!account || !(await isAdmitted(account, today, service.storage))) {
      service.log({ level: 'warning', event: 'sign-in-failed', account: account?.id ?? null, from: seen.from });
      throw refuse('http-sign-in-failed');
    }
    const reply = await entrance.enterAs(account.id, {
      service,
      from: seen.from,
      shown: { session: sessionIn(c), key: null },
    });
    writeSession(c, reply.session ?? null);
    return c.redirect(`${base}/`, 303);
  });
  return app;
}

interface Claims {
  readonly issuer: string;
  readonly subject: string;
  /** Verified by the provider; null where it has none. */
  readonly mail: string | null;
}

/** What the provider says of whoever comes back; null where it says nothing that holds. */
async function claimsOf(
  configuration: Configuration,
  back: URL,
  { verifier, nonce, state }: { readonly verifier: string; readonly nonce: string; readonly state: string },
): Promise<Claims | null> {
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, back, {
      pkceCodeVerifier: verifier,
      expectedNonce: nonce,
      expectedState: state,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return null;
    const { iss, sub, email, email_verified: verified } = claims;
    return { issuer: iss, subject: sub, mail: verified === true && typeof email === 'string' ? email : null };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** The account that the provider vouches for; bound to it from its first time on. */
async function accountFor({ issuer, subject, mail }: Claims, db: Kysely<Tables>): Promise<AccountRow | null> {
  const bound = await db.selectFrom('account').selectAll().where('issuer', '=', issuer).where('subject', '=', subject).executeTakeFirst();
  if (bound) return bound;
  const named = mail === null ? undefined : await accountNamed(mail, db);
  // One that is bound to somebody else stays theirs, whoever has got the address since.
  if (!named || named.subject !== null) return null;
  await db.updateTable('account').set({ issuer, subject }).where('id', '=', named.id).execute();
  return { ...named, issuer, subject };
}
