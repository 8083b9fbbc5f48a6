/** A process at work on a register: `node child.mjs ERRAND`. Says a line for each thing that it was told has been done, before it goes on. */
import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { actor, edge, id, numbered, openStorage } from './register.mjs';

const { target, work, ...errand } = JSON.parse(process.argv[2]);
/** At once and into the pipe: what is in the memory of this process is lost when it is killed. */
const say = (what) => writeSync(1, `${JSON.stringify(what)}\n`);

/** Whether the database is away for a moment: the trial kills it too. */
const isAway = (error) => error?.code === 'database-unreachable' || /ECONN|terminat|not queryable/i.test(String(error?.message));

/** A trial that broke off leaves its processes alone: these end after a minute without a database. */
async function again(deed) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await deed();
    } catch (error) {
      if (!isAway(error) || tries > 1200) throw error;
      await setTimeout(50);
    }
  }
}

const storage = await again(() => openStorage(target, edge));

const works = {
  /** Writers who number, issue and acknowledge, without an end. */
  async load({ writers, name }) {
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let turn = 0; ; turn += 1) {
          const [person, document, request] = [id('person'), id('document'), id('request')];
          const file = await storage.files.put(Buffer.from(`${name} ${writer} ${turn}`));
          const number = await again(() =>
            storage.transaction(async (tx) => {
              // Whether the last try reached the database before the connection was cut is not known, but can be asked.
              const known = await tx.documentByKey(document);
              if (known) return known.number;
              const next = await tx.nextNumber('load');
              await tx.append([
                numbered(document, { key: document, series: 'load', number: next, person }),
                { actor, kind: 'requested', object: request, payload: { document, person, method: 'in-person', due: '2026-12-31' } },
              ]);
              return next;
            }),
          );
          say({ document, number });
          await again(() =>
            storage.transaction(async (tx) => {
              if ((await tx.document(document)).state !== 'numbered') return;
              const files = [{ format: 'pdf', sha256: file, size: 1 }];
              await tx.append([
                { actor, kind: 'issued', object: document, payload: { files } },
                { actor, kind: 'opened', object: request, payload: {} },
              ]);
            }),
          );
          await again(() =>
            storage.transaction(async (tx) => {
              if ((await tx.request(request)).state === 'acknowledged') return;
              const payload = { statement: 'I have read it', locale: 'en', how: 'in-person', on: '2026-12-02', evidence: file };
              await tx.append([{ actor, kind: 'acknowledged', object: request, payload }]);
            }),
          );
          say({ request });
        }
      }),
    );
  },

  /** Numbers documents by their keys, those of which nobody has done so before. */
  async number({ from, to, writers }) {
    let next = from;
    await Promise.all(
      Array.from({ length: writers }, async () => {
        while (next < to) {
          const key = `key ${(next += 1) - 1}`;
          const number = await again(() =>
            storage.transaction(async (tx) => {
              const known = await tx.documentByKey(key);
              if (known) return known.number;
              const taken = await tx.nextNumber('numbers');
              await tx.append([numbered(tx.newId('document'), { key, series: 'numbers', number: taken, person: 'p_1' })]);
              return taken;
            }),
          );
          say({ key, number });
        }
      }),
    );
  },

  /** Acknowledges all requests at once. */
  async acknowledge({ requests }) {
    await Promise.all(
      requests.map(async (object) => {
        try {
          const payload = { statement: 'I have read it', locale: 'en', how: 'link', on: '2026-12-02' };
          await storage.transaction((tx) => tx.append([{ actor, kind: 'acknowledged', object, payload }]));
          say({ request: object, recorded: true });
        } catch (error) {
          if (!/cannot happen/.test(error.message)) throw error;
          say({ request: object, recorded: false });
        }
      }),
    );
  },
};

await works[work](errand);
await storage.close();
