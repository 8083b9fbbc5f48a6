/** The screen of the organisation in the browser: filled in by keyboard, told at its field what is wrong, saved, and taken back once it was asked. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Locale } from 'rolewright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { triesBrowser } from './programs.js';
import { builtPages, faultsOf, openBrowser, openStudioAt, studioFolder, visit } from './studio-browser.js';
import type { StudioAt } from './studio-browser.js';

/** Milliseconds; the machine may have other things to do. */
const wait = 90_000;

describe.skipIf(!triesBrowser)('the organisation in the studio', { timeout: wait }, () => {
  let browser: Browser;
  let pages: string;
  let at: StudioAt;
  let page: Page;
  const wrong: string[] = [];
  const text = (): string => readFileSync(join(at.folder, 'organisation.yaml'), 'utf8');

  const begin = async (language: Locale, change: (text: string) => string = (one) => one): Promise<void> => {
    await page?.close();
    await at?.close();
    const folder = studioFolder(language);
    const path = join(folder, 'organisation.yaml');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    at = await openStudioAt(folder, pages, language);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    page.on('pageerror', ({ message }) => wrong.push(message));
    await page.goto(at.address);
    await visit(page, at, 'organisation');
  };

  beforeAll(async () => {
    pages = await builtPages();
    browser = await openBrowser();
  }, wait);
  afterAll(async () => {
    await browser?.close();
    await at?.close();
    rmSync(pages, { recursive: true, force: true });
  });

  it('adds the superior whom the roles name, by keyboard, and takes it back once it was asked', async () => {
    await begin(
      'nl',
      () => 'schema: 2\nname: Drukkerij # ours\njurisdiction: nl\nlanguages: [nl]\nposts:\n  owner:\n    title: eigenaar\n',
    );
    const before = text();
    await page.getByRole('button', { name: '‘algemeen directeur’ toevoegen' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('last-new-1');
    await page.keyboard.type('Dijk');
    await page.keyboard.press('Tab');
    await page.keyboard.type('van');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Jan');
    await page.keyboard.press('Enter');
    await page.locator('.toast').filter({ hasText: 'Opgeslagen in organisation.yaml.' }).waitFor();
    expect(text()).toBe(
      `${before}  general-director:\n    title: algemeen directeur\n    holder:\n      last: Dijk\n      particle: van\n      first: Jan\n`,
    );
    expect(await page.getByText('Uw rollen noemen leidinggevenden').count()).toBe(0);

    await page.getByRole('button', { name: 'Laatste opslag terugdraaien' }).click();
    expect(text()).not.toBe(before);
    await page.getByRole('button', { name: 'Terugdraaien', exact: true }).click();
    await expect.poll(text).toBe(before);
  });

  it('says at its field what is wrong, writes nothing, and keeps what was typed while another screen is looked at', async () => {
    await begin('nl', () => 'schema: 2\nname: Drukkerij\njurisdiction: nl\nlanguages: [nl]\n');
    const before = text();
    await page.getByLabel('Nummers van stukken').fill('FB-{nummer}');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('found-h');
    const field = page.getByLabel('Nummers van stukken');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = (await field.getAttribute('aria-describedby'))?.split(' ').at(-1) ?? '';
    expect(await page.locator(`[id="${described}"]`).innerText()).toContain('nummer');
    expect(text()).toBe(before);
    await page.evaluate(() => void (location.hash = '#/people'));
    await page.waitForSelector('#main:not([aria-busy=true])');
    await page.evaluate(() => void (location.hash = '#/organisation'));
    expect(await page.getByLabel('Nummers van stukken').inputValue()).toBe('FB-{nummer}');
  });

  it.each(['ru', 'en', 'nl'] as const)('is clear to everybody, wide and narrow: %s', async (language) => {
    await begin(language);
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await faultsOf(page)]).toEqual([width, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    expect(wrong).toEqual([]);
  });
});
