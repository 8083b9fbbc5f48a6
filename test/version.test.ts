/** What an organisation says of a role holds for the versions of it, as far as nobody says otherwise. */
import { expect, it } from 'vitest';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import { baseRole, forVersion } from '../src/organisation/version.js';
import type { BaseRole } from '../src/organisation/version.js';

const title = { en: 'clerk', nl: 'medewerker' };
const base: BaseRole = { id: 'clerk', title, facts: { place: { en: 'the hall', nl: 'de hal' } }, evaluation: { level: 3 } };
const version = (more: Partial<BaseRole> = {}): BaseRole => ({ ...base, id: 'clerk-north', ...more });
const firm = {
  ...{ schema: 2, name: 'Firm', languages: ['en'] },
  positions: { clerk: { title: 'desk clerk', facts: { grade: 'C', place: 'Leeds' }, evaluation: { level: 4 }, deputies: ['head'] } },
  superiors: { clerk: 'head' },
  numbering: { pattern: 'JD-{number}', numbers: { clerk: '3', typist: '4' } },
} as unknown as Organisation;
const seen = (role: BaseRole, organisation = firm, bases = [base]) => {
  const { positions, superiors, numbering } = forVersion(organisation, role, bases);
  return { position: positions?.[role.id], superior: superiors?.[role.id], number: numbering?.numbers?.[role.id] };
};

it('is all there for a version that says nothing of it', () => {
  expect(seen(version())).toEqual({ position: firm.positions?.['clerk'], superior: 'head', number: '3' });
});

it('does not hang on the languages that the version has', () => {
  expect(seen(version({ title: 'clerk', facts: { place: 'the hall' } })).position).toEqual(firm.positions?.['clerk']);
  expect(seen(version({ title: { en: 'clerk' } })).position).toEqual(firm.positions?.['clerk']);
});

it('gives way to what the version says itself, value by value', () => {
  const { position } = seen(version({ title: 'night clerk', facts: { place: 'the gate' }, evaluation: { level: 5 } }));
  expect(position).toEqual({ facts: { grade: 'C' }, evaluation: {}, deputies: ['head'] });
  expect(seen(version({ grade: { level: 'D' } })).position?.facts).toEqual({ place: 'Leeds' });
});

it('gives way to what the organisation says of the version, value by value', () => {
  const own = { ...firm, positions: { ...firm.positions, 'clerk-north': { facts: { grade: 'E' } } } } as Organisation;
  expect(seen(version(), own).position).toMatchObject({ title: 'desk clerk', facts: { grade: 'E', place: 'Leeds' } });
  expect(seen(version(), { ...firm, superiors: { ...firm.superiors, 'clerk-north': 'deputy' } }).superior).toBe('deputy');
});

it('is of the nearest role first', () => {
  const middle = version({ id: 'clerk-of-stores' });
  const own = { ...firm, positions: { ...firm.positions, 'clerk-of-stores': { facts: { grade: 'F' } } } } as Organisation;
  expect(seen(version(), own, [middle, base]).position?.facts).toEqual({ grade: 'F', place: 'Leeds' });
});

it('leaves an organisation as it is that says nothing of the base', () => {
  const silent = { schema: 2, name: 'Firm' } as unknown as Organisation;
  expect(forVersion(silent, version(), [base])).toBe(silent);
  expect(baseRole({ ...base, purpose: 'x' } as BaseRole)).toEqual(base);
});
