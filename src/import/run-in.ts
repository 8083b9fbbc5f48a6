/** Headings in the line of their text: “**Purpose.** To …”, «Обязанности: …». */
import type { HeadingFound } from './headings.js';
import { numberOf, partOf } from './lines.js';
import type { Line } from './lines.js';
import { keyOf } from './reading.js';
import type { Reading } from './reading.js';
import type { Wording } from './rules.js';
import { areAlike, blockGuess } from './guessing.js';
import { areDuties, homeless } from './section-keys.js';

export interface RunIn {
  readonly head: Line;
  readonly rest: Line;
  readonly found: HeadingFound;
}

/** Null where a line begins in no heading. */
export function runInOf(line: Line, reading: Reading): RunIn | null {
  const isAmongDuties = areDuties(keyOf(reading));
  if (isAmongDuties && numberOf(line) !== null) return null;
  const bold = boldStart(line);
  const colon = /^[^:]{2,70}:(?=\s)/u.exec(line.text)?.[0].length ?? null;
  for (const end of [bold, colon]) {
    if (end === null || end >= line.text.length) continue;
    const wording = wordingOf(line.text.slice(0, end), reading);
    if (!wording || (isAmongDuties && end !== bold)) continue;
    return {
      head: partOf(line, 0, end),
      rest: partOf(line, end),
      found: { key: wording.key, shown: wording.shown, isExact: true, rest: null },
    };
  }
  return null;
}

/** “**Whom we want.** A diploma; three years …”: words in bold that are not known, with a text of another section than the open one. */
export function guessedRunIn(line: Line, reading: Reading): (RunIn & { readonly words: readonly string[] }) | null {
  const { section, work } = reading;
  const end = numberOf(line) === null ? boldStart(line) : null;
  if (end === null || !/[.:?]\s*$/u.test(line.text.slice(0, end))) return null;
  const [head, rest] = [partOf(line, 0, end), partOf(line, end)];
  const shown = head.text.replace(/[.:?\s]+$/u, '');
  const guess = blockGuess(shown, [rest], work);
  if (!guess?.isSure || homeless.has(guess.key) || (section && areAlike(guess.key, section.key))) return null;
  return { head, rest, words: guess.words, found: { key: guess.key, shown, isExact: false, rest: null } };
}

/** Of several sections that a wording heads, one that is not filled yet: “Responsibilities” are duties, unless these stand already. */
export function wordingOf(text: string, { work }: Reading): Wording | undefined {
  const [first, ...others] = work.rules.headings.exact(text);
  return first?.key === 'duties' && work.draft.duties.length > 0 ? (others[0] ?? first) : first;
}

/** Where the words in bold at the start of a paragraph end, when they name what the rest is about; null otherwise. */
export function boldStart(line: Line): number | null {
  const { paragraph, start } = line;
  if (paragraph.look.bold !== 'some' || start > 0) return null;
  let at = 0;
  for (const span of paragraph.spans) {
    if (span.hidden) continue;
    if (!span.bold && span.text.trim() !== '') break;
    at += span.text.length;
    if (at > 90) return null;
  }
  const name = paragraph.text.slice(0, at).trim();
  return at > 2 && name.length > 2 && at < line.text.length && name.split(/\s+/u).length <= 9 ? Math.min(at, line.text.length) : null;
}
