/** What the server answers those who look after it; its own types. */
export type { AccountChoices, DeedsPage, KeyChoices } from '../../../server/src/http/care-account-routes.js';
export type { FirstSteps, ServiceShown } from '../../../server/src/http/care-routes.js';
export type { KeptBackup, Wrong } from '../../../server/src/http/care.js';
export type { BackupMade, RetentionShown } from '../../../server/src/http/tasks-care.js';
export type { AccessRole } from '../../../server/src/access/rights.js';
export type { Grant } from '../../../server/src/access/accounts.js';
import type { Grant } from '../../../server/src/access/accounts.js';
import type { Locale } from 'rolewright';

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly language: Locale | null;
  readonly person: string | null;
  readonly state: 'active' | 'locked';
  readonly hasPassword: boolean;
  readonly invitedUntil: string | null;
  readonly grants: readonly Grant[];
}

export interface Deputy {
  readonly id: string;
  readonly account: string;
  readonly deputy: string;
  readonly from: string;
  readonly until: string;
}

export interface Key {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly until: string | null;
  readonly revokedAt: string | null;
}
