/** Inline content as a row of atoms: the smallest things that a line takes whole, with their widths. */
import { plainText, text } from '../document/document.js';
import type { Checkbox, Field, Inline, Text } from '../document/document.js';
import type { FontFamily } from '../theme/theme.js';
import type { Face, FaceStyle } from './fonts.js';
import { divisions } from '../language/hyphenation.js';
import { mm } from './page.js';
import { reportMissing } from './room.js';
import type { Room } from './room.js';
import { element } from './structure.js';
import type { Element } from './structure.js';

export interface Lettering {
  family: FontFamily;
  /** pt */
  size: number;
  bold: boolean;
  /** Six hexadecimal digits. */
  color: string;
}

/**
 * Whether a line may end after an atom.
 * - `space`: freely, the space itself is not counted
 * - `joint`: after the hyphen of a compound, after a slash
 * - `hyphen`: a hyphen is printed
 * - `anywhere`: inside a word that is longer than a line
 * - `forced`: always
 */
export type Ending = 'never' | 'space' | 'joint' | 'hyphen' | 'anywhere' | 'forced';

export interface Atom {
  /** The characters to print; for a blank, none. */
  text: string;
  /** pt; of a blank that fills the line, the least width. */
  width: number;
  face: Face;
  mark: Element;
  /** Widened when the line is justified. */
  space: boolean;
  ending: Ending;
  blank: Field | Checkbox | null;
}

/** How much of a line a blank of no fixed width needs at least, mm. */
const leastBlank = 25;

/** A ticked box is as high as a capital letter, and a little more. */
export const checkboxSide = (face: Face, size: number): number => face.capHeight * size * 1.12;

export const fills = (atom: Atom): boolean => atom.blank?.type === 'field' && atom.blank.width === 0 && atom.blank.pattern === undefined;

/**
 * The atoms of inline content that belongs to the element `mark`; none is wider than `widest` points. Blanks become
 * elements inside `mark`; characters without a glyph are noted in the setting.
 */
export function atomsOf(content: readonly Inline[], lettering: Lettering, mark: Element, room: Room, widest: number): Atom[] {
  const atoms: Atom[] = [];
  const plain = faceOf(room, lettering, false, false);
  for (const [index, inline] of content.entries()) {
    switch (inline.type) {
      case 'text': {
        const own = inline.expansion === undefined ? mark : element('Span', mark, { expansion: inline.expansion });
        addWords(atoms, inline, content, lettering, own, room, widest, {
          before: endOf(content[index - 1]),
          behind: startOf(content[index + 1]),
        });
        break;
      }
      case 'field': {
        const form = element('Form', mark, { alt: inline.label, blank: 'text' });
        if (inline.pattern !== undefined) {
          addPattern(atoms, inline, inline.pattern, lettering, form, room, widest);
          break;
        }
        const width = Math.min(widest, mm(inline.width === 0 ? leastBlank : inline.width));
        atoms.push({ text: '', width, face: plain, mark: form, space: false, ending: 'never', blank: inline });
        break;
      }
      case 'checkbox': {
        const width = Math.min(widest, checkboxSide(plain, lettering.size) * 1.2);
        const form = element('Form', mark, { alt: inline.label, blank: inline.checked ? 'ticked' : 'unticked' });
        atoms.push({ text: '', width, face: plain, mark: form, space: false, ending: 'never', blank: inline });
        break;
      }
      case 'break':
        // The space is not seen; it parts the words for those who hear or copy the text.
        atoms.push({ text: ' ', width: 0, face: plain, mark, space: false, ending: 'forced', blank: null });
        break;
    }
  }
  return atoms;
}

/** A blank with a form of its own, such as «__» ________ 20__ г.: its underscores are lines to write on. */
function addPattern(atoms: Atom[], field: Field, pattern: string, lettering: Lettering, mark: Element, room: Room, widest: number): void {
  const face = faceOf(room, lettering, false, false);
  for (const part of pattern.split(/(_+)/u)) {
    if (part.startsWith('_')) {
      const width = Math.min(widest, face.measure(part).width * lettering.size);
      atoms.push({ text: '', width, face, mark, space: false, ending: 'never', blank: field });
    } else {
      addWords(atoms, text(part.replaceAll(' ', '\u00A0')), [text(pattern)], lettering, mark, room, widest, alone);
    }
  }
}

