/**
 * One text for one value: JSON in the form of RFC 8785 (members in the order of their UTF-16 codes, no white space), so that
 * whoever wrote it down, in whatever order, hashes the same bytes.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/** Members that are undefined are left out. Throws a TypeError at what JSON cannot say, or not in one way. */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no number ${value}`);
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value}`);
  const members = Object.keys(value)
    .sort()
    .flatMap((name) => {
      const member = value[name];
      return member === undefined ? [] : [`${quoted(name)}:${canonical(member)}`];
    });
  return `{${members.join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function quoted(text: string): string {
  // Half a character has no UTF-8: a database would keep something else than was hashed.
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('half a character cannot be kept');
  // PostgreSQL cannot keep it in a text.
  if (text.includes('\0')) throw new TypeError('the character NUL cannot be kept');
  return JSON.stringify(text);
}
