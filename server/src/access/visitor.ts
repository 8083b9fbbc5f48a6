/** Whoever has come in by a door, and what they may do. */
import type { Locale } from 'rolewright';
import type { Reach, Right } from './rights.js';

export interface Visitor {
  /** In the events of the register. */
  readonly actor: { readonly id: string; readonly name: string };
  /** The id of the account; null at one’s own desk, where there is none. */
  readonly account: string | null;
  /** What was shown at the door: browsers send cookies by themselves, so changes that come with one need a token as well. */
  readonly by: 'session' | 'key';
  /** In which they want to be spoken to; null where they have not said. */
  readonly language: Locale | null;
  /** Shown back with each change that comes by session. */
  readonly token: string;
  /** How far a right goes; null where they do not have it. */
  reach(right: Right): Reach | null;
}
