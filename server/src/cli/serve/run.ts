/** `rolewright serve`: runs until it is told to stop. */
import { join } from 'node:path';
import { basePathFrom, originFrom, trustFrom, trustsNobody } from '../../http/address.js';
import type { Placement } from '../../http/address.js';
import { accountsDoor } from '../../http/accounts-door.js';
import type { AccountsDoor } from '../../http/accounts-door.js';
import { mount as oidcMount, oidcPages } from '../../http/oidc.js';
import type { OidcOptions } from '../../http/oidc.js';
import { serviceStudioRoutes } from '../../http/service-studio.js';
import { studioPages } from '../../http/studio-pages.js';
import { openStudio } from '../../studio/studio.js';
import { servicePages } from '../../http/pages.js';
import type { Terminal } from '../terminal.js';
import { hasAdministrator } from '../../storage/administrators.js';
import { refusal } from '../../register/setting.js';
import { diagnosticsOf } from '../../register/told.js';
import type { Service } from '../../http/service.js';
import { withSeal } from '../seal/service-seal.js';
import { openWorkspace } from 'rolewright';
import type { Diagnostic } from 'rolewright';
import type { Answer } from '../answer.js';
import type { Mount } from '../../http/app.js';
import { checkerApp } from '../../checker/app.js';
import { signerApp } from '../../signer/app.js';
import { weeksApp } from '../../weeks/app.js';
import type { Counter } from '../counter.js';
import { openCare } from '../care/care.js';
import { machineZone, packageFolder } from '../edge.js';
import { openService, runUntilStopped } from '../service.js';
import { openHasher } from '../hasher.js';
import { linkTo } from '../../http/entrance.js';
import { firstAdministrator } from './accounts.js';
import { phrasesOf } from './words.js';

export interface ServeOptions {
  readonly port: string;
  readonly host: string;
  readonly basePath: string;
  readonly origin?: string;
  readonly trustProxy?: string;
  readonly threads?: string;
  readonly organisation?: string;
  readonly firstAdministrator?: string;
  readonly backups?: string;
  readonly oidcIssuer?: string;
  readonly oidcClient?: string;
}

/** A whole number within bounds. Throws a Refusal for what is none. */
export function numberIn(option: string, written: string, [least, most]: readonly [number, number]): number {
  const value = /^\d{1,6}$/.test(written) ? Number(written) : -1;
  if (value < least || value > most) throw refusal('http-option-value', { option, value: written, known: `${least} – ${most}` });
  return value;
}

function given<T>(option: string, written: string, read: T | null, example: string): T {
  if (read === null) throw refusal('http-option-value', { option, value: written, known: example });
  return read;
}

export const placementFrom = ({ basePath, origin, trustProxy }: Pick<ServeOptions, 'basePath' | 'origin' | 'trustProxy'>): Placement => ({
  basePath: given('--base-path', basePath, basePathFrom(basePath), '/hr'),
  origin: origin === undefined ? null : given('--origin', origin, originFrom(origin), 'https://hr.example.com'),
  trusts: trustProxy === undefined ? trustsNobody : given('--trust-proxy', trustProxy, trustFrom(trustProxy), 'loopback, 10.0.0.0/8'),
});

/** Where whoever is in can go. */
const places = [
  { path: '/studio/index.html', phrase: 'pages.studio' },
  { path: '/check', phrase: 'pages.check' },
] as const;

const loopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

/** The pages of those who answer by a link. What they cause is sent and printed by `rolewright worker`. */
const signerMount = ({ terminal: { environment } }: Counter): Mount => ({
  path: '/s',
  app: signerApp({ environment, zone: machineZone() }),
});

/** The plans of newcomers, for them and for those who look after them. */
const weeksMount = ({ terminal: { environment } }: Counter): Mount => ({
  path: '/w',
  app: weeksApp({ environment, zone: machineZone() }),
});

