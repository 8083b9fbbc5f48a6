/** Short marks of content: the same words give the same mark, wherever and in whatever order the file has them. */
import { sha256 } from '../sha256.js';
import type { Locale } from '../document.js';
import { isRecord, occurrences } from '../read/schema-walk.js';
import { segment } from '../read/yaml-data.js';
import { narrowedTo } from './narrow.js';
import type { Role } from './role.generated.js';

/** What a role says about itself, its origin and its file; none of it is said by a document. */
const metadata = ['$schema', 'id', 'version', 'languages', 'sources', 'synonyms'];

/**
 * Twelve hexadecimal digits of what documents say in a language. Versions, sources and the names of entries make no
 * difference, nor does another language; a reference to an entry counts by the place of that entry.
 */
export function fingerprintOf(role: Role, locale: Locale): string {
  const { data } = narrowedTo(role, locale);
  const all = occurrences('role', data);
  const places = new Map(
    all.filter(({ definition }) => definition === 'id').map(({ value, pointer }) => [value, pointer.replace(/\/id$/, '')]),
  );
  const settled = new Map<string, unknown>(metadata.map((key) => [`/${key}`, undefined]));
  for (const { definition, value, pointer } of all) {
    // The cells of a table name its columns by their ids.
    if (definition === 'source' || (definition === 'id' && !/\/columns\/\d+\/id$/.test(pointer))) settled.set(pointer, undefined);
    if (definition === 'entryRef') settled.set(pointer, places.get(value) ?? value);
  }
  return digest(settle(data, settled, ''), 12);
}

/** The fingerprint of every language of a role. */
export const fingerprintsOf = (role: Role): Partial<Record<Locale, string>> =>
  Object.fromEntries(role.languages.map((locale) => [locale, fingerprintOf(role, locale)]));

/** Eight hexadecimal digits of an entry in all its languages, without its source; `inner` are the keys of lists whose entries have a stamp of their own. */
export function stampOf(entry: Record<string, unknown>, inner: Iterable<string>): string {
  const apart = new Set(['source', ...inner]);
  return digest(Object.fromEntries(Object.entries(entry).filter(([key]) => !apart.has(key))), 8);
}

const digest = (content: unknown, length: number): string => sha256(canonical(content), 'hex').slice(0, length);

/** The data with other values, or none, at some pointers. */
function settle(value: unknown, settled: ReadonlyMap<string, unknown>, pointer: string): unknown {
  if (settled.has(pointer)) return settled.get(pointer);
  if (Array.isArray(value)) return value.map((one, at) => settle(one, settled, pointer + segment(at)));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, settle(one, settled, pointer + segment(key))])
      .filter(([, one]) => one !== undefined),
  );
}

/** JSON with sorted keys and composed letters. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (isRecord(value))
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
      .join(',')}}`;
  return JSON.stringify(typeof value === 'string' ? value.normalize('NFC') : value) ?? 'null';
}
