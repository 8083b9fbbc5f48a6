/** Spaces that must not end a line. Only ever turns a space into a non-breaking one; the words stay as they are. */
import type { Locale } from '../document/document.js';

const NBSP = '\u00A0';

/**
 * The text with non-breaking spaces where its language wants them: after short Russian words, before dashes, between
 * numbers and what they count or name, in abbreviations and initials, and from the weekday of a date to its month. Before
 * its year a line may end: a date that was all one word would not fit the cells of a plan. Doing it again changes nothing.
 */
export function typeset(text: string, locale: Locale): string {
  const rule = compiled.get(locale) ?? new RegExp(` (?:${rules[locale].join('|')})`, 'gu');
  compiled.set(locale, rule);
  return text.replace(rule, NBSP);
}

// Only the language of the document is compiled, and the classes of letters are spelt out: together 15 ms less than
// all three with \p{L}.
const compiled = new Map<Locale, RegExp>();
const CAPITAL = '[A-ZÀ-ÞА-ЯЁ]';
const SMALL = '[a-zß-ÿа-яё]';
const LETTER = '[A-Za-zÀ-ÿА-Яа-яЁё]';

// Every rule is a single space between what must stand before it and behind it. Both are looked at, not consumed, and
// there a space may already be a non-breaking one: so the rules need no order, and a second pass finds nothing new.
// The space itself comes first in the expression, so that nothing is looked at anywhere else.
const between = (before: string, after: string): string => `(?<=${before} )(?=${after})`;
const word = (alternatives: string): string => `(?<!${LETTER}|\\d)(?:${alternatives})`;

const INITIAL = word(`${CAPITAL}\\.(?:-?${CAPITAL}\\.)*`);
const DASH = between('\\S', '[—–](?:\\s|$)');
const THOUSANDS = between(`(?<!${LETTER}|[\\d.,])\\d{1,3}(?:\\s\\d{3}){0,9}`, '\\d{3}(?!\\d)');

// What is counted stays with its number, whatever it is. Not a count: a number that names (No. 5), a year, and a word
// that goes on with the sentence.
const COUNT = (names: string): string => `(?<!(?:[№§€£$]|${names})\\s?)(?<![\\d.,:/–-]|${LETTER}|\\d\\s)(?!(?:19|20)\\d\\d\\s)\\d{1,4}`;
const COUNTED = (others: string): string => `(?!(?:${others})(?!${LETTER}))${SMALL}{3}`;

const RUSSIAN_SHORT = word('[вкосуиаяВКОСУИАЯ]|[Вв]о|[Кк]о|[Сс]о|[Оо]б|[Нн]а|[Пп]о|[Нн]е|[Нн]и|[Зз]а|[Ии]з|[Оо]т|[Дд]о|[Нн]о');
const RUSSIAN_PARTICLE = `(?:бы|же|ли|б|ж|ль)(?!${LETTER})`;

const RUSSIAN_MONTHS =
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|(?:янв|февр?|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек)\\.';
const RUSSIAN_NAMES = `[Сс]т\\.|[Пп]п?\\.|[Чч]\\.|(?:стать|пункт|подпункт|част|раздел|приложени)${SMALL}{0,3}`;
const RUSSIAN_OTHERS =
  'или|для|без|при|под|над|что|как|если|через|после|перед|между|либо|также|про|чем|является|утвержд[а-я]+|настоящ[а-я]+|включительно';
const RUSSIAN_UNITS =
  'час(?:а|ов)?|дн(?:я|ей)|день|мин(?:ут[аы]?|\\.)?|сек(?:унд[аы]?|\\.)?|недел[яиь]|недель|месяц(?:а|ев)?|мес\\.|год(?:а|у)?|лет|гг?\\.|' +
  `(?:рабоч|календарн|полн|банковск)${LETTER}+|раб\\.|кал\\.|раз(?:а)?|руб(?:л${LETTER}+|\\.)?|коп(?:е${LETTER}+|\\.)?|тыс\\.|млн|млрд|процент${LETTER}*|` +
  `экз(?:емпляр${LETTER}*|\\.)?|человек${LETTER}?|чел\\.|шт\\.|вопрос${LETTER}*|ответ${LETTER}*|балл${LETTER}*|попыт${LETTER}+|км|см|мм|кг|м|г|т|л|ч|пт`;

