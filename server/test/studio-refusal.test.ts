/** A refusal in the browser where a note is enough: what its record waits for is said, and somebody says that there is no more. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { triesBrowser } from './programs.js';
import { builtPages, faultsOf, openBrowser, openStudioAt, visit } from './studio-browser.js';
import type { StudioAt } from './studio-browser.js';
import { visiting } from './visit.js';

/** Milliseconds; the machine may have other things to do. */
const wait = 90_000;

describe.skipIf(!triesBrowser)('a refusal in the studio', { timeout: wait }, () => {
  let browser: Browser;
  let pages: string;
  let at: StudioAt;
  let page: Page;

  beforeAll(async () => {
    const hr = visiting({ language: 'nl' });
    hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
    const departments = 'departments:\n  - { id: sales, name: verkoop }\n';
    hr.write('organisation.yaml', `schema: 2\nname: Tulp\nplace: Utrecht\njurisdiction: nl\nlanguages: [nl]\n${departments}`);
    hr.write(
      'people.csv',
      [
        'Naam,Geslacht,Personeelsnummer,Functie,Afdeling,Datum in dienst',
        'Anna de Vries,v,1001,sales-manager,sales,30-11-2026',
        'Jan de Boer,m,1002,sales-manager,sales,07-12-2026',
        '',
      ].join('\n'),
    );
    await hr.data('init');
    await hr.data('people people.csv');
    await hr.data('issue --all --kind job-description --format docx');
    await hr.data('request 1001 --kind job-description');
    pages = await builtPages();
    browser = await openBrowser();
    at = await openStudioAt(hr.folder, pages, 'nl');
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    await page.goto(at.address);
  }, wait);
  afterAll(async () => {
    await browser?.close();
    await at?.close();
    rmSync(pages, { recursive: true, force: true });
  });

  const said = () => page.locator('[role=status]').allInnerTexts();

  it('waits for words, and closes once there are none to come', async () => {
    await visit(page, at, 'people');
    await page.getByRole('link', { name: 'Anna de Vries' }).click();
    await page.getByRole('button', { name: 'Weigert te tekenen' }).click();
    await page.locator('dialog .primary').click();
    await expect.poll(said).toContainEqual(expect.stringContaining('De vastlegging wacht op een reden'));
    await page.getByRole('button', { name: 'Weigering vastleggen' }).click();
    await page.getByLabel('Er is geen reden gegeven', { exact: false }).check();
    expect(await faultsOf(page)).toEqual([]);
    // A reason makes the tick needless.
    await page.getByRole('textbox', { name: 'Reden' }).fill('Niet akkoord');
    expect(await page.getByLabel('Er is geen reden gegeven', { exact: false }).count()).toBe(0);
    await page.getByRole('textbox', { name: 'Reden' }).fill('');
    await page.locator('dialog .primary').click();
    await page.getByText('Weigering vastgelegd', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Opnieuw vragen' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it('is found in the register by its own state, as whoever starts later is', async () => {
    await visit(page, at, 'register');
    const filter = (name: string) => page.getByRole('group').getByRole('button', { name });
    await filter('Weigering vastgelegd').click();
    await expect.poll(() => page.locator('tbody tr').allInnerTexts()).toEqual([expect.stringContaining('Anna de Vries')]);
    await filter('Begint later').click();
    await expect.poll(() => page.locator('tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/Jan de Boer[^]*vanaf 7 december/)]);
    expect(await filter('Actueel').innerText()).toMatch(/^0/);
    expect(await faultsOf(page)).toEqual([]);
    await visit(page, at, 'today');
    expect(await page.locator('main').innerText()).toContain('0 van 1 getekend, 1 geweigerd');
    await visit(page, at, 'department');
    expect(await page.locator('main').innerText()).toContain('Weigering vastgelegd');
  });
});
