/** Lines one behind the other: headings open sections, leads narrow them, and every other line becomes what its section is made of. */
import { headsDuties, openGroup, takeLabelledOfArea } from './duties-section.js';
import { sectionOfHeading, sectionOfLines } from './by-content.js';
import type { HeadingGuess } from './by-content.js';
import { areAlike, blockGuess, isWeighed } from './guessing.js';
import { headingIn, isBelow, signature } from './headings.js';
import type { HeadingFound, Neighbours } from './headings.js';
import { leadCue, leadsOutOfDuties, takeLead, widen } from './leads.js';
import { looksLikeHeading, numberOf } from './lines.js';
import type { Line } from './lines.js';
import type { Parent, Reading } from './reading.js';
import { requirementKind } from './requirement.js';
import type { RequirementKind } from './requirement.js';
import { guessedRunIn, runInOf, wordingOf } from './run-in.js';
import { areDuties, homeless, requirementKeys, requirementKinds } from './section-keys.js';
import { takeEntry } from './section-lines.js';
import { hasWords } from './words.js';

/** The heading that a line is here; null where it is none, or one among duties. */
export function headingOf(line: Line, around: Neighbours, reading: Reading): HeadingFound | null {
  const { section, work, titleStems } = reading;
  const first = headingIn(line, around, work.rules, titleStems);
  const other = first?.isExact && first.key === 'duties' ? wordingOf(first.shown, reading) : undefined;
  const found = first && other ? { ...first, key: other.key, shown: other.shown } : first;
  if (found && line.text.endsWith(':') && (!found.isExact || (numberOf(line)?.depth ?? 0) > 1) && leadCue(line.text, reading)) return null;
  if (!found || !section) return found;
  // «Kwaliteit» among areas of duties is one of them, though “kwaliteiten” are asked of people.
  const isOnlyAlike = (requirementKeys.has(found.key) || homeless.has(found.key)) && work.rules.headings.exact(line.text).length === 0;
  if (areDuties(section.key) && isOnlyAlike && sectionOfLines(around.ahead?.() ?? [], work) === 'duties') return null;
  const below = isBelow(line, section.opener);
  if (areDuties(section.key) && below && found.key !== 'rights' && !(found.key === 'limits' && found.isExact)) return null;
  return section.key === 'procedures' && below ? null : found;
}

/** Takes a line of the body: a heading, what begins in one, or a line of the open section. */
export function takeLine(line: Line, around: Neighbours, reading: Reading): void {
  const heading = headingOf(line, around, reading);
  if (heading) return openSection(line, settled({ ...heading, text: line.text }, around.ahead?.() ?? [], reading), reading);
  const runIn = runInOf(line, reading);
  if (runIn) {
    const { section, kind, desirable, group } = reading;
    openSection(runIn.head, runIn.found, reading);
    takeInside({ ...runIn.rest, isFirst: false }, around, reading);
    // Of an item the heading goes no further than its line.
    if (numberOf(line)?.isBullet) Object.assign(reading, { section, kind, desirable, group });
    return;
  }
  const guess = guessedRunIn(line, reading);
  if (guess) {
    openSection(guess.head, { ...guess.found, code: 'heading-guess', words: guess.words }, reading);
    return takeInside({ ...guess.rest, isFirst: false }, around, reading);
  }
  if (!takeUnknownHeading(line, around, reading)) takeInside(line, around, reading);
}

/** “Other” names no section: where duties stand below it, it is of these. Nor does what only resembles a heading without a home. */
export function settled<T extends { readonly key: string; readonly text: string; readonly isExact?: boolean }>(
  heading: T,
  below: readonly Line[],
  { work }: Reading,
): T {
  const guess = heading.isExact === false && isWeighed(heading.key) ? blockGuess(heading.text, below, work) : null;
  // “What’s on you if it goes wrong” has most words of “What’s in it for you”; the lines below it say that it is none.
  if (guess?.isSure && !homeless.has(guess.key) && !areAlike(guess.key, heading.key))
    return { ...heading, key: guess.key, code: 'heading-guess', words: guess.words };
  if (heading.isExact === false && homeless.has(heading.key) && below.length > 1) {
    const content = sectionOfLines(below, work);
    if (content !== null && content !== 'duties') return { ...heading, key: content };
  }
  // «Во время» has most words of «Во время отсутствия», and what is done stands below it.
  if (heading.isExact === false && heading.key === 'deputising' && below.length > 1 && sectionOfLines(below, work) === 'duties')
    return { ...heading, key: 'duties' };
  // “Safety responsibilities” above verbs are duties; liability names what one answers for.
  const areVerbs = below.length > 0 && sectionOfLines(below, work) === 'duties';
  if (heading.isExact === false && heading.key === 'responsibility' && areVerbs && blockGuess(null, below, work)?.key !== 'responsibility')
    return { ...heading, key: 'duties' };
  const isVague = heading.key === 'extra' || heading.key === 'final';
  const areActions =
    isVague && sectionOfLines(below, work) === 'duties' && below.every(({ text }) => requirementKind(text, work.rules) === null);
  return areActions ? { ...heading, key: 'marginal' } : heading;
}

