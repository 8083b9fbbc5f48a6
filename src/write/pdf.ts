/**
 * The document as a PDF that is PDF/A and PDF/UA-1 at once. The pages are laid out before; this only paints them and
 * writes their structure, bookmarks and metadata.
 */
import type { Document } from '../document/document.js';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import { openKept } from '../content/kept.js';
import type { Kept } from '../content/kept.js';
import type { FontSet } from '../layout/fonts.js';
import { layoutDocument } from '../layout/layout.js';
import type { Bookmark, Layout } from '../layout/page.js';
import type { Theme } from '../theme/theme.js';
import { attach } from './pdf/attach.js';
import { openFile } from './pdf/file.js';
import type { File } from './pdf/file.js';
import { openForm } from './pdf/form.js';
import { placeImages } from './pdf/image-objects.js';
import type { KitOutline } from './pdf/insides.js';
import { openMemory } from './pdf/memory.js';
import type { Memory } from './pdf/memory.js';
import { informationOf, universalAccess } from './pdf/metadata.js';
import { openPaintedPages, paintPage } from './pdf/paint.js';
import type { PaintedPages } from './pdf/paint.js';
import { standards } from './pdf/profile.js';
import type { PdfOptions } from './pdf/profile.js';
import { growStructure } from './pdf/structure.js';
import { typeFor } from './pdf/type.js';

/** What one file leaves for the next: nothing in it changes a byte. */
export interface PdfMemory {
  readonly made: Memory;
  readonly pages: PaintedPages;
}

/** In the store in which the memory of the layouts is. */
export const openPdfMemory = (kept: Kept): PdfMemory => ({ made: openMemory(kept), pages: openPaintedPages(kept) });

/**
 * Lays a document out and writes it; the same document gives the same bytes. Rejects with a Refusal when a font lacks
 * a character (`missing-glyph`) or an image cannot be printed (`image-unusable`).
 */
export async function writePdf(document: Document, theme: Theme, fonts: FontSet, options: PdfOptions = {}): Promise<Uint8Array> {
  return paintPdf(layoutDocument(document, theme, fonts), document, options);
}

/**
 * Writes pages that are already laid out; `document` gives the language and the metadata. With a memory, what earlier
 * files had alike is not made again; the bytes are the same.
 */
export async function paintPdf(
  layout: Layout,
  document: Document,
  options: PdfOptions = {},
  { made: memory, pages }: PdfMemory = openPdfMemory(openKept(0)),
): Promise<Uint8Array> {
  const { profile = '2a', flat = false, attachment = null } = options;
  const file = openFile(
    {
      ...standards[profile],
      // The default would bring in Helvetica, which cannot be embedded.
      font: null,
      lang: document.language,
      displayTitle: true,
      autoFirstPage: false,
      info: informationOf(document),
    },
    memory,
  );
  const { kit } = file;
  kit.appendXML(universalAccess);

  if (profile === '3a' && attachment) attach(attachment, kit);

  const images = placeImages(layout, file, (box) => memory.image(box, profile === '1a'));
  const type = typeFor(file, memory);
  const structure = growStructure(layout.structure, layout.height, file);
  const form = flat ? null : openForm(file, memory, type, structure);
  for (const page of layout.pages) {
    kit.addPage({ size: [layout.width, layout.height], margin: 0 });
    paintPage(page, { file, pages, type, structure, images, form, height: layout.height, expandContent: profile === '1a' });
  }
  structure.end();
  form?.end();
  type.end(profile === '1a');
  addBookmarks(layout.outline, kit.outline, layout.width);
  // pdfkit leaves out the count of the root, without which the outline is invalid.
  kit.outline.options = { ...kit.outline.options, expanded: true };
  kit.end();
  return bytesOf(file);
}

function addBookmarks(bookmarks: readonly Bookmark[], parent: KitOutline, width: number): void {
  for (const { title, page, y, children } of bookmarks) {
    // pdfkit measures `left` from the right edge.
    const item = parent.addItem(title, { pageNumber: page, fit: false, left: width, top: y, zoom: 0 });
    addBookmarks(children, item, width);
    // Closed, so the count is negative.
    if (children.length > 0) item.outlineData.Count = -children.length;
  }
}

/**
 * All that pdfkit has written. It writes at once, but waits for ever if an object was left open: then there is no
 * trailer.
 */
function bytesOf(file: File): Uint8Array {
  const bytes = file.bytes();
  if (bytes.subarray(-7).toString('latin1').trim() !== '%%EOF') throw new Refusal([diagnostic('pdf-unfinished')]);
  return bytes;
}