const ENGLISH_MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const ENGLISH_NAMES = '[Aa]rticle|[Ss]ection|[Cc]lause|[Pp]aragraph|[Aa]nnex|[Ss]chedule|[Pp]age|[Vv]ersion|(?:[Aa]rt|[Nn]o)\\.';
const ENGLISH_OTHERS =
  'per|and|the|that|this|for|with|from|but|nor|not|are|was|has|have|may|must|shall|will|can|when|where|which|who|whose|into|unless';
const ENGLISH_UNITS =
  '(?:working|business|calendar|consecutive|full)|hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|months?|years?|per\\scent|percent|times|' +
  'copies|people|employees|questions?|answers?|attempts?|million|billion|k?m|cm|mm|k?g|pt|a\\.m\\.|p\\.m\\.|am|pm';

const DUTCH_MONTHS =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec';
const DUTCH_NAMES = '[Aa]rtikel|[Ll]id|[Hh]oofdstuk|[Pp]aragraaf|[Bb]ijlage|[Bb]oek|[Pp]agina|[Vv]ersie|(?:[Aa]rt|[Nn]r)\\.';
const DUTCH_OTHERS =
  'per|het|een|dat|die|deze|dit|van|voor|met|aan|bij|naar|door|tot|maar|als|wordt|worden|zijn|heeft|moet|kan|mag|zal|niet|ook|dan|want';
const DUTCH_UNITS =
  '(?:werk|kalender)?dag(?:en)?|we[e]?k(?:en)?|maand(?:en)?|jaar|jaren|uur|uren|minu(?:ut|ten)|seconden?|procent|keer|maal|exempla(?:ar|ren)|' +
  'personen|medewerkers|vragen|antwoorden|pogingen|miljoen|miljard|k?m|cm|mm|k?g|pt';

/** “29 CFR § 541.100”, “12 U.S.C. § 1829”, “12 CFR Part 1007”: one name, in every language. */
const AMERICAN_LAW = [
  between('\\d', '(?:U\\.S\\.C\\.|CFR|C\\.F\\.R\\.)'),
  between('(?:U\\.S\\.C\\.|CFR|C\\.F\\.R\\.)', '(?:§|\\d|Part\\s\\d)'),
];

