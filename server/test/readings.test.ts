/** What was read of role files lies beside the register for the next program of the same version, and is done without where it does not. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptReading, openWorkspace } from 'rolewright';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openReadings } from '../src/cli/readings.js';
import { openAside } from '../src/storage/aside.js';

let folder: string;
const made: string[] = [];
const read = keptReading(
  (text) => {
    made.push(text);
    return { text };
  },
  { name: 'test of the server' },
);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolewright-readings-'));
  writeFileSync(join(folder, 'a.txt'), 'one');
  made.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program from its start to its end: how often it reads the file. */
async function program(version: string): Promise<number> {
  const workspace = openWorkspace(folder, () => Date.now() + 60_000);
  const readings = openReadings(
    openAside(join(folder, 'known'), () => 'one'),
    version,
  );
  const before = made.length;
  await readings.recall(workspace);
  expect(read(workspace, 'a.txt')).toEqual({ text: readFileSync(join(folder, 'a.txt'), 'utf8') });
  await readings.keep();
  return made.length - before;
}

it('is read by the first program alone, until the file or the program is another', async () => {
  expect([await program('1'), await program('1')]).toEqual([1, 0]);
  expect([await program('2'), await program('2')]).toEqual([1, 0]);
  writeFileSync(join(folder, 'a.txt'), 'two');
  expect(await program('2')).toBe(1);
});

it('is done without where what lies there is torn, or no readings', async () => {
  await program('1');
  for (const text of ['{', '[]', '{"version":"1","told":{"test of the server":[[1]]}}']) {
    writeFileSync(join(folder, 'known/readings.json'), text);
    expect(await program('1')).toBe(1);
  }
});
