/**
 * HR in the browser, from an empty folder to a paper that somebody has acknowledged: the employer, people pasted from a spreadsheet and put
 * right, papers issued, an answer recorded; and what goes wrong on the way.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { triesBrowser } from './programs.js';
import { builtPages, faultsOf, openBrowser, openStudioAt } from './studio-browser.js';
import type { StudioAt } from './studio-browser.js';

/** Everything is looked at where there is time for it. */

const language = 'ru';
/** A role is misspelt, and a day is none. */
const list = [
  'ФИО\tПол\tТабельный номер\tДолжность\tОтдел\tДата приёма',
  'Иванова Анна Петровна\tж\t00101\tМенеджер по продажам\tОтдел продаж\t02.03.2026',
  'Петров Сергей Николаевич\tм\t00102\tМенеджер по персоналуу\tОтдел кадров\t31.02.2026',
  'Смирнова Ольга Викторовна\tж\t00103\tМенеджер по персоналу\tОтдел кадров\t01.04.2026',
  'Фёдоров Алексей Юрьевич\tм\t00104\tОфис-менеджер\tАдминистративный отдел\t30.11.2026',
  'Кузнецова Мария Игоревна\tж\t00105\tМенеджер по продажам\tОтдел продаж\t01.05.2026',
  '',
].join('\n');

/** Milliseconds; the machine may have other things to do. */
const wait = 90_000;

