/** A job advert says the position in short, for whoever reads it in its country. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../src/document/document.js';
import type { JurisdictionId } from '../src/law/jurisdiction.js';
import { readOrganisation } from '../src/organisation/organisation.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import { createPress } from '../src/press/press.js';
import { readRole } from '../src/desk/roles.js';
import { openLibrary } from '../src/shelf/library.js';
import { writeText } from '../src/write/pasted.js';
import { packageWorkspace } from '../src/workspace/disk.js';
import { fonts } from './paper.js';

const shelf = packageWorkspace();
const press = createPress(openLibrary(shelf), () => fonts);
const employers = Object.fromEntries(
  ['ru', 'nl', 'gb', 'us'].map((country) => [country, readOrganisation(shelf, `examples/organisation.${country}.yaml`).organisation]),
) as Record<string, Organisation>;

function advert(id: string, country: JurisdictionId, locale: Locale, over: Partial<Organisation> = {}): string {
  const { role } = readRole(shelf, `roles/${id}.yaml`);
  if (!role) throw new Error('not valid');
  const organisation = { ...(employers[country] as Organisation), ...over };
  return writeText(
    press.assemble({ role, kind: 'job-advert', locale, jurisdiction: country, organisation, person: null, date: null, logo: null }),
  );
}

const countries: [JurisdictionId, Locale][] = [
  ['ru', 'ru'],
  ['nl', 'nl'],
  ['gb', 'en'],
  ['us', 'en'],
];

describe.each(countries)('in %s', (country, locale) => {
  it.each(['sales-manager', 'account-manager', 'lead-sales-specialist', 'hr-manager'])('%s has about a page of words', (id) => {
    const words = advert(id, country, locale)
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word)).length;
    expect(words).toBeGreaterThanOrEqual(200);
    expect(words).toBeLessThanOrEqual(500);
  });

  it('says nothing of age, of earlier pay, or of how employment ends', () => {
    expect(advert('sales-manager', country, locale)).not.toMatch(/\bвозраст|\bage\b|leeftijd|at will|увольн/i);
  });
});

it('names what the employer says of the vacancy, and leaves a line for what is not known', () => {
  expect(advert('sales-manager', 'gb', 'en')).toContain('Apply by: __________');
  const positions = { 'sales-manager': { vacancy: { closing: '2027-01-15', start: 'March 2027', reference: 'V-7' } } };
  const said = advert('sales-manager', 'gb', 'en', { positions });
  expect(said).toContain('Apply by: 15 January 2027');
  expect(said).toContain('Start: March 2027');
  expect(said).toContain('Reference: V-7');
  expect(said).toContain('Pay: __________');
});
