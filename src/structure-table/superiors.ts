/** To whom each row says that it reports: by a name, a title, a number, an address or a position, alone or together. */
import { nearest } from '../diagnostic/nearest.js';
import { declinePhrase } from '../language/cases.js';
import { folded } from '../staff-list/columns.js';
import type { Entries, Entry, SuperiorCell } from './entries.js';
import { peopleIndex } from './people-index.js';
import type { Table } from './table.js';
import { hasPhrase, isOneOf, wordsOf } from './words.js';
import type { Field } from './words.js';

/** What a row says of its superior. */
export type Superior =
  /** Rows from 0 that the superior may be; those of one title are one position, or else it stays open. */
  | { readonly kind: 'rows'; readonly rows: readonly number[]; readonly field: Field; readonly byTitle: boolean }
  /** That nobody is above. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'unsaid' }
  /** What has been told of. */
  | { readonly kind: 'wrong' };

type By = 'position' | 'number' | 'email' | 'name' | 'title';
interface Hit {
  readonly by: By;
  readonly rows: readonly number[];
}

type Found = Hit & { readonly field: Field };

/** In which order the value of a column is tried; a column called “Manager” may hold anything. */
const ways: Readonly<Partial<Record<Field, readonly By[]>>> = {
  superiorPosition: ['position', 'title'],
  superiorNumber: ['number', 'name'],
  superiorEmail: ['email'],
  superior: ['email', 'number', 'position', 'name', 'title'],
  superiorName: ['name', 'number', 'title'],
  superiorTitle: ['title'],
};

/** Of so many posts of one title none is anybody’s superior. */
const mostOfOneTitle = 1000;
/** To compare a name with each of so many would take long. */
const mostCompared = 1000;

export function superiorsOf({ list, departments }: Entries, table: Table): readonly Superior[] {
  const find = finderOf(list, table);
  const known = (): string[] =>
    list.length > mostCompared
      ? []
      : [...new Set(list.flatMap(({ title, holders }) => [title, ...holders.map(({ name }) => nameAsWritten(name))]))];
  let names: string[] | null = null;
  return list.map((entry, at) => superiorOf(entry, at));

  function superiorOf(entry: Entry, at: number): Superior {
    const noted = entry.superiors.length > 0 ? null : notedIn(entry.note, table);
    const cells: readonly SuperiorCell[] = noted === null ? entry.superiors : [{ field: 'note', text: noted }];
    if (cells.length === 0) return { kind: 'unsaid' };
    if (cells.every(({ text }) => isOneOf(text, table.words.values.nobody))) return { kind: 'nobody' };
    const said = cells.filter(({ text }) => !isOneOf(text, table.words.values.nobody));
    const hits = said.flatMap((cell) => {
      const hit = find(cell, entry, at);
      return hit ? [{ ...hit, field: cell.field }] : [];
    });
    const found = hits.reduce<Found | null>((before, hit) => (before ? together(before, hit, entry) : hit), null);
    if (!found) {
      const { text = '', field = 'superior' } = said[0] ?? {};
      names ??= known();
      table.report('cell-unknown-superior', entry.row, field, { name: text.slice(0, 60), nearest: nearest(text, names) });
      return { kind: 'wrong' };
    }
    const rows = found.rows.filter((row) => row !== at);
    if (rows.length === 0) {
      table.report('cell-own-superior', entry.row, found.field);
      return { kind: 'wrong' };
    }
    const near = found.by === 'title' ? nearestOf(rows, entry) : rows;
    if (found.by !== 'title' && near.length > 1 && !samePosition(near)) {
      table.report('cell-superior-unclear', entry.row, found.field, { count: near.length, known: shown(near) });
      return { kind: 'wrong' };
    }
    return { kind: 'rows', rows: near, field: found.field, byTitle: found.by === 'title' };
  }

  /** What two columns say together; the second may tell apart those whom the first leaves open. */
  function together(before: Found, hit: Found, entry: Entry): Found {
    const rows = before.rows.filter((row) => hit.rows.includes(row));
    if (rows.length > 0) return { ...before, rows };
    if (hit.by !== 'title') table.report('cell-superior-differs', entry.row, hit.field, followedIn(list[before.rows[0] ?? -1]), 'warning');
    return before;
  }

  function shown(rows: readonly number[]): string {
    const named = rows.slice(0, 6).map((row) => {
      const one = list[row];
      const department = one?.department === null || one === undefined ? undefined : departments.list[one.department];
      return `${one?.title ?? ''}${department ? ` (${department.name})` : ''}, ${one?.row ?? 0}`;
    });
    return named.join('; ') + (rows.length > named.length ? '; …' : '');
  }

  function samePosition(rows: readonly number[]): boolean {
    const codes = new Set(rows.map((row) => list[row]?.code ?? row));
    return codes.size === 1;
  }

  /** Of several of one title the one of the same department is meant, or of the nearest that it is a part of. */
  function nearestOf(rows: readonly number[], { department }: Entry): readonly number[] {
    if (rows.length < 2 || department === null) return rows;
    for (const home of [department, ...departments.above(department)]) {
      const near = rows.filter((row) => list[row]?.department === home);
      if (near.length > 0) return near;
    }
    return rows;
  }
}

