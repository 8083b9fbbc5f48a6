/** The examples for whoever administers the service do what the page says, as far as this machine has the programs. The three pages have the same. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/access/accounts.js';
import { createLink } from '../src/access/links.js';
import { hasherHere } from '../src/access/passwords.js';
import { accountsDoor } from '../src/http/accounts-door.js';
import type { AccountsDoor } from '../src/http/accounts-door.js';
import { trustFrom, trustsNobody } from '../src/http/address.js';
import { routesOf } from '../src/http/api.js';
import { openApp } from '../src/http/app.js';
import { passwordPurpose } from '../src/http/entrance.js';
import { listen } from '../src/http/listen.js';
import { servicePages } from '../src/http/pages.js';
import { madeService } from './service.js';

const page = (ending: string): string => readFileSync(new URL(`../../docs/service${ending}.md`, import.meta.url), 'utf8');
const examplesOf = (text: string): string[] => [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, , example = '']) => example);
const examples = examplesOf(page(''));
const having = (words: RegExp): string[] => examples.filter((one) => words.test(one));
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined || existsSync(`/usr/sbin/${program}`);

const folder = mkdtempSync(join(tmpdir(), 'rolewright-deployment-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

it('are the same in all languages, but for words that are shown', () => {
  const plain = (text: string): string[] => examplesOf(text).map((one) => one.replace(/--name "[^"]*"|^Description=.*$/gm, ''));
  const programs = (text: string): string[] => plain(text).filter((one) => /proxy|\[Unit\]|FROM|30 2/.test(one));
  expect(programs(page('.ru'))).toEqual(programs(page('')));
  expect(programs(page('.nl'))).toEqual(programs(page('')));
});

describe.each([
  { path: '', at: 'the root' },
  { path: '/hr', at: 'a path' },
] as const)('before the service, at $at', ({ path }) => {
  let upstream = '';
  let link = '';
  const closing: (() => Promise<unknown> | void)[] = [];
  beforeAll(async () => {
    let door: AccountsDoor | undefined;
    const made = await madeService({
      placement: { basePath: path, origin: null, trusts: trustFrom('loopback') ?? trustsNobody },
      door: (parts) => (door = accountsDoor({ ...parts, hasher: hasherHere({ memory: 64, rounds: 1 }) })),
    });
    if (!door) throw new Error('no door');
    const app = openApp(made.service, routesOf(made.service), [{ path: '/', app: servicePages({ entrance: door.entrance, places: [] }) }]);
    const listening = await listen(app, { host: '127.0.0.1', port: 0 });
    upstream = new URL(listening.address).host;
    const row = await createAccount({ login: 'anna', name: 'Anna Smith', grants: [] }, made.edge, made.storage);
    link = await made.storage.change((db) =>
      createLink({ subject: row?.id ?? '', purpose: passwordPurpose, lasts: 3_600_000 }, made.edge, db),
    );
    closing.push(
      () => listening.leave(1000),
      () => made.close(),
      () => rmSync(made.folder, { recursive: true, force: true }),
    );
  }, 60_000);
  afterAll(async () => {
    for (const close of closing) await close();
  });

  const example = (words: RegExp): string => {
    const [one] = having(words).filter((text) => / \/hr\b/.test(text) === (path !== ''));
    if (one === undefined) throw new Error(`no example with ${String(words)}`);
    return one.replaceAll('127.0.0.1:8080', upstream);
  };
  function started(program: string, words: readonly string[]): ChildProcess {
    const child = spawn(program, words, {
      stdio: 'ignore',
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    });
    closing.unshift(
      () =>
        new Promise((resolve) => {
          child.once('exit', resolve);
          child.kill('SIGTERM');
        }),
    );
    return child;
  }
  async function once(ask: () => Promise<Told>): Promise<Told> {
    for (let tries = 0; ; tries += 1)
      try {
        return await ask();
      } catch (error) {
        if (tries > 200) throw error;
        await wait(50);
      }
  }

  it.skipIf(!has('nginx') && process.env['CI'] !== 'true')(
    'nginx hands on path, origin and address',
    async () => {
      const port = await freePort();
      const name = path === '' ? 'hr.example.com' : 'example.com';
      const [key, certificate] = [join(folder, `key${port}`), join(folder, `certificate${port}`)];
      execFileSync(
        'openssl',
        ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-keyout', key, '-out', certificate],
        {
          stdio: 'ignore',
        },
      );
      const server = example(/listen 443 ssl/)
        .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
        .replace('/etc/ssl/hr.pem', certificate)
        .replace('/etc/ssl/hr.key', key);
      const own = join(folder, `nginx${port}`);
      mkdirSync(own);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${own}/${one};`).join('\n');
      writeFileSync(
        join(own, 'nginx.conf'),
        `pid ${own}/pid;\nerror_log ${own}/error.log;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${server}\n}\n`,
      );
      const words = ['-p', own, '-c', join(own, 'nginx.conf')];
      const tried = spawnSync('nginx', [...words, '-t'], { encoding: 'utf8' });
      expect([tried.status, tried.stderr]).toEqual([0, expect.stringContaining('successful')]);
      started('nginx', [...words, '-g', 'daemon off;']);
      const ask = (method: string, target: string, body = '') => through({ port, name, method, target, body });
      const home = await once(() => ask('GET', `${path}/`));
      expect([home.status, home.headers['location']]).toEqual([303, `${path}/sign-in`]);
      expect((await ask('GET', `${path}/sign-in`)).text).toContain(`action="${path}/sign-in"`);
      const form = new URLSearchParams({ link, password: 'lamp orchard nine', again: 'lamp orchard nine' }).toString();
      const entered = await ask('POST', `${path}/set-up`, form);
      // The service has heard that browsers see HTTPS, from whom, and below which path.
      expect([entered.status, String(entered.headers['set-cookie'])]).toEqual([
        303,
        expect.stringMatching(path === '' ? /^__Host-rolewright-session=.*Secure/ : /^__Host-rolewright-session-!hr=.*Secure/),
      ]);
      if (path !== '') expect((await ask('GET', '/hr')).headers['location']).toContain('/hr/');
    },
    60_000,
  );

  it.skipIf(!has('caddy') && process.env['CI'] !== 'true')(
    'Caddy hands on path and origin',
    async () => {
      const config = join(folder, `Caddyfile${path.slice(1)}`);
      const written = example(/reverse_proxy/);
      writeFileSync(config, written);
      const tried = spawnSync('caddy', ['validate', '--adapter', 'caddyfile', '--config', config], {
        encoding: 'utf8',
        env: { ...process.env, HOME: folder },
      });
      expect([tried.status, tried.stdout + tried.stderr]).toEqual([0, expect.stringContaining('Valid configuration')]);
      // For a name it would ask an authority for a certificate.
      const port = await freePort();
      writeFileSync(config, `{\n  admin off\n}\n${written.replace(/^(hr\.)?example\.com/, `http://127.0.0.1:${port}`)}`);
      started('caddy', ['run', '--adapter', 'caddyfile', '--config', config]);
      const ask = async (target: string): Promise<Told> => {
        const answer = await fetch(`http://127.0.0.1:${port}${target}`, { redirect: 'manual' });
        return { status: answer.status, headers: { location: answer.headers.get('location') }, text: await answer.text() };
      };
      expect(await once(() => ask(`${path}/healthz`))).toMatchObject({ status: 200, text: '{"status":"up"}' });
      expect(await ask(`${path}/`)).toMatchObject({ status: 303, headers: { location: `${path}/sign-in` } });
      if (path !== '') expect(await ask('/hr')).toMatchObject({ status: 302, headers: { location: '/hr/' } });
    },
    60_000,
  );
});

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Asks over HTTPS, whoever has signed the certificate. */
const through = (asked: { port: number; name: string; method: string; target: string; body: string }): Promise<Told> =>
  new Promise((resolve, reject) => {
    const { port, name, method, target, body } = asked;
    const headers = {
      host: `${name}:${port}`,
      ...(body !== '' && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) }),
    };
    const call = request(
      { host: '127.0.0.1', servername: name, port, path: target, method, headers, rejectUnauthorized: false },
      (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => (text += part.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      },
    );
    call.on('error', reject);
    call.end(body);
  });

