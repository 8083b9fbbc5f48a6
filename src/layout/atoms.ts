/** Inline content as a row of atoms: the smallest things that a line takes whole, with their widths. */
import { text } from '../document/document.js';
import { plainText } from '../document/reading.js';
import type { Checkbox, Field, Inline, Text } from '../document/document.js';
import type { FontFamily } from '../theme/theme.js';
import type { Face, FaceStyle, Measure } from './fonts.js';
import { mm } from './page.js';
import { reportMissing } from './room.js';
import type { Room } from './room.js';
import { element } from './structure.js';
import type { Element } from './structure.js';
import type { Lexicon, Lexicons } from './words.js';

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
  const lexicon = room.setting.words(face);
  const push = (text: string, { width, missing }: Measure, ending: Ending): void => {
    if (missing.length > 0) reportMissing(room, missing, plainText(content));
    atoms.push({ text, width: width * lettering.size, face, mark, space: false, ending, blank: null });
  };
  const space: Atom = { text: ' ', width: face.space * lettering.size, face, mark, space: true, ending: 'space', blank: null };
  // Painted as a common space, so that a search for the words finds them.
  const bound: Atom = { ...space, ending: 'never' };
  const written = inline.value.match(pieces) ?? [];
  for (const [at, piece] of written.entries()) {
    if (piece.trim() === '') {
      atoms.push(piece === '\u00A0' ? bound : space);
      continue;
    }
    // No line begins with a dash.
    const last = atoms.at(-1);
    if ((piece === '–' || piece === '—') && last?.ending === 'space') atoms[atoms.length - 1] = { ...last, ending: 'never' };
    const word = lexicon.word(piece);
    const neighbours = { before: at === 0 ? before : '', behind: at === written.length - 1 ? behind : '' };
    for (const part of word.jointed ? jointsOf(word.text, neighbours) : [{ text: word.text, ending: 'never' as const }]) {
      const measure = word.jointed ? lexicon.word(part.text).measure : word.measure;
      if (measure.width * lettering.size <= widest) push(part.text, measure, part.ending);
      else addOverlong(part, lexicon, lettering.size, widest, push);
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
  { text: word, ending }: Part,
  lexicon: Lexicon,
  size: number,
  widest: number,
  push: (text: string, measure: Measure, ending: Ending) => void,
): void {
  const syllables = lexicon.syllables(word).map(({ text }) => text);
  const hyphen = lexicon.word('-').measure.width * size;
  const [parts, between] = syllables.length > 0 ? [syllables, 'hyphen' as const] : [word.split(address), 'joint' as const];
  parts.forEach((part, at) => {
    const after = at === parts.length - 1 ? ending : between;
    const measure = lexicon.word(part).measure;
    if (measure.width * size + (after === 'hyphen' ? hyphen : 0) <= widest) {
      push(part, measure, after);
      return;
    }
    const characters = [...part];
    characters.forEach((character, index) => {
      push(character, lexicon.word(character).measure, index < characters.length - 1 ? 'anywhere' : after);
    });
  });
}

/** The same atoms with words parted at their syllables, where the language knows them; abbreviations stay whole. */
export function hyphenated(atoms: readonly Atom[], size: number, words: Lexicons): Atom[] {
  const parted: Atom[] = [];
  let joint = false;
  for (const atom of atoms) {
    const { text, face, mark, space, ending, blank } = atom;
    const whole = space || blank || mark.facts.expansion !== undefined || text.length < 6 || ending === 'joint' || joint;
    const syllables = whole ? [] : words(face).syllables(text);
    joint = ending === 'joint';
    if (syllables.length === 0) parted.push(atom);
    for (const [at, { text: part, width }] of syllables.entries())
      parted.push({ text: part, width: width * size, face, mark, space, ending: at < syllables.length - 1 ? 'hyphen' : ending, blank });
  }
  return parted;
}
