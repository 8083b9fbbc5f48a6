/** Where somebody works in a structure, and what an organisation looks like from there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRole } from '../src/desk/roles.js';
import type { Organisation } from '../src/organisation/organisation.generated.js';
import type { Person } from '../src/person/person.generated.js';
import { linesOf } from '../src/structure/lines.js';
import { peopleOf } from '../src/structure/people.js';
import { placedPerson, positionsFor, superiorDiffers } from '../src/structure/placing.js';
import { called, seenFrom } from '../src/structure/seen-from.js';
import type { Structure } from '../src/structure/structure.generated.js';
import { memoryWorkspace } from '../src/workspace/memory.js';

const sample = readFileSync(new URL('./corpus/lint-sample.yaml', import.meta.url), 'utf8').replace('\nid: sample\n', '\nid: buyer\n');
const role = readRole(memoryWorkspace({ 'buyer.yaml': sample }), 'buyer.yaml').role ?? expect.fail('the sample is a role');

/** Two shops, each with a head that roles call by the same name; the south is part of the north. */
const firm: Structure = {
  languages: ['en'],
  departments: [
    { id: 'firm', name: 'firm', head: 'director', signatories: { hr: 'hr' } },
    { id: 'north', name: 'north', parent: 'firm', head: 'head-north' },
    { id: 'south', name: 'south', parent: 'north', head: 'head-south', signatories: { approver: 'head-south' } },
    { id: 'stock', name: 'stock', parent: 'firm' },
  ],
  positions: {
    director: {
      title: 'director',
      department: 'firm',
      reportsTo: null,
      holders: [{ name: { last: 'Lee', first: 'Ann' }, gender: 'female' }],
    },
    hr: { title: 'HR manager', department: 'firm' },
    'head-north': { title: 'head of north', post: 'head-of-purchasing', department: 'north' },
    'head-south': {
      title: 'head of south',
      post: 'head-of-purchasing',
      department: 'south',
      holders: [
        { name: { last: 'Fox', first: 'Max' }, absent: { from: '2026-05-01', until: '2026-05-31' } },
        { name: { last: 'Roe', first: 'Tim' }, acting: true, from: '2026-05-01', until: '2026-05-31' },
      ],
    },
    'buyer-north': { title: 'buyer', role: 'buyer', department: 'north', grade: '7', deputies: ['buyer-south'] },
    'buyer-south': {
      title: 'senior buyer',
      role: 'buyer',
      department: 'south',
      holders: [
        {
          name: { last: 'Poe', first: 'Eva' },
          personnelNumber: '1',
          from: '2026-02-01',
          fte: 0.5,
          language: 'nl',
          email: 'eva@firm.example',
        },
      ],
    },
    'buyer-third': { title: 'buyer', role: 'buyer', department: 'south', units: 1.1 },
    helper: { title: 'helper', reportsTo: 'buyer-north', units: 1.1 },
    clerk: { title: 'clerk', reportsTo: 'buyer-north', units: 2.2 },
    porter: { title: 'porter', reportsTo: 'buyer-north', units: 0.7 },
  },
};
const lines = linesOf(firm);
const organisation: Organisation = {
  name: 'Firm',
  jurisdiction: 'gb',
  languages: ['en'],
  signatories: { approver: 'director' },
  positions: { buyer: { title: 'any buyer', facts: { hours: 36 } } },
};
const person = (over: Partial<Person> = {}): Person => ({ name: { last: 'Poe', first: 'Eva' }, ...over });

describe('positions for a paper', () => {
  const sought = (over: Partial<Parameters<typeof positionsFor>[1]> = {}) =>
    positionsFor(lines, { roles: ['buyer'], person: null, department: null, day: null, ...over });

  it('are all of the role, those of a department, and where it has none those of its parts', () => {
    expect(sought()).toEqual(['buyer-north', 'buyer-south', 'buyer-third']);
    expect(sought({ department: 'north' })).toEqual(['buyer-north']);
    expect(sought({ department: 'firm' })).toEqual(['buyer-north', 'buyer-south', 'buyer-third']);
    expect(sought({ department: 'stock' })).toEqual(['buyer-north', 'buyer-south', 'buyer-third']);
    expect(sought({ roles: ['nothing'] })).toEqual([]);
    expect(sought({ roles: ['buyer-of-fish', 'nothing', 'buyer'], department: 'north' })).toEqual(['buyer-north']);
  });

  it('are the one that a person names or holds', () => {
    expect(sought({ person: person({ position: 'helper' }) })).toEqual(['helper']);
    expect(sought({ person: person({ position: 'nowhere' }) })).toEqual([]);
    expect(sought({ person: person() })).toEqual(['buyer-south']);
    expect(sought({ person: person({ personnelNumber: '2' }) })).toEqual(['buyer-north', 'buyer-south', 'buyer-third']);
    expect(sought({ person: person(), day: '2026-01-31' })).toEqual(['buyer-north', 'buyer-south', 'buyer-third']);
  });
});