/** A heading, and what told it where its words are not known. */
type SectionFound = Omit<HeadingFound, 'rest'> & {
  readonly code?: HeadingGuess['code'];
  readonly words?: readonly string[];
};

/** Opens a section by a heading: in a line, a cell or a label. */
export function openSection(line: Line, { key, shown, isExact, code, words, isForbidden }: SectionFound, reading: Reading): void {
  reading.parent = null;
  reading.narrowed = null;
  const usual = code === undefined ? shown : String(reading.work.rules.words.headings[key]?.[0] ?? shown);
  const why = {
    code: code ?? (isExact ? ('heading' as const) : ('heading-near' as const)),
    args: { heading: usual, ...(words && { words: words.join(', ') }) },
  };
  reading.work.ledger.give(line, { certainty: isExact ? 'mapped' : 'guessed', why });
  const isAmongRequirements = reading.section !== null && requirementKeys.has(reading.section.key);
  if (key === 'desirable' || key === 'essential') {
    if (!isAmongRequirements) reading.section = { key: 'requirements', shown, opener: line, isExact };
    reading.desirable = key === 'desirable';
    reading.wish = line;
    reading.kind = null;
    return;
  }
  // A heading of the level of “Desirable” ends what is desirable; one below it does not.
  if (!isAmongRequirements || !requirementKeys.has(key) || (reading.wish && !isBelow(line, reading.wish))) reading.desirable = null;
  reading.kind = requirementKinds.has(key) ? (key as RequirementKind) : null;
  const { section } = reading;
  reading.outer = section && areDuties(section.key) && key === 'limits' && isBelow(line, section.opener) ? section : null;
  reading.group = null;
  reading.isMarginal = key === 'marginal';
  reading.section = { key, shown, opener: line, isExact, ...(isForbidden && { isForbidden }) };
  reading.hasOpened = true;
}

/**
 * A line that looks like the headings before it and whose words are not known: among duties it heads an area; elsewhere it opens the
 * section of which its words or the lines below it are, or one without a home.
 */
function takeUnknownHeading(line: Line, { before, after, ahead }: Neighbours, reading: Reading): boolean {
  const { section, work } = reading;
  if (!section || !looksLikeHeading(line) || line.text.length > 90 || numberOf(line)?.isBullet) return false;
  if (/[.;,]$/u.test(line.text) || line.text.split(/\s+/u).length > 9 || !hasWords(line.text)) return false;
  if (reading.outer && isBelow(line, reading.outer.opener)) {
    Object.assign(reading, { section: reading.outer, outer: null, kind: null, desirable: null });
    openGroup(line, reading);
    return true;
  }
  const led = areDuties(section.key) && /[:：]$/u.test(line.text) ? leadCue(line.text.replace(/[\s:：]+$/u, ''), reading) : null;
  if (led && led.key !== 'duties' && leadsOutOfDuties.has(led.key) && !isBelow(line, section.opener)) {
    openSection(line, { key: led.key, shown: led.phrase, isExact: false }, reading);
    return true;
  }
  const isPeer = arePeers(line, section.opener);
  const isFirst = before !== null && before.piece === section.opener.piece;
  const isAlike = isPeer || (looksTheSame(line, section.opener) && isOfOther(line, ahead?.() ?? [], reading));
  if (areDuties(section.key) && !isFirst && leavesDuties(line, ahead?.() ?? [], reading)) {
    openUnknown(line, ahead?.() ?? [], reading);
    return true;
  }
  if (areDuties(section.key) && (isFirst || isBelow(line, section.opener) || (!isAlike && headsDuties(reading, after)))) {
    openGroup(line, reading);
    return true;
  }
  const { bold, outline } = line.paragraph.look;
  if (bold !== 'all' && outline === null && !isInCapitals(line) && !areUnderlined(line, section.opener)) return false;
  if (isBelow(line, section.opener) && !homeless.has(section.key) && section.key !== 'unknown') {
    if (!requirementKeys.has(section.key)) return false;
    reading.kind = requirementKind(line.text, work.rules)?.kind ?? null;
    work.ledger.give(line, { certainty: 'guessed', why: { code: 'group', args: {} } });
    return true;
  }
  if (section.key === 'unknown' && isBelow(line, section.opener)) {
    work.ledger.give(line, { certainty: 'unplaced', why: { code: 'unknown-heading', args: { heading: line.text } } });
    return true;
  }
  openUnknown(line, ahead?.() ?? [], reading);
  return true;
}

