/** One press for several organisations: what it keeps of one must not show on the papers of another. */
import { expect, test } from 'vitest';
import type { Brand } from '../src/document/document.js';
import { openLibrary } from '../src/shelf/library.js';
import { createPress, paperFormats } from '../src/press/press.js';
import type { Press } from '../src/press/press.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { dressed } from './dressed.js';
import { fonts } from './paper.js';

const library = openLibrary(packageWorkspace());
const open = (): Press => createPress(library, () => fonts);

/** Looks that differ in one thing each. */
const brands: Brand[] = [{ accent: '1B5E20' }, { accent: '8A3B0C' }, { accent: '8A3B0C', font: 'sans' }, {}];

test.each(paperFormats)('prints each look as if it were alone: %s', async (format) => {
  const shared = open();
  const alone = await Promise.all(brands.map(async (brand) => (await open().print(dressed({ brand }), format)).bytes));
  for (const [at, brand] of [...brands.entries(), ...brands.entries()])
    expect(Buffer.compare((await shared.print(dressed({ brand }), format)).bytes, alone[at] ?? new Uint8Array())).toBe(0);
  expect(new Set(alone.map((bytes) => Buffer.from(bytes).toString('latin1'))).size).toBe(brands.length);
});
