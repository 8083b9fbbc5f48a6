/** Papers on what has changed: from two versions of a role to the words of a notice and an order. */
import { describe, expect, it } from 'vitest';
import { paragraph, text } from '../src/document/document.js';
import type { Block, Document } from '../src/document/document.js';
import { changedStatements } from '../src/document/statements.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { clause, document, section } from './builders.js';
import { command } from './command.js';
import { smallRoles } from './small-roles.js';

const paper = (...blocks: Block[]): Document => document([section('duties', '3.', 'Duties', ...blocks)]);
const told = (before: Document, after: Document) =>
  changedStatements(before, after).map((one) => [
    one.before?.number ?? null,
    one.before?.text ?? null,
    one.after?.number ?? null,
    one.after?.text ?? null,
  ]);

describe('what a paper says otherwise', () => {
  it('is what was reworded, what is new, and what is gone, each at its place', () => {
    const before = paper(clause('a', '3.1.', 'Sells.'), clause('b', '3.2.', 'Reports.'), clause('c', '3.3.', 'Travels.'));
    const after = paper(clause('a', '3.1.', 'Sells and advises.'), clause('c', '3.2.', 'Travels.'), clause('d', '3.3.', 'Trains.'));
    expect(told(before, after)).toEqual([
      ['3.1', 'Sells', '3.1', 'Sells and advises'],
      ['3.2', 'Reports', null, null],
      [null, null, '3.3', 'Trains'],
    ]);
  });

  it('is not another number, nor the sign at the end of an entry', () => {
    const entries = (...words: string[]): Block => ({
      type: 'list',
      marker: 'decimal',
      items: words.map((one, at) => ({ id: one.slice(0, 1), label: `${at + 1})`, content: [text(one)], children: [] })),
    });
    expect(told(paper(entries('a;', 'b.')), paper(entries('a.')))).toEqual([[null, 'b', null, null]]);
    expect(told(paper(clause('x', '3.1.', 'Sells.')), paper(clause('x', '3.4.', 'Sells.')))).toEqual([]);
  });

  it('knows rows and labelled values by what they are about', () => {
    const cell = (words: string) => ({ children: [paragraph([text(words)])] });
    const table = (limit: string): Block => ({
      type: 'table',
      id: 'limits',
      caption: null,
      columns: [],
      header: [],
      rows: [{ id: 'discount', cells: [cell('Discount'), cell(limit)] }],
    });
    const facts = (value: string): Block => ({ type: 'facts', rows: [{ label: [text('Hours')], value: [text(value)] }] });
    expect(
      changedStatements(paper(table('5 %'), facts('40')), paper(table('7 %'), facts('36'))).map(({ after }) => [after?.topic, after?.text]),
    ).toEqual([
      ['Discount', '7 %'],
      ['Hours', '36'],
    ]);
  });
});

describe('generate --from', () => {
  const role = smallRoles['roles/sales-manager.yaml'] ?? '';
  const files = { 'roles/sales-manager.yaml': role, 'old.yaml': role.replace(/^version: .*$/m, 'version: 0.9.0') };
  const run = (line: string, over: Record<string, string> = {}) => {
    const workspace = memoryWorkspace({ ...files, ...over });
    return command(`generate ${line} --locale en --jurisdiction gb --lang en`, { workspace }).then((said) => ({
      ...said,
      page: new TextDecoder()
        .decode(workspace.files.get('out/sales-manager/change-notice.en.html') ?? new Uint8Array())
        .replaceAll('\u00a0', ' '),
    }));
  };

  it('tells the changes in a notice, with the day and the reason', async () => {
    const newer = role.replace('goods of the quality it needs', 'goods of the best quality');
    const { code, err, page } = await run(
      'sales-manager --from old.yaml --kind change-notice --format html --effective 2027-03-01 --reason Growth',
      {
        'roles/sales-manager.yaml': newer,
      },
    );
    expect(code, err).toBe(0);
    expect(page).toContain('1 March 2027');
    expect(page).toContain('Growth.');
    expect(page).toContain('goods of the best quality');
  });

  it('says that nothing has changed where nothing has', async () => {
    const { page } = await run('sales-manager --from old.yaml --kind change-notice --format html');
    expect(page).toContain('The words of the description stay the same.');
  });

  it('asks for the earlier version where papers on changes are wanted by name, and leaves them out of a set', async () => {
    expect((await run('sales-manager --kind change-notice --format html')).err).toContain('warning no-changes\n');
    expect((await run('sales-manager --kind change --format html')).err).not.toContain('no-changes');
  });

  it('compares one role at a time', async () => {
    const { code, err } = await run('sales-manager hr-manager --from old.yaml --kind change-notice');
    expect([code, err.split('\n')[0]]).toEqual([2, expect.stringContaining('from-needs-one-role')]);
  });
});
