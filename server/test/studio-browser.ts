/// <reference lib="dom" />
/** The studio in a browser, over a folder of its own, without threads beside. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { inOneLanguage, openGit, openWorkspace, ownData, Refusal } from 'rolewright';
import type { Locale } from 'rolewright';
import { build } from 'vite';
import { openCare } from '../src/cli/care/care.js';
import { openCounter } from '../src/cli/counter.js';
import { openProject } from '../src/cli/project.js';
import { trustsNobody } from '../src/http/address.js';
import { tasks } from '../src/http/all-tasks.js';
import { routesOf } from '../src/http/api.js';
import { openApp } from '../src/http/app.js';
import { careRoutes } from '../src/http/care-routes.js';
import { deskDoor } from '../src/http/desk-door.js';
import { hrRoutes } from '../src/http/hr-routes.js';
import { listen } from '../src/http/listen.js';
import type { Service } from '../src/http/service.js';
import { studioHeadRoutes } from '../src/http/studio-head-routes.js';
import { studioPages } from '../src/http/studio-pages.js';
import { studioRoutes } from '../src/http/studio-routes.js';
import { perform } from '../src/http/tasks.js';
import { openTexts } from '../src/http/texts.js';
import type { LifeWords } from '../src/life/words.js';
import { actorNamed } from '../src/register/actor.js';
import { setRules } from '../src/register/begin.js';
import { openStudio } from '../src/studio/studio.js';
import { openStorage } from '../src/storage/storage.js';
import { madeEdge } from './made-register.js';
import { browserPath } from './programs.js';

const root = new URL('../..', import.meta.url).pathname;

const countries = { ru: 'ru', en: 'gb', nl: 'nl' } as const;
const secret = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE';

/** A firm with one role, in one language. */
export function studioFolder(language: Locale): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-studio-'));
  fillStudioFolder(folder, language);
  return folder;
}

/** Makes the files what they were at first. */
export function fillStudioFolder(folder: string, language: Locale): void {
  rmSync(join(folder, 'roles'), { recursive: true, force: true });
  mkdirSync(join(folder, 'roles'));
  writeFileSync(join(folder, 'rolewright.yaml'), `schema: 2\norganisation: organisation.yaml\nlanguages: [${language}]\n`);
  cpSync(join(root, `examples/organisation.${countries[language]}.yaml`), join(folder, 'organisation.yaml'));
  cpSync(join(root, 'examples/logo.png'), join(folder, 'logo.png'));
  const role = inOneLanguage(readFileSync(join(root, 'roles/office-manager.yaml'), 'utf8'), language);
  writeFileSync(join(folder, 'roles/office-manager.yaml'), role);
}

export interface StudioAt {
  readonly folder: string;
  readonly address: string;
  /** Proposals are approved by another than their author from now on. */
  byTwo(): Promise<void>;
  /** Throws the folder away too, unless it is to be kept. */
  close(keep?: boolean): Promise<void>;
}

export async function openStudioAt(
  folder: string,
  pages: string,
  language: Locale,
  name = 'Helen Carter',
  isGuess = false,
): Promise<StudioAt> {
  const edge = madeEdge('studio');
  const today = '2026-12-01';
  const target = { folder: join(folder, 'register') };
  const own = openWorkspace(join(root, 'server'));
  const storage = await openStorage(target, edge, { create: true });
  const studio = openStudio({ workspace: openWorkspace(folder), own, now: () => edge.now().getTime() });
  const door = deskDoor({
    actor: (given) => actorNamed(given ?? name, storage.read),
    isGuess,
    language,
    secret,
    first: '/studio/index.html',
  });
  const silent = (): void => {};
  const counter = openCounter(
    { environment: {}, out: silent, err: silent, errIsTerminal: false, workspace: openWorkspace(folder), folder },
    language,
    edge,
  );
  const care = openCare(counter);
  const project = openProject({ folder, target }, edge.now);
  const run = async <T>(task: string, input: unknown, { actor, language: spoken }: Parameters<Service['crew']['run']>[2]): Promise<T> => {
    // As between threads: what is no plain data does not come through.
    const outcome = await perform(tasks, task, structuredClone(input), () => ({
      get setting() {
        return project.setting(actor, spoken, today, storage);
      },
      by: { actor, language: spoken },
      desk: project.desk,
      git: openGit(folder, process.env),
      studio: () => studio,
      own,
      life: (of) => ownData(own, `locales/register.${of}.yaml`) as LifeWords,
      randomBytes: edge.randomBytes,
    }));
    if ('refused' in outcome) throw new Refusal(outcome.refused);
    return structuredClone(outcome.done) as T;
  };
  const service: Service = {
    ...{ storage, edge, own, version: '0.0.0', today: () => today, texts: openTexts(own) },
    placement: { basePath: '', origin: null, trusts: trustsNobody },
    door: {
      ...door,
      routes: [...door.routes, ...studioRoutes(studio), ...hrRoutes(studio), ...studioHeadRoutes(studio), ...careRoutes(care, studio)],
    },
    crew: { run, close: async () => {} },
    log: () => {},
    desk: studio.desk,
    setting: (actor, language) => project.setting(actor, language, today, storage),
    noteReading: async () => {},
    isLeaving: () => false,
  };
  const listening = await listen(openApp(service, routesOf(service), [studioPages(pages)]), { host: '127.0.0.1', port: 0 });
  return {
    folder,
    address: `${listening.address}${door.entrance}`,
    async byTwo() {
      await setRules({ approvalByTwo: true }, project.setting(await actorNamed(name, storage.read), language, today, storage));
    },
    async close(keep = false) {
      await listening.leave(0);
      await storage.close();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The built pages in a folder of their own. */
export async function builtPages(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'rolewright-pages-'));
  await build({ configFile: join(root, 'studio/vite.config.ts'), build: { outDir }, logLevel: 'error' });
  return outDir;
}

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });

/** A screen, once it has come to rest. */
export async function visit(page: Page, { address }: StudioAt, route: string): Promise<void> {
  // Another part of the page that is there already is no new page.
  if ((await page.goto(new URL(`/studio/index.html#/${route}`, address).href)) === null) await page.reload();
  await page.waitForSelector('main h1');
  await page.waitForFunction(() => document.querySelector('main')?.getAttribute('aria-busy') !== 'true');
}

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** What axe finds on a page, by rule and place; past the content policy, which lets no script in. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  return await page.evaluate(async () => {
    const { axe: run } = window as unknown as {
      axe: { run(of: Document, options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };
    };
    const { violations } = await run.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`);
  });
}
