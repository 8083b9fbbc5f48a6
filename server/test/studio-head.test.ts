/// <reference lib="dom" />
/** A head of department in the studio: a variant of a role, what differs in it, the proposal, the decision, who holds what. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { Locale } from 'rolewright';
import { triesBrowser } from './programs.js';
import { builtPages, faultsOf, openBrowser, openStudioAt, studioFolder, visit } from './studio-browser.js';
import type { StudioAt } from './studio-browser.js';

const wait = 40_000;
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: wait, interval: 100 });

describe.skipIf(!triesBrowser)('the studio of a head of department', { timeout: 240_000 }, () => {
  let pages: string;
  let browser: Browser;
  beforeAll(async () => {
    [pages, browser] = await Promise.all([builtPages(), openBrowser()]);
  }, 120_000);
  afterAll(() => browser?.close());

  async function opened(
    at: StudioAt,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ readonly page: Page; readonly wrong: string[] }> {
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 850 }, ...options })).newPage();
    page.setDefaultTimeout(wait);
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await page.goto(at.address);
    return { page, wrong };
  }
  const start = (language: Locale, name?: string, folder = studioFolder(language)): Promise<StudioAt> =>
    openStudioAt(folder, pages, language, name);
  const fileOf = ({ folder }: StudioAt): string => readFileSync(join(folder, 'departments/hr.yaml'), 'utf8');
  const linesOf = (text: string): string[] => text.split('\n');
  /** The duties of the first group. */
  const clauses = (page: Page) => page.locator('[id="f-duties"] .inner').first().locator('.clauses > li');
  const gone = '[id="f-duties"] .gone';
  const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value);
  const fits = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  /** A variant for human resources, with nothing in it. */
  async function variant(page: Page, at: StudioAt): Promise<void> {
    await visit(page, at, 'roles/office-manager');
    await page.locator('.head .acts > .button').first().click();
    await page.locator('#variant-department').selectOption('hr');
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('dialog .primary').click();
    await page.waitForSelector('.variant-bar');
    await page.waitForSelector('[id="f-duties"]');
  }

  it('goes from a new variant to an approved one, and a file that somebody could have written', async () => {
    const at = await start('en', 'Megan Hughes');
    const { page, wrong } = await opened(at);
    await variant(page, at);
    const before = fileOf(at);
    const firm = readFileSync(join(at.folder, 'organisation.yaml'), 'utf8');

    // What is inherited is marked, and not by colour alone: what differs says so in words.
    const [first, second, third] = [0, 1, 2].map((number) => clauses(page).nth(number));
    if (!first || !second || !third) throw new Error('no clauses');
    const [one, two] = [await first.locator('textarea').first().inputValue(), await second.locator('textarea').first().inputValue()];
    expect(await page.locator('[id="f-duties"] .mark-chip').count()).toBe(0);
    await first.locator('textarea').first().fill('keeps the office, and the cold store, in working order');
    await eventually(() => first.locator('.mark-chip').innerText()).toBe('Changed here');
    expect(await first.locator('.origin').innerText()).toContain(one);
    await first.locator('.why input').fill('the cold store is ours');
    // Removed: it stays to be seen, and comes back with the focus in it.
    await second.locator('.acts button').last().click();
    await page.waitForSelector(gone);
    await page.locator(`${gone} .button`).click();
    await eventually(() => focused(page)).toBe(two);
    await second.locator('.acts button').last().click();
    await page.locator('[id="f-duties"] .inner > .list > .button').first().click();
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type('reads the temperature of the cold store');
    await page.locator('[id="f-summary"]').fill('You keep the office and the cold store in order');
    await page.waitForFunction(() => document.querySelector('.page-host')?.shadowRoot?.textContent?.includes('the cold store in order'));
    await eventually(() => page.locator('.variant-bar .quiet').first().innerText()).toBe('differs in: 2 changed, 1 added, 1 removed');
    await page.locator('.variant-bar input').check();
    expect(await page.locator('[id="f-duties"] li.same:visible').count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);

    // Proposing needs a register: the studio says so, and begins one.
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await page.waitForSelector('dialog .redline h3');
    expect(await page.locator('dialog .redline ins').allInnerTexts()).toContain('reads the temperature of the cold store');
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('dialog .finding .button').click();
    await page.locator('#propose-summary').fill('The cold store is looked after by the office.');
    await page.locator('dialog .primary').click();
    await page.waitForSelector('#decide-title');
    expect(fileOf(at)).toBe(before);
    expect(readFileSync(join(at.folder, '.gitignore'), 'utf8')).toContain('/register/');
    expect(await page.locator('.redline del').allInnerTexts()).toContain(two);
    expect(await faultsOf(page)).toEqual([]);

    // Returned without a comment it is not; with one it can be gone on with.
    await page.locator('.acts .button', { hasText: 'Return' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('comment');
    expect(await page.locator('#comment-f').isVisible()).toBe(true);
    await page.locator('#comment').fill('Say how often.');
    await page.locator('.acts .button', { hasText: 'Return' }).click();
    await page.locator('.button', { hasText: 'Go on with it' }).click();
    await page.waitForSelector('.finding.news');
    const added = clauses(page).last().locator('textarea').first();
    expect(await added.inputValue()).toBe('reads the temperature of the cold store');
    await added.fill('reads the temperature of the cold store every hour');
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await page.locator('#propose-summary').fill('Every hour.');
    await page.waitForSelector('dialog .redline h3');
    // People would sign other words under the same version: the next one is offered, and taken where nobody minds.
    expect(await page.getByLabel('Make it version 1.1.0').isChecked()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('dialog .primary').click();
    await page.waitForSelector('#decide-title');
    await page.getByLabel('I approve my own proposal').check();
    await page.locator('.acts .primary').click();
    await page.waitForSelector('.chip.current');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

    const [old, now] = [linesOf(before), linesOf(fileOf(at))];
    expect(old.filter((line) => !now.includes(line))).toEqual(['version: 1.0.0']);
    expect(now.filter((line) => !old.includes(line))).toEqual([
      'version: 1.1.0',
      'summary:',
      '  en: You keep the office and the cold store in order',
      expect.stringMatching(/^ {2}en-US: /),
      expect.stringMatching(/^ {2}- remove: [a-z-]+$/),
      '  - add:',
      '      id: reads-the-temperature-of',
      '      text: reads the temperature of the cold store every hour',
      expect.stringMatching(/^ {4}in: [a-z-]+$/),
      expect.stringMatching(/^ {2}- change: [a-z-]+$/),
      '    text: keeps the office, and the cold store, in working order',
      '    why: the cold store is ours',
    ]);

    // The department is told to use it, and the papers of its people are made of it.
    await visit(page, at, 'department');
    expect(await page.locator('.variant-rows').innerText()).toContain('not used yet');
    await page.locator('.variant-rows a').click();
    await page.locator('.finding.news .button').click();
    await eventually(() => readFileSync(join(at.folder, 'organisation.yaml'), 'utf8')).toContain('office-manager: departments/hr.yaml');
    expect(linesOf(firm).filter((line) => !linesOf(readFileSync(join(at.folder, 'organisation.yaml'), 'utf8')).includes(line))).toEqual([]);
    expect(wrong).toEqual([]);
    await at.close();
  });

  it('lets nobody approve their own proposal where two are asked for, and nobody what has changed since', async () => {
    const at = await start('nl', 'Piet ter Horst');
    const { page } = await opened(at);
    await variant(page, at);
    await page.locator('[id="f-summary"]').fill('Houdt het kantoor draaiend');
    await page.getByRole('button', { name: 'Voorstellen' }).click();
    await page.locator('dialog .finding .button').click();
    await page.locator('#propose-summary').fill('Korter.');
    await page.waitForSelector('dialog .redline h3');
    await page.locator('dialog .primary').click();
    await page.waitForSelector('#decide-title');
    const proposal = page.url().split('/').at(-1) ?? '';
    await at.byTwo();
    await visit(page, at, `proposals/${proposal}`);
    expect(await page.locator('.acts .primary').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('Dit is uw eigen voorstel');
    await at.close(true);

    const other = await start('nl', 'Anna de Wit', at.folder);
    const { page: desk } = await opened(other);
    await visit(desk, other, `proposals/${proposal}`);
    expect(await desk.locator('.acts .primary').count()).toBe(1);
    // While it is looked at, the file changes.
    writeFileSync(join(at.folder, 'departments/hr.yaml'), `${fileOf(other)}# later\n`);
    await desk.locator('.acts .primary').click();
    await desk.waitForSelector('.finding.error');
    expect(fileOf(other)).toContain('# later');
    await visit(desk, other, `proposals/${proposal}`);
    expect(await desk.locator('.acts .primary').count()).toBe(0);
    await other.close();
  });

  it('shows the news of the role, and records what was decided', async () => {
    const at = await start('ru');
    const { page } = await opened(at);
    await variant(page, at);
    await clauses(page).first().locator('textarea').first().fill('следит за складом');
    await page.keyboard.press('Control+s');
    await eventually(() => fileOf(at)).toContain('следит за складом');
    // HR changes the role: a clause that the variant changes, another, a new one, one less, and its version.
    const role = join(at.folder, 'roles/office-manager.yaml');
    const text = readFileSync(role, 'utf8');
    const ids = [...text.slice(text.indexOf('\nduties:')).matchAll(/^ +- id: ([a-z-]+)$/gm)].map(([, id = '']) => id);
    const blockOf = (id: string): string => new RegExp(`^( +)- id: ${id}\\n(?:\\1 +.*\\n)+`, 'm').exec(text)?.[0] ?? '';
    const [, changed = '', other = '', ...rest] = ids;
    // One that nothing else in the role refers to.
    const left =
      rest.find((id) => text.split(id).length === 2 && blockOf(id).includes('  text:') && !blockOf(id).includes('duties:')) ?? '';
    expect([changed, other, left].map((id) => blockOf(id).includes('text:'))).toEqual([true, true, true]);
    const reworded = (id: string): string => blockOf(id).replace(/text:.*/, `text: иначе сказано о ${id}`);
    const indent = /^ */.exec(blockOf(left))?.[0] ?? '';
    writeFileSync(
      role,
      text
        .replace(blockOf(changed), reworded(changed))
        .replace(blockOf(other), reworded(other))
        .replace(blockOf(left), `${indent}- id: water-plants\n${indent}  text: поливает цветы\n`)
        .replace('version: 2.0.0', 'version: 2.1.0'),
    );
    await visit(page, at, 'roles/office-manager-hr');
    await page.waitForSelector('.news-rows li');
    const rows = page.locator('.news-rows > li');
    const said = await rows.allInnerTexts();
    expect(said).toHaveLength(4);
    expect(said[0]).toContain('Изменено и в роли, и здесь:');
    expect(said[0]).toContain('следит за складом');
    expect(said.join('\n')).toContain('Новое в роли: поливает цветы');
    expect(await faultsOf(page)).toEqual([]);
    // As in the role; not for us; the rest is noted. Undone, it is news again.
    await rows.nth(0).locator('.button').nth(1).click();
    await eventually(() => rows.count()).toBe(3);
    await rows.filter({ hasText: 'поливает цветы' }).locator('.button').nth(1).click();
    await eventually(() => rows.count()).toBe(2);
    await page.keyboard.press('Control+z');
    await eventually(() => rows.count()).toBe(3);
    await page.keyboard.press('Control+Shift+z');
    await eventually(() => rows.count()).toBe(2);
    await page.locator('.news-list .acts .button').last().click();
    await eventually(() => page.locator('.news-list').count()).toBe(0);
    await page.keyboard.press('Control+s');
    await eventually(() => fileOf(at)).toContain('  version: 2.1.0');
    expect(fileOf(at)).toContain('  - remove: water-plants');
    expect(fileOf(at)).not.toContain('следит за складом');
    await visit(page, at, 'roles/office-manager-hr');
    expect(await page.locator('.news-list').count()).toBe(0);
    await at.close();
  });

  it.each([
    ['ru', 'dark', 320],
    ['nl', 'light', 390],
    ['en', 'dark', 1280],
  ] as const)('has nothing that axe finds, and nothing that sticks out: %s %s %i', async (language, scheme, width) => {
    const at = await start(language);
    const { page } = await opened(at, { colorScheme: scheme, viewport: { width, height: 800 } });
    for (const route of ['proposals', 'department', 'roles/key-account-manager']) {
      await visit(page, at, route);
      await page.waitForTimeout(400);
      expect([route, await faultsOf(page)]).toEqual([route, []]);
      expect([route, await fits(page)]).toEqual([route, 0]);
    }
    await variant(page, at);
    await clauses(page).first().locator('textarea').first().fill('abc');
    await clauses(page).nth(1).locator('.acts button').last().click();
    await clauses(page).nth(2).locator('textarea').first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForSelector('.is-moved');
    expect(await faultsOf(page)).toEqual([]);
    expect(await fits(page)).toBeLessThanOrEqual(0);
    await at.close();
  });

  it('tells of a file that is none, and of one that is gone', async () => {
    const at = await start('en');
    const { page } = await opened(at);
    await variant(page, at);
    writeFileSync(join(at.folder, 'departments/hr.yaml'), fileOf(at).replace('extends: office-manager', 'extends: nobody'));
    await visit(page, at, 'roles/office-manager-hr');
    await page.waitForSelector('.finding.error');
    expect(await page.locator('.finding.error').innerText()).toContain('nobody');
    rmSync(join(at.folder, 'departments/hr.yaml'));
    await visit(page, at, 'roles/office-manager-hr');
    await page.waitForSelector('.finding.error');
    expect(existsSync(join(at.folder, 'departments/hr.yaml'))).toBe(false);
    await at.close();
  });
});
