/** Those who start later: nobody asks them with the others. */
import { nameIn } from '../../register/find.js';
import { newcomerLawOf } from '../../register/law.js';
import { employerOf } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import type { StatusRow } from '../../register/status.js';
import type { Counter } from '../counter.js';

/** Says who starts later and was not asked for that reason. */
export function tellToCome(rows: readonly StatusRow[], setting: Setting, { problems, language }: Counter): void {
  const later = new Map(rows.flatMap(({ startsOn, holder: { person } }) => (startsOn === null ? [] : [[person.id, { person, startsOn }]])));
  if (later.size === 0) return;
  const people = [...later.values()].map(({ person, startsOn }) => `${nameIn(person, language)} (${startsOn})`);
  const law = newcomerLawOf(employerOf(setting).jurisdiction, setting.desk.library) ?? 'none';
  problems.push({
    code: 'register-people-to-come',
    severity: 'info',
    args: { count: later.size, people: `${people.slice(0, named).join(', ')}${people.length > named ? ' …' : ''}`, law },
  });
}

/** So many of them are named. */
const named = 10;
