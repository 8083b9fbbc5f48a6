/** The roles that there are, and a search in all their texts. */
import { keptReading, topLevel } from 'rolewright';
import type { Locale, NamedRole } from 'rolewright';
import { groupedBy } from '../register/find.js';
import { isList } from './edits.js';
import type { Value } from './edits.js';
import { attempted } from './studio.js';
import { wording } from './titles.js';
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
    const { top, clauses } = attempted(() => factsIn(...studio.placeOf(one)), []) ?? nothing;
    return {
      id: one.id,
      title: titleOf(one, language) || (one.extends === undefined ? one.id : (titles.get(one.extends) ?? one.id)),
      department: wording(top['department'], language),
      own: studio.isOwn(one),
      languages: isList(top['languages']) ? top['languages'].filter((tag) => typeof tag === 'string') : [],
      version: typeof top['version'] === 'string' ? top['version'] : '',
      base: one.extends === undefined ? null : (titles.get(one.extends) ?? one.extends),
      clauses,
    };
  });
  const order = new Intl.Collator(language);
  const sorted = rows.sort((one, other) => Number(other.own) - Number(one.own) || order.compare(one.title, other.title));
  const baseOf = new Map(named.map((one) => [one.id, one.extends]));
  const under = groupedBy(sorted, ({ id }) => baseOf.get(id));
  const withVersions = (one: RoleRow): readonly RoleRow[] => [one, ...(under.get(one.id) ?? []).flatMap(withVersions)];
  return sorted.filter(({ id }) => !baseOf.has(baseOf.get(id) ?? '')).flatMap(withVersions);
}

interface RoleFacts {
  readonly top: Readonly<Record<string, Value>>;
  readonly clauses: number;
}

const nothing: RoleFacts = { top: {}, clauses: 0 };

/** To read all of a file would take a second for a dozen roles. */
const factsIn = keptReading(
  (text): RoleFacts => ({
    top: topLevel(text, ['department', 'languages', 'version']) as RoleFacts['top'],
    clauses: text.match(entry)?.length ?? 0,
  }),
  { name: 'role facts' },
);

/** How an entry of a list begins. */
const entry = /^ *- \{? *id:/gm;

const titleOf = ({ title }: NamedRole, language: Locale): string => wording(title as Value | undefined, language);

/** What each role is called, where its own file says it; empty for a variant that bears the title of its role. */
export const ownTitles = (roles: readonly NamedRole[], language: Locale): ReadonlyMap<string, string> =>
  new Map(roles.map((one) => [one.id, titleOf(one, language)]));

export interface Hit {
  readonly id: string;
  /** The words around the first place. */
  readonly excerpt: string;
  readonly count: number;
}

/** Roles in whose texts, in any language, all of the words stand together in one text. */
export function search(query: string, studio: Studio): readonly Hit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  // The longest stands in the fewest places.
  const [first, ...others] = [...words].sort((one, other) => other.length - one.length);
  if (first === undefined) return [];
  return studio.named().flatMap((role) => {
    const found = attempted(() => textsIn(...studio.placeOf(role)), []);
    const places = found ? placesOf(first, others, found.low) : [];
    const [start] = places;
    if (!found || start === undefined) return [];
    const text = lineAt(start, found.shown);
    return [{ id: role.id, excerpt: around(text, text.toLowerCase().indexOf(words[0] ?? '')), count: places.length }];
  });
}

/** Where the lines begin that have all of the words. */
function placesOf(first: string, others: readonly string[], low: string): readonly number[] {
  const places: number[] = [];
  for (let at = low.indexOf(first); at >= 0; ) {
    const start = low.lastIndexOf('\n', at) + 1;
    const line = lineAt(start, low);
    if (others.every((word) => line.includes(word))) places.push(start);
    at = low.indexOf(first, start + line.length);
  }
  return places;
}

function lineAt(start: number, text: string): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

const reach = 60;

function around(text: string, at: number): string {
  const start = at > reach ? text.indexOf(' ', at - reach) + 1 : 0;
  const end = text.length > at + 2 * reach ? text.lastIndexOf(' ', at + 2 * reach) : text.length;
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}

interface Searched {
  /** The texts, each in a line. */
  readonly shown: string;
  /** The same to look in; a letter stands where it stands in `shown`. */
  readonly low: string;
}

/** Characters of texts that are kept: those of a thousand roles. */
const mostKept = 1 << 27;

const textsIn = keptReading(
  (text): Searched => {
    const shown = text.split('\n').map(textOf).filter(Boolean).join('\n');
    const low = shown.toLowerCase();
    // A few letters of the world are longer when they are small.
    return { shown, low: low.length === shown.length ? low : shown.replaceAll(/[^\n]/gu, (one) => smallOf(one)) };
  },
  { most: mostKept, sizeOf: ({ shown }) => 2 * shown.length },
);

function smallOf(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}

/** Keys whose values are no texts of papers. */
const silent = new Set(['$schema', 'source', 'sources', 'schema', 'id', 'languages', 'when', 'jurisdictions', 'kind', 'posts', 'by']);
const keyed = /^\s*(?:- *)?\{? *"?([\w$-]+)"?:(?:\s|$)/;

/** What a line of a role file says; to read the file as data would take a tenth of a second. */
function textOf(line: string): string {
  const key = keyed.exec(line);
  if (key ? silent.has(key[1] ?? '') : /^\s*#/.test(line)) return '';
  const words = (key ? line.slice(key[0].length) : line.replace(/^[\s-]+/, '')).trim();
  if (/^[>|][-+]?$/.test(words)) return '';
  const quote = words[0];
  return (quote === '"' || quote === "'") && words.length > 1 && words.endsWith(quote) ? words.slice(1, -1) : words;
}
