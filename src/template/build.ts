/** Filled markup turned into numbered blocks. */
import { Refusal } from '../diagnostic/diagnostic.js';
import type { Place } from '../diagnostic/diagnostic.js';
import type { Document } from '../document/document.js';
import type { Kept } from '../content/kept.js';
import type { Theme } from '../theme/theme.js';
import { parseMarkup } from './markup.js';
import type { Element } from './markup.js';
import { numberBlocks } from './number.js';
import { keepPieces, piecesOf } from './pieces.js';
import type { Built, Pieces } from './pieces.js';
import { buildBlocks } from './tree.js';
import type { TreeContext } from './tree.js';

export interface BuildContext {
  tree: TreeContext;
  theme: Theme;
  /** The abbreviations said so far; those of the document are added. */
  said: Set<string>;
  /** All besides the markup that the blocks depend on; null where they serve this document only. */
  circumstances: string | null;
}

export interface BuiltDocument extends Pick<Document, 'blocks'> {
  /** Of the `<document>` tag. */
  readonly attributes: Element['attributes'];
}

/** Around a piece: the head of the document itself may be long, and there are many pieces. */
const anyHead = '<document title="–" subject="–">';

/** Blocks that come again are built once; they are frozen, and documents share them. */
export function createBuilder(placeOf: (at: string) => Place, kept: Kept): (markup: string, context: BuildContext) => BuiltDocument {
  const built = keepPieces(kept);

  function whole(markup: string, { tree, theme }: BuildContext): BuiltDocument {
    const root = parseMarkup(markup, placeOf);
    const { blocks } = numberBlocks(buildBlocks(root, tree), theme);
    return { attributes: root.attributes, blocks };
  }

  function piecemeal({ head, children }: Pieces, { tree, theme, said, circumstances }: BuildContext): BuiltDocument {
    let sections = 0;
    const blocks = children.flatMap((piece) => {
      const before = new Set(said);
      const {
        blocks: own,
        sections: after,
        said: first,
      } = built.get(JSON.stringify([circumstances, sections, ...before]), piece, (): Built => {
        const fresh = buildBlocks(parseMarkup(`${anyHead}${piece}</document>`, placeOf), tree);
        return { ...numberBlocks(fresh, theme, sections), said: [...said].filter((one) => !before.has(one)) };
      });
      for (const one of first) said.add(one);
      sections = after;
      return own;
    });
    const root = parseMarkup(`${head}</document>`, placeOf);
    return { attributes: root.attributes, blocks };
  }

  return (markup, context) => {
    const pieces = context.circumstances === null ? null : piecesOf(markup);
    if (!pieces) return whole(markup, context);
    try {
      return piecemeal(pieces, context);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Read as a whole, everything that is wrong is told at once.
      context.said.clear();
      return whole(markup, context);
    }
  };
}
