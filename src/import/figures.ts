/** The figures of a text, each with its own unit and with the words around it that say how it bounds: “max. 3%”, “14 or fewer”. */
import type { Kpi } from '../role/role.generated.js';
import type { Rules } from './rules.js';
import { levelled } from './words.js';

export interface Figure {
  readonly value: number;
  /** The upper end of a range. */
  readonly max?: number;
  readonly operator: 'at-least' | 'at-most' | 'equal';
  /** Null where none stands beside it. */
  readonly unit: Kpi['unit'] | null;
  /** Until when something is done: “within 24 hours”. */
  readonly isDeadline: boolean;
  readonly at: number;
  /** Behind its digits, its multiple and the end of its range. */
  readonly end: number;
}

/** A number that no letter, no digit and no hyphen of a name stands before: «топ-20» and “Q1” have none. */
const digits = /(?<![\p{L}\p{N}№.,:/]|\p{L}-)\d[\d \u00A0\u202F]*(?:[.,]\d+)*/gu;
/** Times of day and dates count nothing. */
const noFigure = /(?<!\d)\d{1,2}:\d{2}(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)/gu;

/** All of them in the order of the text; ranges are one. */
export function figuresIn(text: string, rules: Rules): readonly Figure[] {
  const level = levelled(text)
    .replace(/\u202F/gu, ' ')
    .replace(noFigure, (found) => 'x'.repeat(found.length));
  const found: Figure[] = [];
  let from = 0;
  for (const match of level.matchAll(digits)) {
    if (match.index < from) continue;
    const figure = figureAt(level, { from, at: match.index, written: match[0].trimEnd() }, rules);
    if (!figure) continue;
    found.push(figure);
    from = figure.end;
  }
  return found;
}

interface Place {
  /** Where the figure before it ends. */
  readonly from: number;
  readonly at: number;
  readonly written: string;
}

function figureAt(level: string, { from, at, written }: Place, rules: Rules): Figure | null {
  const { kpi } = rules.words;
  const first = multiplied(level, at + written.length, numeric(written), rules);
  if (!first) return null;
  const upper = upperEnd(level, first, rules);
  const { value, end } = upper ?? first;
  const unit = unitBehind(level, end, rules) ?? unitBehind(level, first.end, rules);
  const before = level.slice(from, at);
  const currency = /[£$€₽]\s?$/u.exec(before);
  const told = currency ? before.slice(0, currency.index) : before;
  // ‘uiterlijk 28 februari’, “by March 31”: a date counts nothing.
  const isDate = rules
    .phrases(kpi.months)
    .some((month) => startingWord(level, end, month) !== null || endsWith(level.slice(0, at), [month]) !== null);
  if (isDate) return null;
  // «5-го», “3rd”, “480V”: a number with letters at its end counts nothing, unless they are its unit.
  if (!unit && /^-?\p{L}/u.test(level.slice(end))) return null;
  const operator = operatorBefore(told, rules) ?? operatorBehind(level.slice(unit?.end ?? end), rules) ?? 'equal';
  const isTime = unit !== null && times.has(unit.unit);
  return {
    value: first.value,
    ...(upper && upper.value > first.value && { max: value }),
    operator,
    unit: unit?.unit ?? (currency ? 'money' : null),
    isDeadline: isTime && endsWith(told, rules.phrases(kpi.deadlines)) !== null,
    at,
    end,
  };
}

const times: ReadonlySet<Kpi['unit']> = new Set(['working-day', 'calendar-day', 'hour', 'minute']);

/** “250k”, «1,5 млн»: with the ending of the number, «3-х». */
function multiplied(level: string, end: number, value: number | null, rules: Rules): { value: number; end: number } | null {
  if (value === null) return null;
  for (const [times, words] of Object.entries(rules.words.kpi.multiples))
    for (const word of rules.phrases(words)) {
      const found = startingWord(level, end, word);
      if (found !== null) return { value: value * Number(times), end: found };
    }
  for (const ending of rules.phrases(rules.words.kpi.cardinals)) {
    const found = startingWord(level, end, `-${ending}`);
    if (found !== null) return { value, end: found };
  }
  return { value, end };
}

/** The other end of a range: “3 to 5”, «10–15», «от 5 % до 7 %». */
function upperEnd(level: string, first: { end: number }, rules: Rules): { value: number; end: number } | null {
  const from = unitBehind(level, first.end, rules)?.end ?? first.end;
  const rest = level.slice(from);
  for (const joint of rules.phrases(rules.words.kpi.ranges)) {
    const pattern = /^[-–—]$/u.test(joint) ? /^ ?[-–—] ?(\d[\d \u00A0]*(?:[.,]\d+)?)/u : null;
    const found = pattern?.exec(rest) ?? (rest.startsWith(` ${joint} `) ? /^ \S+ (\d[\d \u00A0]*(?:[.,]\d+)?)/u.exec(rest) : null);
    const written = found?.[1]?.trimEnd();
    if (!found || written === undefined) continue;
    return multiplied(level, from + found[0].trimEnd().length, numeric(written), rules);
  }
  return null;
}

