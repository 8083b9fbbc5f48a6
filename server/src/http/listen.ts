/** Listening, and leaving without letting anybody’s request down. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { ShellEnv } from './app.js';

export interface Listening {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Takes no new requests, lets those that run come to their end, at most for so long, and closes. Milliseconds. */
  leave(patience: number): Promise<void>;
}

/** Milliseconds that headers, and all of a request, may take: who sends letter by letter is not waited for. */
const headersIn = 20_000;
const requestIn = 120_000;

export async function listen(app: Hono<ShellEnv>, { host, port }: { readonly host: string; readonly port: number }): Promise<Listening> {
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer(
    { headersTimeout: headersIn, requestTimeout: requestIn, keepAliveTimeout: 10_000, maxHeaderSize: 16 << 10 },
    (request, response) => void answer(request, response),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, port: taken, family } = server.address() as AddressInfo;
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    async leave(patience) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Whoever has just got an answer keeps the connection for the next request.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}
