/** The departments of a table in the order in which it names them, and which of them is a part of which. */
import { declinePhrase } from '../language/cases.js';
import { folded } from '../staff-list/columns.js';
import { wordsOf } from './words.js';
import type { TableWords } from './words.js';

/** What tells that a department is a part of another. */
export type ParentReason = 'code' | 'column' | 'path' | 'heading' | 'total';

export interface Department {
  readonly name: string;
  readonly code: string | null;
  /** Where the table names it first. */
  readonly row: number;
  readonly column: number;
  /** By its place in the list. */
  parent: number | null;
  reason: ParentReason | null;
}

interface Naming {
  readonly name: string;
  readonly code: string | null;
  readonly row: number;
  readonly column: number;
  readonly parent?: number | null;
  readonly reason?: ParentReason;
}

export interface Departments {
  readonly list: readonly Department[];
  /** The department of this name, code and parent, which is new when there is none. */
  named(naming: Naming): number;
  /** A department that is a part of another by a column that says so for it, wherever it is named. */
  placed(naming: Naming, parent: number): number;
  /** A heading of its own in the table, among those that it stands below. */
  heading(naming: Naming, indent: number, isEmpty: (department: number) => boolean): number;
  /** The one that a total is of; null where its words name none. */
  ofTotal(words: string): number | null;
  /** That nothing more belongs to a department. `inside` are those that its total has added up. */
  close(department: number, inside: readonly number[]): void;
  /** The place of a department that another column names as a parent. */
  byName(name: string): number | null;
  /** Parents by codes such as 02.1, where nothing else has told. Gives those that came round to themselves, and now have no parent. */
  settle(): readonly number[];
  /** Those that a department is a part of, the next first. */
  above(department: number): readonly number[];
  /** A department and all below it. */
  within(department: number): ReadonlySet<number>;
}

