/** The port of a folder: the same whenever the studio is opened there, for a browser keeps what was not saved by address and port. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

/** Ports that systems give to nobody by themselves (RFC 6335 has the others from 49152), and that few programs ask for. */
const [first, count] = [20_000, 10_000] as const;

/** 0, any that is free, where another program has it. */
export async function usualPort(folder: string): Promise<number> {
  const port = first + (createHash('sha256').update(resolve(folder)).digest().readUInt32BE() % count);
  return (await isFree(port)) ? port : 0;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
