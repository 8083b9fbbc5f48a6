/// <reference lib="dom" />
/** Word files in the studio: brought, looked through, saved as a role or as a variant, and what must not go wrong. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { triesBrowser } from './programs.js';
import { openStudioAt, builtPages, faultsOf, openBrowser, studioFolder, visit } from './studio-browser.js';
import type { StudioAt } from './studio-browser.js';
import { parse } from 'yaml';

const wait = 40_000;
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: wait, interval: 100 });

/** A Word file of paragraphs; those that begin with # are headings. */
function wordFile(lines: readonly string[]): Buffer {
  const ooxml = 'http://schemas.openxmlformats.org';
  const body = lines
    .map((line) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;'))
    .map((line) =>
      line.startsWith('#')
        ? `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${line.slice(1)}</w:t></w:r></w:p>`
        : `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`,
    );
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `<Types xmlns="${ooxml}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `<Relationships xmlns="${ooxml}/package/2006/relationships"><Relationship Id="r" Type="${ooxml}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/document.xml': strToU8(
        `<w:document xmlns:w="${ooxml}/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
      ),
    }),
  );
}

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const store = {
  ...{ name: 'Storekeeper JD v3.docx', mimeType: type },
  buffer: wordFile([
    '#Job description',
    'Job title: Storekeeper',
    '#Duties',
    '1. Check all deliveries and report <b>shortages</b>.',
    '2. Keep stock records.',
    '#Curios',
    'Oysters glitter greenly.',
  ]),
};
const whole = {
  ...{ name: 'Receptionist.docx', mimeType: type },
  buffer: wordFile([
    '#Job description',
    'Job title: Receptionist',
    'Reports to: Office Manager',
    '#Purpose',
    'To welcome visitors.',
    '#Duties',
    '1. Greet visitors.',
    '2. Answer calls.',
  ]),
};
const scan = { name: 'scan.docx', mimeType: type, buffer: Buffer.from('%PDF-1.7 no Word file') };

describe.skipIf(!triesBrowser)('Word files in the studio', { timeout: 120_000 }, () => {
  let pages: string;
  let browser: Browser;
  beforeAll(async () => {
    [pages, browser] = await Promise.all([builtPages(), openBrowser()]);
  }, 120_000);
  afterAll(() => browser?.close());

  async function opened(
    folder = studioFolder('en'),
    options: Parameters<Browser['newContext']>[0] = {},
    language: 'en' | 'ru' | 'nl' = 'en',
  ): Promise<{ readonly at: StudioAt; readonly page: Page; readonly wrong: string[] }> {
    const at = await openStudioAt(folder, pages, language);
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 850 }, ...options })).newPage();
    page.setDefaultTimeout(wait);
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    await page.goto(at.address);
    await visit(page, at, 'import');
    return { at, page, wrong };
  }
  const bring = async (page: Page, files: readonly (typeof store)[]): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles([...files]);
    await page.waitForSelector('main[aria-busy=false] table');
  };
  const openFile = async (page: Page, name: string): Promise<void> => {
    await page.locator('tbody th a', { hasText: name }).click();
    await page.waitForSelector('#to-decide');
  };

  it('are listed with the worst first, looked through, and saved as a role that is then open', async () => {
    const { at, page, wrong } = await opened();
    await bring(page, [whole, store, scan]);
    const rows = await page.locator('tbody tr th').allInnerTexts();
    expect(rows.map((row) => row.split('\n')[0])).toEqual([scan.name, store.name, whole.name]);
    expect(await page.locator('tbody .finding.error').innerText()).toMatch(/Word/);
    const counts = await page.locator('tbody td.right:nth-of-type(4)').allInnerTexts();
    expect(counts.map(Number)).toEqual(counts.map(Number).sort((one, other) => other - one));

    await openFile(page, store.name);
    expect(await page.locator('.told.unplaced li').first().innerText()).toContain('Curios');
    // Text is text, whatever it looks like.
    expect(await page.locator('.pieces').innerText()).toContain('report <b>shortages</b>');
    await page.locator('.told.unplaced button').first().click();
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^piece-\d+$/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Curios');
    await page.locator('.told.unplaced li', { hasText: 'Oysters' }).locator('select').selectOption('conditions');
    await page.locator('.told.unplaced li', { hasText: 'Curios' }).locator('select').selectOption('out');
    await page.locator('#word-title').fill('Head storekeeper');
    await page.locator('#word-id').fill('head-storekeeper');
    await page.locator('.head .primary').click();
    await page.waitForSelector('.page.role');
    const role = parse(readFileSync(join(at.folder, 'roles/head-storekeeper.yaml'), 'utf8')) as Record<string, unknown>;
    expect(role).toMatchObject({ conditions: [{ text: 'Oysters glitter greenly' }] });
    expect(role).not.toHaveProperty('unplaced');
    expect([role.id, role.title]).toEqual(['head-storekeeper', 'Head storekeeper']);
    expect(existsSync(join(at.folder, 'import/head-storekeeper.html'))).toBe(true);
    expect(wrong).toEqual([]);

    // What was brought is still there, and says what became of it.
    await page.goBack();
    await page.locator('.crumb a').click();
    await eventually(() => page.locator('tbody .chip.current').count()).toBe(1);
    await at.close();
  });

  it('never write over a role: the page says so, and as a variant only the differences are written', async () => {
    const { at, page } = await opened();
    const before = readFileSync(join(at.folder, 'roles/office-manager.yaml'), 'utf8');
    await bring(page, [whole]);
    await openFile(page, whole.name);
    await page.locator('#word-id').fill('office-manager');
    await page.locator('.head .primary').click();
    await page.waitForSelector('[role=alert]');
    expect(await page.locator('[role=alert]').innerText()).toContain('office-manager');
    expect(readFileSync(join(at.folder, 'roles/office-manager.yaml'), 'utf8')).toBe(before);
    await page.locator('#word-id').fill('receptionist');
    await page.locator('#word-base').selectOption('office-manager');
    await page.waitForSelector('main[aria-busy=false] p[role=status]');
    await page.locator('.head .primary').click();
    await eventually(() => existsSync(join(at.folder, 'departments/receptionist.yaml'))).toBe(true);
    const overlay = parse(readFileSync(join(at.folder, 'departments/receptionist.yaml'), 'utf8')) as Record<string, unknown>;
    expect(overlay.extends).toBe('office-manager');
    expect(existsSync(join(at.folder, 'roles/receptionist.yaml'))).toBe(false);
    await at.close();
  });

  it('begin a project in an empty folder', async () => {
    const { at, page } = await opened(mkdtempSync(join(tmpdir(), 'rolewright-empty-')));
    await bring(page, [whole]);
    await openFile(page, whole.name);
    await page.locator('.head .primary').click();
    await page.waitForSelector('.page.role');
    expect(readFileSync(join(at.folder, 'rolewright.yaml'), 'utf8')).toContain('languages: [en]');
    await at.close();
  });

  it.each([
    ['ru', 'dark', 320],
    ['nl', 'light', 1280],
  ] as const)(
    'have nothing that axe finds, nothing that sticks out, and all by keyboard: %s %s %s',
    async (language, colorScheme, width) => {
      const { at, page } = await opened(studioFolder(language), { colorScheme, viewport: { width, height: 850 } }, language);
      const clean = async (where: string): Promise<void> => {
        expect([where, await faultsOf(page)]).toEqual([where, []]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0);
      };
      await clean('empty');
      await bring(page, [store, scan]);
      await clean('list');
      await page.locator('tbody th a').focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('#to-decide');
      await clean('file');
      await page.locator('.told button').first().focus();
      await page.keyboard.press('Enter');
      await eventually(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^piece-\d+$/);
      await page.locator('.pieces').evaluate(() => (document.querySelector('[name=pieces]') as HTMLElement).focus());
      await page.keyboard.press('ArrowRight');
      await eventually(() => page.locator('.pieces > li.left-out, .pieces > li.mapped').count()).toBe(0);
      await at.close();
    },
  );
});
