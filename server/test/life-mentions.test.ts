/** Finding names in what people write. */
import { expect, it } from 'vitest';
import { mentioning } from '../src/life/mentions.js';

const of = (last: string, first: string, { only = false, also = [] as readonly string[] } = {}) =>
  mentioning({ spellings: [{ last, first }], also, isOnly: () => only });

it('finds a name in either order, with a first name or its initial', () => {
  const names = of('Smith', 'Anna');
  for (const text of ['Anna Smith', 'smith,  ANNA', 'A. Smith said so', 'Smith A.', 'Mrs Smith (Anna)', 'Anna Smith’s duty'])
    expect([text, names(text)]).toEqual([text, true]);
  for (const text of ['Smith', 'Peter Smith', 'Anna Smithers', 'a blacksmith, Anna', ''])
    expect([text, names(text)]).toEqual([text, false]);
});

it('finds a surname alone where nobody else has it', () => {
  const names = of('Quill', 'Zoe', { only: true });
  expect([names('Ms Quill asked'), names('a quillwort'), names('Zoe')]).toEqual([true, false, false]);
  const dutch = of('van den Berg', 'Lotte', { only: true });
  expect([dutch('mevrouw Van den Berg'), dutch('de berg')]).toEqual([true, false]);
});

it('knows the cases of Russian names', () => {
  const names = of('Дроздов', 'Кирилл', { only: true });
  expect([names('по просьбе Дроздова'), names('Дроздову К. О.'), names('Дроздовичу')]).toEqual([true, true, false]);
  const her = of('Чайковская', 'Анна', { only: true });
  expect([her('с Чайковской'), her('чай')]).toEqual([true, false]);
});

it('finds the names under which somebody acted', () => {
  const names = of('Smith', 'Anna', { also: ['asmith', ' '] });
  expect([names('asmith'), names('"by":"asmith"'), names('asmithers'), names('')]).toEqual([true, true, false, false]);
});