describe('a person in place', () => {
  it('is of the department there, without another superior, and with the post of the mentor', () => {
    const manager = { name: { last: 'Cox', first: 'Di' } };
    const mentor = { name: { last: 'Lee', first: 'Ann' } };
    expect(placedPerson(lines, person({ manager, mentor, department: 'elsewhere' }), 'buyer-south', null)).toEqual({
      name: { last: 'Poe', first: 'Eva' },
      department: 'south',
      mentor: { ...mentor, post: 'director', gender: 'female' },
    });
    expect(placedPerson(lines, person({ manager }), null, null)).toEqual(person({ manager }));
    expect(placedPerson(lines, person({ manager }), 'director', null)).toMatchObject({ manager });
  });

  it('is made of a holder', () => {
    expect(peopleOf(lines, 'buyer-south', '2026-05-01')).toEqual([
      {
        name: { last: 'Poe', first: 'Eva' },
        personnelNumber: '1',
        department: 'south',
        position: 'buyer-south',
        hireDate: '2026-02-01',
        facts: { fte: 0.5 },
        email: 'eva@firm.example',
        language: 'nl',
      },
    ]);
    expect(peopleOf(lines, 'head-south', '2026-05-01').map(({ name }) => name)).toEqual([{ last: 'Fox', first: 'Max' }]);
    expect(peopleOf(lines, null, null)).toEqual([]);
  });

  it('may name another superior than the structure', () => {
    const seen = seenFrom(lines, organisation, { role, position: 'buyer-south', day: null });
    expect(superiorDiffers(seen, 'buyer', person({ manager: { name: { last: 'Cox', first: 'Di' } } }))).toBe(true);
    expect(superiorDiffers(seen, 'buyer', person({ manager: { name: { last: 'Fox', first: 'Max' } } }))).toBe(false);
    expect(superiorDiffers(seen, 'buyer', person())).toBe(false);
  });
});

describe('a short name', () => {
  const from = (position: string, ref: string) => {
    const place = lines.places.get(position) ?? null;
    return called(ref, lines, place, place?.department?.id ?? null)?.id ?? null;
  };

  it('means the nearest superior who is called so', () => {
    expect(from('buyer-north', 'head-of-purchasing')).toBe('head-north');
    expect(from('buyer-south', 'head-of-purchasing')).toBe('head-south');
  });

  it('means whoever is called so in the department or above, the only one there is, or an id', () => {
    expect(called('head-of-purchasing', lines, null, 'south')?.id).toBe('head-south');
    expect(called('head-of-purchasing', lines, null, 'firm')).toBeNull();
    expect(from('director', 'hr')).toBe('hr');
    expect(from('director', 'head-south')).toBe('head-south');
    expect(from('director', 'nobody')).toBeNull();
  });
});

describe('the organisation as a position sees it', () => {
  it('has the superior under the name that roles use, and those above', () => {
    const seen = seenFrom(lines, organisation, { role, position: 'buyer-south', day: '2026-05-10' });
    expect(seen.superiors).toEqual({ buyer: 'head-of-purchasing' });
    expect(seen.posts).toEqual({
      director: { title: 'director', holder: { last: 'Lee', first: 'Ann' }, holderGender: 'female' },
      'head-of-purchasing': { title: 'head of south', holder: { last: 'Roe', first: 'Tim' }, acting: true },
      'head-south': { title: 'head of south', holder: { last: 'Roe', first: 'Tim' }, acting: true },
      'head-north': { title: 'head of north' },
      hr: { title: 'HR manager' },
    });
  });

  it('has the signatories of the nearest department that names them, and whoever is above where a post is vacant', () => {
    const { signatories } = seenFrom(lines, organisation, { role, position: 'buyer-south', day: null });
    expect(signatories).toEqual({ approver: 'head-south', hr: 'hr', unitHead: 'director' });
    expect(seenFrom(lines, organisation, { role, position: 'buyer-north', day: null }).signatories).toMatchObject({ approver: 'director' });
  });

  it('has departments from the own one upwards, and none elsewhere', () => {
    const of = (position: string) => seenFrom(lines, organisation, { role, position, day: null }).departments?.map(({ id }) => id);
    expect([of('buyer-south'), of('helper')]).toEqual([['south', 'north', 'firm'], []]);
  });

  it('says of the position what its place says before what is said of all of the role', () => {
    const { positions } = seenFrom(lines, organisation, { role, position: 'buyer-north', day: null });
    expect(positions?.buyer).toEqual({
      title: 'buyer',
      // 1.1, 2.2 and 0.7 units are four, and not a trifle more.
      facts: { hours: 36, reports: 4, grade: '7' },
      deputies: ['buyer-south'],
      subordinates: ['helper', 'clerk', 'porter'],
    });
  });

  it('has for somebody whose position nobody knows those who lead the department', () => {
    const seen = seenFrom(lines, organisation, { role, position: null, department: 'north', day: null });
    expect(seen.superiors).toEqual({ buyer: 'head-of-purchasing' });
    expect(seen.positions).toEqual(organisation.positions);
    expect(seenFrom(lines, organisation, { role, position: null, day: null }).superiors).toBeUndefined();
  });
});
