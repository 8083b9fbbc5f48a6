/** A register for tests of use cases, as every door calls them: with a project in a folder, and people in their posts. */
import { rmSync } from 'node:fs';
import { Refusal } from 'rolewright';
import type { Diagnostic, PersonRow } from 'rolewright';
import { afterEach, expect } from 'vitest';
import { actorNamed } from '../src/register/actor.js';
import { begin } from '../src/register/begin.js';
import { everybody } from '../src/register/find.js';
import type { Someone } from '../src/register/find.js';
import { issue } from '../src/register/issue.js';
import type { Issued } from '../src/register/issue.js';
import { takePeople } from '../src/register/people.js';
import type { Setting } from '../src/register/setting.js';
import { holdersIn, papersFor } from '../src/register/wanted.js';
import type { WantedPaper } from '../src/register/wanted.js';
import { madeService } from './service.js';
import type { Made } from './service.js';

const made: Made[] = [];
afterEach(async () => {
  for (const one of made.splice(0)) {
    await one.close();
    rmSync(one.folder, { recursive: true, force: true });
  }
});

export interface Office extends Made {
  /** As somebody sees the project now. */
  setting(name?: string): Promise<Setting>;
  /** Milliseconds after which the files are read anew. */
  goOn(): void;
}

export const on = '2026-11-02';
export const anna = { name: { last: 'Bakker', first: 'Anna' }, personnelNumber: '1001' };
export const rowOf = (person: PersonRow['person'], at = 1, role = 'sales-manager'): PersonRow => ({ row: at, role, locale: null, person });

export async function openOffice(rows: readonly PersonRow[] = []): Promise<Office> {
  const one = await madeService({ door: () => ({ visitor: async () => null, routes: [], challenge: null }) as never });
  made.push(one);
  await begin(one.storage, { organisation: 'North Wind', today: '2026-12-01' });
  const setting = async (name = 'Helen Carter'): Promise<Setting> => one.service.setting(await actorNamed(name, one.storage.read), 'en');
  if (rows.length > 0) await takePeople(rows, { on, complete: false, newcomers: false }, await setting(), []);
  return { ...one, setting, goOn: () => void one.edge.wait(2000) };
}

/** The code of what refuses something; `done` where nothing does. */
export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics[0]?.code ?? '';
    throw error;
  }
};

/** Somebody, by the personnel number. */
export async function personOf(number: string, { storage }: Office): Promise<Someone> {
  const found = (await everybody(storage.read)).find(({ externalId }) => externalId === number);
  if (!found) throw new Error(`nobody has the number ${number}`);
  return found;
}

/** The papers, as Word files, that those in the posts should hold. */
export async function papersIn({ storage }: Office, setting: Setting, day = '2026-12-01'): Promise<readonly WantedPaper[]> {
  const told: Diagnostic[] = [];
  const papers = papersFor(await holdersIn(storage.read, {}, day), { day, format: 'docx', detail: 'full' }, setting, told);
  expect(told.filter(({ severity }) => severity === 'error')).toEqual([]);
  return papers;
}

/** Issues them all. Throws a Refusal. */
export async function issued(office: Office, day = '2026-12-01'): Promise<readonly Issued[]> {
  const setting = await office.setting();
  const done: Issued[] = [];
  for (const paper of await papersIn(office, setting, day)) {
    const one = await issue(paper, day, setting, []);
    if (one) done.push(one);
  }
  return done;
}
