/** Those who start later: nobody asks them with the others. */
import type { Diagnostic } from 'rolewright';
import { nameIn } from './find.js';
import type { Someone } from './find.js';
import { newcomerLawOf } from './law.js';
import { employerOf } from './setting.js';
import type { Setting } from './setting.js';
import type { StatusRow } from './status.js';

export interface ToCome {
  readonly person: Someone;
  /** The first day in the post. */
  readonly startsOn: string;
}

/** Who starts later and is not asked for that reason, each once. */
export const startingLater = (rows: readonly StatusRow[]): readonly ToCome[] => [
  ...new Map(
    rows.flatMap(({ startsOn, holder: { person } }) => (startsOn === null ? [] : [[person.id, { person, startsOn }] as const])),
  ).values(),
];

/** Says so of them; nothing where there is nobody. */
export function toldToCome(rows: readonly StatusRow[], setting: Setting): readonly Diagnostic[] {
  const later = startingLater(rows);
  if (later.length === 0) return [];
  const people = later.map(({ person, startsOn }) => `${nameIn(person, setting.language)} (${startsOn})`);
  const law = newcomerLawOf(employerOf(setting).jurisdiction, setting.desk.library) ?? 'none';
  return [
    {
      code: 'register-people-to-come',
      severity: 'info',
      args: { count: later.length, people: `${people.slice(0, named).join(', ')}${people.length > named ? ' …' : ''}`, law },
    },
  ];
}

/** So many of them are named. */
const named = 10;
