/** The scorecard: how results are scored, and that function, spreadsheet and paper say the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contents, plainText, walk } from '../src/document/reading.js';
import type { Document, Locale, Table } from '../src/document/document.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { createPress } from '../src/press/press.js';
import type { Job } from '../src/press/press.js';
import { readRole } from '../src/desk/roles.js';
import type { Kpi, Role } from '../src/role/role.generated.js';
import { achieved, overall, sharedOut, usualScoreSettings } from '../src/role/score.js';
import type { Result, ScoreSettings } from '../src/role/score.js';
import { locales, openLibrary, usualJurisdiction } from '../src/shelf/library.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { cellsOf, reckoned } from './formulas.js';
import type { Value } from './formulas.js';
import { runs } from './every.js';

const shelf = packageWorkspace();
const press = createPress(openLibrary(shelf), () => expect.fail('no fonts are needed'));
const seller = readRole(shelf, 'roles/sales-manager.yaml').role ?? expect.fail('not valid');

const measure = (over: Partial<Kpi>): Kpi => ({
  id: 'one',
  name: { ru: 'Показатель', en: 'Measure', nl: 'Indicator' },
  operator: 'at-least',
  value: 100,
  unit: 'count',
  period: 'month',
  weight: 100,
  ...over,
});
const withMeasures = (...kpis: Kpi[]): Role => ({ ...seller, kpis: kpis.map((kpi, at) => ({ ...kpi, id: `kpi-${at}` })) });
const firmWith = (scorecard: Partial<ScoreSettings>): Organisation => ({ name: 'Firm', jurisdiction: 'gb', languages: ['en'], scorecard });
const job = (role: Role, locale: Locale, organisation: Organisation | null = null): Job => ({
  role,
  kind: 'kpi-scorecard',
  locale,
  jurisdiction: usualJurisdiction[locale],
  organisation,
  person: null,
  date: null,
  logo: null,
});

const result = (operator: Kpi['operator'], target: number | null, actual: number | null, over: Partial<Result> = {}): Result => ({
  operator,
  target,
  upper: null,
  weight: 10,
  actual,
  ...over,
});

describe('a measure', () => {
  it.each<[Kpi['operator'], number, number, number]>([
    ['at-least', 100, 100, 100],
    ['at-least', 100, 50, 50],
    ['at-least', 100, 300, 120],
    ['at-least', 0, 0, 100],
    ['at-least', 0, -1, 0],
    ['at-most', 10, 10, 100],
    ['at-most', 10, 9, 110],
    ['at-most', 10, 1, 120],
    ['at-most', 10, 0, 120],
    ['at-most', 10, 15, 50],
    ['at-most', 10, 20, 0],
    ['at-most', 10, 1000, 0],
    ['at-most', 0, 0, 100],
    ['at-most', 0, 1, 0],
    ['equal', 20, 20, 100],
    ['equal', 20, 15, 75],
    ['equal', 20, 25, 75],
    ['equal', 20, 80, 0],
    ['equal', 0, 0, 100],
    ['equal', 0, 1, 0],
  ])('%s %d counts %d as %d', (operator, target, actual, percent) => {
    expect(achieved(result(operator, target, actual), usualScoreSettings)).toBeCloseTo(percent, 9);
  });

  it.each([
    [9, 0],
    [10, 100],
    [20, 100],
    [21, 0],
  ])('between 10 and 20 counts %d as %d', (actual, percent) => {
    expect(achieved(result('between', 10, actual, { upper: 20 }), usualScoreSettings)).toBe(percent);
  });

  it('counts within cap and floor of the organisation', () => {
    const settings = { cap: 150, floor: 40, minimumRated: 75 };
    expect(achieved(result('at-least', 10, 99), settings)).toBe(150);
    expect(achieved(result('at-most', 10, 99), settings)).toBe(40);
    expect(achieved(result('equal', 10, 99), settings)).toBe(40);
    expect(achieved(result('between', 10, 99, { upper: 20 }), settings)).toBe(40);
    expect(achieved(result('at-most', 0, 1), settings)).toBe(40);
  });

  it('without target or actual value is not scored', () => {
    expect(achieved(result('at-least', null, 5), usualScoreSettings)).toBeNull();
    expect(achieved(result('at-most', 5, null), usualScoreSettings)).toBeNull();
    expect(achieved(result('between', 5, 5), usualScoreSettings)).toBeNull();
  });
});

describe('all measures together', () => {
  const scored = (weight: number): Result => result('at-least', 10, 5, { weight });
  const unscored = (weight: number): Result => result('at-least', null, 5, { weight });

  it('leave out what is not scored', () => {
    expect(overall([scored(60), result('at-least', 10, 10, { weight: 20 }), unscored(20)], usualScoreSettings)).toEqual({
      weight: 100,
      scored: 80,
      score: 62.5,
    });
  });

  it('have no score when too little of them is scored', () => {
    expect(overall([scored(75), unscored(25)], usualScoreSettings).score).toBe(50);
    expect(overall([scored(74), unscored(26)], usualScoreSettings)).toEqual({ weight: 100, scored: 74, score: null });
    expect(overall([scored(1), unscored(99)], { ...usualScoreSettings, minimumRated: 0 }).score).toBe(50);
    expect(overall([unscored(100)], { ...usualScoreSettings, minimumRated: 0 }).score).toBeNull();
  });
});

describe('weights', () => {
  it('add up to 100 again in whole per cent, in the old proportion', () => {
    const share = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(share, (weights) => {
        const sum = weights.reduce((total, one) => total + one, 0);
        const shared = sharedOut(weights.map((weight) => ({ weight }))).measures.map(({ weight = 0 }) => weight);
        expect(shared.reduce((total, one) => total + one, 0)).toBe(100);
        for (const [at, weight] of shared.entries()) expect(Math.abs(weight - (100 * (weights[at] ?? 0)) / sum)).toBeLessThan(1);
      }),
      { seed: 13 },
    );
  });

  it('stay as they are where they add up, and where some are still to be set', () => {
    expect(sharedOut([{ weight: 62.5 }, { weight: 37.5 }])).toEqual({ measures: [{ weight: 62.5 }, { weight: 37.5 }], rescaled: false });
    expect(sharedOut([{ weight: 30 }, {}])).toEqual({ measures: [{ weight: 30 }, {}], rescaled: false });
  });

  it('of a role without some of its measures are scaled on paper, which says so', () => {
    const document = press.assemble(job(withMeasures(measure({ weight: 30 }), measure({ weight: 15 })), 'en'));
    expect(rowsOf(document).map((cells) => cells[3])).toEqual(['67', '33', '100']);
    expect(wordsOf(document)).toContain('the weights of the others are scaled to 100.');
    expect(wordsOf(press.assemble(job(seller, 'en')))).not.toContain('scaled');
  });
});

describe('the spreadsheet', () => {
  const settings = fc.record({
    cap: fc.integer({ min: 100, max: 200 }),
    floor: fc.integer({ min: 0, max: 100 }),
    minimumRated: fc.integer({ min: 0, max: 100 }),
  });
  const figure = fc.option(fc.oneof(fc.integer({ min: -5, max: 40 }), fc.double({ min: 0, max: 50, noNaN: true })), { freq: 5 });
  const case_ = fc.record({
    operator: fc.constantFrom<Kpi['operator'][]>('at-least', 'at-most', 'equal', 'between'),
    target: figure,
    width: fc.integer({ min: 0, max: 20 }),
    actual: figure,
    weight: fc.integer({ min: 1, max: 40 }),
  });

  it('reckons what the function does, whatever is filled in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(case_, { minLength: 1, maxLength: 6 }), settings, async (cases, chosen) => {
        const kpis = cases.map(({ operator, target, width, weight }) =>
          measure({ operator, value: target, weight, ...(operator === 'between' && { max: (target ?? 0) + width }) }),
        );
        const { measures } = sharedOut(kpis);
        const results = cases.map(({ operator, target, width, actual }, at) => ({
          operator,
          target,
          upper: operator === 'between' ? (target ?? 0) + width : null,
          weight: measures[at]?.weight ?? null,
          actual,
        }));
        const cells = cellsOf((await press.transfer(job(withMeasures(...kpis), 'en', firmWith(chosen)), 'xlsx')).bytes);
        const column = columnsOf(
          cells,
          kpis.some(({ operator }) => operator === 'between'),
        );
        const filled = new Map<string, Value>(cases.map(({ actual }, at) => [`${column.actual}${firstRow + at}`, actual]));
        const reckon = (address: string): Value => reckoned(address, cells, filled);

        for (const [at, one] of results.entries()) same(reckon(`${column.achieved}${firstRow + at}`), achieved(one, chosen));
        const { scored, score } = overall(results, chosen);
        const totals = firstRow + cases.length;
        same(reckon(`${column.weight}${totals + 1}`), scored);
        expect(reckon(`${column.actual}${totals + 1}`)).toBe('of 100');
        const said = reckon(`${column.weighted}${totals + 2}`);
        if (score === null) expect(said).toBe(scored === 0 ? '' : 'too little data');
        else same(said, score);
      }),
      { seed: 13, numRuns: runs(60) },
    );
  });

  it.each(locales)('says what it would reckon, and as the paper does: %s', async (locale) => {
    const cells = cellsOf((await press.transfer(job(seller, locale), 'xlsx')).bytes);
    for (const [address, { formula, value }] of cells) if (formula !== null) expect(reckoned(address, cells, new Map())).toBe(value);
    const column = columnsOf(cells, false, true);
    const rows = rowsOf(press.assemble(job(seller, locale)));
    // Measures of one group stand together, in both.
    for (const at of (seller.kpis ?? []).keys()) {
      const [, target = '', unit, weight] = rows[at] ?? [];
      expect(String(cells.get(`${column.weight}${firstRow + at}`)?.value)).toBe(weight);
      const limit = cells.get(`${column.target}${firstRow + at}`)?.value ?? null;
      const shown = typeof limit === 'number' ? limit * (unit === '%' ? 100 : 1) : null;
      expect(/\d+/u.exec(target)?.[0] ?? null).toBe(shown === null ? null : String(Math.round(shown)));
    }
  });
});

describe('the paper', () => {
  it.each([
    ['ru', 'в пределах от 20 до 130', 'менее 60 % веса', 'не даёт права на премию'],
    ['en', 'more than 130 or as less than 20', 'less than 60% of the weight', 'creates no entitlement to pay'],
    ['nl', 'meer dan 130 of voor minder dan 20', 'minder dan 60% van de weging', 'geen recht op beloning'],
  ] as const)('explains the rule with the settings of the organisation: %s', (locale, limits, least, pay) => {
    const words = wordsOf(press.assemble(job(seller, locale, firmWith({ cap: 130, floor: 20, minimumRated: 60 }))));
    for (const said of [limits, least, pay]) expect(words).toContain(said);
  });

  it('explains the kinds of target that it has, and shows which they are', () => {
    const one = (kpi: Partial<Kpi>): string => wordsOf(press.assemble(job(withMeasures(measure(kpi)), 'ru')));
    expect(one({ operator: 'at-least' })).not.toMatch(/«Ровно»|«Не более»|«От и до»|равной нулю/u);
    expect(one({ operator: 'equal' })).toMatch(/Ровно 100.*«Ровно»/su);
    expect(one({ operator: 'at-most', value: 0 })).toContain('При цели, равной нулю');
  });

  it('has a blank for a target that is not set, and no values of other firms', () => {
    const document = press.assemble(
      job(
        withMeasures(
          measure({ value: null, benchmarks: [{ id: 'services', industry: { ru: 'Услуги', en: 'Services', nl: 'Diensten' }, min: 3 }] }),
        ),
        'en',
      ),
    );
    const fields = [...contents(document.blocks)].flat().flatMap((inline) => (inline.type === 'field' ? [inline.name] : []));
    expect(fields).toContain('kpi-0-target');
    expect(wordsOf(document)).not.toContain('Services');
  });
});

it.each([
  ['cap: 90', 'cap'],
  ['floor: 110', 'floor'],
  ['minimumRated: 101', 'minimumRated'],
  ['ceiling: 120', 'scorecard'],
])('settings that make no sense are refused: %s', (line, place) => {
  const file = `schema: 2\nname: Firm\njurisdiction: gb\nlanguages: [en]\nscorecard: { ${line} }\n`;
  const { organisation, diagnostics } = readOrganisation(memoryWorkspace({ 'o.yaml': file }), 'o.yaml');
  expect(organisation).toBeNull();
  expect(JSON.stringify(diagnostics)).toContain(place);
});

/** Below title, four lines of facts, an empty one and the head of the table. */
const firstRow = 7;
const columnsOf = (cells: ReadonlyMap<string, unknown>, ranges: boolean, grouped = false) => {
  const letters = [...(grouped ? 'BCDEFGHIJKLM' : 'ABCDEFGHIJKL')];
  const at = (column: number): string => letters[column + (ranges && column > 5 ? 1 : 0)] ?? '';
  expect(cells.has(`${at(8)}${firstRow}`)).toBe(true);
  return { target: at(5), weight: at(6), actual: at(7), achieved: at(8), weighted: at(9) };
};

function same(value: Value, expected: number | null): void {
  if (expected === null) expect(value).toBe('');
  else expect(value).toBeCloseTo(expected, 6);
}

const plain = (words: string): string => words.replaceAll(/[\u00A0\u00AD\u202F]/gu, (sign) => (sign === '\u00AD' ? '' : ' '));
const wordsOf = ({ blocks }: Document): string => plain([...contents(blocks)].map(plainText).join('\n'));
function rowsOf({ blocks }: Document): string[][] {
  const table = [...walk(blocks)].find((block): block is Table => block.type === 'table' && block.id === 'scorecard');
  return (table?.rows ?? []).map(({ cells }) => cells.map(({ children }) => plain([...contents(children)].map(plainText).join(' '))));
}
