/** Documents numbered by four processes, of which two are killed and then begin anew. */
import { begin, edge, must, openStorage, startChild, verify } from './register.mjs';

/** Gives how many numbers there are; throws where there is a gap or a double, or a number that was told is another’s. */
export async function numbers({ target, documents = 10_000, processes = 4, writers = 5 }) {
  await (await begin(target)).close();
  const told = new Map();
  const heard = ({ key, number }) => {
    must((told.get(key) ?? number) === number, `${key} keeps the number ${told.get(key)}`);
    told.set(key, number);
  };
  const share = Math.ceil(documents / processes);
  const start = (at) => startChild({ target, work: 'number', from: at * share, to: Math.min(documents, (at + 1) * share), writers }, heard);
  const children = Array.from({ length: processes }, (_, at) => start(at));
  // As soon as it is at work: on a busy machine it could have done all of its share a moment later.
  for (const at of [0, 1]) {
    await children[at].first;
    children[at].kill();
    must((await children[at].end) === 'SIGKILL', 'a process was killed at work');
  }
  for (const at of [0, 1]) children[at] = start(at);
  for (const child of children) must((await child.end) === 0, 'a process comes to its end');

  const storage = await openStorage(target, edge);
  try {
    const taken = new Set(told.values());
    must(told.size === documents && taken.size === documents, 'every document has a number of its own');
    must(Math.max(...taken) === documents && Math.min(...taken) === 1, 'the numbers have no gap');
    must((await storage.transaction((tx) => tx.nextNumber('numbers'))) === documents + 1, 'the series goes on after the last');
    for (const [key, number] of told) must((await storage.read.documentByKey(key))?.number === number, `${key} has number ${number}`);
  } finally {
    await storage.close();
  }
  const again = await openStorage(target, edge);
  try {
    // The number that was just taken belongs to no document, which is the one thing to be found.
    const { faults } = await verify(again, { anchors: [], now: edge.now() });
    must(faults.length === 1 && faults[0].code === 'series-differs', `nothing else is wrong: ${JSON.stringify(faults.slice(0, 5))}`);
    return { documents, killed: 2, gaps: 0, doubles: 0 };
  } finally {
    await again.close();
  }
}
