/** What a schema cannot say, for data of every kind: languages, ids, ranges, names. */
import { locales } from '../document/document.js';
import { nearest } from '../diagnostic/nearest.js';
import { finding, quoted } from './finding.js';
import type { Finding } from './finding.js';
import { isRecord } from './schema-walk.js';
import type { Occurrence } from './schema-walk.js';
import type { Side } from './yaml-data.js';

export interface Checked {
  data: unknown;
  /** All values that the schema knows. */
  all: readonly Occurrence[];
  /** The line of a pointer in its file, or 0 when the data come from no file. */
  lineOf(pointer: string): number;
}

/** A rule must bear data that break the schema: all mistakes are told in one run. */
export type Rule = (checked: Checked) => Finding[];

export const commonRules: readonly Rule[] = [
  textsInEveryLanguage,
  formsInDeclaredLanguages,
  listsInDeclaredLanguages,
  noBlankTexts,
  uniqueIds,
  noEmptyRanges,
  namesInFull,
];

/** The values of one definition of the schema, such as every `text`. */
export function valuesOf({ all }: Checked, definition: string): readonly Occurrence[] {
  const known = sorted.get(all) ?? byDefinition(all);
  sorted.set(all, known);
  return known.get(definition) ?? [];
}

/** Thirty rules ask for a few of many thousand values each. */
const sorted = new WeakMap<readonly Occurrence[], ReadonlyMap<string, readonly Occurrence[]>>();

function byDefinition(all: readonly Occurrence[]): ReadonlyMap<string, readonly Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  for (const one of all) {
    const same = found.get(one.definition);
    if (same) same.push(one);
    else found.set(one.definition, [one]);
  }
  return found;
}

/** A name that refers to none of those known. One that breaks its notation is reported for that already. */
export function reference(kind: string, name: unknown, known: readonly string[], pointer: string, side: Side = 'value'): Finding[] {
  if (typeof name !== 'string' || known.includes(name)) return [];
  const shown = known.length > 12 ? '' : known.join(', ');
  // No file needs so many; to compare each name with each would take a hostile one minutes.
  const near = known.length > 500 ? '' : nearest(name, known);
  return [finding('broken-reference', pointer, { kind, name: quoted(name), nearest: near, known: shown }, { side })];
}

const declaredLanguages = ({ data }: Checked): string[] | null => {
  const languages = isRecord(data) ? data.languages : undefined;
  const declared = Array.isArray(languages) ? locales.filter((one) => languages.includes(one)) : [];
  return declared.length > 0 ? declared : null;
};

function textsInEveryLanguage(checked: Checked): Finding[] {
  const declared = declaredLanguages(checked);
  if (!declared) return [];
  return valuesOf(checked, 'text').flatMap(({ value, pointer }) => {
    if (isEmpty(value)) return [];
    if (typeof value === 'string') return declared.length > 1 ? [finding('plain-text', pointer, { languages: declared.join(', ') })] : [];
    if (!isRecord(value)) return [];
    const missing = declared.filter((language) => !Object.hasOwn(value, language));
    return [
      ...(missing.length > 0 ? [finding('missing-language', pointer, { languages: missing.join(', '), count: missing.length })] : []),
      ...undeclared(value, declared, pointer),
    ];
  });
}

/** Reported as an empty text, which is enough. */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() === '' : isRecord(value) && Object.keys(value).length === 0;

function formsInDeclaredLanguages(checked: Checked): Finding[] {
  const declared = declaredLanguages(checked);
  return declared
    ? valuesOf(checked, 'forms').flatMap(({ value, pointer }) => (isRecord(value) ? undeclared(value, declared, pointer) : []))
    : [];
}

/** Lists such as synonyms need not have entries in every language. */
function listsInDeclaredLanguages(checked: Checked): Finding[] {
  const declared = declaredLanguages(checked);
  if (!declared) return [];
  return valuesOf(checked, 'textList').flatMap(({ value, pointer }) => {
    if (Array.isArray(value)) return declared.length > 1 ? [finding('plain-text', pointer, { languages: declared.join(', ') })] : [];
    return isRecord(value) ? undeclared(value, declared, pointer) : [];
  });
}

/** American English belongs to English. */
const undeclared = (value: Record<string, unknown>, declared: readonly string[], pointer: string): Finding[] =>
  [...locales, 'en-US']
    .filter((language) => Object.hasOwn(value, language) && !declared.includes(language.slice(0, 2)))
    .map((language) =>
      finding('undeclared-language', `${pointer}/${language}`, { language, declared: declared.join(', ') }, { side: 'key' }),
    );

function noBlankTexts({ all }: Checked): Finding[] {
  const blank = all.filter(({ value }) => typeof value === 'string' && value !== '' && value.trim() === '');
  return [...new Set(blank.map((one) => one.pointer))].map((pointer) => finding('empty-text', pointer));
}

/** Columns are named by the cells of their own table only, so two tables may use the same names. */
function uniqueIds(checked: Checked): Finding[] {
  const first = new Map<string, string>();
  return valuesOf(checked, 'id').flatMap(({ value, pointer }) => {
    if (pointer === '/id' || typeof value !== 'string') return [];
    const key = `${/^.*\/columns(?=\/)/.exec(pointer)?.[0] ?? ''} ${value}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, pointer);
      return [];
    }
    return [finding('duplicate-id', pointer, { id: value, firstLine: checked.lineOf(earlier) })];
  });
}

function noEmptyRanges({ all }: Checked): Finding[] {
  // Hardly any value is one: a list for each of those that are none would take longer than to look at them.
  return all
    .filter(({ value }) => isEmptyRange(value))
    .map(({ value, pointer }) => finding('min-above-max', `${pointer}/max`, boundsOf(value)));
}

const isEmptyRange = (value: unknown): boolean =>
  isRecord(value) && typeof value.min === 'number' && typeof value.max === 'number' && value.min > value.max;

const boundsOf = (value: unknown): Finding['args'] => (isRecord(value) ? { min: Number(value.min), max: Number(value.max) } : {});

function namesInFull(checked: Checked): Finding[] {
  return valuesOf(checked, 'personName').flatMap(({ value, pointer }) =>
    isRecord(value) && Object.hasOwn(value, 'last') && !Object.hasOwn(value, 'first') && !Object.hasOwn(value, 'initials')
      ? [finding('name-incomplete', pointer)]
      : [],
  );
}
