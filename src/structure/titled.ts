/** Positions and departments as people call them, for messages: nobody in HR knows them by the ids of a file. */
import type { Locale } from '../document/document.js';
import { isRecord } from '../read/schema-walk.js';
import type { Structure } from './structure.generated.js';

/** What is named: each with its title or name, in one language or in several. */
interface Named {
  get(id: string): unknown;
  values(): Iterable<unknown>;
}

export interface Titled {
  position(id: string): string;
  department(id: string): string;
  /** A position with its id, for those who are to name it. */
  withId(id: string): string;
}

/** Those of a structure, in the language of the reader or the first of its own. */
export function titlesOf({ positions, departments = [] }: Pick<Structure, 'positions' | 'departments'>, reader: Locale | null): Titled {
  const position = namer({ get: (id) => positions[id]?.title, values: () => Object.values(positions).map(({ title }) => title) }, reader);
  const department = namer(
    { get: (id) => departments.find((one) => one.id === id)?.name, values: () => departments.map(({ name }) => name) },
    reader,
  );
  return {
    position,
    department,
    withId: (id) => {
      const title = position(id);
      return title === id || title.endsWith(`(${id})`) ? title : `${title} (${id})`;
    },
  };
}

/** The title; with the id behind it where others are called so too. Titles are counted when the first is asked for. */
function namer(all: Named, reader: Locale | null): (id: string) => string {
  let counts: Map<string, number> | null = null;
  return (id) => {
    const title = wording(all.get(id), reader);
    if (title === '') return id;
    counts ??= countsOf(all, reader);
    return counts.get(title) === 1 ? title : `${title} (${id})`;
  };
}

function countsOf(all: Named, reader: Locale | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of all.values()) {
    const said = wording(text, reader);
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return counts;
}

/** A text in the language of the reader, else in the first that it is in; empty for none. */
export function wording(text: unknown, reader: Locale | null): string {
  const all = isRecord(text) ? text : {};
  const said = typeof text === 'string' ? text : ((reader === null ? undefined : all[reader]) ?? Object.values(all)[0]);
  return typeof said === 'string' ? said.trim() : '';
}

/** Facts of messages that are ids, one or several. */
const facts = {
  position: ['position', 'positions', 'first', 'deputy', 'head', 'superior', 'superiors', 'posts'],
  department: ['department', 'departments', 'elsewhere'],
} as const;

/** The facts of a message with titles in place of ids; what is no id of the structure stays, such as days behind them. */
export function withTitles<T extends string | number>(args: Readonly<Record<string, T>>, titled: Titled): Record<string, T | string> {
  const kinds = ['position', 'department'] as const;
  return Object.fromEntries<T | string>(
    Object.entries(args).map(([name, value]) => {
      const kind = kinds.find((one) => facts[one].some((fact) => fact === name));
      if (kind === undefined || typeof value !== 'string') return [name, value];
      return [
        name,
        value
          .split(/(, | → | \(|\)| …)/u)
          .map(titled[kind])
          .join(''),
      ];
    }),
  );
}
