/** Writes the tree as a native Word document. */
import { bytesKey, contentKey, frozenCopy, isFrozen } from '../content/content.js';
import { chartInWords } from '../document/reading.js';
import type { Block, Document } from '../document/document.js';
import { openKept } from '../content/kept.js';
import type { Kept } from '../content/kept.js';
import type { Theme } from '../theme/theme.js';
import { within } from './docx/context.js';
import type { Context } from './docx/context.js';
import { openControls } from './docx/controls.js';
import { openFlow } from './docx/flow.js';
import { elementXml } from './docx/insides.js';
import { shellOf, textPath, wholeOf } from './docx/shell.js';
import type { Shell } from './docx/shell.js';
import { openLook } from './docx/look.js';
import type { Look } from './docx/look.js';
import { openNumbering } from './docx/numbering.js';
import { textWidth } from './docx/page.js';
import { openPictures } from './docx/pictures.js';
import { refuseUnprintableAround } from './docx/printable.js';
import { clause, figure, list, paragraph, section, title } from './docx/prose.js';
import type { ReferenceDocument } from './docx/reference.js';
import { signature } from './docx/signature.js';
import { boundTo } from './docx/signed-text.js';
import { keepBlockXml, noBlockXml, writeText } from './docx/block-xml.js';
import { facts, stamps, table } from './docx/tables.js';
import { openTracks } from './docx/tracks.js';
import { packed, zip } from './docx/zip.js';

export interface DocxOptions {
  /** The document of the company that the styles, the sheet, headers and footers come from. */
  reference?: ReferenceDocument | null;
}

const writers: { [K in Block['type']]: (block: Extract<Block, { type: K }>, context: Context) => void } = {
  title,
  paragraph,
  section,
  clause,
  list,
  table,
  facts,
  stamps,
  signature,
  figure,
  chart: (block, context) => {
    context.write([chartInWords(block)], context);
  },
};

function write(blocks: readonly Block[], context: Context): void {
  for (const block of blocks) (writers[block.type] as (block: Block, context: Context) => void)(block, within(block, context));
}

/**
 * The document as the bytes of a .docx file, laid out by the profile; with a reference document, in the look of that.
 * The same document gives the same bytes, whenever and wherever. Throws a Refusal with `unprintable-character` for text that no Word file can hold.
 */
export type DocxWriter = (document: Document, profile: Theme, options?: DocxOptions) => Promise<Uint8Array>;

/** Bytes of the styles of one look. */
const perLook = 50_000;

/**
 * A writer for many documents: in `kept` is what the next one may have in common with those before. A Word file that comes
 * again takes twice the time without the shells of such files.
 */
export function createDocxWriter(kept: Kept): DocxWriter {
  const looks = kept.drawer<Look>(() => perLook);
  const shells = kept.drawer<Shell>(({ around, others }) =>
    [...around, ...others.flatMap(({ local, entry }) => [local, entry])].reduce((sum, { length }) => sum + length, 0),
  );
  const blockXmlIn = keepBlockXml(kept);
  return async (document, profile, { reference = null } = {}) => {
    refuseUnprintableAround(document);
    const key = keyOf(document, profile, reference);
    const look = key === null ? openLook(profile, reference) : looks.get(key, () => openLook(frozenCopy(profile), reference));
    const context = openContext(document, look);
    const { numbering, controls, pictures } = context;
    const pen = {
      styles: look.styles,
      write(block: Block, flow: Context['flow'], bound: Context['bound']): void {
        write([block], { ...context, flow, bound });
      },
      print: context.print,
      remember: () => `${numbering.remember()}\n${controls.remember()}`,
      recall(counted: string): void {
        const [numbers = '', fields = ''] = counted.split('\n');
        numbering.recall(numbers);
        controls.recall(fields);
      },
      pictures: pictures.count,
    };
    const text = writeText(document.blocks, boundTo(document.blocks, look.theme), pen, key === null ? noBlockXml : blockXmlIn(key));
    if (key === null || pictures.count() > 0)
      return zip(Object.entries(await wholeOf(document, context, look, text)).map(([path, bytes]) => packed(path, bytes)));
    const shellKey = key + besidesText(document, pen.remember());
    const shell = shells.known(shellKey) ?? shells.add(shellKey, await shellOf(document, context, look));
    const [before, after] = shell.around;
    return zip([...shell.others, packed(textPath, Buffer.concat([before, shell.named(text), after]))]);
  };
}

/** One document for itself. See `DocxWriter`. */
export const writeDocx: DocxWriter = (document, profile, options) => createDocxWriter(openKept(0))(document, profile, options);

function openContext(document: Document, { theme, styles, taken }: Look): Context {
  const tracks = openTracks(document.redline);
  const pictures = openPictures();
  const print: Context['print'] = (one) => elementXml(one, pictures.add, pictures.idOf);
  return {
    theme,
    styles,
    write,
    tracks,
    pictures,
    print,
    numbering: openNumbering(theme, taken),
    flow: openFlow(styles),
    language: document.language,
    controls: openControls(document.language, tracks, print),
    left: 0,
    width: textWidth(theme),
    depth: 0,
    cell: null,
    bound: new Set(),
    revision: null,
  };
}

/**
 * All that a look depends on; null for what is not kept: a redline comes once, and nobody can tell what is in a reference
 * document that was not read here.
 */
const keyOf = (document: Document, profile: Theme, reference: ReferenceDocument | null): string | null =>
  document.redline || (reference && !isFrozen(reference))
    ? null
    : [document.language, contentKey(profile), contentKey(reference)].join(' ');

/** All that a shell depends on besides the look. */
const besidesText = (
  { title: name, subject, author, keywords, role, letterhead, footer, identity, code }: Document,
  counted: string,
): string =>
  JSON.stringify([
    name,
    subject,
    author,
    keywords,
    role,
    letterhead && { ...letterhead, logo: letterhead.logo && { ...letterhead.logo, data: bytesKey(letterhead.logo.data) } },
    footer,
    identity,
    code,
    counted,
  ]);
