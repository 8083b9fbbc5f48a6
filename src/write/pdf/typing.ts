/**
 * The characters that a person may type into a blank. A program that shows what was typed takes the font named by the
 * field; PDF/A wants that font in the file. A whole font takes hundreds of kilobytes, so it is the subset that the
 * document is set in, completed by all letters of its language. Its codes lead back to characters, which is
 * how pdf.js, PDFium and poppler find them; for any other letter those programs take a font of their own.
 */

/** First and last character of each range. */
type Range = readonly [string, string];

const always: readonly Range[] = [
  [' ', '~'],
  ['«', '«'],
  ['»', '»'],
  ['–', '—'],
  ['‘', '’'],
  ['“', '„'],
  ['№', '№'],
  ['€', '€'],
];
const cyrillic: readonly Range[] = [
  ['Ё', 'Ё'],
  ['А', 'я'],
  ['ё', 'ё'],
];
/** As in Zoë, Müller and François. */
const accented: readonly Range[] = [
  ['À', 'Ö'],
  ['Ø', 'ö'],
  ['ø', 'ÿ'],
];
/** Signs that documents have and people do not type; the soft hyphen ends a line inside a word, the dot parts what
 * stands at the foot. */
const printed: readonly Range[] = [
  ['\u00AD', '\u00AD'],
  ['·', '·'],
  ['•', '•'],
  ['…', '…'],
  ['§', '§'],
  ['°', '°'],
  ['±', '±'],
  ['×', '×'],
  ['−', '−'],
  ['≤', '≥'],
];

const charactersIn = (ranges: readonly Range[]): string =>
  ranges
    .map(([first, last]) => {
      const from = first.codePointAt(0) ?? 0;
      const count = (last.codePointAt(0) ?? from) - from + 1;
      return String.fromCodePoint(...Array.from({ length: count }, (_, at) => from + at));
    })
    .join('');

/** What documents in our languages are mostly written with; the rarest come last. */
export const usualCharacters = charactersIn([...always, ...printed, ...cyrillic, ...accented]);

/** All characters that blanks of a document in a language, a BCP 47 tag, should take. */
export const typedCharacters = (language: string): string => (language.startsWith('ru') ? typed.cyrillic : typed.accented);

const typed = { cyrillic: charactersIn([...always, ...cyrillic]), accented: charactersIn([...always, ...accented]) };
