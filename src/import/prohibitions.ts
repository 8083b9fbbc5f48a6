/** What the holder may not do: kept as a limit, in words that forbid it. */
import type { Limit } from '../role/role.generated.js';
import { partOf } from './lines.js';
import type { Line } from './lines.js';
import type { Rules } from './rules.js';
import { addEntry } from './work.js';
import type { Ground, Work } from './work.js';

/** How far from its start a sentence forbids, for all of it to do so: “Incumbents below the grade may not …”. */
const nearStart = 60;

/** Whether a sentence says what somebody may not do: «не вправе», “cannot”, ‘mag niet’. */
export function forbids(text: string, { patterns }: Rules): boolean {
  const found = patterns.forbids.exec(text);
  return found !== null && found.index < nearStart;
}

/** «Чего нельзя», “You cannot:”, ‘Dat mag je niet’: words above what is forbidden, and nothing else. */
export function headsProhibitions(text: string, { patterns }: Rules): boolean {
  const said = text.replace(/[\s:：.?!]+$/u, '');
  return said.split(/\s+/u).length <= longestHeading && patterns.forbiddenHeading.test(said) && !/[,;/]/u.test(said);
}

/** «Администратор не вправе:»: who, and that he may not, at the end of an introduction. */
export function leadsProhibitions(head: string, { patterns }: Rules): boolean {
  const found = patterns.forbids.exec(head);
  if (found === null || head.split(/\s+/u).length > longestHeading) return false;
  return /^\P{L}*(?:\p{L}+)?\P{L}*$/u.test(head.slice(found.index + found[0].length));
}

const longestHeading = 7;

/** The sentences of a line that forbid something, and what stands between them; null where none does. */
export function prohibitionsIn(line: Line, { rules }: Work): readonly { readonly part: Line; readonly isForbidden: boolean }[] | null {
  const parts: { from: number; to: number; isForbidden: boolean }[] = [];
  for (const { from, to } of rules.sentences(line.text)) {
    const isForbidden = forbids(line.text.slice(from, to), rules);
    const last = parts.at(-1);
    if (last && !isForbidden && !last.isForbidden) last.to = to;
    else parts.push({ from, to, isForbidden });
  }
  return parts.some((one) => one.isForbidden)
    ? parts.map(({ from, to, isForbidden }) => ({ part: partOf(line, from, to), isForbidden }))
    : null;
}

/** A limit; below a heading that forbids, `isForbidden`, with the word that forbids it, unless it has one. */
export function addLimit(line: Line, ground: Ground, work: Work, isForbidden = false): object | null {
  const { rules, draft } = work;
  const make = (text: string, id: string, source: string): Limit => ({ id, topic: isForbidden ? forbidden(text, rules) : text, source });
  return addEntry(draft.limits, line, 'phrase', ground, work, make, 'topic');
}

/** «нельзя: ставить диагноз»: the words of a list that its heading forbids. */
const forbidden = (text: string, rules: Rules): string =>
  rules.patterns.forbids.test(text) ? text : `${rules.words.patterns.forbidden[0] ?? ''}: ${text}`;
