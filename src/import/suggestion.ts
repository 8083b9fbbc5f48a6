/** Where a text that found no place probably belongs: less than a guess, for nothing of it is in the role. */
import { clauseLists } from './clause-lists.js';
import { sectionByCue } from './headings.js';
import { numberOfUnplaced } from './report.js';
import type { ReportEntry, ReportPart } from './report.js';
import { requirementKind } from './requirement.js';
import { keyOfPointer, roleKeys } from './role-keys.js';
import type { Rules } from './rules.js';
import { firstOf, levelled } from './words.js';

const headingCodes: ReadonlySet<string> = new Set([
  'heading',
  'heading-near',
  'heading-words',
  'heading-below',
  'heading-guess',
  'unknown-heading',
]);

/** Whether a piece of the file stands above others as their heading. */
export const isHeading = ({ parts, place, text }: Pick<ReportEntry, 'parts' | 'place' | 'text'>): boolean =>
  place.cells.length === 0 && text.trim().length <= 120 && parts.length > 0 && parts.every(({ why }) => headingCodes.has(why.code));

/** The entries of a draft with these texts without a place, with the key of the role for each text without a place where one can be told. */
export function withSuggestions(
  entries: readonly ReportEntry[],
  unplaced: readonly { readonly text: string }[],
  rules: Rules,
): ReportEntry[] {
  /** What the heading above says, and the list that the text before it went to. */
  let above: string | null = null;
  let before: string | null = null;
  return entries.map((entry, at) => {
    if (isHeading(entry)) {
      above = sectionOf(entry.text, rules);
      before = null;
    }
    before = listOf(entry) ?? before;
    // Lines of a list go together; a line that stands by itself may be about anything.
    const [heading, neighbour] = [above, entry.number === '' ? null : before];
    const below = entries.slice(at + 1, at + 1 + mostBelow);
    // Pieces of one sentence have its text in common, of which one long line may have thousands.
    const found = new Map<string, { readonly key: string | null; readonly ofEmployer: boolean }>();
    const about = (text: string): { readonly key: string | null; readonly ofEmployer: boolean } => {
      const known = found.get(text) ?? { key: keyOf(text, { heading, neighbour }, rules), ofEmployer: isOfEmployer(text, rules) };
      found.set(text, known);
      return known;
    };
    const suggest = (part: ReportPart): ReportPart => {
      if (part.certainty !== 'unplaced') return part;
      const text = unplaced[numberOfUnplaced(part) ?? -1]?.text ?? part.text;
      const { key, ofEmployer } = about(text);
      const belongs = part.why.code === 'unknown-heading' && above === null ? keyBelow(below) : key;
      return { ...part, belongs, ofEmployer: belongs === null && ofEmployer };
    };
    return entry.parts.some(({ certainty }) => certainty === 'unplaced') ? { ...entry, parts: entry.parts.map(suggest) } : entry;
  });
}

/** The list of a role that a piece of the file went to. */
const listOf = ({ parts }: ReportEntry): string | null =>
  parts
    .filter(({ certainty }) => certainty === 'mapped' || certainty === 'guessed')
    .flatMap(({ to }) => to.map(keyOfPointer))
    .find((key) => key !== null && lists.has(key)) ?? null;

/** Keys whose entries are clauses, one like the other. */
const lists: ReadonlySet<string> = new Set(clauseLists.map(({ name }) => name).concat('duties'));

/** Cells of a row and its head may stand between a heading and the first of its texts. */
const mostBelow = 8;

/** An unknown heading is about what its lines became. */
function keyBelow(below: readonly ReportEntry[]): string | null {
  const end = below.findIndex(isHeading);
  return (end < 0 ? below : below.slice(0, end)).map(listOf).find((key) => key !== null) ?? null;
}

/** By a wording that is known, or by a word that only headings of one section have. */
function sectionOf(text: string, rules: Rules): string | null {
  const bare = text.replace(rules.patterns.sectionStart, '').trim();
  return rules.headings.exact(bare)[0]?.key ?? sectionByCue(bare, rules);
}

/** Sections that say several things, of which the usual key is one. */
const manyThings: ReadonlySet<string> = new Set(['subordination', 'general']);

const saysWho = (text: string, { words, phrases }: Rules): boolean =>
  firstOf(levelled(text), phrases([...(words.sentences.reportsTo?.cues ?? []), ...(words.labels.reportsTo ?? []).map(String)])) !== null;

const oneSentence: ReadonlySet<string> = new Set(['purpose', 'summary', 'deputising']);

/** A heading says most, then words that only such sentences have, then what stands before it. */
function keyOf(text: string, { heading, neighbour }: { heading: string | null; neighbour: string | null }, rules: Rules): string | null {
  const { patterns } = rules;
  // The number of a row is about nothing, and what the employer does is nothing that the holder must be able to.
  if (!/\p{L}{3}/u.test(text) || patterns.employerStart.test(text)) return null;
  // What a section that is one sentence has no place for is about something else.
  const said =
    heading === null || oneSentence.has(heading) || (manyThings.has(heading) && !saysWho(text, rules)) ? undefined : roleKeys[heading];
  if (said !== undefined && heading !== 'requirements') return said;
  const level = levelled(text);
  const cue = patterns.sentenceCues.find(([cues]) => cues.in(level) !== null)?.[1];
  if (cue !== undefined && roleKeys[cue] !== undefined) return roleKeys[cue];
  const requirement = requirementKind(text, rules);
  if (requirement) return roleKeys[requirement.kind] ?? null;
  if (said !== undefined) return said;
  // What the employer says of itself, and when the file was reviewed, is no part of a role, whatever stands before it.
  return heading === null ? neighbour : null;
}

/** An address, a number to call, the name of a firm, or a sentence on the employer. */
const isOfEmployer = (text: string, { patterns }: Rules): boolean =>
  /@|www\.|https?:|\d(?:[\s()–-]*\d){6}/u.test(text) || patterns.legalForm.test(text) || patterns.employer.test(text);
