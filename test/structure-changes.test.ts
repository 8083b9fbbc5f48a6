/** What a changed structure means: which positions, which papers, and who signs. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Git } from '../src/desk/revision.js';
import { linesOf } from '../src/structure/lines.js';
import { positionChanges, positionPairs } from '../src/structure/changes.js';
import type { Structure, StructurePosition } from '../src/structure/structure.generated.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { command } from './command.js';
import type { Told } from './command.js';

const sample = readFileSync(new URL('./corpus/lint-sample.yaml', import.meta.url), 'utf8').replace('\nid: sample\n', '\nid: buyer\n');

describe('positions of two structures', () => {
  const lines = (positions: Record<string, Partial<StructurePosition>>) =>
    linesOf({
      languages: ['en'],
      positions: Object.fromEntries(
        Object.entries(positions).map(([id, one]): [string, StructurePosition] => [id, { title: 'clerk', ...one }]),
      ),
    } satisfies Structure);
  const changed = (before: Parameters<typeof lines>[0], after: Parameters<typeof lines>[0]) =>
    positionChanges(positionPairs({ before: lines(before), after: lines(after) }), null).map((one) => [
      one.before?.id ?? null,
      one.after?.id ?? null,
      ...one.fields,
    ]);

  it('are nothing new where files say the same in another order', () => {
    const pay = { min: 1, max: 2, per: 'month' } as const;
    expect(changed({ a: { pay, units: 1 }, b: {} }, { b: {}, a: { pay: { per: 'month', max: 2, min: 1 } } })).toEqual([]);
  });

  it('came, went, and say something else', () => {
    expect(changed({ a: {}, b: { reportsTo: 'a' } }, { a: { title: 'cook', units: 2, grade: '7' }, c: {} })).toEqual([
      ['a', 'a', 'title', 'units', 'grade'],
      [null, 'c'],
      ['b', null],
    ]);
  });

  it('are known by their numbers when their ids change, and so are superiors', () => {
    expect(changed({ a: { code: '1' }, b: { reportsTo: 'a' } }, { x: { code: '1' }, b: { reportsTo: 'x' } })).toEqual([['a', 'x', 'id']]);
  });

  it('have people who came and went, by their numbers or names', () => {
    const holder = (last: string, personnelNumber?: string) => ({
      name: { last, first: 'A' },
      ...(personnelNumber && { personnelNumber }),
    });
    const [one] = positionChanges(
      positionPairs({
        before: lines({ a: { units: 9, holders: [holder('Lee'), holder('Fox', '1'), holder('Roe', '2')] } }),
        after: lines({ a: { units: 9, holders: [holder('Lee', '3'), holder('Wed', '1'), holder('Roe', '4')] } }),
      }),
      null,
    );
    expect(one?.people.stayed.map(({ personnelNumber }) => personnelNumber)).toEqual(['3', '1']);
    expect([one?.people.came, one?.people.left]).toEqual([[holder('Roe', '4')], [holder('Roe', '2')]]);
  });
});

const organisation = 'schema: 2\nname: Firm\njurisdiction: gb\nlanguages: [en]\nstructure: structure.yaml\n';
const before = `schema: 2
languages: [en]
positions:
  director: { title: managing director, reportsTo: null, holders: [{ name: { last: Lee, first: Ann } }] }
  chief: { title: head of buying, post: head-of-purchasing, reportsTo: director, holders: [{ name: { last: Fox, first: Max } }] }
  buyer:
    title: buyer
    role: buyer
    reportsTo: chief
    units: 2
    holders:
      - { name: { last: Poe, first: Eva }, personnelNumber: '1' }
      - { name: { last: Ray, first: Kim }, personnelNumber: '2' }
  second-buyer: { title: buyer, role: buyer, reportsTo: chief, holders: [{ name: { last: Nye, first: Bob }, personnelNumber: '3' }] }
`;

async function changes(after: string, more = '', files: Record<string, string> = {}): Promise<Told> {
  const all = { 'old.yaml': before, 'structure.yaml': after, 'organisation.yaml': organisation, 'roles/buyer.yaml': sample, ...files };
  return command(`structure changes --from old.yaml --organisation organisation.yaml ${more}`, { workspace: memoryWorkspace(all) });
}

interface Plain {
  positions: { id: string; change: string; fields: object; left: { name: { last: string } }[] }[];
  papers: { role: string; kind: string; positions: string[]; languages: string[]; statements: { after: { text: string } }[] }[] | null;
  sign: Record<'again' | 'first', { position: string; holder: { name: { last: string } } }[]>;
}
const plain = async (after: string): Promise<Plain> => JSON.parse((await changes(after, '--json')).out) as Plain;
const names = (all: { holder: { name: { last: string } } }[]): string[] => all.map(({ holder }) => holder.name.last);

describe('papers of two structures', () => {
  it('change with the title of the superior, once for all whose paper is the same, and those who hold them sign again', async () => {
    const { papers, sign, positions } = await plain(before.replace('head of buying', 'chief buyer'));
    expect(positions.map(({ id, fields }) => [id, fields])).toEqual([
      ['chief', { title: { before: 'head of buying', after: 'chief buyer' } }],
    ]);
    expect(papers).toMatchObject([{ role: 'buyer', kind: 'job-description', positions: ['buyer', 'second-buyer'], languages: ['en'] }]);
    expect(JSON.stringify(papers?.[0]?.statements)).toContain('Chief buyer');
    expect([names(sign.again), names(sign.first)]).toEqual([['Poe', 'Ray', 'Nye'], []]);
  });

  it('do not change with who holds the post above, and nobody signs', async () => {
    const found = await plain(before.replace('last: Fox, first: Max', 'last: Cox, first: Di'));
    expect([found.papers, found.sign]).toEqual([[], { again: [], first: [] }]);
    expect(found.positions.map(({ id, left }) => [id, left.map(({ name }) => name.last)])).toEqual([['chief', ['Fox']]]);
  });

  it('do not change with units, and a new holder signs for the first time', async () => {
    const after = before
      .replace('units: 2', 'units: 3')
      .replace("last: Ray, first: Kim }, personnelNumber: '2'", "last: Day, first: Ed }, personnelNumber: '4'");
    const { papers, sign } = await plain(after);
    expect([papers, names(sign.again), names(sign.first)]).toEqual([[], [], ['Day']]);
  });

  it('need no signature of whoever moves to the same words', async () => {
    const moved = before
      .replace(/\n {6}- .*Ray.*/, '')
      .replace("personnelNumber: '3' }]", "personnelNumber: '3' }, { name: { last: Ray, first: Kim }, personnelNumber: '2' }], units: 2");
    const { papers, sign, positions } = await plain(moved);
    expect([papers, sign]).toEqual([[], { again: [], first: [] }]);
    expect(positions.map(({ id }) => id)).toEqual(['buyer', 'second-buyer']);
  });

  it('begin with the position: all who hold a new one sign for the first time', async () => {
    const added = `${before}  third-buyer: { title: buyer, role: buyer, reportsTo: director, holders: [{ name: { last: Abt, first: Jo } }] }\n`;
    const { sign } = await plain(added);
    expect([names(sign.again), names(sign.first)]).toEqual([[], ['Abt']]);
  });

  it('are told of in words, with what they say otherwise', async () => {
    const after = before.replace('head of buying', 'chief buyer').replace(/\n {2}second-buyer.*/, '');
    const { out, code } = await changes(after);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        '2 positions have changed:',
        '  chief · title head of buying → chief buyer',
        '  − second-buyer · buyer',
        '',
        'job description, role buyer (en), says 1 thing otherwise, for buyer:',
        '  − Reports to: Head of buying',
        '  + Reports to: Chief buyer',
        '',
        '2 people have to sign again:',
        '  Eva Poe · buyer',
        '  Kim Ray · buyer',
        '',
        '1 person has left a position:',
        '  Bob Nye · second-buyer',
        '',
        '2 positions and 1 description changed; 2 people sign again, nobody for the first time.',
        '',
      ].join('\n'),
    );
    expect((await changes(before)).out).toBe('Nothing has changed that positions or their descriptions say.\n');
  });

  it('are not compared where nobody says whose structure it is', async () => {
    const workspace = memoryWorkspace({ 'old.yaml': before, 'structure.yaml': before.replace('head of buying', 'chief buyer') });
    const { code, out, err } = await command('structure changes --from old.yaml', { workspace });
    expect([code, out]).toEqual([0, '1 position has changed:\n  chief · title head of buying → chief buyer\n']);
    expect(err).toContain('structure-papers-not-compared');
  });

  it('need an earlier structure that can be read', async () => {
    expect((await changes(before, '', { 'old.yaml': 'schema: 2\n' })).code).toBe(1);
    const workspace = memoryWorkspace({ 'structure.yaml': before });
    expect(await command('structure changes', { workspace })).toMatchObject({ code: 2, err: expect.stringContaining('--from') as string });
    expect((await command('structure changes --from HEAD:structure.yaml', { workspace })).err).toContain('git-missing');
  });

  it('may be those of a git revision, which messages name', async () => {
    const blobs: Record<string, string> = { 'abc:structure.yaml': before, 'abc:broken.yaml': 'schema: 2\nlanguages: [en]\n' };
    const git: Git = (args) => {
      const [what = ''] = args;
      const said = what === 'rev-parse' ? (args.includes('--show-prefix') ? '\n' : 'abc\n') : blobs[args.at(-1) ?? ''];
      return { code: said === undefined ? 1 : 0, out: new TextEncoder().encode(said ?? ''), cut: false };
    };
    const workspace = memoryWorkspace({ 'structure.yaml': before.replace('head of buying', 'chief buyer') });
    expect((await command('structure changes --from HEAD:structure.yaml', { workspace, git })).out).toContain(
      'title head of buying → chief buyer',
    );
    expect((await command('structure changes --from HEAD:broken.yaml', { workspace, git })).err).toContain('HEAD:broken.yaml');
  });
});
