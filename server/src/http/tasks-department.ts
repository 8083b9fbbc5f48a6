/** Who works in a department, in what, and which version of the paper of it each of them has acknowledged. */
import type { Standing } from '../life/standing.js';
import { nameIn } from '../register/find.js';
import { statusOf } from '../register/status.js';
import { holdersIn } from '../register/wanted.js';
import type { Holder } from '../register/wanted.js';
import { shownNumber } from '../register/series.js';
import type { Workshop } from './tasks.js';

export interface DepartmentRow {
  readonly person: string;
  readonly name: string;
  readonly role: string;
  /** The version of the role that its paper in force was made of; null while none is issued. */
  readonly inForce: string | null;
  /** The number of that paper. */
  readonly number: string | null;
  /** The version that was acknowledged; null for none. */
  readonly held: string | null;
  /** The day of that: YYYY-MM-DD. */
  readonly on: string | null;
  readonly standing: Standing | 'none';
  readonly due: string | null;
  readonly overdue: boolean;
}

export async function departmentTask(
  { department }: { readonly department: string },
  { setting }: Workshop,
): Promise<readonly DepartmentRow[]> {
  const { read } = setting.storage;
  const status = await statusOf({ department }, setting);
  const keyOf = ({ person, holding }: Holder): string => `${person.id} ${holding.role ?? ''}`;
  const seen = new Set(status.map(({ holder }) => keyOf(holder)));
  const rows: DepartmentRow[] = [];
  for (const { holder, document, stand } of status) {
    const held = stand.asking?.on == null ? undefined : await read.document(stand.asking.document.id);
    rows.push({
      ...personOf(holder, setting.language),
      ...{ inForce: document.role_version, number: shownNumber(document), held: held?.role_version ?? null, on: stand.asking?.on ?? null },
      ...{ standing: stand.standing, due: stand.due, overdue: stand.overdue },
    });
  }
  for (const holder of await holdersIn(read, { department }, setting.today))
    if (!seen.has(keyOf(holder)))
      rows.push({
        ...personOf(holder, setting.language),
        ...{ inForce: null, number: null, held: null, on: null, standing: 'none', due: null, overdue: false },
      });
  return rows;
}

const personOf = (
  { person, holding }: Holder,
  language: Workshop['setting']['language'],
): Pick<DepartmentRow, 'person' | 'name' | 'role'> => ({
  ...{ person: person.id, name: nameIn(person, language) ?? '', role: holding.role ?? '' },
});
