/** The paper beside the form says what it is asked for. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkspace } from 'rolewright';
import { absenceOf, printedIn } from '../../studio/src/editor/printed.js';
import { placeOf } from '../../studio/src/editor/places.js';
import { valueAt } from '../src/studio/edits.js';
import type { Edit, Value } from '../src/studio/edits.js';
import { findingsOf } from '../src/studio/findings.js';
import { beginVariant } from '../src/studio/new-variant.js';
import { paperOf } from '../src/studio/paper.js';
import { openStudio } from '../src/studio/studio.js';
import type { Studio } from '../src/studio/studio.js';
import { ownFolder } from './service.js';
import { studioFolder } from './studio-browser.js';

const id = 'office-manager';
let folder: string;
let studio: Studio;
beforeAll(() => {
  folder = studioFolder('en');
  studio = openStudio({ workspace: openWorkspace(folder), own: ownFolder, now: () => 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shown = async (form?: 'brief' | 'full', of = id) => {
  const { paper } = await paperOf({ base: studio.role(of).hash, edits: [], locale: 'en', ...(form && { form }) }, 'en', studio);
  return paper ?? expect.fail('no paper');
};

it('is brief or full as it is asked for, and says which it is', async () => {
  const [usual, brief, full] = [await shown(), await shown('brief'), await shown('full')];
  expect([usual.form, brief.form, full.form]).toEqual(['brief', 'brief', 'full']);
  expect(brief.html).toBe(usual.html);
  expect(full.html.length).toBeGreaterThan(1.5 * brief.html.length);
});

it('of a variant has what the employer says of its role, such as grade, pay and number', async () => {
  const path = join(folder, 'organisation.yaml');
  const facts = 'facts: { grade: Q7, pay: { min: 31234, max: 35678, per: year } }';
  const kept = readFileSync(path, 'utf8').replace(/^numbering:.*\n(?: {2}.*\n)*/m, '');
  writeFileSync(path, kept.replace(/^positions:\n/m, `positions:\n  ${id}: { ${facts} }\n`));
  appendFileSync(path, `numbering: { pattern: 'JD-{number}', numbers: { ${id}: '731' } }\n`);
  studio.renew();
  const { id: variant } = beginVariant(id, { department: 'Night desk' }, 'en', studio);
  for (const of of [id, variant]) {
    const { html } = await shown('brief', of);
    expect(['Q7', '31,234', 'JD-731'].filter((words) => !html.includes(words))).toEqual([]);
  }
});

it('in brief says an area in short words: a variant that changes its duties alone is told so, there and in the words of the form', async () => {
  const { id: variant } = beginVariant(id, { department: 'Day desk' }, 'en', studio);
  const { hash, data } = studio.role(variant);
  const at = ['duties', '#running-the-office', 'duties', '#daily-round', 'text'];
  const edits: Edit[] = [{ do: 'set', at, value: 'walk the halls' }];
  const { html } = await shown();
  const before = printedIn(html, data);
  expect(before.inShort).toBe(true);
  const duties = valueAt(data, at.slice(0, 3)) as readonly Value[];
  expect(absenceOf(duties, 'duties/#running-the-office/duties', before)).toEqual({ of: 'all', short: true });
  expect(absenceOf(duties, 'duties/#running-the-office/duties', printedIn((await shown('full')).html, data))).toBeNull();
  const found = await findingsOf({ base: hash, edits }, 'en', studio);
  const [told, ...others] = found.filter(({ code }) => code === 'overlay-essence-kept');
  expect(others).toEqual([]);
  expect(told).toMatchObject({ severity: 'warning', hint: expect.stringContaining('Change the short words too') as string });
  expect(placeOf(told?.pointer ?? '', data)).toBe('duties/#running-the-office/essence');
  const essence: Edit = { do: 'set', at: ['duties', '#running-the-office', 'essence'], value: 'Walk the halls' };
  const mended = await findingsOf({ base: hash, edits: [...edits, essence] }, 'en', studio);
  expect(mended.filter(({ code }) => code === 'overlay-essence-kept')).toEqual([]);
});

it.each([
  ['en', 'With several superiors'],
  ['ru', 'Если руководителей несколько'],
  ['nl', 'Bij meer leidinggevenden'],
] as const)('speaks of the fields of the form, and of no keys: %s', async (language, field) => {
  const { hash, data } = studio.role(id);
  const [one, two] = Object.keys(valueAt(data, ['posts']) as object);
  const edits: Edit[] = [{ do: 'set', at: ['reportsTo'], value: { posts: [one ?? '', two ?? ''] } }];
  const [told] = await findingsOf({ base: hash, edits }, language, studio);
  expect(told).toMatchObject({ code: 'several-superiors', hint: expect.stringContaining(field) as string });
  expect(`${told?.message} ${told?.hint}`).not.toContain('mode');
});
