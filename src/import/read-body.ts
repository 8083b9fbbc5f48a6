/** The pieces of a file in the order in which they are read, each line to whom it concerns. */
import type { WordText } from '../ooxml/word/word-text.js';
import { tickedLines } from './boxes.js';
import { startsWithVerb } from './duty-verbs.js';
import { takeForm } from './forms.js';
import { Head, isLabelled, isSameTitle, takeLabelled } from './head.js';
import { sectionOfLines } from './by-content.js';
import { sectionByCue } from './headings.js';
import type { Neighbours } from './headings.js';
import { areaLines, blocksOf, looksLikeHeading, numberOf } from './lines.js';
import type { Block, Line, TableBlock } from './lines.js';
import { withFormsParted } from './one-table-forms.js';
import { keyOf, newReading } from './reading.js';
import type { Reading } from './reading.js';
import { nameOf, namesIn } from './people.js';
import { runInOf } from './run-in.js';
import { labelIn, takeRequisite } from './requisites.js';
import { headingOf, openUnknown, takeLine } from './sections.js';
import { blockGuess } from './guessing.js';
import { areDuties, homeless } from './section-keys.js';
import { isSignatureTable, SigningTail } from './signing.js';
import { takeTable } from './tables.js';
import { stemOf, wordsOf } from './words.js';
import type { Work } from './work.js';

/** Reads the body from top to bottom: the head, the sections with their tables, the places to sign. */
export function readBody(read: WordText, work: Work): void {
  const blocks = withFormsParted(blocksOf(read), work.rules);
  const reading = newReading(work);
  const head = new Head(work);
  const tail = new SigningTail(work);
  let inHead = true;
  const openHead = (): void => {
    if (!inHead) return;
    inHead = false;
    head.close();
    reading.titleStems = new Set(wordsOf(work.draft.title ?? '').map(stemOf));
  };
  const take = (line: Line, { before, after, ahead }: Neighbours): void => {
    if (work.ledger.isGiven(line)) return;
    const ticked = tickedLines(line, work.ledger);
    if (ticked.length !== 1 || ticked[0] !== line) {
      for (const one of ticked) take(one, { before, after, ...(ahead && { ahead }) });
      return;
    }
    if (reading.hasOpened) openHead();
    if (!inHead && isBlank(line.text) && tail.take(line, inHead)) return;
    if (isContents(line)) return work.ledger.leaveOut(line, 'contents');
    if (takesValueBelow(line, after, work)) return;
    const resembling =
      inHead && (head.isDocument(line) || head.isInvitation(line))
        ? null
        : headingOf(line, { before, after, ...(ahead && { ahead }) }, reading);
    const heading = resembling?.isExact === false && inHead && head.awaitsTitle(line) ? null : resembling;
    if (heading?.key === 'contents') {
      return work.ledger.leaveOut(line, 'contents');
    }
    const isFact =
      (isLabelled(line, work) && (inHead || takesLabels(line, reading))) ||
      (inHead && (head.namesDocument(line) || head.isInvitation(line)));
    if (heading || (!isFact && runInOf(line, reading) !== null)) {
      openHead();
      tail.close();
      takeLine(line, { before, after, ...(ahead && { ahead }) }, reading);
      return;
    }
    if (tail.take(line, inHead)) return;
    if (inHead && !isFact && head.hasTitle && opensBelowHead(line, ahead, reading)) return openHead();
    if (inHead) {
      if (work.draft.title === null || !startsDuties(line, after, work)) return head.take(line);
      openHead();
    }
    if (isSameTitle(line.text, work)) return work.ledger.leaveOut(line, 'repeated');
    if (takesLabels(line, reading) && takeLabelled(line, work)) return;
    takeLine(line, { before, after, ...(ahead && { ahead }) }, reading);
  };
  const lineAt = (at: number, step: 1 | -1): Line | null => {
    const block = blocks[at + step];
    return block?.kind === 'line' ? block.line : firstLine(block);
  };
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'line') {
      take(block.line, { before: lineAt(at, -1), after: lineAt(at, 1), ahead: () => linesBelow(blocks, at) });
      continue;
    }
    if (isSignatureTable(block, work)) {
      for (const line of linesIn(block)) tail.leave(line);
      continue;
    }
    const isKnown = takeTable(block, reading);
    if (isKnown) openHead();
    else takeForm(block, reading, (line, after) => take(line, { before: null, after }));
    if (reading.hasOpened) openHead();
  }
  if (inHead) head.close(!reading.hasOpened);
}

/** Whether a word with a value behind it is a fact of the position here; whom the holder reports to may stand anywhere but among duties. */
function takesLabels({ text }: Line, reading: Reading): boolean {
  const key = keyOf(reading);
  if (key === null || key === 'general' || key === 'subordination' || namesHolder(text, reading.work)) return true;
  const label = /^[^:\t]{3,60}(?=[:\t])/u.exec(text)?.[0];
  const isFree = label !== undefined && !areDuties(key) && key !== 'relations' && reading.work.draft.superiors.length === 0;
  return isFree && labelIn(label, reading.work)?.key === 'reportsTo';
}

