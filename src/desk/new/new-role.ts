/** A role to start from: places to write in, or the structure and texts of another role. */
import { diagnostic, hasErrors } from '../../diagnostic/diagnostic.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Locale } from '../../document/document.js';
import { ownData, ownYaml } from '../../read/own-data.js';
import { isRecord } from '../../read/schema-walk.js';
import { withValues } from '../../read/yaml-values.js';
import { currentVersion } from '../../read/version.js';
import { inLanguages } from '../../role/in-languages.js';
import type { Role } from '../../role/role.generated.js';
import { takenFrom } from '../../role/taken.js';
import { listRoles } from '../../role/read.js';
import type { Phrases } from '../../language/phrases.js';
import { choiceOf } from '../choice.js';
import type { Desk } from '../desk.js';
import { roleNamed } from '../sources.js';
import { commentsByKey, withComments } from './comments.js';
import { idFrom, languagesFrom, placeFor, starterPath, usualLanguages, wordsByLanguage, yamlTexts } from './new-file.js';
import type { NewPlace, PlaceOptions, Started } from './new-file.js';
import { written } from './written.js';

export interface NewRoleOptions extends PlaceOptions {
  /** One for a language, such as `storekeeper` or `ru:кладовщик`. */
  title?: readonly string[];
  locale?: string;
  category?: string;
  /** The role whose structure is taken along, by id or path. */
  from?: string;
  /** All of that role, and not only what is often changed. */
  full?: boolean;
}

export const categories: readonly Role['category'][] = ['managers', 'specialists', 'clerical-staff', 'workers'];
const starter = starterPath('role.yaml');

/**
 * What is to be written; null where it cannot be, and `problems` says why. A title given in place of the id («кладовщик») is
 * both. `say` has the words of the reader’s language.
 */
export function newRole(
  asked: string | undefined,
  options: NewRoleOptions,
  { reader, say }: { reader: Locale; say: Phrases },
  desk: Desk,
  problems: Diagnostic[],
): Started | null {
  const other = options.from === undefined ? null : roleNamed(options.from, desk, problems);
  const usual = usualLanguages(reader, desk, problems);
  const shared = other ? usual.filter((locale) => other.languages.includes(locale)) : usual;
  const languages = languagesFrom(options.locale, shared.length > 0 || !other ? shared : other.languages.slice(0, 1), problems);
  const category = choiceOf('--category', options.category, categories, problems);
  const named = asked !== undefined && options.title === undefined && isInWords(asked);
  const titles = wordsByLanguage('--title', named ? [asked] : (options.title ?? []), { languages, reader }, problems);
  for (const locale of other ? languages : [])
    if (!other?.languages.includes(locale))
      problems.push(diagnostic('language-not-in-role', { role: other?.id ?? '', locale, known: (other?.languages ?? []).join(', ') }));
  const id = idFrom(named ? undefined : asked, Object.values(titles)[0], problems);
  if (id === null || hasErrors(problems)) return null;
  if (listRoles(desk.shelf.own).some((one) => one.id === id)) problems.push(diagnostic('new-hides-ours', { id }, {}, 'info'));
  const place = placeFor(`roles/${id}.yaml`, 'role', options, desk);
  const wanted: Wanted = { id, languages, category, titles, full: options.full ?? false, place, reader, say };
  const text = other ? takenText(other, wanted, desk) : starterText(wanted, desk);
  return {
    folder: place.folder,
    files: [{ path: place.path, text: place.schemaLine + text }, ...place.schema],
    name: options.out === undefined ? id : place.shown,
    shown: [place.shown],
  };
}

/** Several words, or letters that no id has. */
const isInWords = (asked: string): boolean => /\p{L}/u.test(asked) && /\s|[^\p{ASCII}]/u.test(asked);

interface Wanted {
  readonly id: string;
  readonly languages: readonly Locale[];
  readonly category: Role['category'] | null;
  readonly titles: Partial<Record<Locale, string>>;
  readonly full: boolean;
  readonly place: NewPlace;
  readonly reader: Locale;
  readonly say: Phrases;
}

const valuesFor = ({ id, place }: Wanted): Record<string, string> => ({ id, path: place.shown });

function starterText(wanted: Wanted, { shelf }: Desk): string {
  const { id, languages, category, titles, reader } = wanted;
  const text = withComments(inLanguages(shelf.own.readText(starter), languages), { reader, languages, values: valuesFor(wanted) });
  const toWrite = placesToWrite(shelf.own);
  return withValues(text, {
    id,
    title: yamlTexts(languages, (locale) => withSmallStart(titles[locale]) ?? toWrite('title', locale)),
    ...(category && { category }),
  });
}

/** What a starter says where something is to be written: under a key at its top, in a language. */
function placesToWrite(own: Desk['shelf']['own']): (key: string, locale: Locale) => string {
  const data = ownData(own, starter) as Record<string, Record<Locale, string>>;
  return (key, locale) => data[key]?.[locale] ?? '';
}

/** A title stands in the middle of sentences: “Storekeeper” is storekeeper, “HR manager” stays. */
const withSmallStart = (title: string | undefined): string | undefined =>
  title?.replace(/^(\p{Lu})(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** The countries that write one of these languages in a way of their own, as the tag `en-US` says. */
const countriesOf = (languages: readonly Locale[], { library }: Desk): string[] =>
  library
    .jurisdictions()
    .filter((id) => languages.some((locale) => library.jurisdiction(id).languages[locale].endsWith(`-${id.toUpperCase()}`)));

function takenText(other: Role, wanted: Wanted, desk: Desk): string {
  const { shelf } = desk;
  const { id, languages, category, titles, full, place, reader, say } = wanted;
  const taken = takenFrom(other, { languages, countries: countriesOf(languages, desk), full });
  const own = ownYaml(inLanguages(shelf.own.readText(starter), languages)) as Record<string, unknown>;
  const toWrite = placesToWrite(shelf.own);
  const texts = (words: (locale: Locale) => string): unknown => ownYaml(yamlTexts(languages, words));
  const left: Record<string, unknown> = {
    ...taken,
    // A role has these everywhere, though some countries print none of them.
    ...Object.fromEntries(['knowledge', 'rights', 'responsibility'].map((key) => [key, taken[key] ?? own[key]])),
    schema: currentVersion,
    id,
    version: '1.0.0',
    title: texts((locale) => withSmallStart(titles[locale]) ?? toWrite('title', locale)),
    category: category ?? other.category,
    // What the other position is for, and where, is what this one has not in common with it.
    department: texts((locale) => toWrite('department', locale)),
    purpose: texts((locale) => toWrite('purpose', locale)),
  };
  const comments = commentsByKey(shelf.own.readText(starter), reader);
  const head = say('new.taken', { role: other.id, version: other.version, path: place.shown });
  const parts = Object.entries(left).map(([key, value]) => {
    const comment = comments.get(key) ?? (isPart(value) ? say(`new.part.${key}`) : '');
    return `${isPart(value) ? '\n' : ''}${comment === '' ? '' : `# ${comment}\n`}${written(key, value)}`;
  });
  return `${commented(head)}${parts.join('')}`;
}

const isPart = (value: unknown): boolean => (Array.isArray(value) ? isRecord(value[0]) : isRecord(value));

const commented = (words: string): string =>
  words
    .trimEnd()
    .split('\n')
    .map((line) => `# ${line}\n`)
    .join('');
