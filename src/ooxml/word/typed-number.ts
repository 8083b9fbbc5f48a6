/** Numbers and bullets that somebody typed before a text: `2.1. `, `а) `, `- `. */
import type { TypedNumber } from './word-text.js';

type Sort = 'figures' | 'roman' | 'latin' | 'cyrillic' | 'bullet';

/** What a sign may mean: `i)` is 1 of the Romans or the ninth letter. */
interface Reading {
  readonly sort: Sort;
  readonly values: readonly number[];
}

interface Guess {
  readonly shown: string;
  readonly before: string;
  readonly gap: string;
  /** How it is written, which its neighbours must be as well: `A.`, `a)`; figures are neighbours however they are written. */
  readonly shape: string;
  /** The likeliest first. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** It may as well belong to the text, as in «1.5 ставки» and «И. Иванов»: only its neighbours can tell. */
  readonly isUnsure: boolean;
}

/** A line of one text: what stands behind its automatic number, and that number. */
export interface NumberedLine {
  readonly text: string;
  readonly automatic: readonly number[] | null;
}

/** The typed number of each line, or null. Lines must belong to one text, because numbers are known by their neighbours. */
export function typedNumbers(lines: readonly NumberedLine[]): (TypedNumber | null)[] {
  const guesses = lines.map(({ text }) => guessIn(text));
  const keyOf = ({ sort, values }: Reading, shape = ''): string => `${sort} ${sort === 'figures' ? '' : shape} ${values.join('.')}`;
  const there = new Set([
    ...guesses.flatMap((guess) => guess?.readings.map((reading) => keyOf(reading, guess.shape)) ?? []),
    ...lines.flatMap(({ automatic }) => (automatic ? [keyOf({ sort: 'figures', values: automatic })] : [])),
  ]);
  const shapes = new Map<string, number>();
  for (const guess of guesses) if (guess) shapes.set(guess.shape, (shapes.get(guess.shape) ?? 0) + 1);
  const hasNeighbour = ({ sort, values }: Reading, shape: string): boolean => {
    if (sort === 'bullet') return (shapes.get(shape) ?? 0) > 1;
    const [above, last = 0] = [values.slice(0, -1), values.at(-1)];
    const isThere = (...neighbour: number[]): boolean => there.has(keyOf({ sort, values: neighbour }, shape));
    // “S. Jones” beside “R. Smith” is no list: letters count from the first on, without a gap.
    if (sort === 'latin' || sort === 'cyrillic') return last === 1 ? isThere(2) : isRun(last - 1, isThere);
    return isThere(...above, last - 1) || isThere(...above, last + 1) || (last === 1 && above.length > 0 && isThere(...above));
  };
  return guesses.map((guess) => {
    if (!guess) return null;
    const isAmbiguous = guess.isUnsure || guess.readings.length > 1;
    const reading = isAmbiguous ? guess.readings.find((one) => hasNeighbour(one, guess.shape)) : undefined;
    if (guess.isUnsure && !reading) return null;
    const { sort, values } = reading ?? guess.readings[0];
    return { shown: guess.shown, before: guess.before, gap: guess.gap, isBullet: sort === 'bullet', values };
  });
}

const isRun = (last: number, isThere: (value: number) => boolean): boolean =>
  Array.from({ length: last }, (_, at) => at + 1).every((value) => isThere(value));

const space = '[\\t \\u00a0\\u2002\\u2003]';
const line = (sign: string): RegExp => new RegExp(`^(${space}*)(${sign})(${space}*)(?=\\S)`, 'u');
const figures = line('\\(?\\d{1,3}(?:[.,]\\d{1,3}){0,5}[.)]{0,2}');
const letter = line('\\(?[A-Za-zА-Яа-я]\\)|[A-Za-zА-Яа-я]\\.');
const roman = line('[IVXLCІХС]{2,7}[.)]|\\(?[ivx]{2,5}\\)');
const bullet = line('[-–—−•●▪◦·∙*○■►▶➢➤✓✔❖‣⁃➔→♦◆⚫⬤]|o(?=\\t)');

interface Parted {
  readonly before: string;
  readonly shown: string;
  readonly gap: string;
  readonly rest: string;
}

function parted(pattern: RegExp, text: string): Parted | null {
  const found = pattern.exec(text);
  if (!found) return null;
  const [whole, before = '', shown = '', gap = ''] = found;
  return { before, shown, gap, rest: text.slice(whole.length) };
}

function guessIn(text: string): Guess | null {
  return (
    guessed(figures, text, figuresIn) ?? guessed(roman, text, romanIn) ?? guessed(letter, text, letterIn) ?? guessed(bullet, text, bulletIn)
  );
}

type Judged = Pick<Guess, 'readings' | 'isUnsure'> | null;

