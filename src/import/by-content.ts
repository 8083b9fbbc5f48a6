/** To which section lines belong by what they say, where no heading tells: a guess, and reported as one. */
import { addClause } from './clause-sections.js';
import { startsWithVerb } from './duty-verbs.js';
import { partOf } from './lines.js';
import type { Line } from './lines.js';
import { sectionByCue } from './headings.js';
import { hasFigure } from './measure.js';
import { requirementKind } from './requirement.js';
import { areAlike, blockGuess, takeDuties, takeParagraph } from './guessing.js';
import { weakKeys } from './section-keys.js';
import type { SectionKey } from './section-keys.js';
import { takeRequirement } from './requirements-section.js';
import { hasFacts } from './sentences.js';
import { guessed } from './work.js';
import type { Work } from './work.js';
import { firstOf, levelled } from './words.js';

/** What a sentence is about by words that only such sentences have; null where it has none of them. */
export function cueOfSentence(text: string, work: Work): { key: SectionKey; word: string; at: number } | null {
  const level = levelled(text);
  for (const [cues, key] of work.rules.patterns.sentenceCues) {
    const found = cues.in(level);
    if (found) return { key, word: text.slice(found.at, found.at + found.length), at: found.at };
  }
  return null;
}

/** Measures have a figure that something is to reach or to stay below, and no verb before it. */
function isMeasure(text: string, work: Work): boolean {
  if (text.split(/\s+/u).length > 14 || !hasFigure(text, work.rules)) return false;
  const { kpi } = work.rules.words;
  const level = levelled(text);
  const isBound = firstOf(level, work.rules.phrases(kpi['at-least'])) ?? firstOf(level, work.rules.phrases(kpi['at-most']));
  return isBound !== null || /\d ?%|\d\+/u.test(text);
}

/** A duty: it begins with a verb, or with who does it and a verb; a Dutch verb is also known by its ending. */
function saysWhatIsDone(text: string, work: Work): boolean {
  const { patterns, language } = work.rules;
  const start = patterns.subject.exec(text)?.[0] ?? patterns.dutyStart.exec(text)?.[0] ?? '';
  const rest = text.slice(start.length);
  if (startsWithVerb(rest, work) || (patterns.action.test(rest) && !patterns.noAction.test(rest))) return true;
  const [word = ''] = /^\p{L}+/u.exec(rest) ?? [];
  return (
    language === 'nl' &&
    /[^aeiouh]t$|[aeiou]{2}[dt]$|eert$|dt$/iu.test(word) &&
    !/(?:teit|acht|icht|ucht|ant|ent|ist|iet|kunst)$/iu.test(word)
  );
}

/** Up to where a sentence says who. */
const whoEnds = 40;

/** Headings are asked about the lines below them more than once. */
const told = new WeakMap<Line, SectionKey | null>();

/** The section of one line by its form; null where it may be any. */
function sectionOfLine(line: Line, work: Work): SectionKey | null {
  const before = told.get(line);
  if (before !== undefined) return before;
  const now = sectionByForm(line, work);
  told.set(line, now);
  return now;
}

function sectionByForm(line: Line, work: Work): SectionKey | null {
  const { text } = line;
  const cue = cueOfSentence(text, work);
  if (cue) return cue.key;
  if (hasFacts(partOf(line, 0, Math.min(text.length, whoEnds)), work, ['reportsTo', 'noSubordinates'])) return 'subordination';
  const requirement = requirementKind(text, work.rules);
  if (requirement && requirement.at < 40 && ['education', 'experience', 'knowledge'].includes(requirement.kind)) return 'requirements';
  const isAction = saysWhatIsDone(text, work);
  if (!isAction && isMeasure(text, work)) return 'kpis';
  if (isAction) return 'duties';
  if (requirement) return 'requirements';
  const isShort = text.split(/\s+/u).length <= 10 && !/[.!?]$/u.test(text);
  return isShort && work.rules.patterns.relationJoint.test(text) ? 'relations' : null;
}

