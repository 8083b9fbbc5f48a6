/** What every block is told about the document and about its own place in it. */
import type { Block } from '../document/document.js';
import { diagnostic } from '../diagnostic/diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { obstacleOf } from '../language/scripts.js';
import type { Theme } from '../theme/theme.js';
import type { FontSet } from './fonts.js';
import type { Flow } from './flow.js';
import type { Element } from './structure.js';
import type { Lexicons } from './words.js';

/** The same for the whole document. */
export interface Setting {
  readonly theme: Theme;
  /** The key of what is in the theme. */
  readonly look: string;
  readonly fonts: FontSet;
  /** BCP 47 tag. */
  readonly language: string;
  readonly words: Lexicons;
  /** Height of the text area, pt. */
  readonly pageHeight: number;
  /** Lays blocks of any kind one under the other; here because blocks nest. */
  readonly lay: (blocks: readonly Block[], room: Room) => void;
  /** The level of a section's heading, and of the last heading printed, 0 before the first. */
  readonly heading: { readonly section: number; last: number };
  /** Findings by character and place. */
  readonly missing: Map<string, Diagnostic>;
}

/** Where a block is: lengths in points. */
export interface Room {
  readonly setting: Setting;
  readonly flow: Flow;
  readonly left: number;
  readonly width: number;
  readonly parent: Element;
  /** Ids of the sections and clauses around, such as `duties/clients`. */
  readonly path: string;
  /** Inside a cell: how its text looks. */
  readonly cell: CellLook | null;
  /** In how many lists; in none where it is left out. */
  readonly depth?: number;
}

export interface CellLook {
  readonly align: 'left' | 'center' | 'right';
  readonly bold: boolean;
  readonly color: string;
  readonly size: number;
  readonly spacing: number;
}

export const within = (room: Room, id: string | null): string => (id === null ? room.path : room.path === '' ? id : `${room.path}/${id}`);

/** Notes characters that cannot be printed; the layout goes on, so that all of them are found at once. */
export function reportMissing(room: Room, characters: readonly string[], text: string): void {
  for (const character of characters) {
    const obstacle = obstacleOf(character);
    // A word of such a script is one finding, not one for each of its letters.
    const key = `${obstacle === null ? character : text} ${room.path}`;
    if (room.setting.missing.has(key)) continue;
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const args = { character, codePoint, text: excerpt(text, character), where: room.path };
    const place = room.path === '' ? {} : { path: room.path };
    room.setting.missing.set(
      key,
      obstacle === null ? diagnostic('missing-glyph', args, place) : diagnostic('script-not-in-pdf', { ...args, obstacle }, place),
    );
  }
}

/** As much of the text around the character as fits on a line of a terminal. */
function excerpt(text: string, character: string): string {
  const at = Math.max(0, text.indexOf(character));
  const from = Math.max(0, at - 24);
  const to = Math.min(text.length, at + 24);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
