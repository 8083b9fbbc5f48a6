/** Writes the tree as a native Word document. */
import { File } from 'docx';
import type { Block, Document } from '../document.js';
import type { Theme } from '../theme.js';
import { dress } from './docx/company-look.js';
import { stylesTaken, stylesWorn } from './docx/company-styles.js';
import { within } from './docx/context.js';
import type { Context } from './docx/context.js';
import { openControls } from './docx/controls.js';
import { openFlow } from './docx/flow.js';
import { surroundingsOf } from './docx/letterhead.js';
import { galleryLists, mainNumbering, openNumbering } from './docx/numbering.js';
import { pack } from './docx/package.js';
import { pageOf, textWidth } from './docx/page.js';
import { refuseUnprintable } from './docx/printable.js';
import { clause, figure, list, paragraph, section, title } from './docx/prose.js';
import { profileFor, turnedWith } from './docx/reference.js';
import type { ReferenceDocument } from './docx/reference.js';
import { signature } from './docx/signature.js';
import { paragraphStyles, styleSheet } from './docx/styles.js';
import { facts, stamps, table } from './docx/tables.js';
import { settleEnds } from './docx/track-ends.js';
import { openTracks } from './docx/tracks.js';

export interface DocxOptions {
  /** The document of the company that the styles, the sheet, headers and footers come from. */
  reference?: ReferenceDocument | null;
}

const writers: { [K in Block['type']]: (block: Extract<Block, { type: K }>, context: Context) => void } = {
  title, paragraph, section, clause, list, table, facts, stamps, signature, figure,
};

function write(blocks: readonly Block[], context: Context): void {
  for (const block of blocks) (writers[block.type] as (block: Block, context: Context) => void)(block, within(block, context));
}

/**
 * The document as the bytes of a .docx file, laid out by the profile; with a reference document, in the look of that.
 * The same document gives the same bytes, whenever and wherever. Throws a Refusal with `unprintable-character` for text that no Word file can hold.
 */
export async function writeDocx(document: Document, profile: Theme, { reference: given = null }: DocxOptions = {}): Promise<Uint8Array> {
  refuseUnprintable(document);
  const reference = given && turnedWith(profile, given);
  const theme = reference ? profileFor(profile, reference) : profile;
  const own = paragraphStyles(theme);
  const styles = reference ? stylesWorn(own, reference.styles) : own;
  const numbering = openNumbering(theme, new Set(reference ? stylesTaken(own, reference.styles).keys() : []));
  const flow = openFlow(styles);
  let pictures = 0;
  const tracks = openTracks(document.redline);
  const context: Context = {
    theme, styles, numbering, flow, write,
    language: document.language,
    controls: openControls(document.language, tracks),
    left: 0,
    width: textWidth(theme),
    depth: 0,
    cell: null,
    revision: null,
    tracks,
    nextPicture: () => (pictures += 1),
  };
  write(document.blocks, context);

  const { title: name, subject, author, keywords, role } = document;
  const file = new File({
    title: name,
    subject,
    creator: author,
    lastModifiedBy: author,
    keywords: keywords.join(', '),
    description: `${role.id} ${role.version}`,
    customProperties: [{ name: 'RoleId', value: role.id }, { name: 'RoleVersion', value: role.version }],
    styles: styleSheet(theme, own, document.language),
    numbering: { config: numbering.definitions() },
    hyphenation: { autoHyphenation: theme.text.hyphenate, doNotHyphenateCaps: true, consecutiveHyphenLimit: 3 },
    // What the reader of a redline changes is a proposal as well.
    ...(document.redline && { features: { trackRevisions: true } }),
    compatabilityModeVersion: 15,
    sections: [{ ...(reference ? {} : pageOf(theme, surroundingsOf(document, context))), children: flow.close() }],
  });
  // The styles refer to these numberings even where no paragraph does.
  for (const reference of [mainNumbering, ...Object.values(galleryLists)]) file.Numbering.createConcreteNumberingInstance(reference, 0);
  return pack(file, (parts) => {
    if (document.redline) settleEnds(parts);
    if (reference) dress(parts, document, theme, reference);
  });
}
