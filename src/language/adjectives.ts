/** Russian adjectives and participles in their cases; those used as nouns («заведующий», «приёмная») decline alike. */
import { isJoinedAbbreviation, nounsLikeAdjectives } from './endings.js';
import type { RussianCase, RussianGender } from './nouns.js';

const ENDING = /(?:[ыо]й|ий|[ая]я|[ое]е|ые|(?<=[гкхжшчщ]|[вджтшнх]н)ие)(?=(?:ся)?$)/u;

// Genitives of the plural end alike: «ведущий мероприятий», «менеджер лицензий», «директор технологий».
const GENITIVE_IN_IY = /(?:[аеёиоуыэюя]н|[бвдзлмпрстфц]|(?:ло|те|у?р|ер)г)ий$/u;
const SOFT_IN_IY = /(?:трет|син|игорн|коч)ий$/u;

// The neuter of a soft adjective ends in -ее and never in -ие, but nouns such as «управление» are not to be taken for
// plurals: hence the letters that must stand before -ие.
export const isAdjective = (word: string): boolean => {
  const lower = word.toLowerCase();
  if (lower.length < 4 || !ENDING.test(lower) || nounsLikeAdjectives.test(lower) || isJoinedAbbreviation(lower)) return false;
  return !GENITIVE_IN_IY.test(lower) || SOFT_IN_IY.test(lower);
};

/** The gender with which an adjective in the nominative agrees. */
export function agreementOf(adjective: string): RussianGender {
  const ending = ENDING.exec(adjective.toLowerCase())?.[0] ?? '';
  if (/[ая]я/u.test(ending)) return 'feminine';
  if (/[ое]е/u.test(ending)) return 'neuter';
  return /е$/u.test(ending) ? 'plural' : 'masculine';
}

/** An adjective in a case; `animate` is that of the noun it belongs to and matters for the accusative only. */
export function declineAdjective(adjective: string, wanted: RussianCase, animate: boolean): string {
  if (wanted === 'nominative') return adjective;
  const match = ENDING.exec(adjective.toLowerCase());
  if (!match) return adjective;
  const gender = agreementOf(adjective);
  if (wanted === 'accusative' && gender !== 'feminine') {
    if (!animate || gender === 'neuter') return adjective;
    return declineAdjective(adjective, 'genitive', animate);
  }
  const { stem, ...vowels } = stemOf(adjective.slice(0, match.index), match[0]);
  const reflexive = adjective.slice(match.index + match[0].length);
  return stem + endings(vowels)[gender === 'neuter' ? 'masculine' : gender][wanted] + reflexive;
}

/** The vowels with which endings begin: новОго or среднЕго, новЫм or среднИм, новУю or среднЮю. */
interface Vowels {
  o: 'о' | 'е';
  y: 'ы' | 'и';
  u: 'у' | 'ю';
}

function stemOf(stem: string, ending: string): Vowels & { stem: string } {
  const lower = stem.toLowerCase();
  if (/трет$/u.test(lower) && ending === 'ий') return { stem: `${stem}ь`, o: 'е', y: 'и', u: 'ю' };
  const velar = /[гкх]$/u.test(lower);
  const husher = /[жшчщ]$/u.test(lower);
  const stressed = ending === 'ой' || ending === 'ое' || /(?:больш|чуж)$/u.test(lower);
  const soft = !velar && !husher && /^(?:ий|яя|ее|ие)/u.test(ending);
  return { stem, o: soft || (husher && !stressed) ? 'е' : 'о', y: soft || velar || husher ? 'и' : 'ы', u: soft ? 'ю' : 'у' };
}

type Endings = Record<'masculine' | 'feminine' | 'plural', Record<Exclude<RussianCase, 'nominative'>, string>>;

function endings({ o, y, u }: Vowels): Endings {
  return {
    masculine: { genitive: `${o}го`, dative: `${o}му`, accusative: `${o}го`, instrumental: `${y}м`, prepositional: `${o}м` },
    feminine: { genitive: `${o}й`, dative: `${o}й`, accusative: `${u}ю`, instrumental: `${o}й`, prepositional: `${o}й` },
    plural: { genitive: `${y}х`, dative: `${y}м`, accusative: `${y}х`, instrumental: `${y}ми`, prepositional: `${y}х` },
  };
}

/** «1-й», «2-я»: a number with the end of its name, which changes as that does (Мильчин, «Справочник издателя и автора», 9.4). */
export const isOrdinal = (word: string): boolean => /^\d+-[йяе]$/u.test(word);

const ordinalEndings: Readonly<Record<string, Readonly<Record<Exclude<RussianCase, 'nominative'>, string>>>> = {
  й: { genitive: 'го', dative: 'му', accusative: 'го', instrumental: 'м', prepositional: 'м' },
  я: { genitive: 'й', dative: 'й', accusative: 'ю', instrumental: 'й', prepositional: 'й' },
  е: { genitive: 'го', dative: 'му', accusative: 'е', instrumental: 'м', prepositional: 'м' },
};

export function declineOrdinal(word: string, wanted: RussianCase, animate: boolean): string {
  const ending = word.slice(-1);
  if (wanted === 'nominative' || (wanted === 'accusative' && ending === 'й' && !animate)) return word;
  return word.slice(0, -1) + (ordinalEndings[ending]?.[wanted] ?? ending);
}
