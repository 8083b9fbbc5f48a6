/** Articles before names of posts and departments: English a or an, Dutch de or het. */
import { indefinite, ownText } from '../packages/installed.js';
import { americanTag } from './american.js';

/** Where the word list errs: the ear decides, not the letter. */
const SOUNDS: [RegExp, 'a' | 'an'][] = [
  // The h is silent.
  [/^(?:hono|heir|hour|honest)/iu, 'an'],
  // “yoo”: Europe, eulogist, ewe, but not Euler.
  [/^(?:eu(?!ler)|ewe)/iu, 'a'],
  // “wun”: one-off, once-weekly, but not oneself written “onerous”.
  [/^on(?:e|ce)(?![a-z])/iu, 'a'],
  [/^uni(?:n[a-z]|m[a-z]|d(?!i)|ssued|roned)/iu, 'an'],
  [/^u(?:s[aeu]|k|ni|bi|r[aieol](?!g|b)|t[aei](?!r)|tili|topi|vul|ran|gan)/iu, 'a'],
  // “an MSc student”, “an MEng graduate”: the first letter is spelt out.
  [/^[AEFHILMNORSX][A-Z]+[a-z]/u, 'an'],
];

/** America says “an herb”. */
const SILENT_IN_AMERICA = /^herb(?:s|al|alist|aceous|age)?(?![a-z])/iu;

/** Letters whose names begin with a vowel: “an M&A analyst”, “an X-ray operator”. */
const VOWEL_LETTERS = /^[AEFHILMNORSX]/u;

/** “an HR manager”, “a European director”. An article that the data give wins. `tag` is that of the country’s English. */
export function withIndefinite(title: string, given?: 'a' | 'an', tag: string = 'en-GB'): string {
  const article =
    given ??
    articleOfNumber(title) ??
    articleOfLetters(title) ??
    (tag === americanTag && SILENT_IN_AMERICA.test(title) ? 'an' : SOUNDS.find(([sound]) => sound.test(title))?.[1]);
  if (article) return `${article} ${title}`;
  // Only English documents need the 5 ms of its word list.
  return indefinite()(title);
}

/** “an 8-hour shift”, “an 11-month contract”, “an 18,000-seat hall”, but “a 180-bed ward”. */
function articleOfNumber(title: string): 'a' | 'an' | null {
  const [figures] = /^\d+(?:[,.]\d{3})*/u.exec(title) ?? [];
  if (figures === undefined) return null;
  const [first = ''] = figures.split(/[,.]/u);
  const groups = first.length % 3 === 0 ? first.slice(0, 3) : first.slice(0, first.length % 3);
  return first.startsWith('8') || groups === '11' || groups === '18' ? 'an' : 'a';
}

/** Capitals and single letters: by the name of the first letter, or by the sound where they are said as a word. */
function articleOfLetters(title: string): 'a' | 'an' | null {
  const letters = lettersOf(title);
  if (letters === null) return null;
  const { a, an } = acronyms();
  if (a.has(letters)) return 'a';
  if (an.has(letters)) return 'an';
  if (saidAsWord(letters)) return /^[AEIO]/u.test(letters) && !/^EU/u.test(letters) ? 'an' : 'a';
  return VOWEL_LETTERS.test(letters) ? 'an' : 'a';
}

/** The acronym that a title begins with; null where it begins with a word. */
function lettersOf(title: string): string | null {
  const [, letters] = /^([A-Z](?:[A-Z&]*[A-Z])?)s?(?![A-Za-z])/u.exec(title) ?? [];
  if (letters === undefined) return null;
  // “A level” may be a word; letters alone that stand for a sound are joined to something.
  return letters.length === 1 && !/^[A-Z][-\d&]/u.test(title) ? null : letters;
}

/**
 * Whether anybody would put this article: not before an acronym that could be said as a word or by its letters, and of which
 * no list says how (“a SEMA adviser”, “an SEMA adviser”).
 */
export function isSureOfIndefinite(title: string): boolean {
  const letters = lettersOf(title);
  if (letters === null || letters.includes('&')) return true;
  const { words, letters: spelt, a, an } = acronyms();
  if ([words, spelt, a, an].some((list) => list.has(letters) || list.has(`${letters}S`))) return true;
  if (/^(?:U[B-DF-HJ-NP-TV-Z]|EU)[A-Z]{2}/u.test(letters)) return false;
  return !/^[FHLMNRSX](?:[AEIOUY][B-DF-HJ-NP-TV-XZ]$|[AEIOUY][A-Z]{2}|[B-DF-HJ-NP-TV-XZ][AEIOUY][A-Z])/u.test(letters);
}

