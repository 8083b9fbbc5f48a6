/**
 * The guide of the register does what it says: its commands, one after another. They are the same in all languages but for what people
 * write; with FULL=1 those of each language are followed.
 */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sheetScan, visiting } from './visit.js';
import { fully } from './programs.js';

const root = new URL('../..', import.meta.url).pathname;

const guides = [
  { language: 'en', page: 'register.md', country: 'gb' },
  { language: 'ru', page: 'register.ru.md', country: 'ru' },
  { language: 'nl', page: 'register.nl.md', country: 'nl' },
] as const;

/** The commands of a page: what stands in its blocks for a shell, without the program itself. */
const commandsIn = (page: string): string[] =>
  [...page.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) =>
    block
      .trim()
      .split('\n')
      .map((line) => line.replace(/^rolewright register /, '')),
  );

const read = (page: string): string => readFileSync(join(root, 'docs', page), 'utf8');

fully.each(guides)(
  '$page is followed to its end',
  async ({ language, page, country }) => {
    const hr = visiting({ language });
    const outside = `outside-${language}-${process.pid}`;
    try {
      hr.write('rolewright.yaml', 'schema: 2\norganisation: organisation.yaml\n');
      cpSync(join(root, `examples/organisation.${country}.yaml`), join(hr.folder, 'organisation.yaml'));
      cpSync(join(root, `examples/people.${language}.csv`), join(hr.folder, 'staff.csv'));
      cpSync(join(root, 'examples/logo.png'), join(hr.folder, 'logo.png'));
      const role = readFileSync(join(root, 'roles/sales-manager.yaml'), 'utf8');
      hr.write('roles/sales-manager.yaml', role);
      // The first duty, in each language.
      const duty = /(?<=^duties:\n)[^]*?(?=^ +- id: first-contact)/m;
      expect(role).toMatch(duty);
      hr.write(
        'draft.yaml',
        role.replace(duty, (words) => words.replace(/^( +(?:ru|en|nl): )/gm, '$1(2027) ')),
      );
      hr.write('scans/00102.pdf', sheetScan('a signed sheet'));

      let seen = '';
      for (const command of commandsIn(read(page))) {
        const [, as] = /--as "([^"]+)"/.exec(command) ?? [];
        const line = command
          .replace(/ --as "[^"]+"/, '')
          .replace('CODE', seen)
          .replaceAll('../', `../${outside}-`);
        const { code, out, err } = await hr.run(line, as);
        expect([command, code, code === 0 ? '' : out + err]).toEqual([command, 0, '']);
        seen = /\b[0-9a-f]{12,64}\b/.exec(out)?.[0] ?? seen;
      }
      const { totals } = await hr.data<{ totals: Record<string, number> }>('status');
      // The one who sells signs again; of the others two are asked, and two have answered.
      expect(totals).toMatchObject({ toDo: 0, requested: 3, current: 1, refused: 1, outdated: 0 });
    } finally {
      rmSync(hr.folder, { recursive: true, force: true });
      for (const one of ['anchors.txt', 'backup-2026-12-10'])
        rmSync(join(hr.folder, '..', `${outside}-${one}`), { recursive: true, force: true });
    }
  },
  180_000,
);

it('has the same commands in all languages', () => {
  const [first = [], ...others] = guides.map(({ page }) => commandsIn(read(page)).map((line) => line.replace(/"[^"]*"/g, '""')));
  expect(first.length).toBeGreaterThan(20);
  for (const other of others) expect(other).toEqual(first);
});
