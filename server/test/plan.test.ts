/** Onboardings of people in the register, by its commands: one plan on paper and on the screen, in three languages and on both databases. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { addDays, Refusal } from 'rolewright';
import { afterEach, expect, it } from 'vitest';
import { openProject } from '../src/cli/project.js';
import { planMeant, notePlan, shownPlan } from '../src/register/plan.js';
import { everybody, personMeant } from '../src/register/find.js';
import type { Setting } from '../src/register/setting.js';
import { checklistKind, toldPlan } from '../src/register/plan-words.js';
import { holdersIn, papersFor } from '../src/register/wanted.js';
import { cleanFile } from '../src/register/picture-facts.js';
import { filesIn, keptAttachment } from '../src/register/plan-files.js';
import { openStorage } from '../src/storage/storage.js';
import type { Storage } from '../src/storage/storage.js';
import type { Target } from '../src/storage/open.js';
import { onBothDatabases } from './databases.js';
import { madeEdge } from './made-register.js';
import { photo } from './pictures.js';
import { firstOrAll, fully, isFull } from './programs.js';
import { organisationOf } from './signer-world.js';
import { visiting } from './visit.js';
import type { Visiting } from './visit.js';

const root = new URL('../..', import.meta.url).pathname;
/** Those of all sorts; the first in every run, the others with FULL=1. */
const roles = ['sales-manager', ...(isFull ? ['office-manager', 'project-manager', 'production-department-head', 'hr-manager'] : [])];

interface Task {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly done: string | null;
  readonly notes: readonly { readonly words: string }[];
  readonly checks: readonly { readonly result: string }[];
}
interface Plan {
  readonly plan: string;
  readonly firstDay: string;
  readonly tasks: readonly Task[];
}

const made: Visiting[] = [];
const open: Storage[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  for (const one of made.splice(0)) rmSync(one.folder, { recursive: true, force: true });
});

/** Three people who begin on Monday, 7 December 2026, and read Russian, English and Dutch. */
async function firm({ postgres }: Target, role = 'sales-manager', country: 'ru' | 'nl' | 'gb' = 'nl'): Promise<Visiting> {
  const environment: Record<string, string> = { ROLEWRIGHT_ADDRESS: 'https://hr.example.com' };
  if (postgres !== undefined) environment['DATABASE_URL'] = postgres;
  const hr = visiting({ environment, clock: madeEdge('plan', '2026-12-01T08:00:00.000Z') });
  made.push(hr);
  hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
  hr.write('organisation.yaml', organisationOf(country, 'https://hr.example.com'));
  cpSync(join(root, `roles/${role}.yaml`), join(hr.folder, `roles/${role}.yaml`));
  hr.write(
    'staff.csv',
    `name,personnel number,role,department,gender,language,e-mail,hire date
Иванова Анна Петровна,101,${role},sales,female,ru,anna@example.org,2026-12-07
Amelia Stone,102,${role},sales,female,en,amelia@example.org,2026-12-07
Jan de Vries,103,${role},sales,male,nl,jan@example.org,2026-12-07
`,
  );
  await hr.data('init');
  await hr.data('people staff.csv');
  return hr;
}

async function settingOf(hr: Visiting, { postgres }: Target): Promise<Setting> {
  const target = { folder: join(hr.folder, 'register'), ...(postgres !== undefined && { postgres }) };
  const edge = madeEdge('reader', '2026-12-09T15:00:00.000Z');
  const storage = await openStorage(target, edge);
  open.push(storage);
  const project = openProject({ folder: hr.folder, project: '.', target }, edge.now);
  return project.setting({ id: 'a_1', name: '' }, 'en', '2026-12-09', storage);
}

const taskOf = ({ tasks }: Plan, which: (task: Task) => boolean): Task => tasks.find(which) ?? expect.fail('no such task');
const own = ({ owner }: Task): boolean => owner === 'new-hire';

