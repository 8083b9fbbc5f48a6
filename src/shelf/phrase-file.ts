/** Words of a project over ours: a file for each language, with what differs or is new. */
import { locales } from '../document/document.js';
import { frozen } from '../content/content.js';
import { nearest } from '../diagnostic/nearest.js';
import type { Locale } from '../document/document.js';
import type { AbbreviationTable, Sense } from '../language/abbreviations.js';
import { phraseProblems, valuesIn } from '../language/phrase-check.js';
import { readData } from '../read/data.js';
import type { Reading } from '../read/data.js';
import { finding, quoted } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import type { Checked, Rule } from '../read/rules.js';
import { isRecord } from '../read/schema-walk.js';
import { segment } from '../read/yaml-data.js';
import type { Workspace } from '../workspace/workspace.js';
import { calledLikeItsFile, nameOf, phraseFindings } from './shelf-file.js';

/** Phrases in ICU MessageFormat by their keys, in groups. */
export interface PhraseGroup {
  readonly [key: string]: string | PhraseGroup;
}

/** The words of one language. */
export interface Words {
  readonly phrases: PhraseGroup;
  readonly abbreviations: AbbreviationTable;
}

export type OwnWords = Partial<Words>;

export interface WordsReading extends Omit<Reading<OwnWords>, 'data'> {
  /** Null when there is any error. */
  words: OwnWords | null;
}

/**
 * Reads and checks `locales/<language>.yaml` of a project against our own words; what was read is frozen. A phrase in place
 * of one of ours may use the values that ours uses in any language, for these are what it is given. Never throws; all
 * problems come in one run, in the order of the file.
 */
export function readWords(workspace: Workspace, path: string, ours: Readonly<Record<Locale, Words>>): WordsReading {
  const { data, ...rest } = readData<OwnWords>(workspace, path, {
    schema: 'locale',
    rules: [languageIsOurs(path), calledLikeItsFile(path, 'locale'), phrasesPrint(path, ours), abbreviationsAreSaid(path, ours)],
  });
  return { words: data && frozen(data), ...rest };
}

/** Ours with theirs in their place, key by key; groups are merged. Neither is changed. */
export function mergedPhrases(ours: PhraseGroup, theirs: PhraseGroup): PhraseGroup {
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(own(ours, key), own(theirs, key))]));
}

function merged(ours: string | PhraseGroup | undefined, theirs: string | PhraseGroup | undefined): string | PhraseGroup {
  if (theirs === undefined) return ours ?? '';
  return typeof theirs === 'string' || typeof ours !== 'object' ? theirs : mergedPhrases(ours, theirs);
}

const own = <T>(group: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(group, key) ? group[key] : undefined);

/** Our words with a project’s over them. */
export const mergedWords = (ours: Words, { phrases = {}, abbreviations = {} }: OwnWords): Words => ({
  phrases: mergedPhrases(ours.phrases, phrases),
  abbreviations: { ...ours.abbreviations, ...abbreviations },
});

/** Whether something of ours is said otherwise; what is only new changes no paper of ours. */
export const rewords = (ours: Words, { phrases = {}, abbreviations = {} }: OwnWords): boolean =>
  Object.keys(abbreviations).length > 0 || replacesAny(ours.phrases, phrases);

const replacesAny = (ours: PhraseGroup, theirs: PhraseGroup): boolean =>
  Object.entries(theirs).some(([key, one]) => {
    const before = own(ours, key);
    return before !== undefined && (typeof before === 'string' || typeof one === 'string' || replacesAny(before, one));
  });

const localeOf = (path: string): Locale | undefined => locales.find((one) => one === nameOf(path));

/** A language needs more than words: cases, articles, dates, which are code. */
const languageIsOurs =
  (path: string): Rule =>
  () =>
    localeOf(path) ? [] : [finding('unknown-language', '', { key: quoted(nameOf(path)), known: locales.join(', ') })];

function phrasesPrint(path: string, ours: Readonly<Record<Locale, Words>>): Rule {
  const locale = localeOf(path);
  return ({ data }) => {
    const theirs = isRecord(data) ? data.phrases : undefined;
    return locale && isRecord(theirs)
      ? groupFindings(
          theirs,
          '/phrases',
          locale,
          Object.values(ours).map(({ phrases }) => phrases),
        )
      : [];
  };
}