const rules: Record<Locale, string[]> = {
  ru: [
    ...AMERICAN_LAW,
    between(RUSSIAN_SHORT, '\\S'),
    between(LETTER, RUSSIAN_PARTICLE),
    DASH,
    THOUSANDS,
    between('[№§]', '\\S'),
    between(word('[Сс]т|[Пп]|[Пп]п|[Чч]|[Гг]л|[Аа]бз|[Рр]азд|[Рр]ис|[Тт]абл|[Пп]рил|[Сс]тр|[Дд]|[Кк]в|[Кк]орп|[Оо]ф') + '\\.', '[\\dIVX]'),
    between(word('[Уу]л|[Пп]р|[Пп]ер|[Оо]бл|[Гг]|[Пп]ос|[Ии]м') + '(?<![\\d_]\\s[Гг])\\.', `(?:«|${CAPITAL})`),
    between(word('т\\.'), '[депкн]\\.'),
    between(word('и'), 'т\\.|др\\.|пр\\.'),
    between(INITIAL, CAPITAL),
    between(`${CAPITAL}${SMALL}+`, `${CAPITAL}\\.\\s?${CAPITAL}\\.(?!\\s?${CAPITAL}${SMALL})`),
    between('\\d', `(?:[%‰₽€$°]|(?:${RUSSIAN_UNITS}|${RUSSIAN_MONTHS})(?!${LETTER}))`),
    between(COUNT(RUSSIAN_NAMES), COUNTED(RUSSIAN_OTHERS)),
    between(word('[Пп]н|[Вв]т|[Сс]р|[Чч]т|[Пп]т|[Сс]б|[Вв]с') + ',', '\\d'),
    between(
      word(`(?:[Дд]ень|[Нн]едел[яиюе]|[Мм]есяц|[Шш]аг|[Ээ]тап|[Сс]тать[яи]|[Пп]ункта?|[Рр]аздела?|[Чч]асти?|[Пп]риложени[еяю])`),
      '\\d',
    ),
    between('\\d', 'из\\s\\d'),
    between('\\d-[йе]', '(?:рабоч|календарн)'),
    between('[\\d_]', 'гг?\\.'),
    between('[»_]', '_'),
    between(word('ООО|АО|ПАО|НАО|ЗАО|ОАО|АНО|НКО|ФГУП|МУП|ИП'), `(?:«|${CAPITAL})`),
    between(LETTER, `РФ(?!${LETTER})`),
  ],
  en: [
    ...AMERICAN_LAW,
    DASH,
    between('[§№£€$]', '\\d'),
    between(word('[Nn]os?|[Aa]rts?|[Ss]s?|[Pp]aras?|[Pp]p?|[Cc]h|[Ff]ig') + '\\.', '\\d'),
    between(word('[Aa]rticle|[Ss]ection|[Cc]lause|[Pp]aragraph|[Aa]nnex|[Ss]chedule|[Pp]age|[Dd]ay'), '\\d'),
    between(word('Mr|Mrs|Ms|Mx|Dr|Prof') + '\\.?', CAPITAL),
    between(INITIAL, CAPITAL),
    between('\\d', `(?:[%‰°]|(?:${ENGLISH_UNITS}|${ENGLISH_MONTHS})(?!${LETTER}))`),
    between(COUNT(ENGLISH_NAMES), COUNTED(ENGLISH_OTHERS)),
    between(word(ENGLISH_MONTHS), '\\d{1,2}(?!\\d)'),
    between(word('Mon|Tue|Wed|Thu|Fri|Sat|Sun') + ',?', `(?:\\d|(?:${ENGLISH_MONTHS})(?!${LETTER}))`),
    between(word('[Dd]ay|[Ww]eek|[Mm]onth|[Ss]tage|[Ss]tep|[Ll]evel|[Tt]able'), '\\d'),
    between('\\d', 'of\\s\\d'),
    between('\\d\\sof', '\\d'),
  ],
  nl: [
    ...AMERICAN_LAW,
    DASH,
    between('[§№€$]', '\\d'),
    between(word('[Aa]rt|[Nn]r|[Bb]lz|[Pp]|[Hh]fst|[Bb]ijl|[Ff]ig') + '\\.', '\\d'),
    between(word('[Aa]rtikel|[Ll]id|[Hh]oofdstuk|[Pp]aragraaf|[Bb]ijlage|[Bb]oek|[Pp]agina|[Ww]erkdag|[Kk]alenderdag'), '\\d'),
    between(word('d\\.d\\.'), '\\S'),
    between(word('[Dd]hr|[Mm]evr|[Mm]w|[Dd]rs?|[Ii]ng|[Ii]r|[Mm]r|[Pp]rof') + '\\.', CAPITAL),
    between(INITIAL, `(?:${CAPITAL}|(?:van|de|den|der|ter|ten|te|'t|’t|in|op|von)\\s)`),
    between(INITIAL + "(?:\\s(?:van|de|den|der|ter|ten|te|'t|’t|in|op|von)){1,9}", `(?:${CAPITAL}|(?:de|den|der|het|'t|’t)\\s)`),
    between('\\d', `(?:[%‰°]|(?:${DUTCH_UNITS}|${DUTCH_MONTHS})(?!${LETTER}))`),
    between(COUNT(DUTCH_NAMES), COUNTED(DUTCH_OTHERS)),
    between(word('[Mm]a|[Dd]i|[Ww]o|[Dd]o|[Vv]r|[Zz][ao]'), `\\d{1,2}\\s(?:${DUTCH_MONTHS})(?!${LETTER})`),
    between(word('(?:[Ww]erk|[Kk]alender)?[Dd]ag|[Ww]eek|[Mm]aand|[Ff]ase|[Ss]tap|[Nn]iveau|[Tt]abel'), '\\d'),
    between('\\d', 'van\\s(?:de\\s)?\\d'),
    between('\\d\\svan', '(?:de\\s)?\\d'),
    between('\\d\\svan\\sde', '\\d'),
  ],
};

const forLooks = new RegExp(
  `${NBSP}(?:(?<=${RUSSIAN_SHORT}${NBSP})(?=[«(]?${LETTER})(?!т\\.|др\\.|пр\\.)|(?<=${LETTER}${NBSP})(?=${RUSSIAN_PARTICLE}))`,
  'gu',
);

/**
 * Typeset text for lines that a word processor justifies: a short Russian word may end a line, all else stays together.
 * LibreOffice does not stretch a no-break space, so that a line with several of them has wide gaps between the other words.
 */
export const forJustifiedLines = (text: string): string => text.replace(forLooks, ' ');
