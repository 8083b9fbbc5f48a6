/** How changes are put into words: sections, fields and values in the language of the reader. */
import { targetOf } from '../language/targets.js';
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { createPhrases } from '../language/phrases.js';
import type { Phrases } from '../language/phrases.js';
import { isRecord } from '../read/schema-walk.js';
import type { Kpi, Role } from '../role/role.generated.js';
import { builtInActors } from '../role/rules.js';
import type { Change, FieldChange } from './change.js';
import { entriesOf, headingOf } from './entries.js';
import { textIn } from './texts.js';
import type { Wordings } from './texts.js';

/** A file such as `locales/changes.en.yaml`. */
export interface Catalogue {
  sections: Record<string, { name: string; all?: string; count?: string; gender?: string }>;
  fields: Record<string, string>;
  values: Record<string, string>;
  language: Record<string, string>;
}

export type Side = 'before' | 'after';

/** What kinds of document and countries are called in the language of the report. */
export interface Names {
  kind(id: string): string;
  country(id: JurisdictionId): string;
}

export interface ChangeWording {
  say: Phrases;
  names: Names;
  /** The language of the report. */
  language: Locale;
  /** The language in which texts of the role are shown. */
  shown: Locale;
  title: string;
  /** What an entry of a section, or a part of the role, is called. */
  section(path: string): string;
  /** The heading over the changes of a section. */
  heading(path: string): string;
  /** “2 duties”. */
  count(path: string, n: number): string;
  gender(path: string): string;
  field(name: string): string;
  /** A heading in quotes, or the id where there are no words. */
  called(heading: Wordings, id: string | null): string;
  value(field: FieldChange, side: Side): string;
  /** The target of a measure; null when there is no such measure. */
  target(id: string, side: Side): string | null;
}

/** `documents` are the phrases of documents in the language of the report. */
export function createChangeWording(
  catalogue: Catalogue,
  documents: Phrases,
  names: Names,
  language: Locale,
  shown: Locale,
  roles: Record<Side, Role>,
): ChangeWording {
  const say = createPhrases(catalogue, language);
  const own = <T>(words: Record<string, T>, key: string): T | undefined => (Object.hasOwn(words, key) ? words[key] : undefined);
  const ofSection = (path: string): string => {
    const known = own(catalogue.sections, path);
    return known ? path : path.endsWith('/items') ? 'items' : 'other';
  };
  const inLanguage = (wordings: Wordings): string | null => wordings[shown] ?? Object.values(wordings)[0] ?? null;
  const entries = { before: entriesOf(roles.before), after: entriesOf(roles.after) };
  const headingAt = (key: string, side: Side): string | null => {
    const entry = entries[side].byKey.get(key);
    return entry ? inLanguage(headingOf(entry, roles[side].languages)) : null;
  };

  function scalar(value: unknown, definition: string, side: Side): string {
    if (value === null || value === undefined) return say('values.none');
    if (typeof value === 'boolean') return say(value ? 'values.yes' : 'values.no');
    if (typeof value === 'number') return value.toLocaleString(language);
    if (typeof value !== 'string') return JSON.stringify(value);
    switch (definition) {
      case 'postRef':
        return headingAt(`posts ${value}`, side) ?? value;
      case 'actor':
        return (builtInActors as readonly string[]).includes(value)
          ? documents(`actor.${value}`)
          : (headingAt(`posts ${value}`, side) ?? value);
      case 'entryRef':
        return headingAt(value, side) ?? value;
      case 'language':
        return own(catalogue.language, value) ?? value;
      default:
        return own(catalogue.values, value) ?? value;
    }
  }

  function record(value: Record<string, unknown>, side: Side): string {
    const { unit, min, max, day, every, times, approximate, on, off, from } = value;
    const length = (n: unknown): string => documents(`span.${String(unit)}`, { n: Number(n) });
    const timed = ['minute', 'hour', 'working-day', 'calendar-day', 'week', 'month'].includes(String(unit));
    if (typeof day === 'number')
      return documents(`day.${day < 0 ? 'before' : 'after'}-${unit === 'calendar-day' ? 'calendar' : 'working'}`, { n: Math.abs(day) });
    if (typeof on === 'number' && typeof off === 'number')
      return documents('position.rota', { on, off, from: typeof from === 'string' ? from : 'none' });
    if (typeof every === 'string') return documents(`frequency.${every}`, { times: typeof times === 'number' ? times : 1 });
    if (timed && typeof value.value === 'number')
      return [length(value.value), inLanguage(textIn(value.from, roles[side].languages).wordings)].filter(Boolean).join(' ');
    if (timed && (typeof min === 'number' || typeof max === 'number')) {
      const range =
        min === undefined || max === undefined || min === max ? length(max ?? min) : say('range', { min: Number(min), max: length(max) });
      return approximate === true ? say('about', { value: range }) : range;
    }
    return inLanguage(textIn(value, roles[side].languages).wordings) ?? JSON.stringify(value);
  }

  return {
    say,
    names,
    language,
    shown,
    title: inLanguage(textIn(roles.after.title, roles.after.languages).wordings) ?? roles.after.id,
    section(path) {
      const name = say(`sections.${ofSection(path)}.name`);
      return ofSection(path) === 'other' ? `${name} (${path})` : name;
    },
    heading(path) {
      const all = own(catalogue.sections, ofSection(path))?.all;
      return all === undefined ? this.section(path) : ofSection(path) === 'other' ? `${all} (${path})` : all;
    },
    count: (path, n) => say(`sections.${ofSection(path)}.count`, { n }),
    gender: (path) => own(catalogue.sections, ofSection(path))?.gender ?? '-',
    field(name) {
      const [first = '', ...inner] = name.split('/');
      const word = own(catalogue.fields, first) ?? first;
      return inner.length === 0
        ? word
        : say('nested', { outer: word, inner: inner.map((one) => own(catalogue.fields, one) ?? one).join(', ') });
    },
    called: (heading, id) => {
      const words = inLanguage(heading);
      return words === null ? (id ?? '') : say('quote', { words });
    },
    value({ definition, before, after }, side) {
      const value = side === 'before' ? before : after;
      if (Array.isArray(value))
        return value.length === 0
          ? say('values.none')
          : value.map((one: unknown) => (isRecord(one) ? record(one, side) : scalar(one, definition, side))).join(', ');
      return isRecord(value) ? record(value, side) : scalar(value, definition, side);
    },
    target(id, side) {
      const kpi: Kpi | undefined = roles[side].kpis?.find((one) => one.id === id);
      return kpi
        ? targetOf(kpi, { phrase: documents, say: (text) => inLanguage(textIn(text, roles[side].languages).wordings) ?? '' })
        : null;
    },
  };
}

/** Parts of one target, which mean something together only. */
const targetFields: ReadonlySet<string> = new Set(['operator', 'value', 'max', 'unit', 'unitText']);

export const isTarget = ({ section }: Change, { field }: FieldChange): boolean => section === 'kpis' && targetFields.has(field);

/** The target of a changed measure before and after; null when it says the same, or when the change is about other things. */
export function targetsOf(change: Change, wording: ChangeWording): Record<Side, string> | null {
  if (change.id === null || !change.fields.some((field) => isTarget(change, field))) return null;
  const before = wording.target(change.formerId ?? change.id, 'before');
  const after = wording.target(change.id, 'after');
  return before !== null && after !== null && before !== after ? { before, after } : null;
}
