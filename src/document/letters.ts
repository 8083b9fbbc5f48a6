/**
 * How wide words are, for writers that cannot measure: Word and browsers set the text themselves. The widths are those of
 * Times New Roman and Arial, and of the fonts made to their measure, each a little too wide and never too narrow.
 */

type Family = 'serif' | 'sans';
type Weight = 'regular' | 'bold';

/** Letters by their width, in hundredths of an em. */
const letters: Record<Family, Record<Weight, readonly [width: number, letters: string][]>> = {
  serif: {
    regular: [
      [20, "'"],
      [25, '., \u00A0·'],
      [30, 'ijlt:;/'],
      [35, 'frI()-’'],
      [40, 'sJз'],
      [45, 'acezагеёстэ'],
      [50, 'bdghknopquvxyвклорухья0123456789–_'],
      [55, 'бдийнпцчъЗ'],
      [60, 'FPSБГРЬ'],
      [65, 'ELTZмфЕЁТЧ'],
      [70, 'BCRжыВДКЛСЭЯ'],
      [75, 'wADGHKNOQUVXYюАИЙНОПУХЦЪ'],
      [80, 'mшщФ&'],
      [85, '%'],
      [90, 'MЖМЫ'],
      [95, 'W'],
    ],
    bold: [
      [25, '., \u00A0·'],
      [30, "il/'"],
      [35, 'fjt:;()-’'],
      [40, 'sI'],
      [45, 'cerzеёзсэ'],
      [50, 'agovxyJабготух0123456789–_'],
      [55, 'вдьяЗ'],
      [60, 'bdhknpquSийклнпрцчъ'],
      [65, 'FPГР'],
      [70, 'BELTZмфБВДЕЁТЬЭ'],
      [75, 'wACDNRUVXYжАКЛСУХЧЯ'],
      [80, 'GHKOQыюИЙНОПЦЪ'],
      [85, 'mшщ&'],
      [90, 'Ф'],
      [95, 'MМ'],
      [100, 'WЖЫ%'],
    ],
  },
  sans: {
    regular: [
      [20, "'"],
      [25, 'ijl’'],
      [30, 'ftI.,:;/ \u00A0'],
      [35, 'r()-·'],
      [40, 'г'],
      [45, 'к'],
      [50, 'cksvxyzJзстух'],
      [55, 'впчьэяГ'],
      [60, 'abdeghnopquLабдеёийлнорцК0123456789–_'],
      [65, 'FTZъЗТУ'],
      [70, 'ABEKPSVXYжмАБВДЕЁЛРХЧЬ&'],
      [75, 'wCDHNRUыюИЙНПСЦЭЯ'],
      [80, 'GOQОФЪ'],
      [85, 'mMфшщМ'],
      [90, 'Ы%'],
      [95, 'WЖШЩ'],
    ],
    bold: [
      [25, "'"],
      [30, 'ijlI.,/’ \u00A0'],
      [35, 'ft:;()-·'],
      [40, 'r'],
      [45, 'г'],
      [50, 'zзт'],
      [55, 'к'],
      [60, 'aceksvxyJаеёсухчэяГ0123456789–_'],
      [65, 'bdghnopquFLTZбвдийлнопрцьЗКТУ'],
      [70, 'EPSVXYЕЁРХ'],
      [75, 'ABCDHKNRUжмъАБВДИЙЛНПСЦЧЬЭЯ&'],
      [80, 'wGOQО'],
      [85, 'MшщМ'],
      [90, 'mфыюФЪ%'],
      [95, 'WЖ'],
    ],
  },
};

/** Hundredths of an em, for letters that no language of ours has. */
const widest = 115;

const byLetter = (widths: readonly [width: number, letters: string][]): ReadonlyMap<string, number> =>
  new Map(widths.flatMap(([width, own]) => [...own].map((letter): [string, number] => [letter, width])));

const widthsOf: Record<Family, Record<Weight, ReadonlyMap<string, number>>> = {
  serif: { regular: byLetter(letters.serif.regular), bold: byLetter(letters.serif.bold) },
  sans: { regular: byLetter(letters.sans.regular), bold: byLetter(letters.sans.bold) },
};

/** The width of words on one line, in ems. Letters with accents are as wide as without. */
export function widthInEms(words: string, family: Family, weight: Weight = 'regular'): number {
  const widths = widthsOf[family][weight];
  let sum = 0;
  for (const letter of words)
    sum += widths.get(letter) ?? widths.get(letter.normalize('NFD').charAt(0)) ?? (/\p{M}|\p{Cf}/u.test(letter) ? 0 : widest);
  return sum / 100;
}
