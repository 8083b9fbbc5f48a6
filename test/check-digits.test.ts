/** The numbers of a Russian employer: real ones fit, and one with any digit mistyped does not. */
import { describe, expect, test } from 'vitest';
import { innFits, ogrnFits } from '../src/organisation/check-digits.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import { memoryWorkspace } from '../src/workspace/memory.js';

/** Of Sberbank and Gazprom, and of a sole trader whose number stands in many a handbook. */
const inns = ['7707083893', '7736050003', '500100732259'];
const ogrns = ['1027700132195', '1027700070518', '304500116000157'];

const mistyped = (number: string): readonly string[] =>
  [...number].flatMap((digit, at) =>
    [...'0123456789'].filter((other) => other !== digit).map((other) => number.slice(0, at) + other + number.slice(at + 1)),
  );

describe('check digits', () => {
  test.each(inns)('of the ИНН %s', (inn) => expect(innFits(inn)).toBe(true));
  test.each(ogrns)('of the ОГРН %s', (ogrn) => expect(ogrnFits(ogrn)).toBe(true));

  test('find most digits that are mistyped', () => {
    for (const inn of inns) expect(mistyped(inn).filter(innFits).length).toBeLessThanOrEqual(mistyped(inn).length / 10);
    for (const ogrn of ogrns) expect(mistyped(ogrn).filter(ogrnFits).length).toBeLessThanOrEqual(mistyped(ogrn).length / 10);
  });
});

const findings = (identifiers: string) =>
  readOrganisation(
    memoryWorkspace({ 'o.yaml': `schema: 2\nname: Ромашка\njurisdiction: ru\nlanguages: [ru]\nidentifiers: ${identifiers}\n` }),
    'o.yaml',
  ).diagnostics;

test('numbers of an organisation are read, and a mistyped one is told of at its place', () => {
  expect(findings("{ inn: '7707083893', ogrn: '1027700132195', kpp: '773601001' }")).toEqual([]);
  expect(findings("{ inn: '7707083892', ogrn: '1027700132196' }")).toMatchObject([
    { code: 'wrong-check-digit', line: 5, column: 21, path: 'identifiers/inn', args: { name: 'inn', value: '7707083892' } },
    { code: 'wrong-check-digit', path: 'identifiers/ogrn', args: { name: 'ogrn', value: '1027700132196' } },
  ]);
  expect(findings("{ inn: '77070838', ogrn: '12', kpp: '77' }")).toMatchObject([
    { code: 'bad-notation', args: { notation: 'inn' } },
    { code: 'bad-notation', args: { notation: 'ogrn' } },
    { code: 'bad-notation', args: { notation: 'kpp' } },
  ]);
});
