/**
 * The document as a PDF that is PDF/A and PDF/UA-1 at once. The pages are laid out before; this only paints them and
 * writes their structure, bookmarks and metadata.
 */
import PDFDocument from 'pdfkit';
import type { Document } from '../document.js';
import { diagnostic, Refusal } from '../diagnostic.js';
import type { FontSet } from '../layout/fonts.js';
import { layoutDocument } from '../layout/layout.js';
import type { Bookmark, Layout } from '../layout/page.js';
import type { Theme } from '../theme.js';
import { attach } from './pdf/attach.js';
import { openForm } from './pdf/form.js';
import { readyImages } from './pdf/image.js';
import type { Kit, KitOutline } from './pdf/kit.js';
import { informationOf, universalAccess } from './pdf/metadata.js';
import { paintPage } from './pdf/paint.js';
import { standards } from './pdf/profile.js';
import type { PdfOptions } from './pdf/profile.js';
import { growStructure } from './pdf/structure.js';
import { typeFor } from './pdf/type.js';

/**
 * Lays a document out and writes it; the same document gives the same bytes. Rejects with a Refusal when a font lacks
 * a character (`missing-glyph`) or an image cannot be printed (`image-unusable`).
 */
export async function writePdf(document: Document, theme: Theme, fonts: FontSet, options: PdfOptions = {}): Promise<Uint8Array> {
  return paintPdf(layoutDocument(document, theme, fonts), document, options);
}

/** Writes pages that are already laid out; `document` gives the language and the metadata. */
export async function paintPdf(layout: Layout, document: Document, options: PdfOptions = {}): Promise<Uint8Array> {
  const { profile = '2a', flat = false, attachment = null } = options;
  const kit = new PDFDocument({
    ...standards[profile],
    // The default would bring in Helvetica, which cannot be embedded.
    font: null,
    tagged: true,
    lang: document.language,
    displayTitle: true,
    autoFirstPage: false,
    info: informationOf(document),
  } as unknown as PDFKit.PDFDocumentOptions) as unknown as Kit;
  kit.appendXML(universalAccess);

  if (profile === '3a' && attachment) attach(attachment, kit);

  const images = await readyImages(layout, kit, profile === '1a');
  const type = typeFor(kit);
  const structure = growStructure(layout.structure, layout.height, kit);
  const form = flat ? null : openForm(kit, type, structure, document.language);
  for (const page of layout.pages) {
    kit.addPage({ size: [layout.width, layout.height], margin: 0 });
    paintPage(page, { kit, type, structure, images, form, expandContent: profile === '1a' });
  }
  structure.end();
  form?.end();
  type.end();
  addBookmarks(layout.outline, kit.outline, layout.width);
  // pdfkit leaves out the count of the root, without which the outline is invalid.
  kit.outline.options = { ...kit.outline.options, expanded: true };
  kit.end();
  return bytesOf(kit);
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
function bytesOf(kit: Kit): Uint8Array {
  const bytes = kit.read();
  if (!bytes || bytes.subarray(-7).toString('latin1').trim() !== '%%EOF') throw new Refusal([diagnostic('pdf-unfinished')]);
  return bytes;
}
