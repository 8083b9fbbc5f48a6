/** Some keys of a file without the rest: the same as reading all of it, however the file is written. */
import { describe, expect, it } from 'vitest';
import { parseText } from '../src/read/data.js';
import { topLevel } from '../src/read/top-level.js';
import { packageWorkspace } from '../src/workspace/disk.js';

const shelf = packageWorkspace();
const keys = ['title', 'synonyms', 'extends', 'id'];

const whole = (text: string): Record<string, unknown> => {
  const data = parseText(text, '').parsed?.data as Record<string, unknown>;
  return Object.fromEntries(keys.filter((key) => key in data).map((key) => [key, data[key]]));
};

describe('some keys of a file', () => {
  it('are what the whole file says, for every role and overlay of the library', () => {
    for (const name of shelf.list('roles')) {
      const text = shelf.readText(`roles/${name}`);
      expect(topLevel(text, keys), name).toEqual(whole(text));
    }
  });

  it.each([
    ['a list without an indent', 'synonyms:\n- one\n- two\ntitle: Seller\n'],
    ['a text of many lines that looks like keys', 'id: x\nnote: |\n  title: not this\ntitle: Seller\n'],
    ['quoted keys, comments and a byte order mark', '\uFEFF# A role\n"title": Seller # of goods\n# synonyms: none\nid: x\n'],
    ['Windows line ends', 'title: Seller\r\nid: x\r\n'],
    ['a key without a value', 'title:\nid: x\n'],
  ])('are found in %s', (_, text) => {
    expect(topLevel(text, keys)).toEqual(whole(text));
  });

  it('are found beside what is wrong and where they repeat another, and missing where they are wrong themselves', () => {
    expect(topLevel('title: Seller\nduties: [\n', keys)).toEqual({ title: 'Seller' });
    expect(topLevel('title: "Seller\nid: x\n', keys)).toEqual({});
    expect(topLevel('id: &name seller\ntitle: *name\n', keys)).toEqual({ id: 'seller', title: 'seller' });
    expect(topLevel('- title: Seller\n', keys)).toEqual({});
    expect(topLevel('', keys)).toEqual({});
  });
});
