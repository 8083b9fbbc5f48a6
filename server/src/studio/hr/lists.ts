/** The people and the register in pages, as the screens of HR ask for them. */
import type { Locale } from 'rolewright';
import type { Setting } from '../../register/setting.js';
import type { Choice } from '../paper.js';
import { byName, eachOnce, madeOnce, searched, personLines, registerRows } from './register-rows.js';
import type { PersonLine, RegisterRow, Shown } from './register-rows.js';

export interface AskedList {
  readonly q?: string | undefined;
  readonly department?: string | undefined;
  readonly role?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface PeoplePage {
  readonly items: readonly (PersonLine & { readonly state: Shown | null })[];
  /** Lines that fit. */
  readonly count: number;
  /** People in all, and how many of them have left. */
  readonly all: number;
  readonly gone: number;
  readonly departments: readonly Choice[];
  readonly roles: readonly Choice[];
}

/** Who has left is shown where it is asked for alone. */
export async function peoplePage(asked: AskedList & { readonly gone?: boolean | undefined }, setting: Setting): Promise<PeoplePage> {
  const lines = await personLines(setting);
  const gone = asked.gone ?? false;
  const here = lines.filter(({ leftOn }) => (leftOn !== null && leftOn < setting.today) === gone);
  const fit = here.filter(
    ({ department, role }) =>
      (asked.department === undefined || department === asked.department) && (asked.role === undefined || role === asked.role),
  );
  const found = searched(asked.q ?? '', fit, ({ name, number }) => [name, number]);
  const page = found.slice(asked.offset, asked.offset + asked.limit);
  const worst = await worstStates(new Set(page.map(({ id }) => id)), setting);
  const ids = new Set(lines.map(({ id }) => id));
  const left = new Set(lines.filter(({ leftOn }) => leftOn !== null && leftOn < setting.today).map(({ id }) => id));
  return {
    items: page.map((line) => ({ ...line, state: worst.get(line.id) ?? null })),
    ...{ count: found.length, all: ids.size - left.size, gone: left.size },
    ...choicesOf(lines)(setting.language),
  };
}

/** The departments and posts that people have. */
const choicesOf = madeOnce((lines: readonly PersonLine[]) => {
  const departments = eachOnce(lines, ({ department, departmentName }) =>
    department === null ? null : { id: department, name: departmentName },
  );
  const roles = eachOnce(lines, ({ role, post }) => (role === null ? null : { id: role, name: post }));
  return (language: Locale): Pick<PeoplePage, 'departments' | 'roles'> => ({
    departments: byName(departments, language),
    roles: byName(roles, language),
  });
});

/** From what waits most to what is well. */
const order: readonly Shown[] = ['overdue', 'declined', 'expired', 'outdated', 'to-do', 'requested', 'refused', 'to-come', 'current'];

export const shownOf = ({ overdue, declined, shown }: Pick<RegisterRow, 'overdue' | 'declined' | 'shown'>): Shown =>
  overdue ? 'overdue' : declined ? 'declined' : shown;

async function worstStates(people: ReadonlySet<string>, setting: Setting): Promise<ReadonlyMap<string, Shown>> {
  const worst = new Map<string, Shown>();
  for (const row of await registerRows(setting)) {
    if (!people.has(row.person)) continue;
    const [now, before] = [shownOf(row), worst.get(row.person)];
    if (before === undefined || order.indexOf(now) < order.indexOf(before)) worst.set(row.person, now);
  }
  return worst;
}

export interface RegisterPage {
  readonly items: readonly RegisterRow[];
  readonly count: number;
  /** How many rows stand in each state, whatever else is asked for; late and declined ones are counted in theirs too. */
  readonly totals: Readonly<Record<Shown | 'all', number>>;
  readonly departments: readonly Choice[];
  readonly kinds: readonly Choice[];
}

export interface AskedRegister extends AskedList {
  readonly kind?: string | undefined;
  readonly state?: Shown | undefined;
}

export async function registerPage(asked: AskedRegister, setting: Setting): Promise<RegisterPage> {
  const rows = await registerRows(setting);
  const { department, kind, role, state, q = '' } = asked;
  const isNarrowed = department !== undefined || kind !== undefined || role !== undefined;
  const chosen = isNarrowed
    ? rows.filter(
        (row) =>
          (department === undefined || row.department === department) &&
          (kind === undefined || row.kind === kind) &&
          (role === undefined || row.role === role),
      )
    : rows;
  const fit = searched(q, chosen, (row) => [row.name, row.number, row.documentNumber]);
  const found = state === undefined ? fit : fit.filter((row) => isIn(row, state));
  return {
    items: found.slice(asked.offset, asked.offset + asked.limit),
    count: found.length,
    totals: totalsOf(fit),
    ...columnsOf(rows)(setting.language),
  };
}

const isIn = (row: RegisterRow, state: Shown): boolean =>
  state === 'overdue' ? row.overdue : state === 'declined' ? row.declined : row.shown === state;

const totalsOf = madeOnce((rows: readonly RegisterRow[]): RegisterPage['totals'] => {
  const totals = { all: rows.length, ...(Object.fromEntries(order.map((one) => [one, 0])) as Record<Shown, number>) };
  for (const { shown, overdue, declined } of rows) {
    totals[shown] += 1;
    if (overdue) totals.overdue += 1;
    if (declined) totals.declined += 1;
  }
  return totals;
});

/** The departments and kinds that rows have. */
const columnsOf = madeOnce((rows: readonly RegisterRow[]) => {
  const departments = eachOnce(rows, ({ department, departmentName }) =>
    department === null ? null : { id: department, name: departmentName },
  );
  const kinds = eachOnce(rows, (row) => ({ id: row.kind, name: row.kindName }));
  return (language: Locale): Pick<RegisterPage, 'departments' | 'kinds'> => ({
    departments: byName(departments, language),
    kinds: byName(kinds, language),
  });
});