/** What most lines are about; null where no section has half of them. */
export function sectionOfLines(lines: readonly Line[], work: Work): SectionKey | null {
  const votes = new Map<SectionKey, number>();
  for (const line of lines) {
    const key = sectionOfLine(line, work);
    if (key !== null) votes.set(key, (votes.get(key) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([, a], [, b]) => b - a);
  return best && best[1] * 2 >= lines.length ? best[0] : null;
}

/** Sections whose lines do not begin with verbs: a list of what is done below such a heading is of duties. */
const yielding: ReadonlySet<SectionKey> = new Set(['conditions', 'pay', 'relations', 'kpis']);

/** Of what section a heading is that is not known, and whether its own words say so, the lines below it, or the words of both. */
export function sectionOfHeading(text: string, below: readonly Line[], work: Work): HeadingGuess | null {
  const told = sectionByRules(text, below, work);
  const guess = blockGuess(text, below, work);
  // «В течение смены» has a word of hours, and what is done stands below it.
  if (
    told?.code === 'heading-words' &&
    yielding.has(told.key) &&
    below.length > 0 &&
    below.every((line) => startsWithVerb(line.text, work))
  )
    return { key: 'duties', code: 'heading-below' };
  if (told?.code === 'heading-words' && yielding.has(told.key) && below.length > 1) {
    const ofLines = blockGuess(null, below, work);
    if (ofLines?.isSure && ofLines.key === 'duties') return { key: 'duties', code: 'heading-guess', words: ofLines.words };
  }
  // Words such as ‘organisatie’ and “work” stand in headings of many sections, and lines may begin with verbs in all of them.
  const isWeak = told?.code === 'heading-below' || (told !== null && weakKeys.has(told.key));
  if (!guess || (told !== null && !(isWeak && guess.isSure && !areAlike(told.key, guess.key) && areTold(below, guess.key, work))))
    return told;
  // Who stands in is one of several things that a list on people says.
  const key = guess.key === 'deputising' && below.length > 1 ? 'subordination' : guess.key;
  return { key, code: 'heading-guess', words: guess.words };
}

/** Whether the lines by themselves are of a section too, against what their form says. */
function areTold(below: readonly Line[], key: SectionKey, work: Work): boolean {
  return blockGuess(null, below, work)?.key === key;
}

export interface HeadingGuess {
  readonly key: SectionKey;
  readonly code: 'heading-words' | 'heading-below' | 'heading-guess';
  /** The words that spoke for it, where they were weighed. */
  readonly words?: readonly string[];
}

function sectionByRules(text: string, below: readonly Line[], work: Work): HeadingGuess | null {
  const cue = sectionByCue(text, work.rules);
  const content = sectionOfLines(below, work);
  // Rights and limits begin with verbs as duties do, so that these say nothing against the heading.
  if (cue === null || (weakKeys.has(cue) && content !== null && content !== 'duties'))
    return content === null ? null : { key: content, code: 'heading-below' };
  return { key: cue, code: 'heading-words' };
}

/** Places a sentence by words that only sentences of one section have; false where it has none of them. */
export function takeByCue(line: Line, work: Work, only?: readonly SectionKey[]): boolean {
  const cue = cueOfSentence(line.text, work);
  if (!cue || (only && !only.includes(cue.key))) return false;
  return addClause(cue.key, line, guessed('words', { word: cue.word }), work);
}

/** Places a line of a file without any heading by what it says; false where it may be anything. */
export function takeByContent(line: Line, work: Work): boolean {
  // Of a paragraph all words say more than one of them, such as “shift” or “can”.
  if (takeParagraph(line, work) || takeByCue(line, work)) return true;
  const key = sectionOfLine(line, work);
  if (key === 'requirements') {
    takeRequirement(line, { kind: null, desirable: null, ground: guessed('position') }, work);
    return true;
  }
  return key === 'duties' && takeDuties(line, guessed('verbs'), work);
}
