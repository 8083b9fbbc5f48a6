/** Words at the start of an entry that papers write before the list themselves: “knowledge of …”, “the Site Manager is accountable for …”. */
import type { ClauseForm } from './formed.js';
import type { Line } from './lines.js';
import type { Change } from './report.js';
import type { Rules } from './rules.js';
import { firstOf, levelled, stemOf, wordsOf } from './words.js';

/** How far into a text the words may stand before which the holder is named. */
const farthest = 80;

/** The text without what its paper says before it, and the words that were left out; all of it where they speak of somebody else. */
export function withoutLead(
  text: string,
  form: ClauseForm,
  title: string | null,
  rules: Rules,
): { readonly text: string; readonly changes: readonly Change[] } {
  const end = form === 'knowledge' ? knowledgeEnd(text, rules) : form === 'liability' ? liabilityEnd(text, title, rules) : 0;
  const rest = text.slice(end).trimStart();
  if (end === 0 || !/\p{L}{3}/u.test(rest)) return { text, changes: [] };
  return { text: rest, changes: [{ code: 'lead-word', args: { words: text.slice(0, end).trim() } }] };
}

function knowledgeEnd(text: string, { words, phrases }: Rules): number {
  const cue = firstOf(levelled(text), phrases(words.patterns.knowledgeStarts));
  return cue?.at === 0 ? cue.phrase.length : 0;
}

/** Who is named before must be the holder: “the team leader is responsible for …” says whom one asks. */
function liabilityEnd(text: string, title: string | null, rules: Rules): number {
  const { liabilityCues, liabilityAround, subjects } = rules.words.patterns;
  const level = levelled(text);
  const cue = firstOf(level, rules.phrases(liabilityCues));
  if (!cue || cue.at > farthest) return 0;
  const around = new Set([...liabilityAround, ...subjects.flatMap(wordsOf), ...rules.words.little].map((one) => levelled(one)));
  const own = new Set(wordsOf(title ?? '').map(stemOf));
  const isHolder = wordsOf(level.slice(0, cue.at)).every((word) => around.has(word) || own.has(stemOf(word)));
  return isHolder ? cue.at + cue.phrase.length : 0;
}

/** “The incumbent is responsible for …” among requirements, ‘Verantwoordelijk voor …’ among limits: what the holder answers for. */
export const answersFor = (
  { text }: Line,
  { draft, rules }: { readonly draft: { readonly title: string | null }; readonly rules: Rules },
): boolean => !/[:：]$/u.test(text) && withoutLead(text, 'liability', draft.title, rules).changes.length > 0;
