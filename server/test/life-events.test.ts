/** Events as they are read from storage, where anybody may have written anything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftFault, kinds, readEvent, readPayload, thingOf } from '../src/life/events.js';
import type { Draft, EventRow, Kind } from '../src/life/events.js';
import { newId } from '../src/life/ids.js';
import { hash, objectOf, samples } from './life-samples.js';

const rowOf = (kind: Kind, payload: unknown = samples[kind]): EventRow => ({
  seq: 1,
  at: '2026-11-30T09:30:00.000Z',
  actor: 'a_1',
  kind,
  object: objectOf[thingOf(kind) ?? ''],
  json: JSON.stringify(payload),
});

const faultOf = (row: EventRow): string | null => {
  const read = readEvent(row);
  return 'fault' in read ? read.fault.path : null;
};

describe('an event in storage', () => {
  it.each(kinds)('%s is read as it was written', (kind) => {
    expect(readEvent(rowOf(kind))).toEqual({
      event: { seq: 1, at: '2026-11-30T09:30:00.000Z', actor: 'a_1', kind, object: objectOf[thingOf(kind) ?? ''], payload: samples[kind] },
    });
    expect(draftFault({ ...rowOf(kind), payload: samples[kind] } as unknown as Draft)).toBeNull();
  });

  it.each(kinds)('%s says nothing else', (kind) => {
    expect(faultOf(rowOf(kind, { ...samples[kind], salary: 1 }))).toBe('payload/salary');
    expect(faultOf({ ...rowOf(kind), json: '{"__proto__":{}}' })).toMatch(/^payload\//);
    expect(faultOf({ ...rowOf(kind), json: '[]' })).toBe('payload');
    expect(faultOf({ ...rowOf(kind), json: '{' })).toBe('payload');
    expect(faultOf({ ...rowOf(kind), json: 7 })).toBe('payload');
  });

  it.each(kinds.flatMap((kind) => Object.keys(samples[kind]).map((member) => [kind, member] as const)))(
    '%s has a %s of one sort',
    (kind, member) => {
      for (const value of [-1, 1.5, 'Z'.repeat(20_001), '\0', '\ud800', '', {}, [[]]])
        expect(faultOf(rowOf(kind, { ...samples[kind], [member]: value })), JSON.stringify(value).slice(0, 30)).toMatch(
          new RegExp(`^payload/${member}`),
        );
    },
  );

  it('keeps what is erased as an event that says nothing', () => {
    expect(readEvent({ ...rowOf('acknowledged'), json: null })).toMatchObject({ event: { kind: 'acknowledged', payload: null } });
  });

  it.each([
    ['seq', 0],
    ['seq', 1.5],
    ['seq', '1'],
    ['at', '2026-11-30T09:30:00Z'],
    ['at', '2026-02-30T09:30:00.000Z'],
    ['at', '2026-11-30T09:30:00.000+03:00'],
    ['at', null],
    ['actor', 'Anna'],
    ['actor', 'p_1'],
    ['object', 'd_1'],
    ['object', 'r_'],
    ['object', 'r_Иванова'],
    ['kind', 'signed'],
    ['kind', 'constructor'],
    ['kind', 4],
  ])('is refused with %s %s', (member, value) => {
    expect(faultOf({ ...rowOf('opened'), [member]: value })).toBe(member);
  });

  it('is a fault or an event, whatever stands there', () => {
    const anything = fc.oneof(fc.anything(), fc.json(), fc.constantFrom(...kinds, 'r_1', 'a_1', '2026-11-30T09:30:00.000Z'));
    fc.assert(
      fc.property(fc.record({ seq: anything, at: anything, actor: anything, kind: anything, object: anything, json: anything }), (row) => {
        const read = readEvent(row);
        expect('fault' in read !== 'event' in read).toBe(true);
      }),
    );
  });

  it('knows the days of the calendar', () => {
    for (const [day, known] of [
      ['2028-02-29', true],
      ['2027-02-29', false],
      ['2026-13-01', false],
      ['2026-1-1', false],
      ['20260101', false],
    ] as const)
      expect(faultOf(rowOf('person-left', { on: day })) === null, day).toBe(known);
  });

  it('takes what may be left out', () => {
    expect(readPayload('numbered', JSON.stringify({ ...samples.numbered, person: undefined }))).toHaveProperty('payload');
    expect(readPayload('numbered', JSON.stringify({ ...samples.numbered, key: undefined }))).toEqual({
      fault: { path: 'payload/key', expected: 'text of 1 to 500' },
    });
    expect(readPayload('person-changed', '{}')).toEqual({ payload: {} });
    expect(readPayload('issued', '{"files":[]}')).toEqual({ fault: { path: 'payload/files', expected: 'list of 1 to 50' } });
    expect(readPayload('issued', JSON.stringify({ files: [{ format: 'exe', sha256: hash('1'), size: 1 }] }))).toMatchObject({
      fault: { path: 'payload/files/0/format' },
    });
  });
});

it('an id says nothing but what it is of', () => {
  expect(newId('document', new Uint8Array([0, 10, 255]))).toBe('d_000aff');
  expect(draftFault({ actor: 'a_1', kind: 'opened', object: newId('request', new Uint8Array(16)), payload: {} })).toBeNull();
  expect(draftFault({ actor: 'a_1', kind: 'opened', object: newId('document', new Uint8Array(16)), payload: {} })?.path).toBe('object');
});
