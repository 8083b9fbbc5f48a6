/** Who reports to the holder, out of a phrase: nobody, or posts and how many they are. */
import { reason } from './ledger.js';
import type { Fate } from './ledger.js';
import { partOf } from './lines.js';
import type { Line } from './lines.js';
import { postTitle } from './posts.js';
import type { PostCase } from './posts.js';
import type { Rules } from './rules.js';
import { fate } from './work.js';
import type { Ground, Work } from './work.js';
import { firstOf, levelled } from './words.js';

/** What is said of subordinates where there are none: the role leaves them out, and the paper says so. */
export function nobody({ draft }: Work): Fate {
  draft.saysNobody = true;
  return { certainty: 'mapped', why: reason('nobody'), to: [draft.at('subordinates')] };
}

/** Whether a text is a word for nobody, or a sentence that says so. */
export const saysNobody = (text: string, { rules }: Work): boolean =>
  [text.trim(), text.replace(/^[\s:–—-]+/u, '').trim()].some((one) => rules.patterns.nobody.test(one)) ||
  firstOf(levelled(text), rules.phrases(rules.words.sentences.noSubordinates?.cues)) !== null;

/** Nobody, or a list of posts; false where neither can be read: the draft then knows that the file speaks of somebody. */
export function takeSubordinates(line: Line, said: string, from: PostCase, work: Work, ground: Ground): boolean {
  const { draft, ledger, rules } = work;
  const isNobody = (text: string): boolean => saysNobody(text, work);
  if (isNobody(said) && rules.sentences(said).length === 1 && !/[;,]\s/u.test(said)) {
    ledger.give(line, nobody(work));
    return true;
  }
  // «Нет. Ассистент отдела помогает с документами»: what goes on behind it says nothing of command.
  const none = said === line.text ? endOfNobody(said, work) : null;
  if (none !== null) {
    ledger.give(partOf(line, 0, none), nobody(work));
    const rest = partOf(line, none);
    // «… geen hiërarchische leiding; wel functionele aansturing aan helpenden»: a paper must not say that there is nobody.
    if (!rest.text.startsWith('(') && firstOf(levelled(rest.text), rules.phrases(rules.words.sentences.subordinates?.cues)))
      draft.hasUnreadSubordinates = true;
    ledger.give(rest, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    return true;
  }
  // ‘n.v.t. (functionele aansturing van leerlingen)’: the bracket may say otherwise, and stays.
  const aside = said === line.text ? /\s*\([^()]*\)[.;]?$/u.exec(said) : null;
  if (aside && aside.index > 0 && isNobody(said.slice(0, aside.index))) {
    ledger.give(partOf(line, 0, aside.index), nobody(work));
    draft.hasUnreadSubordinates = true;
    ledger.give(partOf(line, aside.index), { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
    return true;
  }
  const posts = below(said, from, work);
  if (posts.length === 0) {
    draft.hasUnreadSubordinates = true;
    return false;
  }
  for (const { title } of posts) {
    const id = draft.postOf(title);
    if (!draft.subordinates.includes(id)) draft.subordinates.push(id);
  }
  const count = posts.every(({ count: one }) => one !== null) ? posts.reduce((sum, { count: one }) => sum + (one ?? 0), 0) : 0;
  if (count > 0) draft.facts.reports ??= count;
  ledger.give(line, fate(ground, [draft.at('subordinates'), ...(count > 0 ? [draft.to(draft.facts, 'reports')] : [])]));
  return true;
}

/** A word for nobody with all that belongs to it; what says so in more words has a cue. */
const longestNobody = 80;

/** Behind which sign nobody has been said; null where it is not. The cue is looked for once: a text of many commas would take a time of its square. */
function endOfNobody(said: string, work: Work): number | null {
  const { rules } = work;
  const cue = firstOf(levelled(said), rules.phrases(rules.words.sentences.noSubordinates?.cues));
  const cueEnd = cue === null ? Number.POSITIVE_INFINITY : cue.at + cue.phrase.length;
  for (const { index } of said.matchAll(/[.;,](?=\s)|\s(?=\()/gu))
    if (index >= cueEnd || (index <= longestNobody && saysNobody(said.slice(0, index), work))) return index + 1;
  return null;
}

interface Below {
  readonly title: string;
  /** How many hold the post; null where the file says no number, or a range. */
  readonly count: number | null;
}

/** The longest title of a post below: what has more words is a sentence. */
const longestTitle = 60;

/** The posts in a phrase; what stands beside them (“3 shifts”, ‘in het hoogseizoen’) is none and stays unsaid. Empty where one cannot be read. */
function below(said: string, from: PostCase, { rules }: Work): Below[] {
  const { patterns } = rules;
  // «Ассистент (1 чел.)»: how many, behind the post.
  const plainly = said
    .replace(/(?<=^|[,;()])(\s*)([^,;()\s][^,;()]*)\(\s*(\d{1,3})(?:\s[\p{L}.]+)?\s*\)/gu, '$1$3 $2')
    .replace(/(?<!\s)\s*\([^()]*\)/gu, '');
  const posts: Below[] = [];
  for (const part of plainly.split(patterns.postJoint)) {
    let text = part.trim();
    let count: number | null = null;
    let isAbout = false;
    // “day to day supervision of around 2 housing assistants”: what comes before the post, in any order.
    for (let turn = 0; turn < mostStarts; turn++) {
      const counted = patterns.countStart.exec(text);
      const about = counted ? null : patterns.about.exec(text);
      const start = counted ?? about ?? patterns.teamStart.exec(text);
      if (!start) break;
      if (about) isAbout = true;
      if (counted) count = figureOf(counted[0], rules);
      text = text.slice(start[0].length);
    }
    if (text === '' || patterns.noPost.test(text)) continue;
    const title = postTitle(text, from, rules);
    if (title === null || title.length > longestTitle) return [];
    if (!posts.some((one) => one.title === title)) posts.push({ title, count: isAbout ? null : count });
  }
  return posts;
}

const mostStarts = 5;

/** «2 », “two ”; null for a range. */
function figureOf(said: string, { words }: Rules): number | null {
  const figure = said.trim().toLowerCase();
  const [number = figure] = Object.entries(words.counts).find(([, all]) => all.includes(figure)) ?? [];
  return /^\d+$/u.test(number) ? Number(number) : null;
}
