/** Help of the program and its commands, and that it and progress keep within a narrow terminal. */
import { describe, expect, it } from 'vitest';
import { openWatch } from '../src/cli/batch/watch.js';
import { openOffice } from '../src/cli/office.js';
import type { Office } from '../src/cli/office.js';
import { progress } from '../src/cli/progress.js';
import { locales } from '../src/document/document.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';

const nowhere = { workspace: memoryWorkspace({}) };
const narrow = { ...nowhere, columns: 60 };

/** The names of commands in a help in English. */
const commandsIn = (help: string): string[] =>
  [...(/^Commands:\n([^]*?)\n\n/m.exec(help)?.[1] ?? '').matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name);

describe('help', () => {
  it('explains the program, a command, and a command of a command, as --help does', async () => {
    for (const line of ['', 'diff', 'new role']) {
      const { code, out, err } = await command(`help ${line}`, nowhere);
      expect([line, code, err]).toEqual([line, 0, '']);
      expect(out).toBe((await command(`${line} --help`, nowhere)).out);
    }
  });

  it('says what there is when it knows no such command', async () => {
    const { code, out, err } = await command('help generat', nowhere);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('“generate”');
    expect((await command('help new rolle', nowhere)).err).toContain('“role”');
  });

  it.each(locales)('of every command keeps within 60 columns in %s', async (language) => {
    const names = commandsIn((await command('help', nowhere)).out);
    expect(names).toEqual(expect.arrayContaining(['generate', 'batch', 'structure', 'completion', 'help']));
    const sorts = commandsIn((await command('help new', nowhere)).out).map((sort) => `new ${sort}`);
    expect(sorts).toContain('new role');
    for (const name of ['', ...names, ...sorts]) {
      const { out } = await command(`help ${name}`, { ...narrow, environment: { LANG: language } });
      expect(
        out.split('\n').filter((line) => line.length > 60),
        name,
      ).toEqual([]);
    }
  });

  it('breaks examples so that a shell puts them together again, and not where there is room', async () => {
    const whole = (await command('help diff', { ...narrow, columns: 200 })).out.split('\n');
    expect(whole.at(-2)).toContain('--author "J. Smith" --date');
    const { out } = await command('help diff', narrow);
    expect(out).toContain(' \\\n');
    expect(out.replace(/ \\\n +/g, ' ').split('\n')).toEqual(expect.arrayContaining(whole.slice(-4)));
  });

  it('tells in each language how completion is installed', async () => {
    const words = { ru: 'подключите', en: 'Install it', nl: 'Zet het' };
    for (const language of locales) {
      const { out } = await command('help completion', { ...nowhere, environment: { LANG: language } });
      expect(out).toContain(words[language]);
      for (const shell of ['bash', 'zsh', 'fish', 'powershell']) expect(out).toContain(`rolewright completion ${shell}`);
    }
  });
});

describe('progress', () => {
  /** Draws on a terminal of so many columns, and gives what stands in its line at the end. */
  function lineOn(columns: number, draw: (office: Office) => void): string {
    let drawn = '';
    const terminal = {
      ...nowhere,
      argv: [],
      environment: {},
      out: () => {},
      err: (text: string) => void (drawn += text),
      errIsTerminal: true,
      columns,
      milliseconds: () => 0,
    };
    draw(openOffice(terminal, 'ru'));
    return drawn.split('\r\u001b[K').at(-1) ?? '';
  }

  it('of generate shows the end of a path that is too long for the line', () => {
    const line = lineOn(60, (office) => {
      progress(office, 120).step(`${'production-department-head/'.repeat(3)}job-description.ru.docx`);
    });
    expect(line).toHaveLength(59);
    expect(line).toMatch(/^1 из 120: ….*job-description\.ru\.docx$/);
  });

  it.each([
    [100, 24],
    [60, 13],
    [40, 0],
  ])('of a batch on %i columns leaves %i for the bar', (columns, bar) => {
    const line = lineOn(columns, (office) => {
      const watch = openWatch(office, { rows: 1000, file: 'p.csv', sheet: null, jobs: 2, json: false, verbose: false, folder: 'out' });
      for (let row = 1; row <= 1000; row += 1) watch.row({ row, status: 'failed' }, []);
    });
    expect(line.length).toBeLessThan(columns);
    expect(line.match(/█/g) ?? []).toHaveLength(bar);
  });
});
