/** What is offered where a command line goes on. */

/** A word that may stand there. */
export interface Offer {
  readonly value: string;
  /** What it means, in the language of messages; may be empty. */
  readonly about: string;
}

/** What the shell is to offer where no word fits. */
export type Otherwise = 'files' | 'folders' | 'nothing';

export interface Values {
  readonly offers: readonly Offer[];
  readonly otherwise: Otherwise;
  /** Whether several may stand there with commas between them. */
  readonly isList: boolean;
}
