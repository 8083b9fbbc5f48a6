/**
 * Words that nobody has printed before: a role with another last word in each of its texts, other ones in each document. It is
 * what a first print costs, an edit, an import, a library of many roles.
 */

/** Syllables of Russian words, so that widths and hyphenation are those of real text. */
const syllables = [
  'ва',
  'ре',
  'сто',
  'ми',
  'пла',
  'ну',
  'ли',
  'кон',
  'тра',
  'де',
  'ком',
  'бо',
  'зна',
  'ше',
  'гра',
  'пи',
  'лу',
  'сва',
  'ти',
];
/** More than a role has texts, so that no two documents share a word. */
const perDocument = 1000;

/** The word of a number: of four syllables, and of five from 130,321 on. */
export function wordOf(number) {
  let [word, rest] = ['', number];
  for (let at = 0; at < 4 || rest > 0; at += 1) {
    word += syllables[rest % syllables.length];
    rest = Math.floor(rest / syllables.length);
  }
  return word;
}

/** Keys of texts that papers print word for word; others are counted, looked up or put into cases. */
const printed = new Set(['text', 'purpose', 'essence', 'exit', 'formula', 'decides', 'refers']);

/** The role with new last words in the language, for the document of this number. */
export function withNewWords(role, locale, document) {
  let number = document * perDocument;
  const changed = (value, key) => {
    if (Array.isArray(value)) return value.map((one) => changed(one, key));
    if (value === null || typeof value !== 'object') return value;
    const text = value[locale];
    if (printed.has(key) && typeof text === 'string' && text.includes(' ')) {
      number += 1;
      return { ...value, [locale]: `${text.slice(0, text.lastIndexOf(' '))} ${wordOf(number)}` };
    }
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changed(one, name)]));
  };
  return changed(role, '');
}
