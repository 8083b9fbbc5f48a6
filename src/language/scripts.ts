/** Which words of a text are in another script than its language, so that voices read them and spelling is checked apart. */

/** Scripts that run from right to left, by what their words are most probably in: a script is all that is looked at. */
const rightToLeft = [
  ['Hebrew', 'he-IL'],
  ['Arabic', 'ar-SA'],
  ['Syriac', 'syr-SY'],
  ['Thaana', 'dv-MV'],
  ['Nko', 'nqo-GN'],
  ['Samaritan', 'smp'],
  ['Mandaic', 'mid'],
  ['Adlam', 'ff-Adlm'],
  ['Hanifi_Rohingya', 'rhg'],
].map(([script = '', language = '']) => ({ language, letter: new RegExp(`\\p{Script=${script}}`, 'u'), script }));

/** Scripts whose letters change their form, or their order, by their neighbours, or whose words no spaces part. */
const shapedScripts = [
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Meetei_Mayek'],
  ...['Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan', 'Javanese', 'Balinese', 'Sundanese', 'Tai_Tham', 'Mongolian', 'Phags_Pa', 'Cham'],
];

const classOf = (scripts: readonly string[]): string => scripts.map((script) => `\\p{Script=${script}}`).join('');
const rightward = classOf(rightToLeft.map(({ script }) => script));
const ordered = new RegExp(`[${rightward}]`, 'u');
const shaped = new RegExp(`[${classOf(shapedScripts)}]`, 'u');

/** Why letters cannot simply be set one behind the other. */
export type Obstacle = 'direction' | 'shapes';

/** What stands in the way of setting a character as it comes, from left to right; null for nothing. */
export const obstacleOf = (character: string): Obstacle | null =>
  ordered.test(character) ? 'direction' : shaped.test(character) ? 'shapes' : null;

/** Words in Latin letters, with what joins them: “CRM”, “Microsoft Word”, “e-mail”. */
const latin = /[A-Za-zÀ-ɏ][\wÀ-ɏ’&.-]*(?: [A-Za-zÀ-ɏ][\wÀ-ɏ’&.-]*)*/gu;
/** The same in Cyrillic letters: «ООО Ромашка». */
const cyrillic = /[Ѐ-ӿ][Ѐ-ӿ\d.-]*(?:[ «»]+[Ѐ-ӿ][Ѐ-ӿ\d.-]*)*/gu;

export interface LanguageRun {
  text: string;
  /** BCP 47 tag, or null where the language of the document goes on. */
  language: string | null;
  /** Whether its words run from right to left. */
  rightToLeft?: true;
}

/** Words from right to left, with what stands between them: it is read in their order. */
const backwards = `[${rightward}][\\p{M}${rightward}]*(?:[^\\p{L}]*[${rightward}][\\p{M}${rightward}]*)*`;
const all = (foreign: RegExp): RegExp => new RegExp(`(?<backwards>${backwards})|${foreign.source}`, 'gu');
const [latinAndBackwards, cyrillicAndBackwards] = [all(latin), all(cyrillic)];
/**
 * Where the letters are that such runs begin with, and a few others: most texts have none, which is seen in a sixth of the time
 * that it takes to know them.
 */
const fromRightToLeft = '\\u0590-\\u08ff\\ud800-\\udfff\\ufb1d-\\ufefc';
const [fromLatin, fromCyrillic] = [new RegExp(`[A-Za-zÀ-ɏ${fromRightToLeft}]`), new RegExp(`[Ѐ-ӿ${fromRightToLeft}]`)];

/** The text in runs of one language; `language` is that of the document, a BCP 47 tag. */
export function languageRuns(text: string, language: string): LanguageRun[] {
  const [letter, foreign, tag] = language.startsWith('ru')
    ? ([fromLatin, latinAndBackwards, 'en-US'] as const)
    : ([fromCyrillic, cyrillicAndBackwards, 'ru-RU'] as const);
  if (!letter.test(text)) return [{ text, language: null }];
  const found: LanguageRun[] = [];
  let end = 0;
  for (const match of text.matchAll(foreign)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), language: null });
    const [words] = match;
    if (match.groups?.backwards === undefined) found.push({ text: words, language: tag });
    else found.push({ text: words, language: rightToLeft.find((one) => one.letter.test(words))?.language ?? tag, rightToLeft: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end), language: null });
  return found;
}