export function faceOf(room: Room, lettering: Lettering, strong: boolean, emphasis: boolean): Face {
  const bold = lettering.bold || strong;
  const style: FaceStyle = bold ? (emphasis ? 'bold-italic' : 'bold') : emphasis ? 'italic' : 'regular';
  return room.setting.fonts.face(lettering.family, style);
}

/** The letters of neighbouring runs that belong to the first and the last word of a run. */
interface Neighbours {
  before: string;
  behind: string;
}

const alone: Neighbours = { before: '', behind: '' };
/** More letters are never looked at. */
const glance = 3;
const endOf = (inline: Inline | undefined): string => (inline?.type === 'text' ? inline.value.slice(-glance) : '');
const startOf = (inline: Inline | undefined): string => (inline?.type === 'text' ? inline.value.slice(0, glance) : '');

const pieces = /[ \t\r\n]+|\u00A0|[^ \t\r\n\u00A0]+/gu;
const special = /[-\u00AD\u200B\u2010\u2011\u2013\u2014\u2060\uFEFF/]/u;

/** A letter with the marks above and below it. */
const marked = /\P{M}?\p{M}*/gu;
/**
 * Characters that print nothing by themselves, such as one that asks for another form of the letter before it, but for
 * those that say where a line may end. Fonts have pictures of many of them, boxes and bars, for programs that show them.
 */
const unseen = /(?![\u00AD\u200B\u2060\uFEFF])\p{Default_Ignorable_Code_Point}/gu;
const lineEnds = /[\u00AD\u200B\u2060\uFEFF]/gu;

/** Words that stand on one line, in the characters that the face has glyphs for. */
export const onOneLine = (words: string, face: Face): string =>
  inGlyphs(words.replace(lineEnds, ''), face)
    .replaceAll('\u00A0', ' ')
    .replace(/[\u2010\u2011]/gu, '-');

/**
 * A word in the characters that the face has glyphs for: letters in one piece with their marks, where it has them so,
 * else as they were written, else in parts. What prints nothing is left out.
 */
function inGlyphs(word: string, face: Face): string {
  const known = word.replace(unseen, '');
  const composed = known.normalize('NFC');
  const has = (text: string): boolean => face.measure(text).missing.length === 0;
  if (has(composed)) return composed;
  return known.replace(marked, (letter) => [letter.normalize('NFC'), letter, letter.normalize('NFD')].find(has) ?? letter.normalize('NFC'));
}

function addWords(
  atoms: Atom[],
  inline: Text,
  content: readonly Inline[],
  lettering: Lettering,
  mark: Element,
  room: Room,
  widest: number,
  { before, behind }: Neighbours,
): void {
  const face = faceOf(room, lettering, inline.strong, inline.emphasis);
  const spaceWidth = face.space * lettering.size;
  const push = (word: string, ending: Ending, { width, missing } = face.measure(word)): void => {
    if (missing.length > 0) reportMissing(room, missing, plainText(content));
    atoms.push({ text: word, width: width * lettering.size, face, mark, space: false, ending, blank: null });
  };
  for (const { 0: piece, index } of inline.value.matchAll(pieces)) {
    if (piece === '\u00A0') {
      // Painted as a common space, so that a search for the words finds them.
      atoms.push({ text: ' ', width: spaceWidth, face, mark, space: true, ending: 'never', blank: null });
      continue;
    }
    if (piece.trim() === '') {
      atoms.push({ text: ' ', width: spaceWidth, face, mark, space: true, ending: 'space', blank: null });
      continue;
    }
    // No line begins with a dash.
    const last = atoms.at(-1);
    if ((piece === '–' || piece === '—') && last?.ending === 'space') last.ending = 'never';
    const word = inGlyphs(piece, face);
    const neighbours = { before: index === 0 ? before : '', behind: index + piece.length === inline.value.length ? behind : '' };
    for (const part of special.test(word) ? jointsOf(word, neighbours) : [{ text: word, ending: 'never' as const }]) {
      const measure = face.measure(part.text);
      if (measure.width * lettering.size <= widest) push(part.text, part.ending, measure);
      else addOverlong(part.text, part.ending, face, lettering.size, room, widest, push);
    }
  }
}

