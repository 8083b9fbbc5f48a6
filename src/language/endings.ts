/**
 * What endings tell about Russian words in names of posts and departments. Where an ending leaves a choice, and no list of
 * `locales/titles.ru.json` has the word, the answer is “perhaps” or “not certain”, and whoever prints the title is told so.
 */
import { isIndeclinable, listed, titleWords } from './title-words.js';

/** How far it is known that something holds. */
export type Likelihood = 'yes' | 'perhaps' | 'no';

/** Endings that only words for people have, but for the things of the list (датчик, двигатель). */
const people =
  /(?:тель|щик|[а-я]чик|[бвгджзйклмнпрстфхцчшщ]ник|овик|ист|лог|вед|[а-я]{2}вод|[а-я]арь|ярь|мейстер|мастер|(?<!с)мен|евт|иатр|навт|ург|граф|(?:агр|эк|астр|мет)оном|[нжстл]ер|(?<!кон)тор|[сз]ор|дент)$/u;
const loosePeople =
  /(?:ер|ор|ир|ар|яр|ник|ец|ерь|ант|ент|гог|ик|мед|пед|лид|ак|як|ач|истр|лаз|коп|кат|дат|тат|рал|сал|нал|ерт|арт|льт|ард|анин|ман)$/u;
const women = /(?:[щч]ица|истка|[ае]нтка|есса|[нрл]ша)$/u;

/** Endings of masculine units and things. */
const things = /(?:отдел|центр|цех|склад|офис|маркет|завод|парк|комбинат|департамент|магазин|сервис|ретейл|ритейл|холдинг|трест)$/u;

/** Whether a masculine noun names a unit or a thing. */
export const isInanimate = (noun: string): boolean => titleWords().things.has(listed(noun)) || things.test(listed(noun));

/** Whether a noun in the nominative names a person. */
export function namesPerson(noun: string): Likelihood {
  const word = listed(noun);
  const known = titleWords();
  if ([known.people, known.women, known.masculineInA, known.indeclinablePeople].some((list) => list.has(word))) return 'yes';
  if (isInanimate(word) || known.indeclinable.has(word) || isAbbreviated(noun) || !/^[а-я]{3,}$/u.test(word)) return 'no';
  if (people.test(word) || women.test(word) || endsWithPerson(word)) return 'yes';
  return loosePeople.test(word) ? 'perhaps' : 'no';
}

/** «АХО», «ТОиР», but not «КИПовец». */
export const isAbbreviated = (noun: string): boolean => /[А-ЯЁ].*[А-ЯЁ](?!.*[а-яё]{3})/u.test(noun);

/** «Радиоинженер», «автомеханик»: a known word behind a vowel that joins two roots. */
function endsWithPerson(word: string): boolean {
  const { people: known, women: knownWomen } = titleWords();
  for (const { index } of word.matchAll(/[оеиа](?=[а-я]{5,}$)/gu)) {
    const rest = word.slice(index + 1);
    if (known.has(rest) || knownWomen.has(rest)) return true;
  }
  return false;
}

/** Feminine in a soft sign; all others in -ь are masculine, as nearly all names of posts are. */
const feminineInSoftSign =
  /(?:[аеоуяюиыё]сть|знь|вь|[жчшщ]ь|связь|сеть|модель|цель|площадь|отрасль|запись|роспись|прибыль|мебель|печать|мать|сталь)$/u;
export const isFeminineInSoftSign = (word: string): boolean =>
  titleWords().feminineInSoftSign.has(listed(word)) ||
  (feminineInSoftSign.test(word) && !titleWords().masculineInSoftSign.has(listed(word)));

/**
 * Whether the forms of a noun are those of a rule without exceptions, or of a word that is known. Not certain are vowels that
 * may drop out (-ец, -ок, -ел), the stress behind ж, ш, щ, ч and ц, nouns in -ь of either gender, and foreign vowels
 * («Русская грамматика», 1980, §§ 1182–1231).
 */
export function hasCertainForms(noun: string): boolean {
  const word = listed(noun);
  const known = titleWords();
  if (isInanimate(word) || known.plurals.has(word) || isIndeclinable(word) || known.neuters.has(word)) return true;
  if (namesPerson(word) === 'yes' && !/(?:ец|[оеё]к)$/u.test(word)) return true;
  if (known.people.has(word)) return true;
  if (!/[аеиоуыэюя]/u.test(word) || word.length < 3) return false;
  if (/[ая]$/u.test(word)) return !/(?:[жчщ]|(?<!и)ц|(?<![нртлй])ш)а$/u.test(word);
  if (word.endsWith('о')) return /ство$/u.test(word);
  if (word.endsWith('е')) return /(?:ие|ище)$/u.test(word);
  if (word.endsWith('ь')) return known.masculineInSoftSign.has(word) || known.feminineInSoftSign.has(word) || feminineInSoftSign.test(word);
  if (word.endsWith('й')) return /(?:[аеуя]й|арий|орий|ерий)$/u.test(word);
  if (/[иыуюэ]$/u.test(word)) return false;
  return /ач$/u.test(word) || !/(?:[жшщчц]|[оеё]к|[оеё]л|[оеё]в|[еи]сс?)$/u.test(word);
}

/** Nouns that look like adjectives. */
export const nounsLikeAdjectives =
  /(?:[аоуе]рий|[её]ний|умий|герой|ковбой|строй|слой|покой|забой|разбой|постой|(?:^кр|трамв|случ|урож|сар|обыч|попуг|кит)ая)$/u;

/** Participles that take the instrumental, so that «заведующий складом» has no noun to agree with. */
export const governing = /^(?:заведующ|управляющ|командующ|руководящ|ведающ)/u;

export const prepositions = new Set('по за на с со в во при без для у к ко о об от до из над под между через перед около про'.split(' '));

/** «Завскладом», «замдиректора»: an abbreviation and a noun in the case that it governs never change. */
export function isJoinedAbbreviation(noun: string): boolean {
  const word = listed(noun);
  if (/^зав(?!од|ит)[а-я]{3,}(?:ом|ем|ью|ами|[оеё]й)$/u.test(word)) return true;
  const [, of = ''] = /^(?:зам|пом|нач|пред|управ)([а-я]+)$/u.exec(word) ?? [];
  return titleWords().deputyOf.has(of) || word === 'управделами';
}

/** Forms that no nominative singular has, but for words that are known: genitives of the plural, datives, instrumentals. */
export const isOblique = (word: string): boolean =>
  /(?:[оеё]в|[ыи]х|[ая]х|[ая]м|[оеыи]м|[ыи]ми|[ая]ми|[оеё]го|[ео]му|ью|(?:[аеиоуя]н|[дзлстц]|[лртв][оеу]г)ий)$/u.test(listed(word));