const PRONOUNCED = /^(?:[BDGLMNPRVZ]|[CKPST]?[HR]|[BCFGPS]?L|S[CKMNPTW]?|[CFHJKT]|QU)[AEIOUY]+[B-DF-HJ-NP-TV-Z]{1,2}(?:[AEIOUY]+.*)?$/u;

/** Whether an acronym is said as a word: UNESCO, FIFA, SCUBA, but not HTML. Only before some consonants does it matter. */
function saidAsWord(letters: string): boolean {
  const { words, letters: spelt } = acronyms();
  if (words.has(letters)) return true;
  return letters.length >= 4 && PRONOUNCED.test(letters) && !spelt.has(letters) && !spelt.has(`${letters}S`);
}

interface Acronyms {
  readonly words: ReadonlySet<string>;
  readonly letters: ReadonlySet<string>;
  readonly a: ReadonlySet<string>;
  readonly an: ReadonlySet<string>;
}

let loaded: Acronyms | undefined;

function acronyms(): Acronyms {
  loaded ??= JSON.parse(ownText('locales/acronyms.en.json'), (_, value: unknown) =>
    Array.isArray(value) ? new Set(value as string[]) : value,
  ) as Acronyms;
  return loaded;
}

/** “de manager”, “het hoofd verkoop”. An article that the data give wins. */
export const withDefinite = (title: string, given?: 'de' | 'het'): string => `${given ?? dutchArticle(title)} ${title}`;

const MODIFIERS = new Set(['senior', 'junior', 'medior', 'interim', 'plaatsvervangend', 'waarnemend']);

/** Ends of neuter words; as the last part of a compound they decide for the whole («verkoopteam», «bestuurslid»). */
const NEUTER =
  /(?:hoofd|lid|team|bureau|bestuur|secretariaat|directoraat|magazijn|kantoor|werk|recht|fonds|vastgoed|materieel|materiaal|schap|gezelschap|gebied|veld|station|district|plein|terrein|gebouw|park|paviljoen|account|korps|leger|gerecht|parket|toezicht|advies|verzuim|verkeer|vervoer|onderwijs|chapter|individu|kind|genie|(?<!dat)um|filiaal|bedrijf|personeel|centrum|center|lab|laboratorium|atelier|archief|depot|college|comité|platform|project|programma|cluster|segment|domein|onderdeel|instituut|ministerie|huis|restaurant|hotel|museum|theater|register|loket|punt|overleg|concern|netwerk|onderzoek|beheer|beleid|onderhoud|transport|(?:manage|departe|seg|docu|regle)ment|je)$/u;

/** Short forms of neuter words: het managementteam. */
const NEUTER_LETTERS = new Set(['mt', 'om', 'kcc', 'uwv', 'cbr']);

/** Ends of words for people who are not neuter. */
const PEOPLE =
  /(?:er|ster|eur|euse|or|ist|iste|ant|ante|ent|ente|aris|ling|man|vrouw|arts|loog|loge|kundige|hulp|icus|ica|icien|baas|chef|coach|gids|kok|steward|partner|lead|owner|executive|analyst|expert|architect|intern|trainee|representative|associate|clerk|nurse|host|strateeg|technicus|aat|oot|adjunct)$/u;

/** The same of units. */
const UNITS =
  /(?:afdeling|dienst|directie|groep|divisie|unit|sectie|staf|vestiging|winkel|balie|commissie|raad|administratie|desk|ploeg|kamer)$/u;

/**
 * The definite article of a Dutch post or department. The first word that is known to be neuter, such as hoofd or team,
 * or to be none decides: «het hoofd verkoop», «de teamleider», «het sales team». Before a person a neuter word is
 * part of a compound in the English manner: «de project manager». Where no word is known it is de.
 */
export function dutchArticle(title: string): 'de' | 'het' {
  // Of a compound the last part decides: het adjunct-hoofd, het OR-lid, de arts-assistent.
  const words = title
    .toLowerCase()
    .split(/[\s/]+/u)
    .filter((word) => !MODIFIERS.has(word))
    .map((word) => word.split('-').at(-1) ?? word);
  for (const [at, word] of words.entries()) {
    const isNeuter = NEUTER.test(word) || NEUTER_LETTERS.has(word);
    if (isNeuter && !namesPerson(words[at + 1] ?? '')) return 'het';
    if (namesPerson(word) || UNITS.test(word)) return 'de';
  }
  return 'de';
}

const namesPerson = (word: string): boolean => PEOPLE.test(word) && !NEUTER.test(word);
