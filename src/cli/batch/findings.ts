/** What rows have to tell, put together: the same of many rows is one finding, with the first of them and how many there are. */
import type { Diagnostic } from '../../diagnostic/diagnostic.js';

export interface Findings {
  /** What is told of a row; errors count where the row came to nothing. */
  add(row: number, diagnostics: readonly Diagnostic[], hasFailed: boolean): void;
  /** Warnings, then errors in the order of their first rows. */
  list(): Diagnostic[];
  /** How many failed rows have no error in the list. */
  unshown(): number;
}

interface Group {
  readonly one: Diagnostic;
  readonly rows: number[];
}

/** At most `most` errors are listed. Warnings are told without rows: they concern what many have in common. */
export function openFindings(most: number): Findings {
  const errors = new Map<string, Group>();
  const warnings = new Map<string, Diagnostic>();
  const failed = new Set<number>();

  /** The errors that are shown: those of the first rows. */
  const shown = (): Group[] =>
    [...errors.values()]
      .map(({ one, rows }) => ({ one, rows: [...rows].sort((a, b) => a - b) }))
      .sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0))
      .slice(0, most);

  return {
    add(row, diagnostics, hasFailed) {
      for (const one of diagnostics)
        if (one.severity !== 'error') {
          const key = JSON.stringify([one.code, one.severity, one.args]);
          if (!warnings.has(key)) warnings.set(key, one);
        } else if (hasFailed) {
          failed.add(row);
          const key = JSON.stringify([one.code, one.column ?? null, sameArgs(one)]);
          const group = errors.get(key);
          if (group) group.rows.push(row);
          else errors.set(key, { one, rows: [row] });
        }
    },
    list: () => [...warnings.values(), ...shown().map(asOne)],
    unshown() {
      const told = new Set(shown().flatMap(({ rows }) => rows));
      return [...failed].filter((row) => !told.has(row)).length;
    },
  };
}

/** Rows differ in the places that they point to and in capitals, not in what is wrong. */
const sameArgs = ({ args }: Diagnostic): Diagnostic['args'] =>
  Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) =>
      name === 'rows' || name === 'first' ? [] : [[name, typeof value === 'string' ? value.toLowerCase() : value]],
    ),
  );

/** The finding at the first of its rows. */
function asOne({ one, rows }: Group): Diagnostic {
  const [first = one.line ?? 0, ...others] = rows;
  const path = one.path?.replace(/\d+$/, String(first));
  const place = { ...one, line: first, ...(path !== undefined && { path }) };
  return others.length === 0 ? place : { ...place, others: { count: others.length, first: others.slice(0, 5) } };
}
