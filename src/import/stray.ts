/** Paragraphs of another section than the one that is open: in notes and vacancies a change of subject has no heading. */
import { areAlike, takeByGuess } from './guessing.js';
import { numberOf } from './lines.js';
import type { Line } from './lines.js';
import { reason } from './ledger.js';
import { homeless } from './section-keys.js';
import type { Work } from './work.js';

/** How much surer than the next section the words of a paragraph have to be, and of one that stands behind a list: there the subject changes oftener. */
const enough = 0.95;
const enoughBehindList = 0.9;
const fewestWords = 6;

/** A change to these sections is told by their own words; verbs, of which duties are known, stand in all of them. */
const told = ['rights', 'responsibility', 'relations', 'conditions', 'kpis'] as const;

/** “A = application form, I = interview”, «О = обязательно, Ж = желательно»: what letters in a table mean. */
function isLegend(text: string): boolean {
  const letters = text.match(/(?:^|[\s(,;:])\p{Lu}{1,2}\s*=\s*\p{L}/gu) ?? [];
  return letters.length > 1 && letters.length === text.split('=').length - 1;
}

/** Takes a whole paragraph without a number whose words are clearly of another section; false where it is of the open one. */
export function takeStray(line: Line, before: Line | null, key: string, work: Work): boolean {
  if (numberOf(line) === null && isLegend(line.text)) {
    work.ledger.give(line, { certainty: 'unplaced', why: reason('no-home') });
    return true;
  }
  if (numberOf(line) !== null || !/^\P{Ll}.*[.!?…]["”»]?$/su.test(line.text) || line.text.split(/\s+/u).length < fewestWords) return false;
  const found = work.rules.guess?.line(line.text);
  const least = before !== null && numberOf(before) !== null ? enoughBehindList : enough;
  if (!found || found.margin < least || found.words.length < 2 || areAlike(found.key, key)) return false;
  if (homeless.has(found.key)) {
    work.ledger.give(line, { certainty: 'unplaced', why: reason('no-home') });
    return true;
  }
  return takeByGuess(line, work, { least, only: told });
}
