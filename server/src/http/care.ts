/** What those who look after a service ask of the machine that it runs on: given from outside, since it has files, keys and a mail server. */
import type { BackupNote } from '../storage/backup.js';
import type { Setting } from '../register/setting.js';

/** A back-up in the folder of back-ups. */
export interface KeptBackup {
  readonly folder: string;
  /** What it says of itself; null for one that is not whole. */
  readonly note: Pick<BackupNote, 'at' | 'head' | 'files' | 'lacking'> | null;
}

export interface Backups {
  /** Where they are made, as people name it. */
  readonly folder: string;
  /** The newest first. */
  readonly kept: readonly KeptBackup[];
}

export interface MailServer {
  readonly from: string;
  readonly host: string;
  readonly port: number;
  readonly isSecret: boolean;
}

/** The certificate that what is issued is sealed with. */
export interface SealCard {
  readonly subject: string;
  readonly issuer: string;
  /** Days: YYYY-MM-DD. */
  readonly from: string;
  readonly until: string;
  readonly daysLeft: number;
  readonly level: string;
}

export interface Care {
  backups(): Backups;
  /** A folder for a new back-up, that is not there yet. */
  newBackup(): string;
  /** Throws a Refusal where nobody has said it, or not well. */
  mailServer(setting: Setting): MailServer;
  /** Queues a mail that shows whether mails arrive; gives its id. Throws a Refusal as `mailServer`, and for what is no address. */
  testMail(to: string, setting: Setting): Promise<string>;
  /** Null where nothing is sealed. Throws a Refusal for a key or a certificate that cannot seal. */
  sealCard(setting: Setting): Promise<SealCard | null>;
}

/** Days before the end of a certificate from which it is told: a new one takes weeks to get. */
export const warnFrom = 60;

export interface Wrong {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** What a part of the service says of itself, or why it does not work. */
export type Told<T> = { readonly value: T; readonly wrong: null } | { readonly value: null; readonly wrong: readonly Wrong[] };
