/** The roles that there are, and a search in all their texts. */
import { topLevel } from 'rolewright';
import type { Locale, NamedRole } from 'rolewright';
import { isList, isMap } from './edits.js';
import type { Value } from './edits.js';
import { attempted } from './studio.js';
import type { Studio } from './studio.js';

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

/** The project’s own first, each by title, with the versions that departments build on it below it. Files that cannot be read have their id for a title. */
export function rolesIn(language: Locale, studio: Studio): readonly RoleRow[] {
  const all = studio.named();
  const ownIds = new Set(all.filter((one) => studio.isOwn(one)).map(({ id }) => id));
  // A version of ours is written for our role: it means nothing over one that the project has made its own.
  const named = all.filter((one) => studio.isOwn(one) || one.extends === undefined || !ownIds.has(one.extends));
  const titles = ownTitles(named, language);
  const rows = named.map((one): RoleRow => {
    const text = attempted(() => studio.textOf(one), []) ?? '';
    // To read all of it would take a second for a dozen roles.
    const top = (attempted(() => topLevel(text, ['department', 'languages', 'version']), []) ?? {}) as Readonly<Record<string, Value>>;
    return {
      id: one.id,
      title: titleOf(one, language) || (one.extends === undefined ? one.id : (titles.get(one.extends) ?? one.id)),
      department: wording(top.department, language),
      own: studio.isOwn(one),
      languages: isList(top.languages) ? top.languages.filter((tag) => typeof tag === 'string') : [],
      version: typeof top.version === 'string' ? top.version : '',
      base: one.extends === undefined ? null : (titles.get(one.extends) ?? one.extends),
      clauses: text.match(entry)?.length ?? 0,
    };
  });
  const order = new Intl.Collator(language);
  const sorted = rows.sort((one, other) => Number(other.own) - Number(one.own) || order.compare(one.title, other.title));
  const under = (id: string): readonly RoleRow[] => sorted.filter((one) => named.find((role) => role.id === one.id)?.extends === id);
  const withVersions = (one: RoleRow): readonly RoleRow[] => [one, ...under(one.id).flatMap(withVersions)];
  const known = new Set(rows.map(({ id }) => id));
  const isRoot = ({ id }: RoleRow): boolean => !known.has(named.find((role) => role.id === id)?.extends ?? '');
  return sorted.filter(isRoot).flatMap(withVersions);
}

/** How an entry of a list begins. */
const entry = /^ *- \{? *id:/gm;

const titleOf = ({ title }: NamedRole, language: Locale): string => wording(title as Value | undefined, language);

/** What each role is called, where its own file says it; empty for a variant that bears the title of its role. */
export const ownTitles = (roles: readonly NamedRole[], language: Locale): ReadonlyMap<string, string> =>
  new Map(roles.map((one) => [one.id, titleOf(one, language)]));

/** A text in a language, or in any that there is. */
export function wording(value: Value | undefined, language: Locale): string {
  if (typeof value === 'string') return value;
  if (!isMap(value)) return '';
  const found = value[language] ?? Object.values(value)[0];
  return typeof found === 'string' ? found : '';
}

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
  return studio.named().flatMap((role) => {
    const text = attempted(() => studio.textOf(role), []) ?? '';
    const found = textsOf(text).filter(({ low }) => words.every((word) => low.includes(word)));
    const [first] = found;
    return first ? [{ id: role.id, excerpt: around(first.text, first.low.indexOf(words[0] ?? '')), count: found.length }] : [];
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
const silent = /^\s*(?:- *)?\{? *"?(?:\$schema|source|sources|schema|id|languages|when|jurisdictions|kind|posts|by)"?:/;
const known = new Map<string, readonly Searched[]>();
const mostKnown = 500;

/** Line by line, as texts stand in role files: to read them as data would take a tenth of a second for each. */
function textsOf(text: string): readonly Searched[] {
  const ready = known.get(text);
  if (ready) return ready;
  const found = text.split('\n').flatMap((line): Searched[] => {
    if (/^\s*#/.test(line) || silent.test(line)) return [];
    const words = line
      .replace(/^[\s-]*(?:[\w-]+:\s*)?(?:[>|][-+]?$)?/, '')
      .replace(/^(['"])(.*)\1$/, '$2')
      .trim();
    return words === '' ? [] : [{ text: words, low: words.toLowerCase() }];
  });
  if (known.size >= mostKnown) known.clear();
  known.set(text, found);
  return found;
}
