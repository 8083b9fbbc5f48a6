/** A service of a firm in a folder of its own, as a process that can be killed and started again. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { staffList } from '../batch/people.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'bin/rolewright.cjs');
const { fetch } = globalThis;
const password = 'lamp orchard nine';

/** A firm with people, papers that are issued, and requests to all. */
export function makeFirm(folder, people) {
  mkdirSync(join(folder, 'roles'), { recursive: true });
  writeFileSync(join(folder, 'rolewright.yaml'), 'schema: 2\norganisation: organisation.yaml\nlanguages: [nl, en, ru]\n');
  cpSync(join(root, 'bench/batch/organisation.yaml'), join(folder, 'organisation.yaml'));
  cpSync(join(root, 'bench/batch/overlays'), join(folder, 'overlays'), { recursive: true });
  writeFileSync(join(folder, 'roles/customer-service-manager.yaml'), readFileSync(join(root, 'roles/customer-service-manager.yaml')));
  writeFileSync(join(folder, 'people.csv'), staffList(people).text);
  const run = (...words) =>
    execFileSync(process.execPath, [bin, ...words, '--json'], { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20 });
  run('register', 'init');
  run('register', 'people', 'people.csv');
  run('register', 'issue', '--all', '--format', 'pdf', '--request');
  const { link } = JSON.parse(run('serve', 'create', 'hr', '--name', 'Helen Carter', '--right', 'hr'));
  return { run, link: link.split('/').at(-1) };
}

/** Starts the service; `outward` is the file in which connections to elsewhere are written down. */
export async function start(folder, port, outward) {
  const child = spawn(process.execPath, [bin, 'serve', '--port', String(port)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, OUTWARD: outward, MEMORY: folder, NODE_OPTIONS: `--import=${new URL('outward.mjs', import.meta.url).href}` },
  });
  const address = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (part) => {
      text = (text + part).slice(-4000);
      const found = /"listening","address":"([^"]+)"/.exec(text);
      if (found) resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
  });
  /** Megabytes that are reachable once all garbage is gone, and those of them outside of the heap. */
  const memory = async () => {
    const file = join(folder, `memory-${child.pid}.json`);
    rmSync(file, { force: true });
    child.kill('SIGUSR2');
    for (let tries = 0; !existsSync(file); tries += 1) {
      if (tries > 500) throw new Error('the service does not say what it keeps');
      await wait(20);
    }
    return JSON.parse(readFileSync(file, 'utf8'));
  };
  return { child, address, memory, kill: () => ended(child, 'SIGKILL'), stop: () => ended(child, 'SIGTERM') };
}

const ended = (child, signal) =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });

/** Somebody who is signed in by a link. */
export async function enter(address, link) {
  const answer = await fetch(`${address}/api/v1/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link, password }),
  });
  if (answer.status !== 204) throw new Error(`${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.get('set-cookie').split(';')[0];
  const { token } = await (await fetch(`${address}/api/v1/session`, { headers: { cookie } })).json();
  const send = (method, path, body, headers = {}) =>
    fetch(`${address}${path}`, {
      method,
      headers: { cookie, 'x-rolewright-token': token, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
  const data = async (path) => {
    const told = await send('GET', path);
    if (told.status !== 200) throw new Error(`${path}: ${told.status} ${await told.text()}`);
    return await told.json();
  };
  return { send, data };
}