/** “Current postholder: Gemma Okafor”: personal data, below whatever heading it stands. */
function namesHolder(text: string, work: Work): boolean {
  const [label = '', ...said] = text.split(':');
  if (said.length === 0 || labelIn(label, work)?.key !== 'holder') return false;
  const value = said.join(':');
  return namesIn(value, work.rules.patterns).length > 0 || nameOf(value.replace(/[(,\t].*$/su, ''), work.rules.patterns) !== null;
}

/** A heading whose words are not known, yet whose lines below are of one section, ends the head. */
function opensBelowHead(line: Line, ahead: Neighbours['ahead'], reading: Reading): boolean {
  if (!looksLikeHeading(line) || line.text.split(/\s+/u).length > 9 || /[.;,]$/u.test(line.text) || numberOf(line)?.isBullet) return false;
  const below = ahead?.() ?? [];
  const isHeading = line.paragraph.look.outline !== null || numberOf(line) !== null;
  const isList = below.length > 1 && (isHeading || below.some((one) => numberOf(one) !== null));
  const hasCue = isHeading && below.length > 0 && sectionByCue(line.text, reading.work.rules) !== null;
  const isTold = hasCue || (isList && sectionOfLines(below, reading.work) !== null);
  if (!isTold && (below.length === 0 || !mayOpen(line, below, reading))) return false;
  openUnknown(line, below, reading);
  return true;
}

/** Whether the words of a heading and of the lines below it tell a section that a role has. */
function mayOpen(line: Line, below: readonly Line[], { work }: Reading): boolean {
  const guess = blockGuess(line.text, below, work);
  return work.draft.title !== null && guess !== null && !homeless.has(guess.key) && below.some(({ text }) => text.split(/\s+/u).length > 3);
}

/** Labels whose value may stand in the line below. */
const valuesBelow: ReadonlySet<string> = new Set([
  'reportsTo',
  'subordinates',
  'deputisedBy',
  'department',
  'grade',
  'hours',
  'place',
  'title',
]);

/** “Reports to” as a heading, with the post in the line below it. */
function takesValueBelow(line: Line, after: Line | null, work: Work): boolean {
  if (!after || !looksLikeHeading(line) || looksLikeHeading(after) || numberOf(after) !== null) return false;
  const [mine, theirs] = [line.paragraph.place.cells.length, after.paragraph.place.cells.length];
  if (mine > 0 || theirs > 0 || after.text.split(/\s+/u).length > 8 || /[.:]$/u.test(after.text)) return false;
  const found = labelIn(line.text, work);
  // ‘Functieomschrijving’ / ‘Functienaam : …’: what has a label of its own is no value of another.
  return found !== null && !isLabelled(after, work) && valuesBelow.has(found.key) && takeRequisite(line, after, found, work);
}

const isBlank = (text: string): boolean => /_{4,}|\.{6,}|…{3,}/u.test(text);

/** How many lines are looked at below a heading that is not known. */
const farAhead = 12;

/** The lines below a heading, up to the next line that looks like one. */
function linesBelow(blocks: readonly Block[], at: number): Line[] {
  const below: Line[] = [];
  for (const block of blocks.slice(at + 1, at + 1 + farAhead)) {
    const isHeading = block.kind === 'line' && looksLikeHeading(block.line) && !numberOf(block.line)?.isBullet;
    if (isHeading && below.length > 0) break;
    if (isHeading) continue;
    below.push(...(block.kind === 'line' ? [block.line] : linesIn(block)));
  }
  return below;
}

const linesIn = (table: TableBlock): Line[] => table.rows.flatMap((row) => row.flatMap(({ lines }) => lines));
const firstLine = (block: Block | undefined): Line | null => (block?.kind === 'table' ? (linesIn(block)[0] ?? null) : null);

/** A line of a table of contents: a field says so, or dots lead to a page. */
const isContents = ({ paragraph, text }: Line): boolean =>
  /^(?:toc|contents|оглавление|inhopg)/iu.test(paragraph.look.style) ||
  paragraph.spans.some(({ field, control }) => field === 'TOC' || control?.sort === 'contents') ||
  /\.{4,}\s*\d+$/u.test(text);

/** A list of duties without a heading above it. */
const startsDuties = (line: Line, after: Line | null, work: Work): boolean =>
  line.paragraph.number !== null && after?.paragraph.number !== undefined && startsWithVerb(line.text, work);

/** Heads and feet of pages, notes and comments. */
export function readAround(read: WordText, work: Work): void {
  for (const area of ['header', 'footer'] as const)
    for (const line of areaLines(read, area)) {
      const isNumber = /^[\s\d/–—-]*$|^(?:\p{L}+\.?\s)?\d+(?:\s\p{L}+\s\d+)?$/u.test(line.text);
      work.ledger.leaveOut(line, isNumber ? 'page-number' : 'running');
    }
  for (const area of ['footnote', 'endnote'] as const)
    for (const line of areaLines(read, area)) work.ledger.give(line, { certainty: 'unplaced', why: { code: 'note', args: {} } });
  for (const line of areaLines(read, 'comment')) work.ledger.give(line, { certainty: 'unplaced', why: { code: 'comment', args: {} } });
}
