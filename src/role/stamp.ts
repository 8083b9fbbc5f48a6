/** Short marks of the entries of a role: the same content gives the same mark, in whatever order the file has it. */
import { sha256 } from '../content/sha256.js';
import { isRecord } from '../read/schema-walk.js';

/** Eight hexadecimal digits of an entry in all its languages, without its source; `inner` are the keys of lists whose entries have a stamp of their own. */
export function stampOf(entry: Record<string, unknown>, inner: Iterable<string>): string {
  const apart = new Set(['source', ...inner]);
  const own = Object.fromEntries(Object.entries(entry).filter(([key]) => !apart.has(key)));
  return sha256(canonical(own), 'hex').slice(0, 8);
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
