/** What is known of papers is what they say: kept or looked at anew, by whichever process, and never of a file that is another by now. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'rolewright';
import { expect, it } from 'vitest';
import { papersSeen } from '../src/register/known-papers.js';
import type { Setting } from '../src/register/setting.js';
import { holdersIn, papersFor } from '../src/register/wanted.js';
import type { SeenPaper, WantedOptions } from '../src/register/wanted.js';
import { openAside } from '../src/storage/aside.js';
import { toIssue } from '../src/studio/hr/today.js';
import { openOffice, rowOf } from './office.js';
import type { Office } from './office.js';
import { fully } from './programs.js';

const options: WantedOptions = { format: 'pdf', day: '2026-12-01' };
const posts = [
  ['Bakker', 'sales-manager', 'export'],
  ['Smit', 'customer-service-manager', 'service'],
  ['Vos', 'office-manager', 'office'],
] as const;

const officeOf = (): Promise<Office> =>
  openOffice(posts.map(([last, role, department], at) => rowOf({ name: { last }, personnelNumber: `10${at}`, department }, at + 1, role)));

/** As another process has it: nothing in memory, and what lies beside the register. */
const anew = (setting: Setting, { folder }: Office): Setting => ({
  ...setting,
  storage: { ...setting.storage, aside: openAside(join(folder, 'register/known'), () => 'part') },
});

const wordsOf = (paper: SeenPaper): unknown => {
  const { stem, roleId, locale, jurisdiction, form, fingerprint, title, department, isDescription, retention = null } = paper;
  return {
    ...{ stem, roleId, locale, jurisdiction, form, fingerprint, title, department, isDescription, retention },
    ...{ kind: paper.kind.id, person: paper.person?.id ?? null, holders: paper.holders.map((one) => one.person.id) },
  };
};

/** What is known and what is so, with how many roles were read for the first. */
async function compared(setting: Setting, more: Partial<WantedOptions> = {}, most?: number) {
  const asked = { ...options, ...more };
  const holders = await holdersIn(setting.storage.read, {}, '2026-12-01');
  const [told, told2]: [Diagnostic[], Diagnostic[]] = [[], []];
  const read: string[] = [];
  const role: Setting['workplace']['role'] = (id, department) => {
    read.push(id);
    return setting.workplace.role(id, department);
  };
  const seen = await papersSeen(holders, asked, { ...setting, workplace: { ...setting.workplace, role } }, told, most);
  const fresh = papersFor(holders, asked, setting, told2);
  return { seen: seen.papers.map(wordsOf), fresh: fresh.map(wordsOf), left: seen.left, told, toldFresh: told2, read };
}

it('is the same as what is looked at anew, in this process and in the next', async () => {
  const office = await officeOf();
  const setting = await office.setting();
  const first = await compared(setting);
  expect(first.seen).toEqual(first.fresh);
  expect(first.told).toEqual(first.toldFresh);
  expect(first.read).toHaveLength(3);
  for (const here of [setting, anew(setting, office)]) {
    const again = await compared(here);
    expect([again.seen, again.told, again.read]).toEqual([first.fresh, first.toldFresh, []]);
  }
});

it('looks at so many posts as are asked for, and goes on with the next ones', async () => {
  const office = await officeOf();
  const setting = await office.setting();
  const steps = [];
  while (steps.length < 4) steps.push(await toIssue(anew(setting, office), 1));
  expect(steps.map(({ left, first }) => [left, first])).toEqual([
    [2, 1],
    [1, 2],
    [0, 3],
    [0, 3],
  ]);
});

it('passes over a role that cannot be read, and looks at it again once all others have been looked at', async () => {
  const office = await officeOf();
  const path = join(office.folder, 'roles/customer-service-manager.yaml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, 'id: [');
  const setting = await office.setting();
  const steps = [];
  while (steps.length < 4) steps.push(await compared(setting, {}, 1));
  expect(steps.map(({ left, seen, read }) => [left, seen.length, read.length])).toEqual([
    [2, 1, 1],
    [1, 2, 1],
    [0, 2, 1],
    [0, 2, 1],
  ]);
  writeFileSync(path, text);
  office.goOn();
  expect((await compared(await office.setting(), {}, 1)).seen).toHaveLength(3);
});

it('reads again the role whose file says something else, and no other', async () => {
  const office = await officeOf();
  await compared(await office.setting());
  const path = join(office.folder, 'roles/customer-service-manager.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('vakkundig helpen', 'deskundig helpen'));
  office.goOn();
  const { seen, fresh, read } = await compared(anew(await office.setting(), office));
  expect(seen).toEqual(fresh);
  expect(read).toEqual(['customer-service-manager']);
});

fully('reads again a role in whose place another one lies', async () => {
  const office = await officeOf();
  await compared(await office.setting());
  const own = readFileSync(new URL('../../roles/office-manager.yaml', import.meta.url), 'utf8');
  writeFileSync(join(office.folder, 'roles/office-manager.yaml'), own.replace(/^version: .*$/m, 'version: 9.9.9'));
  office.goOn();
  expect((await compared(anew(await office.setting(), office))).read).toEqual(['office-manager']);
  rmSync(join(office.folder, 'roles/customer-service-manager.yaml'));
  office.goOn();
  const { seen, fresh, read } = await compared(anew(await office.setting(), office));
  expect([seen, read]).toEqual([fresh, ['customer-service-manager']]);
});

fully('reads all again for another employer and other choices, and for another day none', async () => {
  const office = await officeOf();
  await compared(await office.setting());
  expect((await compared(await office.setting(), { detail: 'full' })).read).toHaveLength(3);
  expect((await compared(await office.setting(), { day: '2026-12-02' })).read).toEqual([]);
  const path = join(office.folder, 'organisation.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('North Wind Trading', 'South Wind Trading'));
  office.goOn();
  const renamed = await compared(await office.setting());
  expect([renamed.seen, renamed.read.length]).toEqual([renamed.fresh, 3]);
});

it('keeps nothing of what is for one person, and does without what cannot be read', async () => {
  const office = await officeOf();
  const setting = await office.setting();
  const { seen, fresh } = await compared(setting, { kind: 'development-talk' });
  expect(seen).toEqual(fresh);
  await compared(setting);
  const kept = join(office.folder, 'register/known/papers.json');
  const text = readFileSync(kept, 'utf8');
  expect(text).toContain('job-description/office-manager/office');
  expect(text).not.toMatch(/Bakker|Smit|Vos|p_[0-9a-f]/);
  writeFileSync(kept, '{');
  const torn = await compared(anew(setting, office));
  expect([torn.seen, torn.read.length]).toEqual([torn.fresh, 3]);
  expect(existsSync(kept)).toBe(true);
});
