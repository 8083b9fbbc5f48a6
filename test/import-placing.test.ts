/** Texts without a place to which somebody gives one before the role is written. */
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../src/desk/desk.js';
import { lookAtSent, takeSent } from '../src/desk/import/sent-file.js';
import { readRole } from '../src/desk/roles.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { createPhrases } from '../src/language/phrases.js';
import { ownData } from '../src/read/own-data.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { wordFile } from './word-files.js';

const words = {
  language: 'en' as const,
  say: createPhrases(ownData(packageWorkspace(), 'locales/program.en.yaml'), 'en'),
};
/** Lines that begin with a capital and have no stop are headings. */
const fileOf = (lines: readonly string[]): Uint8Array =>
  wordFile({
    document: lines
      .map((text) => `<w:p><w:r>${/^[A-Z][\w ]+$/.test(text) ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t>${text}</w:t></w:r></w:p>`)
      .join(''),
  });
const head = ['Job description', 'Job title: Storekeeper', 'Duties', '1. Check all deliveries.'];
const curios = ['Curios', 'Oysters glitter greenly.', 'Umbrellas drip softly.'];
const bytes = fileOf([...head, ...curios]);

type Draft = Readonly<Record<string, unknown>>;
function taken(places?: string, more: object = {}): { role: Draft; page: string; errors: readonly unknown[] } {
  const workspace = memoryWorkspace({});
  const { path } = takeSent({ name: 'C:\\old\\..\\store.docx', bytes, places, ...more }, words, openDesk(workspace));
  const text = (at: string): string => new TextDecoder().decode(workspace.files.get(at));
  const errors = readRole(workspace, path).diagnostics.filter(({ severity }) => severity === 'error');
  return { role: parse(text(path)) as Draft, page: text(path.replace('roles/', 'import/').replace('.yaml', '.html')), errors };
}
const unplaced = ({ unplaced: all = [] }: Draft): string[] => (all as { text: string }[]).map(({ text }) => text);

