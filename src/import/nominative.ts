/** From «начальнику отдела продаж» back to «начальник отдела продаж»: a form is right when our own grammar declines it to what the file says. */
import { declinePhrase } from '../language/cases.js';
import type { RussianCase } from '../language/cases.js';

type Oblique = 'genitive' | 'dative' | 'instrumental';

/** What an ending may have been. The first that fits wins. */
const endings: Readonly<Record<Oblique, readonly (readonly [RegExp, readonly string[]])[]>> = {
  dative: [
    [/ому$/u, ['ый', 'ий', 'ой', 'ое']],
    [/ему$/u, ['ий', 'ее']],
    [/емуся$/u, ['ийся']],
    [/цу$/u, ['ец', 'ц']],
    [/у$/u, ['', 'о']],
    [/ю$/u, ['ь', 'й']],
    [/ой$/u, ['ая']],
    [/ей$/u, ['яя', 'ая']],
    [/е$/u, ['а', 'я']],
    [/и$/u, ['ь', 'я']],
  ],
  genitive: [
    [/ого$/u, ['ый', 'ий', 'ой', 'ое']],
    [/его$/u, ['ий', 'ее']],
    [/ца$/u, ['ец', 'ц']],
    [/а$/u, ['', 'о']],
    [/я$/u, ['ь', 'й']],
    [/ой$/u, ['ая']],
    [/ей$/u, ['яя', 'ая']],
    [/ы$/u, ['а']],
    [/и$/u, ['ь', 'а', 'я']],
  ],
  instrumental: [
    [/ым$/u, ['ый', 'ой']],
    [/им$/u, ['ий', 'ой']],
    [/цом$/u, ['ец']],
    [/ом$/u, ['']],
    [/ем$/u, ['ь', 'й', '']],
    [/(?:ой|ою)$/u, ['а', 'ая']],
    [/(?:ей|ею)$/u, ['я', 'а']],
    [/ью$/u, ['ь']],
  ],
};

const before = (word: string, wanted: Oblique): string[] => {
  const forms = endings[wanted].flatMap(([ending, starts]) =>
    ending.test(word) ? starts.map((start) => word.replace(ending, start)) : [],
  );
  return [...forms, word];
};

/** The phrase in the nominative; null where no form declines to it. Looks at its first four words, as far as the head goes. */
export function nominativeOf(phrase: string, from: Oblique): string | null {
  const text = phrase.trim().replace(/\s+/g, ' ');
  const words = text.split(' ');
  const wanted: RussianCase = from;
  const lower = text.toLowerCase();
  // The most words first: «генеральному директору» is two in one case.
  for (let count = Math.min(4, words.length); count > 0; count--) {
    let starts: string[] = [''];
    for (const word of words.slice(0, count))
      starts = starts.flatMap((start) => before(word, from).map((form) => (start === '' ? form : `${start} ${form}`))).slice(0, 800);
    const rest = words.slice(count).join(' ');
    for (const start of starts) {
      const whole = rest === '' ? start : `${start} ${rest}`;
      if (whole.toLowerCase() !== lower && declinePhrase(whole, wanted).toLowerCase() === lower) return whole;
    }
  }
  return null;
}
