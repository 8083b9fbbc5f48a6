/** A small register with something of everything in it, and a clock and chance that are the same each time. */
import { createHash } from 'node:crypto';
import type { Draft } from '../src/life/events.js';
import { newId } from '../src/life/ids.js';
import type { Identified } from '../src/life/ids.js';
import type { Edge } from '../src/storage/edge.js';
import { openStorage } from '../src/storage/storage.js';
import type { Storage } from '../src/storage/storage.js';
import type { Target } from '../src/storage/open.js';

/** A clock that goes on by a second each time it is asked. */
export function madeEdge(seed = 'edge', start = '2026-12-01T08:00:00.000Z'): Edge & { readonly wait: (ms: number) => void } {
  let time = Date.parse(start);
  let drawn = 0;
  return {
    now: () => new Date((time += 1000)),
    wait: (ms) => {
      time += ms;
    },
    randomBytes(count) {
      const bytes = createHash('sha512')
        .update(`${seed} ${(drawn += 1)}`)
        .digest();
      return bytes.subarray(0, count);
    },
  };
}

export const actor = 'a_1';

/** The ids of what is in it. */
export interface Made {
  readonly storage: Storage;
  readonly edge: ReturnType<typeof madeEdge>;
  readonly people: readonly string[];
  readonly documents: readonly string[];
  readonly requests: readonly string[];
  readonly files: readonly string[];
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** People with posts, a proposal that was approved, documents with numbers and files, requests with what came of them. */
export async function madeRegister(target: Target, count = 6): Promise<Made> {
  const edge = madeEdge();
  const storage = await openStorage(target, edge, { create: true });
  const id = (of: Identified): string => newId(of, edge.randomBytes(16));
  await storage.transaction((tx) => tx.append([{ actor, kind: 'began', object: 'register', payload: { organisation: 'Northwind Ltd' } }]));

  const [base, content, diff] = [
    await storage.files.put(bytesOf('old')),
    await storage.files.put(bytesOf('new')),
    await storage.files.put(bytesOf('diff')),
  ];
  const proposal = id('proposal');
  await storage.transaction((tx) =>
    tx.append([
      {
        actor,
        kind: 'proposed',
        object: proposal,
        payload: { role: 'sales-manager', path: 'roles/sales-manager.yaml', base, content, diff, author: 'Anna', summary: 'A duty more' },
      },
      { actor: 'a_2', kind: 'approved', object: proposal, payload: { by: 'Peter', seen: diff } },
    ]),
  );

  const people: string[] = [];
  const documents: string[] = [];
  const requests: string[] = [];
  const files = [base, content, diff];
  for (let at = 0; at < count; at += 1) {
    const [person, holding, request] = [id('person'), id('holding'), id('request')];
    const file = await storage.files.put(bytesOf(`paper ${at}`));
    const evidence = await storage.files.put(bytesOf(`evidence ${at}`));
    await storage.transaction((tx) =>
      tx.append([
        { actor, kind: 'person-known', object: person, payload: { externalId: `0${at}`, names: { last: `Smith ${at}`, first: 'Анна' } } },
        { actor, kind: 'post-taken', object: holding, payload: { person, role: 'sales-manager', department: 'sales', from: '2026-12-01' } },
      ]),
    );
    const document = await storage.transaction(async (tx) => {
      const made = tx.newId('document');
      await tx.append([numbered(made, person, await tx.nextNumber('JD/2026'))]);
      return made;
    });
    await storage.transaction((tx) =>
      tx.append([
        {
          actor,
          kind: 'issued',
          object: document,
          payload: { files: [{ format: 'pdf', sha256: file, size: bytesOf(`paper ${at}`).length }] },
        },
        { actor, kind: 'requested', object: request, payload: { document, person, method: 'in-person', due: `2026-12-1${at % 10}` } },
      ]),
    );
    await storage.transaction((tx) => tx.append(answers[at % answers.length]?.(request, evidence) ?? []));
    people.push(person);
    documents.push(document);
    requests.push(request);
    files.push(file, ...(at % answers.length === 0 ? [evidence] : []));
  }
  const [, held] = people;
  if (held !== undefined)
    await storage.transaction((tx) =>
      tx.append([
        { actor, kind: 'held', object: 'register', payload: { person: held, reason: 'A claim' } },
        { actor, kind: 'released', object: 'register', payload: { person: held, reason: 'Settled' } },
      ]),
    );
  return { storage, edge, people, documents, requests, files };
}

export const numbered = (object: string, person: string, number: number, series = 'JD/2026'): Draft => ({
  actor,
  kind: 'numbered',
  object,
  payload: {
    key: `job-description ${person} ${number}`,
    kind: 'job-description',
    role: 'sales-manager',
    roleVersion: '1.0.0',
    fingerprint: 'f'.repeat(64),
    locale: 'en',
    jurisdiction: 'gb',
    form: 'brief',
    series,
    number,
    dated: '2026-12-01',
    person,
    retention: 'end-of-work/6',
  },
});

/** What comes of requests, in turn. */
const answers: readonly ((object: string, evidence: string) => readonly Draft[])[] = [
  (object, evidence) => [
    { actor, kind: 'opened', object, payload: {} },
    {
      actor,
      kind: 'acknowledged',
      object,
      payload: { statement: 'I have read it', locale: 'en', how: 'in-person', on: '2026-12-02', evidence },
    },
  ],
  (object) => [
    { actor, kind: 'opened', object, payload: {} },
    { actor, kind: 'declined', object, payload: { reason: 'I want to ask a lawyer', how: 'in-person' } },
  ],
  () => [],
];
