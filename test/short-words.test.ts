/** Short words that an overlay leaves as they were beside the duties that it says otherwise. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRole } from '../src/desk/roles.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';

const base = readFileSync(new URL('../roles/office-manager.yaml', import.meta.url), 'utf8');
const version = /^version: (.+)$/m.exec(base)?.[1] ?? '';
const area = /^ {2}- id: (\S+)\n(?:(?!^ {2}- id).*\n)*?^ {6}- id: daily-round/m.exec(base)?.[1] ?? '';
const files = (changes: string, more = '') => ({
  'roles/office-manager.yaml': base,
  'departments/x.yaml': `schema: 2\nextends: office-manager\nbase: { version: ${version} }\nid: x\nversion: 1.0.0\n${more}changes:\n${changes}`,
});
const told = (changes: string, more = '') =>
  readRole(memoryWorkspace(files(changes, more)), 'departments/x.yaml').diagnostics.filter(({ code }) => code === 'overlay-essence-kept');
const shortWords = /^ {6}en: (Walk round the premises.*)$/m.exec(base)?.[1] ?? '';
const round = `  - change: daily-round\n    text: { ru: обходит, en: walk the halls, nl: loopt }\n`;

describe('other words of a duty', () => {
  it('are told of at their line, with what brief papers print in their place', () => {
    expect(told(round)).toMatchObject([
      {
        severity: 'warning',
        file: 'departments/x.yaml',
        line: 8,
        args: { area, duty: 'daily-round', count: 1, essence: shortWords },
      },
    ]);
  });

  it('are told of once in an area, with those that are new and those that are gone', () => {
    const more = `${round}  - remove: handle-requests\n  - add: { id: keys, text: { ru: к, en: keep keys, nl: s }, source: added }\n    in: ${area}\n`;
    expect(told(more)).toMatchObject([{ args: { area, count: 3 } }]);
  });

  it('need nothing where the short words are written anew, be it with the same words', () => {
    expect(told(`${round}  - change: ${area}\n    essence: { en: Walk the halls }\n`)).toEqual([]);
    const [kept] = told(round);
    expect(told(`${round}  - change: ${area}\n    essence: { en: ${JSON.stringify(kept?.args.essence)} }\n`)).toEqual([]);
  });

  it('need nothing where no paper prints short words: in other languages and countries', () => {
    expect(told(`  - change: daily-round\n    text: { ru: обходит }\n`)).toEqual([]);
    expect(told(`  - change: daily-round\n    text: { nl: loopt }\n`, 'languages: [ru, nl]\n')).toEqual([]);
    expect(told(`${round}    jurisdictions: [ru, nl]\n`)).toEqual([]);
  });
});

it('is told by validate, by lint and by generate', async () => {
  const workspace = memoryWorkspace(files(round));
  for (const line of [
    'validate departments/x.yaml',
    'lint departments/x.yaml --no-spelling',
    'generate departments/x.yaml --locale en --dry-run',
  ])
    expect((await command(line, { workspace })).err, line).toContain('“Walk round the premises');
});

it('is nowhere in the library', () => {
  for (const id of ['key-account-manager', 'textile-customer-service-manager'])
    expect(readRole(packageWorkspace(), `roles/${id}.yaml`).diagnostics).toEqual([]);
});
