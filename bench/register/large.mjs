/** A large register: how long a page of it takes, and how long verifying it, in how much memory. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { actor, begin, edge, id, must, numbered, openStorage, seeded } from './register.mjs';

const today = '2026-12-15';

/** What happens to a document in turn, ten events each; every fifth waits for somebody still. */
function lifeOf(at, document, request, person, number, sha256) {
  const settled = at % 5 !== 0;
  const due = `2026-12-${String(1 + (at % 28)).padStart(2, '0')}`;
  const by = 'Anna Smith';
  return [
    numbered(document, { key: `large ${number}`, series: 'large', number, person }),
    { actor, kind: 'issued', object: document, payload: { files: [{ format: 'pdf', sha256, size: 10 }] } },
    { actor, kind: 'requested', object: request, payload: { document, person, method: 'paper', due } },
    { actor, kind: 'opened', object: request, payload: {} },
    { actor, kind: 'printed', object: request, payload: { code: 'K7Q2-M4XT' } },
    { actor, kind: 'scanned', object: request, payload: { sha256, by } },
    { actor, kind: 'scan-rejected', object: request, payload: { by, reason: 'cut off' } },
    { actor, kind: 'scanned', object: request, payload: { sha256, by } },
    ...(settled
      ? [
          { actor, kind: 'scan-checked', object: request, payload: { by } },
          {
            actor,
            kind: 'acknowledged',
            object: request,
            payload: { statement: 'I have read it', locale: 'en', how: 'paper', on: '2026-12-02', evidence: sha256 },
          },
        ]
      : [
          { actor, kind: 'scan-rejected', object: request, payload: { by, reason: 'blank' } },
          { actor, kind: 'person-changed', object: person, payload: { phone: String(at) } },
        ]),
  ];
}

/** Fills a register: ten documents for each person. Gives the ids of the people. */
async function fill(storage, documents) {
  const people = Array.from({ length: Math.ceil(documents / 10) }, () => id('person'));
  const files = await Promise.all(Array.from({ length: 100 }, (_, at) => storage.files.put(Buffer.from(`file ${at}`))));
  const atOnce = 50;
  for (let from = 0; from < people.length; from += atOnce)
    await storage.transaction(async (tx) => {
      const drafts = [];
      for (const [offset, person] of people.slice(from, from + atOnce).entries()) {
        const payload = { person, role: 'sales-manager', department: `department-${offset % 6}`, from: '2026-12-01' };
        drafts.push({
          actor,
          kind: 'person-known',
          object: person,
          payload: { externalId: person, names: { last: `Smith ${from + offset}` } },
        });
        drafts.push({ actor, kind: 'post-taken', object: id('holding'), payload });
        for (let at = (from + offset) * 10; at < Math.min(documents, (from + offset + 1) * 10); at += 1)
          drafts.push(...lifeOf(at, id('document'), id('request'), person, await tx.nextNumber('large'), files[at % files.length]));
      }
      await tx.append(drafts);
    });
  return people;
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

/** Milliseconds of each of so many tries of something, sorted. */
async function timed(tries, deed) {
  const times = [];
  for (let done = 0; done < tries; done += 1) {
    const started = performance.now();
    await deed();
    times.push(performance.now() - started);
  }
  return times.sort((one, other) => one - other);
}

export async function large({ target, documents = 100_000, tries = 200 }) {
  const filling = performance.now();
  let storage = await begin(target);
  const people = (await fill(storage, documents)).sort();
  const filled = performance.now() - filling;
  const chance = seeded(7);
  const somewhere = () => people[Math.floor(chance() * people.length)];
  // As somebody who opens the page finds it: the totals, and fifty people with all that each was asked for.
  const status = await timed(tries, async () => {
    await storage.read.requestTotals(today);
    const page = await storage.read.people({ after: somewhere(), limit: 50 });
    await storage.read.askings(page.map((one) => one.id));
  });
  let last;
  const overdue = await timed(tries, async () => {
    const page = await storage.read.overdue(today, { limit: 50, after: last });
    last = page.at(-1);
  });
  const { seq } = await storage.read.head();
  await storage.close();
  // Nor may the first asking of a process that has just started be slow.
  storage = await openStorage(target, edge);
  const [first] = await timed(1, () => storage.read.overdue(today, { limit: 50 }));
  await storage.close();

  const check = fileURLToPath(new URL('check.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [check, JSON.stringify(target)], { maxBuffer: 2 ** 24 });
  const checked = JSON.parse(stdout);
  must(checked.whole && checked.events === seq, `the register is whole: ${stdout}`);
  const rounded = (ms) => Math.round(ms * 10) / 10;
  return {
    documents,
    events: seq,
    filledInSeconds: Math.round(filled / 1000),
    status: { p50: rounded(at(status, 0.5)), p95: rounded(at(status, 0.95)) },
    overdue: { p50: rounded(at(overdue, 0.5)), p95: rounded(at(overdue, 0.95)), first: rounded(first) },
    verify: checked,
  };
}
