/** Erasing somebody who answered at a distance: mails, links, what was printed and the evidence go too, and no byte of them is left. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { createAccount } from '../src/access/accounts.js';
import { onBothDatabases } from './databases.js';
import { openWorld } from './signer-world.js';
import type { World } from './signer-world.js';
import { traces } from './traces.js';
import { fully } from './programs.js';

onBothDatabases('erasing whoever answered at a distance', ({ next }) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ country: 'nl', postgres: (await next()).postgres });
  }, 120_000);
  afterAll(async () => {
    await world.close();
  });

  /** All tables of the service that can have data of people, as one text. */
  const rest = async (): Promise<string> =>
    JSON.stringify(
      await world.storage.look(async (db) => {
        const tables = [
          'mail',
          'delivery',
          'signer_link',
          'signer_session',
          'signer_key',
          'once_code',
          'evidence_page',
          'account',
        ] as const;
        const all: unknown[] = [];
        for (const table of tables) all.push(...(await db.selectFrom(table).selectAll().execute()));
        return all;
      }),
    );

  fully('leaves nothing of her in the database or the files, and all of the others', async () => {
    const { hr } = world;
    await hr.data('request --all --method link --due 2026-12-20');
    await hr.work();
    await answers('priya@example.org', '402917', 'There are no targets in it');
    await answers('jan@example.org', '730164', null);
    await hr.work();
    const { people } = await hr.data<{ people: readonly object[] }>('people');
    const priya = (await world.storage.read.personByExternalId('00103'))?.id ?? '';
    expect(people).toHaveLength(6);
    await createAccount({ login: 'priya', name: 'Priya Sharma', person: priya, grants: [] }, world.edge, world.storage);
    const shown = async (what: RegExp): Promise<boolean> => what.test(await rest());
    expect([await shown(/sharma/i), await shown(/priya@example/), await shown(/no targets/), await shown(new RegExp(priya))]).toEqual(
      Array(4).fill(true),
    );
    const files = (): number =>
      readdirSync(join(hr.folder, 'register/files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
    const before = files();

    // Her address goes with her last day, and what waits for others does not.
    await hr.data('leave 00103 --on 2026-12-31');
    expect([await shown(/priya@example/), await shown(/no targets/)]).toEqual([false, false]);
    expect(await shown(/jan@example/)).toBe(true);

    world.day('2036-01-02');
    await hr.data('erase 00103');
    expect([await shown(/sharma/i), await shown(new RegExp(priya))]).toEqual([false, false]);
    expect(await shown(/jan@example/)).toBe(true);
    // The evidence of her answer and the page that was printed of it.
    expect(before - files()).toBeGreaterThanOrEqual(2);
    expect(traces(hr, /sharma|priya|no targets/i)).toEqual([]);
    expect(traces(hr, /jan@example/).length).toBeGreaterThan(0);
    expect(await hr.data('verify')).toMatchObject({ whole: true });
  });

  /** Answers by the last link: with a reason for disagreeing, or without one. */
  async function answers(mail: string, pin: string, reason: string | null): Promise<void> {
    const [link = ''] = world.linksOf(mail);
    const begun = await fetch(link, { method: 'POST', redirect: 'manual' });
    const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const page = await (await fetch(`${world.address}/s`, { headers: { cookie } })).text();
    const token = /name="token" value="(\w+)"/.exec(page)?.[1] ?? '';
    const send = (path: string, fields: Record<string, string>) =>
      fetch(`${world.address}/s${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie },
        body: new URLSearchParams({ token, ...fields }),
      });
    expect((await send('/choose', { pin, again: pin })).status).toBe(303);
    expect((await send('/ask', { words: 'Whom do I ask?' })).status).toBe(303);
    expect((await send(reason === null ? '/acknowledge' : '/disagree', reason === null ? {} : { words: reason })).status).toBe(303);
  }
});
