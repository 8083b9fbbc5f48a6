/** Papers that are looked at before they are issued: each as the plan has it, and made of nothing but its own role. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorNamed } from '../src/register/actor.js';
import { begin } from '../src/register/begin.js';
import { takePeople } from '../src/register/people.js';
import type { Setting } from '../src/register/setting.js';
import { planFor, previewOf } from '../src/studio/hr/issue-plan.js';
import type { AskedIssue } from '../src/studio/hr/issue-plan.js';
import { madeService } from './service.js';
import type { Made } from './service.js';

const on = '2026-12-01';
let made: Made;
let setting: Setting;

beforeAll(async () => {
  made = await madeService({ door: () => ({ visitor: async () => null, routes: [], challenge: null }) as never });
  await begin(made.storage, { organisation: 'North Wind', today: on });
  setting = made.service.setting(await actorNamed('Helen Carter', made.storage.read), 'en');
  const posts = [
    ['Bakker', 'sales-manager', 'export'],
    ['Smit', 'sales-manager', undefined],
    ['Vos', 'office-manager', undefined],
  ] as const;
  const rows = posts.map(([last, role, department], at) => ({
    ...{ row: at + 1, role, locale: null },
    person: { name: { last, first: 'Anna' }, personnelNumber: `10${at}`, ...(department && { department }) },
  }));
  await takePeople(rows, { on, complete: false, newcomers: false }, setting, []);
});
afterAll(async () => {
  await made.close();
  rmSync(made.folder, { recursive: true, force: true });
});

it.each([[[]], [['job-description', 'development-talk']]])('shows each paper of the plan, of its own role alone: %j', async (kinds) => {
  const asked: AskedIssue = { who: 'everybody', kinds, languages: [], formats: ['pdf'], on };
  const { papers } = await planFor(asked, setting);
  expect(papers.length).toBeGreaterThan(2);
  for (const { stem, title, language } of papers) {
    const read: string[] = [];
    const role: Setting['workplace']['role'] = (id, department) => {
      read.push(`${id} ${department ?? '-'}`);
      return setting.workplace.role(id, department);
    };
    const preview = await previewOf(asked, stem, { ...setting, workplace: { ...setting.workplace, role } });
    expect([preview.title, preview.lang.slice(0, 2)]).toEqual([title, language]);
    expect(new Set(read).size).toBe(1);
  }
});

it('has no paper that nobody would get', async () => {
  const asked: AskedIssue = { who: 'everybody', kinds: [], languages: [], formats: ['pdf'], on };
  await expect(previewOf(asked, 'job-description/chief/-/en/brief', setting)).rejects.toThrow('register-act-not-made');
});