/** The organisation’s provider; its secret comes by the environment, where no list of processes shows it. */
function providerFrom({ oidcIssuer, oidcClient }: ServeOptions, environment: Terminal['environment']): OidcOptions | null {
  if (oidcIssuer === undefined) return null;
  const url = URL.canParse(oidcIssuer) ? new URL(oidcIssuer) : null;
  const isHere = url !== null && url.protocol === 'http:' && loopback(url.hostname);
  const issuer = given('--oidc-issuer', oidcIssuer, url && (url.protocol === 'https:' || isHere) ? url : null, 'https://login.example.com');
  const secret = environment['OIDC_CLIENT_SECRET'] ?? '';
  const client = given('--oidc-client', oidcClient ?? '', oidcClient ?? null, 'rolewright');
  return { issuer, client, secret: given('OIDC_CLIENT_SECRET', '', secret === '' ? null : secret, '…'), insecure: isHere };
}

/** The key that seals what is issued is tried at the start: what is wrong with it is told before somebody issues, and keeps nobody out. */
async function lookAtSeal(service: Service, counter: Counter): Promise<void> {
  const { folder = '.', project } = counter.terminal;
  const { telling } = service.texts(counter.language);
  let told: readonly Diagnostic[];
  try {
    const setting = service.setting({ id: 'program', name: '' }, counter.language);
    const { edge, terminal } = counter;
    const world = { edge, environment: terminal.environment };
    told = (await withSeal(setting, { folder, ...(project !== undefined && { project }) }, world)).problems;
  } catch (error) {
    told = diagnosticsOf(error) ?? [];
    if (told.length === 0) throw error;
  }
  for (const { code, severity, args } of told) {
    service.log({ level: severity === 'error' ? 'error' : 'warning', event: 'seal', code, days: Number(args['days'] ?? 0) });
    counter.terminal.err(telling.text([{ code, severity, args }], { colour: false }));
  }
}

export async function serve(options: ServeOptions, counter: Counter): Promise<Answer> {
  const placement = placementFrom(options);
  const port = numberIn('--port', options.port, [0, 65_535]);
  const threads = options.threads === undefined ? undefined : numberIn('--threads', options.threads, [1, 64]);
  const say = phrasesOf(counter);
  const provider = providerFrom(options, counter.terminal.environment);
  const hasher = openHasher();
  const care = openCare(counter, options.backups);
  const { terminal, edge, own } = counter;
  const bench = openStudio({
    ...{ workspace: openWorkspace(terminal.folder ?? '.', () => edge.now().getTime()), own, now: () => edge.now().getTime() },
    ...(terminal.project !== undefined && { project: terminal.project }),
  });
  let door: AccountsDoor | undefined;
  const open = await openService(counter, {
    placement,
    // Whoever names the first administrator begins: all else is done from the screens.
    create: options.firstAdministrator !== undefined,
    ...(threads !== undefined && { threads }),
    ...(options.organisation !== undefined && { organisation: options.organisation }),
    doorFor: (parts) => {
      door = accountsDoor({ ...parts, hasher });
      return { ...door, routes: [...door.routes, ...serviceStudioRoutes(care, bench)], close: hasher.close };
    },
  });
  if (!door) throw new TypeError('no door');
  const { storage } = open.service;
  await lookAtSeal(open.service, counter);
  const login = options.firstAdministrator;
  let link: string | null = null;
  try {
    if (login !== undefined && (link = await firstAdministrator(login, counter.edge, storage)) === null)
      throw refusal('http-administrator-there');
  } catch (error) {
    await open.close();
    throw error;
  }
  const isAdministered = await storage.look(hasAdministrator);
  await runUntilStopped(
    {
      ...open,
      mounts: [
        signerMount(counter),
        { path: '/check', app: checkerApp() },
        studioPages(join(packageFolder, 'dist/pages')),
        weeksMount(counter),
        ...(provider ? [{ path: oidcMount, app: oidcPages(provider, door.entrance) } as const] : []),
        { path: '/', app: servicePages({ entrance: door.entrance, places, provider: provider ? `${oidcMount}/start` : null }) },
      ],
    },
    {
      host: options.host,
      port,
      ready(address) {
        const tell = (text: string): void => counter.terminal.err(`${text}\n`);
        const seen = `${placement.origin ?? address}${placement.basePath}/`;
        tell(say('told.listening', { address: seen }));
        if (link !== null) tell(say('told.first', { link: linkTo(seen, link) }));
        else if (!isAdministered) tell(say('told.noAdministrator'));
        if (!loopback(options.host) && placement.origin?.startsWith('https:') !== true) tell(say('told.unsafe'));
      },
    },
  );
  return { data: {}, note: say('told.left') };
}
