/** Many people acknowledge one document at once, each of them twice, in two processes. */
import { actor, begin, edge, id, must, numbered, startChild, verify } from './register.mjs';

/** Gives how many words were recorded; throws where one is missing or stands there twice. */
export async function atOnce({ target, people = 200, processes = 4 }) {
  const storage = await begin(target);
  const document = id('document');
  const requests = Array.from({ length: people }, () => id('request'));
  await storage.transaction(async (tx) => {
    await tx.append([
      numbered(document, { key: 'one', series: 'one', number: await tx.nextNumber('one'), person: 'p_1' }),
      ...requests.map((object) => ({ actor, kind: 'requested', object, payload: { document, person: id('person'), method: 'link' } })),
    ]);
  });
  const said = [];
  const children = Array.from({ length: processes }, (_, at) => {
    // Every request is in the hands of two processes.
    const own = requests.filter((_, number) => number % processes === at || (number + 1) % processes === at);
    return startChild({ target, work: 'acknowledge', requests: own }, (what) => said.push(what));
  });
  for (const child of children) must((await child.end) === 0, 'a process comes to its end');
  try {
    const recorded = said.filter((one) => one.recorded);
    must(said.length === 2 * people && recorded.length === people, `${people} of ${2 * people} words are recorded, not ${recorded.length}`);
    must(new Set(recorded.map(({ request }) => request)).size === people, 'each once');
    for (const request of requests) must((await storage.read.acknowledgementsOf(request)).length === 1, `${request} has one`);
    const { whole, faults } = await verify(storage, { anchors: [], now: edge.now() });
    must(whole, `the register is whole: ${JSON.stringify(faults.slice(0, 5))}`);
    return { people, recorded: recorded.length, twice: 0 };
  } finally {
    await storage.close();
  }
}
