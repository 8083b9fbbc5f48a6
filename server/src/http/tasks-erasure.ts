/** Tasks of erasing: both read all that anybody has said, to find where somebody is named. */
import { eraseNow, keptBecause } from '../register/erasing.js';
import { someone } from '../register/find.js';
import type { Someone } from '../register/find.js';
import { erasableOf } from '../register/retention.js';
import type { Erasable } from '../register/retention.js';
import type { Setting } from '../register/setting.js';
import { plainProblem } from './plain.js';
import { refuse } from './problem.js';
import type { Tasks, Workshop } from './tasks.js';

export interface EraseAsked {
  readonly person: string;
  /** Names under which the person acted, besides their own. */
  readonly also: readonly string[];
  readonly isSure?: boolean;
}

async function meantBy(id: string, { storage }: Setting): Promise<Someone> {
  const row = await storage.read.person(id);
  if (!row) throw refuse('http-not-found');
  return someone(row);
}

const plain = (person: Someone, found: Erasable, { today }: Setting): object => ({
  ...{ person: person.id, held: found.held, mayGoOn: found.mayGoOn, keptBecause: keptBecause(person, found, today) },
  kept: found.kept.map(({ document, why, until }) => ({ document: document.id, kind: document.kind, why, until })),
  decisions: found.decisions.kept.map(({ object, role, sort, why }) => ({ object, role, sort, why })),
  ...{ withOthers: found.decisions.withOthers, events: found.seqs.length, files: found.files.length },
});

export const erasureTasks = {
  async erasable({ person: id, also }: EraseAsked, { setting }: Workshop): Promise<object> {
    const person = await meantBy(id, setting);
    return plain(person, await erasableOf(person, setting, also), setting);
  },

  async erase({ person: id, also, isSure = false }: EraseAsked, { setting, olderCopies }: Workshop): Promise<object> {
    const person = await meantBy(id, setting);
    const { erased, log } = await eraseNow(person, await erasableOf(person, setting, also), { also, isSure }, setting);
    const copies = (olderCopies?.() ?? []).map(
      (folder) => ({ code: 'register-older-copy', severity: 'warning', args: { folder } }) as const,
    );
    return { person: id, ...erased, log, problems: copies.map(plainProblem) };
  },
} satisfies Tasks;
