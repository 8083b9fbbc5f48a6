/// <reference lib="dom" />
/**
 * Whoever looks after a service, in the browser: from the link of the first administrator to accounts, keys, a back-up and what was done;
 * and the page on which anybody has a file looked at. Every screen in three languages, two widths and both schemes.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/access/accounts.js';
import { checkerApp } from '../src/checker/app.js';
import { routesOf } from '../src/http/api.js';
import { openApp } from '../src/http/app.js';
import type { AccountsDoor } from '../src/http/accounts-door.js';
import { linkTo, passwordLink } from '../src/http/entrance.js';
import { listen } from '../src/http/listen.js';
import type { Listening } from '../src/http/listen.js';
import { servicePages } from '../src/http/pages.js';
import { studioPages } from '../src/http/studio-pages.js';
import { openAuthority } from './authority.js';
import type { Authority } from './authority.js';
import { careDoor } from './care-door.js';
import { triesBrowser } from './programs.js';
import { keyIn, paper, sealed } from './sealable.js';
import { madeService } from './service.js';
import type { Made } from './service.js';
import { builtPages, faultsOf, openBrowser } from './studio-browser.js';

/** Milliseconds; the machine may have other things to do. */
const wait = 180_000;
const password = 'lamp orchard nine';
const languages = ['en', 'ru', 'nl'] as const;
/** Pictures of what was looked at, for whoever wants to see them. */
const pictures = process.env['PICTURES'];

