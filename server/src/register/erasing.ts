/** Erasing somebody, from whichever door: asked back where something speaks against it, swept, and with the lines to be kept outside. */
import { dayInWords } from '../life/words.js';
import { erasureLine } from '../storage/erasure-log.js';
import type { Someone } from './find.js';
import { nameIn } from './find.js';
import { eraseDoubts } from './leave-doubts.js';
import { erase } from './retention.js';
import type { Erasable } from './retention.js';
import { refusal } from './setting.js';
import type { Setting } from './setting.js';

/** What keeps all from being erased today. `open` is for a paper whose term nobody knows yet, `term` for one that is not over. */
export type KeptBecause = 'employed' | 'held' | 'open' | 'term';

/** Null where all may go. */
export function keptBecause(
  { known, leftOn }: Someone,
  { held, mayGoOn }: Pick<Erasable, 'held' | 'mayGoOn'>,
  today: string,
): KeptBecause | null {
  if (known !== null && leftOn === null) return 'employed';
  if (held) return 'held';
  if (mayGoOn === null) return 'open';
  return mayGoOn > today ? 'term' : null;
}

export interface Erasing {
  /** Names under which the person acted, besides their own. */
  readonly also: readonly string[];
  /** Whether papers of later days are no reason to ask back. */
  readonly isSure: boolean;
}

export interface ErasedNow {
  readonly erased: { readonly events: number; readonly files: number };
  /** For a file outside: a back-up still holds what was erased after it was made. */
  readonly log: readonly string[];
}

/** `found` is what `erasableOf` tells with the same names. Throws a Refusal for whoever is still there, where it is asked back, and where a hold or a term forbids it. */
export async function eraseNow(person: Someone, found: Erasable, { also, isSure }: Erasing, setting: Setting): Promise<ErasedNow> {
  const { storage, today, language } = setting;
  const doubts = isSure ? null : await eraseDoubts(person, setting);
  const before = (await storage.read.head()).seq;
  if (keptBecause(person, found, today) === 'employed') {
    const handle = person.externalId ?? person.id.slice(0, 10);
    throw refusal('register-still-employed', { person: nameIn(person, language), handle });
  }
  if (doubts !== null && keptBecause(person, found, today) === null)
    throw refusal('register-erase-asks', {
      ...{ person: nameIn(person, language), left: dayInWords(person.leftOn ?? '', language), open: doubts.open },
      paper: doubts.paper === null ? 'none' : dayInWords(doubts.paper, language),
    });
  const erased = await erase(person, setting, also);
  await storage.sweep();
  return { erased, log: (await storage.read.erasuresAfter(before)).map(erasureLine) };
}
