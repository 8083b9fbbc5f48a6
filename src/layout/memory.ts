/**
 * Blocks laid out before. Documents of one kind share most of their blocks, and a block of the same content in the same
 * place of the same setting is laid out the same: only pages are cut anew.
 */
import { contentKey, isFrozen } from '../content/content.js';
import type { Block, Clause } from '../document/document.js';
import type { Kept } from '../content/kept.js';
import { layBlocks } from './blocks.js';
import type { Flow, Strip } from './flow.js';
import type { FontSet } from './fonts.js';
import type { Page } from './page.js';
import type { Spread } from './pages.js';
import type { Room, Setting } from './room.js';
import { element } from './structure.js';
import type { Element } from './structure.js';
import { lexiconsBy, lexiconWeight, openLexicon } from './words.js';
import type { Lexicon, Lexicons } from './words.js';

export interface LayoutMemory {
  /** The words of a language in these fonts. */
  words(fonts: FontSet, language: string): Lexicons;
  /** Lays the blocks of a document one under the other; those that were laid out before are not again. */
  lay(blocks: readonly Block[], room: Room): void;
  /** A page of these strips in this setting with this number, as it was made before or as `make` makes it now. */
  page(make: () => Page, spread: Spread, setting: Setting, number: string): Page;
}

const wordsApart = (language: string): Lexicons => lexiconsBy((face) => openLexicon(face, language));

export const withoutMemory: LayoutMemory = { words: (_, language) => wordsApart(language), lay: layBlocks, page: (make) => make() };

/** A block as it was laid out, and how it left the flow. Documents share it. */
interface Laid {
  /** Of this very laying: a page that shows it has its elements, and not those of another of the same block. */
  readonly name: string;
  readonly strips: readonly Strip[];
  readonly elements: readonly Element[];
  readonly gap: number;
  readonly newPage: boolean;
  readonly heading: number;
  readonly missing: Setting['missing'];
}

/** Bytes that a box takes, with its element and its text, and a strip around its boxes. */
const [perBox, perStrip] = [400, 250];

const weightOf = (strips: readonly Strip[]): number =>
  strips.reduce(
    (sum, { boxes, closing, slice }) => sum + perStrip + perBox * (boxes.length + closing.length + (slice?.cells.flat().length ?? 0)),
    0,
  );

/**
 * A memory for all that is set in `fonts`. Only frozen blocks are kept, which are those that come again. A PDF takes twice
 * the time without the blocks, half as much again without the pages and their painting.
 */
export function openLayoutMemory(kept: Kept, fonts: FontSet): LayoutMemory {
  const known = kept.drawer<Laid>(({ strips }) => weightOf(strips));
  const pages = kept.drawer<Page>(({ boxes }) => perStrip + perBox * boxes.length);
  const lexicons = kept.drawer<Lexicon>(() => lexiconWeight);
  const laidOf = (block: Block, room: Room): Laid =>
    known.get(`${contentKey(block)} ${circumstancesOf(room)}`, () => {
      const missing: Setting['missing'] = new Map();
      return { name: kept.name(), ...layApart(block, { ...room, setting: { ...room.setting, missing } }), missing };
    });
  return {
    words: (set, language) =>
      set === fonts
        ? lexiconsBy((face) => lexicons.get(`${face.id} ${language}`, () => openLexicon(face, language)))
        : wordsApart(language),
    lay(blocks, room) {
      if (room.setting.fonts !== fonts) {
        layBlocks(blocks, room);
        return;
      }
      const here = new Set<string>();
      let clauses: Clause[] = [];
      const endClauses = (): void => {
        layBlocks(clauses, room);
        clauses = [];
      };
      for (const block of blocks) {
        // Clauses side by side are one list.
        if (block.type === 'clause') {
          clauses.push(block);
          continue;
        }
        endClauses();
        const laid = isFrozen(block) ? laidOf(block, room) : null;
        // The second of two equal blocks is heard too: it has elements of its own.
        if (!laid || here.has(laid.name)) layBlocks([block], room);
        else {
          here.add(laid.name);
          place(laid, room);
        }
      }
      endClauses();
    },
    page(make, { strips, tops, head, headTop, goesOn }, { look }, number) {
      const own = strips.map(({ origin }, at) => origin && `${origin} ${tops[at]}`);
      if (own.length === 0 || own.includes(null)) return make();
      const key = [look, number, head !== null, headTop, goesOn, ...own].join(' ');
      return pages.get(key, () => ({ ...make(), name: kept.name() }));
    },
  };
}

/** All that the look of a block depends on besides itself and the fonts. */
const circumstancesOf = ({ setting, flow, left, width }: Room): string =>
  [
    setting.look,
    setting.language,
    setting.pageHeight,
    setting.heading.section,
    setting.heading.last,
    left,
    width,
    flow.gap,
    flow.newPage,
  ].join(' ');

/** Lays a block out on a flow of its own that goes on where the flow of the room has got to. */
function layApart(block: Block, room: Room): Omit<Laid, 'name' | 'missing'> {
  const { gap, newPage } = room.flow;
  const flow: Flow = { strips: [], gap, newPage };
  const parent = element('Div', null);
  const heading = { ...room.setting.heading };
  layBlocks([block], { ...room, setting: { ...room.setting, heading }, flow, parent });
  return {
    strips: flow.strips,
    elements: parent.children,
    gap: flow.gap,
    newPage: flow.newPage,
    heading: heading.last,
  };
}

function place({ name, strips, elements, gap, newPage, heading, missing }: Laid, { flow, parent, setting }: Room): void {
  // What comes after may bind them more strongly.
  for (const [at, strip] of strips.entries()) flow.strips.push({ ...strip, origin: `${name}.${at}` });
  parent.children.push(...elements);
  Object.assign(flow, { gap, newPage });
  setting.heading.last = heading;
  // What cannot be printed is told each time.
  for (const [key, finding] of missing) setting.missing.set(key, finding);
}
