/** Loaded into the service by a trial: a connection to anywhere but this machine is refused, and written down in the file OUTWARD. */
import { appendFileSync } from 'node:fs';
import dns from 'node:dns';
import net from 'node:net';

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