onBothDatabases('an onboarding', ({ next }) => {
  it('is begun, ticked, taken back, noted, checked and ended by the commands', async () => {
    const target = await next();
    const hr = await firm(target);
    const begun = await hr.data<Plan>('plan start 102 --mentor "Oliver Grant" --email oliver@example.org --phone "+31 20 000 0000"');
    expect(begun.firstDay).toBe('2026-12-07');
    expect(begun.tasks.length).toBeGreaterThan(15);
    const [first] = begun.tasks.filter(own);
    const id = first?.id ?? '';
    hr.day('2026-12-08');
    expect(taskOf(await hr.data<Plan>(`plan tick 102 ${id}`), (one) => one.id === id).done).toMatch(/^2026-12-08T08:00/);
    expect(taskOf(await hr.data<Plan>(`plan tick 102 ${id} --undo`), (one) => one.id === id).done).toBeNull();
    const noted = await hr.data<Plan>(`plan tick 102 ${id} --note "Looked at it twice"`);
    expect(taskOf(noted, (one) => one.id === id)).toMatchObject({ notes: [{ words: 'Looked at it twice', as: 'hr' }], done: null });
    // What was done is one line; what comes next is told with it.
    const ticked = await hr.run(`plan tick 102 ${id}`);
    expect([ticked.out.trim().split('\n').length, ticked.err.match(/^Next, by /gm)?.length]).toEqual([2, 3]);
    await hr.data(`plan tick 102 ${id}`);
    const check = begun.tasks.find((one) => (one as { what?: string }).what === 'check');
    const checked = await hr.data<Plan>(`plan tick 102 ${check?.id} --result failed --note "Once more on Friday"`);
    expect(taskOf(checked, (one) => one.id === check?.id).checks).toMatchObject([{ result: 'failed', words: 'Once more on Friday' }]);
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
    const told = await hr.run('plan show 102');
    expect(told.out).toContain('not passed');
    expect(told.err).toContain('Tasks of the new hire that are done: 1 of');
    await hr.data('plan end 102 --reason "She has another post"');
    expect((await hr.run('plan tick 102 x')).err).toContain('No onboarding of Amelia Stone runs');
    // What is over may be begun anew.
    await hr.data('plan start 102');
    expect((await hr.run('plan start 102')).err).toContain('runs already');
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  }, 60_000);

  it('counts from another first day: what is not done moves, with its post, and what is done stays', async () => {
    const target = await next();
    const hr = await firm(target);
    const begun = await hr.data<Plan>('plan start 103');
    const [first, second] = begun.tasks.filter(own);
    await hr.data(`plan tick 103 ${first?.id}`);
    const moved = await hr.data<Plan>('plan move 103 --on 2026-12-14');
    expect(moved.firstDay).toBe('2026-12-14');
    expect(taskOf(moved, ({ id }) => id === first?.id)).toMatchObject({ due: first?.due });
    expect(taskOf(moved, ({ id }) => id === second?.id).due > (second?.due ?? '')).toBe(true);
    const setting = await settingOf(hr, target);
    const person = await personMeant('103', setting);
    expect((await setting.storage.read.holdingsOf(person.id)).map(({ from_day }) => from_day)).toEqual(['2026-12-14']);
    // The paper that is printed now has the same days.
    const [holder] = await holdersIn(setting.storage.read, { person: person.id }, '2026-12-14');
    const paper = holder && papersFor([holder], { kind: checklistKind, format: 'html', locale: 'nl', day: '2026-12-09' }, setting, [])[0];
    const { told } = toldPlan(holder ?? expect.fail('nobody'), { locales: ['nl'] }, setting);
    expect(paper?.orders[0]?.job.person?.hireDate).toBe('2026-12-14');
    const dues = new Map([...told.stages, ...told.office].flatMap(({ tasks }) => tasks).map(({ id, due }) => [id, due]));
    for (const { id, due } of moved.tasks) if (id !== first?.id) expect(dues.get(id), id).toBe(due);
  }, 60_000);

  it('moves the first day of work only while it is to come, and asks about one long past', async () => {
    const target = await next();
    const hr = await firm(target);
    await hr.data('plan start 103');
    const early = await hr.run('plan move 103 --on 2026-12-14');
    expect(early.err).toContain('The first day in the post is now the same in the register');
    hr.day('2026-12-15');
    const late = await hr.run('plan move 103 --on 2026-12-21');
    expect([late.code, late.err]).toEqual([1, expect.stringMatching(/register-plan-works[^]*since 14 December 2026/)]);
    // Another day that a plan counts from, of somebody who works already, leaves the post as it is.
    await hr.data('plan start 102 --on 2026-12-16');
    const setting = await settingOf(hr, target);
    const daysOf = async (number: string) =>
      (await setting.storage.read.holdingsOf((await personMeant(number, setting)).id)).map(({ from_day }) => from_day);
    expect([await daysOf('103'), await daysOf('102')]).toEqual([['2026-12-14'], ['2026-12-07']]);
    hr.day('2027-06-01');
    const long = await hr.run('plan start 101');
    expect([long.code, long.err]).toEqual([1, expect.stringMatching(/register-plan-long-ago[^]*7 December 2026[^]*--yes/)]);
    await hr.data('plan start 101 --yes');
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  }, 60_000);

  it('takes no result of one’s own check, none of what is no check, no tick over a failed one, and no newcomer as mentor', async () => {
    const hr = await firm(await next());
    const refused = async (line: string, as?: string) => (await hr.run(`plan ${line}`, as)).err;
    expect(await refused('start 102 --mentor "A. Stone"')).toContain('own-helper');
    const { tasks } = await hr.data<Plan>('plan start 102 --mentor "Oliver Grant"');
    const check = tasks.find((one) => (one as { what?: string }).what === 'check')?.id ?? '';
    const late = tasks.find((one) => own(one) && one.due > '2026-12-07')?.id ?? '';
    expect(await refused(`tick 102 ${late}`)).toMatch(/register-plan-early[^]*7 December 2026/);
    expect(await refused(`tick 102 ${late} --on 2026-12-01`)).toMatch(/register-plan-option[^]*--on[^]*--note, --result, --undo/);
    hr.day('2026-12-15');
    expect(await refused('helper 102 --mentor "Stone Amelia"')).toContain('own-helper');
    expect(await refused(`tick 102 ${late} --result passed`)).toContain('no-check');
    expect(await refused(`tick 102 ${check} --result passed`, 'Amelia Stone')).toContain('own-check');
    await hr.data(`plan tick 102 ${check} --result failed --note "Once more"`);
    expect(await refused(`tick 102 ${check}`)).toContain('check-failed');
    // Of one task that something was done to, one line is told.
    const told = await hr.run(`plan tick 102 ${late}`);
    expect(told.out.trim().split('\n')).toHaveLength(2);
    expect(told.err).toContain('Mentor: Oliver Grant');
    await hr.data('export 102 --out all.zip');
    const page = new TextDecoder().decode(unzipSync(readFileSync(join(hr.folder, 'all.zip')))['index.html']);
    expect(page).toMatch(/“[^”]+”: not passed; Note: “Once more”/);
    // What is over can still be read.
    const ended = await hr.run('plan end 102 --reason "She has another post"');
    expect(ended.err).toMatch(/1 of \d+ tasks were done/);
    const shown = await hr.run('plan show 102');
    expect([shown.code, shown.err]).toEqual([0, expect.stringContaining('This onboarding has ended')]);
    const dues = shown.out.split('\n').flatMap((line) => /\d{4}-\d\d-\d\d/.exec(line) ?? []);
    expect(dues).toEqual([...dues].sort());
    expect((await hr.run('plan forget 102')).code).toBe(0);
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  }, 60_000);

  fully(
    'has what the law wants of the employer and how the probation ends, and ticks that papers were signed for by itself',
    async () => {
      const target = await next();
      const hr = await firm(target, 'sales-manager', 'ru');
      hr.write('organisation.yaml', `${organisationOf('ru', 'https://hr.example.com')}probation: { months: 3 }\n`);
      const begun = await hr.data<Plan>('plan start 101');
      const of = (plan: Plan, id: string) => taskOf(plan, (one) => one.id === id);
      expect(of(begun, 'law-contract')).toMatchObject({
        of: 'law',
        owner: 'hr',
        dated: false,
        basis: expect.stringContaining('art. 67') as string,
      });
      expect(of(begun, 'law-military')).toMatchObject({ due: '2026-12-14', dated: true });
      expect(of(begun, 'probation-end')).toMatchObject({ of: 'probation', due: expect.stringMatching(/^2027-03/) as string });
      for (const id of [
        'law-social-fund',
        'law-medical',
        'law-safety-training-staff',
        'probation-review-collected',
        'last-notice-collected',
      ])
        expect(of(begun, id).owner).toMatch(/^(hr|security)$/);
      // A link to the plan holds for the plan, not for what the employer does.
      const { until } = await hr.data<{ until: string }>('plan link 101');
      const last = begun.tasks.flatMap((one) => ((one as { of?: string }).of === 'role' ? [one.due] : [])).sort();
      expect(until).toBe(addDays(last.at(-1) ?? '', 30));
      hr.day('2026-12-08');
      const lines = (await hr.run('plan show 101')).out.split('\n');
      expect(lines.find((line) => line.includes('law-contract'))).toMatch(/^open +no day/);
      expect(lines.find((line) => line.includes('law-fire'))).toMatch(/^late/);
      const signed = (plan: Plan) => of(plan, 'law-acquaintance').done !== null;
      expect((await hr.run('plan show 101')).err).toContain('ticked by the register itself');
      await hr.data('issue --person 101 --format html --locale ru');
      expect(signed(await hr.data<Plan>('plan show 101'))).toBe(false);
      await hr.data('request --person 101 --method in-person');
      expect(signed(await hr.data<Plan>('plan show 101'))).toBe(false);
      await hr.data('open 101');
      await hr.data('acknowledge 101 --identified-by "passport"');
      expect(signed(await hr.data<Plan>('plan show 101'))).toBe(true);
      hr.day('2026-12-09');
      // Not all of it was there to be read: somebody knows better.
      expect(signed(await hr.data<Plan>('plan tick 101 law-acquaintance --undo'))).toBe(false);
      await hr.data('plan tick 101 law-contract');
      expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
    },
    60_000,
  );

  it('asks about a first day that is a day off, and ends with a leaving until that is taken back', async () => {
    const target = await next();
    const hr = await firm(target);
    const told = async (line: string) => {
      const { code, err } = await hr.run(line);
      return [code, err];
    };
    expect(await told('plan start 103 --on 2026-12-12')).toEqual([
      1,
      expect.stringMatching(/register-plan-day-off[^]*Sat 12 Dec 2026 is a day off[^]*Mon 14 Dec 2026/),
    ]);
    await hr.data('plan start 103');
    expect(await told('plan move 103 --on 2026-12-25')).toEqual([1, expect.stringMatching(/register-plan-day-off[^]*Mon 28 Dec 2026/)]);
    expect((await hr.data<Plan>('plan show 103')).firstDay).toBe('2026-12-07');
    // Shops open on Saturdays, whatever the calendar of the office is.
    const moved = await hr.data<Plan>('plan move 103 --on 2026-12-12 --yes');
    expect([moved.firstDay, moved.tasks.filter(own).every(({ due }) => due >= '2026-12-14')]).toEqual(['2026-12-12', true]);
    const id = taskOf(moved, own).id;
    hr.day('2026-12-15');
    await hr.data(`plan tick 103 ${id}`);
    expect(await told('leave 103 --on 2026-12-18')).toEqual([0, expect.stringMatching(/register-plan-closed[^]*Jan de Vries/)]);
    expect(await hr.data('plan show 103')).toMatchObject({ state: 'ended' });
    expect(await told(`plan tick 103 ${id} --undo`)).toEqual([1, expect.stringContaining('register-no-plan')]);
    // What nobody was in the middle of ends in silence.
    expect((await told('leave 102 --on 2026-12-18'))[1]).not.toContain('register-plan-closed');
    await hr.data('leave 103 --undo --reason "It was another Jan"');
    const again = await hr.data<Plan>('plan show 103');
    expect([(again as { state?: string }).state, taskOf(again, (one) => one.id === id).done !== null]).toEqual(['running', true]);
    // What somebody ended is not begun again with it.
    await hr.data('plan end 103');
    await hr.data('leave 103 --on 2026-12-18');
    await hr.data('leave 103 --undo --reason "Once more"');
    expect(await hr.data('plan show 103')).toMatchObject({ state: 'ended' });
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  }, 60_000);

  fully(
    'takes the mentor whom a list names, in words of three languages, and follows the list while it runs',
    async () => {
      const target = await next();
      const hr = await firm(target);
      const rows = (heading: string, of: readonly string[]): void =>
        hr.write(
          'staff.csv',
          `name,personnel number,role,department,gender,language,e-mail,hire date,${heading}
Иванова Анна Петровна,101,sales-manager,sales,female,ru,anna@example.org,2026-12-07,${of[0]}
Amelia Stone,102,sales-manager,sales,female,en,amelia@example.org,2026-12-07,${of[1]}
Jan de Vries,103,sales-manager,sales,male,nl,jan@example.org,2026-12-07,${of[2]}
`,
        );
      const helpers = async (number: string) => (await hr.data<{ helpers: readonly object[] }>(`plan show ${number}`)).helpers;
      rows('Buddy,Buddy e-mail', ['Сидоров Пётр Ильич,', 'Oliver Grant,oliver@example.org', ',']);
      await hr.data('people staff.csv');
      for (const number of ['101', '102', '103']) await hr.data(`plan start ${number}`);
      expect(await helpers('101')).toEqual([{ as: 'mentor', name: 'Сидоров Пётр Ильич' }]);
      expect(await helpers('102')).toEqual([{ as: 'mentor', name: 'Oliver Grant', email: 'oliver@example.org' }]);
      expect(await helpers('103')).toEqual([]);
      // Whom somebody names stays until the list names another.
      await hr.data('plan helper 101 --mentor "Amelia Stone"');
      rows('Куратор', ['Сидоров Пётр Ильич', 'Oliver Grant', 'Amelia Stone']);
      await hr.data('people staff.csv');
      expect(await helpers('101')).toEqual([{ as: 'mentor', name: 'Amelia Stone' }]);
      expect(await helpers('103')).toEqual([{ as: 'mentor', name: 'Amelia Stone' }]);
      rows('Inwerkmaatje', ['Иванова Анна Петровна', 'Oliver Grant', 'Oliver Grant']);
      const told = await hr.run('people staff.csv');
      expect([told.code, told.err]).toEqual([0, expect.stringContaining('own-helper')]);
      expect(await helpers('101')).toEqual([{ as: 'mentor', name: 'Amelia Stone' }]);
      expect(await helpers('103')).toEqual([{ as: 'mentor', name: 'Oliver Grant' }]);
      // A mentor without an address who works here is written to.
      await hr.data('plan helper 103 --mentor "Amelia Stone"');
      Object.assign(hr.environment, { SMTP_URL: 'smtp://127.0.0.1:9?security=none', MAIL_FROM: 'kadry@example.org' });
      expect(await hr.data('plan mail 103 --for mentor')).toMatchObject({
        sent: [{ reader: 'mentor', to: expect.stringMatching(/^a/) as string }],
      });
      await hr.data('export 101 --out anna.zip');
      const page = new TextDecoder().decode(unzipSync(readFileSync(join(hr.folder, 'anna.zip')))['index.html']);
      expect(page).toContain('Наставник');
      expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
    },
    60_000,
  );

  it('takes what a device sends twice once, and the later tick of two devices', async () => {
    const target = await next();
    const hr = await firm(target);
    const begun = await hr.data<Plan>('plan start 101');
    const id = taskOf(begun, own).id;
    const setting = await settingOf(hr, target);
    const by = { as: 'new-hire', name: 'Anna' } as const;
    const telephone = { kind: 'task-ticked', item: id, made: '2026-12-08T12:00:00.000Z', mark: 'a'.repeat(32) } as const;
    const desk = { kind: 'task-unticked', item: id, made: '2026-12-08T11:00:00.000Z', mark: 'b'.repeat(32) } as const;
    expect(await notePlan(begun.plan, [desk], by, setting)).toBe(1);
    expect(await notePlan(begun.plan, [telephone, telephone], by, setting)).toBe(1);
    expect(await notePlan(begun.plan, [telephone, desk], by, setting)).toBe(0);
    const { state } = await planMeant(await personMeant('101', setting), setting);
    const task = state.tasks.find((one) => one.id === id);
    expect(task?.done).toMatchObject({ made: telephone.made, received: expect.stringMatching(/^2026-12-09T15:00/) as string });
    expect(task?.ticks.map(({ done }) => done)).toEqual([false, true]);
    // A whole row of ticks is refused with the one that is nobody’s to make.
    const foreign = taskOf(begun, ({ owner }) => owner !== 'new-hire').id;
    const both = [
      { kind: 'task-unticked', item: id },
      { kind: 'task-ticked', item: foreign },
    ] as const;
    await expect(notePlan(begun.plan, both, by, setting)).rejects.toThrow(Refusal);
    expect((await planMeant(await personMeant('101', setting), setting)).state.tasks.find((one) => one.id === id)?.done).not.toBeNull();
  }, 60_000);

  it('is handed out with all that is known of a person, and goes with it; notes go when somebody asks', async () => {
    const target = await next();
    const hr = await firm(target);
    const begun = await hr.data<Plan>('plan start 102 --mentor "Oliver Grant"');
    const id = taskOf(begun, own).id;
    await hr.data(`plan tick 102 ${id} --note "Ploughed through the catalogue"`);
    await hr.data(`plan tick 102 ${id} --note "Asked about holidays"`);
    await hr.data(`plan tick 102 ${id}`);
    const attaching = await settingOf(hr, target);
    const attach = async (plan: string, item: string): Promise<void> => {
      const file = cleanFile(photo()) ?? expect.fail('no photo');
      const filed = await keptAttachment(item, { name: 'desk.jpg', file }, attaching);
      await notePlan(plan, [filed], { as: 'new-hire', name: 'Amelia Stone' }, attaching);
    };
    // Jan attaches the same photo.
    const jan = await hr.data<Plan>('plan start 103');
    await attach(begun.plan, id);
    await attach(jan.plan, taskOf(jan, own).id);
    hr.day('2026-12-10');
    await hr.data('export 102 --out amelia.zip');
    const zip = unzipSync(readFileSync(join(hr.folder, 'amelia.zip')));
    const [kept] = Object.keys(zip).filter((name) => /^onboarding\/\d+\.jpg$/.test(name));
    expect(Buffer.from(zip[kept ?? ''] ?? []).includes('JFIF')).toBe(true);
    expect(new TextDecoder().decode(zip['index.html'])).toContain('File: desk.jpg');
    await hr.data('hold 102 --reason "A claim"');
    expect((await hr.run('plan forget 102')).err).toContain('legal hold');
    await hr.data('release 102 --reason "Settled"');
    expect(await hr.data('plan forget 102')).toMatchObject({ erased: 3 });
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
    const after = taskOf(await hr.data<Plan>('plan show 102'), (one) => one.id === id);
    expect([after.notes, after.done !== null]).toEqual([[], true]);
    await hr.data('leave 102 --on 2026-12-18');
    hr.day('2026-12-20');
    await hr.data('erase 102');
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
    const setting = await settingOf(hr, target);
    const [gone] = (await everybody(setting.storage.read)).filter(({ known }) => known === null);
    const [row] = await setting.storage.read.plansOf(gone?.id ?? '');
    expect(row).toBeUndefined();
    expect(JSON.stringify(await setting.storage.read.eventsOf(begun.plan))).not.toMatch(/Oliver|catalogue|Amelia/);
    // The photo goes with the last of those who attached it.
    const { sha256 } = filesIn((await planMeant(await personMeant('103', setting), setting)).state)[0] ?? expect.fail('no file');
    expect(await setting.storage.files.check(sha256)).toBe('whole');
    await hr.data('plan forget 103');
    expect(await setting.storage.files.check(sha256)).toBe('missing');
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  }, 60_000);

  it('fills the review of the probation with what happened', async () => {
    const target = await next();
    const hr = await firm(target);
    const begun = await hr.data<Plan>('plan start 103 --mentor "Oliver Grant"');
    for (const { id } of begun.tasks.filter((one) => own(one) && one.due < '2026-12-12')) await hr.data(`plan tick 103 ${id} --yes`);
    const checks = begun.tasks.filter((one) => (one as { what?: string }).what === 'check');
    hr.day('2026-12-14');
    await hr.data(`plan tick 103 ${checks[0]?.id} --result failed --note "Too fast on the telephone"`);
    await hr.data(`plan tick 103 ${checks[0]?.id} --result passed --note "Calm and clear"`);
    await hr.data('issue --person 103 --kind probation-review,onboarding-checklist --format html --locale nl');
    const setting = await settingOf(hr, target);
    const person = await personMeant('103', setting);
    const page = async (kind: string): Promise<string> => {
      const paper = (await setting.storage.read.documentsOf(person.id)).find((one) => one.kind === kind);
      const file = (await setting.storage.read.documentFiles(paper?.id ?? '')).find(({ format }) => format === 'html');
      return new TextDecoder().decode(await setting.storage.files.read(file?.sha256 ?? '')).replaceAll('\u00a0', ' ');
    };
    const review = await page('probation-review');
    expect(review).toContain('Helen Carter, 14 december 2026: Calm and clear');
    expect(review).not.toContain('Too fast');
    expect(review).toMatch(/\d van \d stappen gedaan/);
    expect(review.match(/<input[^>]*\bchecked\b[^>]*>/g)).toHaveLength(1);
    // The checklist itself stays a list to tick.
    expect(await page('onboarding-checklist')).not.toContain('Calm and clear');
    expect(await hr.data('verify')).toMatchObject({ whole: true, faults: [] });
  }, 60_000);

  it('gives out links that hold for one plan and reader, and end with a new one, when revoked, and when the person leaves', async () => {
    const target = await next();
    const hr = await firm(target);
    await hr.data('plan start 101');
    const { link, until } = await hr.data<{ link: string; until: string }>('plan link 101');
    expect(link).toMatch(/^https:\/\/hr\.example\.com\/w\/[\w-]{43}\/$/);
    expect(until > '2027-01-01').toBe(true);
    await hr.data('plan link 101 --for mentor');
    expect(await hr.data('plan revoke 101 --for calendar')).toMatchObject({ revoked: 2 });
    expect(await hr.data('plan revoke 101 --for mentor')).toMatchObject({ revoked: 1 });
    await hr.data('plan link 101');
    expect((await hr.run('plan link 101 --for all')).err).toContain('new-hire, mentor, head');
    await hr.data('leave 101 --on 2026-12-18');
    expect(await hr.data('plan revoke 101')).toMatchObject({ revoked: 0 });
    const setting = await settingOf(hr, target);
    const kept = await setting.storage.look((db) => db.selectFrom('link').selectAll().execute());
    expect(JSON.stringify(kept)).not.toContain(link.split('/')[4] ?? '?');
  }, 60_000);
});

