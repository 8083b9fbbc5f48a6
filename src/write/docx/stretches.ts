/**
 * The text of the document as XML, stretch by stretch: what each of its outermost blocks becomes. Most blocks are shared
 * by one document after another, so what they became serves again wherever as much is counted and open before them.
 */
import type { Paragraph, Table } from 'docx';
import type { Block } from '../../document.js';
import { openFlow } from './flow.js';
import type { End, Flow, Open, Settled } from './flow.js';
import type { ParagraphStyles } from './styles.js';

interface Stretch {
  /** How that ends which was open before. */
  before: End | null;
  xml: Uint8Array;
  /** What it leaves open; null when it wrote nothing. */
  open: Settled | null;
  /** All that is counted in the document, after it. */
  counted: string;
  /** It has pictures, which belong to one file. */
  pictured: boolean;
}

export interface Stretches {
  /** What a block became before where `circumstances` were the same, or what `write` makes of it now. */
  get(block: Block, circumstances: string, write: () => Stretch): Stretch;
  /** The XML of what was left open, by its end. */
  end(open: Open, end: End, print: () => Uint8Array): Uint8Array;
}

/** Circumstances that are kept of one block; more than these come seldom. */
const mostOfBlock = 4;

/** Stretches that are kept in all, some 20 kB each at most: the papers of fifty roles in a layout and language. */
const most = 3000;

/**
 * Keeps what was written as long as its blocks live, and begins anew when that is too much. A block is kept when it comes
 * for the second time: those of one person only would fill the memory for nothing.
 */
export function keepStretches(limit = most): Stretches {
  let blocks = new WeakMap<Block, Map<string, Stretch>>();
  let ends = new WeakMap<Open, Map<string, Uint8Array>>();
  let count = 0;
  return {
    get(block, circumstances, write) {
      const kept = blocks.get(block);
      const known = kept?.get(circumstances);
      if (known) return known;
      const stretch = write();
      if (stretch.pictured) return stretch;
      if (kept) {
        if (kept.size >= mostOfBlock) kept.clear();
        kept.set(circumstances, stretch);
        count += 1;
      } else blocks.set(block, new Map());
      if (count > limit) {
        blocks = new WeakMap();
        ends = new WeakMap();
        count = 0;
      }
      return stretch;
    },
    end(open, { widened, keepNext }, print) {
      const kept = ends.get(open) ?? new Map<string, Uint8Array>();
      const key = `${widened} ${keepNext}`;
      const xml = kept.get(key) ?? print();
      ends.set(open, kept.set(key, xml));
      return xml;
    },
  };
}

/** Keeps nothing, for a document whose blocks depend on more than is counted. */
export const noStretches: Stretches = { get: (_block, _circumstances, write) => write(), end: (_open, _end, print) => print() };

/** What the text of one document is written with. */
export interface Pen {
  styles: ParagraphStyles;
  write(block: Block, flow: Flow): void;
  print(element: Paragraph | Table): string;
  /** All that is counted so far, and counting on from there. */
  remember(): string;
  recall(counted: string): void;
  /** How many pictures there are so far. */
  pictures(): number;
}

/** The blocks as XML in UTF-8; afterwards the pen has counted all of them. */
export function writeText(
  blocks: readonly Block[],
  { styles, write, print, remember, recall, pictures }: Pen,
  stretches: Stretches,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const printed = ({ open, end }: Settled): string => print(open.build(end));
  const put = ({ open }: Settled, end: End): void => void pieces.push(stretches.end(open, end, () => Buffer.from(printed({ open, end }))));
  let counted = remember();
  let current = counted;
  let open: Settled | null = null;

  const fresh = (block: Block, from: Settled | null): Stretch => {
    if (current !== counted) recall(counted);
    const before = pictures();
    const flow = openFlow(styles, 0, from);
    write(block, flow);
    const { settled, open: left } = flow.leave();
    const ended = [...settled, ...(left ? [left] : [])].find((one) => one.open === from?.open);
    current = remember();
    return {
      before: ended?.end ?? null,
      xml: Buffer.from(
        settled
          .filter((one) => one !== ended)
          .map(printed)
          .join(''),
      ),
      open: left === ended ? null : left,
      counted: current,
      pictured: pictures() > before,
    };
  };

  for (const block of blocks) {
    const from: Settled | null = open;
    const circumstances = [counted, from?.open.style, from?.open.after, from?.end.keepNext].join('\n');
    const stretch = stretches.get(block, circumstances, () => fresh(block, from));
    if (from && stretch.before && stretch.open) put(from, stretch.before);
    pieces.push(stretch.xml);
    open = openAfter(stretch, from);
    counted = stretch.counted;
  }
  if (current !== counted) recall(counted);
  for (const one of openFlow(styles, 0, open).finish()) put(one, one.end);
  return Buffer.concat(pieces);
}

/** What wrote nothing leaves open what was open before it. */
const openAfter = ({ open, before }: Stretch, from: Settled | null): Settled | null =>
  open ?? (from && { open: from.open, end: before ?? from.end });
