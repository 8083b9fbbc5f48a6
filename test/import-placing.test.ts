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
