/** Whoever comes by a link: the page that is shown where it opens nothing, the session that it is exchanged for, and what they sent. */
import type { Context } from 'hono';
import { createPhrases, locales, ownData, Refusal } from 'rolewright';
import type { Locale } from 'rolewright';
import type { ShellEnv } from '../http/app.js';
import { limited } from '../http/body.js';
import { isSame } from '../http/guard.js';
import { readCookie, writeCookie } from '../http/cookies.js';
import { isFinal } from '../life/transitions.js';
import type { State } from '../life/transitions.js';
import { isAddress } from '../register/contact.js';
import { actorNamed } from '../register/actor.js';
import { distanceOf, localeOf, nameOf } from '../register/distance.js';
import type { Distance, Environment } from '../register/distance.js';
import { nameIn } from '../register/find.js';
import type { RequestMeant } from '../register/find.js';
import { linkOf, masked } from '../register/links.js';
import { employerOf } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import type { SignerLinkTable } from '../storage/tables.js';
import type { View } from './layout.js';
import { meantBy } from './paper.js';
import { beginSession, sessionOf } from './session.js';
import type { SignerSession } from './session.js';
import type { PinCost } from './proof.js';

export type C = Context<ShellEnv>;

/** What a page works with once a session is there. */
export interface Here {
  readonly session: SignerSession;
  readonly meant: RequestMeant;
  readonly setting: Setting;
  readonly distance: Distance;
  readonly view: View;
}

/** A page that ends what was begun. */
export class Instead extends Error {
  constructor(
    readonly calm: 'wrong' | 'over' | 'closed' | 'tries' | 'spent' | 'stranger' | 'expired' | 'revoked' | 'used',
    readonly status: 200 | 403 | 404 | 410 | 413 | 429,
    readonly facts: Record<string, string> = {},
  ) {
    super(calm);
  }
}

const statuses = { unknown: ['wrong', 404], expired: ['expired', 410], revoked: ['revoked', 410] } as const;

/** In which the page is shown: as was chosen here, as the person reads, as the browser says. */
export function localeFor(c: C, usual?: Locale): Locale {
  const wanted = c.req.query('l') ?? readCookie(c, 'language');
  return locales.find((one) => one === wanted) ?? usual ?? c.var.language;
}

export function viewIn(c: C, locale: Locale, organisation = ''): View {
  const { own, placement } = c.var.service;
  const say = createPhrases(ownData(own, `locales/signer.${locale}.yaml`), locale);
  return { say, locale, base: `${placement.basePath}/s`, organisation };
}

/** The link of a secret; throws the page that is shown where it opens nothing. */
export async function linkFor(c: C, secret: string | null): Promise<Readonly<SignerLinkTable>> {
  const { storage } = c.var.service;
  const found = await storage.look((db) => linkOf(secret, storage.edge.now(), db));
  if (found.state !== 'good') {
    const [name, status] = statuses[found.state];
    throw new Instead(name, status);
  }
  const { link } = found;
  const request = await storage.read.request(link.request);
  if (!request) throw new Instead('closed', 410);
  if (link.purpose === 'answer' && isFinal('request', request.state as State<'request'>))
    throw new Instead(request.state === 'acknowledged' ? 'used' : 'closed', 410);
  return link;
}

/** Exchanges a link for a session. */
export async function begin(c: C, secret: string | null): Promise<Response> {
  const link = await linkFor(c, secret);
  writeCookie(c, 'signer', { value: await beginSession(link.id, c.var.service.storage), sameSite: 'Strict' });
  return home(c);
}

export interface SignerOptions {
  readonly environment: Environment;
  /** Where the machine stands, as an IANA name. */
  readonly zone: string;
  /** Left out, what `proof.ts` holds for enough. */
  readonly pinCost?: PinCost;
}

/** The session of a request, with all that it opens. */
export async function hereOf(c: C, { environment, zone }: SignerOptions): Promise<Here> {
  const { storage, service } = { storage: c.var.service.storage, service: c.var.service };
  const session = await sessionOf(readCookie(c, 'signer'), storage);
  if (!session) throw new Instead('over', 403);
  const first = service.setting({ id: 'program', name: '' }, localeFor(c));
  const meant = await meantBy(session.link.request, first);
  if (!meant) throw new Instead('closed', 410);
  const organisation = employerOf(first);
  const locale = localeFor(c, localeOf(meant.person, organisation));
  const actor = await actorNamed(nameIn(meant.person, locale), storage.read);
  // Whoever answers by a link is known as a person of the register, and acts for nobody.
  const setting = { ...service.setting(actor, locale), storage };
  const distance = distanceOf(setting, environment, zone);
  return { session, meant, setting, distance, view: viewIn(c, locale, nameOf(organisation, locale)) };
}

/** Bytes of a form: the longest words in UTF-8, as browsers write them. */
const mostBytes = 64 << 10;

/** What was sent by a form of ours. */
export async function sent(c: C, { session }: Pick<Here, 'session'>): Promise<(name: string) => string> {
  const form = await formOf(c);
  if (!isSame(form('token'), session.token)) throw new Instead('stranger', 403);
  return form;
}

export async function formOf(c: C): Promise<(name: string) => string> {
  const bytes = await limited(c.req.raw, mostBytes).catch((error: unknown) => {
    throw error instanceof Refusal ? new Instead('stranger', 413) : error;
  });
  const form = new URLSearchParams(new TextDecoder().decode(bytes));
  return (name) => (form.get(name) ?? '').replace(/\r\n?/g, '\n');
}

export const home = (c: C): Response => c.redirect(`${c.var.service.placement.basePath}/s`, 303);

/** Addresses to which a code can be sent. */
export function addressesOf({ meant: { person }, distance }: Here): readonly { readonly address: string; readonly shown: string }[] {
  const { email, phone } = person.known ?? {};
  const digits = phone?.replace(/\D/g, '') ?? '';
  const byPhone = distance.textMessages !== null && digits.length >= 6 ? distance.textMessages.replace('{phone}', digits) : null;
  return [
    ...(byPhone !== null && phone !== undefined && isAddress(byPhone) ? [{ address: byPhone, shown: masked(phone) }] : []),
    ...(email !== undefined && isAddress(email) ? [{ address: email, shown: masked(email) }] : []),
  ];
}
