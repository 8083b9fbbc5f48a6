/** Whatever a role says, its papers say: no key waits for another to be there, and none is lost without a reason. */
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { Locale } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import { createPress } from '../src/press/press.js';
import { checkRole } from '../src/role/read.js';
import type { Role } from '../src/role/role.generated.js';
import { isFor, isIn, lackingFor, standsFor } from '../src/shelf/kinds.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { some } from './every.js';
import { makingRoles } from './marked-role.js';
import { keysOf, made, wordOf } from './marked-values.js';
import type { Key } from './marked-values.js';
import { fonts } from './paper.js';
import { passages } from './passages.js';

const library = openLibrary(packageWorkspace());
const press = createPress(library, () => fonts);

const countries: [JurisdictionId, Locale][] = [
  ['ru', 'ru'],
  ['nl', 'nl'],
  ['gb', 'en'],
  ['us', 'en'],
];

/** Why a key is printed in no paper of a country. All that is not said here is printed. */
const exceptions: Readonly<Record<string, { keys: RegExp; where: readonly JurisdictionId[] }>> = {
  'texts of a Word file that still have no place': { keys: /^unplaced/, where: ['ru', 'nl', 'gb', 'us'] },
  'a должностная инструкция begins with its main task': { keys: /^summary$/, where: ['ru'] },
  'rights stand in the place of limits': { keys: /^limits/, where: ['ru'] },
  'it holds until the next edition': { keys: /^review/, where: ['ru'] },
  'its table of relations has no such column': { keys: /^relations\.external$/, where: ['ru'] },
  'only British criteria say how they are tested': { keys: /^criteria\.assessed$/, where: ['ru', 'nl', 'us'] },
  'only American descriptions part essential duties from others': { keys: /\.marginal$/, where: ['ru', 'nl', 'gb'] },
  'American law': { keys: /^flsa|^facts\.codes\.onet/, where: ['ru', 'nl', 'gb'] },
  'an occupational classification of the United States': { keys: /^facts\.codes\.soc/, where: ['ru', 'nl', 'gb'] },
  'Russian classifications and ranks': { keys: /^facts\.codes\.(?:okpdtr|eks)|^grade\.rank/, where: ['nl', 'gb', 'us'] },
  'Dutch job evaluation': { keys: /^evaluation/, where: ['ru', 'gb', 'us'] },
  'an order names who stands in, as the law has it': { keys: /^deputising\.namedBy/, where: ['ru'] },
  'the rank of a worker is part of the name of the occupation': { keys: /^grade\.rank/, where: ['ru'] },
  'a proposal that no American paper prints': { keys: /^onboarding\.probation/, where: ['us'] },
  'a unit without a number': { keys: /^reports\.effort$/, where: ['ru', 'nl', 'gb', 'us'] },
};

/** Descriptions first: they say most. */
const kinds = [...library.kinds()].filter(({ needs }) => needs !== 'changes').sort((a, b) => Number(b.detail ?? 0) - Number(a.detail ?? 0));

const organisation: Organisation = { name: 'Oak', jurisdiction: 'gb', languages: ['ru', 'en', 'nl'] };

function* papersOf(role: Role, country: JurisdictionId, locale: Locale): Generator<string> {
  for (const kind of kinds) {
    if (!isIn(kind, country) || !isFor(kind, role.category) || lackingFor(kind, role) !== null) continue;
    if (standsFor(kind, kinds, country, role.category)) continue;
    for (const detail of kind.detail ? (['brief', 'full'] as const) : [null]) {
      const job = {
        role,
        kind: kind.id,
        locale,
        jurisdiction: country,
        organisation,
        person: null,
        date: '2026-05-20',
        logo: null,
        detail,
      };
      yield [...passages(press.assemble(job).blocks, 'left out')].join('\n').toLowerCase();
    }
  }
}

/** What a worker’s instruction leaves to the scorecard, and a grade that its rank says. */
const exceptedForWorkers = /^kpis\.(?:dataSource|benchmarks)|^grade\.level$/u;

const isExcepted = (path: string, country: JurisdictionId): boolean =>
  Object.values(exceptions).some(({ keys, where }) => where.includes(country) && keys.test(path));

test.each([...countries.map(([country, locale]) => [country, locale, 'specialists'] as const), ['ru', 'ru', 'workers'] as const])(
  'all words of a role that says everything are printed in %s (%s, %s)',
  (country, locale, category) => {
    const parts = makingRoles(locale, false, category);
    // Of a grade the facts have the last word.
    const whole = made('role.schema.json', parts, (path) => path !== 'facts.grade' && path !== 'facts.level');
    const { role, diagnostics } = checkRole(stringify(whole), 'role.yaml');
    const said = [...papersOf(role ?? expect.fail(JSON.stringify(diagnostics)), country, locale)].join('\n');
    const lost = keysOf('role.schema.json', parts).filter(
      ({ path, text }) => text && !said.includes(wordOf(path)) && !path.startsWith('facts.'),
    );
    const isLost = (path: string): boolean => !isExcepted(path, country) && !(category === 'workers' && exceptedForWorkers.test(path));
    expect(lost.map(({ path }) => path).filter(isLost)).toEqual([]);
  },
);

/** The part of a path without its last step. */
const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));

/** Whether a paper says something else once the key is there: its word, or anything at all where it has none. */
function isPrinted({ path, text }: Key, country: JurisdictionId, locale: Locale): boolean {
  // A band without a figure and its date is never printed.
  const saying = (key: string): Role =>
    made(
      'role.schema.json',
      makingRoles(locale, true),
      (at) => key === at || key.startsWith(`${at}.`) || at === 'pay.bands.asOf' || at === 'pay.bands.min',
    ) as unknown as Role;
  const role = saying(path);
  const before = papersOf(saying(path.startsWith('pay.bands.') && path !== 'pay.bands.max' ? '' : above(path)), country, locale);
  for (const said of papersOf(role, country, locale)) if (text ? said.includes(wordOf(path)) : before.next().value !== said) return true;
  return false;
}

describe('a key that stands alone', () => {
  const keys = keysOf('role.schema.json', makingRoles('en', true)).filter(({ optional, empty }) => optional && !empty);
  test.each(countries)('is printed in %s', (country, locale) => {
    // In a usual run each key in one country.
    const tried = some(keys).filter((_, at) => process.env.FULL !== undefined || countries[at % countries.length]?.[0] === country);
    const lost = tried.filter((key) => !isExcepted(key.path, country) && !isPrinted(key, country, locale));
    expect(lost.map(({ path }) => path)).toEqual([]);
  });
});
