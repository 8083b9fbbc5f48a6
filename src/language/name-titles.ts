/**
 * Titles before a name and what stands behind it: “Dr. Jane Smith”, “ir. J. de Vries MSc”, “John Smith Jr.”, «Иванов И.И.,
 * к.э.н.». They are parted off where a name is read, and printed where the language has them.
 */
import { ownText } from '../packages/installed.js';

export interface PartedName {
  /** The name without them, with the commas that are left. */
  readonly name: string;
  readonly title: string | null;
  readonly suffix: string | null;
}

/** `locales/name-titles.json`. */
interface Titles {
  readonly before: { readonly titles: readonly string[]; readonly men: readonly string[]; readonly women: readonly string[] };
  readonly behind: { readonly titles: readonly string[]; readonly capitals: readonly string[] };
}

interface Known {
  readonly before: ReadonlySet<string>;
  /** As they are compared, with the printed form. */
  readonly plainBefore: ReadonlyMap<string, string>;
  readonly plainBehind: ReadonlyMap<string, string>;
  readonly capitals: ReadonlySet<string>;
  readonly men: ReadonlySet<string>;
  readonly women: ReadonlySet<string>;
}

let loaded: Known | undefined;

function known(): Known {
  if (!loaded) {
    const { before, behind } = JSON.parse(ownText('locales/name-titles.json')) as Titles;
    const all = [...before.titles, ...before.men, ...before.women];
    const byPlain = (titles: readonly string[]): ReadonlyMap<string, string> =>
      new Map(titles.toReversed().map((one) => [plain(one), one]));
    loaded = {
      before: new Set(all),
      plainBefore: byPlain(all),
      plainBehind: byPlain(behind.titles),
      capitals: new Set(behind.capitals),
      men: new Set(before.men.map(plain)),
      women: new Set(before.women.map(plain)),
    };
  }
  return loaded;
}

const plain = (text: string): string => text.toLowerCase().replace(/[.\s-]/gu, '');

/** «к.э.н.», «д. ф.-м. н.», «канд. экон. наук», «доктор технических наук». */
const degree = String.raw`(?:[кд]\.\s?(?:\p{Ll}{1,7}\.?[-\s]?){1,3}н\.|(?:канд\.|докт\.|кандидат|доктор)\s(?:\p{Ll}{1,20}[.-]?\s?){1,3}наук)`;
const degreeAtStart = new RegExp(`^${degree}(?=$|\\s)`, 'iu');
const degreeAtEnd = new RegExp(`(?<=^|\\s)${degree}$`, 'iu');

/** “M.R. Jansen” and “Smith, J.R.” have initials, and in “dr. S. Jansen” one stands behind the title; none is “mr.”, “Jr.” or “drs.”. */
const holdsInitials = (text: string): boolean => /^(?:\p{Lu}\.\s?){1,2}$|\s\p{Lu}\.$/u.test(text);

/** Lists in capitals only do not tell a title from a name by its letters. */
type Find = (text: string, shouted: boolean) => string | null;

const titleAtStart: Find = (text, shouted) => {
  const words = text.split(' ');
  const [first = ''] = words;
  const isTitle = (one: string): boolean =>
    known().before.has(one) || ((shouted || one.endsWith('.')) && !holdsInitials(one) && known().plainBefore.has(plain(one)));
  return degreeAtStart.exec(text)?.[0] ?? [words.slice(0, 2).join(' '), first].find(isTitle) ?? null;
};

const titleAtEnd: Find = (text, shouted) => {
  const words = text.split(' ');
  const last = words.at(-1) ?? '';
  const isTitle = (one: string): boolean =>
    (known().plainBehind.has(plain(one)) && !holdsInitials(one)) || (!shouted && known().capitals.has(one));
  return degreeAtEnd.exec(text)?.[0] ?? [words.slice(-2).join(' '), last].find(isTitle) ?? null;
};

/** Letters that are nobody’s name: “FRSA”, “CIPD Level 7”. Two capitals may be initials. */
const looksLikeLetters = (text: string): boolean =>
  /\p{Lu}{3}/u.test(text) && text.split(' ').every((word) => /^(?:\p{L}*\p{Lu}{2}[\p{L}-]*|\p{Lu}\p{Ll}+\.?|\d+)$/u.test(word));

/** Parts a name as it is written: of each piece between commas what stands before and behind it; a name is left. */
export function partedName(written: string): PartedName {
  const shouted = written === written.toUpperCase() && written !== written.toLowerCase();
  /** With the piece that each stood in. */
  const titles: { readonly title: string; readonly at: number }[] = [];
  const suffixes: string[] = [];
  const parts: string[] = [];
  const pieces = written.split(',').map((one) => one.trim());
  for (const [at, piece] of pieces.entries()) {
    let rest = piece;
    // A piece among others may be a title and nothing else.
    const mayVanish = pieces.length > 1;
    const taken = (title: string | null): title is string => title !== null && (mayVanish || title.length < rest.length);
    for (let title = titleAtStart(rest, shouted); taken(title); title = titleAtStart(rest, shouted)) {
      titles.push({ title: shouted ? (known().plainBefore.get(plain(title)) ?? title) : title, at });
      rest = rest.slice(title.length).trim();
    }
    const behind: string[] = [];
    for (let title = titleAtEnd(rest, shouted); taken(title); title = titleAtEnd(rest, shouted)) {
      behind.unshift(shouted ? (known().plainBehind.get(plain(title)) ?? title) : title);
      rest = rest.slice(0, rest.length - title.length).trim();
    }
    const isUnknownTitle = !shouted && at > 0 && parts[0]?.includes(' ') === true && looksLikeLetters(rest);
    suffixes.push(...(isUnknownTitle ? [rest] : []), ...behind);
    if (!isUnknownTitle && (rest !== '' || piece === '')) parts.push(rest);
  }
  // Russian degrees stand before the name wherever the list has them.
  const isBefore = (text: string): boolean => degreeAtStart.test(text);
  const before = [...titles, ...suffixes.filter(isBefore).map((title) => ({ title, at: pieces.length }))];
  return {
    name: parts.join(', '),
    title: before.map(({ title, at }, place) => between(before[place - 1], { title, at }) + title).join('') || null,
    suffix: suffixes.filter((one) => !isBefore(one)).join(' ') || null,
  };
}

/** Russian titles of several kinds have a comma between them, as the list has it: «к.т.н., доцент». */
function between(former: { title: string; at: number } | undefined, { title, at }: { title: string; at: number }): string {
  if (!former) return '';
  return former.at !== at && /\p{Script=Cyrillic}/u.test(title) ? ', ' : ' ';
}

/** The gender that a form of address tells: Mr, mevr., г-жа. The Dutch “mr.” is a lawyer. */
export function genderOfTitle(title: string): 'male' | 'female' | null {
  const words = title.split(' ').filter((word) => word !== 'mr.' && word !== 'mr');
  const all = [...words, words.slice(0, 2).join(' ')].map(plain);
  if (all.some((one) => known().men.has(one))) return 'male';
  return all.some((one) => known().women.has(one)) ? 'female' : null;
}
