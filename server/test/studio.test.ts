/// <reference lib="dom" />
/** The studio as somebody uses it, in a browser: roles, a role with its paper, saving, and what must not go wrong. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { Locale } from 'rolewright';
import { triesBrowser } from './programs.js';
import { builtPages, faultsOf, fillStudioFolder, openBrowser, openStudioAt, studioFolder, visit } from './studio-browser.js';
import type { StudioAt } from './studio-browser.js';

const wait = 40_000;
/** The machine may have other things to do. */
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: wait, interval: 100 });

/** Bytes of script and style, compressed, before anything is shown. */
const firstLoad = 120_000;

describe.skipIf(!triesBrowser)('the studio', { timeout: 180_000 }, () => {
  let pages: string;
  let browser: Browser;
  beforeAll(async () => {
    [pages, browser] = await Promise.all([builtPages(), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    for (const at of studios.values()) await at.close();
  });

  /** One in each language for all tests: reading dictionaries and the library takes more than what is looked at. */
  const studios = new Map<Locale, StudioAt>();
  async function studioIn(language: Locale): Promise<StudioAt> {
    const at = studios.get(language) ?? (await openStudioAt(studioFolder(language), pages, language));
    studios.set(language, at);
    fillStudioFolder(at.folder, language);
    return at;
  }

  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });

  async function opened(
    language: Locale,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ readonly at: StudioAt; readonly page: Page; readonly wrong: string[] }> {
    const at = await studioIn(language);
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 850 }, ...options })).newPage();
    page.setDefaultTimeout(wait);
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') wrong.push(`asked ${request.url()}`);
    });
    await page.goto(at.address);
    return { at, page, wrong };
  }
  const fileOf = ({ folder }: StudioAt): string => readFileSync(join(folder, 'roles/office-manager.yaml'), 'utf8');
  const paperSays = (page: Page, words: string): Promise<unknown> =>
    page.waitForFunction((said) => document.querySelector('.page-host')?.shadowRoot?.textContent?.includes(said), words);
  const duty = '[id="f-duties"] .inner textarea';
  const summary = '[id="f-summary"]';

  it('is small, and has nothing written into its page that a content policy would refuse', () => {
    // What is loaded later, for those who want it, is none of the first load.
    const html = readFileSync(join(pages, 'index.html'), 'utf8');
    const assets = readdirSync(join(pages, 'assets')).filter((name) => html.includes(name));
    expect(assets.length).toBeGreaterThan(1);
    const size = assets.reduce((sum, name) => sum + gzipSync(readFileSync(join(pages, 'assets', name))).length, 0);
    expect(size).toBeLessThan(firstLoad);
    expect(statSync(join(pages, 'index.html')).size).toBeLessThan(2000);
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)/);
  });

  it('lets nobody in without the secret', async () => {
    const at = await studioIn('en');
    const answers = await Promise.all(
      ['roles', 'roles/office-manager'].map((path) => fetch(new URL(`/api/v1/studio/${path}`, at.address))),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });

  it('shows what is typed on the paper, undoes it, and saves it with the rest of the file as it was', async () => {
    const { at, page, wrong } = await opened('en');
    await visit(page, at, 'roles/office-manager');
    const before = fileOf(at);
    const field = page.locator(summary);
    const was = await field.inputValue();
    await field.fill('You water the plants on every floor');
    await paperSays(page, 'You water the plants on every floor');
    await page.keyboard.press('Control+z');
    await eventually(() => field.inputValue()).toBe(was);
    await page.keyboard.press('Control+Shift+z');
    await eventually(() => field.inputValue()).toBe('You water the plants on every floor');
    await page.keyboard.press('Control+s');
    await eventually(() => fileOf(at)).toContain('You water the plants on every floor');
    const [old, now] = [before.split('\n'), fileOf(at).split('\n')];
    expect(now.filter((line) => !old.includes(line))).toHaveLength(1);
    expect(wrong).toEqual([]);
  });

  it('brings back what was not saved, and says so', async () => {
    const { at, page } = await opened('ru');
    await visit(page, at, 'roles/office-manager');
    await page.locator(duty).first().fill('поливает цветы');
    await page.waitForTimeout(2000);
    await page.reload();
    await page.waitForSelector('.finding.news');
    expect(await page.locator(duty).first().inputValue()).toBe('поливает цветы');
    expect(fileOf(at)).not.toContain('поливает цветы');
    await page.locator('.finding.news button').click();
    await eventually(() => page.locator(duty).first().inputValue()).not.toBe('поливает цветы');
  });

  it('does not write over what was changed elsewhere: shows both, and saves what is chosen', async () => {
    const { at, page } = await opened('en');
    await visit(page, at, 'roles/office-manager');
    const [first, second] = [page.locator(duty).nth(0), page.locator(duty).nth(1)];
    const [one, two] = [await first.inputValue(), await second.inputValue()];
    await first.fill('opens the office at eight');
    await second.fill('locks the office at six');
    const theirs = fileOf(at).replace(one, 'opens the office at seven');
    expect(theirs).not.toBe(fileOf(at));
    writeFileSync(join(at.folder, 'roles/office-manager.yaml'), theirs);
    await page.keyboard.press('Control+s');
    await page.waitForSelector('dialog[open]');
    expect(await faultsOf(page)).toEqual([]);
    expect(fileOf(at)).toBe(theirs);
    const said = await page.locator('dialog').innerText();
    expect(said).toContain('opens the office at eight');
    expect(said).toContain('opens the office at seven');
    expect(said).not.toContain('locks the office at six');
    await page.locator('dialog .versus label').nth(1).click();
    await page.locator('dialog .primary').click();
    await eventually(() => fileOf(at)).toContain('locks the office at six');
    expect(fileOf(at)).toContain('opens the office at seven');
    expect(fileOf(at)).not.toContain(two);
  });

  it('moves, adds and removes clauses by keyboard, and the focus goes along', async () => {
    const { at, page } = await opened('nl');
    await visit(page, at, 'roles/office-manager');
    const texts = async (): Promise<string[]> =>
      page
        .locator('[id="f-duties"] .inner')
        .first()
        .locator('.clauses > li > div > .field > textarea')
        .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    const [first, second] = await texts();
    await page.locator(duty).first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await eventually(texts).toEqual(expect.arrayContaining([second, first]));
    expect((await texts()).slice(0, 2)).toEqual([second, first]);
    await eventually(() => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toBe(first);
    const count = (await texts()).length;
    await page.locator('[id="f-duties"] .inner > .list > .button').first().click();
    await eventually(async () => (await texts()).length).toBe(count + 1);
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type('zet koffie');
    await eventually(async () => (await texts()).at(-1)).toBe('zet koffie');
  });

  it('shows text as text, whatever it looks like', async () => {
    const { at, page, wrong } = await opened('en');
    await visit(page, at, 'roles/office-manager');
    await page.locator(summary).fill('<img src=x onerror=alert(1)><b>bold</b>');
    await paperSays(page, 'onerror=alert(1)');
    expect(
      await page.evaluate(() => document.querySelector('.page-host')?.shadowRoot?.querySelectorAll('main img, li img, li b').length),
    ).toBe(0);
    expect(wrong).toEqual([]);
  });

  it('finds roles by any of their texts, and takes one over from the library', async () => {
    const { at, page } = await opened('en');
    await visit(page, at, 'roles');
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.activeElement?.id === 'q');
    await page.keyboard.type('key customers');
    await page.waitForSelector('.hit');
    await eventually(() => page.locator('tbody tr').count()).toBeLessThan(14);
    await visit(page, at, 'roles/sales-manager');
    expect(await page.locator(duty).first().getAttribute('readonly')).not.toBeNull();
    await page.locator('.finding.news button').click();
    await page.waitForSelector('.acts .primary');
    expect(readFileSync(join(at.folder, 'roles/sales-manager.yaml'), 'utf8')).toContain('languages: [ en ]');
  });

  it.each([
    ['en', 'Warehouse manager'],
    ['ru', 'Заведующий складом'],
    ['nl', 'Magazijnchef'],
  ] as const)('begins a role of which a paper can be made: %s', async (language, title) => {
    const { at, page, wrong } = await opened(language);
    await visit(page, at, 'roles');
    await page.locator('.head .primary').click();
    await page.locator('#new-title').fill(title);
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('dialog .primary').click();
    await page.waitForSelector('.page.role');
    await eventually(() => page.locator('h1').first().innerText()).toBe(title);
    await page.waitForFunction(() => (document.querySelector('.page-host')?.shadowRoot?.textContent?.length ?? 0) > 500);
    expect(wrong).toEqual([]);
  });

  const looks = (['en', 'ru', 'nl'] as const).flatMap((language) =>
    (['light', 'dark'] as const).flatMap((scheme) => [320, 390, 1366, 1920].map((width) => ({ language, scheme, width }))),
  );
  it.each(looks)(
    'has nothing that axe finds, and nothing that sticks out: $language $scheme $width',
    async ({ language, scheme, width }) => {
      const { at, page } = await opened(language, { colorScheme: scheme, viewport: { width, height: 850 } });
      for (const route of ['roles', 'roles/office-manager', 'roles/key-account-manager', 'roles/nowhere']) {
        await visit(page, at, route);
        await page.waitForTimeout(500);
        expect([route, await faultsOf(page)]).toEqual([route, []]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), route).toBeLessThanOrEqual(0);
      }
      if (width < 768) {
        await page.locator('.more button').click();
        await page.waitForSelector('.menu a[href="#/department"]');
        expect(await faultsOf(page)).toEqual([]);
        await page.locator('.menu button').last().click();
      } else await page.locator('.me:not(.acts-as) button').click();
      await page.waitForSelector('dialog[open] kbd');
      expect(await faultsOf(page)).toEqual([]);
    },
  );
});