export function departmentsOf({ kinds }: TableWords, russian: boolean): Departments {
  const list: Department[] = [];
  const known = new Map<string, number>();
  /** Headings that are open, the innermost last, with how far each is indented. */
  let open: { readonly department: number; readonly indent: number }[] = [];

  function named({ name, code, row, column, parent = null, reason }: Naming): number {
    const keys = [`${folded(name)} ${code ?? ''} ${parent ?? ''}`, ...(reason === undefined ? [`${folded(name)} ${code ?? ''}`] : [])];
    const found = keys.map((key) => known.get(key)).find((one) => one !== undefined);
    if (found !== undefined) return found;
    const at = list.push({ name, code, row, column, parent, reason: parent === null ? null : (reason ?? null) }) - 1;
    known.set(`${folded(name)} ${code ?? ''} ${parent ?? ''}`, at);
    if (!known.has(`${folded(name)} ${code ?? ''}`)) known.set(`${folded(name)} ${code ?? ''}`, at);
    return at;
  }

  function placed(naming: Naming, parent: number): number {
    const at = named(naming);
    const one = list[at];
    if (!one || one.parent === parent) return at;
    if (one.parent !== null) return named({ ...naming, parent, reason: 'column' });
    one.parent = parent;
    one.reason = 'column';
    return at;
  }

  const rankOf = (name: string): number => {
    const words = wordsOf(name);
    const rank = kinds.findIndex((sort) => sort.some((kind) => kind === words[0] || kind === words.at(-1)));
    return rank < 0 ? usualRank : rank;
  };

  function heading(naming: Naming, indent: number, isEmpty: (department: number) => boolean): number {
    const before = known.get(`${folded(naming.name)} ${naming.code ?? ''}`);
    if (before !== undefined && open.some((one) => one.department === before)) {
      open = open.slice(0, open.findIndex((one) => one.department === before) + 1);
      return before;
    }
    const rank = rankOf(naming.name);
    const stays = (one: { department: number; indent: number }, innermost: boolean): boolean =>
      indent > 0 || one.indent > 0
        ? indent > one.indent
        : rank > rankOf(list[one.department]?.name ?? '') && (!innermost || isEmpty(one.department));
    for (let last = open.at(-1), innermost = true; last && !stays(last, innermost); last = open.at(-1)) {
      open = open.slice(0, -1);
      // What a heading with positions of its own stood in takes the next one as well.
      innermost = false;
    }
    const parent = open.at(-1)?.department ?? null;
    const department = named(parent === null ? naming : { ...naming, parent, reason: 'heading' });
    open = [...open, { department, indent }];
    return department;
  }

  const close = (department: number, inside: readonly number[]): void => {
    const at = open.findIndex((one) => one.department === department);
    if (at >= 0) open = open.slice(0, at);
    for (const one of inside) {
      const part = list[one];
      if (part && part.parent === null && one !== department) {
        part.parent = department;
        part.reason = 'total';
      }
    }
  };

  /** Departments by their names in the cases in which totals have them: «итого по отделу продаж». */
  const byForm = new Map<string, number>();
  let formed = 0;
  function ofTotal(words: string): number | null {
    for (; formed < list.length; formed++) {
      const { name = '', code = null } = list[formed] ?? {};
      const declined = russian ? [declinePhrase(lowered(name), 'dative'), declinePhrase(lowered(name), 'genitive')] : [];
      for (const form of [name, ...declined, ...(code === null ? [] : [code])]) byForm.set(folded(form), formed);
    }
    return words === '' ? null : (byForm.get(folded(words)) ?? null);
  }

  const firstNamed = new Map<string, number>();
  let looked = 0;
  function byName(name: string): number | null {
    for (; looked < list.length; looked++)
      for (const one of [list[looked]?.name, list[looked]?.code])
        if (one != null && !firstNamed.has(folded(one))) firstNamed.set(folded(one), looked);
    return firstNamed.get(folded(name)) ?? null;
  }

  /** Those that a department is a part of, the next first; a circle ends. */
  function above(department: number): readonly number[] {
    const found = new Set<number>();
    for (let at = list[department]?.parent ?? null; at !== null && !found.has(at); at = list[at]?.parent ?? null) found.add(at);
    return [...found];
  }

  function settle(): number[] {
    const byCode = new Map(list.flatMap(({ code }, at) => (code === null ? [] : [[code, at] as const])));
    for (const [at, one] of list.entries()) {
      if (one.parent !== null || one.code === null) continue;
      for (let code = shorter(one.code); code !== ''; code = shorter(code)) {
        const parent = byCode.get(code) ?? byCode.get(`${code}.00`) ?? byCode.get(`${code}.0`);
        if (parent === undefined || parent === at || above(parent).includes(at)) continue;
        one.parent = parent;
        one.reason = 'code';
        break;
      }
    }
    const circles = circlesOf(list.map(({ parent }) => parent));
    for (const at of circles) {
      const one = list[at];
      if (!one) continue;
      one.parent = null;
      one.reason = null;
    }
    return circles;
  }

  function within(department: number): ReadonlySet<number> {
    const parts = new Map<number, number[]>();
    for (const [at, { parent }] of list.entries()) {
      if (parent === null) continue;
      const others = parts.get(parent);
      if (others) others.push(at);
      else parts.set(parent, [at]);
    }
    const found = new Set([department]);
    // A set goes on to what is added to it on the way.
    for (const one of found) for (const part of parts.get(one) ?? []) found.add(part);
    return found;
  }

  return {
    list,
    named,
    placed,
    heading,
    ofTotal,
    close,
    byName,
    settle,
    above,
    within,
  };
}

/** One of each circle in which the parts lie: the first of the list. Each is gone through once. */
function circlesOf(parents: readonly (number | null)[]): number[] {
  const done = new Set<number>();
  const circles: number[] = [];
  for (const start of parents.keys()) {
    const way = new Set<number>();
    let at: number | null = start;
    while (at !== null && !done.has(at) && !way.has(at)) {
      way.add(at);
      at = parents[at] ?? null;
    }
    if (at !== null && way.has(at)) circles.push(Math.min(...circleFrom(at, parents)));
    for (const one of way) done.add(one);
  }
  return circles.sort((one, other) => one - other);
}

function* circleFrom(start: number, parents: readonly (number | null)[]): Generator<number> {
  let at = start;
  do {
    yield at;
    at = parents[at] ?? start;
  } while (at !== start);
}

/** That of «отдел», for a name that does not say its sort. */
const usualRank = 3;

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** 02.1.3 without its last part. */
const shorter = (code: string): string => /^(.*\p{L}?\d)[.\-/]\p{L}?\d+$/u.exec(code)?.[1] ?? '';
