/** A proposal that is approved while somebody saves the same file: what they have written is never written over. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openProject } from '../src/cli/project.js';
import { approve, proposalMeant } from '../src/register/proposals.js';
import type { Setting } from '../src/register/setting.js';
import { openStorage } from '../src/storage/storage.js';
import type { Storage } from '../src/storage/storage.js';
import { madeEdge } from './made-register.js';
import { firmFolder } from './service.js';
import { visiting } from './visit.js';

const role = 'customer-service-manager';
let folder: string;
let storage: Storage;
let setting: Setting;
let seen: string;
let draft: string;
const file = (): string => join(folder, 'roles', `${role}.yaml`);
const textNow = (): string => readFileSync(file(), 'utf8');

beforeEach(async () => {
  const hr = visiting();
  ({ folder } = hr);
  const firm = firmFolder();
  for (const path of ['rolewright.yaml', 'organisation.yaml', `roles/${role}.yaml`]) hr.write(path, readFileSync(join(firm, path)));
  rmSync(firm, { recursive: true });
  await hr.data('init');
  draft = `# Looked through.\n${textNow()}`;
  hr.write('draft.yaml', draft);
  ({ seen } = await hr.data<{ seen: string }>(`propose ${role} draft.yaml --summary "A line above it"`));
  const edge = madeEdge('approving', '2026-12-02T08:00:00.000Z');
  const target = { folder: join(folder, 'register') };
  storage = await openStorage(target, edge);
  const actor = { id: `a_${'1'.repeat(32)}`, name: 'Peter Hall' };
  setting = openProject({ folder, project: '.', target }, edge.now).setting(actor, 'en', '2026-12-02', storage);
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

/** The setting of somebody else who saves the file at one moment of an approval. */
const saving = (when: 'before' | 'after'): Setting => ({
  ...setting,
  storage: {
    ...storage,
    async transaction(work) {
      const save = (): void => writeFileSync(file(), `${textNow()}# Later.\n`);
      if (when === 'before') save();
      const done = await storage.transaction(work);
      if (when === 'after') save();
      return done;
    },
  },
});
const approving = async (by: Setting) => await approve(await proposalMeant(role, setting), { seen, comment: undefined }, by);

it('takes the place of the file that it was made of', async () => {
  expect(await approving(setting)).toEqual({ path: `roles/${role}.yaml` });
  expect(textNow()).toBe(draft);
});

it.each(['before', 'after'] as const)('leaves what was saved %s the approval was written into the register', async (when) => {
  await expect(approving(saving(when))).rejects.toMatchObject({ diagnostics: [{ code: 'register/file-changed' }] });
  expect(textNow()).toContain('# Later.');
  expect(textNow()).not.toContain('# Looked through.');
});