/** `ours` are our groups of the same key, in every language. */
function groupFindings(theirs: Record<string, unknown>, pointer: string, locale: Locale, ours: readonly PhraseGroup[]): Finding[] {
  const known = [...new Set(ours.flatMap((group) => Object.keys(group)))];
  return Object.entries(theirs).flatMap(([key, value]) => {
    const place = pointer + segment(key);
    const there = ours.flatMap((group) => own(group, key) ?? []);
    const texts = there.filter((one) => typeof one === 'string');
    const groups = there.filter((one) => typeof one === 'object');
    if (typeof value === 'string') {
      if (groups.length > 0) return [finding('phrase-hides-group', place, { key: quoted(key) }, { side: 'key' })];
      const values = texts.length > 0 ? new Set(texts.flatMap(valuesIn)) : null;
      return [...unusedKey(key, known, place), ...phraseFindings(phraseProblems(value, locale, values), place, [...(values ?? [])])];
    }
    if (!isRecord(value)) return [];
    if (texts.length > 0) return [finding('wrong-type', place, { expected: 'string', found: 'object', value: '' })];
    return [...unusedKey(key, known, place), ...groupFindings(value, place, locale, groups)];
  });
}

/** A key of one’s own is welcome, but one that is nearly ours is most likely meant to be ours and would change nothing. */
function unusedKey(key: string, known: readonly string[], pointer: string): Finding[] {
  const near = known.includes(key) ? '' : nearest(key, known);
  return near === ''
    ? []
    : [finding('phrase-key-unused', pointer, { key: quoted(key), nearest: near }, { side: 'key', severity: 'warning' })];
}

function abbreviationsAreSaid(path: string, ours: Readonly<Record<Locale, Words>>): Rule {
  const locale = localeOf(path);
  return ({ data }: Checked) => {
    const table = isRecord(data) ? data.abbreviations : undefined;
    if (!locale || !isRecord(table)) return [];
    const known = new Set(Object.values(ours).flatMap(({ abbreviations }) => Object.values(abbreviations).flatMap(neighboursIn)));
    return Object.entries(table).flatMap(([form, senses]) => {
      const place = `/abbreviations${segment(form)}`;
      const all = Array.isArray(senses) ? senses.map((one: unknown, at) => ({ one, at: `${place}/${at}` })) : [{ one: senses, at: place }];
      return all.flatMap(({ one, at }) => senseFindings(one, at, locale, known));
    });
  };
}

/** What a number before an abbreviation is called in its words. */
const spokenValues = ['n'];

function senseFindings(sense: unknown, pointer: string, locale: Locale, known: ReadonlySet<string>): Finding[] {
  const spoken = isRecord(sense) ? sense.spoken : sense;
  const problems = typeof spoken === 'string' ? phraseProblems(spoken, locale, new Set(spokenValues)) : [];
  const neighbours = isRecord(sense) ? (['after', 'before'] as const) : [];
  return [
    ...phraseFindings(problems, isRecord(sense) ? `${pointer}/spoken` : pointer, spokenValues),
    ...neighbours.flatMap((side) => {
      const pattern = isRecord(sense) ? sense[side] : undefined;
      if (typeof pattern !== 'string' || known.has(pattern)) return [];
      const reason = !isRegularExpression(pattern) ? 'invalid' : isQuick(pattern) ? null : 'slow';
      return reason === null ? [] : [finding('abbreviation-pattern', `${pointer}/${side}`, { pattern: quoted(pattern), reason })];
    }),
  ];
}

const neighboursIn = (senses: AbbreviationTable[string]): string[] =>
  [senses]
    .flat()
    .flatMap((one: string | Sense) => (typeof one === 'string' ? [] : [one.after, one.before]))
    .filter((one) => one !== undefined);

function isRegularExpression(pattern: string): boolean {
  try {
    new RegExp(`(?:${pattern})$`, 'u');
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a regular expression can be looked for in any text in a time that grows no faster than the text: what is short,
 * repeats nothing but a single character for a number of times, and has few groups cannot be tried in many ways.
 */
function isQuick(pattern: string): boolean {
  // Classes and escapes stand for one character each.
  const bare = pattern.replace(/\\p\{[^}]*\}|\\u\{[^}]*\}|\\./giu, 'x').replace(/\[[^\]]*\]/gu, 'x');
  const plain = bare.replace(/\(\?(?::|<?[=!])/gu, '(').replace(/x\{\d\}|[^)]\{\d\}/gu, 'x');
  return pattern.length <= 100 && !/[*+?{}]/u.test(plain) && plain.split('(').length <= 3;
}