interface Part {
  text: string;
  ending: Ending;
}

/** So many letters must stand on either side of a hyphen, and of a dash or slash, for a line to end there. */
const compound = /^\p{L}{3}$/u;
const paired = /^\p{L}{2}$/u;

/**
 * Parts a word at the places where it may end a line without a hyphen of ours. Characters that only say where a line
 * may end are dropped.
 */
function jointsOf(word: string, { before, behind }: Neighbours): Part[] {
  const around = before + word + behind;
  const parts: Part[] = [];
  let text = '';
  const end = (ending: Ending): void => {
    if (text !== '') parts.push({ text, ending });
    text = '';
  };
  for (let at = 0; at < word.length; at++) {
    const character = word.charAt(at);
    const between = (length: number, letters: RegExp): boolean =>
      letters.test(around.slice(Math.max(0, before.length + at - length), before.length + at)) &&
      letters.test(around.slice(before.length + at + 1, before.length + at + 1 + length));
    switch (character) {
      case '\u00AD':
        end('hyphen');
        break;
      case '\u200B':
        end('joint');
        break;
      case '\u2060':
      case '\uFEFF':
        break;
      // All hyphens look the same; the common one is what people search for.
      case '\u2011':
        text += '-';
        break;
      case '-':
      case '\u2010':
        text += '-';
        if (between(3, compound)) end('joint');
        break;
      case '\u2013':
      case '\u2014':
      case '/':
        text += character;
        if (between(2, paired)) end('joint');
        break;
      default:
        text += character;
    }
  }
  end('never');
  return parts;
}

const address = /(?<=[@./_:?=&,;)+-])/u;

/** Parts a word that is wider than any line: by its syllables, else as an address, at last between any two letters. */
function addOverlong(
  word: string,
  ending: Ending,
  face: Face,
  size: number,
  room: Room,
  widest: number,
  push: (text: string, ending: Ending) => void,
): void {
  const offsets = divisions(word, room.setting.language);
  const syllables = offsets.length > 0;
  const parts = syllables ? cut(word, offsets) : word.split(address);
  const hyphen = face.measure('-').width * size;
  parts.forEach((part, at) => {
    const last = at === parts.length - 1;
    const after = last ? ending : syllables ? 'hyphen' : 'joint';
    if (face.measure(part).width * size + (after === 'hyphen' ? hyphen : 0) <= widest) {
      push(part, after);
      return;
    }
    const characters = [...part];
    characters.forEach((character, index) => {
      push(character, index < characters.length - 1 ? 'anywhere' : after);
    });
  });
}

/** The same atoms with words parted at their syllables, where the language knows them; abbreviations stay whole. */
export function hyphenated(atoms: readonly Atom[], size: number, language: string): Atom[] {
  const parted: Atom[] = [];
  let joint = false;
  for (const atom of atoms) {
    const { text, face, mark, space, ending, blank } = atom;
    const whole = space || blank || mark.facts.expansion !== undefined || text.length < 6 || ending === 'joint' || joint;
    const offsets = whole ? [] : divisions(text, language);
    joint = ending === 'joint';
    if (offsets.length === 0) parted.push(atom);
    else
      cut(text, offsets).forEach((part, at) => {
        const width = face.measure(part).width * size;
        parted.push({ text: part, width, face, mark, space, ending: at < offsets.length ? 'hyphen' : ending, blank });
      });
  }
  return parted;
}

const cut = (word: string, offsets: readonly number[]): string[] =>
  [0, ...offsets].map((from, at) => word.slice(from, offsets[at] ?? word.length));