describe.skipIf(!triesBrowser)('looking after a service', { timeout: wait }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let pages: string;
  let made: Made;
  let door: AccountsDoor;
  let listening: Listening;
  let authority: Authority;
  let first: string;
  const wrong: string[] = [];
  const environment = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'hr@example.org' };

  beforeAll(async () => {
    authority = openAuthority();
    pages = await builtPages();
    made = await madeService({ placement: { origin: null }, door: (parts) => (door = careDoor(parts, environment)) });
    const mounts = [
      { path: '/check', app: checkerApp() },
      studioPages(pages),
      { path: '/', app: servicePages({ entrance: door.entrance, places: [{ path: '/studio/index.html', phrase: 'pages.studio' }] }) },
    ] as const;
    listening = await listen(openApp(made.service, routesOf(made.service), mounts), { host: '127.0.0.1', port: 0 });
    const grants = [{ role: 'administrator', department: null, until: null }] as const;
    const root = await createAccount({ login: 'root', name: 'Ruth Root', language: 'en', grants }, made.edge, made.storage);
    first = linkTo(listening.address, await made.storage.change((db) => passwordLink(root?.id ?? '', made.edge, db)));
    browser = await openBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB' });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', ({ message }) => wrong.push(message));
  }, wait);
  afterAll(async () => {
    await browser?.close();
    await listening?.leave(0);
    await made?.close();
    authority?.close();
    rmSync(pages, { recursive: true, force: true });
    rmSync(made.folder, { recursive: true, force: true });
  });

  /** Both widths and both schemes, at the page as it stands. */
  const looksGood = async (name: string, of = page): Promise<void> => {
    for (const width of [1280, 375])
      for (const scheme of ['light', 'dark'] as const) {
        await of.setViewportSize({ width, height: 900 });
        await of.emulateMedia({ colorScheme: scheme });
        // Colours pass from one to the other for a moment.
        await of.waitForTimeout(250);
        if (pictures !== undefined) await of.screenshot({ path: join(pictures, `${name}-${width}-${scheme}.png`), fullPage: true });
        expect([name, width, scheme, await faultsOf(of)]).toEqual([name, width, scheme, []]);
        expect([name, width, await of.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([name, width, 0]);
      }
    await of.setViewportSize({ width: 1280, height: 900 });
    await of.emulateMedia({ colorScheme: 'light' });
  };
  const go = async (screen: string): Promise<void> => {
    await page.goto(`${listening.address}/studio/index.html#/${screen}`);
    await page.reload();
    await page.waitForSelector('main h1');
    await page.waitForFunction(() => document.querySelector('main')?.getAttribute('aria-busy') !== 'true');
    await page.waitForFunction(() => document.querySelectorAll('section[aria-busy=true]').length === 0);
  };
  const inEach = async (screen: string): Promise<void> => {
    for (const language of languages) {
      await page.evaluate((chosen) => localStorage.setItem('rolewright:language', chosen), language);
      await go(screen);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      // A name that no words were found for is shown as it is.
      expect((await page.locator('main').innerText()).replace('mail.example.org', '')).not.toMatch(/\b[a-z]+\.[a-z]+\.[a-z]+\b/);
      await looksGood(`${screen}-${language}`);
    }
    await page.evaluate(() => localStorage.setItem('rolewright:language', 'en'));
    await go(screen);
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  it('lets the first administrator in by the link, and shows the first steps', async () => {
    await page.goto(first);
    await looksGood('set-up-en');
    await page.getByLabel('New password').fill(password);
    await page.getByLabel('The same once more').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'To the studio' }).waitFor();
    await looksGood('welcome-en');
    await page.getByRole('link', { name: 'To the studio' }).click();
    await page.waitForSelector('.steps li');
    expect(await page.locator('.nav a').allInnerTexts()).toEqual(['First steps', 'Accounts', 'Keys', 'Upkeep', 'Who did what']);
    expect(await page.title()).toContain('First steps');
    await inEach('setup');
  });

  it('leaves a step out and takes it up again, by keyboard', async () => {
    const skip = page.getByRole('button', { name: 'Leave out for now: Seal' });
    await skip.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take up again: Seal' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'step-seal');
    await go('setup');
    await page.getByRole('button', { name: 'Take up again: Seal' }).click();
    await page.getByRole('button', { name: 'Leave out for now: Seal' }).waitFor();
  });

  it('begins the register and chooses a colour, seen before it is saved', async () => {
    await button('Begin it').click();
    await page.getByText('The register has begun').waitFor();
    await page.locator('#step-brand').getByRole('button', { name: 'Choose' }).click();
    await page.locator('#accent').fill('#ffff00');
    await button('Save').click();
    await page.getByRole('alert').waitFor();
    await page.locator('#accent').fill('#7a1f3d');
    await looksGood('brand-en');
    expect(await page.locator('.letter-head').evaluate((one) => getComputedStyle(one).color)).toBe('rgb(122, 31, 61)');
    await button('Save').click();
    await page.locator('#step-brand').getByText('Done').waitFor();
  });

  it('makes an account, hands out its link once, and takes rights away after asking for the password', async () => {
    await go('accounts');
    await button('New account').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name', { exact: true }).fill('Anna Smith');
    await page.getByLabel('Name for signing in').fill('anna@example.org');
    await page.getByLabel('Works as').selectOption('head');
    await page.getByLabel('Where').selectOption({ index: 1 });
    await looksGood('new-account-en');
    await button('Make the account').click();
    const link = await page.getByLabel('Link', { exact: true }).inputValue();
    expect(link).toContain('/set-up/');
    await button('Close').click();
    await page.getByText('Link open until').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('/set-up/');

    const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await other.goto(link);
    await other.getByLabel('New password').fill('plum harbour six');
    await other.getByLabel('The same once more').fill('plum harbour six');
    await other.keyboard.press('Enter');
    await other.getByRole('link', { name: 'To the studio' }).click();
    // A head has keys to make, and nothing to look after.
    await other.waitForSelector('main h1');
    expect(await other.locator('.nav a').allInnerTexts()).toEqual(['Keys']);
    await other.context().close();

    made.edge.wait(16 * 60_000);
    await go('accounts');
    await page.getByRole('button', { name: 'Change: Anna Smith' }).click();
    await page.getByRole('button', { name: 'Take away: Head' }).click();
    await button('Save').click();
    await page.getByLabel('Your password').fill('not this one');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Your password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByText('Changed: Anna Smith').waitFor();
    await page.getByText('no rights').waitFor();
    await inEach('accounts');
  });

  it('lets somebody stand in, with an end, and ends it', async () => {
    await button('Appoint a deputy').click();
    await page.getByLabel('Away').selectOption({ label: 'Anna Smith' });
    await page.getByLabel('Deputy', { exact: true }).selectOption({ label: 'Ruth Root' });
    await page.getByLabel('Last day').fill('2026-12-20');
    await button('Appoint').click();
    await page.getByRole('button', { name: 'End: Ruth Root' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
    await page.getByText('Nobody stands in for anybody').waitFor();
  });

  it('makes a key that opens what it may, and revokes it', async () => {
    await go('keys');
    await button('New key').click();
    await page.getByLabel('Name', { exact: true }).fill('Nightly check');
    await page.getByLabel('Verify the register').check();
    await button('Make the key').click();
    const key = await page.getByLabel('Key', { exact: true }).inputValue();
    await button('Close').click();
    const ask = () =>
      fetch(`${listening.address}/api/v1/register/verification`, { method: 'POST', headers: { authorization: `Bearer ${key}` } });
    expect((await ask()).status).toBe(200);
    await inEach('keys');
    await page.getByRole('button', { name: 'Revoke: Nightly check' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked on').waitFor();
    expect((await ask()).status).toBe(401);
  });

  it('verifies, makes a back-up and sends a test mail, and says each in words', async () => {
    await go('care');
    await page.getByText('No back-up has been made here').waitFor();
    await button('Make a back-up now').click();
    await page.getByText('nothing has happened since').waitFor();
    expect(readdirSync(join(made.folder, 'backups'))).toHaveLength(2);
    await button('Verify the register').click();
    await page.locator('section[aria-labelledby=verify-h] .chip.current').waitFor();
    await button('Send a test mail').click();
    await page.getByLabel('To', { exact: true }).fill('ruth@example.org');
    await page.keyboard.press('Enter');
    await page.getByText('waits to be sent').waitFor();
    await inEach('care');
    // What somebody writes past the program is found, and told.
    await made.storage.change((db) => db.updateTable('series').set({ next: 99 }).execute());
    await made.storage.change((db) => db.insertInto('series').values({ id: 'planted', next: 7 }).execute());
    await button('Verify the register').click();
    await page.locator('section[aria-labelledby=verify-h] .finding.error').waitFor();
    await looksGood('broken-en');
  });

  it('shows who did what, the latest first', async () => {
    await go('audit');
    const rows = await page.locator('tbody tr').allInnerTexts();
    expect(rows.join('\n')).toContain('Made a key');
    expect(rows[0]).toContain('Sent a test mail');
    await page.getByLabel('Who', { exact: true }).selectOption({ label: 'Anna Smith' });
    await page.getByText('Nothing yet').waitFor();
    await inEach('audit');
  });

  it('has a page on which anybody drops a file, in all languages', async () => {
    const stranger = await (await browser.newContext({ javaScriptEnabled: true, locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
    const folder = mkdtempSync(join(tmpdir(), 'rolewright-check-'));
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, (await sealed(await paper('en'), await keyIn(authority), 'superior-signature')).bytes);
    for (const language of languages) {
      await stranger.goto(`${listening.address}/check?l=${language}`);
      await looksGood(`check-${language}`, stranger);
      await stranger.locator('#file').setInputFiles(file);
      await stranger.locator('#file').focus();
      await stranger.keyboard.press('Tab');
      await stranger.keyboard.press('Enter');
      await stranger.waitForSelector('.verdicts');
      expect(await stranger.locator('.verdicts').innerText()).not.toMatch(/\{|\}|undefined/);
      await looksGood(`checked-${language}`, stranger);
    }
    await stranger.context().close();
    rmSync(folder, { recursive: true });
  });

  it('signs out from the settings', async () => {
    await page.getByRole('button', { name: 'Language and keys' }).click();
    await button('Sign out').click();
    await page.waitForURL(/\/sign-in$/);
    await page.goto(`${listening.address}/studio/index.html`);
    await page.waitForURL(/\/sign-in$/);
    await looksGood('sign-in-en');
    // Wrong, then right: a browser says of a form of this page that it comes from here.
    for (const tried of ['not this one', password]) {
      await page.getByLabel('Name', { exact: true }).fill('root');
      await page.getByLabel('Password').fill(tried);
      await page.keyboard.press('Enter');
      await page.waitForLoadState();
      if (tried !== password) await page.getByRole('alert').waitFor();
    }
    await page.getByText('You are here as Ruth Root.').waitFor();
    expect(wrong).toEqual([]);
  });
});
