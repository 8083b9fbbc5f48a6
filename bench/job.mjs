/** The one job that everybody is given: the Russian job description of a lead sales specialist, each time for another person. */
import { createPress, openLibrary, packageWorkspace, readFonts, readOrganisation, readRole } from '../dist/index.js';

const workspace = packageWorkspace();
const { role } = readRole(workspace, 'roles/lead-sales-specialist.yaml');
const { organisation } = readOrganisation(workspace, 'examples/organisation.ru.yaml');
if (!role || !organisation) throw new Error('The role or the organisation is not valid: run the check of Rolewright on it.');

const press = createPress(openLibrary(workspace), readFonts);

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
const jobOf = (at) => ({
  role,
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

/** The document tree for the person at this place of the row. */
export const treeFor = (at) => press.assemble(jobOf(at));

/** From the role and the person to bytes: assembling the tree and writing it. */
export const printFor = async (at, format) => (await press.print(treeFor(at), format)).bytes;
