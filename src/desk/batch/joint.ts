/** Papers that a batch makes once for many: one order for all roles of a list, one sheet for all who hold a role. */
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { hasErrors } from '../../diagnostic/diagnostic.js';
import type { Person } from '../../person/person.generated.js';
import type { PrintOptions } from '../../press/press.js';
import type { Role } from '../../role/role.generated.js';
import { fileStem } from '../../shelf/kinds.js';
import type { Desk } from '../desk.js';
import type { Wanted } from '../documents.js';
import { jointOrders, makeOrders } from '../orders.js';
import type { Common, Order } from '../orders.js';
import { attempt } from '../attempt.js';
import type { StaffList } from './list.js';
import type { Survey } from './survey.js';

export interface JointBatch {
  readonly list: StaffList;
  readonly survey: Survey;
  readonly wanted: Wanted;
  readonly common: Omit<Common, 'structure'>;
  readonly print: PrintOptions;
  /** The output folder, relative to the user's; null writes nothing. */
  readonly out: string | null;
  /** Whether papers that stand there may be replaced. */
  readonly force: boolean;
}

/** What is wanted for each person, and what is wanted once for many. */
export const partedWanted = (wanted: Wanted): { each: Wanted; joint: Wanted } => ({
  each: { ...wanted, kinds: wanted.kinds.filter(({ together }) => together === undefined) },
  joint: { ...wanted, kinds: wanted.kinds.filter(({ together }) => together !== undefined) },
});

/** Makes and writes them and gives their names in the output folder; why some are missing goes to `problems`. */
export async function makeJoint(batch: JointBatch, desk: Desk, problems: Diagnostic[]): Promise<string[]> {
  const { wanted, common, out } = batch;
  if (wanted.kinds.length === 0) return [];
  const of = (together: 'roles' | 'people'): Wanted => ({ ...wanted, kinds: wanted.kinds.filter((kind) => kind.together === together) });
  const groups = await holdersIn(batch);
  const orders = [
    ...jointOrders(
      groups.map(({ role }) => role),
      of('roles'),
      common,
      desk,
    ),
    ...groups.flatMap(({ role, people }) =>
      jointOrders([role], of('people'), common, desk).map((one): Order => {
        const { kind, locale } = one.job;
        const path = `${fileStem(desk.library.kind(kind), locale)}.${role.id}.${locale}.${one.format}`;
        return { ...one, job: { ...one.job, people }, path };
      }),
    ),
  ];
  const made = await makeOrders(orders, batch.print, desk, problems);
  if (hasErrors(problems)) return [];
  const written = out === null ? [] : attempt(() => desk.workspace.writeAll(made, { folder: out, force: batch.force }), problems);
  return written ? made.map(({ path }) => path) : [];
}

/** The roles of the list with all who hold them, in the order of the rows; rows that cannot be read have been told of. */
async function holdersIn({ list, survey }: JointBatch): Promise<{ role: Role; people: Person[] }[]> {
  const groups = new Map<string, { role: Role; people: Person[] }>();
  for await (const row of list.sheet.rows) {
    const { read } = list.read(row);
    const key = read && survey.keyOf(read);
    const role = key ? survey.roles[key] : undefined;
    if (!read || !key || !role) continue;
    const group = groups.get(key) ?? { role, people: [] };
    group.people.push(read.person);
    groups.set(key, group);
  }
  return [...groups.values()];
}
