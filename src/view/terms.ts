/** On which terms somebody works: the contract and the days, in words. */
import { formatDate, weekdayNames } from '../language/dates.js';
import type { Person } from '../person/person.generated.js';
import type { Facts, WorkDays } from '../role/role.generated.js';
import type { Parties } from './parties.js';
import type { Wording } from './wording.js';

/** Whether the file of the person says anything of hours or days, or of a contract that settles them. */
export const isPersonal = ({ person }: Pick<Parties, 'person'>): boolean => {
  const { contract, hours, fte, days, pattern } = person?.facts ?? {};
  return [person?.contract, contract, hours, fte, days, pattern].some((one) => one !== undefined);
};

type Contract = NonNullable<Person['contract']>;

/** The person’s own contract goes before what is usual for the position, and that before what is usual in the organisation. */
export function contractInWords(facts: Facts, { person, organisation }: Parties, wording: Wording): string | null {
  const own = person?.facts?.contract === undefined ? person?.contract : undefined;
  if (own) return inWords(own, facts, wording);
  return wording.sayMaybe(facts.contract) ?? (organisation?.contract ? inWords(organisation.contract, facts, wording) : null);
}

function inWords(contract: Contract, { hours, fte }: Facts, wording: Wording): string {
  const { phrase } = wording;
  if (contract.kind === 'indefinite') return phrase('position.contract-indefinite');
  if (contract.kind === 'fixed-term') return termInWords(contract, wording) ?? phrase('position.contract-term');
  const certain = (hours ?? fte) === undefined ? 'none' : 'some';
  return [phrase('position.contract-on-call', { certain }), termInWords(contract, wording)].filter((words) => words !== null).join(', ');
}

function termInWords({ endDate, months }: Contract, { locale, jurisdiction, phrase }: Wording): string | null {
  if (endDate !== undefined)
    return phrase('position.contract-until', { date: formatDate(endDate, locale, 'long', jurisdiction.languages[locale]) });
  return months === undefined ? null : phrase('position.contract-months', { n: months });
}

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** «понедельник, среда и пятница», “Monday to Friday”, “2 days on, 2 days off”. */
export function daysInWords(days: WorkDays, wording: Wording): string {
  const { locale, jurisdiction, phrase } = wording;
  const tag = jurisdiction.languages[locale];
  if (!Array.isArray(days)) {
    const { on, off, from } = days;
    return phrase('position.rota', { on, off, from: from === undefined ? 'none' : formatDate(from, locale, 'long', tag) });
  }
  const names = weekdayNames(tag);
  const places = week.flatMap((day, at) => (days.includes(day) ? [at] : []));
  const [first = 0] = places;
  const last = places.at(-1) ?? first;
  const name = (at: number): string => names[at] ?? '';
  return places.length > 2 && last - first === places.length - 1
    ? phrase('position.day-range', { first: name(first), last: name(last) })
    : wording.join(places.map(name), 'and');
}