describe('a text without a place', () => {
  const as = (text: string): number => unplaced(taken().role).indexOf(text);

  it('becomes an entry in the form of its list, with where it is from, and the rest stays', () => {
    const before = unplaced(taken().role);
    expect(before).toContain('Oysters glitter greenly.');
    const { role, page, errors } = taken(`${as('Oysters glitter greenly.')}:conditions,${as('Curios')}:out`);
    expect(errors).toEqual([]);
    expect(role.conditions).toMatchObject([{ text: 'Oysters glitter greenly', source: 'store:6' }]);
    expect(unplaced(role)).toEqual(before.filter((text) => text !== 'Curios' && text !== 'Oysters glitter greenly.'));
    expect(page).toContain('placed by hand');
  });

  it.each([
    ['limits', (role: Draft) => role.limits, [{ topic: 'oysters glitter greenly' }]],
    ['relations', (role: Draft) => role.relations, [{ party: 'oysters glitter greenly' }]],
    ['pay.components', (role: Draft) => role.pay, { components: [{ text: 'Oysters glitter greenly' }] }],
    ['kpis', (role: Draft) => role.kpis, [{ name: 'oysters glitter greenly', value: null }]],
    ['purpose', (role: Draft) => role.purpose, 'oysters glitter greenly'],
    ['summary', (role: Draft) => role.summary, 'Oysters glitter greenly'],
  ] as const)('may go under %s', (key, valueOf, value) => {
    const { role, errors } = taken(`${as('Oysters glitter greenly.')}:${key}`);
    expect(errors).toEqual([]);
    if (typeof value === 'string') expect(valueOf(role)).toBe(value);
    else expect(valueOf(role)).toMatchObject(value);
    expect(unplaced(role)).not.toContain('Oysters glitter greenly.');
  });

  it('names posts where a role has them, each once, in the place of brackets', () => {
    const form = { bytes: fileOf([...head, 'Curios', 'Umbrella holder.', 'Dean of hats.']) };
    const at = (text: string): number => unplaced(taken(undefined, form).role).indexOf(text);
    const places = [
      [at('Umbrella holder.'), 'deputising'],
      [at('Dean of hats.'), 'reportsTo'],
    ];
    const { role, errors } = taken(places.map(([one, key]) => `${one}:${key}`).join(), form);
    expect(errors).toEqual([]);
    expect(role.posts).toMatchObject({ 'umbrella-holder': { title: 'umbrella holder' }, 'dean-of-hats': { title: 'dean of hats' } });
    expect(role.reportsTo).toEqual({ posts: ['dean-of-hats'] });
    expect(Object.keys(role.posts as object)).not.toContain('superior');
    expect(role.deputising).toMatchObject({ by: 'umbrella-holder', transfersRights: false });
    const led = taken(`${at('Dean of hats.')}:subordinates,${at('Umbrella holder.')}:subordinates`, form);
    expect(led.errors).toEqual([]);
    expect(led.role.subordinates).toEqual(['umbrella-holder', 'dean-of-hats']);
    // A second superior goes beside the first, and a second deputy has no place.
    const two = taken(`${at('Dean of hats.')}:reportsTo,${at('Umbrella holder.')}:reportsTo`, form);
    expect(two.errors).toEqual([]);
    expect(two.role.reportsTo).toEqual({ posts: ['umbrella-holder', 'dean-of-hats'], mode: 'all' });
    const both = taken(`${at('Dean of hats.')}:deputising,${at('Umbrella holder.')}:deputising`, form);
    expect(unplaced(both.role)).toContain('Dean of hats.');
  });

  it('goes on with the purpose that is there, and stands where the file put it otherwise', () => {
    const at = (text: string): number => unplaced(taken().role).indexOf(text);
    const { role, errors } = taken(`${at('Oysters glitter greenly.')}:purpose,${at('Umbrellas drip softly.')}:purpose`);
    expect(errors).toEqual([]);
    expect(role.purpose).toBe('oysters glitter greenly. Umbrellas drip softly');
  });

  it('takes the place of a text in brackets, which is then not to be written', () => {
    const { role, page, errors } = taken(`${as('Oysters glitter greenly.')}:rights`);
    expect(errors).toEqual([]);
    expect(role.rights).toMatchObject([{ text: 'oysters glitter greenly' }]);
    expect(page).not.toContain('[say here what the holder may do]');
  });

  it('is a criterion too where the file has a person specification, which prints nothing else', () => {
    const form = { bytes: fileOf([...head, 'Person specification', 'Essential', '- Able to lift 20 kg.', ...curios]) };
    const before = taken(undefined, form).role;
    const at = unplaced(before).indexOf('Oysters glitter greenly.');
    expect((before.criteria as unknown[]).length).toBe(1);
    const { role, errors } = taken(`${at}:requirements.extra`, form);
    expect(errors).toEqual([]);
    expect(role.requirements).toMatchObject({ extra: [{ text: 'able to lift 20 kg' }, { text: 'oysters glitter greenly' }] });
    expect(role.criteria).toMatchObject([{}, { group: 'other', text: 'oysters glitter greenly' }]);
  });

  it('counts no more once it has a place, nor do words in brackets that it replaces', () => {
    const counts = (places?: string): readonly unknown[] => {
      const sent = { name: 'store.docx', bytes, places };
      const { diagnostics } = lookAtSent(sent, words, openDesk(memoryWorkspace({})));
      return diagnostics.map(({ code, args }) => [code, args.count]);
    };
    expect(counts()).toEqual([
      ['import-filled', 9],
      ['import-unplaced', 3],
    ]);
    const all = [0, 1, 2].map((at) => `${at}:rights`).join();
    expect(counts(all)).toEqual([['import-filled', 8]]);
  });

  it('stays where no list is named that there is', () => {
    for (const places of ['0:nothing', '99:duties', '0:__proto__', 'x', '0:onboarding'])
      expect(unplaced(taken(places).role)).toEqual(unplaced(taken().role));
  });
});

