/** The firm to try: something of each sort waits in it, the same each time, and its register is whole. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace } from 'rolewright';
import type { Locale } from 'rolewright';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { exampleTasks, fillFirm } from '../src/cli/studio/example.js';
import { openProject } from '../src/cli/project.js';
import { actorNamed } from '../src/register/actor.js';
import { openStorage } from '../src/storage/storage.js';
import { registerPage } from '../src/studio/hr/lists.js';
import { todayOf } from '../src/studio/hr/today.js';
import { proposalsIn } from '../src/studio/proposing.js';
import { openRole } from '../src/studio/role-editor.js';
import { openStudio } from '../src/studio/studio.js';
import { fully } from './programs.js';
import { ownFolder } from './service.js';
import { madeEdge } from './made-register.js';

const today = '2027-03-10';

async function filled(language: Locale, day = today): Promise<{ readonly folder: string; readonly target: { readonly folder: string } }> {
  const folder = mkdtempSync(join(tmpdir(), 'rolewright-example-'));
  fillFirm(openWorkspace(folder), language);
  const target = { folder: join(folder, 'register') };
  const place = { folder, project: '.', target };
  for (const task of ['example-people', 'example-proposals'] as const) await exampleTasks[task]({ language, today: day }, ownFolder, place);
  return { folder, target };
}

fully.each(['ru', 'en', 'nl'] as const)('has something of each sort: %s', { timeout: 60_000 }, async (language) => {
  const { folder, target } = await filled(language);
  const edge = madeEdge('example', `${today}T09:00:00.000Z`);
  const storage = await openStorage(target, edge);
  try {
    const setting = openProject({ folder, project: '.', target }, edge.now).setting(
      await actorNamed('Helen Carter', storage.read),
      language,
      today,
      storage,
    );
    const { totals } = await registerPage({ offset: 0, limit: 50 }, setting);
    expect(totals).toMatchObject({ all: 12, refused: 1, 'to-come': 1, declined: 1, current: 7 });
    expect(totals.overdue).toBeGreaterThan(0);
    const { newcomers, people } = await todayOf(setting);
    expect([people, newcomers.length]).toEqual([12, 2]);
    const studio = openStudio({ workspace: openWorkspace(folder), own: ownFolder, project: '.', now: () => edge.now().getTime() });
    expect((await proposalsIn({ offset: 0, limit: 50 }, setting, studio)).items.map(({ role, state }) => [role, state])).toEqual([
      ['sales-manager', 'proposed'],
    ]);
    expect(openRole('office-manager-hr', { language }, studio).variant?.news.items).toHaveLength(1);
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true });
  }
});

fully('comes out the same each time', { timeout: 60_000 }, async () => {
  const made = await Promise.all([filled('en'), filled('en')]);
  const heads = [];
  for (const { target } of made) {
    const storage = await openStorage(target, madeEdge());
    heads.push(await storage.read.head());
    await storage.close();
  }
  expect(heads[0]).toEqual(heads[1]);
  for (const { folder } of made) rmSync(folder, { recursive: true });
});

it('says the same in each language', () => {
  const read = (language: Locale) => parse(readFileSync(new URL(`../locales/example.${language}.yaml`, import.meta.url), 'utf8')) as object;
  const shape = (value: object) =>
    Object.entries(value).map(([key, one]: [string, unknown]) => [
      key,
      Array.isArray(one) ? one.length : typeof one === 'object' ? Object.keys(one ?? {}) : typeof one,
    ]);
  expect([shape(read('ru')), shape(read('nl'))]).toEqual([shape(read('en')), shape(read('en'))]);
});