/** Whether a heading in the look of the areas of duties has lines below it that are clearly of another section. */
function leavesDuties(line: Line, below: readonly Line[], { work }: Reading): boolean {
  const guess = blockGuess(line.text, below, work);
  if (!guess?.isSure || homeless.has(guess.key) || areDuties(guess.key) || guess.key === 'purpose') return false;
  return sectionOfLines(below, work) !== 'duties' && blockGuess(null, below, work)?.key === guess.key;
}

/** Headings of one level: of one outline, or numbered in the same way. */
function arePeers(line: Line, opener: Line): boolean {
  const { outline } = line.paragraph.look;
  const own = signature(line);
  return (
    (outline !== null && outline === opener.paragraph.look.outline) ||
    (own !== null && own === signature(opener) && !numberOf(line)?.isBullet)
  );
}

function looksTheSame(line: Line, opener: Line): boolean {
  const [mine, theirs] = [line.paragraph.look, opener.paragraph.look];
  return (
    mine.bold === theirs.bold &&
    mine.size === theirs.size &&
    mine.underlined === theirs.underlined &&
    numberOf(line) === null &&
    numberOf(opener) === null
  );
}

/** In a file that underlines its headings. */
const areUnderlined = (line: Line, opener: Line): boolean =>
  line.paragraph.look.underlined === 'all' && opener.paragraph.look.underlined === 'all' && looksTheSame(line, opener);

/** Among duties in their areas: whether a heading and the lines below it are of another section. */
function isOfOther(line: Line, below: readonly Line[], { work }: Reading): boolean {
  const content = sectionOfLines(below, work);
  const found = sectionOfHeading(line.text, below, work);
  return content !== 'duties' && found !== null && !areDuties(found.key);
}

/** Opens the section of which the words of a heading are, or the lines below it. */
export function openUnknown(line: Line, below: readonly Line[], reading: Reading): void {
  const { work } = reading;
  const shown = line.text.replace(/[\s:]+$/u, '');
  const found = sectionOfHeading(shown, below, work);
  if (found && areDuties(found.key) && areDuties(reading.section?.key ?? null)) return openGroup(line, reading);
  if (found) return openSection(line, { ...found, shown, isExact: false }, reading);
  Object.assign(reading, { kind: null, desirable: null, group: null, parent: null, narrowed: null, outer: null });
  reading.section = { key: 'unknown', shown: line.text, opener: line, isExact: false };
  work.ledger.give(line, { certainty: 'unplaced', why: { code: 'unknown-heading', args: { heading: line.text } } });
}

const isInCapitals = ({ text }: Line): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);

function takeInside(line: Line, around: Neighbours, reading: Reading): void {
  if (!hasWords(line.text)) return reading.work.ledger.leaveOut(line, 'blank');
  if (reading.parent && isDeeper(line, reading.parent)) return reading.parent.items(line);
  reading.parent = null;
  widen(line, reading);
  if (takeLabelledOfArea(line, reading)) return;
  if (takeLead(line, around, reading, (part) => takeEntry(part, around, reading))) return;
  takeEntry(line, around, reading);
}

function isDeeper(line: Line, parent: Parent): boolean {
  const own = signature(line);
  if (own === null && parent.first !== null) return false;
  if (own === parent.own && parent.own !== null) return false;
  // A list within the list goes to the entry above it; a number of another sort that is no deeper ends it.
  if (parent.first !== null) return own === parent.first;
  const [mine, theirs] = [numberOf(line), numberOf(parent.line)];
  // «1)» and «1.» stand below «10.4.», though they have fewer numbers; «11.» ends it.
  if (mine && theirs && !mine.isBullet && !theirs.isBullet && mine.depth < theirs.depth && !/^[1aаi][.)]?$/iu.test(mine.shown))
    return false;
  parent.first = own;
  return true;
}