it.each(roles)(
  '%s: paper and screen have the same tasks on the same days, in every language',
  async (role) => {
    for (const country of firstOrAll(['ru', 'nl', 'gb'] as const)) {
      const hr = await firm({ folder: '' }, role, country);
      const setting = await settingOf(hr, { folder: '' });
      for (const [number, locale] of [
        ['101', 'ru'],
        ['102', 'en'],
        ['103', 'nl'],
      ] as const) {
        const begun = await hr.data<Plan>(`plan start ${number}`);
        const meant = await planMeant(await personMeant(number, setting), setting);
        const seen = shownPlan(meant, setting);
        expect(seen.locale).toBe(locale);
        const [holder] = await holdersIn(setting.storage.read, { person: meant.holder.person.id }, '2026-12-09');
        const paper = papersFor(holder ? [holder] : [], { kind: checklistKind, format: 'ics', locale, day: '2026-12-09' }, setting, [])[0];
        const job = paper?.orders[0]?.job ?? expect.fail('no paper');
        const [file] = await setting.make(paper?.orders ?? [], {}, []);
        const ics = new TextDecoder().decode(file?.bytes).replaceAll('\r\n ', '');
        expect(job.locale).toBe(locale);
        const tasks = seen.stages.flatMap((stage) => stage.tasks);
        expect(tasks.map(({ id, due }) => [id, due]).sort()).toEqual(begun.tasks.map(({ id, due }) => [id, due]).sort());
        let found = 0;
        // Of the newcomer’s own steps each is in the calendar of the paper, on its day.
        for (const { owner, what, text, due, id } of tasks.filter((one) => one.owner === 'new-hire' && one.what === 'step')) {
          const at = ics
            .split('BEGIN:VEVENT')
            .find((entry) => entry.includes(`SUMMARY;LANGUAGE=`) && entry.includes(text.replace(/([\\;,])/g, '\\$1')));
          if (at === undefined) continue;
          found += 1;
          expect(at, `${owner} ${what} ${id}`).toContain(`DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`);
        }
        expect(found, `${role} ${country} ${locale}`).toBeGreaterThan(2);
      }
    }
  },
  120_000,
);
