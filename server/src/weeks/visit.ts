/** Whoever comes by a link to a plan: what it opens, in which language and in whose name, and the page that is shown where it opens nothing. */
import type { Context } from 'hono';
import { createPhrases, locales, ownData, Refusal } from 'rolewright';
import type { Locale, Phrases } from 'rolewright';
import { planLinkOf } from '../access/plan-links.js';
import type { PlanDoor, PlanReader } from '../access/plan-links.js';
import type { ShellEnv } from '../http/app.js';
import { limited } from '../http/body.js';
import { readCookie } from '../http/cookies.js';
import { actorNamed } from '../register/actor.js';
import { distanceOf, headOf, localeOf, nameOf } from '../register/distance.js';
import type { Environment } from '../register/distance.js';
import { nameIn } from '../register/find.js';
import { planById } from '../register/plan.js';
import { largestAttachment } from '../register/plan-files.js';
import type { PlanMeant } from '../register/plan.js';
import { employerOf } from '../register/setting.js';
import type { Setting } from '../register/setting.js';

export type C = Context<ShellEnv>;

export interface WeeksOptions {
  readonly environment: Environment;
  /** Where the machine stands, as an IANA name. */
  readonly zone: string;
}

export interface View {
  readonly say: Phrases;
  readonly locale: Locale;
  /** Below which the pages are: `/w`. */
  readonly base: string;
  /** Empty where nobody is to know whose page it is. */
  readonly organisation: string;
}

/** A page that says one thing instead. */
export class Instead extends Error {
  constructor(
    readonly calm: 'unknown' | 'expired' | 'revoked' | 'closed' | 'stranger' | 'often',
    readonly status: 403 | 404 | 410 | 413 | 429,
  ) {
    super(calm);
  }
}

export interface Here {
  readonly secret: string;
  readonly reader: PlanReader;
  readonly meant: PlanMeant;
  readonly setting: Setting;
  readonly view: View;
  /** The name under which the reader acts. */
  readonly name: string;
  /** IANA name: in which days are told. */
  readonly zone: string;
}

/** In which a page is shown: as was chosen here, as the person reads, as the browser says. */
export function localeFor(c: C, usual?: Locale): Locale {
  const wanted = c.req.query('l') ?? readCookie(c, 'language');
  return locales.find((one) => one === wanted) ?? usual ?? c.var.language;
}

export function viewIn(c: C, locale: Locale, organisation = ''): View {
  const { own, placement } = c.var.service;
  const say = createPhrases(ownData(own, `locales/weeks.${locale}.yaml`), locale);
  return { say, locale, base: `${placement.basePath}/w`, organisation };
}

const statuses = { unknown: 404, expired: 410, revoked: 410 } as const;

/** What a secret opens. Throws the page that is shown where that is nothing. */
export async function hereOf(c: C, secret: string, door: PlanDoor, { environment, zone }: WeeksOptions): Promise<Here> {
  const { service } = c.var;
  const { storage } = service;
  const found = await storage.look((db) => planLinkOf(secret, door, storage.edge.now(), db));
  if (found.state !== 'good') throw new Instead(found.state, statuses[found.state]);
  const meant = await planById(found.plan, storage.read);
  // Whoever left, or was erased, has no plan any more.
  if (!meant || meant.holder.person.known === null) throw new Instead('closed', 410);
  const first = service.setting({ id: 'program', name: '' }, localeFor(c));
  const organisation = employerOf(first);
  const { person } = meant.holder;
  // A mentor reads what their browser asks for; the person’s language is the newcomer’s.
  const locale = localeFor(c, found.reader === 'new-hire' ? localeOf(person, organisation) : undefined);
  const view = viewIn(c, locale, nameOf(organisation, locale));
  // What is written down is read in the language of the newcomer.
  const own = localeOf(person, organisation);
  const helper = meant.state.helpers.find(({ as }) => as === found.reader)?.name;
  const head = found.reader === 'head' ? headOf(meant.holder.holding.department, organisation, own).name : null;
  const name = found.reader === 'new-hire' ? nameIn(person, locale) : (helper ?? head ?? viewIn(c, own).say(`parts.${found.reader}`));
  const setting = { ...service.setting(await actorNamed(name, storage.read), locale), storage };
  return {
    secret,
    reader: found.reader,
    meant,
    setting,
    view,
    name,
    zone: person.known?.zone ?? distanceOf(setting, environment, zone).zone,
  };
}

/** Bytes of a form: the longest note in UTF-8, as browsers write it. */
const mostBytes = 64 << 10;

export interface Form {
  (name: string): string;
  /** The file that came with it, as it was called; null where there is none. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
  /** Whether more came than is taken: then the fields are empty. */
  readonly isTooLarge: boolean;
}

const formWith = (field: (name: string) => string, file: Form['file'] = null, isTooLarge = false): Form =>
  Object.assign((name: string) => field(name).replace(/\r\n?/g, '\n'), { file, isTooLarge });

/** Whether a form may bring a file. */
export const isMultipart = (c: C): boolean => /^multipart\/form-data\s*;/i.test(c.req.header('content-type') ?? '');

/** What a form says. Throws the page that is shown for what is none of ours. */
export async function formOf(c: C): Promise<Form> {
  const type = c.req.header('content-type') ?? '';
  const isParts = isMultipart(c);
  const bytes = await limited(c.req.raw, isParts ? largestAttachment + mostBytes : mostBytes).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    if (isParts) return null;
    throw new Instead('stranger', 413);
  });
  if (bytes === null) return formWith(() => '', null, true);
  if (!isParts) {
    const form = new URLSearchParams(new TextDecoder().decode(bytes));
    return formWith((name) => form.get(name) ?? '');
  }
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Instead('stranger', 403);
  });
  const said = (name: string): string => {
    const found = form.get(name);
    return typeof found === 'string' ? found : '';
  };
  const file = form.get('file');
  if (file === null || typeof file === 'string' || file.size === 0) return formWith(said);
  return formWith(said, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, file.size > largestAttachment);
}
