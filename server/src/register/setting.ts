/** What every use case works with: the register, the employer and the project, who acts, and when. */
import { createWorkCalendar, hasErrors, Refusal } from 'rolewright';
import type { openMaking } from 'rolewright';
import type { Desk, Diagnostic, Locale, Organisation, Press, WorkCalendar, Workplace } from 'rolewright';
import type { DatePolicy } from '../life/due.js';
import type { Payloads } from '../life/events.js';
import { fold } from '../life/fold.js';
import { registerId } from '../life/ids.js';
import { policyOf, rulesOf } from '../life/rules.js';
import type { Rules } from '../life/rules.js';
import type { Looking } from '../life/standing.js';
import type { Queries } from '../storage/queries.js';
import type { Storage } from '../storage/storage.js';
import type { Actor } from './actor.js';
import { newcomerLawOf } from './law.js';

export interface Setting {
  readonly storage: Storage;
  readonly desk: Desk;
  readonly workplace: Workplace;
  readonly press: Press;
  /** Makes documents one after another: fonts and templates are prepared once, without which each would take four times as long. */
  readonly make: ReturnType<typeof openMaking>;
  readonly actor: Actor;
  /** The day on which it is done, where the register is kept. */
  readonly today: string;
  /** The time zone of the machine, IANA name; UTC where it is left out. */
  readonly zone?: string;
  /** Seals a PDF before its bytes are kept; left out where nothing is sealed. Throws a Refusal for a key or a time-stamp that fails. */
  readonly seal?: (bytes: Uint8Array) => Promise<SealedFile>;
  /** That of messages, and of people of whom nothing else says it. */
  readonly language: Locale;
}

/** A sealed file, and what its events say of the seal. */
export interface SealedFile {
  readonly bytes: Uint8Array;
  readonly seal: NonNullable<Payloads['issued']['files'][number]['seal']>;
}

/** The employer that a register is kept for. Throws a Refusal where there is none. */
export function employerOf({ workplace }: Pick<Setting, 'workplace'>): Organisation {
  if (!workplace.organisation) throw refusal('register-needs-organisation');
  return workplace.organisation;
}

export const rulesIn = async (read: Pick<Queries, 'eventsOf'>): Promise<Rules> =>
  rulesOf(fold('register', (await read.eventsOf(registerId)) as never));

/** The terms that the organisation has set, and the usual ones for the rest. */
export const policyIn = async (read: Pick<Queries, 'eventsOf'>): Promise<DatePolicy> =>
  policyOf(fold('register', (await read.eventsOf(registerId)) as never));

/** Until when papers are to be acknowledged, in the calendar of the employer. */
export function lookingFrom({ workplace, desk, today }: Pick<Setting, 'workplace' | 'desk' | 'today'>, policy: DatePolicy): Looking {
  const organisation = employerOf({ workplace });
  const { jurisdiction } = organisation;
  const { calendar } = desk.library.jurisdiction(jurisdiction);
  const days: WorkCalendar = createWorkCalendar(calendar, organisation.calendar ?? null);
  return { today, policy, calendar: days, newcomersAtOnce: newcomerLawOf(jurisdiction, desk.library) !== null };
}

/** A refusal of one cause. */
export const refusal = (code: string, args: Diagnostic['args'] = {}): Refusal => new Refusal([{ code, args, severity: 'error' }]);

/** Throws what is wrong, if anything is so wrong that there is no going on. */
export function orRefuse(problems: readonly Diagnostic[]): void {
  if (hasErrors(problems)) throw new Refusal(problems);
}
