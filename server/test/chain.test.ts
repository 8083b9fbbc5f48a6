/** Texts that are hashed, links, anchors. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorLine, readAnchors } from '../src/chain/anchor.js';
import { canonical } from '../src/chain/canonical.js';
import type { Json } from '../src/chain/canonical.js';
import { commitmentOf, faultsOf, follow, hashOf, start } from '../src/chain/link.js';

const happening = { at: '2026-12-01T08:00:00.000Z', actor: 'a_1', kind: 'began', object: 'register', commitment: '1'.repeat(64) };

describe('a canonical text', () => {
  it('is that of RFC 8785', () => {
    // Its example of sorting, and of numbers.
    const sorted = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew',
      '1': 'One',
      '\u{1f600}': 'Smiley',
      '\u0080': 'Control',
      ö: 'Latin',
    };
    expect(Object.keys(JSON.parse(canonical(sorted)) as object)).toEqual(['1', '\r', '\u0080', 'ö', '\u20ac', '\u{1f600}', '\ufb33']);
    expect(canonical([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27])).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27]');
    expect(canonical({ b: [], a: { d: undefined, c: null } })).toBe('{"a":{"c":null},"b":[]}');
  });

  it('is the same for the same, in whatever order it was written, and reads as it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        try {
          const text = canonical(value);
          expect(canonical(JSON.parse(text) as Json)).toBe(text);
          expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        } catch (error) {
          expect(JSON.stringify(value)).toMatch(/\\u/);
          expect(error).toBeInstanceOf(TypeError);
        }
      }),
    );
  });

  it('is none of what JSON cannot say, or a database cannot keep', () => {
    for (const value of [Number.NaN, Infinity, 'half \ud800', 'nul \0', { '\ud800': 1 }]) expect(() => canonical(value)).toThrow(TypeError);
    expect(() => canonical((() => 1) as never)).toThrow(TypeError);
  });
});

describe('a link', () => {
  const first = follow(start, happening);
  const second = follow(first, { ...happening, kind: 'exported' });

  it('follows the one before', () => {
    expect([first.seq, second.seq, second.prev]).toEqual([1, 2, first.hash]);
    expect(faultsOf(start, first)).toEqual([]);
    expect(faultsOf(first, second)).toEqual([]);
    expect(() => follow(second, { ...happening, at: '2026-11-30T08:00:00.000Z' })).toThrow(RangeError);
  });

  it('tells of each change of what it says', () => {
    for (const change of [
      { actor: 'a_2' },
      { kind: 'x' },
      { object: 'p_1' },
      { commitment: '2'.repeat(64) },
      { at: '2026-12-02T08:00:00.000Z' },
    ])
      expect(faultsOf(first, { ...second, ...change })).toEqual(['changed']);
    expect(faultsOf(first, { ...second, seq: 3 })).toEqual(['gap', 'changed']);
    expect(faultsOf(second, first)).toEqual(['order', 'broken']);
    expect(faultsOf(start, second)).toEqual(['gap', 'broken']);
    expect(faultsOf(first, { ...second, at: 'now' })).toEqual(['changed', 'no-time']);
    expect(faultsOf(first, { ...second, at: '2026-11-30T08:00:00.000Z' })).toEqual(['changed', 'back-in-time']);
  });

  it('says the same in one way only: what stands in one member cannot move to the next', () => {
    expect(hashOf({ ...second, actor: 'a', kind: 'bc' })).not.toBe(hashOf({ ...second, actor: 'ab', kind: 'c' }));
  });

  it('commits to a text that cannot be guessed without its salt', () => {
    expect(commitmentOf('0'.repeat(64), 'Anna')).not.toBe(commitmentOf('1'.repeat(64), 'Anna'));
    expect(() => commitmentOf('00', 'Anna')).toThrow(TypeError);
  });
});

describe('anchors', () => {
  it('are read as they were written, in the order of the chain', () => {
    const [one, two] = [
      { seq: 9, hash: 'a'.repeat(64), at: '2026-12-01T08:00:00.000Z' },
      { seq: 10, hash: 'b'.repeat(64), at: '2026-12-02T08:00:00.000Z' },
    ];
    expect(readAnchors(`# ours\r\n${anchorLine(two)}\r\n\r\n  ${anchorLine(one)} \nhello\n0 ${'a'.repeat(64)} 2026`)).toEqual({
      anchors: [one, two],
      strange: [5, 6],
    });
  });
});
