/** What somebody may try at the pages of those who answer, who is not meant to come in: without a browser, on a real port. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld } from './signer-world.js';
import type { World } from './signer-world.js';

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
});
