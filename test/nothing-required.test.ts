/** What people must bring, said in each country: no diploma, no years, or neither; and what is wished only. */
import { expect, test } from 'vitest';
import { contents, plainText } from '../src/document/reading.js';
import type { Locale } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { createPress } from '../src/press/press.js';
import type { Role } from '../src/role/role.generated.js';
import { openLibrary } from '../src/shelf/library.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { fonts } from './paper.js';
import { paperRole } from './paper-role.js';

const press = createPress(openLibrary(packageWorkspace()), () => fonts);

type Level = Role['requirements']['education']['options'][number]['level'];

function said(
  locale: Locale,
  jurisdiction: JurisdictionId,
  level: Level,
  experience: Role['requirements']['experience'],
  field?: string,
): string {
  const role = paperRole();
  delete role.criteria;
  const requirements = { education: { options: [{ id: 'school', level, ...(field !== undefined && { field }) }] }, experience };
  const job = { role: { ...role, requirements }, kind: 'job-description', locale, jurisdiction };
  const { blocks } = press.assemble({ ...job, organisation: null, person: null, date: null, logo: null });
  return [...contents(blocks)].map(plainText).join('\n').replaceAll('\u00a0', ' ');
}

test.each<[Locale, JurisdictionId, string, string, string]>([
  [
    'ru',
    'ru',
    'имеющее основное общее образование, без предъявления требований к стажу работы.',
    'не менее 2 лет, без предъявления требований к образованию.',
    'К образованию и опыту работы особых требований нет.',
  ],
  ['nl', 'nl', 'Ervaring is niet vereist.', 'Een diploma is niet vereist.', 'Opleiding en ervaring zijn niet vereist.'],
  ['en', 'gb', 'No experience is required.', 'No particular education is required.', 'No particular education or experience is required.'],
  ['en', 'us', 'No experience is required.', 'No particular education is required.', 'No particular education or experience is required.'],
])('is said in %s of %s', (locale, country, noYears, noDiploma, neither) => {
  expect(said(locale, country, 'basic', { min: 0 })).toContain(noYears);
  expect(said(locale, country, 'none', { min: 2 })).toContain(noDiploma);
  expect(said(locale, country, 'none', { min: 0 })).toContain(neither);
  for (const words of [noYears, noDiploma, neither]) expect(said(locale, country, 'secondary', { min: 2 })).not.toContain(words);
});

test.each<[Locale, JurisdictionId]>([
  ['ru', 'ru'],
  ['nl', 'nl'],
  ['en', 'gb'],
  ['en', 'us'],
])('is said in the words of the role alone where these state the education, in %s of %s', (locale, country) => {
  const printed = said(locale, country, 'stated', { min: 0, desirable: true }, 'X1 or X2 with years');
  expect(printed).toContain('X1 or X2 with years');
  expect(printed).not.toContain('(X1');
  expect(printed).toBe(said(locale, country, 'stated', { min: 0, desirable: true, field: 'in Y3' }, 'X1 or X2 with years'));
});
