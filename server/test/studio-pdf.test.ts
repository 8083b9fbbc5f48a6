/** The paper of a role as it stands in the editor, as a PDF. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkspace } from 'rolewright';
import type { Edit } from '../src/studio/edits.js';
import { pdfOf } from '../src/studio/paper.js';
import { openStudio } from '../src/studio/studio.js';
import type { Studio } from '../src/studio/studio.js';
import { ownFolder } from './service.js';
import { studioFolder } from './studio-browser.js';

const id = 'office-manager';
let folder: string;
let studio: Studio;
beforeAll(() => {
  folder = studioFolder('en');
  studio = openStudio({ workspace: openWorkspace(folder), own: ownFolder, now: () => 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const made = (edits: readonly Edit[], base = studio.role(id).hash) => pdfOf(id, { base, edits, locale: 'en' }, studio);

it('says what the editor says, the same each time', async () => {
  const set = (value: string): readonly Edit[] => [{ do: 'set', at: ['title'], value }];
  const [plain, edited, again] = [await made([]), await made(set('keeper of the cold store')), await made(set('keeper of the cold store'))];
  expect(new TextDecoder('latin1').decode(plain.bytes.slice(0, 5))).toBe('%PDF-');
  expect([plain.name, edited.name]).toEqual([
    expect.stringMatching(/office.*\.pdf$/),
    expect.stringMatching(/^[a-z-]*keeper-of-the-cold-store[a-z-]*\.pdf$/),
  ]);
  expect(Buffer.compare(edited.bytes, again.bytes)).toBe(0);
  expect(Buffer.compare(edited.bytes, plain.bytes)).not.toBe(0);
});

it('is refused for a role with errors, and for a file that is another by now', async () => {
  await expect(made([{ do: 'remove', at: ['title'] }])).rejects.toThrow(/title/);
  const base = studio.role(id).hash;
  const path = join(folder, `roles/${id}.yaml`);
  writeFileSync(path, `# theirs\n${readFileSync(path, 'utf8')}`);
  await expect(made([], base)).rejects.toThrow('studio-changed-meanwhile');
});
