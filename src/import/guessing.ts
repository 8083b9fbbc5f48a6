/** Texts of which no heading and no rule tells the section: the words of known texts are weighed, and what they say is a guess. */
import type { Duty } from '../role/role.generated.js';
import { addClause, addPurpose } from './clause-sections.js';
import { takeDeputy } from './deputising.js';
import type { RoleDraft } from './draft.js';
import type { Line } from './lines.js';
import { takeRequirement } from './requirements-section.js';
import { guessedKeys } from './section-guess.js';
import type { GuessedKey, Leaning, SectionGuess } from './section-guess.js';
import { areDuties, requirementKeys } from './section-keys.js';
import type { SectionKey } from './section-keys.js';
import { addEntry, guessed, piecesOf } from './work.js';
import type { Ground, Work } from './work.js';

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

/** How sure all words of a paragraph together have to be, and its sentences one by one: of 480 in files whose key is known 91 % then are right. */
const enoughOfSentences = 0.7;
const fewestOfParagraph = 8;

/** The section of a whole paragraph: what its sentences say one by one and what all its words say together; null where these differ. */
export function paragraphGuess({ text }: Line, { rules }: Work): SectionGuess | null {
  if (text.split(/\s+/u).length < fewestOfParagraph) return null;
  const whole = rules.guess?.line(text);
  if (!whole || whole.margin < enoughOfLine || whole.words.length < 2) return null;
  const sentences = rules.sentences(text).map(({ from, to }) => text.slice(from, to));
  const each = rules.guess?.block(null, sentences);
  return each?.key === whole.key && each.margin >= enoughOfSentences ? whole : null;
}

/** Places a paragraph that stands below no heading or below one that is not known, where its words speak clearly; false where they do not. */
export function takeParagraph(line: Line, work: Work): boolean {
  const found = paragraphGuess(line, work);
  if (!found) return false;
  const ground = guessed('guess', { words: found.words.join(', ') });
  const { draft } = work;
  switch (found.key) {
    case 'purpose':
      if (draft.purpose !== null || draft.summary !== null || work.rules.patterns.employer.test(line.text)) return false;
      addPurpose(line, ground, work, 'purpose');
      return true;
    case 'deputising':
      return takeDeputy(line, work, ground);
    case 'duties':
      return takeDuties(line, ground, work);
    case 'requirements':
      for (const part of piecesOf(line, false, work)) takeRequirement(part, { kind: null, desirable: null, ground }, work);
      return true;
    default:
      return piecesOf(line, false, work)
        .map((part) => addClause(found.key, part, ground, work))
        .includes(true);
  }
}

/** Duties of a file without a heading for them stand in one area, which has the usual name. */
export function takeDuties(line: Line, ground: Ground, work: Work): boolean {
  const { draft, rules } = work;
  const group = draft.duties[0] ?? draft.openGroup(rules.words.headings.duties?.map(String)[0] ?? 'duties');
  const make = (text: string, id: string, source: string): Duty => ({ id, text, source });
  return piecesOf(line, false, work)
    .map((part) => addEntry(group.duties, part, 'duty', ground, work, make))
    .some((duty) => duty !== null);
}

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
