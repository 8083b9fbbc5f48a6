/** Whoever has come in by a door, and what they may do. */
import type { Locale } from 'rolewright';
import type { Reach, Right } from './rights.js';

export interface Visitor {
  /** In the events of the register. */
  readonly actor: { readonly id: string; readonly name: string };
  /** The id of the account; null at one’s own desk, where there is none. */
  readonly account: string | null;
  /** Whether the name is only what the machine calls its user: nobody has said it. */
  readonly isGuessed?: boolean;
  /** What was shown at the door: browsers send cookies by themselves, so changes that come with one need a token as well. */
  readonly by: 'session' | 'key';
  /** In which they want to be spoken to; null where they have not said. */
  readonly language: Locale | null;
  /** Shown back with each change that comes by session. */
  readonly token: string;
  /** Whether the password was given a short while ago: for what is decided for good. */
  readonly isFresh: boolean;
  /** How far a right goes; null where they do not have it. */
  reach(right: Right): Reach | null;
}
