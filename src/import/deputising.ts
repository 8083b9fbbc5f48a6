/** Who stands in while the holder is away. */
import { instrumentIn } from './appointment.js';
import { repeated, unnamed } from './fact-cues.js';
import type { Line } from './lines.js';
import { postEnd, postTitle } from './posts.js';
import { fate, guessed } from './work.js';
import type { Ground, Work } from './work.js';
import { firstOf, levelled } from './words.js';

/** “Another employee”: no post, yet a role without one says the same. */
const anybody = '';

/** A colleague, of whatever post; ‘een collega-werkvoorbereider’ has one. */
const isAnybody = (text: string, { rules: { patterns } }: Work): boolean => {
  const found = patterns.anybody.exec(text);
  return found !== null && !text.slice(found[0].length).startsWith('-');
};

/** “The deputy covers the desk when the holder is out”: that somebody is away, and that another does the work. */
export function standsIn(level: string, { rules: { patterns } }: Work): { at: number; phrase: string } | null {
  const [away, covers] = [patterns.absent.exec(level), patterns.covers.exec(level)];
  if (!away || !covers || Math.abs(away.index - covers.index) > longestBridge) return null;
  const first = away.index < covers.index ? away : covers;
  return { at: first.index, phrase: first[0] };
}

/** How far apart the two words of such a sentence may stand. */
const longestBridge = 160;

/** Below a heading on deputising, a sentence without the usual words is on it all the same. */
export const takeDeputy = (line: Line, work: Work, ground: Ground): boolean =>
  work.draft.deputising === null && deputyIn(line, work, ground);

/** The absences meant where a file names none. */
export const usualAbsences = ['business-trip', 'leave', 'illness'] as const;

export function deputyIn(line: Line, work: Work, ground: Ground): boolean {
  if (work.draft.deputising) return repeated(line, work);
  const { draft, rules } = work;
  const level = levelled(line.text);
  const reasons = (['business-trip', 'leave', 'illness', 'other'] as const).filter((one) =>
    firstOf(level, rules.phrases(rules.words.absences[one]), true),
  );
  const instrument = instrumentIn(level, work);
  const found = deputyBehind(line.text, level, work) ?? deputyBefore(line.text, level, work);
  const by = found === anybody ? null : found;
  // “When you are off, I do the arranging”: nothing of it would stand in the role, and a paper would say something else.
  const transfers = firstOf(level, rules.phrases(rules.words.transfers)) !== null;
  const saysNothing = found !== anybody && reasons.length === 0 && instrument === null && !transfers;
  if (by === null && (saysNothing || rules.patterns.coversOthers.test(line.text))) {
    work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    return true;
  }
  draft.deputising = {
    reasons: reasons.length > 0 ? reasons : [...usualAbsences],
    ...(by !== null && { by: draft.postOf(by) }),
    ...(by === null && instrument !== null && draft.appointment && { namedBy: draft.appointment.by }),
    ...(instrument !== null && { instrument }),
    transfersRights: transfers,
  };
  if (reasons.length === 0) draft.assume(draft.deputising, 'reasons');
  work.ledger.give(line, fate(found === null ? ground : guessed(ground.why.code, ground.why.args), [draft.at('deputising')]));
  return true;
}

/** «… её подменяет медсестра дневного стационара»: the post behind the verb. */
function deputyBehind(text: string, level: string, work: Work): string | null {
  const { patterns } = work.rules;
  const found = patterns.deputy.exec(level);
  if (!found) return null;
  const behind = unnamed(text.slice(found.index + found[0].length), work);
  return isAnybody(behind, work) ? anybody : postTitle(behind.slice(0, postEnd(behind, work.rules)), 'nominative', work.rules);
}

/** “During leave the assistant caretaker will deputise”: the post before the verb, from the article or the sign before it on. */
function deputyBefore(text: string, level: string, work: Work): string | null {
  const { patterns } = work.rules;
  const found = patterns.deputyBefore.exec(level);
  if (!found) return null;
  const before = unnamed(text.slice(0, found.index), work);
  const from = [...before.matchAll(patterns.beforePost)].at(-1);
  const named = from ? before.slice(from.index + from[0].length) : before;
  if (isAnybody(named, work)) return anybody;
  return patterns.absent.test(levelled(named)) ? null : postTitle(named, 'nominative', work.rules);
}
