/** What an approver says of single clauses of a proposal: it goes with the decision, and the author finds it at those clauses. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkspace } from 'rolewright';
import { openProject } from '../src/cli/project.js';
import { actorNamed } from '../src/register/actor.js';
import { begin } from '../src/register/begin.js';
import type { Setting } from '../src/register/setting.js';
import { approveProposal, giveBack, proposalShown, proposalsIn, proposeDraft } from '../src/studio/proposing.js';
import { openStudio } from '../src/studio/studio.js';
import type { Studio } from '../src/studio/studio.js';
import { openStorage } from '../src/storage/storage.js';
import type { Storage } from '../src/storage/storage.js';
import { madeEdge } from './made-register.js';
import { ownFolder } from './service.js';
import { studioFolder } from './studio-browser.js';

const id = 'office-manager';
const today = '2026-12-01';
const clause = ['duties', '#running-the-office', 'duties', '#organise-office', 'text'];
let folder: string;
let storage: Storage;
let studio: Studio;
let as: (name: string) => Promise<Setting>;

beforeAll(async () => {
  folder = studioFolder('en');
  const edge = madeEdge('comments');
  const target = { folder: join(folder, 'register') };
  storage = await openStorage(target, edge, { create: true });
  const project = openProject({ folder, project: '.', target }, edge.now);
  as = async (name) => project.setting(await actorNamed(name, storage.read), 'en', today, storage);
  await begin(storage, { organisation: 'North Wind', today });
  studio = openStudio({ workspace: openWorkspace(folder), own: ownFolder, now: () => 0 });
});
afterAll(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

async function proposed(text: string) {
  const { hash } = studio.role(id);
  const draft = { base: hash, edits: [{ do: 'set', at: clause, value: text }] as const, summary: 'the cold store' };
  const made = await proposeDraft(id, draft, { newRole: 'new', otherBytes: 'bytes' }, await as('Megan Hughes'), studio);
  const shown = await proposalShown(made.id, await as('Helen Carter'), studio);
  return { shown, line: shown.text.split('\n').findIndex((line) => line.includes('organise-office')) + 1 };
}

it('goes back with a proposal, without a word for the whole of it', async () => {
  const { shown, line } = await proposed('keeps the cold store');
  expect([line > 1, shown.isNew, shown.decision]).toEqual([true, false, null]);
  const helen = await as('Helen Carter');
  await expect(giveBack(shown.id, { seen: shown.seen, notes: [{ line, text: '  ' }] }, helen)).rejects.toThrow('no-comment');
  await giveBack(
    shown.id,
    {
      seen: shown.seen,
      notes: [
        { line, text: ' which store? ' },
        { line: 1, text: '' },
      ],
    },
    helen,
  );
  const back = await proposalShown(shown.id, await as('Megan Hughes'), studio);
  expect(back.decision).toMatchObject({ by: 'Helen Carter', comment: '', notes: [{ line, text: 'which store?' }] });
  expect(back.text).toBe(shown.text);
});

it('is gone with the words that it was about, and goes with an approval too', async () => {
  const { shown, line } = await proposed('keeps the cold store in Bristol');
  expect([shown.state, shown.decision]).toEqual(['proposed', null]);
  await approveProposal(shown.id, { seen: shown.seen, notes: [{ line, text: 'clear now' }] }, await as('Helen Carter'));
  const { decision } = await proposalShown(shown.id, await as('Megan Hughes'), studio);
  expect(decision?.notes).toEqual([{ line, text: 'clear now' }]);
});

it('lists those that wait first, in pages', async () => {
  await proposed('keeps two cold stores');
  const page = (offset: number) => as('Helen Carter').then((setting) => proposalsIn({ offset, limit: 1 }, setting, studio));
  const [first, second, third] = [await page(0), await page(1), await page(2)];
  expect([first, second].map(({ items }) => items.map(({ state }) => state))).toEqual([['proposed'], ['approved']]);
  expect([first.count, first.waiting, third.items]).toEqual([2, 1, []]);
});
