/** Questions of a role: who answers them, what hangs on the answers, and how they stand in texts. */
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readRole } from '../src/desk/roles.js';
import { contents, plainText } from '../src/document/reading.js';
import type { Locale } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import type { Person } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import { checkRole } from '../src/role/read.js';
import type { Answers, Role } from '../src/role/role.generated.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { paperOrganisation } from './paper-role.js';
import { fonts } from './paper.js';

const press = createPress(openLibrary(packageWorkspace()), () => fonts);
const sampleText = readFileSync(new URL('./corpus/lint-sample.yaml', import.meta.url), 'utf8');
const sample = parse(sampleText) as Role;

const words = (ru: string, en: string, nl: string): { ru: string; en: string; nl: string } => ({ ru, en, nl });
const plain = (text: string) => words(text, text, text);

const questions: Role['questions'] = [
  { id: 'has-base', kind: 'yes-no', text: plain('Is there a base'), default: true },
  {
    id: 'channel',
    kind: 'choice',
    text: plain('Which channel'),
    options: [
      { id: 'phone', text: words('по телефону', 'by telephone', 'per telefoon') },
      { id: 'field', text: words('с выездом', 'on visits', 'op bezoek') },
      { id: 'post', text: words('по почте', 'by post', 'per post') },
    ],
    default: 'phone',
  },
  { id: 'discount', kind: 'number', unit: 'percent', text: plain('What discount'), default: 5 },
  { id: 'sum', kind: 'number', unit: 'money', text: plain('What sum'), amounts: { ru: 300_000, nl: 10_000, gb: 9_000, us: 8_000 } },
  { id: 'term', kind: 'number', unit: 'calendar-day', text: plain('What term'), default: 30 },
];

const textOfRole = words(
  'Скидка {discount}, сумма {sum}, срок {term}, {channel}',
  'Discount {discount}, sum {sum}, term {term}, {channel}',
  'Korting {discount}, bedrag {sum}, termijn {term}, {channel}',
);

const duty = (id: string, when?: Record<string, unknown>) => ({ id, text: plain(`Duty ${id}`), ...(when ? { when } : {}) });

const [firstArea, ...otherAreas] = sample.duties;
const written = {
  ...sample,
  questions,
  duties: [
    {
      ...firstArea,
      duties: [
        ...(firstArea?.duties ?? []),
        { id: 'terms', text: textOfRole },
        duty('if-base', { 'has-base': true }),
        duty('if-none', { 'has-base': false }),
        duty('by-phone-or-post', { channel: ['phone', 'post'] }),
        duty('base-and-field', { 'has-base': true, channel: 'field' }),
      ],
    },
    ...otherAreas,
  ],
};

const must = <T>(value: T | null): T => value ?? expect.fail('not valid');
const role = must(checkRole(stringify(written), 'seller.yaml').role);

const department = { id: 'north', name: plain('North'), head: 'director' };
const answering = (organisation?: Answers, ofDepartment?: Answers, ofPosition?: Answers): Organisation => ({
  ...paperOrganisation(),
  ...(organisation ? { answers: organisation } : {}),
  departments: [{ ...department, ...(ofDepartment ? { answers: ofDepartment } : {}) }],
  ...(ofPosition ? { positions: { sample: { answers: ofPosition } } } : {}),
});

function paper(
  organisation: Organisation | null,
  more: { of?: Role; locale?: Locale; country?: JurisdictionId; person?: Person } = {},
): string {
  const { of = role, locale = 'en', country = 'gb', person = null } = more;
  const document = press.assemble({
    role: of,
    kind: 'job-description',
    locale,
    jurisdiction: country,
    organisation,
    person,
    date: null,
    logo: null,
    department: 'north',
  });
  return [...contents(document.blocks)].map(plainText).join('\n').replaceAll('\u00a0', ' ');
}

const dutiesIn = (text: string): string[] => [...text.matchAll(/Duty ([a-z-]+)/g)].map(([, id]) => id ?? '');

describe('a question is answered', () => {
  const discountIn = (organisation: Organisation, of: Role = role): string => /Discount (\d+)/.exec(paper(organisation, { of }))?.[1] ?? '';

  test('by its default, and then by whoever stands nearer to the post', () => {
    expect(discountIn(answering())).toBe('5');
    expect(discountIn(answering({ discount: 6 }))).toBe('6');
    expect(discountIn(answering({ discount: 6 }, { discount: 7 }))).toBe('7');
    expect(discountIn(answering({ discount: 6 }, { discount: 7 }, { discount: 8 }))).toBe('8');
    const overlaid = { ...role, answers: { discount: 9 } };
    expect(discountIn(answering({ discount: 6 }, { discount: 7 }, { discount: 8 }), overlaid)).toBe('9');
  });

  test('by the department of the person, whatever the papers are made for', () => {
    const south = { id: 'south', name: plain('South'), answers: { discount: 3 } };
    const organisation = { ...answering({}, { discount: 7 }), departments: [department, south] };
    const person: Person = { name: { last: 'Lee', first: 'Ann' }, gender: 'female', department: 'south' };
    expect(paper(organisation, { person })).toContain('Discount 3');
  });

  test('by an overlay over what the organisation says', () => {
    const overlay = 'schema: 2\nextends: sample\nbase: { version: 1.0.0 }\nid: sample\nversion: 1.1.0\nanswers: { discount: 12 }\n';
    const files = { 'roles/sample.yaml': stringify(written), 'departments/own.yaml': overlay };
    const { role: own, diagnostics } = readRole(memoryWorkspace(files), 'departments/own.yaml');
    expect(diagnostics).toEqual([]);
    expect(discountIn(answering({ discount: 6 }), must(own))).toBe('12');
  });

  test('by no with the same force as by yes', () => {
    expect(dutiesIn(paper(answering({ 'has-base': true }, { 'has-base': false })))).toContain('if-none');
  });
});

