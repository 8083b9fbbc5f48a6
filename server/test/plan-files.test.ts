/** Files that people attach to their steps: what is taken, under which name, and what nobody learns from a photo. */
import { expect, it } from 'vitest';
import { cleanFile } from '../src/register/picture-facts.js';
import { attachmentName, namedAlone } from '../src/register/plan-files.js';
import { drawing, photo, scannedPdf } from './pictures.js';

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1');

it('takes the place, the telephone and what hangs on behind out of a photo, and leaves what it looks like', () => {
  const clean = cleanFile(photo());
  expect(clean?.type).toBe('jpg');
  const shown = text(clean?.bytes);
  expect(shown).not.toMatch(/GPS|Photoshop|comment|adobe|film/);
  for (const part of ['JFIF', 'ICC_PROFILE', '\u00ff\u00db', '\u00ff\u00c0', '\u0012\u00ff\u0000\u0034\u00ff\u00d0\u0056\u00ff\u00d9'])
    expect(shown).toContain(part);
  expect(shown.endsWith('\u00ff\u00d9')).toBe(true);
  // The first segment names the format, the next one says which side is up and nothing else.
  expect(shown.slice(2, 11)).toBe('\u00ff\u00e0\u0000\u0010JFIF\u0000');
  expect(shown.slice(20, 56)).toBe(
    '\u00ff\u00e1\0\u0022Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0\0\0\0\0',
  );
  expect(text(cleanFile(photo({ side: 1 }))?.bytes)).not.toContain('Exif');
  expect(text(cleanFile(photo({ side: 77 }))?.bytes)).not.toContain('Exif');
  // Of two that say it, programs believe the first.
  const [first, rest] = [photo({ side: 3 }), photo({ side: 6 })];
  const both = Buffer.concat([first.subarray(0, 4 + ((first[4] ?? 0) << 8) + (first[5] ?? 0)), rest.subarray(2)]);
  expect(text(cleanFile(both)?.bytes).slice(20, 56)).toContain('\0\u0003\0\0\0\u0001\0\u0003\0');
  // What is clean stays as it is.
  expect(cleanFile(clean?.bytes ?? new Uint8Array())?.bytes).toEqual(clean?.bytes);
});

it('takes what programs wrote out of a drawing, and leaves a PDF as it is', () => {
  const clean = cleanFile(drawing());
  expect(clean?.type).toBe('png');
  expect(text(clean?.bytes)).toMatch(/IHDR.*IDAT.*IEND/s);
  expect(text(clean?.bytes)).not.toMatch(/GPS|eXIf|tEXt/);
  expect(cleanFile(scannedPdf())).toEqual({ type: 'pdf', bytes: scannedPdf() });
});

it('takes nothing that is none of them, or not whole', () => {
  for (const cut of [3, 20, 60, photo().length - 40]) expect(cleanFile(photo().subarray(0, cut))).toBeNull();
  for (const cut of [8, 20, 60, drawing().length - 30]) expect(cleanFile(drawing().subarray(0, cut))).toBeNull();
  expect(cleanFile(scannedPdf().subarray(0, 20))).toBeNull();
  for (const other of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<!doctype html><script>alert(1)</script>', 'GIF89a', ''])
    expect(cleanFile(Buffer.from(other))).toBeNull();
  // Bytes of chance end, whatever they say of their lengths.
  for (let one = 0; one < 300; one += 1) {
    const some = photo();
    for (let at = one; at < some.length; at += 37) some[at] = (one * 31 + at * 7) & 0xff;
    cleanFile(some);
    const drawn = drawing();
    for (let at = 8 + (one % 40); at < drawn.length; at += 23) drawn[at] = (one * 17 + at) & 0xff;
    cleanFile(drawn);
  }
});

it('calls a file as its owner does, without a path, a line or a turn of the writing, and by what it is', () => {
  expect(attachmentName('Mein Tisch.HEIC', 'jpg')).toBe('Mein Tisch.jpg');
  expect(attachmentName('C:\\photos\\..\\desk.jpeg', 'jpg')).toBe('desk.jpg');
  expect(attachmentName('../../etc/passwd', 'pdf')).toBe('passwd.pdf');
  expect(attachmentName('a\u202egnp.exe\r\nX: y', 'png')).toBe('agnp.exeX: y.png');
  expect(attachmentName('\ud83d', 'png')).toBe('file.png');
  expect(attachmentName('', 'png')).toBe('file.png');
  expect([...attachmentName('😀'.repeat(300), 'jpg')]).toHaveLength(124);
});

it('lets go of a file only where nobody else has attached the same', async () => {
  const [mine, ours] = ['a'.repeat(64), 'b'.repeat(64)];
  const events = [
    { seq: 5, kind: 'task-filed', payload: { sha256: mine } },
    { seq: 6, kind: 'task-filed', payload: { sha256: ours } },
    { seq: 9, kind: 'task-filed', payload: { sha256: ours } },
    { seq: 11, kind: 'erased', payload: { files: [mine] } },
  ];
  const read = { eventsSaying: async (test: (json: string) => boolean) => events.filter((one) => test(JSON.stringify(one))) };
  expect(await namedAlone([mine, ours], new Set([5, 6]), read as never)).toEqual([mine]);
  expect(await namedAlone([], new Set(), read as never)).toEqual([]);
});
