/** Texts of which no heading and no rule tells the section: the words of known texts are weighed, and what they say is a guess. */
import { addClause } from './clause-sections.js';
import type { RoleDraft } from './draft.js';
import type { Line } from './lines.js';
import { takeRequirement } from './requirements-section.js';
import { guessedKeys } from './section-guess.js';
import type { GuessedKey, Leaning, SectionGuess } from './section-guess.js';
import { areDuties, requirementKeys } from './section-keys.js';
import type { SectionKey } from './section-keys.js';
import { guessed } from './work.js';
import type { Work } from './work.js';

/** From which margin between the first section and the next a block is of the first: below it the text stays without a place. */
const enoughOfBlock = 0.5;
/** From which one it is so sure that the form of the lines says nothing against it. */
const sureOfBlock = 0.9;
/** A sentence alone has fewer words to be sure by. */
const enoughOfLine = 0.9;

/** The section of lines under a heading that is not known, or under none; null where their words do not tell. */
export function blockGuess(
  heading: string | null,
  below: readonly Line[],
  { rules, draft }: Work,
): (SectionGuess & { readonly isSure: boolean }) | null {
  const found = rules.guess?.block(
    heading,
    below.map(({ text }) => text),
    leaningAt(draft),
  );
  return found && found.margin >= enoughOfBlock && found.words.length > 1 ? { ...found, isSure: found.margin >= sureOfBlock } : null;
}

/** A section that the file has had by now seldom comes again; what the position is for stands above its duties. */
const known = -0.7;

function leaningAt(draft: RoleDraft): Leaning {
  const had = (isHad: boolean): number => (isHad ? known : 0);
  const isBeginning = draft.duties.length === 0 && draft.purpose === null && draft.summary === null;
  return {
    purpose: isBeginning ? 1 : 2 * known,
    duties: had(draft.duties.length > 0),
    rights: had(draft.rights.length + draft.limits.length > 0),
    responsibility: had(draft.responsibility.length > 0),
    relations: had(draft.relations.length > 0),
    kpis: had(draft.kpis.length > 0),
    deputising: had(draft.deputising !== null),
    subordination: had(draft.superiors.length > 0),
  };
}

/** Whether two sections are read in the same way: «education» is of requirements, «pay» of conditions. */
export const areAlike = (one: SectionKey, other: SectionKey): boolean => sort(one) === sort(other);

/** Whether texts of a section are counted at all: of procedures, reports and the like nothing is known by words. */
export const isWeighed = (key: SectionKey): boolean => (guessedKeys as readonly string[]).includes(sort(key));

const sort = (key: SectionKey): SectionKey =>
  requirementKeys.has(key)
    ? 'requirements'
    : areDuties(key)
      ? 'duties'
      : key === 'pay'
        ? 'conditions'
        : key === 'limits'
          ? 'rights'
          : key === 'summary'
            ? 'purpose'
            : key;

/** Places a sentence by its words alone, where they speak clearly for a section with a list; false where they do not. */
export function takeByGuess(
  line: Line,
  work: Work,
  { least = enoughOfLine, only }: { readonly least?: number; readonly only?: readonly GuessedKey[] } = {},
): boolean {
  const found = work.rules.guess?.line(line.text);
  if (!found || found.margin < least || found.words.length < 2 || (only && !only.includes(found.key))) return false;
  const ground = guessed('guess', { words: found.words.join(', ') });
  if (found.key !== 'requirements') return addClause(found.key, line, ground, work);
  takeRequirement(line, { kind: null, desirable: null, ground }, work);
  return true;
}
