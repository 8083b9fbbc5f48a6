/** Places in plain YAML are found without the parser of all YAML, and are those that it finds. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { usualBounds } from '../src/read/bounds.js';
import { placesIn } from '../src/read/plain-places.js';
import { plainYaml } from '../src/read/plain-yaml.js';
import { sourceText } from '../src/read/source-text.js';
import { dataOf, segment } from '../src/read/yaml-data.js';
import { parseYaml } from '../src/read/yaml.js';

const root = new URL('..', import.meta.url).pathname;

/** Every pointer into the data, and of every value one that leads nowhere. */
function* pointersOf(value: unknown, pointer = ''): Generator<string> {
  yield pointer;
  yield `${pointer}/nowhere/1`;
  if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) yield* pointersOf(part, pointer + segment(key));
}

function expectTheSamePlaces(text: string): void {
  const data = plainYaml(text);
  expect(data, text).not.toBeNull();
  const source = sourceText('test.yaml', text);
  const { document } = parseYaml(source);
  const parser = dataOf(document ?? expect.fail(text), source);
  const plain = placesIn(data, source, usualBounds);
  for (const pointer of pointersOf(data)) {
    for (const side of ['key', 'value'] as const) {
      expect(plain.locate(pointer, side), `${side} of ${pointer} in\n${text}`).toEqual(parser.locate(pointer, side));
      expect(plain.offsetOf(pointer, side), pointer).toBe(parser.offsetOf(pointer, side));
    }
    expect(plain.written(pointer), pointer).toBe(parser.written(pointer));
  }
}

describe('places in plain YAML', () => {
  it.each([
    'a: 1\nb: x # note\n',
    'a: 1\r\nb:\r\n  c: слова\r\n',
    'a:\n- 1\n- b: x\n  c: y\n- d: only\n- id: named\n  e: 1\n',
    'a: "x: y" # note\n"b c": [1, two, {d: 3}]\ne: { f: [], g: {} }\n',
    'a:\nb:\n  c:\n  d: 1\ne:   \n',
    '# first\n\na:\n\n  - 42 # note\n  - "q"\n  -   x\n',
    'a: [ ]\nb: [ 1 , 2 ]  # c\n',
  ])('of %j are those of the parser', (text) => {
    expectTheSamePlaces(text);
  });

  it('of a role, an organisation and a person are those of the parser', () => {
    const role = readFileSync(`${root}roles/hr-manager.yaml`, 'utf8').split('\n').slice(0, 60).join('\n');
    const examples = ['organisation', 'person'].map((name) => readFileSync(`${root}examples/${name}.ru.yaml`, 'utf8'));
    for (const text of [role, ...examples]) expectTheSamePlaces(text);
  });

  it('of an entry are found by its id as well', () => {
    const text = 'a:\n  - id: one\n    b: 1\n  - id: two\n    b: 2\n';
    const places = placesIn(plainYaml(text), sourceText('test.yaml', text), usualBounds);
    expect(places.locate('/a/two/b')).toEqual(places.locate('/a/1/b'));
  });
});
