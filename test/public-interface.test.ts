/** What a program of the user's own can do with the library, by the program that is shown in examples. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import * as rolewright from '../src/index.js';
import type { Diagnostic, Person, Plan } from '../src/index.js';
import { smallRoles } from './small-roles.js';

const folder = mkdtempSync(join(tmpdir(), 'rolewright-program-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Work {
  problems: readonly Diagnostic[];
  findings: readonly { diagnostic: Diagnostic }[];
  plan: Plan | null;
  rows: readonly { row: number; status: string }[];
}

it('makes a batch, a plan, a redline and a lint report', async () => {
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(smallRoles)) write(path, text);
  write('organisation.yaml', 'schema: 2\nname: Northwind Ltd\njurisdiction: gb\nlanguages: [en]\n');
  write('people.csv', 'Name,Role\nAnna Smith,sales-manager\nJohn Brown,sales-manager\n,sales-manager\n');
  const changes = 'changes:\n  - add: { id: smile, text: Smile at everybody who comes in }\n    before: compare\n';
  write(
    'departments/wholesale.yaml',
    `schema: 2\nextends: sales-manager\nbase: { version: 1.0.0 }\nid: sales-manager-wholesale\nversion: 1.0.0\nlanguages: [en]\n${changes}`,
  );
  const program = '../examples/program.mjs';
  const { serve } = (await import(program)) as { serve: (folder: string, person: Person, date: string) => Promise<Work> };
  const person = { name: { last: 'Smith', first: 'Anna' }, hireDate: '2026-12-01' };
  const { problems, findings, plan, rows } = await serve(folder, person, '2026-12-01');

  expect(problems).toEqual([]);
  expect(rows.map(({ row, status }) => `${row} ${status}`).sort()).toEqual(['2 made', '3 made', '4 failed']);
  expect(readdirSync(join(folder, 'out/No department')).sort()).toEqual(['Brown, John', 'Smith, Anna']);
  expect(readdirSync(join(folder, 'out/No department/Smith, Anna')).length).toBe(4);
  expect(plan?.firstDay).toBe('2026-12-01');
  expect(findings.map(({ diagnostic }) => diagnostic.code)).toContain('lint/capital-start');
  const word = unzipSync(readFileSync(join(folder, 'changes.docx')))['word/document.xml'];
  expect(new TextDecoder().decode(word)).toMatch(/<w:ins [^>]*w:author="Head of wholesale"[^]*Smile at everybody/);
  expect(existsSync(join(folder, 'out/manifest.json'))).toBe(true);
});

it('is what its first lines say one can do, and nothing of the command', () => {
  const can = [
    'readRole',
    'resolvedRole',
    'validateFile',
    'lintFiles',
    'diffRoles',
    'redline',
    'createPress',
    'openCalendars',
    'makeBatch',
  ];
  expect(can.filter((name) => typeof (rolewright as Record<string, unknown>)[name] !== 'function')).toEqual([]);
  const source = readFileSync(new URL('../src/index.ts', import.meta.url), 'utf8');
  expect(source).not.toMatch(/\.\/cli\//);
});