/** «Подчиняется начальнику цеха № 2» in a note names the superior up to the end of the sentence. */
function notedIn(note: string | null, { words }: Table): string | null {
  if (note === null || !hasPhrase(note, words.values.reports)) return null;
  for (const phrase of words.values.reports) {
    const at = note.toLowerCase().indexOf(phrase.toLowerCase());
    const said = at < 0 ? '' : (/^[\s:–-]*([^.;]*)/u.exec(note.slice(at + phrase.length))?.[1] ?? '');
    if (said.trim() !== '') return said.trim();
  }
  return null;
}

type Find = (cell: SuperiorCell, entry: Entry, at: number) => Hit | null;

function finderOf(list: readonly Entry[], { language }: Table): Find {
  const people = peopleIndex<number>(language);
  const titles = new Map<string, number[]>();
  const numbers = new Map<string, number[]>();
  const emails = new Map<string, number[]>();
  const positions = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, at: number): void => {
    const all = map.get(key);
    if (key === '' || all?.at(-1) === at) return;
    if (all) all.push(at);
    else map.set(key, [at]);
  };
  const declined = new Map<string, string>();
  for (const [at, { title, code, holders }] of list.entries()) {
    add(titles, folded(title), at);
    // «Подчиняется начальнику отдела сбыта».
    if (language === 'ru') {
      const dative = declined.get(title) ?? declinePhrase(title, 'dative');
      declined.set(title, dative);
      add(titles, folded(dative), at);
    }
    if (code !== null) add(positions, codeKey(code), at);
    for (const { name, holder } of holders) {
      people.add(name, at);
      if (holder.personnelNumber !== undefined) add(numbers, codeKey(holder.personnelNumber), at);
      if (holder.email !== undefined) add(emails, holder.email.toLowerCase(), at);
    }
  }
  const by: Readonly<Record<By, (text: string) => readonly number[]>> = {
    position: (text) => positions.get(codeKey(text)) ?? [],
    number: (text) => numbers.get(codeKey(text)) ?? [],
    email: (text) => emails.get(text.toLowerCase()) ?? [],
    name: (text) => [...new Set(people.find(text))],
    title: (text) => (titles.get(folded(text)) ?? []).slice(0, mostOfOneTitle),
  };
  return ({ field, text }) => {
    const order = ways[field] ?? (['title', 'name'] as const);
    for (const { wording, isPart } of wordingsOf(text))
      for (const way of order) {
        // “Director, Sales” is not whoever is called director alone.
        const rows = isPart && way === 'title' ? [] : by[way](wording);
        if (rows.length > 0) return { by: way, rows };
      }
    return null;
  };
}

/** The text as it stands, then without what stands in brackets, then what stands there, then either side of a comma or dash. */
function wordingsOf(text: string): { readonly wording: string; readonly isPart: boolean }[] {
  const [, before = '', inside = ''] = /^(.*?)\s*\(([^()]*)\)\s*$/u.exec(text) ?? [];
  const pieces = (before || text).split(/\s+[–—-]\s+|,\s+/u);
  const parts = pieces.length > 1 ? [...pieces, pieces.slice(1).join(', ')] : [];
  return [
    ...[text, before, inside].map((one) => ({ wording: one, isPart: false })),
    ...parts.map((one) => ({ wording: one, isPart: true })),
  ]
    .map(({ wording, isPart }) => ({ wording: wording.trim(), isPart }))
    .filter(({ wording }) => wording !== '');
}

/** The superior that is taken where two are named. */
const followedIn = (entry: Entry | undefined): { followed: string; row: number } => ({
  followed: entry?.title ?? '–',
  row: entry?.row ?? 0,
});

/** Spreadsheets drop noughts before numbers. */
const codeKey = (code: string): string =>
  wordsOf(code)
    .join('')
    .replace(/^0+(?=.)/, '');

const nameAsWritten = ({ last, first, middle, particle, initials }: Entry['holders'][number]['name']): string =>
  [particle, last, first ?? initials, middle].filter(Boolean).join(' ');
