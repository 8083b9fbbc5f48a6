/**
 * The trials of the register, on both databases: `npm run bench-register`, or `npm run bench-register -- kill sqlite` for one. Figures go
 * to the screen as JSON; a trial that does not come out as it has to ends the run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresPrograms, startPostgres } from '../../scripts/postgres.mjs';
import { atOnce } from './at-once.mjs';
import { kill } from './kill.mjs';
import { large } from './large.mjs';
import { numbers } from './numbers.mjs';

const trials = { kill, 'at-once': atOnce, numbers, large };
const wanted = process.argv.slice(2);
const isWanted = (name, all) => !all.some((one) => wanted.includes(one)) || wanted.includes(name);
const folder = mkdtempSync(join(tmpdir(), 'rolewright-register-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const databases = ['sqlite', 'postgres'].filter((name) => isWanted(name, ['sqlite', 'postgres']));
if (databases.includes('postgres') && postgresPrograms() === undefined) throw new Error('PostgreSQL is not installed here');
for (const database of databases) {
  const server = database === 'postgres' ? await startPostgres() : undefined;
  for (const [name, trial] of Object.entries(trials)) {
    if (!isWanted(name, Object.keys(trials))) continue;
    const target = { folder: join(folder, `${database}-${name}`), ...(server && { postgres: await server.database() }) };
    console.log(JSON.stringify({ trial: name, database, ...(await trial({ target, server })) }));
  }
  await server?.stop();
}
