/** The logo that an organisation names: from beside its file, and from nowhere else. */
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/program.js';
import { memoryWorkspace } from '../src/workspace.js';
import { png } from './png.js';
import { smallRoles } from './small-roles.js';

/** What `generate` says of an organisation in `firm/organisation.yaml` with a logo, and the page that it makes. */
async function generate(logo: string): Promise<{ codes: string[]; page: string }> {
  const organisation = `name: Zuiderlicht\njurisdiction: nl\nlanguages: [nl]\nlogo: { file: ${logo}, alt: Een zon }\n`;
  const workspace = memoryWorkspace({
    ...smallRoles,
    'firm/organisation.yaml': organisation,
    'firm/logo.png': png(2),
    'firm/looks/logo.png': png(6),
    'firm/logo.gif': 'GIF89a',
    'outside.png': png(2),
  });
  let out = '';
  await run({
    argv: 'generate hr-manager --kind job-description --locale nl --format html --organisation firm/organisation.yaml --json'.split(' '),
    environment: {},
    out: (text) => {
      out += text;
    },
    err: () => {},
    errIsTerminal: false,
    workspace,
    milliseconds: () => 0,
  });
  const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string }[] };
  const page = workspace.files.get('out/hr-manager/job-description.nl.html');
  return { codes: diagnostics.map(({ code }) => code), page: new TextDecoder().decode(page) };
}

describe('a logo', () => {
  test.each(['logo.png', './logo.png', 'looks/logo.png', 'looks/../logo.png'])('is printed from %s', async (file) => {
    const { codes, page } = await generate(file);
    expect(codes).toEqual([]);
    expect(page).toContain('alt="Een zon"');
  });

  test.each(['../outside.png', 'looks/../../outside.png', '/outside.png', '..'])('is not read from %s', async (file) => {
    expect(await generate(file)).toEqual({ codes: ['logo-outside'], page: '' });
  });

  test('is a picture that there is', async () => {
    expect((await generate('none.png')).codes).toEqual(['file-missing']);
    expect((await generate('logo.gif')).codes).toEqual(['logo-format']);
    expect((await generate('organisation.yaml')).codes).toEqual(['logo-format']);
  });
});
