/** The paper beside the form says what it is asked for. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkspace } from 'rolewright';
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
  const kept = readFileSync(path, 'utf8').replace(/^numbering:.*\n(?:  .*\n)*/m, '');
  writeFileSync(path, kept.replace(/^positions:\n/m, `positions:\n  ${id}: { ${facts} }\n`));
  appendFileSync(path, `numbering: { pattern: 'JD-{number}', numbers: { ${id}: '731' } }\n`);
  studio.renew();
  const { id: variant } = beginVariant(id, { department: 'Night desk' }, 'en', studio);
  for (const of of [id, variant]) {
    const { html } = await shown('brief', of);
    expect(['Q7', '31,234', 'JD-731'].filter((words) => !html.includes(words))).toEqual([]);
  }
});
