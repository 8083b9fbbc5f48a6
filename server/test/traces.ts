/** Where a name stands in the bytes of a register: in its files, and in all that PostgreSQL has. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { postgresPrograms } from './postgres.js';
import type { Visiting } from './visit.js';

/** Names of files and lines of a dump; throws where there is no dump. */
export function traces(hr: Pick<Visiting, 'folder' | 'environment'>, name: RegExp): string[] {
  const register = join(hr.folder, 'register');
  const found = readdirSync(register, { recursive: true, encoding: 'utf8' })
    .map((path) => join(register, path))
    .filter((path) => statSync(path).isFile() && name.test(readFileSync(path, 'latin1')));
  const postgres = hr.environment['DATABASE_URL'];
  if (postgres === undefined) return found;
  const { stdout, status, stderr } = spawnSync(join(postgresPrograms() ?? '', 'pg_dump'), [postgres], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return [...found, ...stdout.split('\n').filter((line) => name.test(line))];
}
