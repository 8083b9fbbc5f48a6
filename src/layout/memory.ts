/**
 * Blocks laid out before. Documents of one kind share most of their blocks, and a block that is the same object, in the
 * same place of the same setting, is laid out the same: only pages are cut anew. Blocks may not change once laid out.
 */
import type { Block, Clause } from '../document.js';
import { layBlocks } from './blocks.js';
import type { Flow, Strip } from './flow.js';
import type { Box, Page } from './page.js';
import type { Spread } from './pages.js';
import type { Room, Setting } from './room.js';
import { bindToSignature } from './signing.js';
import { element } from './structure.js';
import type { Element } from './structure.js';

export interface LayoutMemory {
  /** Lays the blocks of a document one under the other; those that were laid out before are not again. */
  lay(blocks: readonly Block[], room: Room): void;
  /** A page of these strips in this setting with this number, as it was made before or as `make` makes it now. */
  page(make: () => Page, spread: Spread, setting: Setting, number: string): Page;
}

export const withoutMemory: LayoutMemory = { lay: layBlocks, page: (make) => make() };

/** A block as it was laid out, and how it left the flow. Shared between documents: nobody may change it. */
interface Laid {
  circumstances: readonly unknown[];
  strips: readonly Strip[];
  elements: readonly Element[];
  gap: number;
  newPage: boolean;
  signed: boolean;
  heading: number;
}

interface KnownPage {
  circumstances: readonly unknown[];
  page: Page;
}

/** In so many circumstances one block, or one beginning of a page, is remembered: in some looks and places. */
const most = 4;

/** What was made in the same circumstances before; it is the last to be forgotten. */
function recall<T extends { circumstances: readonly unknown[] }>(all: T[], circumstances: readonly unknown[]): T | null {
  const at = all.findIndex(
    (one) => one.circumstances.length === circumstances.length && one.circumstances.every((value, place) => value === circumstances[place]),
  );
  const [found] = at < 0 ? [] : all.splice(at, 1);
  if (!found) return null;
  all.push(found);
  return found;
}

function remember<T>(all: T[], one: T): T {
  all.push(one);
  if (all.length > most) all.shift();
  return one;
}

function listOf<K extends object, T>(known: WeakMap<K, T[]>, key: K): T[] {
  const all = known.get(key) ?? [];
  known.set(key, all);
  return all;
}

/** Owned by the press. A block is forgotten together with the tree that it belongs to. */
export function openLayoutMemory(): LayoutMemory {
  const known = new WeakMap<Block, Laid[]>();
  const pages = new WeakMap<readonly Box[], KnownPage[]>();
  const laidOf = (block: Block, room: Room): Laid => {
    const circumstances = circumstancesOf(room);
    const all = listOf(known, block);
    const before = recall(all, circumstances);
    if (before) {
      room.setting.heading.last = before.heading;
      return before;
    }
    const missing: Setting['missing'] = new Map();
    const laid = { circumstances, ...layApart(block, { ...room, setting: { ...room.setting, missing } }) };
    for (const [key, finding] of missing) room.setting.missing.set(key, finding);
    // What cannot be printed is to be told again.
    return missing.size === 0 ? remember(all, laid) : laid;
  };
  return {
    lay(blocks, room) {
      const here = new Set<Block>();
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
        // The second of two equal blocks is heard too: it has elements of its own.
        if (here.has(block) || signsInside(block)) layBlocks([block], room);
        else {
          here.add(block);
          if (block.type === 'signature') bindToSignature(room.flow);
          place(laidOf(block, room), room);
        }
      }
      endClauses();
    },
    page(make, spread, { theme, fonts }, number) {
      const { strips, tops, head, headTop, goesOn } = spread;
      const [first] = strips;
      if (!first) return make();
      // Copies of a strip share their boxes.
      const own = strips.flatMap(({ boxes, slice, closing }, at) => [boxes, slice, closing, tops[at]]);
      const circumstances = [theme, fonts, number, head, headTop, goesOn, ...own];
      const all = listOf(pages, first.boxes);
      return (recall(all, circumstances) ?? remember(all, { circumstances, page: make() })).page;
    },
  };
}

/** All that the look of a block depends on besides itself. */
const circumstancesOf = ({ setting, flow, left, width }: Room): readonly unknown[] => [
  setting.theme,
  setting.fonts,
  setting.language,
  setting.pageHeight,
  setting.heading.section,
  setting.heading.last,
  left,
  width,
  flow.gap,
  flow.newPage,
];

/** Lays a block out on a flow of its own that goes on where the flow of the room has got to. */
function layApart(block: Block, room: Room): Omit<Laid, 'circumstances'> {
  const { gap, newPage } = room.flow;
  const flow: Flow = { strips: [], gap, newPage, signed: null };
  const parent = element('Div', null);
  layBlocks([block], { ...room, flow, parent });
  return {
    strips: flow.strips,
    elements: parent.children,
    gap: flow.gap,
    newPage: flow.newPage,
    signed: flow.signed !== null,
    heading: room.setting.heading.last,
  };
}

function place({ strips, elements, gap, newPage, signed }: Laid, { flow, parent }: Room): void {
  // What comes after may bind them more strongly.
  for (const strip of strips) flow.strips.push({ ...strip });
  parent.children.push(...elements);
  Object.assign(flow, { gap, newPage });
  if (signed) flow.signed = flow.strips.length;
}

/** A signature inside a section binds what stands before the section. */
const signsInside = (block: Block): boolean =>
  block.type === 'section' && block.children.some((child) => child.type === 'signature' || signsInside(child));