/** Small and capital letters alike, whichever they are. */
const shapeOf = (shown: string): string => shown.replace(/\p{Ll}+/gu, 'a').replace(/\p{Lu}+/gu, 'A');

function guessed(pattern: RegExp, text: string, judge: (one: Parted) => Judged): Guess | null {
  const one = parted(pattern, text);
  const judged = one && judge(one);
  return judged && { shown: one.shown, before: one.before, gap: one.gap, shape: shapeOf(one.shown), ...judged };
}

function figuresIn({ shown, gap, rest }: Parted): Judged {
  const written = shown.match(/\d+/g) ?? [];
  const levels = written.length;
  const isClosed = /[.)]$/.test(shown);
  // Times and dates: «09.00», «25.12.26 г.»; codes of telephones: «(495) 123-45-67».
  if (levels > 1 && written.some((part) => /^0\d/.test(part))) return null;
  // «1,4 В своей работе» beside «1.3.»; «1,5 ставки» and «1,5.» are no numbers of a line.
  if (shown.includes(',') && (levels !== 2 || isClosed || gap === '')) return null;
  if (levels === 3 && !isClosed && written.every((part) => part.length === 2)) return null;
  if (shown.startsWith('(') && (!shown.endsWith(')') || levels > 1 || shown.length > 4)) return null;
  const readings: Guess['readings'] = [{ sort: 'figures', values: written.map(Number) }];
  if (gap === '') return isClosed && /^[\p{L}«"“]/u.test(rest) ? { readings, isUnsure: !/^[\p{Lu}«"“]/u.test(rest) } : null;
  if (isClosed || gap.includes('\t') || levels > 2) return { readings, isUnsure: false };
  return levels === 2 || /^\p{Lu}/u.test(rest) ? { readings, isUnsure: true } : null;
}

function romanIn({ shown, gap, rest }: Parted): Judged {
  const value = romanValue(bare(shown).toUpperCase());
  if (value === null || (gap === '' && !/^\p{Lu}\p{Ll}/u.test(rest))) return null;
  return { readings: [{ sort: 'roman', values: [value] }], isUnsure: false };
}

function letterIn({ shown, gap, rest }: Parted): Judged {
  const sign = bare(shown);
  const endsWithDot = shown.endsWith('.');
  // «т.е.», «И.И. Иванов», «J. R. Smith».
  if (gap === '' && (endsWithDot || !/^\p{L}/u.test(rest))) return null;
  if (endsWithDot && /^\p{L}\./u.test(rest)) return null;
  const own = [sign, lookAlikes.get(sign) ?? ''].flatMap((one): Reading[] => {
    const isLatin = /[a-z]/i.test(one);
    const place = one === '' ? 0 : (isLatin ? latin : cyrillic).indexOf(one.toLowerCase()) + 1;
    return place === 0 ? [] : [{ sort: isLatin ? 'latin' : 'cyrillic', values: [place] }];
  });
  const value = romanValue(sign.toUpperCase());
  const ofRomans: Reading[] = value === null ? [] : [{ sort: 'roman', values: [value] }];
  // Nobody begins with a hundred.
  const [first, ...others] = value !== null && value <= 10 ? [...ofRomans, ...own] : [...own, ...ofRomans];
  return first ? { readings: [first, ...others], isUnsure: endsWithDot } : null;
}

function bulletIn({ shown, gap, rest }: Parted): Judged {
  // «-5 °C», «--», «*подпись»; without a space it is a bullet where a word follows.
  if (gap === '' && !(/[-–—−•●▪·]/.test(shown) && /^[\p{L}«"“]/u.test(rest))) return null;
  if (/^[-–—_\s]*$/.test(rest)) return null;
  // A star that stands alone begins a note.
  return { readings: [{ sort: 'bullet', values: [] }], isUnsure: shown === '*' };
}

const bare = (shown: string): string => shown.replace(/[().]/g, '');

const latin = 'abcdefghijklmnopqrstuvwxyz';
/** Whoever types goes on with the alphabet as lists have it, without ё and й. */
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщэюя';
/** Letters that somebody may type on the keyboard of the other alphabet without seeing it. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  ['AА', 'BВ', 'EЕ', 'aа', 'eе', 'cс'].flatMap(([one = '', other = '']) => [
    [one, other],
    [other, one],
  ]),
);

/** Roman numbers need not be Latin letters: a Russian keyboard has none. */
const latinFor: Readonly<Record<string, string>> = { І: 'I', Х: 'X', С: 'C' };
const worth: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Null for what is no number as Romans wrote it. */
function romanValue(written: string): number | null {
  const plain = [...written].map((sign) => latinFor[sign] ?? sign).join('');
  if (plain === '' || !/^(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(plain)) return null;
  const values = [...plain].map((sign) => worth[sign] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
