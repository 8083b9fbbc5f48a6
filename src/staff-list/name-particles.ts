/**
 * The small words of surnames, by what a capital on them tells. Written small they always begin a surname, or go on with one:
 * “van den Berg”. With a capital some are never a name of their own (“El Amrani”, “De Niro”), others are (“Van Nguyen”, “Ben Smith”).
 */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Dutch and German ones, which a surname without a first name before it has with a capital: “De Vries, Jan”. */
const dutch = setOf("van de den der het 't 's d' ter ten te in op aan bij voor von zu onder over uit vander v.d. v. d. vd v/d");
const foreign = setOf("la le les du el al di da del della dei do dos das bin bint ibn ben ait aït l'");
/** With a capital these begin a surname behind a first name; the other Dutch ones, such as Op and In, are written so nowhere. */
const capital = setOf(
  "Van De Den Der Het 'T D' L' O' Ter Ten Von Vander La Le Les Du El Al Di Da Del Della Dei Do Dos Das Bin Ben Ait Aït Mac Mc St St. Ste Ste. Saint Sint",
);
/** Of those, what people are called: Ben, Al, Di, and in Asia Van, Le, La, Da, Du and Do. Only the place in the name tells them apart. */
const alsoNames = setOf('Van Le La Da Du Di Do Al Ben Mac Bin');
/** First names that are common before any surname, also before one with a particle: “Ben de Vries”. */
const firstNames = setOf('Ben Al Mac');
/** The commonest surnames of Vietnam, where Van is a first or middle name. */
const vietnamese = setOf(
  'nguyen nguyễn tran trần le lê pham phạm huynh huỳnh hoang hoàng phan vu vũ vo võ dang đặng bui bùi do đỗ ho hồ ngo ngô duong dương ly lý нгуен чан фам хоанг буй данг зыонг',
);

const plain = (word: string): string => word.replace(/[‘’ʼ`´]/gu, "'");

export const isSmallParticle = (word: string): boolean =>
  word === word.toLowerCase() && (dutch.has(plain(word)) || foreign.has(plain(word)));
export const isDutchParticle = (word: string): boolean => dutch.has(plain(word).toLowerCase());
export const isCapitalParticle = (word: string): boolean => capital.has(plain(word));
export const isParticle = (word: string): boolean => isSmallParticle(word) || isCapitalParticle(word);
export const isAlsoName = (word: string): boolean => alsoNames.has(word);
export const isVietnamese = (word: string): boolean => vietnamese.has(word.toLowerCase());

/** “Jan Op de Beeck”, “J. In ’t Veld”: what has no capital elsewhere begins a surname where another particle stands behind it. */
export const beginsSurname = (word: string, next = ''): boolean => isParticle(word) || (isDutchParticle(word) && isParticle(next));

/**
 * Whether the first word of a name may be a first name. “De Vries” lacks one and “de Vries Jan” has it behind, but “Van Nguyen”,
 * “Ben Smith” and “Di Smith” begin with it. “Van Dijk” in a Dutch list is a surname alone.
 */
export function mayBeFirstName([first = '', second = '', ...more]: readonly string[], locale: string): boolean {
  if (!isParticle(first) || firstNames.has(first)) return true;
  if (!isAlsoName(first) || isParticle(second)) return false;
  if (isVietnamese(more.at(-1) ?? second)) return true;
  return more.length === 0 && !(first === 'Van' && locale === 'nl');
}

/** In lists in capitals only these are written small between names; “EL” and “AL” are not, as they mostly have a capital. */
export const isSmallWhenShouted = (word: string): boolean =>
  (dutch.has(plain(word).toLowerCase()) || foreign.has(plain(word).toLowerCase())) && !/^(?:el|al|ben|bin|a[iï]t|l')$/iu.test(plain(word));
