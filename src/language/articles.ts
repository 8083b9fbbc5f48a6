/** Articles before names of posts and departments: English a or an, Dutch de or het. */
import { indefinite } from '../packages/installed.js';

/** Where the word list errs: the ear decides, not the letter. */
const SOUNDS: [RegExp, 'a' | 'an'][] = [
  [/^hono/iu, 'an'],
  [/^[Ee]u[^l]/u, 'a'],
  [/^us[aeu]/iu, 'a'],
  // “an M&A analyst”, “an MSc student”, “a Q&A editor”: the letter is spelt out.
  [/^[AEFHILMNORSX](?:&|[A-Z][a-z]\b)/u, 'an'],
  [/^[A-Z]&/u, 'a'],
];

/** “an HR manager”, “a European director”. An article that the data give wins. */
export function withIndefinite(title: string, given?: 'a' | 'an'): string {
  const article = given ?? SOUNDS.find(([sound]) => sound.test(title))?.[1];
  if (article) return `${article} ${title}`;
  // Only English documents need the 5 ms of its word list.
  return indefinite()(title);
}

/** “de manager”, “het hoofd verkoop”. An article that the data give wins. */
export const withDefinite = (title: string, given?: 'de' | 'het'): string => `${given ?? dutchArticle(title)} ${title}`;

const MODIFIERS = new Set(['senior', 'junior', 'medior', 'interim', 'plaatsvervangend', 'waarnemend']);

/** Ends of neuter words; as the last part of a compound they decide for the whole («verkoopteam», «bestuurslid»). */
const NEUTER =
  /(?:hoofd|lid|team|bureau|bestuur|secretariaat|directoraat|magazijn|kantoor|filiaal|bedrijf|personeel|centrum|center|lab|laboratorium|atelier|archief|depot|college|comité|platform|project|programma|cluster|segment|domein|onderdeel|instituut|ministerie|huis|restaurant|hotel|museum|theater|register|loket|punt|overleg|concern|netwerk|onderzoek|beheer|beleid|onderhoud|transport|(?:manage|departe|seg|docu|regle)ment|je)$/u;

/** Ends of words for people and units that are not neuter. */
const COMMON =
  /(?:er|ster|eur|euse|or|ist|iste|ant|ante|ent|ente|aris|ling|man|vrouw|arts|loog|loge|kundige|hulp|icus|ica|icien|baas|chef|coach|gids|kok|steward|partner|lead|owner|adjunct|afdeling|dienst|directie|groep|divisie|unit|sectie|staf|vestiging|winkel|balie|commissie|raad|administratie|desk|ploeg|kamer)$/u;

/**
 * The definite article of a Dutch post or department. The first word that is known to be neuter, such as hoofd or team,
 * or to be none decides: «het hoofd verkoop», «de teamleider», «het sales team». Before a person a neuter word is
 * part of a compound in the English manner: «de project manager». Where no word is known it is de.
 */
export function dutchArticle(title: string): 'de' | 'het' {
  const words = title
    .toLowerCase()
    .split(/[\s/-]+/u)
    .filter((word) => !MODIFIERS.has(word));
  for (const [at, word] of words.entries()) {
    if (NEUTER.test(word) && !isCommon(words[at + 1] ?? '')) return 'het';
    if (isCommon(word)) return 'de';
  }
  return 'de';
}

const isCommon = (word: string): boolean => COMMON.test(word) && !NEUTER.test(word);
