/** Who works in a department, in what, and which version of the paper of it each of them has acknowledged. */
import type { Asking } from '../life/standing.js';
import { nameIn } from '../register/find.js';
import { shownStanding, statusOf } from '../register/status.js';
import type { ShownStanding, StatusRow } from '../register/status.js';
import { holdersIn } from '../register/wanted.js';
import type { Holder } from '../register/wanted.js';
import { shownNumber } from '../register/series.js';
import type { Workshop } from './tasks.js';

export interface DepartmentRow {
  readonly person: string;
  readonly name: string;
  readonly gender: string | null;
  readonly role: string;
  /** The version of the role that its paper in force was made of; null while none is issued. */
  readonly inForce: string | null;
  /** The number of that paper. */
  readonly number: string | null;
  /** The version that was acknowledged; null for none. */
  readonly held: string | null;
  /** The day of that: YYYY-MM-DD. */
  readonly on: string | null;
  readonly standing: ShownStanding | 'none';
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
  for (const row of status) {
    const { holder, document, stand } = row;
    const asking = heldIn(row);
    const held = asking === null ? undefined : await read.document(asking.document.id);
    rows.push({
      ...personOf(holder, setting.language),
      ...{ inForce: document.role_version, number: shownNumber(document), held: held?.role_version ?? null, on: asking?.on ?? null },
      ...{ standing: shownStanding(row), due: stand.due, overdue: stand.overdue },
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

/** What somebody has acknowledged last, in whatever words; a refusal is no acknowledgement. */
function heldIn({ stand, askings }: StatusRow): Asking | null {
  if (stand.asking?.state === 'acknowledged') return stand.asking;
  const acknowledged = askings.filter(({ state, document }) => state === 'acknowledged' && document.state !== 'voided');
  return acknowledged.reduce<Asking | null>((last, one) => (last === null || (one.on ?? '') >= (last.on ?? '') ? one : last), null);
}

const personOf = (
  { person, holding }: Holder,
  language: Workshop['setting']['language'],
): Pick<DepartmentRow, 'person' | 'name' | 'gender' | 'role'> => ({
  ...{ person: person.id, name: nameIn(person, language) ?? '', gender: person.known?.gender ?? null, role: holding.role ?? '' },
});
