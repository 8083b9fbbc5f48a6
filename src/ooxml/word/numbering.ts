/**
 * Automatic numbers, counted as Word counts them (ECMA-376-1, 17.9). What the standard leaves open is as Word was seen to do it:
 * all lists over one abstract definition count on together, one that borrows its levels from a style counts alone, a level that
 * was skipped stands at its start, and body, boxes, notes and comments count apart.
 */
import { childOf, elementsOf, isOn, valOf } from '../xml-tree.js';
import type { Xml } from '../xml-tree.js';
import { formattedNumber } from './number-formats.js';
import { signOf } from './signs.js';
import type { WordNumber } from './word-text.js';

export interface Numbering {
  /** The level of a list; null where the file does not describe it. */
  level(numId: string, level: number): ListLevel | null;
  /** The level that belongs to a paragraph style. */
  levelOfStyle(numId: string, styleId: string): number | null;
  /** Counters that begin anew, for a text that counts apart. */
  counters(): ListCounters;
}

export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** With `%1` for the number of the highest level. */
  readonly text: string;
  /** Higher levels are written in plain figures. */
  readonly isLegal: boolean;
  /** The number of levels, from the highest, that restart it; null for all above. */
  readonly restart: number | null;
  /** The paragraph style that it belongs to. */
  readonly styleId: string | null;
  readonly isPicture: boolean;
  readonly isHidden: boolean;
  readonly font: string;
  readonly indent: Xml | null;
}

export interface ListCounters {
  /** Counts one on. Null for a number that shows nothing; `inFigures` is told when a format is not known. */
  next(numId: string, level: number, language: string | null, inFigures: () => void): WordNumber | null;
}

