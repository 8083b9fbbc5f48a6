/** What was made of files is kept as long as they are what they were, and no longer; of those that nobody asks for, so much. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptReading, recallReadings, toldReadings } from '../src/workspace/kept-reading.js';
import { namedRoles } from '../src/desk/role-names.js';
import { openDesk } from '../src/desk/desk.js';
import { openWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';

let folder: string;
/** A clock that is so far ahead that all was written long ago. */
const later = (): number => Date.now() + 60_000;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolewright-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Reads that were made, by what they read. */
function counting(options?: Parameters<typeof keptReading<string>>[1]) {
  const made: string[] = [];
  const read = keptReading((text) => {
    made.push(text);
    return text.toUpperCase();
  }, options);
  return { made, read };
}

it('reads a file once, and again when it was written in any way', () => {
  const { made, read } = counting();
  const workspace = openWorkspace(folder, later);
  const at = join(folder, 'a.txt');
  const written = (text: string, how: () => void): void => {
    how();
    expect([read(workspace, 'a.txt'), read(workspace, 'a.txt')]).toEqual([text.toUpperCase(), text.toUpperCase()]);
  };
  written('one', () => writeFileSync(at, 'one'));
  written('two', () => workspace.writeAll([{ path: 'a.txt', bytes: Buffer.from('two') }], { force: true }));
  written('six', () => {
    // Of the same length, with the time of the former.
    writeFileSync(join(folder, 'b.txt'), 'six');
    utimesSync(join(folder, 'b.txt'), new Date(0), new Date(0));
    renameSync(join(folder, 'b.txt'), at);
  });
  expect(made).toEqual(['one', 'two', 'six']);
  rmSync(at);
  expect(() => read(workspace, 'a.txt')).toThrow('file-missing');
});

it('reads a file that was written a moment ago again: it may be written once more within the same tick', () => {
  const { made, read } = counting();
  const workspace = openWorkspace(folder, Date.now);
  writeFileSync(join(folder, 'a.txt'), 'one');
  expect([read(workspace, 'a.txt'), read(workspace, 'a.txt')]).toEqual(['ONE', 'ONE']);
  expect(made).toEqual(['one', 'one']);
});

it('keeps nothing of a workspace that cannot tell, and of two workspaces each its own', () => {
  const { made, read } = counting();
  const memory = memoryWorkspace({ 'a.txt': 'one' });
  expect([read(memory, 'a.txt'), read(memory, 'a.txt')]).toEqual(['ONE', 'ONE']);
  writeFileSync(join(folder, 'a.txt'), 'disk');
  expect([read(openWorkspace(folder, later), 'a.txt'), read(openWorkspace(folder, later), 'a.txt')]).toEqual(['DISK', 'DISK']);
  expect(made).toEqual(['one', 'one', 'disk', 'disk']);
});

it('lets the oldest go where there is too much', () => {
  const { made, read } = counting({ most: 6, sizeOf: (text) => text.length });
  const workspace = openWorkspace(folder, later);
  for (const name of ['aa', 'bbb', 'cc']) writeFileSync(join(folder, name), name);
  for (const name of ['aa', 'bbb', 'cc', 'bbb', 'cc', 'aa']) read(workspace, name);
  expect(made).toEqual(['aa', 'bbb', 'cc', 'aa']);
});

it('knows the titles of roles as they are now', () => {
  mkdirSync(join(folder, 'roles'));
  const title = (words: string): void => writeFileSync(join(folder, 'roles/seller.yaml'), `id: seller\ntitle: ${words}\n`);
  const desk = openDesk(openWorkspace(folder, later));
  const shown = () => namedRoles(desk).find(({ id }) => id === 'seller')?.title;
  title('seller');
  expect([shown(), shown()]).toEqual(['seller', 'seller']);
  title('sales assistant');
  expect(shown()).toBe('sales assistant');
});

it('is told to another process, which believes it of files that are what they were', () => {
  const { made, read } = counting({ name: 'test words' });
  for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), name);
  const [before, after] = [openWorkspace(folder, later), openWorkspace(folder, later)];
  for (const name of ['a.txt', 'b.txt']) read(before, name);
  const told = JSON.parse(JSON.stringify(toldReadings(before))) as ReturnType<typeof toldReadings>;
  writeFileSync(join(folder, 'b.txt'), 'another text');
  recallReadings(told, after);
  expect([read(after, 'a.txt'), read(after, 'b.txt')]).toEqual(['A.TXT', 'ANOTHER TEXT']);
  expect(made).toEqual(['a.txt', 'b.txt', 'another text']);
  expect(toldReadings(after)['test words']).toHaveLength(2);
});