it.skipIf(!has('systemd-analyze') && process.env['CI'] !== 'true')('units are read by systemd without a word', () => {
  const units = having(/^\[Unit\]$/m);
  expect(units).toHaveLength(2);
  const files = units.map((unit, at) => {
    const file = join(folder, ['rolewright.service', 'rolewright-worker.service'][at] ?? '');
    // The program is not installed here.
    writeFileSync(file, unit.replace('/usr/bin/rolewright', process.execPath));
    return file;
  });
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...files], { encoding: 'utf8' });
  expect([status, stderr.split('\n').filter((line) => line.includes('rolewright'))]).toEqual([0, []]);
});

it('the back-up of cron is one line of the shell that makes a new folder a day and lets old ones go', () => {
  const [cron = ''] = having(/^30 2 \* \* \*/m);
  const line = cron.split('\n').find((one) => one.startsWith('30 2')) ?? '';
  const bin = join(folder, 'bin');
  for (const one of [bin, join(folder, 'srv'), join(folder, 'backups/2020-01-01'), join(folder, 'backups/young')])
    mkdirSync(one, { recursive: true });
  writeFileSync(join(bin, 'rolewright'), '#!/bin/sh\necho "$@" > "$(dirname "$0")/asked"\nmkdir "$3"\n', { mode: 0o755 });
  execFileSync('touch', ['-d', '2020-01-01', join(folder, 'backups/2020-01-01')]);
  const command = line
    .split(' ')
    .slice(6)
    .join(' ')
    .replaceAll('\\%', '%')
    .replaceAll('/srv/rolewright', join(folder, 'srv'))
    .replaceAll('/var/backups/rolewright', join(folder, 'backups'));
  execFileSync('sh', ['-c', command], { env: { PATH: `${bin}:${process.env['PATH'] ?? ''}` } });
  const today = readFileSync(join(bin, 'asked'), 'utf8').trim();
  expect(today).toMatch(/^register backup .*\/backups\/\d{4}-\d\d-\d\d$/);
  expect(existsSync(today.split(' ')[2] ?? '')).toBe(true);
  expect([existsSync(join(folder, 'backups/2020-01-01')), existsSync(join(folder, 'backups/young'))]).toEqual([false, true]);
});
