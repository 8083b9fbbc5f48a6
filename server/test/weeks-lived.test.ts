/**
 * Eight weeks of an onboarding by the clock, on four devices: the newcomer’s telephone, which is in a tunnel each morning, and their desk, the
 * mentor’s and the head’s; to the review of the probation, issued with what happened and sealed, and the checklist acknowledged.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { addDays, answersFor } from 'rolewright';
import { afterAll, beforeAll, expect } from 'vitest';
import { planMeant, shownPlan } from '../src/register/plan.js';
import { personMeant } from '../src/register/find.js';
import type { Setting } from '../src/register/setting.js';
import { openProject } from '../src/cli/project.js';
import { openAuthority } from './authority.js';
import { fully } from './programs.js';
import type { Authority } from './authority.js';
import { openWeeks } from './weeks-world.js';
import type { World } from './weeks-world.js';

interface Task {
  readonly id: string;
  readonly what: 'step' | 'check';
  readonly owner: string;
  readonly due: string;
  readonly done: string | null;
  readonly checks: readonly { readonly result: string }[];
}
interface Plan {
  readonly firstDay: string;
  readonly tasks: readonly Task[];
}

let world: World;
let authority: Authority;
beforeAll(async () => {
  authority = openAuthority();
  world = await openWeeks({ more: 'contract: { kind: indefinite }\nprobation: { months: 2 }\n' });
  for (const name of ['valid.p12', 'pass']) world.hr.write(name, authority.bytes(name));
}, 120_000);
afterAll(async () => {
  authority.close();
  await world.close();
});

const post = async (link: string, path: string, fields: Record<string, string>): Promise<number> =>
  (await fetch(`${link}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })).status;
const settled = ({ what, done, checks }: Task): boolean => done !== null || (what === 'check' && checks.at(-1)?.result === 'passed');

function settingOn(day: string): Setting {
  const target = { folder: join(world.hr.folder, 'register') };
  const project = openProject({ folder: world.hr.folder, project: '.', target }, world.edge.now);
  return project.setting({ id: 'program', name: '' }, 'nl', day, world.storage);
}

fully(
  'is lived through, from before the first day to the review',
  async () => {
    const { hr } = world;
    const plan = () => hr.data<Plan>('plan show 103');
    const [own, mentor, head] = [await world.link('103'), await world.link('103', 'mentor'), await world.link('103', 'head')];
    // The contract begins a week later than was planned, after the mentor has begun to prepare.
    const early = (await plan()).tasks.filter(({ owner, due, what }) => owner !== 'new-hire' && due < '2026-12-07' && what === 'step');
    expect(early.length).toBeGreaterThan(1);
    const [ready] = early.filter(({ owner }) => answersFor('manager', owner) && owner !== 'mentor');
    expect(await post(head, 'tick', { item: ready?.id ?? '', done: '1' })).toBe(303);
    const moved = await hr.data<Plan>('plan move 103 --on 2026-12-14');
    expect(moved.tasks.find(({ id }) => id === ready?.id)).toMatchObject({ due: ready?.due, done: expect.any(String) as string });
    const setting = settingOn('2026-12-14');
    const review = shownPlan(await planMeant(await personMeant('103', setting), setting), setting).probation?.review ?? '';
    expect(review > '2027-01-10', review).toBe(true);

    const waiting: Record<string, string>[] = [];
    let failed = 0;
    let marks = 0;
    const eightWeeks = addDays('2026-12-14', 56);
    const last = review < eightWeeks ? review : eightWeeks;
    for (let day = '2026-12-08'; day <= last; day = addDays(day, 1)) {
      world.day(day);
      // Out of the tunnel: what the telephone has kept since yesterday is sent, with its own time.
      for (const fields of waiting.splice(0)) expect(await post(own, 'tick', fields), day).toBe(204);
      for (const { id, owner, what, ...task } of (await plan()).tasks) {
        if (settled({ id, owner, what, ...task }) || task.due > day) continue;
        if (what === 'check') {
          const judge = owner === 'mentor' ? mentor : head;
          // The first one does not work out at once.
          const result = failed === 0 ? 'failed' : 'passed';
          failed += 1;
          expect(
            await post(judge, 'check', { item: id, result, words: result === 'failed' ? 'Nog een keer' : 'Rustig en duidelijk' }),
          ).toBe(303);
        } else if (owner === 'new-hire') {
          marks += 1;
          const mark = marks.toString(16).padStart(32, '0');
          if (marks % 2 === 0) expect(await post(own, 'tick', { item: id, done: '1' })).toBe(303);
          else waiting.push({ item: id, done: '1', made: `${day}T07:30:00.000Z`, mark });
        } else if (answersFor('manager', owner)) {
          expect(await post(owner === 'mentor' ? mentor : head, 'tick', { item: id, done: '1' })).toBe(303);
        } else await hr.data(`plan tick 103 ${id}`);
      }
    }
    const after = await plan();
    const open = after.tasks.filter((task) => !settled(task) && task.due < last);
    // What was ticked on the very last day is still in the telephone.
    expect(open.map(({ id }) => id)).toEqual([]);
    const late = after.tasks.filter(({ done, owner }) => owner === 'new-hire' && done?.endsWith('07:30:00.000Z'));
    expect(late.length).toBeGreaterThan(2);

    // The talk: the paper has what happened, and is sealed.
    world.day(review);
    await hr.data(
      'issue --person 103 --kind probation-review,onboarding-checklist --format pdf --locale nl --seal valid.p12 --passphrase-file pass --level B-B',
    );
    const document = (await world.storage.read.documentsOf((await personMeant('103', setting)).id)).find(
      ({ kind }) => kind === 'probation-review',
    );
    const [file] = (await world.storage.read.documentFiles(document?.id ?? '')).filter(({ format }) => format === 'pdf');
    hr.write('review.pdf', await world.storage.files.read(file?.sha256 ?? ''));
    const text = execFileSync('pdftotext', ['-layout', join(hr.folder, 'review.pdf'), '-'], { encoding: 'utf8' }).replaceAll('\u00a0', ' ');
    expect(text).toContain('Rustig en duidelijk');
    // Whoever leads the department is named, though nobody said so of the plan.
    expect(text).toContain('Andrej Sokolov,');
    expect(text).toMatch(/\d van \d/);
    const shots = process.env['SHOTS'];
    if (shots !== undefined) execFileSync('pdftoppm', ['-png', '-r', '60', join(hr.folder, 'review.pdf'), join(shots, 'review')]);
    const sealed = await hr.runOf('verify', 'review.pdf');
    expect(sealed.out + sealed.err).toMatch(/B-B/);
    // The review is signed on paper by three; the list that they close with it is acknowledged.
    await hr.data('request 103 --kind onboarding-checklist --method in-person');
    await hr.data(`acknowledge 103 --on ${review}`);
    await hr.data('plan end 103 --reason "De proeftijd is voorbij"');
    expect(await (await fetch(own)).text()).toContain('Dit plan is afgesloten');
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  },
  240_000,
);
