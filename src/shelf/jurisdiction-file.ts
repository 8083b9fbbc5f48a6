/** The law and paper of a country that a project brings along: read and checked, since nobody else has looked at it. */
import { locales } from '../document/document.js';
import { frozen } from '../content/content.js';
import { phraseProblems } from '../language/phrase-check.js';
import { yearOf } from '../law/dates.js';
import type { Jurisdiction } from '../law/jurisdiction.js';
import { readData } from '../read/data.js';
import type { Kind, Reading } from '../read/data.js';
import { finding } from '../read/finding.js';
import type { Finding } from '../read/finding.js';
import { reference, valuesOf } from '../read/rules.js';
import type { Checked } from '../read/rules.js';
import { isRecord } from '../read/schema-walk.js';
import { unknownTimeZone } from '../read/time-zone.js';
import { segment } from '../read/yaml-data.js';
import type { Workspace } from '../workspace/workspace.js';
import { calledLikeItsFile, phraseFindings } from './shelf-file.js';

export interface JurisdictionReading extends Omit<Reading<Jurisdiction>, 'data'> {
  /** Null when there is any error. */
  jurisdiction: Jurisdiction | null;
}

/**
 * Reads and checks a file about a country, which is frozen. `themes` are the ids of the themes that there are; without
 * them, nobody asks whether its layout is one of these. Never throws; all problems come in one run, in the order of the
 * file.
 */
export function readJurisdiction(workspace: Workspace, path: string, themes?: readonly string[]): JurisdictionReading {
  const { data, ...rest } = readData<Jurisdiction>(workspace, path, kindAt(path, themes));
  return { jurisdiction: data && frozen(data), ...rest };
}

const kindAt = (path: string, themes: readonly string[] | undefined): Kind => ({
  schema: 'jurisdiction',
  rules: [
    calledLikeItsFile(path, 'id'),
    ({ data }) => (themes ? reference('theme', recordOf(data).layout, themes, '/layout') : []),
    lawsExist,
    idsAreUsedOnce,
    limitsRestOnLaw,
    fixedTermsAreReached,
    acknowledgementIsPrintable,
    timeZoneIsKnown,
    holidaysHaveOneDay,
    holidaysAreKept,
    regionsExist,
    daysAreOfTheirYear,
  ],
});

const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** A value with its JSON pointer. */
interface Entry {
  value: Record<string, unknown>;
  pointer: string;
}

/** What stands at a path of keys. */
const at = (data: unknown, ...keys: string[]): Entry => ({
  value: recordOf(keys.reduce<unknown>((value, key) => recordOf(value)[key], data)),
  pointer: keys.map(segment).join(''),
});

/** The entries of a list under a key. */
const entriesIn = ({ value, pointer }: Entry, key: string): Entry[] =>
  listIn(value, key).map((one, number) => ({ value: recordOf(one), pointer: `${pointer}${segment(key)}/${number}` }));

const listIn = (value: Record<string, unknown>, key: string): unknown[] => {
  const list = value[key];
  return Array.isArray(list) ? (list as unknown[]) : [];
};

const holidaysOf = (data: unknown): Entry[] => entriesIn(at(data, 'calendar'), 'holidays');

/** Lists beyond their bounds are told as that; what refers to them would only be looked for at length. */
const [mostLaws, mostRegions, mostReferences] = [300, 60, 400];

function lawsExist(checked: Checked): Finding[] {
  const laws = new Set(
    listIn(recordOf(checked.data), 'laws').flatMap((law) => (isRecord(law) && typeof law.id === 'string' ? [law.id] : [])),
  );
  if (laws.size > mostLaws) return [];
  const unknown = valuesOf(checked, 'lawRef').filter(({ value }) => typeof value === 'string' && !laws.has(value));
  return unknown.slice(0, mostReferences).flatMap(({ value, pointer }) => reference('law', value, [...laws], pointer));
}

/** Duties and policies share one list of tasks in plans; any other list has its own ids. */
function idsAreUsedOnce({ data, lineOf }: Checked): Finding[] {
  const [root, final, calendar] = [at(data), at(data, 'final'), at(data, 'calendar')];
  const lists = [
    entriesIn(root, 'laws'),
    entriesIn(final, 'annex'),
    entriesIn(final, 'local-act'),
    [...entriesIn(root, 'starting'), ...entriesIn(root, 'policies')],
    entriesIn(calendar, 'holidays'),
  ];
  return lists.flatMap((entries) => {
    const first = new Map<unknown, string>();
    return entries.flatMap(({ value: { id }, pointer }) => {
      const earlier = first.get(id);
      if (typeof id !== 'string') return [];
      if (earlier !== undefined) return [finding('duplicate-id', `${pointer}/id`, { id, firstLine: lineOf(`${earlier}/id`) })];
      first.set(id, pointer);
      return [];
    });
  });
}

/** Findings about a probation that is too long name the article that says so. */
function limitsRestOnLaw({ data }: Checked): Finding[] {
  const { value: limits, pointer } = at(data, 'limits', 'probationMonths');
  const limited = [limits.general, limits.topManagement, limits.openEnd, ...listIn(limits, 'fixedTerm')].some(
    (one) => (one ?? null) !== null,
  );
  return limited && limits.law === null ? [finding('limit-without-law', `${pointer}/law`)] : [];
}

