/**
 * Lists of many people in the studio: `npm run bench-studio`, or `npm run bench-studio -- 2000`. How much processor time it takes to take a
 * list over and to answer each page, for a program that has just begun, for one that has answered before, and after something has happened to
 * somebody. Figures go to the screen as JSON.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWorkspace, ownData } from '../../dist/library.js';
import { openProject } from '../../server/dist/cli/project.js';
import { tasks } from '../../server/dist/http/all-tasks.js';
import { actorNamed } from '../../server/dist/register/actor.js';
import { begin } from '../../server/dist/register/begin.js';
import { someone } from '../../server/dist/register/find.js';
import { setContact } from '../../server/dist/register/people.js';
import { openStudio } from '../../server/dist/studio/studio.js';
import { openStorage } from '../../server/dist/storage/storage.js';
import { staffList } from '../batch/people.mjs';
import { assertQuiet } from '../quiet.mjs';
import { edge } from '../register/register.mjs';

const count = Number(process.argv[2] ?? 10_000);
const root = fileURLToPath(new URL('../..', import.meta.url));
await assertQuiet();
const folder = mkdtempSync(join(tmpdir(), 'rolewright-bench-studio-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'rolewright.yaml'), 'schema: 2\norganisation: organisation.yaml\nlanguages: [nl, en, ru]\n');
cpSync(join(root, 'bench/batch/organisation.yaml'), join(folder, 'organisation.yaml'));
cpSync(join(root, 'bench/batch/overlays'), join(folder, 'overlays'), { recursive: true });
mkdirSync(join(folder, 'roles'));
cpSync(join(root, 'roles/customer-service-manager.yaml'), join(folder, 'roles/customer-service-manager.yaml'));

const target = { folder: join(folder, 'register') };
const own = openWorkspace(join(root, 'server'));
const today = '2026-12-15';

/** A program that has read nothing yet. */
async function opened(create = false) {
  const storage = await openStorage(target, edge, { create });
  if (create) await begin(storage, { organisation: 'North Wind', today });
  const project = openProject({ folder, project: '.', target }, () => new Date());
  const actor = await actorNamed('Helen Carter', storage.read);
  let studio;
  const setting = () => project.setting(actor, 'nl', today, storage);
  const shop = () => ({
    get setting() {
      return setting();
    },
    by: { actor, language: 'nl' },
    desk: project.desk,
    git: () => null,
    studio: () => (studio ??= openStudio({ workspace: openWorkspace(folder), own, project: '.', now: () => Date.now() })),
    own,
    life: (of) => ownData(own, `locales/register.${of}.yaml`),
    randomBytes: edge.randomBytes,
  });
  return { storage, setting, run: (task, input = {}) => tasks[task](input, shop()) };
}

/** Milliseconds of processor time. */
async function spent(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}

async function pages({ run }, person) {
  const page = { offset: 0, limit: 50 };
  return {
    people: await spent(() => run('hr-people', page)),
    register: await spent(() => run('hr-register', page)),
    filtered: await spent(() => run('hr-register', { ...page, state: 'requested', q: 'anna' })),
    today: await spent(() => run('hr-today')),
    toIssue: await spent(() => run('hr-to-issue', { most: 1 })),
    person: await spent(() => run('hr-person', { id: person })),
    department: await spent(() => run('department', { department: 'export' })),
  };
}

const first = await opened(true);
// As the screen has it: a table of columns with tabs between them.
const text = staffList(count).text.replace('\ufeff', '').replaceAll(';', '\t');
const list = { text, headings: {}, shift: 0, columns: [] };
const take = () => first.run('hr-take', { list, on: today, complete: false, newcomers: false });
const figures = { people: count, takeOver: await spent(take), takeOverAgain: await spent(take) };
const reach = { reach: 'everywhere', requestReach: 'everywhere' };
figures.issueAndAsk = await spent(() =>
  first.run('issue', { ...reach, kinds: ['job-description'], formats: ['docx'], on: today, request: true }),
);
const [row, other] = await first.storage.read.people({ limit: 2 });
await first.storage.close();

const second = await opened();
figures.begun = await pages(second, row.id);
figures.again = await pages(second, row.id);
await setContact(someone(other), { email: 'new@example.com' }, second.setting());
figures.afterAnEvent = await pages(second, row.id);
await second.storage.close();
console.log(JSON.stringify(figures, null, 2));
