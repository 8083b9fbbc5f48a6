/** Whatever a role leaves out, no paper prints a heading, an entry or a sentence without content. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { expect, test } from 'vitest';
import type { Locale } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import type { Person } from '../src/person/person.generated.js';
import { createPress } from '../src/press/press.js';
import { openCalendars } from '../src/desk/calendars.js';
import { checkRole } from '../src/role/read.js';
import { isIn, lackingFor } from '../src/shelf/kinds.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { holesIn } from './holes.js';
import { made } from './marked-values.js';
import { makingRoles } from './marked-role.js';
import { fonts } from './paper.js';

const library = openLibrary(packageWorkspace());
const press = createPress(library, () => fonts);
const calendarFor = openCalendars(library);
const kinds = library.kinds().filter(({ needs }) => needs !== 'changes');

const countries: [JurisdictionId, Locale][] = [
  ['ru', 'ru'],
  ['nl', 'nl'],
  ['gb', 'en'],
  ['us', 'en'],
];

/** A choice that hangs on nothing but the path and the seed. */
function drawn(seed: number, path: string): number {
  let hash = seed;
  for (const letter of path) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
const pick = <T>(seed: number, path: string, all: readonly T[]): T => all[Math.floor(drawn(seed, path) * all.length)] as T;

function roleOf(seed: number, density: number, locale: Locale) {
  const making = makingRoles(locale);
  const chosen = {
    ...making,
    given: {
      ...making.given,
      category: pick(seed, 'category', ['specialists', 'workers', 'managers']),
      'requirements.education.options.level': pick(seed, 'level', ['none', 'basic', 'secondary', 'higher']),
      'requirements.education.options.desirable': pick(seed, 'wish', [true, false]),
      'requirements.experience.min': pick(seed, 'least', [null, 0, 3]),
      'requirements.experience.desirable': pick(seed, 'wished', [true, false]),
      'requirements.skills.desirable': pick(seed, 'skill', [true, false]),
      'criteria.desirable': pick(seed, 'criterion', [true, false]),
      'duties.marginal': pick(seed, 'marginal', [true, false]),
      'kpis.value': pick(seed, 'target', [null, 3]),
      'pay.bands.min': pick(seed, 'low', [null, 100]),
      'pay.bands.max': pick(seed, 'high', [null, 300]),
      'facts.reports': pick(seed, 'reports', [0, 1, 5]),
    },
  };
  const value = made('role.schema.json', chosen, (path) => drawn(seed, path) < density);
  const { role, diagnostics } = checkRole(stringify(value), 'role.yaml');
  return role ?? expect.fail(JSON.stringify(diagnostics));
}

/** What the files of the examples say of an employer and a person, less what the seed leaves out. */
const example = (file: string): Record<string, unknown> =>
  parse(readFileSync(new URL(`../examples/${file}.yaml`, import.meta.url), 'utf8')) as Record<string, unknown>;

/** Without these nothing is valid; names are whole or not there at all. */
const needed = new Set([
  'name',
  'jurisdiction',
  'languages',
  'posts',
  'title',
  'last',
  'first',
  'ru',
  'en',
  'nl',
  'kind',
  'id',
  'value',
  'unit',
]);

function thinned(value: unknown, keeps: (path: string) => boolean, path = ''): unknown {
  if (Array.isArray(value)) return value.map((one, at) => thinned(one, keeps, `${path}.${at}`));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => needed.has(key) || /^posts$/u.test(path) || keeps(`${path}.${key}`));
  return Object.fromEntries(kept.map(([key, one]) => [key, thinned(one, keeps, path === '' ? key : `${path}.${key}`)]));
}

function employerOf(seed: number, country: JurisdictionId, keeps: (path: string) => boolean): Organisation {
  const aside = ['brand', 'logo', 'positions', 'structure'];
  const told = Object.fromEntries(Object.entries(example(`organisation.${country}`)).filter(([key]) => !aside.includes(key)));
  const act = { kind: pick(seed, 'act', ['order', 'decision']), number: '82', date: '2026-05-12' };
  const approval = { by: pick(seed, 'by', ['stamp', 'order']), act, effective: '2026-06-01' };
  const documentForm = pick(seed, 'form', ['annex', 'local-act']);
  const all = told.languages as Locale[];
  const languages = pick(seed, 'languages', [all, ...all.map((one) => [one])]);
  const speaks = (path: string): boolean =>
    languages.some((one) => path.endsWith(`.${one}`)) || (!/\.(?:ru|en|nl)$/u.test(path) && keeps(path));
  return { ...(thinned({ ...told, approval, documentForm }, speaks) as Organisation), languages };
}

const personOf = (country: JurisdictionId, keeps: (path: string) => boolean): Person =>
  thinned(example(`person.${country}`), (path) => /\.(?:ru|en|nl)$/u.test(path) || keeps(path)) as Person;

test.each(countries)('in %s', (country, locale) => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.constantFrom(0, 0.2, 0.5, 0.9),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('brief' as const, 'full' as const),
      (seed, density, employed, known, detail) => {
        const role = roleOf(seed, density, locale);
        const keeps = (path: string): boolean => drawn(seed, `kept ${path}`) < 0.6;
        const organisation = known ? employerOf(seed, country, keeps) : null;
        const person = employed ? personOf(country, keeps) : null;
        const date = pick(seed, 'dated', [null, '2026-06-01']);
        const job = { role, locale, jurisdiction: country, organisation, person, date, logo: null, detail };
        for (const kind of kinds) {
          if (!isIn(kind, country) || lackingFor(kind, role) !== null) continue;
          const paper = { ...job, kind: kind.id };
          const { blocks } = press.assemble({ ...paper, calendar: calendarFor(paper) });
          expect(holesIn(blocks), `${kind.id} ${detail}`).toEqual([]);
        }
      },
    ),
    { numRuns: process.env.FULL === undefined ? 4 : 40, seed: Number(process.env.SEED ?? 18), endOnFailure: true },
  );
});
