/**
 * The text of the document as XML, block by block: what each of its outermost blocks becomes. Most blocks are shared
 * by one document after another, so what they became serves again wherever as much is counted and open before them.
 */
import { contentKey, isFrozen } from '../../content/content.js';
import type { Block } from '../../document/document.js';
import type { Kept } from '../../content/kept.js';
import { openFlow } from './flow.js';
import type { End, Flow, Settled } from './flow.js';
import type { Element } from './ooxml.js';
import type { Bound } from './signed-text.js';
import type { ParagraphStyles } from './styles.js';

interface BlockXml {
  /** How that ends which was open before. */
  readonly before: End | null;
  readonly xml: Uint8Array;
  /** What it leaves open; null when it wrote nothing. */
  readonly open: Unended | null;
  /** All that is counted in the document, after it. */
  readonly counted: string;
  /** It has pictures, which belong to one file. */
  readonly pictured: boolean;
}

/** What is open yet, and its XML by the end that it comes to. */
interface Unended extends Settled {
  print(end: End): Uint8Array;
}

export interface BlockXmlStore {
  /** What a block became before where `circumstances` were the same, or what `write` makes of it now. */
  get(block: Block, circumstances: string, write: () => BlockXml): BlockXml;
}

/** Bytes of what a block leaves open, with the ends that it comes to. */
const perOpen = 8_000;

/**
 * Keeps what was written of frozen blocks, which are those that come again. A Word file takes three times the time without;
 * without the ends, two fifths more.
 */
export function keepBlockXml(kept: Kept): (look: string) => BlockXmlStore {
  const drawer = kept.drawer<BlockXml>(({ xml, counted }) => xml.length + 2 * counted.length + perOpen);
  return (look) => ({
    get(block, circumstances, write) {
      if (!isFrozen(block)) return write();
      const key = `${contentKey(block)} ${look} ${circumstances}`;
      const known = drawer.known(key);
      if (known) return known;
      const written = write();
      return written.pictured ? written : drawer.add(key, { ...written, open: written.open && endedOnce(written.open) });
    },
  });
}

/** There are few ends that one block comes to: its last paragraph stays with what follows or not, a little wider or not. */
function endedOnce(open: Unended): Unended {
  const printed = new Map<string, Uint8Array>();
  return {
    ...open,
    print(end) {
      const key = `${end.widened} ${end.keepNext}`;
      const xml = printed.get(key) ?? open.print(end);
      printed.set(key, xml);
      return xml;
    },
  };
}

/** Keeps nothing, for a document whose blocks depend on more than is counted. */
export const noBlockXml: BlockXmlStore = { get: (_block, _circumstances, write) => write() };

/** What the text of one document is written with. */
export interface Pen {
  styles: ParagraphStyles;
  write(block: Block, flow: Flow, bound: Bound): void;
  print(element: Element): string;
  /** All that is counted so far, and counting on from there. */
  remember(): string;
  recall(counted: string): void;
  /** How many pictures there are so far. */
  pictures(): number;
}

/** The blocks as XML in UTF-8, with what is bound in each of them; afterwards the pen has counted all of them. */
export function writeText(
  blocks: readonly Block[],
  bound: readonly Bound[],
  { styles, write, print, remember, recall, pictures }: Pen,
  blockXml: BlockXmlStore,
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const printed = ({ open, end }: Settled): string => print(open.build(end));
  const unended = (one: Settled): Unended => ({ ...one, print: (end) => Buffer.from(printed({ open: one.open, end })) });
  let counted = remember();
  let current = counted;
  let open: Unended | null = null;

  const fresh = (block: Block, within: Bound, from: Settled | null): BlockXml => {
    if (current !== counted) recall(counted);
    const before = pictures();
    const flow = openFlow(styles, 0, from);
    write(block, flow, within);
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
      open: left === null || left === ended ? null : unended(left),
      counted: current,
      pictured: pictures() > before,
    };
  };

  for (const [at, block] of blocks.entries()) {
    const within = bound[at] ?? new Set();
    const from: Unended | null = open;
    // It is always the last of a block that are bound, so their number tells which.
    const circumstances = [counted, from?.open.style, from?.open.after, from?.end.keepNext, within.size].join('\n');
    const written = blockXml.get(block, circumstances, () => fresh(block, within, from));
    if (from && written.before && written.open) pieces.push(from.print(written.before));
    pieces.push(written.xml);
    open = openAfter(written, from);
    counted = written.counted;
  }
  if (current !== counted) recall(counted);
  for (const one of openFlow(styles, 0, open).finish())
    pieces.push(one.open === open?.open ? open.print(one.end) : unended(one).print(one.end));
  return Buffer.concat(pieces);
}

/** What wrote nothing leaves open what was open before it. */
const openAfter = ({ open, before }: BlockXml, from: Unended | null): Unended | null =>
  open ?? (from && { ...from, end: before ?? from.end });
