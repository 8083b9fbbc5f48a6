/**
 * Six people answer at a distance, on a telephone: mail, link, PIN or code, the paper, and one of three answers. A real mail server, a
 * real browser, the service on a real port. With SHOTS=folder every page is taken as a picture in three languages.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, triesBrowser } from './programs.js';
import { openWorld } from './signer-world.js';
import type { World } from './signer-world.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = process.env['SHOTS'];

interface Status {
  readonly rows: readonly { readonly number: string; readonly standing: string; readonly request: string | null }[];
}

describe.skipIf(!triesBrowser)('answers at a distance', () => {
  let world: World;
  let browser: Browser;
  const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: shots === undefined ? 1 : 2, hasTouch: true };

  beforeAll(async () => {
    world = await openWorld();
    browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const opened: BrowserContext[] = [];
  async function visit(locale: string, options: object = {}): Promise<Page> {
    const context = await browser.newContext({ ...phone, locale, ...options });
    opened.push(context);
    context.setDefaultTimeout(8000);
    return await context.newPage();
  }

  /** What a page is to be, whatever it shows: nothing for axe to find, no script, nothing wider than the screen. */
  async function looked(page: Page, name: string): Promise<void> {
    expect(await page.locator('script').count(), name).toBe(0);
    const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`);
    expect(found, name).toEqual([]);
    const tooWide = (): Promise<boolean> =>
      page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1');
    expect(await tooWide(), `${name} at 390`).toBe(false);
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await tooWide(), `${name} at 320`).toBe(false);
    await page.setViewportSize(phone.viewport);
    if (shots === undefined) return;
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await page.evaluate(`axe.run(document, { runOnly: ['color-contrast'] }).then(({ violations }) => violations.length)`);
    expect(dark, `${name} in the dark`).toBe(0);
    await page.screenshot({ path: join(shots, `${name}-dark.png`) });
    await page.emulateMedia({ colorScheme: 'light' });
  }

  const status = (line = ''): Promise<Status> => world.hr.data<Status>(`status ${line}`);
  const standing = async (number: string): Promise<string> =>
    (await status()).rows.find((row) => row.number === number)?.standing ?? 'nowhere';

  const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
  const choosePin = async (page: Page, pin: string): Promise<void> => {
    await page.locator('#pin').fill(pin);
    await page.locator('#again').fill(pin);
    await page.locator('form[action$="choose"] button').click();
  };

  it('asks by mail, and one address more that refuses does not keep the others back', async () => {
    world.mail.answer = (to) => (to === 'sanne@example.org' ? 550 : to === 'jan@example.org' ? 450 : null);
    const asked = await world.hr.run('request --all --method link --due 2026-12-08');
    expect([asked.code, asked.err.includes('Marcus Webb')]).toEqual([0, true]);
    expect((await world.hr.work()).code).toBe(0);
    const { mails } = await world.hr.data<{ mails: { recipient: string; state: string; answer: string }[] }>('mail');
    const stateOf = (to: string): unknown =>
      mails.filter(({ recipient }) => recipient === to).map(({ state, answer }) => [state, answer.slice(0, 3)]);
    expect(stateOf('sanne@example.org')).toEqual([['refused', '550']]);
    expect(stateOf('jan@example.org')).toEqual([['queued', '450']]);
    expect(stateOf('priya@example.org')).toEqual([['sent', '250']]);
    // Somebody puts it right, and the server takes what it did not take before.
    world.mail.answer = () => null;
    world.edge.wait(3600_000);
    await world.hr.work();
    expect(world.linksOf('jan@example.org')).toHaveLength(1);
    for (const one of world.mail.mails) {
      expect(one.raw).not.toMatch(/attachment|application\/pdf/i);
      expect(one.text).toMatch(/\/s\/[\w-]{43}/);
    }
    expect(world.mail.mails.find(({ to }) => to === 'petrov@example.org')?.text).toContain('Уважаемый Пётр Ильич!');
    const kept = readFileSync(join(world.hr.folder, 'register/register.db'));
    for (const link of world.linksOf('priya@example.org')) expect(kept.includes(link.split('/s/')[1] ?? '?')).toBe(false);
  }, 60_000);

  it('Anna opens, chooses a PIN, reads, acknowledges and has her copies', async () => {
    const [link = ''] = world.linksOf('anna.ivanova@example.org');
    // Whatever looks at links in mails uses none of them up.
    for (let at = 0; at < 3; at += 1) expect((await fetch(link)).status).toBe(200);
    const page = await visit('ru-RU');
    const answer = await page.goto(link);
    expect(answer?.headers()['content-security-policy']).toMatch(/default-src 'none'/);
    expect(answer?.headers()['referrer-policy']).toBe('same-origin');
    expect(await page.content()).not.toMatch(/Иванов|инструкц|Северный/i);
    await looked(page, 'landing-ru');
    await press(page, 'Открыть документ');
    expect(page.url()).toBe(`${world.address}/s`);
    await looked(page, 'choose-ru');
    await choosePin(page, '123456');
    expect(await page.locator('[role=alert]').textContent()).toContain('легко угадать');
    await looked(page, 'choose-fault-ru');
    await choosePin(page, '402917');
    await page.locator('h1', { hasText: 'Ознакомьтесь' }).waitFor();
    expect(await page.locator('.words').textContent()).toContain('Общие положения');
    await looked(page, 'read-ru');
    await page.locator('summary', { hasText: 'Я ознакомлена' }).click();
    expect(await page.locator('.statement').textContent()).toMatch(/№ 1 от 01\.12\.2026 ознакомлена, экземпляр получила/);
    expect(await page.locator('.written').textContent()).toContain('Иванова Анна Петровна');
    await looked(page, 'read-open-ru');
    await press(page, 'Подтвердить ознакомление');
    expect(await page.locator('h1').textContent()).toBe('Спасибо, Анна Петровна');
    await looked(page, 'done-waiting-ru');
    expect(await standing('00101')).toBe('current');
    await world.hr.work();
    await page.reload();
    await looked(page, 'done-ru');
    const bytes = await page.evaluate(`fetch('/s/record.pdf').then((answer) => answer.arrayBuffer()).then((bytes) => bytes.byteLength)`);
    expect(bytes).toBeGreaterThan(5000);
    // The link is used; the one of the later mail opens the copies, with the PIN alone.
    await page.goto(link);
    expect(await page.locator('h1').textContent()).toBe('Ответ уже дан');
    await looked(page, 'used-ru');
    const [copy = ''] = world.linksOf('anna.ivanova@example.org');
    expect(copy).not.toBe(link);
    const again = await visit('ru-RU');
    await again.goto(copy);
    await press(again, 'Открыть документ');
    await looked(again, 'pin-ru');
    await again.locator('#pin').fill('402918');
    await press(again, 'Продолжить');
    expect(await again.locator('[role=alert]').textContent()).toContain('не Ваш');
    await again.locator('#pin').fill('402917');
    await press(again, 'Продолжить');
    expect(await again.locator('h1').textContent()).toBe('Спасибо, Анна Петровна');
  }, 120_000);

  it('Priya disagrees, and personnel and her head are told', async () => {
    const [link = ''] = world.linksOf('priya@example.org');
    const page = await visit('en-GB');
    await page.goto(link);
    await looked(page, 'landing-en');
    await press(page, 'Open the document');
    await looked(page, 'choose-en');
    await choosePin(page, 'rivers7');
    await looked(page, 'read-en');
    await page.locator('summary', { hasText: 'I disagree' }).click();
    await page.locator('#reason').fill('   ');
    await page.evaluate(`document.querySelector('#reason').removeAttribute('required')`);
    await press(page, 'Send: I disagree');
    expect(await page.locator('[role=alert]').textContent()).toContain('a few words');
    await looked(page, 'read-fault-en');
    await page.locator('#reason').fill('Clause 2.4 is <b>not</b> my work.\nBcc: all@example.org');
    await press(page, 'Send: I disagree');
    await looked(page, 'done-declined-en');
    await world.hr.work();
    for (const to of ['kadry@example.org', 'head@example.org']) {
      const told = world.mail.mails.filter((one) => one.to === to && one.text.includes('is <b>not</b> my work.'));
      expect(told, to).toHaveLength(1);
      expect(told[0]?.raw).not.toMatch(/^Bcc:/m);
    }
    const { rows } = await status();
    const request = rows.find(({ number }) => number === '00103')?.request ?? '';
    const life = await world.storage.read.eventsOf(request);
    expect(life.map(({ kind }) => kind)).toEqual(['requested', 'sent', 'opened', 'declined']);
  }, 120_000);

  it('Jan asks first, and acknowledges later, without any script', async () => {
    const [link = ''] = world.linksOf('jan@example.org');
    const page = await visit('nl-NL', { javaScriptEnabled: false });
    await page.goto(link);
    await press(page, 'Document openen');
    await choosePin(page, '730164');
    await page.locator('summary', { hasText: 'Ik heb eerst een vraag' }).click();
    await page.locator('#question').fill('Wie vervangt mij bij ziekte?');
    await press(page, 'Vraag versturen');
    expect(await page.locator('[role=status]').textContent()).toContain('Olga Kim');
    await page.locator('summary', { hasText: 'Ik heb het gelezen' }).click();
    await press(page, 'Voor gezien tekenen');
    expect(await page.locator('h1').textContent()).toBe('Dank u, Jan');
    await world.hr.work();
    expect(world.mail.mails.some(({ to, text }) => to === 'kadry@example.org' && text.includes('Wie vervangt mij'))).toBe(true);
    expect(await standing('00105')).toBe('current');
    const seen = await visit('nl-NL');
    const [copy = ''] = world.linksOf('jan@example.org');
    await seen.goto(copy);
    await looked(seen, 'landing-nl');
    await press(seen, 'Document openen');
    await looked(seen, 'pin-nl');
    await seen.locator('#pin').fill('730164');
    await press(seen, 'Verder');
    await looked(seen, 'done-nl');
  }, 120_000);

  it('Marcus has no address: the slip opens the page, and the evidence says who handed it over', async () => {
    const { file } = await world.hr.data<{ file: string }>('link 00104');
    const text = execFileSync('pdftotext', [join(world.hr.folder, file), '-'], { encoding: 'utf8' });
    const code = /(?:[2-9A-Z]{4}-){5}[2-9A-Z]{4}/.exec(text)?.[0] ?? '';
    expect(code).not.toBe('');
    const page = await visit('en-GB');
    await page.goto(`${world.address}/s`);
    await looked(page, 'type-en');
    await page.locator('#code').fill('AAAA-BBBB');
    await press(page, 'Open the document');
    await looked(page, 'type-fault-en');
    await page.locator('#code').fill(code.toLowerCase().replaceAll('-', ' '));
    await press(page, 'Open the document');
    await looked(page, 'hand-en');
    await press(page, 'It is me: go on');
    await page.locator('summary', { hasText: 'I have read it' }).click();
    await press(page, 'Acknowledge');
    expect(await page.locator('h1').textContent()).toBe('Thank you, Marcus');
    const { evidence } = await world.hr.data<{ evidence: { identification: object } }>('evidence 00104');
    expect(evidence.identification).toMatchObject({ channel: 'hand', given: 'Helen Carter', proof: 'hand', pinSet: null });
  }, 60_000);

  it('Sanne’s address refuses mail: a slip and a code sent to another address of hers', async () => {
    await world.hr.data('contact 00106 --email sanne.b@example.org');
    const { file } = await world.hr.data<{ file: string }>('link 00106');
    const text = execFileSync('pdftotext', [join(world.hr.folder, file), '-'], { encoding: 'utf8' });
    const page = await visit('nl-NL');
    await page.goto(`${world.address}/s/${(/(?:[2-9A-Z]{4}-){5}[2-9A-Z]{4}/.exec(text)?.[0] ?? '').replaceAll('-', '')}`);
    await press(page, 'Document openen');
    await looked(page, 'send-nl');
    expect(await page.content()).not.toContain('sanne.b@');
    await press(page, /Stuur de code naar s•••@example.org/);
    await looked(page, 'code-nl');
    await world.hr.work();
    const sent = world.mail.mails.findLast(({ to }) => to === 'sanne.b@example.org')?.text ?? '';
    const code = /\d{4} \d{4}/.exec(sent)?.[0] ?? '';
    await page.locator('#pin').fill('0000 0000');
    await press(page, 'Verder');
    expect(await page.locator('[role=alert]').textContent()).toContain('niet de code');
    await page.locator('#pin').fill(code);
    await press(page, 'Verder');
    await looked(page, 'read-nl');
    await page.locator('summary', { hasText: 'Ik heb het gelezen' }).click();
    await press(page, 'Voor gezien tekenen');
    const { evidence } = await world.hr.data<{ evidence: { identification: object } }>('evidence 00106');
    expect(evidence.identification).toMatchObject({ channel: 'hand', proof: 'code', codeTo: 's•••@example.org' });
  }, 60_000);

  it('Petrov is reminded; wrong, revoked and expired links and too many tries give nothing away', async () => {
    world.day('2026-12-05');
    await world.hr.data('remind');
    expect(await world.hr.data('remind')).toMatchObject({ reminders: [] });
    await world.hr.work();
    const mine = world.mail.mails.filter(({ to }) => to === 'petrov@example.org');
    expect(mine.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Просим ознакомиться'),
      expect.stringContaining('Напоминание'),
    ]);
    const [reminder = '', first = ''] = world.linksOf('petrov@example.org');
    const page = await visit('ru-RU');
    await page.goto(first);
    await press(page, 'Открыть документ');
    await choosePin(page, '550182');
    await page.locator('h1', { hasText: 'Ознакомьтесь' }).waitFor();
    const other = await visit('ru-RU');
    await other.goto(reminder);
    await press(other, 'Открыть документ');
    for (let at = 0; at < 6; at += 1) {
      if ((await other.locator('#pin').count()) === 0) break;
      await other.locator('#pin').fill(`90017${at}`);
      await press(other, 'Продолжить');
    }
    expect(await other.locator('h1').textContent()).toBe('Слишком много попыток');
    await looked(other, 'tries-ru');
    await world.hr.data('link 00102 --revoke');
    await other.goto(reminder);
    await looked(other, 'revoked-ru');
    expect(await other.content()).not.toMatch(/Петров|инструкц|Северный/i);
    // Whoever is in the middle of it is out as well.
    await page.reload();
    expect(await page.locator('h1').textContent()).toBe('Вы долго не были на странице');
    await looked(page, 'over-ru');
    await other.goto(`${world.address}/s/${'x'.repeat(43)}`);
    await looked(other, 'wrong-ru');
    const { file } = await world.hr.data<{ file: string }>('link 00102');
    const text = execFileSync('pdftotext', [join(world.hr.folder, file), '-'], { encoding: 'utf8' });
    const code = (/(?:[2-9A-Z]{4}-){5}[2-9A-Z]{4}/.exec(text)?.[0] ?? '').replaceAll('-', '');
    world.day('2027-02-01');
    await other.goto(`${world.address}/s/${code}`);
    expect(await other.locator('h1').textContent()).toBe('Срок действия ссылки истёк');
    await looked(other, 'expired-ru');
  }, 120_000);

  it('takes no answer that another page has somebody send, and none without the token', async () => {
    const send = (headers: Record<string, string>) =>
      fetch(`${world.address}/s/acknowledge`, { method: 'POST', headers, redirect: 'manual' });
    expect((await send({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await send({ 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(403);
  });

  it('is whole: every answer with its evidence, and secrets nowhere in the log', async () => {
    expect(await world.hr.data('verify')).toMatchObject({ whole: true, faults: [] });
    const log = JSON.stringify(world.log);
    for (const email of ['anna.ivanova@example.org', 'priya@example.org', 'petrov@example.org'])
      for (const link of world.linksOf(email)) expect(log.includes(link.split('/s/')[1] ?? '?'), 'a secret in the log').toBe(false);
    const { evidence, files } = await world.hr.data<{ evidence: { times: object; document: { shown: string } }; files: string[] }>(
      'evidence 00101',
    );
    expect(evidence).toMatchObject({
      outcome: 'acknowledged',
      locale: 'ru',
      device: null,
      rules: {
        regulation: expect.stringContaining('Положение') as string,
        laws: expect.arrayContaining(['Трудовой кодекс РФ, ст. 22.3']) as string[],
      },
    });
    expect(evidence.document.shown).toMatch(/^[0-9a-f]{64}$/);
    const page = execFileSync('pdftotext', [join(world.hr.folder, files[1] ?? ''), '-'], { encoding: 'utf8' });
    expect(page).toContain('Запись об ознакомлении');
    if (shots !== undefined) execFileSync('pdftoppm', ['-png', '-r', '60', join(world.hr.folder, files[1] ?? ''), join(shots, 'record')]);
  }, 60_000);
});
