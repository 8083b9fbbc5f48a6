/** What speaks against a last day of work, or against erasing somebody: papers of later days. It is asked about, since a year is soon mistyped. */
import { addDays } from 'rolewright';
import { settledOn } from '../life/standing.js';
import { isOpen } from '../life/transitions.js';
import type { State } from '../life/transitions.js';
import { dayInWords } from '../life/words.js';
import { lifeOf } from './ask.js';
import { nameIn } from './find.js';
import type { Someone } from './find.js';
import { refusal } from './setting.js';
import type { Setting } from './setting.js';

/** People are noted as having left within so many days, as a rule. */
const usual = 92;

interface LeaveDoubts {
  /** The last day on which they were asked, or answered, after they are to have left. */
  readonly paper: string | null;
  readonly isLongPast: boolean;
  /** The first day of work, where the last one is before it: they never began. */
  readonly beginsOn: string | null;
}

/** Null where nothing speaks against it. */
async function leaveDoubts(person: Someone, on: string, { storage: { read }, today }: Setting): Promise<LeaveDoubts | null> {
  const paper = await lastPaperAfter(person, on, { storage: { read } });
  const isLongPast = on < addDays(today, -usual);
  const open = (await read.holdingsOf(person.id)).filter(({ to_day }) => to_day === null);
  const [first] = open.map(({ from_day }) => from_day ?? '').sort();
  const beginsOn = first !== undefined && first > on && first > today ? first : null;
  return paper === null && !isLongPast && beginsOn === null ? null : { paper, isLongPast, beginsOn };
}

/** Throws a Refusal where something speaks against a last day of work. */
export async function refuseDoubtful(person: Someone, on: string, setting: Setting): Promise<void> {
  const doubts = await leaveDoubts(person, on, setting);
  if (doubts === null) return;
  const { language } = setting;
  throw refusal('register-leave-asks', {
    ...{ person: nameIn(person, language), day: dayInWords(on, language) },
    paper: doubts.paper === null ? 'none' : dayInWords(doubts.paper, language),
    past: doubts.isLongPast ? 'yes' : 'no',
    begins: doubts.beginsOn === null ? 'none' : dayInWords(doubts.beginsOn, language),
  });
}

/** The last day after another on which somebody was asked to acknowledge, or answered; null where there is none. */
async function lastPaperAfter({ id }: Someone, day: string, { storage: { read } }: ReadSetting): Promise<string | null> {
  const days: string[] = [];
  for (const request of await read.requestsOf({ person: id })) {
    const life = await lifeOf('request', request.id, read);
    days.push(...[life.last.requested?.at.slice(0, 10), settledOn(life)].filter((one) => one != null));
  }
  const last = days.sort().at(-1) ?? '';
  return last > day ? last : null;
}

type ReadSetting = { readonly storage: Pick<Setting['storage'], 'read'> };

export interface EraseDoubts {
  /** Requests that they may still answer. */
  readonly open: number;
  readonly paper: string | null;
}

/** What somebody of whom all is to go still waits for, or has done since they left; null where it is nothing. */
export async function eraseDoubts(person: Someone, { storage, today }: ReadSetting & Pick<Setting, 'today'>): Promise<EraseDoubts | null> {
  if (person.known === null || person.leftOn === null) return null;
  const requests = await storage.read.requestsOf({ person: person.id });
  const open = requests.filter(({ state, due }) => isOpen(state as State<'request'>) && (due === null || due >= today)).length;
  const paper = await lastPaperAfter(person, person.leftOn, { storage });
  return open === 0 && paper === null ? null : { open, paper };
}
