/**
 * Blocks laid out before. Documents of one kind share most of their blocks, and a block that is the same object, in the
 * same place of the same setting, is laid out the same: only pages are cut anew. Blocks may not change once laid out.
 */
import type { Block, Clause } from '../document.js';
import { layBlocks } from './blocks.js';
import type { Flow, Strip } from './flow.js';
import type { Room, Setting } from './room.js';
import { bindToSignature } from './signing.js';
import { element } from './structure.js';
import type { Element } from './structure.js';

export interface LayoutMemory {
  /** Lays the blocks of a document one under the other; those that were laid out before are not again. */
  lay(blocks: readonly Block[], room: Room): void;
}

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

/** In so many circumstances one block is remembered: in two looks, at the start and the end of a page of text. */
const most = 4;

/** Owned by the press. A block is forgotten together with the tree that it belongs to. */
export function openLayoutMemory(): LayoutMemory {
  const known = new WeakMap<Block, Laid[]>();
  const laidOf = (block: Block, room: Room): Laid => {
    const circumstances = circumstancesOf(room);
    const all = known.get(block) ?? [];
    const before = all.find((one) => one.circumstances.every((value, at) => value === circumstances[at]));
    if (before) {
      room.setting.heading.last = before.heading;
      return before;
    }
    const missing: Setting['missing'] = new Map();
    const laid = { circumstances, ...layApart(block, { ...room, setting: { ...room.setting, missing } }) };
    for (const [key, finding] of missing) room.setting.missing.set(key, finding);
    // What cannot be printed is to be told again.
    if (missing.size === 0) known.set(block, [...all.slice(1 - most), laid]);
    return laid;
  };
  return {
    lay(blocks, room) {
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
        if (signsInside(block)) layBlocks([block], room);
        else {
          if (block.type === 'signature') bindToSignature(room.flow);
          place(laidOf(block, room), room);
        }
      }
      endClauses();
    },
  };
}

/** All that the look of a block depends on besides itself. */
const circumstancesOf = ({ setting, flow, left, width }: Room): readonly unknown[] => [
  setting.theme, setting.fonts, setting.language, setting.pageHeight, setting.heading.section, setting.heading.last, left, width, flow.gap, flow.newPage,
];

/** Lays a block out on a flow of its own that goes on where the flow of the room has got to. */
function layApart(block: Block, room: Room): Omit<Laid, 'circumstances'> {
  const { gap, newPage } = room.flow;
  const flow: Flow = { strips: [], gap, newPage, signed: null };
  const parent = element('Div', null);
  layBlocks([block], { ...room, flow, parent });
  return { strips: flow.strips, elements: parent.children, gap: flow.gap, newPage: flow.newPage, signed: flow.signed !== null, heading: room.setting.heading.last };
}

function place({ strips, elements, gap, newPage, signed }: Laid, { flow, parent }: Room): void {
  // What comes after may bind them more strongly.
  for (const strip of strips) flow.strips.push({ ...strip });
  parent.children.push(...elements);
  Object.assign(flow, { gap, newPage });
  if (signed) flow.signed = flow.strips.length;
}

/** A signature inside a section binds what stands before the section. */
const signsInside = (block: Block): boolean => block.type === 'section' && block.children.some((child) => child.type === 'signature' || signsInside(child));
