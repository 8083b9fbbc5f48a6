/** The roles that there are, and a search in all their texts. */
import type { Locale, NamedRole } from 'rolewright';
import { isList, isMap, valueAt } from './edits.js';
import type { Path, Value } from './edits.js';
import { attempted } from './studio.js';
import type { RoleFile, Studio } from './studio.js';

export interface RoleRow {
  readonly id: string;
  /** In the language of the reader, else in any. */
  readonly title: string;
  readonly department: string;
  readonly own: boolean;
  readonly languages: readonly string[];
  readonly version: string;
  /** The title of the role that it builds on. */
  readonly base: string | null;
  readonly clauses: number;
}

/** The project’s own first, and each by title. Files that cannot be read have their id for a title. */
export function rolesIn(language: Locale, studio: Studio): readonly RoleRow[] {
  const named = studio.named();
  const titles = new Map(named.map((one) => [one.id, titleOf(one, language)]));
  const rows = named.map((one): RoleRow => {
    const file = attempted(() => studio.role(one.id), []);
    const data = file?.data;
    const version = valueAt(data, ['version']);
    const languages = valueAt(data, ['languages']);
    return {
      id: one.id,
      title: titleOf(one, language) || (one.extends === undefined ? one.id : (titles.get(one.extends) ?? one.id)),
      department: wording(valueAt(data, ['department']), language),
      own: file?.own ?? false,
      languages: isList(languages) ? languages.filter((tag) => typeof tag === 'string') : [],
      version: typeof version === 'string' ? version : '',
      base: one.extends === undefined ? null : (titles.get(one.extends) ?? one.extends),
      clauses: data === undefined ? 0 : clausesIn(data),
    };
  });
  const order = new Intl.Collator(language);
  return rows.sort((one, other) => Number(other.own) - Number(one.own) || order.compare(one.title, other.title));
}

const titleOf = ({ title }: NamedRole, language: Locale): string => wording(title as Value | undefined, language);

/** A text in a language, or in any that there is. */
export function wording(value: Value | undefined, language: Locale): string {
  if (typeof value === 'string') return value;
  if (!isMap(value)) return '';
  const found = value[language] ?? Object.values(value)[0];
  return typeof found === 'string' ? found : '';
}

const clausesIn = (value: Value): number => {
  if (isList(value)) return value.reduce<number>((sum, one) => sum + clausesIn(one), 0);
  return isMap(value) ? Object.values(value).reduce<number>((sum, one) => sum + clausesIn(one), typeof value.id === 'string' ? 1 : 0) : 0;
};

export interface Hit {
  readonly id: string;
  /** The words around the first place. */
  readonly excerpt: string;
  readonly count: number;
}

/** Roles in whose texts, in any language, all of the words stand together in one text. */
export function search(query: string, studio: Studio): readonly Hit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return studio.named().flatMap(({ id }) => {
    const file = attempted(() => studio.role(id), []);
    const found = file ? textsOf(file).filter(({ low }) => words.every((word) => low.includes(word))) : [];
    const [first] = found;
    return first ? [{ id, excerpt: around(first.text, first.low.indexOf(words[0] ?? '')), count: found.length }] : [];
  });
}

const reach = 60;

function around(text: string, at: number): string {
  const start = at > reach ? text.indexOf(' ', at - reach) + 1 : 0;
  const end = text.length > at + 2 * reach ? text.lastIndexOf(' ', at + 2 * reach) : text.length;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}

interface Searched {
  readonly text: string;
  readonly low: string;
}

/** Keys whose values are no texts of papers. */
const silent = new Set(['$schema', 'source', 'sources', 'schema', 'languages', 'when', 'jurisdictions']);
const read = new WeakMap<RoleFile, readonly Searched[]>();

function textsOf(file: RoleFile): readonly Searched[] {
  const ready = read.get(file);
  if (ready) return ready;
  const found: Searched[] = [];
  const visit = (value: Value, path: Path): void => {
    if (typeof value === 'string') found.push({ text: value, low: value.toLowerCase() });
    else if (isList(value)) for (const one of value) visit(one, path);
    else if (isMap(value)) for (const [key, one] of Object.entries(value)) if (!silent.has(key)) visit(one, [...path, key]);
  };
  visit(file.data, []);
  read.set(file, found);
  return found;
}
