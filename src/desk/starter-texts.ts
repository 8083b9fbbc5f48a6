/** Texts that “new” left to be written, and nobody has: a paper with them is no paper yet. */
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Person } from '../person/person.generated.js';
import { ownData } from '../read/own-data.js';
import { isRecord } from '../read/schema-walk.js';
import type { Role } from '../role/role.generated.js';
import type { Library } from '../shelf/library.js';

/** A warning for each of some roles, an organisation and a person that has such texts, with how many there are. */
export function starterWarnings(
  { roles, organisation, person }: { roles: readonly Role[]; organisation: Organisation | null; person: Person | null },
  { shelf }: Library,
): Diagnostic[] {
  const marks = marksOf(ownData(shelf.own, 'lint/starter-text.yaml'));
  const left = (what: 'role' | 'organisation' | 'person', name: string, data: unknown): Diagnostic[] => {
    const count = textsWith(marks, data);
    return count > 0 ? [diagnostic('starter-text-left', { what, name, count }, {}, 'warning')] : [];
  };
  return [
    ...roles.flatMap((role) => left('role', role.id, role)),
    ...left('organisation', '', organisation),
    ...left('person', '', person),
  ];
}

/** What such texts say, in any language: the phrases of the lint rule that finds them. */
function marksOf(rule: unknown): readonly string[] {
  const { phrases } = rule as { phrases: Readonly<Record<string, readonly { readonly match: readonly string[] }[]>> };
  return Object.values(phrases).flatMap((lists) => lists.flatMap(({ match }) => match));
}

function textsWith(marks: readonly string[], value: unknown): number {
  if (typeof value === 'string') return marks.some((mark) => value.includes(mark)) ? 1 : 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textsWith(marks, one), 0);
  return isRecord(value) ? textsWith(marks, Object.values(value)) : 0;
}
