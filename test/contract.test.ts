/**
 * What users build upon, line by line in test/contract, as docs/versioning.md promises it: it may grow within a major version, and
 * nothing of it goes. `UPDATE=1` writes down what is new; what goes is deleted there by hand, for a new major version.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exit } from '../src/cli/terminal.js';
import { locales } from '../src/document/document.js';
import * as library from '../src/index.js';
import { jurisdictionIds } from '../src/shelf/library.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { kinds as eventKinds } from '../server/src/life/events.js';
import { visiting } from '../server/test/visit.js';
import { command } from './command.js';
import { facts } from './facts.js';
import { smallRoles } from './small-roles.js';

const root = new URL('..', import.meta.url).pathname;

function keeps(name: string, lines: readonly string[]): void {
  const file = `${root}test/contract/${name}.txt`;
  const present = [...new Set(lines)].sort();
  const promised = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  expect(
    promised.filter((line) => !present.includes(line)),
    'gone: that breaks what users have built, so it needs a new major version',
  ).toEqual([]);
  if (process.env.UPDATE === '1') writeFileSync(file, `${present.join('\n')}\n`);
  else
    expect(
      present.filter((line) => !promised.includes(line)),
      'new: UPDATE=1 writes it down',
    ).toEqual([]);
}

const nowhere = { workspace: memoryWorkspace({}), columns: 400 };

/** A command with its arguments, and with each of its options, as its help shows them. */
const linesOf = (help: string): string[] => {
  const [, name = '', words = ''] = /^Usage: rolewright ((?:[a-z-]+ ?)*)(.*)$/m.exec(help) ?? [];
  const options = [...help.matchAll(/^ {2}((?:-\w, )?--[a-z-]+(?: (?:<[^>]+>|\[[^\]]+\]))?)/gm)].map(([, option = '']) => option);
  const called = name.trim();
  return [`${called} ${words.replace('[options]', '').trim()}`.trim(), ...options.map((option) => `${called} ${option}`.trim())];
};
const commandsIn = (help: string): string[] =>
  [...(/^Commands:\n([^]*?)\n(?:\n|$)/m.exec(help)?.[1] ?? '').matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name);

describe('a major version keeps', () => {
  it('commands, arguments and options', async () => {
    const help = async (words: string): Promise<string> => (await command(`help ${words}`, nowhere)).out;
    const own = commandsIn(await help('')).filter((name) => name !== 'register' && name !== 'help');
    const news = commandsIn(await help('new')).map((sort) => `new ${sort}`);
    const lines: string[] = [];
    // Those of the server’s package are named here, and described there.
    for (const name of ['', ...own, ...news]) lines.push(...linesOf(await help(name)).filter((line) => line !== ''));
    expect(lines).toContain('generate --all');
    keeps('commands', lines);
  });

  it('the commands of the register', async () => {
    const hr = visiting();
    const lines: string[] = [];
    for (const name of commandsIn((await hr.run('help')).out)) lines.push(...linesOf((await hr.run(`help ${name}`)).out));
    expect(lines.some((line) => line.startsWith('register acknowledge <person>'))).toBe(true);
    keeps('register-commands', lines);
  });

  it('exit codes', () => {
    keeps(
      'exit-codes',
      Object.entries(exit).map(([name, code]) => `${code} ${name}`),
    );
  });

  it('the answers for programs', async () => {
    const organisation = 'schema: 2\nname: Northwind Ltd\njurisdiction: gb\nlanguages: [en]\n';
    const world = { workspace: memoryWorkspace({ ...smallRoles, 'organisation.yaml': organisation }), today: () => '2026-12-01' };
    const role = 'roles/sales-manager.yaml';
    const asked: Record<string, string> = {
      generate: `generate ${role} --locale en --jurisdiction gb --format pdf,docx`,
      validate: `validate ${role}`,
      lint: `lint ${role}`,
      status: `status ${role}`,
      diff: `diff ${role} roles/hr-manager.yaml`,
      roles: 'list roles',
      kinds: 'list kinds',
    };
    const lines: string[] = [];
    for (const [name, line] of Object.entries(asked)) {
      const { out, err } = await command(`${line} --json`, world);
      expect(out, `${line}: ${err}`).not.toBe('');
      lines.push(...shapes(JSON.parse(out), name));
    }
    keeps('answers', lines);
  });

  it('what files may say', () => {
    const lines = readdirSync(`${root}schemas`).flatMap((file) => {
      const schema = JSON.parse(readFileSync(`${root}schemas/${file}`, 'utf8')) as Schema;
      return propertiesOf(schema, schema, file.replace('.schema.json', ''));
    });
    keeps('files', lines);
  });

  it('what templates may say', () => {
    const page = readFileSync(`${root}docs/templates.md`, 'utf8');
    const lines = [...page.matchAll(/^## (What a template sees|Parts|Helpers|Markup)\n([^]*?)(?=^## |$(?![^]))/gm)].flatMap(
      ([, title = '', text = '']) =>
        [...text.matchAll(/^\| (.*)$/gm)].flatMap(([, row = '']) => [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => `${title}: ${name}`)),
    );
    expect(lines.length).toBeGreaterThan(200);
    keeps('templates', lines);
  });

  it('codes of diagnostics', () => {
    keeps('codes', Object.keys(facts));
  });

  it('the library', () => {
    keeps('library', Object.keys(library));
  });

  it('what events of the register hold', () => {
    keeps('events', [...eventKinds]);
  });
});

const places: readonly string[] = [...locales, ...jurisdictionIds];
const isName = (key: string): boolean => /^[a-z][a-zA-Z0-9]*$/.test(key) && !places.includes(key);

/** Each value of an answer with its type: `files[].path string`. Keys that are ids, paths, languages or countries stand as `*`. */
function shapes(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => shapes(one, `${path}[]`));
  if (value === null || typeof value !== 'object') return value === null ? [] : [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([key, one]) => shapes(one, `${path}.${isName(key) ? key : '*'}`));
}

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Keys and choices of a file, each definition where it is first met. */
function propertiesOf(schema: Schema, whole: Schema, path: string, met = new Set<Schema>()): string[] {
  if (met.has(schema)) return [];
  met.add(schema);
  const named = schema.$ref?.startsWith('#/$defs/') ? whole.$defs?.[schema.$ref.slice('#/$defs/'.length)] : undefined;
  const among = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? []), ...(named ? [named] : [])];
  return [
    ...(schema.enum ?? []).map((choice) => `${path} = ${String(choice)}`),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) => [
      `${path}.${key}`,
      ...propertiesOf(one, whole, `${path}.${key}`, met),
    ]),
    ...(schema.items ? propertiesOf(schema.items, whole, `${path}[]`, met) : []),
    ...(typeof schema.additionalProperties === 'object' ? propertiesOf(schema.additionalProperties, whole, `${path}.*`, met) : []),
    ...among.flatMap((one) => propertiesOf(one, whole, path, met)),
  ];
}
