/** From «начальнику отдела продаж» back to «начальник отдела продаж»: a form is right when our own grammar declines it to what the file says. */
import { isAdjective } from '../language/adjectives.js';
import { declinePhrase } from '../language/cases.js';
import type { RussianCase } from '../language/cases.js';
import { governing, namesPerson, prepositions } from '../language/endings.js';
import { lastPart } from '../language/title-segment.js';
import { listed, titleWords } from '../language/title-words.js';

type Oblique = 'genitive' | 'dative' | 'instrumental';

/** What an ending may have been, the likeliest first. Behind к, г, х and the hushing letters Russian writes и for ы, and а for я. */
const endings: Readonly<Record<Oblique, readonly (readonly [RegExp, readonly string[]])[]>> = {
  dative: [
    [/(?<=[кгхжшчщ])[ое]му$/u, ['ий', 'ой', 'ое', 'ее']],
    [/(?<![кгхжшчщ])ому$/u, ['ый', 'ой', 'ое']],
    [/(?<![кгхжшчщ])ему$/u, ['ий', 'ее']],
    [/емуся$/u, ['ийся']],
    [/цу$/u, ['ец', 'ц']],
    [/у$/u, ['', 'о']],
    [/ю$/u, ['ь', 'й']],
    [/ой$/u, ['ая']],
    [/(?<=[жшчщ])ей$/u, ['ая']],
    [/(?<![жшчщ])ей$/u, ['яя', 'ая']],
    [/е$/u, ['а', 'я']],
    [/и$/u, ['ь', 'я']],
  ],
  genitive: [
    [/(?<=[кгхжшчщ])[ое]го$/u, ['ий', 'ой', 'ое', 'ее']],
    [/(?<![кгхжшчщ])ого$/u, ['ый', 'ой', 'ое']],
    [/(?<![кгхжшчщ])его$/u, ['ий', 'ее']],
    [/ца$/u, ['ец', 'ц']],
    [/а$/u, ['', 'о']],
    [/я$/u, ['ь', 'й']],
    [/ой$/u, ['ая']],
    [/(?<=[жшчщ])ей$/u, ['ая']],
    [/(?<![жшчщ])ей$/u, ['яя', 'ая']],
    [/ы$/u, ['а']],
    [/и$/u, ['ь', 'а', 'я']],
  ],
  instrumental: [
    [/ым$/u, ['ый', 'ой']],
    [/им$/u, ['ий', 'ой']],
    [/цом$/u, ['ец']],
    [/ом$/u, ['']],
    [/ем$/u, ['ь', 'й', '']],
    [/(?:ой|ою)$/u, ['ая', 'а']],
    [/(?<=[жшчщ])(?:ей|ею)$/u, ['ая', 'а']],
    [/(?<![жшчщ])(?:ей|ею)$/u, ['яя', 'я', 'а']],
    [/ью$/u, ['ь']],
  ],
};

/** What one word may be in the nominative, each part of «слесаря-ремонтника» for itself; the word as it is comes last. */
function before(word: string, wanted: Oblique): string[] {
  let wholes = [''];
  for (const [at, part] of word.split('-').entries()) {
    const forms = endings[wanted].flatMap(([ending, starts]) =>
      ending.test(part) ? starts.map((start) => part.replace(ending, start)).filter((form) => !impossible.test(form)) : [],
    );
    wholes = wholes.flatMap((whole) => [...forms, part].map((form) => (at === 0 ? form : `${whole}-${form}`))).slice(0, 200);
  }
  // «Звеньевой» and «портной» have their own ending, of which nothing else tells.
  const isInOy = (form: string): boolean => form.endsWith('ой') && titleWords().adjectivesInOy.has(listed(form));
  return [...wholes.filter(isInOy), ...wholes.filter((one) => !isInOy(one))];
}

/** «Медицинская сестра процедурной», «медсестра»: an adjective whose form is of the nominative alone, or a woman’s work in it. */
const isNominative = ([first = '']: readonly string[]): boolean =>
  (/(?:ая|яя|ый|ий)$/iu.test(first) && isAdjective(first)) || titleWords().women.has(listed(first));

/** A soft sign behind a vowel, й behind a consonant: no word has them. */
const impossible = /[аеёиоуыэюяйь]ь|[бвгджзклмнпрстфхцчшщ]й/iu;

/** How surely a word is the post itself: 0 is the surest. */
function doubtOf(head: string): number {
  const word = listed(lastPart(head));
  if (isAdjective(word)) return governing.test(word) || titleWords().headsLikeAdjectives.has(word) ? 0 : 3;
  const named = namesPerson(word);
  return named === 'yes' ? 0 : named === 'perhaps' ? 1 : 2;
}

/**
 * The phrase in the nominative; null where no form declines to it. What changes is the noun and the adjectives before it, as far as
 * the fourth word, and one adjective behind it that ends the phrase: «старшая медицинская сестра процедурная».
 */
export function nominativeOf(phrase: string, from: Oblique): string | null {
  const text = phrase.trim().replace(/\s+/g, ' ');
  const words = text.split(' ');
  if (isNominative(words)) return null;
  const wanted: RussianCase = from;
  const lower = text.toLowerCase();
  const isOf = (whole: string): boolean => whole.toLowerCase() !== lower && declinePhrase(whole, wanted).toLowerCase() === lower;
  let best: { readonly whole: string; readonly doubt: number; readonly at: number } | null = null;
  let adjectives = [''];
  for (const [at, word] of words.slice(0, 4).entries()) {
    if (prepositions.has(word)) break;
    const forms = before(word, from);
    const rest = words.slice(at + 1).join(' ');
    for (const start of adjectives)
      for (const form of forms) {
        const doubt = doubtOf(form);
        // Of two that are as sure the longer one: «ведущий инженер», and not «ведущий» of an «инженера».
        if (best && (best.doubt < doubt || (best.doubt === doubt && best.at === at))) continue;
        const whole = withTail([start, form].filter(Boolean).join(' '), rest, from, isOf);
        if (whole !== null) best = { whole, doubt, at };
      }
    adjectives = adjectives
      .flatMap((start) => forms.filter(isAdjective).map((form) => [start, form].filter(Boolean).join(' ')))
      .slice(0, 60);
    if (adjectives.length === 0) break;
  }
  return best?.whole ?? null;
}

/** The start with the rest of the phrase, whose last adjective may belong to it; null where this does not decline to the phrase. */
function withTail(start: string, rest: string, from: Oblique, isOf: (whole: string) => boolean): string | null {
  if (rest === '') return isOf(start) ? start : null;
  if (!rest.includes(' '))
    for (const tail of before(rest, from).filter(isAdjective)) if (isOf(`${start} ${tail}`)) return `${start} ${tail}`;
  return isOf(`${start} ${rest}`) ? `${start} ${rest}` : null;
}
