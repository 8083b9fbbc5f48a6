/** Legal holds: few, and told by events of the register itself, so they are folded along the walk. */
import type { Kysely } from 'kysely';
import type { Tables, ViewRow } from '../storage/tables.js';
import { rowAfter, viewsOf } from '../storage/views.js';
import type { Recorded } from '../life/events.js';
import type { Findings } from './fault.js';
import { compareRows } from './views.js';

export interface Holds {
  fold(event: Recorded): void;
  compare(db: Kysely<Tables>, findings: Findings): Promise<void>;
}

export function openHolds(): Holds {
  const rows = new Map<string, ViewRow<'hold'>>();
  return {
    fold(event) {
      for (const { table, id } of viewsOf(event)) if (table === 'hold') rows.set(id, rowAfter('hold', rows.get(id), event));
    },
    async compare(db, findings) {
      compareRows('hold', rows, await db.selectFrom('hold').selectAll().execute(), findings);
    },
  };
}
