/** The paper beside the form says what it is asked for. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkspace } from 'rolewright';
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

const shown = async (form?: 'brief' | 'full') => {
  const { paper } = await paperOf({ base: studio.role(id).hash, edits: [], locale: 'en', ...(form && { form }) }, 'en', studio);
  return paper ?? expect.fail('no paper');
};

it('is brief or full as it is asked for, and says which it is', async () => {
  const [usual, brief, full] = [await shown(), await shown('brief'), await shown('full')];
  expect([usual.form, brief.form, full.form]).toEqual(['brief', 'brief', 'full']);
  expect(brief.html).toBe(usual.html);
  expect(full.html.length).toBeGreaterThan(1.5 * brief.html.length);
});