interface List {
  /** Lists of the same key count on together. */
  readonly key: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** What its own counting begins with. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Word has nine levels. */
const lowestLevel = 8;
/** Characters; Word allows 31. It keeps a file from having a long text before every paragraph. */
const longestText = 64;

/** `part` is the root of numbering.xml; `listOfStyle` gives the list that a style for lists stands for. */
export function openNumbering(part: Xml | null, listOfStyle: (styleId: string) => string | null): Numbering {
  const elements = part ? elementsOf(part) : [];
  const abstracts = new Map(byId(elements, 'w:abstractNum', 'w:abstractNumId'));
  const instances = new Map(byId(elements, 'w:num', 'w:numId'));
  const known = new Map<string, List | null>();

  function list(numId: string): List | null {
    let found = known.get(numId);
    if (found === undefined) {
      // A style that leads back here finds nothing.
      known.set(numId, null);
      found = read(numId);
      known.set(numId, found);
    }
    return found;
  }

  function read(numId: string): List | null {
    const instance = instances.get(numId);
    const key = valOf(childOf(instance, 'w:abstractNumId'));
    const abstract = key === undefined ? undefined : abstracts.get(key);
    if (!instance || key === undefined || !abstract) return null;
    const style = valOf(childOf(abstract, 'w:numStyleLink'));
    const lender = style === undefined ? null : listOfStyle(style);
    const borrowed = lender === null ? null : list(lender);
    const levels = new Map(borrowed?.levels ?? levelsIn(abstract));
    const starts = new Map<number, number>();
    for (const override of elementsOf(instance).filter((one) => one.name === 'w:lvlOverride')) {
      const at = Number(override.attributes['w:ilvl'] ?? NaN);
      const own = childOf(override, 'w:lvl');
      if (!(at <= lowestLevel)) continue;
      if (own) levels.set(at, levelIn(own, levels.get(at)));
      const start = Number(valOf(childOf(override, 'w:startOverride')) ?? NaN);
      if (Number.isInteger(start)) starts.set(at, start);
    }
    return { key, levels, starts };
  }

  return {
    level: (numId, level) => list(numId)?.levels.get(level) ?? null,
    levelOfStyle: (numId, styleId) => [...(list(numId)?.levels ?? [])].find(([, { styleId: own }]) => own === styleId)?.[0] ?? null,
    counters: () => openCounters(list),
  };
}

function* byId(elements: readonly Xml[], name: string, id: string): Generator<[string, Xml]> {
  for (const one of elements) if (one.name === name && one.attributes[id] !== undefined) yield [one.attributes[id], one];
}

function* levelsIn(abstract: Xml): Generator<[number, ListLevel]> {
  for (const one of elementsOf(abstract)) {
    const at = Number(one.attributes['w:ilvl'] ?? 0);
    if (one.name === 'w:lvl' && at <= lowestLevel) yield [at, levelIn(one)];
  }
}

/** `base` is what an override changes. */
function levelIn(level: Xml, base?: ListLevel): ListLevel {
  const whole = (name: string): number | null => {
    const value = Number(valOf(childOf(level, name)) ?? NaN);
    return Number.isInteger(value) ? value : null;
  };
  const look = childOf(level, 'w:rPr');
  const fonts = childOf(look, 'w:rFonts')?.attributes;
  return {
    start: whole('w:start') ?? base?.start ?? 0,
    format: formatIn(level) ?? base?.format ?? 'decimal',
    text: (valOf(childOf(level, 'w:lvlText')) ?? base?.text ?? '').slice(0, longestText),
    isLegal: isOn(childOf(level, 'w:isLgl')),
    restart: whole('w:lvlRestart') ?? base?.restart ?? null,
    styleId: valOf(childOf(level, 'w:pStyle')) ?? base?.styleId ?? null,
    isPicture: childOf(level, 'w:lvlPicBulletId') !== undefined,
    isHidden: isOn(childOf(look, 'w:vanish')),
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? base?.font ?? '',
    indent: childOf(childOf(level, 'w:pPr'), 'w:ind') ?? base?.indent ?? null,
  };
}

/** Newer formats are named by an example, and an older one stands beside them for programs that do not know it. */
function formatIn(level: Xml): string | null {
  const choice = childOf(childOf(level, 'mc:AlternateContent'), 'mc:Choice');
  const format = (childOf(choice, 'w:numFmt') ?? childOf(level, 'w:numFmt'))?.attributes;
  return (format?.['w:val'] === 'custom' ? format['w:format'] : format?.['w:val']) ?? null;
}

interface Counter {
  value: number;
  /** It has been counted at least once. */
  begun: boolean;
  /** A higher level has put it back: the next one shows what it stands at. */
  waits: boolean;
}

function openCounters(list: (numId: string) => List | null): ListCounters {
  const counters = new Map<string, Counter>();
  /** Lists that have begun with a start of their own. */
  const started = new Set<string>();

  function next(numId: string, at: number, language: string | null, inFigures: () => void): WordNumber | null {
    const found = list(numId);
    const level = found?.levels.get(at);
    if (!found || !level) return null;
    const startOf = (of: number): number => found.starts.get(of) ?? found.levels.get(of)?.start ?? 0;
    const counter = (of: number): Counter => {
      const key = `${found.key}/${of}`;
      const known = counters.get(key) ?? { value: startOf(of), begun: false, waits: false };
      counters.set(key, known);
      return known;
    };
    const count = (of: number): void => {
      const one = counter(of);
      const own = `${numId}/${of}`;
      const restarts = found.starts.has(of) && !started.has(own);
      if (restarts || !one.begun) {
        one.value = startOf(of);
        started.add(own);
      } else if (!one.waits) one.value += 1;
      one.begun = true;
      one.waits = false;
    };
    if (!counter(at).begun) for (let above = at - 1; found.levels.has(above) && !counter(above).begun; above--) count(above);
    count(at);
    for (const [below, { restart }] of found.levels) {
      if (below <= at || (restart !== null && at >= restart)) continue;
      const one = counter(below);
      one.value = startOf(below);
      one.waits = true;
    }
    const values = Array.from({ length: at + 1 }, (_, of) => counter(of).value);
    const shown = level.isHidden ? '' : shownBy(found, at, values, language, inFigures).trim();
    return shown === '' ? null : { shown, isBullet: isBullet(level), level: at, values: isBullet(level) ? [] : values, list: found.key };
  }
  return { next };
}

const isBullet = ({ format, isPicture }: ListLevel): boolean => format === 'bullet' || isPicture;

function shownBy(list: List, at: number, values: readonly number[], language: string | null, inFigures: () => void): string {
  const level = list.levels.get(at);
  if (!level) return '';
  if (level.isPicture) return '•';
  if (level.format === 'bullet') return [...level.text].map((sign) => signOf(sign.codePointAt(0) ?? 0, level.font) ?? sign).join('');
  return level.text.replace(/%([1-9])/g, (_, place: string) => {
    const of = Number(place) - 1;
    const value = values[of];
    // A level below its own shows nothing.
    if (value === undefined) return '';
    const own = list.levels.get(of)?.format ?? 'decimal';
    const plain = level.isLegal && of < at && own !== 'none' ? 'decimal' : own;
    const written = formattedNumber(value, plain, language);
    if (written === null) inFigures();
    return written ?? String(value);
  });
}
