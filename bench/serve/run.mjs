/**
 * The trials of the service, with real processes: `npm run bench-serve`, or `npm run bench-serve -- 40` for so many people.
 * Two hundred people acknowledge at once while the service is killed five times; requests are answered while papers are laid out; 2,000
 * requests leave the memory as it was, and 4,000 more as well; nothing is asked of any other machine. Figures go to the screen as JSON.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { enter, makeFirm, start } from './service.mjs';

const count = Number(process.argv[2] ?? 200);
const kills = 5;
const folder = mkdtempSync(join(tmpdir(), 'rolewright-serve-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const outward = join(folder, 'outward.txt');
const tell = (trial, figures) => console.log(JSON.stringify({ trial, ...figures }));

const { run, link } = makeFirm(folder, count);
let service = await start(folder, 0, outward);
const port = Number(new URL(service.address).port);
const hr = await enter(service.address, link);

// Who waits for what.
const open = [];
for (let offset = 0; ; offset += 200) {
  const { items } = await hr.data(`/api/v1/register/status?standing=requested&limit=200&offset=${offset}`);
  open.push(...items.map(({ request }) => request));
  if (items.length < 200) break;
}
assert.equal(open.length, count);

/** Asks until there is an answer: a service that is gone comes back. */
async function acknowledged(request) {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await hr.send(
        'POST',
        `/api/v1/requests/${request}/acknowledgement`,
        { identifiedBy: 'badge' },
        { 'idempotency-key': request },
      );
      const text = await answer.text();
      if (answer.status === 201) return { confirmed: true, tries };
      const { code } = JSON.parse(text);
      // It had happened, and the answer was lost with the process.
      if (code === 'register/final') return { confirmed: false, tries };
      if (answer.status < 500 && code !== 'http-under-way') throw new Error(`${answer.status} ${text}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    await wait(100 + (tries % 7) * 20);
    if (tries > 3000) throw new Error(`${request} is never answered`);
  }
}

let done = 0;
const answers = open.map(async (request) => {
  const answer = await acknowledged(request);
  done += 1;
  return { request, ...answer };
});
for (let killed = 0; killed < kills; killed += 1) {
  while (done < ((killed + 1) * count) / (kills + 2)) await wait(2);
  await service.kill();
  service = await start(folder, port, outward);
}
const all = await Promise.all(answers);
let events = 0;
for (const { request } of all) {
  const { state, events: told } = await hr.data(`/api/v1/requests/${request}`);
  assert.equal(state, 'acknowledged', request);
  events += told.filter(({ kind }) => kind === 'acknowledged').length;
}
assert.equal(events, count, 'each once');
const verdict = JSON.parse(run('register', 'verify'));
assert.equal(verdict.whole, true);
tell('acknowledgements', { count, kills, confirmed: all.filter(({ confirmed }) => confirmed).length, events, whole: verdict.whole });

// Papers are laid out for everybody; meanwhile others are answered.
let isDone = false;
const issuing = hr
  .send('POST', '/api/v1/documents', { kinds: ['role-handbook'], formats: ['pdf', 'docx'], languages: ['nl', 'en', 'ru'] })
  .then(async (answer) => {
    isDone = true;
    return { status: answer.status, body: await answer.json() };
  });
let meanwhile = 0;
while (!isDone) {
  await hr.data('/api/v1/people?limit=20');
  if (!isDone) meanwhile += 1;
}
const { status, body } = await issuing;
assert.equal(status, 201, JSON.stringify(body));
assert.ok(meanwhile >= 50, `only ${meanwhile} requests were answered while papers were made`);
tell('while papers are made', { papers: body.items.length, answered: meanwhile });

// The same requests again and again: what is resident does not grow.
const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${service.child.pid}/status`, 'utf8'))[1]) / 1024;
const paths = [
  '/api/v1/people?limit=50',
  '/api/v1/documents?limit=50',
  '/api/v1/session',
  '/api/v1/register/status?limit=10',
  '/api/v1/roles',
  '/api/v1/nothing',
];
const figures = [];
for (let at = 0; at < 6000; at += 1) {
  const answer = await hr.send('GET', paths[at % paths.length]);
  await answer.arrayBuffer();
  if ((at + 1) % 500 === 0) figures.push({ requests: at + 1, resident: Math.round(resident()), ...(await service.memory()) });
}
tell('memory', { megabytes: figures });
const after = (requests) => figures.find((one) => one.requests === requests);
// What is reachable stays; what is resident besides is what the engine and the allocator keep at hand.
assert.ok(after(6000).reachable < after(1000).reachable * 1.1 + 2, 'what is reachable grows');
assert.ok(after(6000).resident < after(2000).resident * 1.1 + 10, 'what is resident grows');

await service.stop();
assert.equal(existsSync(outward), false, existsSync(outward) ? readFileSync(outward, 'utf8') : '');
tell('network', { outward: 0 });
