/**
 * A PostgreSQL server of the tests’ own, from the packages of the machine: in a folder that goes with it, on a socket in that folder, and
 * as a user without rights, since it refuses to run as root.
 */
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** The folder of its programs; undefined where the machine has none. */
export function postgresPrograms() {
  const packaged = '/usr/lib/postgresql';
  const versions = existsSync(packaged) ? readdirSync(packaged).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...versions.map((version) => join(packaged, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** Who owns the server’s files, as numbers: `nobody` where we are root. */
const nobody = 65_534;

/** Starts one. It ends when it is stopped, and also when this process does, in whatever way: it waits for the end of our pipe. */
export async function startPostgres(settings = {}) {
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error('PostgreSQL is not installed here');
  const folder = mkdtempSync(join(tmpdir(), 'rw-pg-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, nobody, nobody);
  const options = Object.entries({ listen_addresses: '', unix_socket_directories: folder, ...settings })
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(' ');
  const script = `
    '${programs}/initdb' -D '${folder}/data' -U owner --auth=trust --no-sync --locale=C -E UTF8 >'${folder}/log' 2>&1 || exit 1
    while [ ! -e '${folder}/over' ]; do
      '${programs}/postgres' -D '${folder}/data' ${options} >>'${folder}/log' 2>&1 &
      echo $! >'${folder}/pid'
      wait $!
      sleep 0.1
    done &
    cat >/dev/null
    touch '${folder}/over'
    kill -QUIT $(cat '${folder}/pid')
    wait
    cd /
    rm -rf '${folder}'`;
  const keeper = spawn('sh', ['-c', script], {
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
    ...(isRoot && { uid: nobody, gid: nobody }),
  });
  // Nor does it keep this process from its end.
  keeper.unref();
  keeper.stdin.unref();
  const address = (name, role = 'owner') => `postgres://${role}@localhost/${name}?host=${encodeURIComponent(folder)}`;
  await ready(address('postgres'), keeper);

  let made = 0;
  const ask = async (sql) => {
    const client = new pg.Client(address('postgres'));
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  return {
    async database() {
      const name = `test_${(made += 1)}`;
      await ask(`create database ${name}`);
      return address(name);
    },
    async as(of, role) {
      await ask(`do $$ begin create role ${role} login; exception when duplicate_object then null; end $$`);
      const name = new URL(of).pathname.slice(1);
      return address(name, role);
    },
    pid: async () => Number(await readFile(join(folder, 'pid'), 'utf8')),
    async stop() {
      const ended = new Promise((resolve) => keeper.once('exit', resolve));
      keeper.ref();
      keeper.stdin.end();
      await ended;
    },
  };
}

async function ready(address, keeper) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (keeper.exitCode !== null) throw new Error('PostgreSQL did not start');
    const client = new pg.Client(address);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await wait(50);
    }
  }
  throw new Error('PostgreSQL did not answer in half a minute');
}
