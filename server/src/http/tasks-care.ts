/** Tasks of looking after a register: a back-up, and what may go of those who have left. */
import { basename } from 'node:path';
import { kindName } from 'rolewright';
import type { BackupNote } from '../storage/backup.js';
import { nameIn, paperLabel, someone } from '../register/find.js';
import { erasableOf } from '../register/retention.js';
import type { Tasks, Workshop } from './tasks.js';

export interface BackupMade extends Pick<BackupNote, 'at' | 'files'> {
  readonly folder: string;
  readonly events: number;
  /** Files that the register names and that were not there. */
  readonly lacking: number;
}

/** How long a kind of paper is kept in the country of the employer. */
export interface KeptKind {
  readonly kind: string;
  readonly years: number;
  readonly after: 'end-of-work' | 'replacement' | 'signing';
  readonly basis: string;
  /** The day on which the source was read; null where it was not. */
  readonly checked: string | null;
}

export interface Leaver {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
  readonly leftOn: string;
  /** The first day on which all of it may go; null while that is not known. */
  readonly mayGoOn: string | null;
  readonly isHeld: boolean;
  readonly papers: readonly { readonly label: string; readonly until: string | null; readonly why: string }[];
}

export interface RetentionShown {
  readonly kinds: readonly KeptKind[];
  /** How many have left and are still known; of those that were looked at, whose data may go now, is held, or waits for a day nobody knows. */
  readonly left: number;
  readonly looked: number;
  readonly mayGo: number;
  readonly held: number;
  readonly unknown: number;
  /** The next day on which somebody’s data may go. */
  readonly next: string | null;
  /** Empty for those who may not see people. */
  readonly people: readonly Leaver[];
}

/** So many of those who left first are looked at: each is asked of all of their papers. */
const most = 200;

export const careTasks = {
  async 'care-back-up'({ folder }: { folder: string }, { setting }: Workshop): Promise<BackupMade> {
    const { at, files, head, lacking } = await setting.storage.backUp(folder);
    return { at, files, folder: basename(folder), events: head.seq, lacking: lacking.length };
  },

  async 'care-retention'({ withNames }: { withNames: boolean }, { setting }: Workshop): Promise<RetentionShown> {
    const { storage, today, desk, workplace, language } = setting;
    const country = workplace.organisation?.jurisdiction ?? '';
    const kinds = desk.library.kinds().flatMap((kind): KeptKind[] => {
      const keep = kind.keep?.[country];
      if (!keep) return [];
      const { years, after, basis, checked } = keep;
      return [{ kind: kindName(kind, language), years, after, basis, checked: checked ?? null }];
    });
    const rows = await storage.look((db) =>
      db
        .selectFrom('person')
        .selectAll()
        .where('left_on', 'is not', null)
        .where('data', 'is not', null)
        .orderBy('left_on')
        .orderBy('id')
        .execute(),
    );
    const people: Leaver[] = [];
    for (const row of rows.slice(0, most)) {
      const person = someone(row);
      const { held, mayGoOn, kept } = await erasableOf(person, { storage, today, desk });
      people.push({
        ...{ id: person.id, name: nameIn(person, language), number: person.externalId, leftOn: person.leftOn ?? '', mayGoOn, isHeld: held },
        papers: kept.map(({ document, until, why }) => ({ label: paperLabel(document, setting), until, why })),
      });
    }
    const free = people.filter(({ isHeld }) => !isHeld);
    const later = free.flatMap(({ mayGoOn }) => (mayGoOn !== null && mayGoOn > today ? [mayGoOn] : []));
    return {
      ...{ kinds, left: rows.length, looked: people.length, held: people.length - free.length },
      mayGo: free.filter(({ mayGoOn }) => mayGoOn !== null && mayGoOn <= today).length,
      unknown: free.filter(({ mayGoOn }) => mayGoOn === null).length,
      next: later.sort()[0] ?? null,
      people: withNames ? people : [],
    };
  },
} satisfies Tasks;
