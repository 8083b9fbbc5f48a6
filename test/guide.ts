/**
 * A guide as its reader works through it, from top to bottom in one folder. Blocks of code whose opening line names a file
 * are that file (`yaml`, `csv`), a change of it (`diff`), or what is to be found in it (`text`); `sh` are commands, as is what
 * begins with `npx rolewright` in a paragraph, and the `text` that follows is what they print. A link to a file of
 * `examples/` puts that file into the folder under the name that the link shows. Commands of npm, which install the package or
 * work in a clone, are passed over here: the first steps of the packed package and the run of the tests themselves do them. Of a
 * command that stays open until somebody ends it, its help is asked for what it is given; tests of its own open it.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect } from 'vitest';
import { run } from '../src/cli/program.js';
import type { Server } from '../src/cli/terminal.js';
import { openWorkspace, packageWorkspace } from '../src/workspace/disk.js';

interface Block {
  readonly sort: string;
  /** The file that it is about; empty for none. */
  readonly file: string;
  readonly lines: readonly string[];
  /** Of the line that opens it, from 1. */
  readonly line: number;
}

export const blocksOf = (guide: string): Block[] =>
  [...guide.matchAll(/^```(\w+)(?: (\S+))?\n([^]*?)\n```$|`(npx rolewright [^`]+)`/gm)].map(
    ({ 1: sort, 2: file, 3: body, 4: command, index }) => ({
      sort: sort ?? 'sh',
      file: file ?? '',
      lines: (body ?? command ?? '').split('\n'),
      line: guide.slice(0, index).split('\n').length,
    }),
  );

const staysOpen: ReadonlySet<string> = new Set(['studio', 'serve', 'worker']);

/** What was done. */
export interface Worked {
  readonly commands: number;
  /** In which the reader ends. */
  readonly folder: string;
}

/** Does all that the guide says, in the language of its readers and in an empty folder; throws where something comes out differently. */
export async function workThrough(path: string, language: string, folder: string): Promise<Worked> {
  const shelf = packageWorkspace();
  const guide = shelf.readText(path);
  // `cd` goes on from here.
  let here = folder;
  const write = (file: string, text: string): void => writeFileSync(join(here, file), text);
  const read = (file: string): string => readFileSync(join(here, file), 'utf8');
  for (const [, name = '', link = ''] of guide.matchAll(/\[[^\]]*?(\S+\.csv)\]\((\.\.\/examples\/[^)]+)\)/g))
    write(name, shelf.readText(posix.join(posix.dirname(path), link)));
  let [printed, commands] = ['', 0];
  for (const block of blocksOf(guide)) {
    const place = `${path}:${block.line}`;
    const text = block.lines.map((line) => `${line}\n`).join('');
    switch (`${block.sort}${block.file === '' ? '' : ' of a file'}`) {
      case 'sh':
        printed = '';
        for (const words of commandsIn(block.lines)) {
          printed += await done(words, place);
          commands += 1;
        }
        break;
      case 'text':
        expect(`${printed}\n`, place).toMatch(patternOf(block.lines));
        break;
      case 'text of a file':
        for (const line of block.lines) expect(wordsIn(read(block.file)), place).toContain(wordsIn(line));
        break;
      case 'diff of a file': {
        const [old, changed] = ['-', '+'].map((sign) => sideOf(block.lines, sign));
        const parts = read(block.file).split(old ?? '');
        expect(parts.length - 1, `${place}: how often there is what changes`).toBe(1);
        write(block.file, parts.join(changed));
        break;
      }
      case 'yaml of a file':
      case 'csv of a file':
        write(block.file, text);
        break;
      // Programs are compiled and run with the packed package; a part of a file that is not named is only shown.
      case 'ts':
      case 'yaml':
        break;
      default:
        throw new Error(`${place}: nobody knows what to do with “${block.sort}”`);
    }
  }
  return { commands, folder: here };

  /** What the command prints. */
  async function done([program, ...words]: readonly string[], place: string): Promise<string> {
    const line = `${place}: ${[program, ...words].join(' ')}`;
    const [first = '', ...argv] = words;
    if (program === 'cd') here = join(here, first);
    else if (program === 'cp') copyFileSync(join(here, first), join(here, argv[0] ?? ''));
    else if (program !== 'npm' && (program !== 'npx' || first !== 'rolewright')) throw new Error(`${line}: nobody knows this command`);
    if (program !== 'npx') return '';
    if (staysOpen.has(argv[0] ?? '')) {
      const help = await told([argv[0] ?? '', '--help'], line);
      for (const option of argv.filter((word) => word.startsWith('--'))) expect(help, line).toContain(option);
      return '';
    }
    return await told(argv, line);
  }

  async function told(argv: readonly string[], line: string): Promise<string> {
    const workspace = openWorkspace(here);
    let all = '';
    const code = await run({
      ...{ argv, environment: { LANG: language }, errIsTerminal: false, milliseconds: () => 0, workspace, folder: here },
      // By its address: the server has a project of its own.
      server: async () => (await import(new URL('../server/src/cli/command.ts', import.meta.url).pathname)) as Server,
      out: (text) => void (all += text),
      err: (text) => void (all += text),
    });
    // What lint finds, it tells by its code too.
    expect(argv[0] === 'lint' ? [0, 3] : [0], `${line}\n${all}`).toContain(code);
    return all;
  }
}

/** The commands of a block, as words: `\\` goes on in the next line, `&&` joins two, `#` begins a remark. */
const commandsIn = (lines: readonly string[]): string[][] =>
  lines
    .join('\n')
    .replaceAll('\\\n', ' ')
    .split(/\n|&&/)
    .map((line) => [...line.replace(/(^|\s)#.*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''))
    .filter(({ length }) => length > 0);

/** The lines before (`-`) or after (`+`) a change. */
const sideOf = (lines: readonly string[], sign: string): string =>
  lines
    .filter((line) => line[0] === ' ' || line[0] === sign)
    .map((line) => `${line.slice(1)}\n`)
    .join('');

/** A line “…” is any lines, and “…” in a line the rest of it; all others follow one another as they are. */
function patternOf(lines: readonly string[]): RegExp {
  const escaped = (line: string): string => line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*');
  return new RegExp(`^${lines.map((line) => (line === '…' ? '(?:.*\\n)*?' : `${escaped(line)}\\n`)).join('')}`, 'm');
}

/** The words of a page or of a line, however they are spaced and dressed. */
const wordsIn = (text: string): string =>
  text
    .replace(/<(script|style)[^]*?<\/\1>|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Rows of the first table of a guide, as lists of what stands in them. */
export const firstTable = (guide: string): string[][] =>
  (/(?:^\|.*\|\n)+/m.exec(guide)?.[0] ?? '')
    .trim()
    .split('\n')
    .filter((line) => !/^\|[ -|]*$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
        .filter((cell) => cell !== ''),
    );
