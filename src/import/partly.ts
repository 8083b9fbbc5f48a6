/**
 * The guard of what counts as placed: every word of it that means something must stand in the draft, or be one that a paper writes of its
 * own. Words that do not are parted from it and stay under `unplaced`, so that no paragraph is told to be taken of which half was lost.
 */
import type { WordText } from '../ooxml/word/word-text.js';
import type { Given } from './ledger.js';
import { reason } from './ledger.js';
import { namesIn } from './people.js';
import { isEmpty, leadsWords, meansNothing, nobodysWords, rolesWords } from './said-words.js';
import type { WordSet } from './said-words.js';
import type { Work } from './work.js';

/** Parts what was taken of each paragraph from what was not. Called once, when all of the file has been read. */
export function partUntaken(read: WordText, work: Work): void {
  const { ledger } = work;
  let ofLeads: WordSet | null = null;
  read.pieces.forEach((piece, at) => {
    if (piece.kind !== 'paragraph' || piece.hidden) return;
    const parts = new Map<Given, readonly Given[]>();
    for (const given of ledger.of(at)) {
      const isLead = given.certainty === 'left-out' && given.why.code === 'lead';
      if (isLead) ofLeads ??= leadsWords(work);
      const said = isLead ? ofLeads : saidOf(given, work);
      if (!said) continue;
      const runs = runsOutside(piece.text.slice(given.start, given.end), said).filter(({ words }) => !isLead || words >= tellingWords);
      if (runs.length > 0) parts.set(given, parted(piece.text, given, runs, work));
    }
    ledger.replace(at, parts);
  });
}

/** The words that a part may have and be whole; null for what makes no such promise: places to sign, heads of columns. */
function saidOf(given: Given, work: Work): WordSet | null {
  if (given.certainty !== 'mapped' && given.certainty !== 'guessed') return null;
  if (given.why.code === 'nobody') return nobodysWords(work);
  return given.to.length > 0 ? rolesWords(given, work) : null;
}

const notTaken = { certainty: 'unplaced', why: reason('not-taken') } as const;

interface Run {
  readonly from: number;
  readonly to: number;
  /** How many words of it are not said. */
  readonly words: number;
}

/** How many words of an introduction that nobody says make it more than one. */
const tellingWords = 2;

/** Where words stand that are not said, with the little words between them. */
function runsOutside(text: string, said: WordSet): Run[] {
  const runs: { from: number; to: number; words: number }[] = [];
  let isCut = true;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*|[.;:()]/gu)) {
    if (/^[.;:()]$/u.test(word)) {
      isCut = true;
      continue;
    }
    if (said.has(word)) {
      if (!isEmpty(word)) isCut = true;
      continue;
    }
    const last = runs.at(-1);
    if (last && !isCut) Object.assign(last, { to: index + word.length, words: last.words + 1 });
    else runs.push({ from: index, to: index + word.length, words: 1 });
    isCut = false;
  }
  return runs;
}

/** A part in its pieces: what was taken goes where it went, a run of other words is unplaced, and who is named is told and left out. */
function parted(text: string, given: Given, runs: readonly Run[], work: Work): Given[] {
  const names = namesIn(text, work.rules.patterns);
  const isName = (from: number, to: number): boolean => {
    const words = text.slice(from, to).match(/[\p{L}\p{N}]+/gu) ?? [];
    const areNames = words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word) && work.rules.patterns.firstName.test(word));
    return areNames || names.some((name) => name.from < to && name.to > from);
  };
  const parts: Given[] = [];
  let at = given.start;
  // Of a sentence of which words are missing nobody should be told that it is certain.
  const isCut = given.certainty === 'mapped' && runs.some(({ from, to }) => !isName(given.start + from, given.start + to));
  const taken = (to: number): void => {
    if (to <= at) return;
    const isSign = meansNothing(text.slice(at, to), work.rules);
    const doubt = isSign
      ? ({ certainty: 'left-out', why: reason('sign'), to: [], changes: [] } as const)
      : isCut && { certainty: 'guessed' as const };
    parts.push({ ...given, start: at, end: to, ...doubt });
  };
  for (const { from, to } of runs) {
    taken(given.start + from);
    at = given.start + to;
    const isPerson = isName(given.start + from, at);
    if (isPerson) work.organisation.namedPlaces++;
    const fate = isPerson ? ({ certainty: 'left-out', why: reason('personal') } as const) : notTaken;
    parts.push({ ...fate, start: given.start + from, end: at, to: [], changes: [] });
  }
  taken(given.end);
  return parts;
}
