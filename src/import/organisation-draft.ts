/** What a file says of the employer and of people: kept apart from the role, and given back as drafts of their own. */
import type { Organisation } from '../organisation/organisation.generated.js';
import type { Person, PersonName } from '../person/person.generated.js';
import type { Line } from './lines.js';
import type { Patterns } from './patterns.js';
import { nameOf, namesIn } from './people.js';

export class OrganisationDraft {
  name: string | null = null;
  place: string | null = null;
  /** The post that approves, in the nominative, and who holds it. */
  approver: { title: string; holder: PersonName | null } | null = null;
  number: string | null = null;
  /** The person to whom the description was given. */
  holder: PersonName | null = null;
  /** How many places of the file name somebody. */
  namedPlaces = 0;

  constructor(readonly patterns: Patterns) {}

  /** Somebody is named in a line; `holder` where the line says that it is who holds the position. */
  person(line: Line, as: 'holder' | 'approver' | null): void {
    this.namedPlaces++;
    const [first] = namesIn(line.text, this.patterns);
    // “Gemma Okafor (since 04/2020)”
    const name = nameOf(first ? line.text.slice(first.from, first.to) : line.text.replace(/\s*[(,;\t].*$/su, ''), this.patterns);
    if (!name) return;
    if (as === 'holder') this.holder ??= name;
    if (as === 'approver' && this.approver) this.approver = { ...this.approver, holder: this.approver.holder ?? name };
  }

  /** Null where the file names no employer. */
  organisationFor(jurisdiction: string, language: Organisation['languages'][number]): Organisation | null {
    if (this.name === null) return null;
    return {
      schema: 2,
      name: this.name,
      jurisdiction,
      languages: [language],
      ...(this.place !== null && { place: this.place }),
      ...(this.approver && {
        posts: { approver: { title: this.approver.title, ...(this.approver.holder && { holder: this.approver.holder }) } },
        signatories: { approver: 'approver' },
      }),
    };
  }

  personDraft(): Person | null {
    return this.holder ? { schema: 2, name: this.holder } : null;
  }
}
