/** Numbers of lists and notes as Word writes them (ECMA-376-1, 17.18.59, ST_NumberFormat), those of ru, en and nl papers. */

/** The number in that format; null where it would take words or signs that are not known here. */
export function formattedNumber(value: number, format: string, language: string | null): string | null {
  if (format === 'none') return '';
  if (value < 0) return String(value);
  return formats[format]?.(value, language?.slice(0, 2).toLowerCase() ?? '') ?? null;
}

type Format = (value: number, language: string) => string | null;

/** After the last letter come the same letters doubled, then tripled: z, aa, bb. */
const letters =
  (alphabet: string): Format =>
  (value) => {
    const letter = alphabet[(value - 1) % alphabet.length];
    // Word gives up after 30 rounds; longer ones would be an attack on whoever reads them.
    return letter === undefined ? '' : letter.repeat(Math.min(30, Math.ceil(value / alphabet.length)));
  };

const latin = 'abcdefghijklmnopqrstuvwxyz';
/** Without ё, й, ъ and ь, as the standard lists them and as Russian lists go on. */
const russian = 'абвгдежзиклмнопрстуфхцчшщыэюя';

const roman: Format = (value) => {
  const signs = ['M', 'CM', 'D', 'CD', 'C', 'XC', 'L', 'XL', 'X', 'IX', 'V', 'IV', 'I'];
  const worth = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  if (value > 32_767) return String(value);
  let rest = value;
  return signs
    .map((sign, at) => {
      const times = Math.floor(rest / (worth[at] ?? 1));
      rest -= times * (worth[at] ?? 1);
      return sign.repeat(times);
    })
    .join('');
};

/** Signs that exist for the first numbers only; plain figures follow. */
const signsFrom =
  (first: number, last: number): Format =>
  (value) =>
    value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value);

const ordinals: Readonly<Record<string, (value: number) => string>> = {
  en: (value) => {
    const teen = value % 100 >= 11 && value % 100 <= 13;
    return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
  },
  nl: (value) => `${value}e`,
  ru: (value) => `${value}-й`,
};

const decimal: Format = (value) => String(value);
const small =
  (format: Format): Format =>
  (value, language) =>
    format(value, language)?.toLowerCase() ?? null;
const capital =
  (format: Format): Format =>
  (value, language) =>
    format(value, language)?.toUpperCase() ?? null;
const padded =
  (length: number): Format =>
  (value) =>
    String(value).padStart(length, '0');

const formats: Readonly<Record<string, Format>> = {
  decimal,
  decimalHalfWidth: decimal,
  decimalZero: padded(2),
  // Those that Word writes beside the ones of the standard, by the example that stands for them.
  '01, 02, 03, ...': padded(2),
  '001, 002, 003, ...': padded(3),
  '0001, 0002, 0003, ...': padded(4),
  '00001, 00002, 00003, ...': padded(5),
  lowerLetter: letters(latin),
  upperLetter: capital(letters(latin)),
  russianLower: letters(russian),
  russianUpper: capital(letters(russian)),
  lowerRoman: small(roman),
  upperRoman: roman,
  ordinal: (value, language) => ordinals[language]?.(value) ?? null,
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  chicago: (value) => (['*', '†', '‡', '§'][(value - 1) % 4] ?? '*').repeat(Math.min(30, Math.ceil(value / 4))),
  decimalEnclosedCircle: signsFrom(0x2460, 20),
  decimalEnclosedParen: signsFrom(0x2474, 20),
  decimalEnclosedFullstop: signsFrom(0x2488, 20),
};