describe('an entry hangs on', () => {
  test('one answer', () => {
    expect(dutiesIn(paper(answering()))).toEqual(['if-base', 'by-phone-or-post']);
    expect(dutiesIn(paper(answering({ 'has-base': false })))).toEqual(['if-none', 'by-phone-or-post']);
  });

  test('any of a list of answers', () => {
    expect(dutiesIn(paper(answering({ channel: 'post' })))).toContain('by-phone-or-post');
    expect(dutiesIn(paper(answering({ channel: 'field' })))).not.toContain('by-phone-or-post');
  });

  test('several answers at once', () => {
    expect(dutiesIn(paper(answering({ channel: 'field' })))).toContain('base-and-field');
    expect(dutiesIn(paper(answering({ channel: 'field', 'has-base': false })))).not.toContain('base-and-field');
  });
});

describe('a blank form', () => {
  test('prints every alternative with a mark, and says what the mark means', () => {
    const form = paper(null);
    expect(form.match(/Duty [a-z-]+\*?/g)).toEqual(['Duty if-base*', 'Duty if-none*', 'Duty by-phone-or-post*', 'Duty base-and-field*']);
    expect(form).toMatch(/^\* /m);
  });

  test('has no mark and no explanation when nothing hangs on an answer', () => {
    expect(paper(null, { of: must(checkRole(sampleText, 'sample.yaml').role) })).not.toContain('*');
  });

  test('has a line where an answer stands, with the unit', () => {
    expect(paper(null)).toContain('Discount ____%, sum __________, term ____ days, __________');
    expect(paper(null, { locale: 'ru', country: 'ru' })).toContain(
      'Скидка ____ %, сумма __________ рублей, срок ____ календарных дней, __________',
    );
    expect(paper(null, { locale: 'nl', country: 'nl' })).toContain('Korting ____%, bedrag € __________, termijn ____ dagen, __________');
  });

  test('is never what an organisation gets', () => {
    expect(paper(answering())).not.toMatch(/\*|____%/);
  });
});

describe('an answer in a text', () => {
  test.each<[Locale, JurisdictionId, string]>([
    ['ru', 'ru', 'скидка 5 %, сумма 300 000 рублей, срок 30 календарных дней, по телефону'],
    ['en', 'gb', 'Discount 5%, sum £9,000, term 30 days, by telephone'],
    ['en', 'us', 'Discount 5%, sum $8,000, term 30 days, by telephone'],
    ['nl', 'nl', 'korting 5%, bedrag € 10.000, termijn 30 dagen, per telefoon'],
  ])('is written as in %s of %s, and a sum is that of the country', (locale, country, expected) => {
    expect(paper(answering(), { locale, country }).toLowerCase()).toContain(expected.toLowerCase());
  });

  test('agrees with its number', () => {
    expect(paper(answering({ term: 1 }), { locale: 'ru', country: 'ru' })).toContain('срок 1 календарный день');
    expect(paper(answering({ term: 22 }), { locale: 'ru', country: 'ru' })).toContain('срок 22 календарных дня');
    expect(paper(answering({ term: 1 }))).toContain('term 1 day,');
  });
});

describe('a role is told', () => {
  const told = (over: Record<string, unknown>) => checkRole(stringify({ ...written, ...over }), 'seller.yaml').diagnostics;
  const codesOf = (over: Record<string, unknown>): string[] => told(over).map(({ code }) => code);

  test('of an entry and of a text that name a question it does not ask', () => {
    const [area, ...others] = written.duties;
    const withDuty = (one: unknown) => ({ duties: [{ ...area, duties: [...(area?.duties ?? []), one] }, ...others] });
    const unknown = (name: string, nearest: string) => ({ code: 'broken-reference', args: { kind: 'question', name, nearest } });
    expect(told(withDuty(duty('odd', { 'has-bsae': true })))).toMatchObject([unknown('has-bsae', 'has-base')]);
    const named = withDuty({ id: 'odd', text: words('до {term}', 'up to {dicsount}', 'tot {term}') });
    expect(told(named)).toMatchObject([unknown('dicsount', 'discount')]);
    expect(codesOf(withDuty(duty('even', { 'has-base': true })))).toEqual([]);
  });

  test('of a question without a default', () => {
    expect(codesOf({ questions: questions?.map((one) => ({ ...one, default: undefined })) })).toContain('question-without-default');
  });

  test('of shares of time that are not the whole of it', () => {
    const shares = (...parts: number[]) => ({ duties: written.duties.slice(0, 3).map((area, at) => ({ ...area, share: parts[at] })) });
    expect(codesOf(shares(50, 30, 19))).toEqual(['shares-not-100']);
    expect(codesOf(shares(50, 30, 20))).toEqual([]);
  });

  test('nothing of shares of areas that America does not have', () => {
    const [first, ...rest] = written.duties;
    const abroad = { ...first, id: 'abroad', duties: [], jurisdictions: ['ru'], share: 40 };
    const own = { ...first, share: 100 - rest.length * 10 };
    expect(codesOf({ duties: [abroad, own, ...rest.map((area) => ({ ...area, share: 10 }))] })).toEqual([]);
  });
});
