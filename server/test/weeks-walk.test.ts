/**
 * A newcomer on a telephone, with and without a connection, and those who look after them: a real browser, the service on a real port. With
 * SHOTS=folder the pages are taken as pictures.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, triesBrowser } from './programs.js';
import { photo } from './pictures.js';
import { openWeeks } from './weeks-world.js';
import type { World } from './weeks-world.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = process.env['SHOTS'];

interface Plan {
  readonly tasks: readonly {
    readonly id: string;
    readonly text: string;
    readonly owner: string;
    readonly done: string | null;
    readonly ticks: readonly { readonly done: boolean; readonly made: string; readonly said: string | null }[];
    readonly notes: readonly { readonly words: string }[];
  }[];
}

describe.skipIf(!triesBrowser)('my first weeks on a telephone', () => {
  let world: World;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const phone = { viewport: { width: 375, height: 812 }, hasTouch: true, deviceScaleFactor: shots === undefined ? 1 : 2 };

  beforeAll(async () => {
    world = await openWeeks();
    browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
  }, 120_000);
  afterAll(async () => {
    for (const one of contexts) await one.close();
    await browser.close();
    await world.close();
  });

  async function visit(locale: string, options: object = {}): Promise<Page> {
    const context = await browser.newContext({ ...phone, locale, ...options });
    contexts.push(context);
    context.setDefaultTimeout(8000);
    return await context.newPage();
  }

  /** What a page is to be: nothing for axe to find, nothing wider than the screen, everything large enough to touch. */
  async function looked(page: Page, name: string): Promise<void> {
    // What is folded away is looked at too.
    await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
    const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`);
    expect(found, name).toEqual([]);
    const small = await page.evaluate(`[...document.querySelectorAll('a, button, summary, input:not([type=hidden]), textarea')]
      .map((one) => [one, one.getBoundingClientRect()])
      .filter(([one, { width, height }]) => height > 0 && (height < 43.5 || width < 43.5) && !one.closest('.skip, h2'))
      .map(([one, { width, height }]) => one.outerHTML.slice(0, 90) + ' ' + width + ' × ' + height)`);
    expect(small, name).toEqual([]);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(
        await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1'),
        `${name} at ${width}`,
      ).toBe(false);
      if (shots !== undefined && width === 1280) {
        mkdirSync(shots, { recursive: true });
        await page.screenshot({ path: join(shots, `${name}-wide.png`) });
      }
    }
    await page.setViewportSize(phone.viewport);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await page.evaluate(`axe.run(document, { runOnly: ['color-contrast'] }).then(({ violations }) =>
      violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 120))))`);
    expect(dark, `${name} in the dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }

  async function shot(page: Page, name: string, fullPage = true): Promise<void> {
    if (shots === undefined) return;
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: join(shots, `${name}-dark.png`), fullPage });
    await page.emulateMedia({ colorScheme: 'light' });
  }

  const plan = (number: string) => world.hr.data<Plan>(`plan show ${number}`);
  const task = async (number: string, id: string) => (await plan(number)).tasks.find((one) => one.id === id) ?? expect.fail(`no ${id}`);
  const own = async (number: string) => (await plan(number)).tasks.filter(({ owner, done }) => owner === 'new-hire' && done === null);
  const box = (page: Page, id: string) => page.locator(`#${id} .tick`);
  const until = async (check: () => Promise<boolean>, what: string): Promise<void> => {
    for (let tries = 0; tries < 60; tries += 1) {
      if (await check()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect.fail(what);
  };

  it.each([
    ['101', 'ru-RU', 'Здравствуйте, Анна Петровна!'],
    ['102', 'en-GB', 'Hello, Amelia'],
    ['103', 'nl-NL', 'Dag Jan'],
  ])(
    '%s reads it in %s, before the first day and in the middle of it',
    async (number, locale, hello) => {
      world.day('2026-12-01');
      const link = await world.link(number);
      const page = await visit(locale);
      await page.goto(link);
      expect(await page.locator('h1').textContent()).toBe(hello);
      await shot(page, `before-${locale}`);
      await looked(page, `before-${locale}`);
      world.day('2026-12-10');
      const [first] = await own(number);
      await world.hr.data(`plan tick ${number} ${first?.id}`);
      await page.reload();
      await shot(page, `middle-${locale}`);
      await looked(page, `middle-${locale}`);
      const mentor = await visit(locale);
      await mentor.goto(await world.link(number, 'mentor'));
      await shot(mentor, `mentor-${locale}`);
      await looked(mentor, `mentor-${locale}`);
      const wrong = await visit(locale);
      await wrong.goto(`${world.address}/w/${'x'.repeat(43)}/`);
      await looked(wrong, `unknown-${locale}`);
    },
    120_000,
  );

  it('works without any script: tick, undo and note', async () => {
    const page = await visit('nl-NL', { javaScriptEnabled: false });
    await page.goto(await world.link('103'));
    const [, next] = await own('103');
    const id = next?.id ?? '';
    await page.locator('.next button').click();
    await page.locator('[role=status] button').click();
    const line = page.locator(`#${id}`);
    if (!(await line.isVisible())) await page.locator('details.stage', { has: line }).locator('> summary').click();
    await box(page, id).click();
    expect((await task('103', id)).done).not.toBeNull();
    const stage = page.locator('details.stage', { has: page.locator(`#${id}`) });
    if (!(await page.locator(`#${id}`).isVisible())) await stage.locator('> summary').click();
    await page.locator(`#${id} .write > summary`).click();
    await page.locator(`#${id} textarea`).fill('Zonder script');
    await page.locator(`#${id} .write button`).click();
    expect((await task('103', id)).notes).toMatchObject([{ words: 'Zonder script' }]);
  }, 60_000);

  it('keeps ticks and notes without a connection, over a restart, and sends them with their own time', async () => {
    const link = await world.link('102');
    const page = await visit('en-GB');
    await page.goto(link);
    await page.evaluate('navigator.serviceWorker.ready');
    await until(
      () => page.evaluate(`caches.match('${new URL(link).pathname}').then((found) => found !== undefined)`),
      'the page is not kept',
    );
    const [first, second] = await own('102');
    const [one, two] = [first?.id ?? '', second?.id ?? ''];
    await world.offline();
    await page.context().setOffline(true);
    await page.reload();
    expect(await page.locator('h1').textContent()).toBe('Hello, Amelia');
    await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
    const made = Date.now();
    await box(page, one).click();
    await page.locator(`#${two} textarea`).fill('Written in the tunnel');
    await page.locator(`#${two} .write button`).click();
    expect(await box(page, one).getAttribute('aria-checked')).toBe('true');
    expect(await page.locator('#device').textContent()).toMatch(/No connection\..*: 2\./);
    await shot(page, 'offline-en');
    // A photo is not kept here: the page says so, and nothing of it is lost in silence.
    await page.locator(`#${one} .write`).evaluate((open) => open.setAttribute('open', ''));
    await page
      .locator(`#${one} input[type=file]`)
      .setInputFiles({ name: 'desk.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo()) });
    await page.locator(`#${one} .write button`).click();
    expect(await page.locator('#device').textContent()).toContain('needs a connection');
    expect(await page.evaluate(`JSON.parse(localStorage.getItem('weeks:' + location.pathname)).length`)).toBe(2);
    // The telephone is switched off and on: nothing is lost.
    await page.reload();
    expect(await box(page, one).getAttribute('aria-checked')).toBe('true');
    await world.online();
    await page.context().setOffline(false);
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await until(
      async () => (await page.locator('#device').isHidden()) && !(await page.locator(`#${one}.waits`).count()),
      'nothing was sent',
    );
    const sent = await task('102', one);
    // The clock of the service is another than that of the telephone, and may hold it for wrong: what it said is kept all the same.
    expect(sent.ticks).toHaveLength(1);
    expect(Math.abs(Date.parse(sent.ticks[0]?.said ?? sent.ticks[0]?.made ?? '') - made)).toBeLessThan(60_000);
    expect((await task('102', two)).notes).toMatchObject([{ words: 'Written in the tunnel' }]);
    expect(await page.evaluate(`localStorage.length`)).toBe(0);
    expect(await world.hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  }, 90_000);

  it('of two devices shows what the later one said, on both', async () => {
    const link = await world.link('101');
    const [telephone, desk] = [await visit('ru-RU'), await visit('ru-RU', { viewport: { width: 1280, height: 800 } })];
    await telephone.goto(link);
    await telephone.evaluate('navigator.serviceWorker.ready');
    await until(() => telephone.evaluate(`caches.match('${new URL(link).pathname}').then((found) => found !== undefined)`), 'not kept');
    await desk.goto(link);
    const [first] = await own('101');
    const id = first?.id ?? '';
    // The telephone ticks in a tunnel; at the desk it is ticked and taken back meanwhile, a little earlier by the clocks.
    for (const page of [telephone, desk]) await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
    await telephone.route('**/tick', (route) => route.abort());
    await box(desk, id).click();
    await until(async () => (await task('101', id)).done !== null, 'the desk has not ticked');
    await until(async () => (await desk.locator(`#${id}.waits`).count()) === 0, 'the desk waits');
    await box(desk, id).click();
    await until(async () => (await task('101', id)).ticks.length === 2, 'the desk has not taken it back');
    await box(telephone, id).click();
    expect(await box(telephone, id).getAttribute('aria-checked')).toBe('true');
    await telephone.unroute('**/tick');
    await telephone.evaluate(`dispatchEvent(new Event('online'))`);
    await until(async () => (await task('101', id)).ticks.length === 3, 'the telephone has not sent');
    expect((await task('101', id)).done).not.toBeNull();
    expect((await task('101', id)).ticks.map(({ done }) => done)).toEqual([true, false, true]);
    await desk.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    await until(async () => (await box(desk, id).getAttribute('aria-checked')) === 'true', 'the desk does not show it');
  }, 90_000);

  it('keeps nothing on the device once the link holds no more', async () => {
    const link = await world.link('102');
    const page = await visit('en-GB');
    await page.goto(link);
    await page.evaluate('navigator.serviceWorker.ready');
    await until(() => page.evaluate(`caches.match('${new URL(link).pathname}').then((found) => found !== undefined)`), 'not kept');
    await world.hr.data('plan revoke 102');
    await page.reload();
    expect(await page.locator('h1').textContent()).toBe('This link does not hold any more');
    await until(() => page.evaluate(`caches.match('${new URL(link).pathname}').then((found) => found === undefined)`), 'it is still kept');
    await world.offline();
    try {
      const again = await page.reload().catch(() => null);
      expect(again === null || !again.ok()).toBe(true);
      await until(async () => !(await page.content().catch(() => 'Amelia')).includes('Amelia'), 'the plan is still shown');
    } finally {
      await world.online();
    }
  }, 60_000);

  // Two seconds on a slow telephone are two answers of such a network, and what it then takes to lay out so little: a busy machine is slower.
  it('waits for its style alone before it shows its largest part', async () => {
    const page = await visit('nl-NL');
    const link = await world.link('103');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    // Fast 3G, as the tools of Chromium have it: what their page says, times their own factors for what applications see.
    await devtools.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 150 * 3.75, downloadThroughput: ((1.6 * 1024 * 1024) / 8) * 0.9 },
      uploadThroughput: ((750 * 1024) / 8) * 0.9,
    });
    await page.goto(link);
    const largest = await page.evaluate(`new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
    })`);
    if (shots !== undefined) console.info(`largest contentful paint: ${Math.round(Number(largest))} ms`);
    const blocking = await page.evaluate(
      `performance.getEntriesByType('resource').filter((one) => one.renderBlockingStatus === 'blocking').map(({ name }) => new URL(name).pathname)`,
    );
    expect(blocking).toEqual(['/w/style.css']);
  }, 60_000);
});
