/** Which section a heading opens, by its words, its look and its place among others. */
import { isShouted, looksLikeHeading, numberOf } from './lines.js';
import type { Line, LineNumber } from './lines.js';
import type { Nearest, Rules, Wording } from './rules.js';
import { headsProhibitions } from './prohibitions.js';
import { requirementKinds, weakKeys } from './section-keys.js';
import { hasWords, levelled, wordsOf } from './words.js';

export interface HeadingFound {
  readonly key: string;
  /** The wording that it was known by. */
  readonly shown: string;
  readonly isExact: boolean;
  /** It forbids what stands below it. */
  readonly isForbidden?: boolean;
  /** What stands behind it in the same line. */
  readonly rest: { readonly from: number } | null;
}

/** What stands around a line. */
export interface Neighbours {
  readonly before: Line | null;
  readonly after: Line | null;
  /** The lines that follow, up to the next that looks like a heading. */
  readonly ahead?: () => readonly Line[];
}

/** From which share of common words on a line is a heading: with all words of a known one, or with most. */
const enough = 0.66;
const close = 0.8;
/** A wording of one word alone is contained in headings about many things: «Kwaliteit en ontwikkeling». */
const isTelling = ({ wording, share, isContained }: Nearest): boolean =>
  share >= (isContained && wording.stems.length > 1 ? enough : close);

export function headingIn(line: Line, around: Neighbours, rules: Rules, titleStems: ReadonlySet<string>): HeadingFound | null {
  const { text } = line;
  if (text.length > 140 || /[;,]$/u.test(text) || !hasWords(text)) return null;
  const number = numberOf(line);
  const looks = looksLikeHeading(line);
  if (number?.isBullet && !looks) return null;
  // «1 Общие положения»: a number that no sign ends.
  const bare = text
    .replace(/^(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\s)+/u, '')
    .replace(rules.patterns.sectionStart, '')
    .replace(/^\d{1,2}\s+(?=\p{Lu})/u, '');
  if ((looks || text.endsWith(':')) && headsProhibitions(bare, rules))
    return { key: 'limits', shown: bare.replace(/[\s:：]+$/u, ''), isExact: true, rest: null, isForbidden: true };
  const exact = exactly(bare, rules) ?? exactly(bare.replace(/\s*\([^()]*\)/gu, ''), rules);
  if (exact && (looks || !isListItem(line, around))) return { key: exact.key, shown: exact.shown, isExact: true, rest: null };
  const isPlainName = number === null && /^\p{Lu}/u.test(text) && !/[.!?;]$/u.test(text) && text.split(/\s+/u).length <= 5;
  if (!looks && !text.endsWith(':') && !isPlainName && !(number && number.depth === 1 && !isListItem(line, around) && text.length < 80))
    return null;
  if (text.split(/\s+/u).length > 10 || (!looks && text.endsWith('.'))) return null;
  const near = rules.headings.nearest(bare, titleStems);
  const isKnown =
    near && (looks || !isPlainName || text.endsWith(':') ? isTelling(near) : near.share === 1 && near.wording.stems.length > 1);
  if (near && isKnown) return { ...ofNearest(near, bare, rules), shown: near.wording.shown, rest: null };
  const first = looks || !isPlainName || text.endsWith(':') ? composed(bare, rules) : undefined;
  if (first) return { key: first.key, shown: first.shown, isExact: true, rest: null };
  return null;
}

/** What a heading is that resembles a known one: words that it has besides may say otherwise. */
function ofNearest({ wording, share }: Nearest, text: string, rules: Rules): Pick<HeadingFound, 'key' | 'isExact'> {
  if (share > 0.95) return { key: wording.key, isExact: true };
  // «Требования к знаниям и опыту» are of more than one sort.
  const isJoined = wordsOf(text).some((word) => rules.words.joints.includes(word));
  if (isJoined && requirementKinds.has(wording.key)) return { key: 'requirements', isExact: false };
  const cue = isJoined ? null : sectionByCue(text, rules);
  return { key: cue !== null && weakKeys.has(wording.key) && !weakKeys.has(cue) ? cue : wording.key, isExact: false };
}

