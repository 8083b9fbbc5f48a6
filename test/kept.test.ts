/** The store of what was made once, and the keys by which it is found. */
import { describe, expect, it } from 'vitest';
import { bytesKey, contentKey, frozen, frozenCopy, isFrozen } from '../src/content/content.js';
import { openKept } from '../src/content/kept.js';

describe('what is kept', () => {
  /** A hundred bytes a thing, besides what an entry takes itself. */
  const room = (things: number): number => things * 400;

  it('is forgotten when it has not been asked for the longest, of whatever kind it is', () => {
    const kept = openKept(room(2));
    const [one, other] = [kept.drawer<string>(() => 100), kept.drawer<string>(() => 100)];
    const made: string[] = [];
    const ask = (drawer: typeof one, key: string): string => drawer.get(key, () => (made.push(key), key));
    for (const key of ['a', 'b', 'a']) ask(one, key);
    ask(other, 'c');
    for (const key of ['a', 'b']) ask(one, key);
    expect(made.join('')).toBe('abcb');
  });

  it('is nothing heavier than the whole store, which stays as it is', () => {
    const kept = openKept(room(2));
    const drawer = kept.drawer<string>((text) => text.length);
    const made: string[] = [];
    const ask = (text: string): string => drawer.get(text.slice(0, 4), () => (made.push(text.slice(0, 4)), text));
    for (const text of ['light', 'heavy'.repeat(1000), 'heavy'.repeat(1000), 'light']) ask(text);
    expect(made).toEqual(['ligh', 'heav', 'heav']);
  });

  it('stays within its bytes, whoever asks for how much', () => {
    const kept = openKept(100_000);
    const drawer = kept.drawer<Uint8Array>((bytes) => bytes.length);
    for (let at = 0; at < 1000; at += 1) drawer.get(`organisation ${at}`, () => new Uint8Array(1000));
    const left = Array.from({ length: 1000 }, (_, at) => at).filter((at) => drawer.known(`organisation ${at}`));
    expect(left.length).toBeLessThanOrEqual(100);
    expect(left.at(-1)).toBe(999);
  });

  it('comes twice where the first time may be the only one', () => {
    const drawer = openKept().drawer<object>(() => 1);
    const settled: object[] = [];
    const ask = (): object =>
      drawer.getAgain(
        'key',
        () => ({}),
        (made) => (settled.push(made), made),
      );
    const [first, second, third] = [ask(), ask(), ask()];
    expect(first).not.toBe(second);
    expect(second).toBe(third);
    expect(settled).toEqual([second]);
  });

  it('is hardly anything of a key that came once, however long it is', () => {
    const drawer = openKept(room(100)).drawer<object>(() => 1);
    const ask = (key: string): object =>
      drawer.getAgain(
        key.repeat(1000),
        () => ({}),
        (made) => made,
      );
    for (const at of Array.from({ length: 100 }, (_, one) => one)) ask(`person ${at}`);
    const second = ask('person 0');
    expect(ask('person 0')).toBe(second);
    expect(ask('person 101')).not.toBe(ask('person 101'));
  });

  it('is nothing in a store without room', () => {
    const drawer = openKept(0).drawer<object>(() => 0);
    expect(drawer.get('key', () => ({}))).not.toBe(drawer.get('key', () => ({})));
  });
});

describe('a key', () => {
  it('tells what a value holds, and no more', () => {
    const value = { a: [1, { b: 'x' }] };
    const before = contentKey(value);
    expect(contentKey({ a: [1, { b: 'x' }] })).toBe(before);
    value.a[1] = { b: 'y' };
    expect(contentKey(value)).not.toBe(before);
    const bytes = Uint8Array.of(1, 2);
    const digest = bytesKey(bytes);
    bytes[0] = 3;
    expect(bytesKey(bytes)).not.toBe(digest);
  });

  it('is the same for a value and its frozen copy', () => {
    const value = { a: [1] };
    const copy = frozenCopy(value);
    expect([isFrozen(value), isFrozen(copy), contentKey(copy) === contentKey(value)]).toEqual([false, true, true]);
    expect(frozenCopy(copy)).toBe(copy);
  });
});

describe('a frozen value', () => {
  it('cannot be edited anywhere inside', () => {
    const value = frozen({ a: [{ b: 'x' }] });
    expect(() => value.a.push({ b: 'y' })).toThrow(TypeError);
    expect(() => Object.assign(value.a[0] ?? {}, { b: 'z' })).toThrow(TypeError);
    expect(value).toEqual({ a: [{ b: 'x' }] });
  });

  it('holds no bytes, which nobody could freeze', () => {
    expect(() => frozen({ logo: Uint8Array.of(1) })).toThrow('Bytes');
  });
});
