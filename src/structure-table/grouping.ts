/** Which rows of a table are one position: people of one title, department and superior, but each who leads by themselves. */
import { folded } from '../staff-list/columns.js';
import type { Entries, Entry } from './entries.js';
import type { Heads } from './heads.js';
import type { Superior } from './superiors.js';
import type { Table } from './table.js';
import { rounded } from './amounts.js';
import type { Money } from '../role/role.generated.js';

/** What the rows of one position have in common, and what they differ in. */
export interface TablePosition {
  /** Rows from 0, in their order. */
  readonly rows: readonly number[];
  readonly first: Entry;
  readonly units: number;
  readonly holders: Entry['holders'];
  readonly grade: string | null;
  readonly pay: Money | null;
  readonly place: string | null;
  /** What the rows do not agree on, with what they say. */
  readonly differences: readonly { readonly what: 'grade' | 'pay' | 'place'; readonly said: string }[];
}

export interface Grouped {
  readonly positions: readonly TablePosition[];
  /** To which of the positions each row belongs. */
  readonly ofRow: readonly number[];
}

/** `namesPeople` is whether the table has people at all: rows of one that has none are positions as they stand. */
export function grouped({ list }: Entries, superiors: readonly Superior[], heads: Heads, table: Table): Grouped {
  const namesPeople = table.has('name') || table.has('last') || table.has('personnelNumber');
  const leaders = new Set([...heads.of.values()].map(({ entry }) => entry));
  for (const one of superiors) if (one.kind === 'rows' && !one.byTitle) for (const row of one.rows) leaders.add(row);
  const byKey = new Map<string, number>();
  const rows: number[][] = [];
  const ofRow = list.map((entry, at) => {
    const key = keyOf(entry, at);
    const known = byKey.get(key);
    if (known !== undefined) {
      rows[known]?.push(at);
      return known;
    }
    byKey.set(key, rows.length);
    return rows.push([at]) - 1;
  });
  return { positions: rows.flatMap((own) => positionOf(own) ?? []), ofRow };

  function keyOf(entry: Entry, at: number): string {
    if (entry.code !== null) return `code ${entry.code}`;
    if (leaders.has(at) || !namesPeople) return `row ${at}`;
    // In a table of units each grade and each rate of pay has a line of its own.
    const terms = table.has('units') ? JSON.stringify([entry.grade, entry.pay]) : '';
    return `${folded(entry.title)} ${entry.department ?? ''} ${superiorKey(superiors[at])} ${terms}`;
  }

  function positionOf(own: readonly number[]): TablePosition | null {
    const entries = own.flatMap((at) => list[at] ?? []);
    const [first] = entries;
    if (!first) return null;
    const holders = entries.flatMap((one) => one.holders);
    const grades = distinct(entries.map(({ grade }) => grade));
    const places = distinct(entries.map(({ place }) => place));
    const pays = new Map(entries.flatMap(({ pay }) => (pay ? [[JSON.stringify(pay), pay] as const] : [])));
    const position = {
      rows: own,
      first,
      units: unitsOf(entries),
      holders,
      grade: grades.length === 1 ? (grades[0] ?? null) : null,
      place: places.length === 1 ? (places[0] ?? null) : null,
      pay: pays.size === 1 ? ([...pays.values()][0] ?? null) : null,
      differences: [
        ...(grades.length > 1 ? [{ what: 'grade' as const, said: grades.join(', ') }] : []),
        ...(places.length > 1 ? [{ what: 'place' as const, said: places.join(', ') }] : []),
        ...(pays.size > 1
          ? [
              {
                what: 'pay' as const,
                said: [...pays.values()].map(({ min, max }) => `${min}${max === undefined ? '' : `–${max}`}`).join(', '),
              },
            ]
          : []),
      ],
    };
    const held = rounded(heldBy(holders));
    if (table.has('units') && entries.every(({ units }) => units !== null) && held > position.units)
      table.report('table-holders-exceed', first.row, 'units', { title: first.title, units: position.units, holders: held }, 'warning');
    return position;
  }

  function unitsOf(entries: readonly Entry[]): number {
    const said = entries.map(({ units }) => units);
    // Rows of one number repeat the units of the position.
    if (entries.length > 1 && entries[0]?.code !== null && said[0] !== null && new Set(said).size === 1) return said[0] ?? 1;
    return rounded(
      entries.reduce((sum, { units, holders, vacant }) => {
        return sum + (units ?? (heldBy(holders) + vacant || 1));
      }, 0),
    );
  }
}

/** Units of those who hold them themselves: whoever stands in does so for somebody. */
const heldBy = (holders: Entry['holders']): number =>
  holders.reduce((sum, { holder }) => sum + (holder.acting === true ? 0 : (holder.fte ?? 1)), 0);

const superiorKey = (one: Superior | undefined): string =>
  one?.kind === 'rows' ? `${one.rows[0] ?? ''} ${one.rows.length} ${one.byTitle ? 'title' : ''}` : (one?.kind ?? '');

const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((one) => one !== null))];