/** “How we will know that it works”: the section whose headings have a word that others have not. */
export function sectionByCue(text: string, { patterns }: Rules): string | null {
  const level = levelled(text);
  return patterns.headingCues.find(([cues]) => cues.in(level) !== null)?.[1] ?? null;
}

const exactly = (text: string, rules: Rules): Wording | undefined => rules.headings.exact(text)[0];

/** “Essential functions / performance responsibilities”, «Ответственность и оценка»: the first part that is known says what follows. */
function composed(text: string, rules: Rules): Wording | undefined {
  const parts = text.split(rules.patterns.headingJoint);
  return parts.length < 2 ? undefined : parts.map((part) => exactly(part, rules)).find((one) => one !== undefined);
}

/** ‘Operationeel’, ‘Fysiek’: a few words without a stop between sentences that have one. */
export const namesWhatFollows = (line: Line, { before, after }: Neighbours): boolean =>
  numberOf(line) === null &&
  after !== null &&
  numberOf(after) === null &&
  /^\p{Lu}[^.,;:!?\d]*$/u.test(line.text) &&
  line.text.split(/\s+/u).length <= 4 &&
  (before === null || /[.;:]$/u.test(before.text) || looksLikeHeading(before)) &&
  /[.;]$/u.test(after.text) &&
  after.text.split(/\s+/u).length > 4;

/** A line among others that are numbered or dotted in the same way is an item, and no heading. */
function isListItem(line: Line, { before, after }: Neighbours): boolean {
  const own = signature(line);
  return (
    own !== null &&
    ((after !== null && signature(after) === own) ||
      (before !== null && signature(before) === own && (after === null || signature(after) === null)))
  );
}

/** Lines of one level of one list have the same one; null for what has no number. */
export function signature(line: Line): string | null {
  const number = numberOf(line);
  if (!number) return null;
  const { paragraph } = line;
  return [
    paragraph.number?.list ?? 'typed',
    number.isBullet ? 'bullet' : 'number',
    number.level,
    number.depth,
    paragraph.number
      ? ''
      : number.shown
          .replace(/\p{Ll}+/gu, 'a')
          .replace(/\p{Lu}+/gu, 'A')
          .replace(/\p{N}+/gu, '1'),
  ].join('|');
}

/** In a row that begins with the heading, all other cells belong to it. */
function isBeside(line: Line, opener: Line): boolean {
  const [mine] = line.paragraph.place.cells;
  const [theirs] = opener.paragraph.place.cells;
  return mine?.table === theirs?.table && mine?.row === theirs?.row && (mine?.column ?? 0) > (theirs?.column ?? 0);
}

/** Whether a heading stands below the one that opened the section: deeper in numbers or in outline, or plainer. */
export function isBelow(line: Line, opener: Line): boolean {
  if (isBeside(line, opener)) return true;
  const [own, other] = [numberOf(line), numberOf(opener)];
  if (own && other && !own.isBullet && !other.isBullet && own.depth !== other.depth) return own.depth > other.depth;
  const [mine, theirs] = [line.paragraph.look, opener.paragraph.look];
  if (mine.outline !== null && theirs.outline !== null) return mine.outline > theirs.outline;
  if (theirs.outline !== null) return true;
  if (mine.outline !== null) return false;
  if (other && !other.isBullet && !own) return !isShouted(line.text) && mine.bold !== 'all';
  if (own && isLetter(own) && !(other && isLetter(other))) return true;
  if (isShouted(opener.text) !== isShouted(line.text)) return isShouted(opener.text);
  if ((theirs.bold === 'all') !== (mine.bold === 'all')) return theirs.bold === 'all';
  if (Math.round(theirs.size) !== Math.round(mine.size)) return theirs.size > mine.size;
  return theirs.underlined === 'all' && mine.underlined !== 'all';
}

/** «А.», “B)”: a letter that is no Roman number. */
const isLetter = ({ shown, isBullet }: LineNumber): boolean => !isBullet && /^\(?\p{L}[.)]?$/u.test(shown) && !/[IVXІХ]/u.test(shown);
