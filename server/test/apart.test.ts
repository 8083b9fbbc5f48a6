/** Files of strangers are read in processes of their own: a few at once, and one that ends without an answer is told of as too much. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { inProcess, inTurn } from '../src/cli/apart.js';
import { tasks } from '../src/http/all-tasks.js';
import { apartTasks, isApart } from '../src/http/tasks-apart.js';
import type { FileShown } from '../src/http/tasks-verify.js';
import { anna, issued, openOffice, rowOf } from './office.js';

it('does so many at once, the others in their turn, and goes on after one that fails', async () => {
  const turn = inTurn(2);
  let running = 0;
  let most = 0;
  const ends: string[] = [];
  const work = (name: string) =>
    turn(async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      ends.push(name);
      if (name === 'b') throw new Error(name);
      return name;
    });
  const told = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(work));
  expect([most, ends]).toEqual([2, ['a', 'b', 'c', 'd', 'e']]);
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
});

it('tells of a process that ends without an answer what the table says', async () => {
  // The program of the process is built: here there is none, and it ends at once.
  const now = '2026-12-01T08:00:00.000Z';
  expect(await inProcess('check-file', { bytes: new Uint8Array([1]), now })).toEqual(apartTasks['check-file'].otherwise);
});

it('is known by the table of tasks alone', () => {
  expect(Object.keys(tasks).filter(isApart)).toEqual(Object.keys(apartTasks));
  expect(isApart('issue') || isApart('toString')).toBe(false);
});

it('tells HR what a file is without reading it beside the register', async () => {
  const office = await openOffice([rowOf(anna)]);
  const [{ document } = { document: { id: '' } }] = await issued(office);
  const [file] = await office.storage.read.documentFiles(document.id);
  const bytes = await office.storage.files.read(file?.sha256 ?? '');
  const shown = async (of: Uint8Array): Promise<FileShown> => {
    const answer = await office.app.request('https://hr.example.com/api/v1/studio/hr/verify-file', {
      method: 'POST',
      headers: { cookie: '__Host-rolewright-session=any', 'x-rolewright-token': 'token', 'content-type': 'application/octet-stream' },
      body: of as Uint8Array<ArrayBuffer>,
    });
    return (await answer.json()) as FileShown;
  };
  expect(await shown(bytes)).toMatchObject({ sha256: file?.sha256, document: { isInForce: true }, verdict: 'invalid', signers: [] });
  const other = new TextEncoder().encode('no paper');
  expect(await shown(other)).toMatchObject({ sha256: createHash('sha256').update(other).digest('hex'), document: null });
});