function fixedTermsAreReached({ data }: Checked): Finding[] {
  let longest = { months: -1, through: false };
  return entriesIn(at(data, 'limits', 'probationMonths'), 'fixedTerm').flatMap(({ value: term, pointer }) => {
    const unclear = oneOf(term, pointer, ['through', 'below']);
    const months = term.through ?? term.below;
    if (unclear.length > 0 || typeof months !== 'number') return unclear;
    const reach = { months, through: term.through !== undefined };
    const further = months > longest.months || (months === longest.months && reach.through && !longest.through);
    if (!further) return [finding('term-never-fits', pointer)];
    longest = reach;
    return [];
  });
}

/** Exactly one of some keys must be there. */
function oneOf(value: Record<string, unknown>, pointer: string, keys: readonly string[]): Finding[] {
  const given = keys.filter((key) => Object.hasOwn(value, key));
  if (given.length === 1) return [];
  const args = { keys: keys.join(', '), given: given.join(', '), count: given.length };
  return [finding('one-of-keys', given[1] === undefined ? pointer : pointer + segment(given[1]), args, { side: 'key' })];
}

/** What the phrase of an acknowledgement is given when it is printed. */
const acknowledgementValues = ['gender', 'kind'];

function acknowledgementIsPrintable({ data }: Checked): Finding[] {
  return (['annex', 'local-act'] as const).flatMap((form) => {
    const { value: words, pointer } = at(data, 'acknowledgement', form);
    return locales.flatMap((locale) => {
      const text = words[locale];
      if (typeof text !== 'string') return [];
      return phraseFindings(phraseProblems(text, locale, new Set(acknowledgementValues)), `${pointer}/${locale}`, acknowledgementValues);
    });
  });
}

const timeZoneIsKnown = ({ data }: Checked): Finding[] => unknownTimeZone(at(data, 'calendar').value.timeZone, '/calendar/timeZone');

/** “nth” is counted with the two keys beside it. */
const besideNth = ['weekday', 'month'];

function holidaysHaveOneDay({ data }: Checked): Finding[] {
  return holidaysOf(data).flatMap(({ value: rule, pointer }) => {
    const unclear = oneOf(rule, pointer, ['day', 'easter', 'nth', 'dates']);
    const counted = Object.hasOwn(rule, 'nth');
    const missing = besideNth.filter((key) => counted && !Object.hasOwn(rule, key));
    const alone = besideNth.filter((key) => !counted && Object.hasOwn(rule, key));
    return [
      ...unclear,
      ...(missing.length > 0 ? [finding('missing-key', pointer, { keys: missing.join(', '), count: missing.length })] : []),
      ...alone.map((key) => finding('key-without', `${pointer}/${key}`, { key, needs: 'nth' }, { side: 'key' })),
    ];
  });
}

/** Days of years in which the holiday is not kept would be read and never heard of again. */
function holidaysAreKept({ data }: Checked): Finding[] {
  return holidaysOf(data).flatMap(({ value: rule, pointer }) => {
    const from = typeof rule.from === 'number' ? rule.from : -Infinity;
    const until = typeof rule.until === 'number' ? rule.until : Infinity;
    if (from > until) return [finding('min-above-max', `${pointer}/until`, { min: from, max: until })];
    const days = [
      ...Object.keys(recordOf(rule.moved)).map((year) => ({ year: Number(year), place: `${pointer}/moved${segment(year)}` })),
      ...listIn(rule, 'dates').map((date, number) => ({ year: yearOf(String(date)), place: `${pointer}/dates/${number}` })),
    ];
    return days
      .filter(({ year }) => year < from || year > until)
      .map(({ year, place }) => finding('holiday-not-kept', place, { year: String(year) }, { side: 'key' }));
  });
}

function regionsExist({ data }: Checked): Finding[] {
  const known = listIn(at(data, 'calendar').value, 'regions').filter((one): one is string => typeof one === 'string');
  if (known.length > mostRegions) return [];
  const named = holidaysOf(data).flatMap(({ value: rule, pointer }) =>
    listIn(rule, 'regions').map((region, number) => ({ region, place: `${pointer}/regions/${number}` })),
  );
  return named.slice(0, mostReferences).flatMap(({ region, place }) => reference('region', region, known, place));
}

/**
 * The day on which a holiday was kept is looked for in the year of the holiday and in those beside it, as New Year’s Day
 * 2028 was kept on 31 December 2027; what a decree moves, in its own year.
 */
function daysAreOfTheirYear({ data }: Checked): Finding[] {
  const moved = holidaysOf(data).flatMap(({ value: rule, pointer }) =>
    Object.entries(recordOf(rule.moved)).flatMap(([year, date]) => ofYear(date, year, 1, `${pointer}/moved${segment(year)}`)),
  );
  const decreed = Object.keys(at(data, 'calendar', 'years').value).flatMap((year) => {
    const decree = at(data, 'calendar', 'years', year);
    return [
      ...entriesIn(decree, 'transfers').flatMap(({ value, pointer }) =>
        ['from', 'to'].flatMap((side) => ofYear(value[side], year, 0, `${pointer}/${side}`)),
      ),
      ...listIn(decree.value, 'shortened').flatMap((date, number) => ofYear(date, year, 0, `${decree.pointer}/shortened/${number}`)),
    ];
  });
  return [...moved, ...decreed];
}

const ofYear = (date: unknown, year: string, apart: number, pointer: string): Finding[] =>
  typeof date === 'string' && /^\d{4}-/.test(date) && /^\d{4}$/.test(year) && Math.abs(yearOf(date) - Number(year)) > apart
    ? [finding('day-of-other-year', pointer, { date, year })]
    : [];
