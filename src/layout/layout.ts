/** Tree and theme to pages of boxes. Nothing here knows of PDF. */
import { contentKey } from '../content/content.js';
import type { Block, Document } from '../document/document.js';
import { Refusal } from '../diagnostic/diagnostic.js';
import type { Theme } from '../theme/theme.js';
import { layBlocks } from './blocks.js';
import { newFlow } from './flow.js';
import type { FontSet } from './fonts.js';
import { furnished, layFurniture } from './furniture.js';
import type { Furniture } from './furniture.js';
import { withoutMemory } from './memory.js';
import type { LayoutMemory } from './memory.js';
import { mm } from './page.js';
import type { Layout } from './page.js';
import { cutPages } from './pages.js';
import type { Room, Setting } from './room.js';
import { bindSignatures } from './signed-text.js';
import { element } from './structure.js';

export { openLayoutMemory } from './memory.js';

/**
 * Lays a document out on the pages of a theme. Throws a Refusal that names every character the fonts have no glyph
 * for, with the clause or section it stands in: a signed paper must not lose a letter silently. With a memory, blocks
 * of earlier documents are not laid out again; the layout is the same.
 */
export function layoutDocument(document: Document, theme: Theme, fonts: FontSet, memory: LayoutMemory = withoutMemory): Layout {
  const { width, height } = theme.page;
  const { room, furniture } = laid(document, theme, fonts, memory);
  const { setting } = room;
  refuseMissing(setting);
  bindSignatures(room.flow.strips, setting.pageHeight);
  const { spreads, outline } = cutPages(room.flow.strips, furniture);
  const pages = furnished(spreads, furniture, document, room, memory);
  // What the foot repeats has been told of the text already.
  refuseMissing(setting);
  return { width: mm(width), height: mm(height), pages, structure: room.parent, outline };
}

/** What the last page of a document has room for below its text, mm. Drawings that must fill it are made for that. */
export function roomBelow(document: Document, theme: Theme, fonts: FontSet): { width: number; height: number } {
  const { room, furniture } = laid(document, theme, fonts, withoutMemory);
  const { spreads } = cutPages(room.flow.strips, furniture);
  const last = spreads.at(-1);
  const area = spreads.length > 1 ? furniture.others : furniture.first;
  const bottom = last && last.strips.length > 0 ? (last.tops.at(-1) ?? 0) + (last.strips.at(-1)?.height ?? 0) + room.flow.gap : area.top;
  const point = mm(1);
  return { width: room.width / point, height: Math.max(0, area.top + area.height - bottom) / point };
}

/** The blocks of a document as one strip, and what stands around it. */
function laid(document: Document, theme: Theme, fonts: FontSet, memory: LayoutMemory): { room: Room; furniture: Furniture } {
  const { width, height, margin } = theme.page;
  const structure = element('Document', null);
  const titled = hasTitle(document.blocks);
  const setting: Setting = {
    theme,
    look: contentKey(theme),
    fonts,
    language: document.language,
    words: memory.words(fonts, document.language),
    pageHeight: mm(height - margin.top - margin.bottom),
    lay: layBlocks,
    heading: { section: titled ? 2 : 1, last: 0 },
    missing: new Map(),
  };
  const sheet: Room = {
    setting,
    flow: newFlow(),
    left: mm(margin.left),
    width: mm(width - margin.left - margin.right),
    parent: structure,
    path: '',
    cell: null,
  };
  const furniture = layFurniture(document, sheet);
  const room: Room = { ...sheet, setting: { ...setting, pageHeight: Math.min(furniture.first.height, furniture.others.height) } };
  memory.lay(document.blocks, room);
  return { room, furniture };
}

function refuseMissing({ missing }: Setting): void {
  if (missing.size > 0) throw new Refusal([...missing.values()]);
}

const hasTitle = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.type === 'title' || ('children' in block && hasTitle(block.children)));
