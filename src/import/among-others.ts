/** Lines that no rule has a place for: their words and what stands around them tell a section, and they go there as a guess. */
import type { WordText } from '../ooxml/word/word-text.js';
import { addClause, addPurpose } from './clause-sections.js';
import { takeDeputy } from './deputising.js';
import { areAlike, takeDuties } from './guessing.js';
import { sectionsOfLines } from './line-sections.js';
import type { LineGuess, LineModel, LineSection } from './line-sections.js';
import { seenIn } from './line-traits.js';
import { reason } from './ledger.js';
import { linesOf } from './lines.js';
import type { CellBlock, Line, TableBlock } from './lines.js';
import { takeRequirement } from './requirements-section.js';
import type { Rules } from './rules.js';
import type { SectionKey } from './section-keys.js';
import { guessed, piecesOf } from './work.js';
import type { Ground, Work } from './work.js';
import { hasWords, stemOf, wordsOf } from './words.js';

/** From which margin on a guess is rather right than wrong: of lines above it in files not learnt 88 of 100 were, just above it two of three. */
const enough = 12;

/** Guesses for the lines of a file; nothing is weighed before the first is asked for. */
export function guessesOf(read: WordText, rules: Rules): (line: Line) => LineGuess | null {
  let guesses: Map<number, LineGuess> | null = null;
  return ({ piece }) => {
    const { lines } = rules;
    if (lines === null) return null;
    if (guesses === null) {
      const seen = seenIn(read);
      const found = sectionsOfLines([...seen.values()], lines);
      const known = [...seen].map(([key, { text }], at) => [key, knowsWords(text, lines) ? found[at] : undefined] as const);
      guesses = new Map(known.flatMap(([key, guess]) => (guess ? [[key, guess] as const] : [])));
    }
    return guesses.get(piece) ?? null;
  };
}

/** What stands around words of which none was ever seen says nothing of them. */
const knowsWords = (text: string, model: LineModel): boolean =>
  wordsOf(text).some((word) => word.length > 3 && model.traits.has(stemOf(word)));

/** Places what no rule had a place for, where its words and what stands around it are clear; the rest stays as it is. */
export function placeAmongOthers({ pieces }: WordText, work: Work): void {
  const { ledger } = work;
  pieces.forEach((paragraph, piece) => {
    if (paragraph.kind !== 'paragraph' || paragraph.place.area !== 'body' || paragraph.hidden) return;
    const before = ledger.of(piece);
    if (!hasWords(paragraph.text) || !before.every(({ certainty, why }) => certainty === 'unplaced' && placeless.has(why.code))) return;
    const lines = linesOf(paragraph, piece);
    const guess = lines[0] ? work.amongOthers(lines[0]) : null;
    if (guess === null || guess.margin < enough) return;
    ledger.takeBack(piece);
    for (const line of lines)
      if (isOnlyHeading(line, work)) ledger.leaveOut(line, 'only-heading');
      // What nobody had taken before is looked through once more, with all that is left.
      else if (!takeAs(guess.section, line, work) && before[0]) ledger.give(line, before[0]);
  });
}

/** From which margin on what stands around a line says more than a heading whose words were only guessed: 95 of 100 in files not learnt. */
const sure = 40;

/** Places a line of a section that was only guessed, where its words and what stands around it clearly tell another one; false otherwise. */
export function takeAgainstGuess(line: Line, key: SectionKey, work: Work): boolean {
  const guess = work.amongOthers(line);
  const said = guess && guess.margin >= sure && placed.has(guess.section) ? (asClauses[guess.section] ?? guess.section) : null;
  return guess !== null && said !== null && !areAlike(said, key) && takeAs(guess.section, line, work);
}

/** Whether a row heads nothing, though a word of it may: one of its cells says, at some length, what a role has lists for. */
export const saysSomething = (row: readonly CellBlock[], work: Work): boolean =>
  row.some(({ lines }) =>
    lines.some((line) => {
      const guess = work.amongOthers(line);
      return guess !== null && guess.margin >= sure && placed.has(guess.section) && line.text.split(/\s+/u).length >= fewestWords;
    }),
  );

/** A head of a column is shorter. */
const fewestWords = 6;

/** How many of the cells of a table have to be told, so that it is taken apart. */
const mostCells = 0.6;

/** A table whose heads nobody knows, cell by cell, where most of them are told; false where they are not. */
export function takeCellsAmongOthers({ rows }: TableBlock, work: Work, heads = 1): boolean {
  const linesOfRow = (row: readonly CellBlock[]): Line[] => row.flatMap(({ lines }) => lines);
  const lines = rows
    .slice(heads)
    .flatMap(linesOfRow)
    .filter(({ text }) => hasWords(text));
  const isTold = (line: Line): boolean => {
    const guess = work.amongOthers(line);
    return guess !== null && guess.margin >= enough && placed.has(guess.section);
  };
  const entries = lines.filter((line) => work.amongOthers(line)?.section !== 'heading');
  if (entries.length === 0 || entries.filter(isTold).length < mostCells * entries.length) return false;
  for (const line of rows.slice(0, heads).flatMap(linesOfRow)) work.ledger.leaveOut(line, 'column-head');
  for (const line of lines) if (!isTold(line) || !takeAs(work.amongOthers(line)?.section ?? 'other', line, work)) leave(line, work);
  return true;
}

function leave(line: Line, work: Work): void {
  if (isOnlyHeading(line, work)) work.ledger.leaveOut(line, 'only-heading');
  else work.ledger.give(line, { certainty: 'unplaced', why: reason('no-home') });
}

/** Longer ones say something, whatever they stand above. */
const longestHeading = 8;

/** Whether a line is surely a heading: a text that only looks like one is kept in the draft. */
function isOnlyHeading(line: Line, work: Work): boolean {
  const guess = work.amongOthers(line);
  return guess?.section === 'heading' && guess.margin >= sure && line.text.split(/\s+/u).length <= longestHeading;
}

/** Sections with lists that take any line. */
const placed: ReadonlySet<LineSection> = new Set(['duties', 'requirements', 'rights', 'responsibility', 'relations', 'conditions', 'kpi']);

const placeless: ReadonlySet<string> = new Set(['no-home', 'unknown-heading']);

const asClauses: Readonly<Partial<Record<LineSection, string>>> = {
  rights: 'rights',
  responsibility: 'responsibility',
  relations: 'relations',
  conditions: 'conditions',
  kpi: 'kpis',
};

function takeAs(section: LineSection, line: Line, work: Work): boolean {
  const { draft } = work;
  const key = asClauses[section] ?? section;
  const ground: Ground = guessed('among-others', { section: String(work.rules.words.headings[key]?.[0] ?? section) });
  if (section in asClauses)
    return piecesOf(line, false, work)
      .map((part) => addClause(key, part, ground, work))
      .includes(true);
  switch (section) {
    case 'duties':
      return takeDuties(line, ground, work);
    case 'requirements':
      for (const part of piecesOf(line, false, work)) takeRequirement(part, { kind: null, desirable: null, ground }, work);
      return true;
    case 'deputising':
      return takeDeputy(line, work, ground);
    case 'purpose':
      if (draft.purpose !== null || draft.summary !== null || work.rules.patterns.employer.test(line.text)) return false;
      addPurpose(line, ground, work, 'purpose');
      return true;
    default:
      return false;
  }
}
