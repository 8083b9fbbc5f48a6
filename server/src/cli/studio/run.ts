/** `rolewright studio`: the register and the roles of a folder in the browser of whoever started it; runs until it is told to stop. */
import { join } from 'node:path';
import { openWorkspace, Refusal } from 'rolewright';
import type { Locale } from 'rolewright';
import { checkerApp } from '../../checker/app.js';
import { careRoutes } from '../../http/care-routes.js';
import { committingRoutes } from '../../http/committed.js';
import { deskDoor } from '../../http/desk-door.js';
import { trustsNobody } from '../../http/address.js';
import { hrRoutes } from '../../http/hr-routes.js';
import type { Service } from '../../http/service.js';
import { studioPages } from '../../http/studio-pages.js';
import { studioHeadRoutes } from '../../http/studio-head-routes.js';
import { workTogether } from '../../http/studio-route.js';
import { studioRoutes } from '../../http/studio-routes.js';
import { actorNamed } from '../../register/actor.js';
import { hasBegun } from '../../register/begin.js';
import { openStudio } from '../../studio/studio.js';
import type { Answer } from '../answer.js';
import { openCare } from '../care/care.js';
import { openCounter } from '../counter.js';
import type { CommonOptions, Counter } from '../counter.js';
import { localDay, machine, packageFolder, temporaryFolder } from '../edge.js';
import { numberIn } from '../serve/run.js';
import { openService, runUntilStopped } from '../service.js';
import { openInBrowser } from './browser.js';
import { usualPort } from './port.js';
import { fillFirm } from './example.js';
import { startFilling } from './filling.js';
import { phrasesOf } from './words.js';

export interface StudioCommandOptions extends CommonOptions {
  readonly port?: string;
  readonly open: boolean;
  readonly example?: boolean;
}

/** Bytes of chance in the secret of the address. */
const secretBytes = 32;

export async function studio(options: StudioCommandOptions, here: Counter): Promise<Answer> {
  const asked = options.port === undefined ? null : numberIn('--port', options.port, [0, 65_535]);
  const say = phrasesOf(here);
  const isExample = options.example === true;
  const counter = isExample ? exampleOf(here) : here;
  const { terminal, edge, own, language } = counter;
  const workspace = openWorkspace(terminal.folder ?? '.', () => edge.now().getTime());
  const bench = openStudio({
    ...{ workspace, own, now: () => edge.now().getTime() },
    ...(terminal.project !== undefined && { project: terminal.project }),
  });
  const care = openCare(counter);
  const port = asked ?? (await usualPort(terminal.folder ?? '.'));
  const secret = Buffer.from(machine.randomBytes(secretBytes)).toString('base64url');
  let entrance = '';
  const open = await openService(counter, {
    placement: { basePath: '', origin: null, trusts: trustsNobody },
    // One issues papers, the other answers who looks at something meanwhile.
    threads: 2,
    create: true,
    quiet: true,
    async doorFor({ storage }) {
      const name = counter.who(options);
      const door = deskDoor({
        actor: (given) => actorNamed(given ?? name, storage.read),
        isGuess: options.as === undefined && !isExample,
        ...{ language, secret, first: '/studio/index.html' },
      });
      ({ entrance } = door);
      return {
        ...door,
        routes: [
          ...door.routes,
          ...studioRoutes(bench),
          ...hrRoutes(bench),
          ...studioHeadRoutes(bench),
          ...committingRoutes(careRoutes(care, bench), bench),
        ],
      };
    },
    mounts: [studioPages(join(packageFolder, 'dist/pages')), { path: '/check', app: checkerApp() }],
  });
  // The browser opens meanwhile, and the pages are fetched.
  const firstPage = (): Promise<void> => readAhead(open.service, counter.who(options), language);
  const filling = isExample ? startFilling(open.service.crew, { language, today: localDay(edge.now()) }, firstPage) : null;
  await runUntilStopped(filling ? { ...open, before: filling.before } : open, {
    host: '127.0.0.1',
    port,
    ready(address) {
      const door = `${address}${entrance}`;
      terminal.err(`${say('told.open', { address: door })}\n`);
      if (options.open && !openInBrowser(door)) terminal.err(`${say('told.notOpened')}\n`);
      if (!filling) void firstPage();
    },
  });
  return { data: {}, note: say('told.left') };
}

/** The first page is read while the browser opens: of 10,000 people it takes a second. What stands against it, the page says. */
async function readAhead(service: Service, name: string, language: Locale): Promise<void> {
  const { read } = service.storage;
  try {
    if (await hasBegun(read)) await workTogether('hr-today', { actor: await actorNamed(name, read), language }, service);
  } catch (error) {
    if (!(error instanceof Refusal) && !service.isLeaving())
      service.log({ level: 'error', event: 'not-read-ahead', reason: String(error) });
  }
}

/** The same counter over a folder of its own, with nobody in the firm yet. */
function exampleOf(here: Counter): Counter {
  const folder = temporaryFolder('rolewright-studio-');
  fillFirm(openWorkspace(folder), here.language);
  return openCounter({ ...here.terminal, folder, project: '.', workspace: openWorkspace(folder) }, here.language, here.edge);
}
