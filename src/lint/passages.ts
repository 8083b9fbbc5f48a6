/** Every text of a file with its language, its section and the law under which it can be printed. */
import { locales } from '../document/document.js';
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import type { SchemaName } from '../read/schema.js';
import { isRecord, occurrences } from '../read/schema-walk.js';
import { segmentsOf } from '../read/yaml-data.js';
import type { Condition, Passage } from './rule.js';

const isLanguage = (key: string | undefined): key is Locale => (locales as readonly (string | undefined)[]).includes(key);

/** The key of American wording, which the United States print instead of the English one beside it. */
const american = 'en-US';

type Printing = (country: JurisdictionId) => boolean;
const everywhere: Printing = () => true;
const inAmerica: Printing = (country) => country === 'us';
const abroad: Printing = (country) => country !== 'us';

/** `lawOf` gives the countries of a text in a language, unless its clause names its own. */
export function passagesOf(
  kind: SchemaName,
  data: unknown,
  lawOf: (language: Locale, own: readonly JurisdictionId[] | null) => readonly JurisdictionId[],
): Passage[] {
  const declared =
    isRecord(data) && Array.isArray(data.languages) ? data.languages.filter((one): one is Locale => isLanguage(String(one))) : [];
  const only = declared[0] ?? 'en';

  function passage(pointer: string, text: string, language: Locale, prints: Printing = everywhere): Passage {
    const segments = segmentsOf(pointer);
    const { clause, own, when } = surroundings(data, segments);
    return {
      pointer,
      text,
      language,
      clause,
      when,
      section: segments.filter((one) => !/^\d+$/.test(one) && !isLanguage(one) && one !== american).join('/'),
      jurisdictions: lawOf(language, own).filter(prints),
    };
  }

  return occurrences(kind, data).flatMap(({ definition, value, pointer }) => {
    if (definition === 'text') {
      if (typeof value === 'string') return [passage(pointer, value, only)];
      const own = isRecord(value) ? value[american] : undefined;
      return [
        ...wordings(value).flatMap(([language, text]) =>
          typeof text === 'string'
            ? [passage(`${pointer}/${language}`, text, language, language === 'en' && own !== undefined ? abroad : everywhere)]
            : [],
        ),
        ...(typeof own === 'string' ? [passage(`${pointer}/${american}`, own, 'en', inAmerica)] : []),
      ];
    }
    if (definition !== 'textList') return [];
    const lists: [string, Locale, unknown][] = Array.isArray(value)
      ? [[pointer, only, value]]
      : wordings(value).map(([language, list]) => [`${pointer}/${language}`, language, list]);
    return lists.flatMap(([at, language, list]) =>
      (Array.isArray(list) ? list : []).map((text: unknown, number) => passage(`${at}/${number}`, String(text), language)),
    );
  });
}

const wordings = (value: unknown): [Locale, unknown][] =>
  isRecord(value) ? Object.entries(value).filter((entry): entry is [Locale, unknown] => isLanguage(entry[0])) : [];

interface Surroundings {
  clause: string;
  own: readonly JurisdictionId[] | null;
  when: readonly Condition[];
}

/** The nearest value with an id, the countries that the text and all its parents are limited to, and the answers they hang on. */
function surroundings(data: unknown, segments: readonly string[]): Surroundings {
  let value: unknown = data;
  let [clause, pointer] = ['', ''];
  let own: readonly JurisdictionId[] | null = null;
  const when: Condition[] = [];
  for (const step of segments) {
    value = Array.isArray(value) ? (value[Number(step)] as unknown) : isRecord(value) ? value[step] : null;
    pointer += `/${step}`;
    if (isRecord(value) && typeof value.id === 'string') clause = pointer;
    if (isRecord(value) && Array.isArray(value.jurisdictions)) own = within(own, value.jurisdictions as JurisdictionId[]);
    if (isRecord(value) && isCondition(value.when)) when.push(value.when);
  }
  return { clause, own, when };
}

const within = (outer: readonly JurisdictionId[] | null, inner: readonly JurisdictionId[]): readonly JurisdictionId[] =>
  outer === null ? inner : inner.filter((one) => outer.includes(one));

/** A table may have a column called so, whose cells are texts. */
const isCondition = (value: unknown): value is Condition =>
  isRecord(value) && !Object.keys(value).every((key) => isLanguage(key) || key === american);