describe('a text in brackets', () => {
  const look = (more: object = {}): ReturnType<typeof lookAtSent>['told'] =>
    lookAtSent({ name: 'store.docx', bytes, ...more }, words, openDesk(memoryWorkspace({}))).told;

  it('is told one by one, each with where words for it go, and none of them under a name made of its brackets', () => {
    const { decisions } = look();
    const fills = decisions.filter(({ sort }) => sort === 'filled');
    expect(fills.every((one) => one.fills !== null && one.text.includes('['))).toBe(true);
    expect(decisions.filter(({ sort }) => sort !== 'filled').every((one) => one.fills === null)).toBe(true);
    expect(fills.map(({ fills: one }) => [one?.pointer, one?.list])).toEqual([
      ['/purpose', 'purpose'],
      ['/posts/superior/title', 'reportsTo'],
      ['/posts/appointer/title', null],
      ['/requirements/education/options/0/field', null],
      ['/requirements/experience/field', null],
      ['/knowledge/0/text', 'knowledge'],
      ['/rights/0/text', 'rights'],
      ['/responsibility/0/text', 'responsibility'],
    ]);
  });

  it('gives way to words, in the form of its place, and ids are made of them', () => {
    const texts = Object.fromEntries(
      look().decisions.flatMap(({ fills }, at) => (fills ? [[fills.pointer, `Glass number ${at} is polished.`]] : [])),
    );
    const said = { ...texts, '/posts/appointer/title': 'Managing Director', '/rights/0/text': 'Refuse a damaged delivery.' };
    const { role, page, errors } = taken(undefined, { texts: said });
    expect(errors).toEqual([]);
    expect(JSON.stringify(role)).not.toContain('[say');
    expect(page).not.toContain('[say');
    expect(role.posts).toMatchObject({ 'managing-director': { title: 'managing director' } });
    expect(role.appointment).toMatchObject({ by: 'managing-director' });
    expect(role.rights).toEqual([{ id: 'refuse-a-damaged-delivery', text: 'refuse a damaged delivery' }]);
    expect(JSON.stringify(role)).not.toMatch(/appointer|"superior"|know-first|right-first|own-duties/);
    expect(look({ texts: said }).decisions.filter(({ sort }) => sort === 'filled')).toEqual([]);
  });

  it('stays for nothing, for brackets again, for what is too long, and where no bracket is', () => {
    const before = taken().role;
    const idle = { '/purpose': '  ', '/knowledge/0/text': '[later]', '/rights/0/text': 'x'.repeat(2001), '/duties/0/heading': 'mine' };
    expect(taken(undefined, { texts: { ...idle, '/__proto__/title': 'x', '/posts/constructor/title': 'x' } }).role).toEqual(before);
  });

  it('of duties may be written one without the other', () => {
    const form = { bytes: fileOf(['Job description', 'Job title: Storekeeper', ...curios]) };
    const { role, errors } = taken(undefined, { ...form, texts: { '/duties/0/heading': 'The stock' } });
    expect(errors).toEqual([]);
    expect(role.duties).toMatchObject([{ id: 'the-stock', heading: 'the stock', duties: [{ text: '[say here a daily duty]' }] }]);
    const at = unplaced(taken(undefined, form).role).indexOf('Oysters glitter greenly.');
    const placed = taken(`${at}:duties`, { ...form, texts: { '/duties/0/heading': 'The stock' } }).role;
    expect(placed.duties).toMatchObject([{ heading: 'the stock', duties: [{ text: 'oysters glitter greenly' }] }]);
    expect((placed.duties as { duties: unknown[] }[])[0]?.duties).toHaveLength(1);
  });

  it('is the post of a title that the file names already', () => {
    const form = {
      bytes: fileOf(['Job description', 'Job title: Storekeeper', 'Reports to: Shop Manager', 'Duties', '1. Check all deliveries.']),
    };
    const { role, errors } = taken(undefined, { ...form, texts: { '/posts/appointer/title': 'shop manager' } });
    expect(errors).toEqual([]);
    expect(Object.keys(role.posts as object)).toEqual(['shop-manager']);
    expect(role.appointment).toMatchObject({ by: 'shop-manager' });
  });

  it('is none for rights that limits say: no paper of the country prints them', () => {
    const form = { bytes: fileOf([...head, 'Decision making authority', '1. May sign for deliveries up to 500 pounds.']) };
    const { role } = taken(undefined, form);
    expect(role.limits).toBeDefined();
    expect(role.rights).toMatchObject([{ text: 'decide within the limits stated here', jurisdictions: ['ru'] }]);
    expect(look(form).decisions.map(({ text }) => text)).not.toContain('[say here what the holder may do]');
  });
});

it('takes labels of who signs beside each other for places to sign', () => {
  const form = { bytes: fileOf([...head, 'Line manager:                      Employee:']) };
  expect(unplaced(taken(undefined, form).role)).toEqual([]);
});

it('tells what would be written, and writes nothing', () => {
  const workspace = memoryWorkspace({});
  const { told } = lookAtSent({ name: 'store.docx', bytes }, words, openDesk(workspace));
  expect(workspace.files.size).toBe(0);
  expect([told.id, told.path, told.row.decisions]).toEqual(['storekeeper', 'roles/storekeeper.yaml', told.decisions.length]);
  expect(told.decisions.filter(({ unplaced: one }) => one !== null).length).toBe(told.row.unplaced);
  expect(told.pieces.map(({ text }) => text)).toContain('Oysters glitter greenly.');
  // A number that somebody typed is in the text, and stands there once.
  for (const { text } of told.pieces) expect(text).not.toMatch(/^(\S+) \1 /);
});

it('never writes over a role, and refuses what is no Word file', () => {
  const workspace = memoryWorkspace({ 'roles/storekeeper.yaml': 'mine' });
  const desk = openDesk(workspace);
  const codes = (act: () => unknown): string[] => {
    try {
      act();
      return [];
    } catch (error) {
      return error instanceof Refusal ? error.diagnostics.map(({ code }) => code) : [String(error)];
    }
  };
  expect(codes(() => takeSent({ name: 'store.docx', bytes }, words, desk))).toEqual(['would-overwrite']);
  expect(workspace.files.size).toBe(1);
  expect(codes(() => lookAtSent({ name: 'scan.docx', bytes: new TextEncoder().encode('%PDF-1.7') }, words, desk))).toHaveLength(1);
  expect(codes(() => takeSent({ name: 'store.docx', bytes, id: '../../etc' }, words, desk))).toEqual(['new-bad-id']);
  expect(codes(() => takeSent({ name: 'store.docx', bytes, base: 'nobody' }, words, desk)).length).toBeGreaterThan(0);
  expect(workspace.files.size).toBe(1);
});
