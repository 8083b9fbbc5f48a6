/**
 * Names of posts and departments in the Russian cases. A name is parted at its brackets, dashes, commas and conjunctions; of
 * each part that is another name of the same post the head changes, with what agrees with it.
 */
import { agreementOf, isAdjective } from './adjectives.js';
import { isOblique, namesPerson } from './endings.js';
import type { Likelihood } from './endings.js';
import { isAnimate } from './nouns.js';
import type { RussianCase } from './nouns.js';
import { coreOf, formOf, isAbbreviation, lastPart, readSegment } from './title-segment.js';
import type { Head, Piece, Segment } from './title-segment.js';
import { listed, titleWords } from './title-words.js';

export type { RussianCase } from './nouns.js';

/**
 * Declines a name of a post or a department given in the nominative. Abbreviations («и.о. директора», «зам. директора»),
 * words in Latin letters and other words without cases stay as they are.
 */
export const declinePhrase = (title: string, wanted: RussianCase): string =>
  wanted === 'nominative' ? title : declensionOf(title).inCase(wanted);

/** A name in all cases. */
export interface Declension {
  inCase(wanted: RussianCase): string;
  /** Whether the forms follow from rules and known words; otherwise some are guessed, and whoever prints them should ask. */
  readonly isCertain: boolean;
}

export function declensionOf(title: string): Declension {
  if (isShouted(title)) {
    const { inCase, isCertain } = declensionOf(title.toLowerCase());
    return { inCase: (wanted) => (wanted === 'nominative' ? title : inCase(wanted).toUpperCase()), isCertain };
  }
  const { pieces, isCertain } = reading(title);
  return {
    inCase: (wanted) => (wanted === 'nominative' ? title : pieces.map((piece) => formOf(piece, wanted)).join('')),
    isCertain,
  };
}

function reading(title: string): Pick<Segment, 'pieces' | 'isCertain'> {
  const [{ text: opening }, ...more] = partsOf(title);
  const first = readSegment(opening, animateBehind(opening, more));
  const read: Piece[] = [...first.pieces];
  let { isCertain } = first;
  // What a part may belong to: the names so far, and whether the last of them still waits for what a preposition governs.
  let before = { text: opening, head: first.head };
  for (const { sign, text } of more) {
    read.push(sign);
    const another = isAnother(text, sign, before, first.head);
    const part = another === 'no' ? null : readSegment(text);
    isCertain &&= another !== 'perhaps' && (part?.isCertain ?? true);
    read.push(...(part?.pieces ?? [text]));
    before = part ? { text, head: part.head } : { text: `${before.text}${sign}${text}`, head: null };
  }
  return { pieces: read, isCertain };
}

interface Part {
  /** What parts it from the one before. */
  readonly sign: string;
  text: string;
}

const sign = String.raw`\s+[–—-]\s+|\s*\(|\)\s*|[,;]\s+|\s+(?:и|или)\s+|\s+[/+&]\s+|(?<=\s[^\s/]+)\/(?=\p{L}{3})`;
const pieces = new RegExp(`(?<quoted>«[^»]*»|"[^"]*")|(?<sign>${sign})|.`, 'gsu');

/**
 * A title at its brackets, dashes, commas and conjunctions: «врач общей практики (семейный врач)», «директор, член
 * правления», «заместитель директора – главный инженер». What stands in quotes is a name and is not parted.
 */
function partsOf(title: string): [Part, ...Part[]] {
  const parts: [Part, ...Part[]] = [{ sign: '', text: '' }];
  for (const { 0: piece, groups } of title.matchAll(pieces)) {
    if (groups?.sign !== undefined) parts.push({ sign: piece, text: '' });
    else (parts.at(-1) ?? parts[0]).text += piece;
  }
  return parts;
}

/** A comma or a conjunction, which may also part what a preposition governs: «ответственный за учёт и монитор». */
const joins = (sign: string): boolean => /[,;и+&]/u.test(sign);
const takesAccusative = (text: string): boolean => /\s(?:за|на|в|во|про|через)\s/u.test(text);

