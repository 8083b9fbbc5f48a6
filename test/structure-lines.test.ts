/** Who reports to whom, who holds what, and whether it hangs together: for small structures, and for any. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holdersOn,
  isAway,
  isThere,
  mostAtOnce,
  peopleHolding,
  presentOn,
  signingHolder,
  unitsHeld,
  unitsOn,
} from '../src/structure/holders.js';
import { linesOf } from '../src/structure/lines.js';
import { circlesIn, circlesOf, roundTrip, shapeProblems } from '../src/structure/shape.js';
import { openMeeting, presentSpans, spanOf } from '../src/structure/spans.js';
import type { Holder, Structure, StructureDepartment, StructurePosition } from '../src/structure/structure.generated.js';
import { runs } from './every.js';

const position = (over: Partial<StructurePosition> = {}): StructurePosition => ({ title: 'seller', ...over });
const department = (id: string, over: Partial<StructureDepartment> = {}): StructureDepartment => ({ id, name: id, ...over });
const structure = (positions: Record<string, Partial<StructurePosition>>, departments: StructureDepartment[] = []): Structure => ({
  languages: ['en'],
  departments,
  positions: Object.fromEntries(Object.entries(positions).map(([id, one]) => [id, position(one)])),
});
const superiors = (one: Structure) => Object.fromEntries([...linesOf(one).places].map(([id, { superior }]) => [id, superior]));
const codesOf = (data: unknown): string[] =>
  shapeProblems({ data, all: [], lineOf: () => 0 }).map(({ code, pointer }) => `${code} ${pointer}`);

describe('lines', () => {
  it('follow what a position says, then the head of its department, then that of the department above', () => {
    const departments = [
      department('firm', { head: 'director' }),
      department('sales', { parent: 'firm', head: 'head' }),
      department('shop', { parent: 'sales' }),
    ];
    const positions = {
      director: { department: 'firm', reportsTo: null },
      head: { department: 'sales' },
      seller: { department: 'shop' },
      clerk: { department: 'shop', reportsTo: 'director' },
      stray: {},
    };
    expect(superiors(structure(positions, departments))).toEqual({
      director: null,
      head: 'director',
      seller: 'head',
      clerk: 'director',
      stray: null,
    });
  });

  it('lead whoever heads several departments, one in another, to the head of the next', () => {
    const departments = [
      department('firm', { head: 'director' }),
      department('trade', { parent: 'firm', head: 'head' }),
      department('sales', { parent: 'trade', head: 'head' }),
    ];
    expect(superiors(structure({ director: { department: 'firm' }, head: { department: 'sales' } }, departments))).toEqual({
      director: null,
      head: 'director',
    });
  });

  it('end where departments lie in a circle or a head is not there', () => {
    const round = [department('a', { parent: 'b' }), department('b', { parent: 'a' })];
    expect(superiors(structure({ one: { department: 'a' } }, round))).toEqual({ one: null });
    const own = [department('a', { parent: 'b', head: 'one' }), department('b', { parent: 'a', head: 'one' })];
    expect(superiors(structure({ one: { department: 'a' } }, own))).toEqual({ one: null });
    expect(superiors(structure({ one: { department: 'a' } }, [department('a', { head: 'nobody' })]))).toEqual({ one: null });
  });

  it('know positions by the names that roles call them, and by their roles', () => {
    const { called, ofRole } = linesOf(structure({ 'head-of-shop': {}, a: { post: 'head-of-shop', role: 'seller' }, b: { post: 'x' } }));
    expect(called('head-of-shop')).toEqual(['head-of-shop', 'a']);
    expect(called('b')).toEqual([]);
    expect(ofRole('seller')).toEqual(['a']);
  });

  it('know what lies in a department, and what it lies in', () => {
    const departments = [
      department('a'),
      department('b', { parent: 'a' }),
      department('c', { parent: 'b' }),
      department('d', { parent: 'd' }),
    ];
    const { inside, within } = linesOf(structure({}, departments));
    expect([[...inside('a')], [...inside('c')], [...inside('d')], [...inside('x')]]).toEqual([['a', 'b', 'c'], ['c'], ['d'], []]);
    expect(within('c').map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('find ten thousand positions below a chain of thousands of departments in no time that grows with both', () => {
    const departments = Array.from({ length: 5000 }, (_, at) =>
      department(`d${at}`, at === 0 ? { head: 'top' } : { parent: `d${at - 1}` }),
    );
    const positions = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`p${at}`, position({ department: 'd4999' })]));
    const { below } = linesOf({ languages: ['en'], departments, positions: { top: position({ reportsTo: null }), ...positions } });
    expect(below('top')).toHaveLength(10_000);
  });

  it('find people by their surnames as names are compared, whatever apostrophe they have', () => {
    const { ofNamesakes } = linesOf(structure({ head: { holders: [{ name: { last: 'O’Neill', first: 'Siobhan' } }] } }));
    expect([ofNamesakes("o'neill"), ofNamesakes('O’Neill'), ofNamesakes('Oneill')]).toEqual([['head'], ['head'], []]);
  });
});

describe('lines of any structure', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const unit = fc.constantFrom('u', 'v', 'w');
  const anyPosition = fc.record(
    {
      title: fc.constant('x'),
      department: unit,
      reportsTo: fc.option(fc.oneof(id, fc.constant('nobody'))),
      post: fc.constantFrom('a', 'p', 'q'),
    },
    { requiredKeys: ['title'] },
  );
  const anyDepartment = fc.record({ id: unit, name: fc.constant('x'), parent: unit, head: id }, { requiredKeys: ['id', 'name'] });
  const anyStructure: fc.Arbitrary<Structure> = fc.record({
    languages: fc.constant<Structure['languages']>(['en']),
    departments: fc.array(anyDepartment, { maxLength: 4 }),
    positions: fc.dictionary(id, anyPosition, { minKeys: 1 }),
  });

  it('agree: whoever is above somebody has them below', () => {
    fc.assert(
      fc.property(anyStructure, (one) => {
        const { places, below, above } = linesOf(one);
        for (const { id: own, superior } of places.values()) {
          expect(above(own)[0] ?? null).toBe(superior === own ? null : superior);
          expect(new Set(above(own)).size).toBe(above(own).length);
          expect(above(own)).not.toContain(own);
          if (superior !== null) expect(below(superior)).toContain(own);
          for (const other of below(own)) expect(places.get(other)?.superior).toBe(own);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('have a circle exactly where somebody is never led to a top', () => {
    fc.assert(
      fc.property(anyStructure, (one) => {
        const { places } = linesOf(one);
        const circling = new Set(circlesIn(linesOf(one)).flat());
        for (const start of places.keys()) {
          let at: string | null = start;
          for (let step = 0; step < places.size && at !== null; step += 1) at = places.get(at)?.superior ?? null;
          // After so many steps whoever has not come to a top is in a circle.
          expect(at === null || circling.has(at)).toBe(true);
        }
        for (const inside of circling) {
          let at: string | null = inside;
          const seen = new Set<string>();
          while (at !== null && !seen.has(at)) {
            seen.add(at);
            at = places.get(at)?.superior ?? null;
          }
          expect(at).toBe(inside);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('call a position by one name only', () => {
    fc.assert(
      fc.property(anyStructure, (one) => {
        const { places, called } = linesOf(one);
        for (const [own, { position: its }] of places) expect(called(its.post ?? own)).toContain(own);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('the shape of a structure', () => {
  it('is told of whatever else is wrong with the data', () => {
    expect(codesOf(null)).toEqual([]);
    expect(codesOf({ departments: [null, { id: 3 }, 'x'], positions: { a: { reportsTo: 7 }, b: null } })).toEqual([]);
  });

  it.each([
    [{ a: { reportsTo: 'b' }, b: { reportsTo: 'a' }, c: { reportsTo: 'a' } }, ['structure-circle /positions/a/reportsTo']],
    [{ a: { reportsTo: 'a' } }, ['structure-circle /positions/a/reportsTo']],
    [{ a: { reportsTo: null }, b: { reportsTo: null } }, ['structure-several-tops /positions/b/reportsTo']],
    [{ a: { reportsTo: null }, b: {}, c: {} }, ['structure-no-superior /positions/b']],
    [{ a: { reportsTo: null }, b: { reportsTo: 'a' } }, []],
  ])('of %j is told by %j', (positions, codes) => {
    expect(codesOf(structure(positions))).toEqual(codes);
  });

  it('knows departments that lie in one another in a circle', () => {
    const departments = [
      department('top', { head: 'a' }),
      department('x', { parent: 'y' }),
      department('y', { parent: 'x' }),
      department('z', { parent: 'z' }),
    ];
    expect(codesOf(structure({ a: { reportsTo: null } }, departments))).toEqual([
      'department-circle /departments/1/parent',
      'department-circle /departments/3/parent',
    ]);
  });

  it('names no more of a long circle than helps', () => {
    const ids = Array.from({ length: 30 }, (_, at) => `p${at}`);
    const [circle = []] = circlesOf(ids, (id) => ids[(ids.indexOf(id) + 1) % 30] ?? null);
    expect(circle).toHaveLength(30);
    expect(roundTrip(circle)).toBe('p0 → p1 → p2 → p3 → p4 → p5 → p6 → p7 → … → p0');
  });
});

describe('holders', () => {
  const ann: Holder = { name: { last: 'Lee', first: 'Ann' } };
  const max: Holder = { name: { last: 'Fox', first: 'Max' } };

  it('are those of a day, its first and last among them', () => {
    const one = position({ holders: [{ ...ann, from: '2026-02-01', until: '2026-03-31' }, max] });
    const on = (day: string) => holdersOn(one, day).map(({ name }) => ('last' in name ? name.last : ''));
    expect([on('2026-01-31'), on('2026-02-01'), on('2026-03-31'), on('2026-04-01')]).toEqual([
      ['Fox'],
      ['Lee', 'Fox'],
      ['Lee', 'Fox'],
      ['Fox'],
    ]);
  });

  it('sign while they are there, and whoever stands in while they are away', () => {
    const one = position({
      holders: [
        { ...ann, absent: { from: '2026-05-01', until: '2026-05-31' } },
        { ...max, acting: true, from: '2026-05-01', until: '2026-06-30' },
      ],
    });
    const signs = (day: string | null) => signingHolder(one, day);
    expect([signs('2026-04-30'), signs('2026-05-10'), signs('2026-06-10'), signs(null)]).toEqual([
      one.holders?.[0],
      one.holders?.[1],
      one.holders?.[0],
      one.holders?.[0],
    ]);
  });

  it('sign although they are away, where nobody stands in, and are not there all the same', () => {
    const one = position({ holders: [{ ...ann, absent: { from: '2026-05-01' } }] });
    expect([signingHolder(one, '2026-05-10')?.name, presentOn(one, '2026-05-10')]).toEqual([ann.name, null]);
    expect(signingHolder(position(), null)).toBeNull();
  });

  it('without a day are those who have no last day, whoever stands before them in the file', () => {
    expect(
      signingHolder(
        position({
          holders: [
            { ...ann, until: '2026-05-31' },
            { ...max, from: '2026-06-01' },
          ],
        }),
        null,
      )?.name,
    ).toEqual(max.name);
    expect(signingHolder(position({ holders: [{ ...ann, until: '2026-05-31' }] }), null)?.name).toEqual(ann.name);
  });

  it('come to as many units as are held at once, without a day ever', () => {
    const one = position({
      units: 2,
      holders: [
        { ...ann, fte: 0.5, until: '2026-05-31' },
        { ...max, from: '2026-05-31' },
        { ...ann, fte: 0.5, from: '2026-06-01' },
        { ...max, acting: true },
      ],
    });
    expect([unitsHeld(one, '2026-05-30'), unitsHeld(one, '2026-05-31'), unitsHeld(one, null)]).toEqual([0.5, 1.5, 1.5]);
    expect(peopleHolding(one, null)).toBe(2);
    expect(unitsOn(one, null)).toEqual({ table: 2, held: 1.5, vacant: 0.5 });
  });

  it('of thirds make a whole, and more than the table has leave nothing below zero vacant', () => {
    const third = { ...ann, fte: 1 / 3 };
    expect(unitsOn(position({ holders: [third, third, third] }), null)).toEqual({ table: 1, held: 1, vacant: 0 });
    expect(unitsOn(position({ holders: [ann, max] }), null).vacant).toBe(0);
  });

  it('are at most once as many as on their busiest day', () => {
    const day = fc.integer({ min: 1, max: 9 }).map((one) => `2026-01-0${one}`);
    const holder = fc.record({ name: fc.constant(ann.name), from: day, until: day }, { requiredKeys: ['name'] });
    fc.assert(
      fc.property(fc.array(holder, { maxLength: 6 }), (all) => {
        const sound = all.filter(({ from = '', until = '9' }) => from <= until);
        const days = ['2026-01-00', ...Array.from({ length: 9 }, (_, at) => `2026-01-0${at + 1}`), '2026-01-10'];
        const busiest = Math.max(...days.map((one) => holdersOn(position({ holders: sound }), one).length));
        expect(mostAtOnce(sound, null, () => 1)).toBe(busiest);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('spans of days', () => {
  const days = Array.from({ length: 9 }, (_, at) => `2026-01-0${at + 1}`);
  const day = fc.constantFrom(...days);
  const holder: fc.Arbitrary<Holder> = fc.record(
    {
      name: fc.constant({ last: 'Lee', first: 'Ann' }),
      from: day,
      until: day,
      absent: fc.record({ from: day, until: day }, { requiredKeys: ['from'] }),
    },
    { requiredKeys: ['name'] },
  );
  const isSound = ({ from = '', until = '9' }: { from?: string; until?: string }): boolean => from <= until;

  it('meet exactly where there is a day on which one is there and the other present', () => {
    fc.assert(
      fc.property(fc.array(holder, { maxLength: 4 }), holder, (own, standIn) => {
        fc.pre(isSound(standIn) && own.every((one) => isSound(one) && isSound(one.absent ?? {})));
        // Before and behind all days that are named, there are others.
        const together = ['2025-12-31', ...days, '2026-01-10'].some(
          (one) => isThere(standIn, one) && own.some((other) => isThere(other, one) && !isAway(other, one)),
        );
        expect(openMeeting(own.flatMap(presentSpans))(spanOf(standIn))).toBe(together);
      }),
      { numRuns: runs(500) },
    );
  });
});