/** The unit right behind a figure. */
function unitBehind(level: string, end: number, rules: Rules): { unit: Kpi['unit']; end: number } | null {
  const rest = level.slice(end);
  const gap = /^[\s(]*/u.exec(rest)?.[0].length ?? 0;
  const unit = unitAtStart(rest.slice(gap), rules);
  return unit && { unit: unit.unit, end: end + gap + unit.end };
}

/** The unit that a levelled text begins with, the longest that does: whole words, «3 ч» and no «3 чертежа», or a stem with a star. */
export function unitAtStart(said: string, rules: Rules): { readonly unit: Kpi['unit']; readonly end: number } | null {
  let best: { unit: Kpi['unit']; length: number } | null = null;
  for (const [unit, words] of Object.entries(rules.words.kpi.units))
    for (const word of rules.phrases(words)) {
      const isStem = word.endsWith('*');
      const bare = isStem ? word.slice(0, -1) : word;
      if (!said.startsWith(bare) || bare.length <= (best?.length ?? 0)) continue;
      if (!isStem && /\p{L}$/u.test(bare) && /^-?\p{L}/u.test(said.slice(bare.length))) continue;
      best = { unit: unit as Kpi['unit'], length: bare.length };
    }
  if (!best) return null;
  const rested = /^\p{L}*\.?/u.exec(said.slice(best.length))?.[0].length ?? 0;
  return { unit: best.unit, end: best.length + rested };
}

/** The phrase before a figure that bounds it: the nearest, and of several that end together the longest. */
function operatorBefore(before: string, rules: Rules): 'at-least' | 'at-most' | null {
  const { kpi } = rules.words;
  const adjacent = rules.phrases(kpi.adjacent);
  let best: { operator: 'at-least' | 'at-most'; end: number; length: number } | null = null;
  for (const operator of ['at-least', 'at-most'] as const)
    for (const phrase of rules.phrases(kpi[operator])) {
      const at = lastOf(before, phrase);
      if (at < 0) continue;
      const end = at + phrase.length;
      const gap = before.slice(end).replace(/^\./u, '');
      const between = gap.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
      if (
        /[.;:,–—=]|\s-\s/u.test(gap.trim().replace(/^:$/u, '')) ||
        between > (adjacent.includes(phrase) || !/\p{L}/u.test(phrase) ? 0 : 2)
      )
        continue;
      if (!best || end > best.end || (end === best.end && phrase.length > best.length)) best = { operator, end, length: phrase.length };
    }
  return best?.operator ?? null;
}

/** “14 or fewer”, ‘3% maximaal’, “95%+”: right behind the figure and its unit. */
function operatorBehind(behind: string, rules: Rules): 'at-least' | 'at-most' | null {
  const { kpi } = rules.words;
  for (const operator of ['at-least', 'at-most'] as const)
    for (const phrase of rules.phrases(kpi[`${operator}-behind`]))
      if (startingWord(behind.replace(/^[\s(,]+/u, ''), 0, phrase) !== null) return operator;
  return null;
}

function endsWith(before: string, phrases: readonly string[]): string | null {
  const said = before.trimEnd();
  return phrases.find((phrase) => said.endsWith(phrase) && lastOf(said, phrase) === said.length - phrase.length) ?? null;
}

/** Where a phrase stands last in a text as whole words; -1 where it does not. */
function lastOf(text: string, phrase: string): number {
  for (let at = text.lastIndexOf(phrase); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(phrase, at - 1)) {
    const before = at === 0 || !/\p{L}/u.test(text[at - 1] ?? '') || !/\p{L}/u.test(phrase[0] ?? '');
    const after = text[at + phrase.length] ?? '';
    if (before && (!/\p{L}/u.test(after) || !/\p{L}/u.test(phrase.at(-1) ?? ''))) return at;
  }
  return -1;
}

/** Where a whole word ends that begins at a place of a text, or behind one space; null where it does not. */
function startingWord(text: string, at: number, word: string): number | null {
  const from = text[at] === ' ' ? at + 1 : at;
  if (!text.startsWith(word, from)) return null;
  const end = from + word.length;
  return /\p{L}/u.test(text[end] ?? '') && /\p{L}/u.test(word.at(-1) ?? '') ? null : end;
}

/** A figure with spaces between its thousands and a comma or a point before its parts. */
export function numeric(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(
    text
      .replace(/[ \u00A0\u202F]/g, '')
      .replace(/,(?=\d{1,2}$)/, '.')
      .replace(/[.,](?=\d{3}(?:\D|$))/g, ''),
  );
  return Number.isFinite(value) ? value : null;
}
