/** Who acts at a desk: asked for once, kept in the browser, changed there; and one’s own proposal is not approved in silence. */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { triesBrowser } from './programs.js';
import { builtPages, faultsOf, openBrowser, openStudioAt, studioFolder, visit } from './studio-browser.js';
import type { StudioAt } from './studio-browser.js';

interface Session {
  readonly name: string;
}

const entered = async (at: StudioAt): Promise<string> =>
  ((await fetch(at.address, { redirect: 'manual' })).headers.get('set-cookie') ?? '').split(';')[0] ?? '';

async function asked<T>(path: string, cookie: string, name: string | null, at: StudioAt): Promise<T> {
  const headers = { cookie, ...(name !== null && { 'x-rolewright-name': name }) };
  return (await (await fetch(new URL(`/api/v1/${path}`, at.address), { headers })).json()) as T;
}

describe('the name of whoever acts', () => {
  let at: StudioAt;
  afterEach(() => at.close());

  it('is the one given in the browser, else that of the machine, which is told to be a guess', async () => {
    at = await openStudioAt(studioFolder('nl'), '/nowhere', 'nl', 'buildbot', true);
    const cookie = await entered(at);
    const given = encodeURIComponent('Анна van der Meer');
    expect((await asked<Session>('session', cookie, null, at)).name).toBe('buildbot');
    expect((await asked<Session>('session', cookie, given, at)).name).toBe('Анна van der Meer');
    const acts = async (name: string | null): Promise<object> => (await asked<{ acts: object }>('studio/frame', cookie, name, at)).acts;
    expect(await acts(null)).toEqual({ name: 'buildbot', isGuessed: true });
    expect(await acts(given)).toEqual({ name: 'Анна van der Meer', isGuessed: false });
    // What is no name is none.
    for (const odd of ['%E0%A4%A', '%20', 'a%0Ab', 'x'.repeat(201)])
      expect(await acts(odd)).toEqual({ name: odd === 'a%0Ab' ? 'a b' : 'buildbot', isGuessed: odd !== 'a%0Ab' });
  });

  it('is not asked for where whoever started the studio has said it', async () => {
    at = await openStudioAt(studioFolder('nl'), '/nowhere', 'nl');
    expect(await asked('studio/frame', await entered(at), null, at)).toMatchObject({ acts: { name: 'Helen Carter', isGuessed: false } });
  });
});

/** Milliseconds; the machine may have other things to do. */
const wait = 90_000;

describe.skipIf(!triesBrowser)('at the desk', { timeout: wait }, () => {
  let browser: Browser;
  let pages: string;
  let at: StudioAt;
  let page: Page;

  beforeAll(async () => {
    pages = await builtPages();
    browser = await openBrowser();
    at = await openStudioAt(studioFolder('nl'), pages, 'nl', 'buildbot', true);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    await page.goto(at.address);
  }, wait);
  afterAll(async () => {
    await browser?.close();
    await at?.close();
    rmSync(pages, { recursive: true, force: true });
  });

  it('the first screen asks for the name, which stays in sight and can be changed', async () => {
    const name = page.getByRole('dialog').getByLabel('Uw naam');
    await name.waitFor();
    await page.keyboard.press('Escape');
    expect(await name.isVisible()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await name.fill('Sanne de Boer');
    await page.keyboard.press('Enter');
    await page.locator('.who').filter({ hasText: 'Sanne de Boer' }).waitFor();
    await page.reload();
    await page.locator('.who').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);

    await page.locator('.acts-as button').click();
    await page.getByLabel('Uw naam').fill('Bram Smit');
    await page.keyboard.press('Enter');
    await page.locator('.who').filter({ hasText: 'Bram Smit' }).waitFor();
    await page.setViewportSize({ width: 375, height: 900 });
    await page.getByRole('button', { name: 'Meer' }).click();
    await page.getByRole('button', { name: 'U werkt als Bram Smit' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('one’s own proposal is approved only by whoever says that they do', async () => {
    const proposal = await page.evaluate(async () => {
      const name = { 'x-rolewright-name': encodeURIComponent(localStorage.getItem('rolewright:name') ?? '') };
      const { token } = (await (await fetch('/api/v1/session', { headers: name })).json()) as { token: string };
      const headers = { ...name, 'content-type': 'application/json', 'x-rolewright-token': token };
      const post = async (path: string, body: object): Promise<unknown> =>
        await (await fetch(`/api/v1/studio/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
      const { base } = (await (await fetch('/api/v1/studio/roles/office-manager', { headers })).json()) as { base: string };
      await post('register', {});
      const edits = [{ do: 'set', at: ['version'], value: '9.0.0' }];
      return (await post('roles/office-manager/propose', { base, edits, summary: 'Nieuwe versie' })) as { id?: string };
    });
    expect(proposal).toMatchObject({ id: expect.any(String) as string });
    await visit(page, at, `proposals/${proposal.id}`);
    const approve = page.getByRole('button', { name: 'Goedkeuren' });
    await page.getByText('Dit is uw eigen voorstel.').waitFor();
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    await approve.click({ force: true });
    expect(await page.getByText('Dit is uw eigen voorstel.').isVisible()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Ik keur mijn eigen voorstel goed').check();
    await approve.click();
    await page.getByText('Bram Smit', { exact: false }).filter({ hasText: 'oedgekeurd' }).first().waitFor();
  });
});
