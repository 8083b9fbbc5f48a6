/** A register for tests of use cases, as every door calls them: with a project in a folder, and people in their posts. */
import { rmSync } from 'node:fs';
import { openWorkspace, Refusal } from 'rolewright';
import type { Diagnostic, PersonRow } from 'rolewright';
import { afterEach, expect } from 'vitest';
import type { Visitor } from '../src/access/visitor.js';
import { routesOf } from '../src/http/api.js';
import { openChecks } from '../src/http/check.js';
import { hrRoutes } from '../src/http/hr-routes.js';
import type { Route } from '../src/http/route.js';
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
import type { Target } from '../src/storage/open.js';
import { openStudio } from '../src/studio/studio.js';
import { madeService, ownFolder } from './service.js';
import type { Made } from './service.js';

const made: Made[] = [];
afterEach(async () => {
  for (const one of made.splice(0)) {
    await one.close();
    rmSync(one.folder, { recursive: true, force: true });
  }
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Office extends Made {
  /** As somebody sees the project now. */
  setting(name?: string): Promise<Setting>;
  /** Somebody else of HR comes in: what is asked then is asked by them. */
  sitDown(name: string): Promise<void>;
  /** Lets the milliseconds pass after which files are read anew. */
  goOn(): void;
  /** Asks the API, or the studio behind it, as HR of the whole firm; what it answers has to be as its route says. Throws the code of a problem. */
  ask<T>(method: Method, path: string, body?: unknown): Promise<T>;
}

export const on = '2026-11-02';
export const anna = { name: { last: 'Bakker', first: 'Anna' }, personnelNumber: '1001' };
export const rowOf = (person: PersonRow['person'], at = 1, role = 'sales-manager'): PersonRow => ({ row: at, role, locale: null, person });

const anybody: Omit<Visitor, 'actor'> = {
  ...{ account: null, by: 'session', language: 'en', token: 'token', isFresh: true },
  reach: () => 'everywhere',
};
const checks = openChecks(ownFolder);

export async function openOffice(rows: readonly PersonRow[] = [], target?: Target): Promise<Office> {
  let visitor: Visitor | null = null;
  const one = await madeService({
    ...(target && { target }),
    door({ folder, own, edge }) {
      const studio = openStudio({ workspace: openWorkspace(folder), own, project: '.', now: () => edge.now().getTime() });
      return { recognise: async () => visitor, routes: hrRoutes(studio), hosts: [] };
    },
  });
  made.push(one);
  await begin(one.storage, { organisation: 'North Wind', today: '2026-12-01' });
  const sitDown = async (name: string): Promise<void> => void (visitor = { ...anybody, actor: await actorNamed(name, one.storage.read) });
  await sitDown('Helen Carter');
  const setting = async (name = 'Helen Carter'): Promise<Setting> => one.service.setting(await actorNamed(name, one.storage.read), 'en');
  if (rows.length > 0) await takePeople(rows, { on, complete: false, newcomers: false }, await setting(), []);
  const routes = routesOf(one.service);
  const ask = async <T>(method: Method, path: string, body?: unknown): Promise<T> => {
    const answer = await one.app.request(`https://hr.example.com${path}`, {
      method,
      headers: { cookie: '__Host-rolewright-session=any', 'x-rolewright-token': anybody.token, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const data = text === '' ? {} : (JSON.parse(text) as object);
    if (answer.status >= 300) throw new Error(String((data as { code?: string }).code));
    const pattern = (route: Route): RegExp => new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    const route = routes.find((of) => of.method === method && pattern(of).test(path.split('?')[0] ?? ''));
    if (route?.answers.includes('#')) expect(checks.fault(route.answers as never, data)).toBeNull();
    return data as T;
  };
  return { ...one, setting, ask, sitDown, goOn: () => void one.edge.wait(2000) };
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
