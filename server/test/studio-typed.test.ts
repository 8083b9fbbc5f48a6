/// <reference lib="dom" />
/** The file of a role as text beside the form: one state for both, saved as it was typed, with what is wrong at its line. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openWorkspace } from 'rolewright';
import type { Locale } from 'rolewright';
import { begun, did, draftFrom, editsOf, redo, saysAll, typedOver, undo } from '../../studio/src/editor/store.js';
import { withEdits } from '../src/studio/edits.js';
import { openRole, saveRole } from '../src/studio/role-editor.js';
import { openStudio } from '../src/studio/studio.js';
import type { Studio } from '../src/studio/studio.js';
import { readTyped, textWith } from '../src/studio/typed.js';
import { triesBrowser } from './programs.js';
import { ownFolder } from './service.js';
import { builtPages, faultsOf, openBrowser, openStudioAt, studioFolder, visit } from './studio-browser.js';

const id = 'office-manager';
const clause = ['duties', '#running-the-office', 'duties', '#organise-office', 'text'];

describe('a text in place of the file', () => {
  let folder: string;
  let studio: Studio;
  const file = (): string => readFileSync(join(folder, `roles/${id}.yaml`), 'utf8');
  const opened = () => openRole(id, { language: 'en' }, studio);
  beforeEach(() => {
    folder = studioFolder('en');
    studio = openStudio({ workspace: openWorkspace(folder), own: ownFolder, now: () => 0 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is saved as it was typed, comments and all', () => {
    const { base, data } = opened();
    const text = `# Ours since May.\n${file().replace(/^version: .*$/m, 'version: 9.1.0 # next')}`;
    const read = readTyped(id, text, 'en', studio);
    expect(read.told).toEqual([]);
    const work = typedOver(begun(base, data), text, read.data ?? '');
    expect(editsOf(work)).toEqual([{ do: 'set', at: ['version'], value: '9.1.0' }]);
    expect(saveRole(id, draftFrom(work), 'en', studio).outcome).toBe('saved');
    expect(file()).toBe(text);
  });

  it('has what is done in the form since on top of it', () => {
    const { base, data } = opened();
    const text = `# Ours since May.\n${file()}`;
    const work = typedOver(begun(base, data), text, readTyped(id, text, 'en', studio).data ?? '');
    const more = did(work, { do: 'set', at: clause, value: 'keeps the cold store' }, 1);
    if (!more) throw new Error('no such clause');
    const shown = textWith(id, draftFrom(more), studio).text;
    expect(shown.split('\n')[0]).toBe('# Ours since May.');
    expect(shown).toContain('keeps the cold store');
    expect(saveRole(id, draftFrom(more), 'en', studio).outcome).toBe('saved');
    expect(file()).toBe(shown);
  });

  it('is undone at once, and done again', () => {
    const { base, data } = opened();
    const form = did(begun(base, data), { do: 'set', at: clause, value: 'one' }, 1);
    if (!form) throw new Error('no such clause');
    const text = textWith(id, draftFrom(form), studio).text.replace(/^version: .*$/m, 'version: 9.1.0');
    const first = typedOver(form, text, readTyped(id, text, 'en', studio).data ?? '');
    const second = typedOver(first, `${text}# end\n`, readTyped(id, `${text}# end\n`, 'en', studio).data ?? '');
    expect([saysAll(second), second.typed?.from]).toEqual([true, form]);
    expect(undo(second)).toMatchObject({ steps: form.steps, typed: null });
    expect(redo(undo(second))).toBe(second);
    expect(undo(undo(second)).data).toEqual(data);
    expect(withEdits(data, editsOf(second)).data).toEqual(second.data);
  });

  it.each([
    ['an open bracket', (text: string) => `${text}\nfoo: [1, 2`, 'yaml-'],
    ['a key that there is not', (text: string) => `${text}\nfoo: 1\n`, ''],
    ['a role of another name', (text: string) => text.replace(`id: ${id}`, 'id: chief'), 'register-role-unknown-file'],
  ])('tells what is wrong with %s, and changes nothing', (_, broken, code) => {
    const before = file();
    const text = broken(before);
    const { data, told } = readTyped(id, text, 'en', studio);
    expect(data).toBeNull();
    expect(told[0]?.code).toContain(code);
    if (code !== 'register-role-unknown-file') expect(told[0]?.line).toBeGreaterThanOrEqual(before.trimEnd().split('\n').length);
    const { base } = opened();
    expect(() => saveRole(id, { base, edits: [], typed: { text, after: 0 } }, 'en', studio)).toThrow();
    expect(file()).toBe(before);
  });

  it('is none of a file that somebody has changed meanwhile', () => {
    const { base, data } = opened();
    const text = `# mine\n${file().replace(/^version: .*$/m, 'version: 9.1.0')}`;
    const work = typedOver(begun(base, data), text, readTyped(id, text, 'en', studio).data ?? '');
    const theirs = [{ do: 'set', at: ['version'], value: '8.0.0' }] as const;
    expect(saveRole(id, { base, edits: theirs }, 'en', studio).outcome).toBe('saved');
    const answer = saveRole(id, draftFrom(work), 'en', studio);
    expect(answer).toMatchObject({ outcome: 'changed', conflicts: [{ at: ['version'], mine: '9.1.0', theirs: '8.0.0' }] });
    expect(file()).not.toContain('# mine');
  });
});

describe.skipIf(!triesBrowser)('the tab of the text', { timeout: 240_000 }, () => {
  let pages: string;
  let browser: Browser;
  beforeAll(async () => {
    [pages, browser] = await Promise.all([builtPages(), openBrowser()]);
  }, 120_000);
  afterAll(() => browser?.close());
  const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 40_000, interval: 100 });
  const shown = (page: Page): Promise<string> =>
    page.evaluate(() => document.querySelector('.yaml-host')?.shadowRoot?.querySelector<HTMLElement>('.cm-content')?.innerText ?? '');

  it.each(['en', 'ru', 'nl'] as const)('goes with the form: %s', async (language: Locale) => {
    const at = await openStudioAt(studioFolder(language), pages, language);
    const page = await (await browser.newContext({ viewport: { width: 375, height: 800 }, colorScheme: 'dark' })).newPage();
    page.setDefaultTimeout(40_000);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    const wrong: string[] = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await page.goto(at.address);
    await visit(page, at, `roles/${id}`);
    await page.waitForSelector('[id="f-duties"]');
    expect(fetched.filter((url) => url.includes('open-yaml'))).toEqual([]);
    await page.locator('.sides input').first().focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => shown(page)).toContain(`id: ${id}`);
    expect(fetched.filter((url) => url.includes('open-yaml'))).toHaveLength(1);
    expect([await faultsOf(page), await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([[], 0]);

    await page.locator('.yaml-host .cm-content').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# ?/ ours\n');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nfoo: [1');
    await page.waitForSelector('#yaml-told');
    expect(await faultsOf(page)).toEqual([]);
    // The form would show another text than is there.
    await page.locator('.sides input').nth(1).focus();
    await page.keyboard.press('ArrowLeft');
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('yaml-told');
    expect(await page.locator('.sides input').nth(1).isChecked()).toBe(true);
    await page.locator('.yaml-host .cm-content').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Delete');
    await page.waitForSelector('#yaml-told', { state: 'detached' });
    await page.keyboard.press('Control+s');
    await eventually(() => readFileSync(join(at.folder, `roles/${id}.yaml`), 'utf8')).toMatch(/^# \?\/ ours\n/);
    await page.locator('.sides label').first().click();
    await page.locator('[id="f-duties"] textarea').first().fill('typed in the form');
    await page.locator('.sides label').nth(1).click();
    await page.locator('.yaml-host .cm-content').focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('typed in the form');
    await page.keyboard.press('Enter');
    await eventually(() => shown(page)).toContain('typed in the form');
    expect([await faultsOf(page), wrong]).toEqual([[], []]);
    await page.context().close();
    await at.close();
  });
});
