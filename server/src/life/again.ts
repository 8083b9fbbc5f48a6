/**
 * Who has to sign when the words of a paper change, and who need not. The fingerprint of the paper decides: where it stays
 * the same, as after a change of the file that no reader sees, nobody is asked anew.
 */
import { standOf } from './standing.js';
import type { Asking, Looking, Stand, Wanted } from './standing.js';
import { cameBack, isOpen } from './transitions.js';

/** A person, the paper that the person is to acknowledge now, and what came of it before. */
export interface Holder {
  readonly person: string;
  /** Null where the person is to acknowledge no such paper any more. */
  readonly wanted: Wanted | null;
  readonly askings: readonly Asking[];
}

export interface Consequence {
  readonly person: string;
  /** again: has acknowledged other words, or too long ago; first: has acknowledged none; no: need not sign. */
  readonly sign: 'again' | 'first' | 'no';
  /**
   * other-words, never, too-long-ago: why it has to be signed; same-words, asked-already, no-paper: why not.
   */
  readonly why: 'other-words' | 'never' | 'too-long-ago' | 'same-words' | 'asked-already' | 'no-paper';
  readonly stand: Stand | null;
  /** Open requests that nobody should answer any more. */
  readonly superseded: readonly string[];
}

const consequences: Readonly<Record<Stand['standing'], Pick<Consequence, 'sign' | 'why'>>> = {
  'to-do': { sign: 'first', why: 'never' },
  requested: { sign: 'no', why: 'asked-already' },
  current: { sign: 'no', why: 'same-words' },
  expired: { sign: 'again', why: 'too-long-ago' },
  outdated: { sign: 'again', why: 'other-words' },
};

/** What the words of today mean for one person. */
export function consequenceOf({ person, wanted, askings }: Holder, looking: Looking): Consequence {
  const stand = wanted && standOf(wanted, askings, looking);
  const answerable = stand?.standing === 'requested' ? stand.asking?.request : undefined;
  return {
    person,
    ...(stand ? consequences[stand.standing] : { sign: 'no', why: 'no-paper' }),
    stand,
    // A sheet that came back signed is looked at, not dropped with the version that it is for.
    superseded: askings
      .filter(({ request, state }) => isOpen(state) && !cameBack(state) && request !== answerable)
      .map(({ request }) => request),
  };
}