/** Whether a part is another name of the post, or an adjective of it: «(шеф-повар)», «(ведущий)», but not «(участка, цеха)». */
function isAnother(text: string, sign: string, before: { text: string; head: Head | null }, first: Head | null): Likelihood {
  // «Маркетинг и продажи», «технический и торговый отдел»: what is joined to the head of a department has its case.
  if (joins(sign) && before.head?.isLast && (!before.head.isPerson || before.head.isAdjective)) return beginsOblique(text) ? 'no' : 'yes';
  const named = namesHead(text, first);
  return joins(sign) && takesAccusative(before.text) ? 'no' : named;
}

const beginsOblique = (text: string): boolean => /^[\d№]/u.test(text) || text === '';

function namesHead(text: string, first: Head | null): Likelihood {
  const words = text.split(/\s+/u).map(coreOf);
  const [opening = ''] = words;
  const full = text.split(/\s+/u)[0] ?? '';
  if (isAbbreviation(full)) {
    const isAdjectival = titleWords().abbreviatedAdjectives.has(listed(full.replace(/\.$/u, '')));
    return isAdjectival && words.length > 1 ? namesHead(words.slice(1).join(' '), first) : 'no';
  }
  // «Уборщик(-ца)».
  if (opening.startsWith('-')) return /^-[чщн]?и?[цк]а$/u.test(opening) ? 'yes' : 'perhaps';
  if (isAdjective(opening)) return adjectiveNames(text, opening, first);
  const parts = opening.split(/[-–/]/u);
  const named = parts.some((part) => namesPerson(part) === 'yes') ? 'yes' : namesPerson(lastPart(opening));
  if (named === 'yes') return 'yes';
  // «(Краснодар)», «(опт)»: places and remarks.
  if (named === 'perhaps') return /^[А-ЯЁ]/u.test(opening) && first !== null && /^[а-яё]/u.test(first.word) ? 'no' : 'perhaps';
  return 'no';
}

function adjectiveNames(text: string, opening: string, first: Head | null): Likelihood {
  if (!/(?:[ыио]й|[ая]я)(?:ся)?$/u.test(opening.toLowerCase())) return 'no';
  const { head, isCertain } = readSegment(text);
  if (head === null || !agreesWith(opening, head)) return 'no';
  if (!head.isAdjective) return head.isPerson ? (isCertain ? 'yes' : 'perhaps') : 'no';
  const isStressed = !opening.endsWith('ой') || titleWords().adjectivesInOy.has(listed(opening));
  const agrees = isStressed && first !== null && first.genders.includes(agreementOf(opening));
  // «Слесарь (занятый на ремонте котлов)»: a participle takes what it governs along.
  return agrees && (head.isLast || participle.test(opening.toLowerCase()) || titleWords().headsLikeAdjectives.has(listed(head.word)))
    ? 'yes'
    : 'no';
}

const participle = /(?:щ|вш|нн|т|м)[ыи]й(?:ся)?$|(?:щ|вш|нн|т|м)ая(?:ся)?$/u;

const agreesWith = (adjective: string, head: Head): boolean => head.genders.includes(agreementOf(adjective));

/** Of «технический и торговый отдел» the first part has no noun of its own. */
function animateBehind(opening: string, [next]: readonly Part[]): boolean | undefined {
  if (!next || !joins(next.sign) || !isAdjective(opening)) return undefined;
  const noun = next.text.split(/\s+/u).find((word) => !isAdjective(word) && !isOblique(word));
  return noun === undefined ? undefined : isAnimate(lastPart(coreOf(noun)));
}

/** Whether a title is set in capitals; a lone abbreviation (АХО, ОТК) is not. */
const isShouted = (title: string): boolean =>
  title === title.toUpperCase() && /[А-ЯЁ]{2}/u.test(title) && (/\s/u.test(title) || title.length > 5);
