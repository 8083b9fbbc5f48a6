/** What somebody may try at the pages of those who answer, who is not meant to come in: without a browser, on a real port. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePin } from '../src/signer/proof.js';
import { openWorld, pinCost } from './signer-world.js';
import type { World } from './signer-world.js';

interface Status {
  readonly rows: readonly { readonly number: string; readonly request: string | null }[];
}

describe('the door of those who answer', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  }, 120_000);
  afterAll(async () => {
    await world.close();
  });

  /** A form whose length is not said: it comes in pieces of a KiB. */
  function sentInPieces(pieces: number): Promise<Response> {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(sent === 0 ? `code=${'A'.repeat(1019)}` : 'A'.repeat(1024)));
        sent += 1;
        if (sent === pieces) controller.close();
      },
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return fetch(`${world.address}/s`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
  }

  it('reads no more of a form than a form can have, whether or not its length is said', async () => {
    expect((await sentInPieces(60)).status).toBe(422);
    const answer = await sentInPieces(70);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'text/html; charset=UTF-8']);
    const said = await fetch(`${world.address}/s`, { method: 'POST', body: `code=${'A'.repeat(70 << 10)}` });
    expect(said.status).toBe(413);
  });

  it.skipIf(process.env.FULL !== '1')(
    'ends a link after thirty wrong PINs in all, however long somebody waits between them',
    async () => {
      await world.hr.data('request --all --method link --due 2026-12-20');
      await world.hr.work();
      const [link = ''] = world.linksOf('priya@example.org');
      const request = (await world.hr.data<Status>('status')).rows.find(({ number }) => number === '00103')?.request ?? '';
      const person = (await world.storage.read.request(request))?.person ?? '';
      await choosePin(person, '402917', world.storage, pinCost);
      const post = async (path: string, cookie: string, fields: Record<string, string>) =>
        await fetch(`${world.address}/s${path}`, {
          ...{ method: 'POST', redirect: 'manual' },
          headers: { cookie, 'accept-language': 'en' },
          body: new URLSearchParams(fields),
        });
      const begin = async () => {
        const begun = await fetch(link, { method: 'POST', redirect: 'manual' });
        const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
        const page = await (await fetch(`${world.address}/s`, { headers: { cookie } })).text();
        return { cookie, token: /name="token" value="(\w+)"/.exec(page)?.[1] ?? '' };
      };
      const told: number[] = [];
      let last = '';
      for (let at = 0; at < 6; at += 1) {
        // A new session for each round: it is the link that is counted.
        const { cookie, token } = await begin();
        for (let wrong = 0; wrong < 5; wrong += 1) {
          const answer = await post('/pin', cookie, { token, pin: `90${at}17${wrong}` });
          told.push(answer.status);
          last = await answer.text();
        }
        world.edge.wait(16 * 60_000);
        // Whoever knows the PIN comes in meanwhile, which forgives nothing.
        if (at === 3) {
          const mine = await begin();
          expect((await post('/pin', mine.cookie, { token: mine.token, pin: '402917' })).status).toBe(303);
        }
      }
      expect(told).toEqual([...Array<number>(29).fill(422), 410]);
      expect(last).toContain('This link is over');
      expect(last).not.toMatch(/Priya|Northwind/);
      const after = await fetch(link, { headers: { 'accept-language': 'en' } });
      expect([after.status, (await after.text()).includes('too many wrong attempts')]).toEqual([410, true]);
      // Personnel is told once, the head is not; nobody who tries is told whom.
      await world.hr.work();
      const notices = world.mail.mails.filter(({ to, subject }) => to !== 'priya@example.org' && subject.includes('ПИН'));
      expect(notices.map(({ to, text }) => [to, text.includes('Sharma Priya')])).toEqual([['kadry@example.org', true]]);
      expect(notices[0]?.text).toContain('rolewright register link 00103');
      // Personnel makes a new one, for which the count begins anew.
      expect(await world.hr.data('link 00103')).toHaveProperty('file');
    },
    240_000,
  );
});
