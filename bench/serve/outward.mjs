/** Loaded into the service by a trial: a connection to anywhere but this machine is refused, and written down in the file OUTWARD. */
import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import dns from 'node:dns';
import net from 'node:net';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const isHere = (host) => host === undefined || /^(127\.|::1$|::ffff:127\.|localhost$)/.test(host);
const refuse = (what) => {
  appendFileSync(process.env.OUTWARD, `${what}\n`);
  throw new Error(`outward: ${what}`);
};
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof first === 'object' ? (first.path ? undefined : first.host) : args[1];
  if (!isHere(host)) refuse(host);
  return connect.apply(this, args);
};
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  const plain = dns[name];
  dns[name] = (host, ...rest) => (isHere(host) ? plain(host, ...rest) : refuse(host));
}

// Asked by a signal, the process says what is reachable in it once all garbage is gone; threads beside it do not.
if (isMainThread && process.env.MEMORY) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    const megabytes = (bytes) => Math.round(bytes / 104_857.6) / 10;
    const file = join(process.env.MEMORY, `memory-${process.pid}.json`);
    writeFileSync(`${file}.part`, JSON.stringify({ reachable: megabytes(heapUsed), outside: megabytes(external) }));
    renameSync(`${file}.part`, file);
  });
}