describe.skipIf(!triesBrowser)('HR in the studio', { timeout: wait }, () => {
  let browser: Browser;
  let pages: string;
  let at: StudioAt;
  let page: Page;
  const wrong: string[] = [];

  beforeAll(async () => {
    pages = await builtPages();
    browser = await openBrowser();
    at = await openStudioAt(mkdtempSync(join(tmpdir(), 'rolewright-hr-')), pages, language);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    page.on('pageerror', ({ message }) => wrong.push(message));
    page.on('console', (said) => (said.type() === 'error' ? wrong.push(said.text()) : undefined));
    await page.goto(at.address);
  }, wait);
  afterAll(async () => {
    await browser?.close();
    await at?.close();
    rmSync(pages, { recursive: true, force: true });
  });

  /** Both widths and both schemes, at the page as it stands. */
  const looksGood = async (): Promise<void> => {
    for (const { width, scheme } of [1280, 320].flatMap((one) => (['light', 'dark'] as const).map((scheme) => ({ width: one, scheme })))) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      // Colours pass from one to the other for a moment.
      await page.waitForTimeout(300);
      expect([width, scheme, await faultsOf(page)]).toEqual([width, scheme, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  };
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
  const go = async (hash: string, there: string): Promise<void> => {
    await page.evaluate((to) => void (location.hash = to), hash);
    await page.waitForSelector(there);
  };

  it('asks for the employer first, and writes its file', async () => {
    await page.waitForSelector('#firm-h');
    await looksGood();
    const field = (label: string) => page.getByLabel(label, { exact: true });
    await field('Название организации').fill('ООО «Северный ветер»');
    await field('Город').fill('г. Санкт-Петербург');
    await field('Фамилия').fill('Лебедева');
    await field('Имя').fill('Марина');
    await field('Отчество').fill('Викторовна');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#first-h');
    const text = readFileSync(join(at.folder, 'organisation.yaml'), 'utf8');
    expect(text).toContain('name: ООО «Северный ветер»');
    expect(text).toContain('approver: general-director');
    expect(await focused()).toBe('main');
    await looksGood();
  });

  it('finds what is wrong in a pasted list at its cell, and takes the list over once it is put right', async () => {
    await page.getByRole('link', { name: 'Вставить или загрузить список' }).first().click();
    await page.locator('#paste').fill(list);
    await page.getByRole('button', { name: 'Проверить' }).click();
    await page.waitForSelector('#rows-h');
    // The rows with errors come first, under the number that the pasted list gives them.
    expect(await page.locator('#c-3-3').getAttribute('aria-invalid')).toBe('true');
    const described = (await page.locator('#c-3-3').getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`#${described}`).innerText()).toContain('Строка 3, «Должность»');
    await looksGood();
    await page.getByRole('button', { name: 'Заменить на «Менеджер по персоналу»', exact: false }).click();
    await expect.poll(focused).toBe('c-3-3');
    await page.locator('#c-3-5').fill('09.03.2026');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Принять 5 человек' }).click();
    await page.waitForSelector('#taken-h');
    expect(await focused()).toBe('taken-h');
    expect(readFileSync(join(at.folder, 'organisation.yaml'), 'utf8')).toContain('name: Отдел кадров');
    expect(readFileSync(join(at.folder, '.gitignore'), 'utf8')).toContain('/register/');
    await go('#/people', 'tbody tr');
    expect(await page.locator('tbody tr').count()).toBe(5);
    await page.locator('#q').fill('ив пет');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    await looksGood();
    // A list that was taken over is not there to be taken once more.
    await go('#/people/list', '#paste');
  });

  it('shows each paper before it is issued, then issues them with numbers that follow one another', async () => {
    await go('#/issue', '#papers-h');
    await looksGood();
    expect(await page.locator('tbody tr').count()).toBe(3);
    await page.locator('tbody .button').first().click();
    await page.waitForSelector('dialog .pane[aria-busy=false]');
    const shown = await page.evaluate(() => document.querySelector('.page-host')?.shadowRoot?.textContent ?? '');
    expect(shown).toContain('Лебедева');
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.head .primary').click();
    await page.getByRole('link', { name: 'Скачать всё (ZIP)' }).waitFor();
    await page.getByText('Выдано 3 документа').waitFor();
    const folder = join(at.folder, 'out/2026-12-01');
    expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toHaveLength(3);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Скачать всё (ZIP)' }).click()]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await looksGood();
    // Issued once more, nothing is: no number is taken twice.
    await go('#/issue', '#papers-h');
    await page.getByText('Выдавать нечего').first().waitFor();
    expect(await page.locator('.head .primary').getAttribute('aria-disabled')).toBe('true');
  });

  it('records that somebody has acknowledged before HR, and says so on each screen', async () => {
    await go('#/register', 'tbody tr');
    expect(await page.locator('tbody tr').count()).toBe(5);
    await looksGood();
    await page.getByRole('link', { name: 'Иванова Анна Петровна' }).click();
    await page.getByRole('button', { name: 'Ознакомлена лично' }).click();
    await page.waitForSelector('dialog .quote');
    expect(await page.locator('dialog .quote').innerText()).toContain('ознакомлена');
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('dialog input[type=date]').fill('2026-11-30');
    await page.locator('dialog .primary').click();
    // The paper is of the day after: the register refuses, in words, and the dialog stays.
    await page.waitForSelector('dialog [role=alert]');
    await page.locator('dialog input[type=date]').fill('2026-12-01');
    await page.locator('dialog .primary').click();
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.locator('.chip.current').waitFor();
    await expect.poll(focused).toMatch(/^paper-d_/);
    await looksGood();
    await go('#/register/current', 'tbody tr');
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    await go('#/today', '#waits-h');
    await looksGood();
    expect(wrong.filter((one) => !one.includes('409') && !one.includes('422'))).toEqual([]);
  });

  it('takes back what was noted by mistake, and notes that somebody does not agree', async () => {
    await go('#/register/current', 'tbody tr');
    await page.getByRole('link', { name: 'Иванова Анна Петровна' }).click();
    await page.getByRole('button', { name: 'Отмечено по ошибке' }).click();
    expect(await page.locator('dialog .danger').getAttribute('aria-disabled')).toBe('true');
    await page.locator('dialog textarea').fill('Это была другая Иванова');
    await page.locator('dialog .danger').click();
    await page.getByRole('button', { name: 'Направить на ознакомление' }).click();
    await page.getByRole('button', { name: 'Не согласна', exact: true }).click();
    await page.waitForSelector('dialog textarea');
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('dialog textarea').fill('Слишком много поездок');
    await page.locator('dialog .primary').click();
    await page.getByText('Несогласие записано').waitFor();
    await page.locator('.chip').getByText('Не согласна').waitFor();
    expect(await page.getByText('«Слишком много поездок»').count()).toBe(1);
    await looksGood();
  });

  it('asks back where a last day seems wrong, and takes it back', async () => {
    await page.getByRole('button', { name: 'Отметить увольнение' }).click();
    await page.locator('dialog input[type=date]').fill('2026-11-20');
    await page.locator('dialog .danger').click();
    await page.waitForSelector('dialog [role=alert]');
    await page.getByLabel('День указан верно').check();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('dialog .danger').click();
    await page.getByRole('button', { name: 'Не уволена' }).click();
    await page.locator('dialog textarea').fill('Старый список');
    await page.locator('dialog .primary').click();
    await page.getByRole('button', { name: 'Отметить увольнение' }).waitFor();
    // The number is put right, where the register has it once.
    await page.getByRole('button', { name: 'Номер и адреса' }).click();
    const number = page.locator('dialog input').first();
    await number.fill('00103');
    await page.locator('dialog .primary').click();
    await page.waitForSelector('dialog [role=alert]');
    await number.fill('00201');
    await page.locator('dialog .primary').click();
    await page.getByText('00201 ·').waitFor();
  });

  it('keeps a list that cannot be read out, and says why', async () => {
    await go('#/people/list', '#paste');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 not a list') });
    await page.waitForSelector('main [role=alert]');
    expect(await page.locator('main [role=alert]').innerText()).toContain('paper.pdf');
    await page.locator('#paste').fill('ФИО\tДолжность\n<img src=x onerror=alert(1)>\tОфис-менеджер\n');
    await page.getByRole('button', { name: 'Проверить' }).click();
    await page.waitForSelector('#rows-h');
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.locator('#c-2-0').inputValue()).toContain('onerror');
    expect(existsSync(join(at.folder, 'register'))).toBe(true);
  });

  it('has the state of the register beside it, with a back-up and what may go, by name', async () => {
    await go('#/care', '#retention-h');
    await page.waitForFunction(() => document.querySelector('section[aria-busy=true]') === null);
    await page.getByRole('button', { name: 'Сделать копию сейчас' }).click();
    await page.getByText('с тех пор ничего не произошло').waitFor();
    expect(readdirSync(join(at.folder, 'backups')).filter((name) => name.startsWith('2026-'))).toHaveLength(1);
    await looksGood();
  });
});
