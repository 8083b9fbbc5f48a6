/** Spaces that must not end a line. Only ever turns a space into a non-breaking one; the words stay as they are. */
import type { Locale } from '../document/document.js';

const NBSP = '\u00A0';

/**
 * The text with non-breaking spaces where its language wants them: after short Russian words, before dashes, between
 * numbers and units, in abbreviations and initials. Doing it again changes nothing.
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

const RUSSIAN_MONTHS =
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|' +
  '(?:янв|февр|мар|апр|июн|июл|авг|сент|окт|нояб|дек)\\.';
const RUSSIAN_UNITS =
  'час(?:а|ов)?|дн(?:я|ей)|день|мин(?:ут[аы]?|\\.)?|сек(?:унд[аы]?|\\.)?|недел[яиь]|недель|месяц(?:а|ев)?|мес\\.|год(?:а|у)?|лет|гг?\\.|' +
  `(?:рабоч|календарн|полн|банковск)${LETTER}+|раб\\.|кал\\.|раз(?:а)?|руб(?:л${LETTER}+|\\.)?|коп(?:е${LETTER}+|\\.)?|тыс\\.|млн|млрд|процент${LETTER}*|` +
  `экз(?:емпляр${LETTER}*|\\.)?|человек${LETTER}?|чел\\.|шт\\.|вопрос${LETTER}*|ответ${LETTER}*|балл${LETTER}*|попыт${LETTER}+|км|см|мм|кг|м|г|т|л|ч|пт`;

const ENGLISH_MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const ENGLISH_UNITS =
  '(?:working|business|calendar|consecutive|full)|hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|months?|years?|per\\scent|percent|times|' +
  'copies|people|employees|questions?|answers?|attempts?|million|billion|k?m|cm|mm|k?g|pt|a\\.m\\.|p\\.m\\.|am|pm';

const DUTCH_MONTHS =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|(?:jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec)\\.?';
const DUTCH_UNITS =
  '(?:werk|kalender)?dag(?:en)?|we[e]?k(?:en)?|maand(?:en)?|jaar|jaren|uur|uren|minu(?:ut|ten)|seconden?|procent|keer|maal|exempla(?:ar|ren)|' +
  'personen|medewerkers|vragen|antwoorden|pogingen|miljoen|miljard|k?m|cm|mm|k?g|pt';

const rules: Record<Locale, string[]> = {
  ru: [
    between(word('[вкосуиаяВКОСУИАЯ]|[Вв]о|[Кк]о|[Сс]о|[Оо]б|[Нн]а|[Пп]о|[Нн]е|[Нн]и|[Зз]а|[Ии]з|[Оо]т|[Дд]о|[Нн]о'), '\\S'),
    between(LETTER, `(?:бы|же|ли|б|ж|ль)(?!${LETTER})`),
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
    between('\\d-[йе]', '(?:рабоч|календарн)'),
    between('[\\d_]', 'гг?\\.'),
    between('[»_]', '_'),
    between(word('ООО|АО|ПАО|НАО|ЗАО|ОАО|АНО|НКО|ФГУП|МУП|ИП'), `(?:«|${CAPITAL})`),
    between(LETTER, `РФ(?!${LETTER})`),
  ],
  en: [
    DASH,
    between('[§№£€$]', '\\d'),
    between(word('[Nn]os?|[Aa]rts?|[Ss]s?|[Pp]aras?|[Pp]p?|[Cc]h|[Ff]ig') + '\\.', '\\d'),
    between(word('[Aa]rticle|[Ss]ection|[Cc]lause|[Pp]aragraph|[Aa]nnex|[Ss]chedule|[Pp]age|[Dd]ay'), '\\d'),
    between(word('Mr|Mrs|Ms|Mx|Dr|Prof') + '\\.?', CAPITAL),
    between(INITIAL, CAPITAL),
    between('\\d', `(?:[%‰°]|(?:${ENGLISH_UNITS}|${ENGLISH_MONTHS})(?!${LETTER}))`),
    between(word(ENGLISH_MONTHS), '\\d{1,2}(?!\\d)'),
  ],
  nl: [
    DASH,
    between('[§№€$]', '\\d'),
    between(word('[Aa]rt|[Nn]r|[Bb]lz|[Pp]|[Hh]fst|[Bb]ijl|[Ff]ig') + '\\.', '\\d'),
    between(word('[Aa]rtikel|[Ll]id|[Hh]oofdstuk|[Pp]aragraaf|[Bb]ijlage|[Bb]oek|[Pp]agina|[Ww]erkdag|[Kk]alenderdag'), '\\d'),
    between(word('d\\.d\\.'), '\\S'),
    between(word('[Dd]hr|[Mm]evr|[Mm]w|[Dd]rs?|[Ii]ng|[Ii]r|[Mm]r|[Pp]rof') + '\\.', CAPITAL),
    between(INITIAL, `(?:${CAPITAL}|(?:van|de|den|der|ter|ten|te|'t|’t|in|op|von)\\s)`),
    between(INITIAL + "(?:\\s(?:van|de|den|der|ter|ten|te|'t|’t|in|op|von)){1,9}", `(?:${CAPITAL}|(?:de|den|der|het|'t|’t)\\s)`),
    between('\\d', `(?:[%‰°]|(?:${DUTCH_UNITS}|${DUTCH_MONTHS})(?!${LETTER}))`),
  ],
};
