/** The logo that an organisation names: from beside its file, and from nowhere else. */
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/program.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { jpegOf } from './jpeg.js';
import { png, pngOf, pngWithPalette } from './png.js';
import { smallRoles } from './small-roles.js';

interface Told {
  code: string;
  message: string;
  file: string | null;
  path: string | null;
}

/** What `generate` says of an organisation in `firm/organisation.yaml` with a logo, and the page that it makes. */
async function generate(logo: string | null): Promise<{ told: Told[]; page: string }> {
  const organisation = `schema: 2\nname: Zuiderlicht\njurisdiction: nl\nlanguages: [nl]\n${logo === null ? '' : `logo: { file: ${logo}, alt: Een zon }\n`}`;
  const workspace = memoryWorkspace({
    ...smallRoles,
    'firm/organisation.yaml': organisation,
    'firm/logo.png': png(2),
    'firm/wide.png': pngWithPalette(),
    'firm/looks/logo.png': png(6),
    'firm/logo.jpg': jpegOf({}),
    'firm/tall.png': pngOf({ width: 1, height: 5, rows: [0, 1, 0, 2, 0, 3, 0, 4, 0, 5] }),
    'firm/huge.png': pngOf({ width: 30_000, height: 30_000 }),
    'firm/torn.jpg': jpegOf({}).subarray(0, 90),
    'firm/logo.gif': Buffer.from('47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b', 'hex'),
    'outside.png': png(2),
  });
  let out = '';
  await run({
    argv: 'generate hr-manager --kind job-description --locale nl --format html --organisation firm/organisation.yaml --json'.split(' '),
    environment: { LANG: 'en_GB.UTF-8' },
    out: (text) => {
      out += text;
    },
    err: () => {},
    errIsTerminal: false,
    workspace,
    milliseconds: () => 0,
  });
  const { diagnostics } = JSON.parse(out) as { diagnostics: Told[] };
  const page = workspace.files.get('out/hr-manager/job-description.nl.html');
  return { told: diagnostics, page: new TextDecoder().decode(page) };
}

/** CSS pixels of so many millimetres. */
const pixels = (mm: number): number => Math.round((mm * 96) / 25.4);

describe('a logo', () => {
  test.each(['logo.png', './logo.png', 'looks/logo.png', 'looks/../logo.png'])('is printed from %s', async (file) => {
    const { told, page } = await generate(file);
    expect(told).toEqual([]);
    expect(page).toContain('src="data:image/png;base64,');
    expect(page).toContain('alt="Een zon"');
  });

  test('is as wide as the organisation says, or forty millimetres, and as high as that makes it', async () => {
    expect((await generate('wide.png')).page).toContain(`width="${pixels(40)}" height="${pixels((40 * 2) / 3)}"`);
    expect((await generate('wide.png, width: 30')).page).toContain(`width="${pixels(30)}" height="${pixels(20)}"`);
  });

  test('is at most thirty millimetres high, or sixty where the organisation says a width', async () => {
    expect((await generate('tall.png')).page).toContain(`width="${pixels(6)}" height="${pixels(30)}"`);
    expect((await generate('tall.png, width: 10')).page).toContain(`width="${pixels(10)}" height="${pixels(50)}"`);
    expect((await generate('tall.png, width: 40')).page).toContain(`width="${pixels(12)}" height="${pixels(60)}"`);
  });

  test.each([
    ['huge.png', 'it has more than 16 million pixels'],
    ['torn.jpg', 'the file is damaged or cut short'],
  ])('is looked at before it is printed: %s', async (file, reason) => {
    const { told, page } = await generate(file);
    expect(told).toMatchObject([{ code: 'image-unusable', file: 'firm/organisation.yaml', path: 'logo/file' }]);
    expect(told[0]?.message).toContain(`“${file}” cannot be printed: ${reason}`);
    expect(page).toBe('');
  });

  test('may be a JPEG file', async () => {
    const { told, page } = await generate('logo.jpg');
    expect(told).toEqual([]);
    expect(page).toContain('src="data:image/jpeg;base64,');
  });

  test('need not be', async () => {
    const { told, page } = await generate(null);
    expect(told).toEqual([]);
    expect(page).not.toContain('<img');
  });

  test.each(['../outside.png', 'looks/../../outside.png', '/outside.png', '..'])('is not read from %s', async (file) => {
    const { told, page } = await generate(file);
    expect(told).toMatchObject([{ code: 'logo-outside', file: 'firm/organisation.yaml', path: 'logo/file' }]);
    expect(told[0]?.message).toContain(`“${file}”`);
    expect(page).toBe('');
  });

  test('is a picture that there is', async () => {
    expect((await generate('none.png')).told).toMatchObject([{ code: 'file-missing', file: 'firm/organisation.yaml', path: 'logo/file' }]);
    for (const file of ['logo.gif', 'organisation.yaml']) {
      const { told } = await generate(file);
      expect(told).toMatchObject([{ code: 'logo-format', file: 'firm/organisation.yaml', path: 'logo/file' }]);
      expect(told[0]?.message).toContain(`“${file}”`);
    }
  });
});
