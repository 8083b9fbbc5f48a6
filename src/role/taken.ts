/**
 * What a new role takes along from another: its structure and texts in the wanted languages. What belongs to the other one
 * alone stays behind: its name in other words and forms, where its texts come from, how it is graded.
 */
import { locales } from '../document/document.js';
import type { Locale } from '../document/document.js';
import { isRecord, occurrences } from '../read/schema-walk.js';
import { inBrief } from './brief.js';
import type { Role } from './role.generated.js';

export interface Taking {
  readonly languages: readonly Locale[];
  /** The countries whose papers are made in these languages; entries of others stay behind. */
  readonly countries: readonly string[];
  /** All that the role has; else what its brief papers print, with measures and the steps of the onboarding. */
  readonly full: boolean;
}

type Data = Record<string, unknown>;

/** Keys that speak of the other role as it is, wherever they stand. */
const itsOwn = [
  'source',
  'sources',
  '$schema',
  'titleForms',
  'synonyms',
  'titleNotes',
  'context',
  'summary',
  'grade',
  'flsa',
  'evaluation',
];
/** Parts that no brief paper prints, and what marks the others. */
const onlyInFull = ['procedures', 'tables', 'serviceLevels', 'reports', 'pay', 'topics', 'checks', 'mentor', 'fullPerformance', 'core'];

/** The role as data, its keys in their order. Title, department and purpose are still those of the other. */
export function takenFrom(role: Role, { languages, countries, full }: Taking): Data {
  const dropped = new Set([...itsOwn, ...(full ? [] : onlyInFull), ...(countries.includes('us') ? [] : ['share'])]);
  const core = full ? null : new Set(countries.flatMap((country) => idsIn(inBrief(role, country))));
  const stays = (entry: unknown): boolean =>
    !isRecord(entry) ||
    ((core === null || typeof entry.id !== 'string' || core.has(entry.id)) &&
      (!Array.isArray(entry.jurisdictions) || entry.jurisdictions.some((one) => countries.includes(String(one)))));
  /** `isOfNames`: its keys are names that the role gives, and not words of ours. */
  const taken = (value: unknown, isOfNames = false): unknown => {
    if (Array.isArray(value)) return value.filter(stays).map((one) => taken(one));
    if (!isRecord(value)) return value;
    if (isByLanguage(value)) return inWanted(value, languages);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, one]) => isOfNames || !(dropped.has(key) || (key === 'jurisdictions' && isOfAll(one))))
        .map(([key, one]) => [key, key === 'amounts' && isRecord(one) ? inCountries(one) : taken(one, key === 'posts')]),
    );
  };
  // Where all papers are those of one country, no entry needs to say so.
  const isOfAll = (named: unknown): boolean => countries.every((country) => listOf(named).includes(country));
  const inCountries = (amounts: Data): Data =>
    Object.fromEntries(Object.entries(amounts).filter(([country]) => countries.includes(country)));
  return withoutLooseEnds({ ...(taken(role) as Data), languages: [...languages] });
}

const languageKeys: ReadonlySet<string> = new Set([...locales, 'en-US']);

/** Sums of money by country have numbers under the same keys. */
function isByLanguage(value: Data): boolean {
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([key, one]) => languageKeys.has(key) && typeof one !== 'number');
}

function inWanted(texts: Data, languages: readonly Locale[]): unknown {
  const left = Object.entries(texts).filter(([key]) => languages.some((locale) => key === locale || key.startsWith(`${locale}-`)));
  const [only] = left;
  // Forms belong to a language and stay under its key.
  return only && left.length === 1 && languages.length === 1 && !isRecord(only[1]) ? only[1] : Object.fromEntries(left);
}

/** Without references to entries that stayed behind, and without posts and questions that nothing names any more. */
function withoutLooseEnds(role: Data): Data {
  const entries = new Set(idsIn([role.duties, role.kpis]));
  const mended = withoutEmpty(withReferences(role, entries)) as Data;
  const found = occurrences('role', mended);
  const posts = new Set(found.flatMap(({ definition, value }) => (definition === 'postRef' || definition === 'actor' ? [value] : [])));
  const questions = new Set([
    ...[...JSON.stringify(mended).matchAll(/\{([a-z0-9-]+)\}/g)].map(([, question]) => question),
    ...found.flatMap(({ definition, value }) => (definition === 'when' && isRecord(value) ? Object.keys(value) : [])),
  ]);
  const asked = listOf(mended.questions).filter((one) => isRecord(one) && questions.has(String(one.id)));
  const named = Object.entries(isRecord(mended.posts) ? mended.posts : {}).filter(([post]) => posts.has(post));
  const answers = Object.entries(isRecord(mended.answers) ? mended.answers : {}).filter(([question]) => questions.has(question));
  return withoutEmpty({
    ...mended,
    questions: asked,
    posts: Object.fromEntries(named),
    answers: Object.fromEntries(answers),
  }) as Data;
}

/** The keys under which entries name others: what a measure measures, what a step prepares for. */
const referring = ['measures', 'prepares'];

function withReferences(value: unknown, entries: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => withReferences(one, entries));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      referring.includes(key) ? listOf(one).filter((id) => entries.has(String(id))) : withReferences(one, entries),
    ]),
  );
}

/** What is left empty is as if it had never been there, but for the duties of an area whose essence says all. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isRecord(value)) return value;
  const isEmpty = (one: unknown): boolean => (Array.isArray(one) ? one.length === 0 : isRecord(one) && Object.keys(one).length === 0);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, one]) => key === 'duties' || !isEmpty(one))
      .map(([key, one]) => [key, withoutEmpty(one)]),
  );
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (!isRecord(value)) return [];
  return [...(typeof value.id === 'string' ? [value.id] : []), ...Object.values(value).flatMap(idsIn)];
}
