/// <reference lib="dom" />
/** A head sees who is new, begins a plan and hands over a link, from the plans as they are lived. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace } from 'rolewright';
import type { Locale } from 'rolewright';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openProject } from '../src/cli/project.js';
import { newcomersTask } from '../src/http/tasks-plans.js';
import type { Workshop } from '../src/http/tasks.js';
import { openStorage } from '../src/storage/storage.js';
import type { Storage } from '../src/storage/storage.js';
import { madeEdge } from './made-register.js';
import { triesBrowser } from './programs.js';
import { builtPages, faultsOf, openBrowser, openStudioAt, visit } from './studio-browser.js';
import type { StudioAt } from './studio-browser.js';
import { firmOfNewcomers } from './weeks-world.js';

const shots = process.env['SHOTS'];
const edge = () => madeEdge('newcomers', '2026-12-01T08:00:00.000Z');

interface Plan {
  readonly tasks: readonly { readonly id: string; readonly what: string; readonly owner: string; readonly text: string }[];
}

describe('newcomers of a department', () => {
  const open: Storage[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  it('are told with how far they are, what is late, what comes next and what was not passed', async () => {
    const hr = await firmOfNewcomers(edge());
    const { tasks } = await hr.data<Plan>('plan start 102 --mentor "Oliver Grant"');
    const own = tasks.filter(({ owner, what }) => owner === 'new-hire' && what === 'step');
    const check = tasks.find(({ what }) => what === 'check');
    await hr.data(`plan tick 102 ${own[0]?.id}`);
    await hr.data(`plan tick 102 ${check?.id} --result failed`);
    const target = { folder: join(hr.folder, 'register') };
    const storage = await openStorage(target, edge());
    open.push(storage);
    const rowsOn = async (today: string, department = 'sales') => {
      const project = openProject({ folder: hr.folder, project: '.', target }, edge().now);
      const setting = project.setting({ id: 'program', name: '' }, 'en', today, storage);
      return (await newcomersTask({ department }, { setting, environment: {} } as unknown as Workshop)).rows;
    };
    const rows = await rowsOn('2026-12-01');
    expect(rows.map(({ name, plan }) => [name, plan?.done ?? null])).toEqual(
      expect.arrayContaining([
        ['Amelia Stone', 1],
        ['Jan de Vries', null],
      ]),
    );
    const amelia = rows.find(({ name }) => name === 'Amelia Stone');
    expect(amelia).toMatchObject({
      ...{ from: '2026-12-07', post: 'sales executive' },
      plan: { count: own.length, mentor: 'Oliver Grant', next: { text: own[1]?.text }, failed: [check?.text] },
    });
    // Two months later whoever has no plan is new no more, and what is open is late.
    const later = await rowsOn('2027-03-01');
    expect(later.map(({ name }) => name)).toEqual(['Amelia Stone']);
    expect(later[0]?.plan?.late ?? 0).toBeGreaterThan(amelia?.plan?.late ?? 0);
    expect(await rowsOn('2026-12-01', 'production')).toEqual([]);
  }, 60_000);
});

describe.skipIf(!triesBrowser)('the studio of a head with newcomers', { timeout: 240_000 }, () => {
  let pages: string;
  let browser: Browser;
  const studios: StudioAt[] = [];
  beforeAll(async () => {
    [pages, browser] = await Promise.all([builtPages(), openBrowser()]);
  }, 120_000);
  afterEach(async () => {
    for (const one of studios.splice(0)) await one.close();
  });
  afterAll(() => browser?.close());

  it.each([
    ['en', 'Begin the plan', 'Make a link'],
    ['ru', 'Начать план', 'Создать ссылку'],
    ['nl', 'Plan beginnen', 'Link maken'],
  ] as const)('%s: begins a plan, hands over a link, and sees what is ticked by it', async (language: Locale, begin, make) => {
    const hr = await firmOfNewcomers(edge(), { language });
    expect(openWorkspace(hr.folder).exists('organisation.yaml')).toBe(true);
    const at = await openStudioAt(hr.folder, pages, language);
    studios.push(at);
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 850 } })).newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(at.address);
    await visit(page, at, 'department');
    const row = page.locator('tr', { hasText: 'Stone' }).first();
    await row.getByRole('button', { name: begin }).click();
    await page.locator('dialog input').fill('Oliver Grant');
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('dialog .primary').click();
    await row.getByRole('button', { name: make }).click();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('dialog .primary').click();
    const link = await page.locator('dialog input').inputValue();
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1\/w\/[\w-]{43}\/$/);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const { tasks } = await hr.data<Plan>('plan show 102');
    await hr.data(`plan tick 102 ${tasks.find(({ owner }) => owner === 'new-hire')?.id}`);
    await page.reload();
    await page
      .locator('tr', { hasText: 'Oliver Grant' })
      .getByText(/^1 (of|из|van) /)
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
    for (const width of [375, 1366]) {
      await page.setViewportSize({ width, height: 850 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      if (shots === undefined) continue;
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `newcomers-${language}-${width}.png`) });
    }
  });
});
