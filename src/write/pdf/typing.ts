/**
 * The characters that a person may type into a blank. A program that shows what was typed takes the font named by the
 * field, and PDF/A wants that font in the file. poppler, which Evince and Okular show files with, leaves out whatever the
 * font lacks; pdf.js and PDFium take another font. A whole font takes 300 kilobytes, so it is the subset that the document
 * is set in, completed by what European names are written in: names do not follow the language of the form. That takes
 * 20 kilobytes. Its codes lead back to characters, which is how those programs find them.
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
const russian: readonly Range[] = [
  ['Ё', 'Ё'],
  ['А', 'я'],
  ['ё', 'ё'],
];
/** As in Zoë, Müller and François. */
const western: readonly Range[] = [
  ['À', 'Ö'],
  ['Ø', 'ö'],
  ['ø', 'ÿ'],
];
/** Signs that documents have; the soft hyphen ends a line inside a word, the dot parts what stands at the foot. */
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

/** What names are written in beyond Russian and Western letters, and what else keyboards have. */
const furtherNames: readonly Range[] = [
  // What Latin-1 has besides.
  ['\u00A0', '¦'],
  ['¨', 'ª'],
  ['¬', '¬'],
  ['®', '¯'],
  ['²', '¶'],
  ['¸', 'º'],
  ['¼', '¿'],
  ['÷', '÷'],
  // Latin Extended-A: Polish, Czech, Baltic, Turkish, Hungarian, Romanian, Sami.
  ['Ā', 'ſ'],
  // Azerbaijani.
  ['Ə', 'Ə'],
  ['ə', 'ə'],
  // Skolt Sami.
  ['Ǥ', 'ǩ'],
  ['Ǯ', 'ǯ'],
  ['ʒ', 'ʒ'],
  ['Ʒ', 'Ʒ'],
  // Romanian with the comma below.
  ['Ș', 'ț'],
  // Welsh, and the German capital sharp s.
  ['Ẁ', 'ẅ'],
  ['ẞ', 'ẞ'],
  ['Ỳ', 'ỳ'],
  // Ukrainian, Belarusian, Serbian, Macedonian.
  ['Ѐ', 'Џ'],
  ['ѐ', 'џ'],
  // Kazakh, Tatar, Bashkir, Kyrgyz, Tajik, Uzbek and whatever else is spoken in Russia, up to Abkhaz and Khanty.
  ['Ҋ', 'ӿ'],
  ['Ԑ', 'ԓ'],
  ['Ԥ', 'ԩ'],
  ['Ԯ', 'ԯ'],
  // Apostrophes that are letters, as in Oʻzbekiston and Лук’ян.
  ['ʹ', 'ʼ'],
  // Marks above and below letters that have no form in one piece with them, such as the stress.
  ['\u0300', '\u0304'],
  ['\u0306', '\u0308'],
  ['\u030A', '\u030C'],
  ['\u0323', '\u0323'],
  ['\u0326', '\u0328'],
  ['‐', '‑'],
  ['‚', '‚'],
  ['‟', '‡'],
  ['‰', '‰'],
  ['′', '″'],
  ['‹', '›'],
  ['₴', '₴'],
  ['₸', '₸'],
  ['₽', '₽'],
  ['™', '™'],
];

function charactersIn(ranges: readonly Range[]): string {
  const characters = ranges.flatMap(([first, last]) => {
    const from = first.codePointAt(0) ?? 0;
    const count = (last.codePointAt(0) ?? from) - from + 1;
    return Array.from({ length: count }, (_, at) => String.fromCodePoint(from + at));
  });
  return [...new Set(characters)].join('');
}

/** What documents in our languages are mostly written with comes first, the rarest last. */
export const usualCharacters = charactersIn([...always, ...printed, ...russian, ...western, ...furtherNames]);

/** All characters that a blank takes, whatever the language of its document: those. */
export const typedCharacters = usualCharacters;
