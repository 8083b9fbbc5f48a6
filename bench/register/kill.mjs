/** Processes with writers at work are killed with SIGKILL one after another, and the database too where it is a server. */
import { setTimeout } from 'node:timers/promises';
import { begin, edge, must, openStorage, seeded, startChild, verify } from './register.mjs';

/** A server that was killed mends itself before it serves again, and refuses everybody meanwhile. */
async function onceServed(open) {
  for (const since = performance.now(); ; await setTimeout(50)) {
    try {
      return await open();
    } catch (error) {
      if (error.code !== 'database-unreachable' || performance.now() - since > 60_000) throw error;
    }
  }
}

/**
 * `server` is what `startPostgres` gives, whose every fifth kill is of the server itself. Gives how much was acknowledged, and throws where something
 * of it is lost, half done or not whole.
 */
export async function kill({ target, server, kills = 100, processes = 4, writers = 20, seed = 1 }) {
  await (await begin(target)).close();
  const chance = seeded(seed);
  const numbers = new Map();
  const requests = new Set();
  const heard = ({ document, number, request }) => {
    if (request === undefined) numbers.set(document, number);
    else requests.add(request);
  };
  let started = 0;
  const start = () => startChild({ target, work: 'load', writers: writers / processes, name: `process ${(started += 1)}` }, heard);
  const children = Array.from({ length: processes }, start);
  await Promise.all(children.map(({ first }) => first));
  let ofServer = 0;
  for (let done = 0; done < kills; done += 1) {
    await setTimeout(20 + chance() * 180);
    if (server !== undefined && done % 5 === 4) {
      const pid = await server.pid();
      process.kill(pid, 'SIGKILL');
      ofServer += 1;
      // Somebody has been served again before the next.
      const before = numbers.size;
      const since = performance.now();
      while (numbers.size === before || (await server.pid()) === pid) {
        must(performance.now() - since < 60_000, 'writers go on after the server was killed');
        await setTimeout(20);
      }
      continue;
    }
    const at = Math.floor(chance() * processes);
    children[at].kill();
    await children[at].end;
    children[at] = start();
    must(typeof (await children[at].first) !== 'number', 'a writer goes on after another was killed');
  }
  for (const child of children) child.kill();
  await Promise.all(children.map(({ end }) => end));

  const storage = await onceServed(() => openStorage(target, edge));
  try {
    const { whole, faults, events } = await verify(storage, { anchors: [], now: edge.now() });
    must(whole, `the register is whole: ${JSON.stringify(faults.slice(0, 5))}`);
    for (const [document, number] of numbers)
      must((await storage.read.document(document))?.number === number, `${document} has number ${number}`);
    for (const request of requests) {
      must((await storage.read.request(request))?.state === 'acknowledged', `${request} is acknowledged`);
      must((await storage.read.acknowledgementsOf(request)).length === 1, `${request} has one acknowledgement`);
    }
    await storage.snapshot(async (db) => {
      const count = async (table, column, values) => {
        const query = db.selectFrom(table).select((of) => of.fn.countAll().as('count'));
        const { count: found } = await (values === undefined ? query : query.where(column, 'in', values)).executeTakeFirstOrThrow();
        return Number(found);
      };
      must((await count('document')) === (await count('request')), 'what is numbered is asked for');
      const issued = await count('document_state', 'state', ['issued']);
      must(issued === (await count('request', 'state', ['opened', 'acknowledged'])), 'what is issued is opened');
    });
    return { kills, ofServer, documents: numbers.size, acknowledged: requests.size, events, lost: 0, halfStates: 0 };
  } finally {
    await storage.close();
  }
}
