/** The one job that everybody is given: the Russian job description of a lead sales specialist, each time for another person. */
import { createPress, memoryWorkspace, openLibrary, packageWorkspace, readFonts, readOrganisation, readRole } from '../dist/index.js';
import { withNewWords } from './words.mjs';

const workspace = packageWorkspace();
const { role } = readRole(workspace, 'roles/lead-sales-specialist.yaml');
const { organisation } = readOrganisation(workspace, 'examples/organisation.ru.yaml');
if (!role || !organisation) throw new Error('The role or the organisation is not valid: run the check of Rolewright on it.');

export const press = createPress(openLibrary(workspace), readFonts);

const surnames = [
  'Алексеев',
  'Борисов',
  'Васильев',
  'Григорьев',
  'Дмитриев',
  'Егоров',
  'Захаров',
  'Ильин',
  'Кузнецов',
  'Лазарев',
  'Макаров',
  'Никитин',
  'Орлов',
  'Павлов',
  'Романов',
  'Семёнов',
  'Тимофеев',
  'Фёдоров',
  'Щербаков',
];
const names = ['Антон', 'Борис', 'Виктор', 'Глеб', 'Денис', 'Евгений', 'Иван', 'Кирилл', 'Леонид', 'Максим', 'Павел', 'Роман', 'Степан'];
const patronymics = ['Андреевич', 'Викторович', 'Денисович', 'Иванович', 'Львович', 'Олегович', 'Петрович'];
const pick = (list, at) => list[at % list.length];

/** The lists have lengths without a common divisor, so that 1,729 people go by before one comes again. */
const jobOf = (at, printed) => ({
  role: printed,
  kind: 'job-description',
  locale: 'ru',
  jurisdiction: 'ru',
  organisation,
  person: {
    name: { last: pick(surnames, at), first: pick(names, at), middle: pick(patronymics, at) },
    gender: 'male',
    department: 'sales',
  },
  date: '2026-11-22',
  logo: null,
});

/** Read and checked as a file would be. */
function newRole(at) {
  const file = memoryWorkspace({ 'role.yaml': JSON.stringify(withNewWords(role, 'ru', at)) });
  const read = readRole(file, 'role.yaml', workspace);
  if (!read.role) throw new Error(`The role with new words is not valid: ${read.diagnostics.map(({ code }) => code).join(', ')}`);
  return read.role;
}

/** What is printed for the person at this place of the row: the same role each time, or one whose words nobody has printed. */
export const jobs = { same: (at) => jobOf(at, role), new: (at) => jobOf(at, newRole(at)) };

export const treeOf = (job) => press.assemble(job);

/** From the role and the person to bytes: assembling the tree and writing it. */
export const print = async (job, format) => (await press.print(treeOf(job), format)).bytes;
