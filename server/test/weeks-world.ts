/** A firm with newcomers who read Russian, English and Dutch, and the pages of their plans on a real port. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from 'rolewright';
import { openProject } from '../src/cli/project.js';
import { openApp } from '../src/http/app.js';
import { trustsNobody } from '../src/http/address.js';
import { listen } from '../src/http/listen.js';
import type { Door, Service } from '../src/http/service.js';
import { openTexts } from '../src/http/texts.js';
import { openStorage } from '../src/storage/storage.js';
import type { Storage } from '../src/storage/storage.js';
import { weeksApp } from '../src/weeks/app.js';
import { madeEdge } from './made-register.js';
import { ownFolder } from './service.js';
import { organisationOf } from './signer-world.js';
import { visiting } from './visit.js';
import type { Visiting } from './visit.js';

const root = new URL('../..', import.meta.url).pathname;
const closed = { recognise: async () => null, routes: [], hosts: [] } as unknown as Door;

export interface World {
  readonly hr: Visiting;
  readonly edge: ReturnType<typeof madeEdge>;
  readonly storage: Storage;
  readonly address: string;
  readonly log: object[];
  day(day: string): void;
  /** A link to the plan of somebody. */
  link(number: string, reader?: string): Promise<string>;
  /** Takes the service away, as a dying network does, and gives it back at the same address. */
  offline(): Promise<void>;
  online(): Promise<void>;
  close(): Promise<void>;
}

/** A firm in which Anna, Amelia and Jan begin on Monday, 7 December 2026; it is the Tuesday of the week before. */
export async function firmOfNewcomers(
  edge: ReturnType<typeof madeEdge>,
  {
    role = 'sales-manager',
    country = 'nl',
    language = 'en',
    more = '',
  }: { role?: string; country?: 'ru' | 'nl' | 'gb'; language?: Locale; more?: string } = {},
): Promise<Visiting> {
  const hr = visiting({ environment: { ROLEWRIGHT_ADDRESS: 'http://127.0.0.1' }, clock: edge, language });
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  // `more`: lines that the organisation says besides.
  hr.write('organisation.yaml', `${organisationOf(country, 'http://127.0.0.1')}${more}`);
  cpSync(join(root, `roles/${role}.yaml`), join(hr.folder, `roles/${role}.yaml`));
  hr.write(
    'staff.csv',
    `name,personnel number,role,department,gender,language,e-mail,hire date
Иванова Анна Петровна,101,${role},sales,female,ru,anna@example.org,2026-12-07
Amelia Stone,102,${role},sales,female,en,amelia@example.org,2026-12-07
Jan de Vries,103,${role},sales,male,nl,jan@example.org,2026-12-07
`,
  );
  await hr.data('init');
  await hr.data('people staff.csv');
  return hr;
}

/** The same firm, with a plan for each and the service at work. */
export async function openWeeks(options: Parameters<typeof firmOfNewcomers>[1] = {}): Promise<World> {
  const edge = madeEdge('weeks', '2026-12-01T08:00:00.000Z');
  const hr = await firmOfNewcomers(edge, options);
  const { environment } = hr;
  for (const number of ['101', '102', '103'])
    await hr.data(`plan start ${number} --mentor "Oliver Grant" --email oliver@example.org --phone "+31 20 000 0000"`);
  const target = { folder: join(hr.folder, 'register') };
  const storage = await openStorage(target, edge);
  const project = openProject({ folder: hr.folder, project: '.', target }, edge.now);
  let today = '2026-12-01';
  const log: object[] = [];
  const service: Service = {
    ...{ storage, edge, own: ownFolder, version: '0.0.0', door: closed, texts: openTexts(ownFolder), desk: project.desk },
    placement: { basePath: '', origin: null, trusts: trustsNobody },
    crew: { run: () => Promise.reject(new Error('no crew here')), close: async () => {} },
    log: (entry) => void log.push(entry),
    today: () => today,
    setting: (actor, language) => project.setting(actor, language, today, storage),
    noteReading: async () => {},
    isLeaving: () => false,
  };
  const app = openApp(service, [], [{ path: '/w', app: weeksApp({ environment, zone: 'Europe/Amsterdam' }) }]);
  let listening = await listen(app, { host: '127.0.0.1', port: 0 });
  const { address } = listening;
  environment['ROLEWRIGHT_ADDRESS'] = address;
  let isOpen = true;
  return {
    ...{ hr, edge, storage, log, address },
    day(day) {
      hr.day(day);
      today = day;
    },
    link: async (number, reader = 'new-hire') => (await hr.data<{ link: string }>(`plan link ${number} --for ${reader}`)).link,
    async offline() {
      if (isOpen) await listening.leave(0);
      isOpen = false;
    },
    async online() {
      if (!isOpen) listening = await listen(app, { host: '127.0.0.1', port: Number(new URL(address).port) });
      isOpen = true;
    },
    async close() {
      if (isOpen) await listening.leave(500);
      await storage.close();
      rmSync(hr.folder, { recursive: true, force: true });
    },
  };
}
