/** The file of the employer, as screens write it: only what can be read again, and known at once. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorkspace } from 'rolewright';
import { addDepartments } from '../src/studio/hr/firm.js';
import { beginVariant, useVariant } from '../src/studio/new-variant.js';
import { openStudio } from '../src/studio/studio.js';
import type { Studio } from '../src/studio/studio.js';
import { variantsOf } from '../src/studio/variant-facts.js';
import { ownFolder } from './service.js';
import { studioFolder } from './studio-browser.js';

const variant = 'office-manager-hr';
let folder: string;
let studio: Studio;
const path = (): string => join(folder, 'organisation.yaml');
const text = (): string => readFileSync(path(), 'utf8');
const used = (): readonly boolean[] => variantsOf('hr', 'en', studio).map((one) => one.used);

beforeEach(() => {
  folder = studioFolder('en');
  // The clock stands still: what was read a moment ago is still taken for what is there.
  studio = openStudio({ workspace: openWorkspace(folder), own: ownFolder, now: () => 0 });
  beginVariant('office-manager', { department: 'hr' }, 'en', studio);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('says of a variant at once that its department has it', () => {
  expect(used()).toEqual([false]);
  useVariant(variant, 'hr', studio);
  expect(used()).toEqual([true]);
});

it('knows new departments at once', () => {
  expect(addDepartments(['Bees'], 'organisation.yaml', studio)).toBe(1);
  expect(studio.workplace([]).organisation?.departments?.at(-1)).toMatchObject({ id: 'bees', name: 'Bees' });
});

it.each([
  ['a variant', () => useVariant(variant, 'hr', studio)],
  ['departments', () => addDepartments(['Bees'], 'organisation.yaml', studio)],
])('leaves the file as it is for %s where it could not be read again', (_, write) => {
  studio.workplace([]);
  const broken = text().replace(/^jurisdiction: .*$/m, 'jurisdiction: atlantis');
  writeFileSync(path(), broken);
  expect(write).toThrow('atlantis');
  expect(text()).toBe(broken);
});
