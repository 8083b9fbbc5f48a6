/** What storage refuses, by a code with what is to be said of it; the words belong to the door that tells the user. */
export type StorageCode =
  /** There is no register where one is looked for. */
  | 'register-missing'
  | 'database-missing'
  /** A place that has to be empty is not: `path`. */
  | 'register-exists'
  /** A newer program made changes to the database that this one does not know: `migrations`. */
  | 'register-newer'
  /** Another process held the database for longer than we wait. */
  | 'register-busy'
  /** The database cannot be opened or reached: `reason`, which is `damaged` for a file that is no database; `place`, `file` or `server`. */
  | 'database-unreachable'
  /** The clock stands before the last event: `now`, `last`. */
  | 'clock-behind'
  /** Somebody else has written what stands for an event: `seq`, `path`. */
  | 'event-unreadable'
  /** A file is not in the store: `sha256`. */
  | 'file-missing'
  /** A file in the store is not what it was: `sha256`. */
  | 'file-changed'
  /** What cannot be erased, since the register would not hold together: `seq`, `kind`. */
  | 'not-erasable'
  /** A back-up that is none, or is not whole: `path`, `reason`. */
  | 'backup-unusable';

export class StorageRefusal extends Error {
  constructor(
    readonly code: StorageCode,
    readonly args: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(args)}`, options);
    this.name = 'StorageRefusal';
  }
}
