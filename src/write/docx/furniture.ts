/**
 * Headers and footers of a reference document, reduced to what may be printed in another document: words, pictures and
 * fields that Word works out anew. Nothing that leads out of the file, tells of its editing or repeats its body stays.
 */
import { posix } from 'node:path';
import { fieldsSettled, settledField } from './furniture-fields.js';
import { damaged, refusal } from '../../ooxml/package.js';
import type { ReferencePackage, Relationship } from '../../ooxml/package.js';
import { withoutTraces } from '../../ooxml/styles.js';
import { childOf, descendantsOf, elementsOf, isOn, isXml, wordsIn, xml } from '../../ooxml/xml-tree.js';
import type { Node, Xml } from '../../ooxml/xml-tree.js';

export type FurnitureKind = 'header' | 'footer';
export type FurniturePage = 'default' | 'first' | 'even';

export interface Picture {
  /** As the content refers to it. */
  readonly id: string;
  /** The end of its file name, in small letters. */
  readonly extension: string;
  /** A copy at each call. */
  bytes(): Uint8Array;
}

export interface Furniture {
  readonly kind: FurnitureKind;
  readonly page: FurniturePage;
  readonly content: Xml;
  readonly pictures: readonly Picture[];
}

/** Media types of the pictures that Word shows. */
export const pictureTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
};

const dropped = new Set([
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:permStart',
  'w:permEnd',
  'w:proofErr',
  'w:del',
  'w:moveFrom',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
  'w:customXmlInsRangeStart',
  'w:customXmlInsRangeEnd',
  'w:customXmlDelRangeStart',
  'w:customXmlDelRangeEnd',
  'w:customXmlMoveFromRangeStart',
  'w:customXmlMoveFromRangeEnd',
  'w:customXmlMoveToRangeStart',
  'w:customXmlMoveToRangeEnd',
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:sectPr',
  'w:numPr',
  'w:lang',
  'w:altChunk',
  'w:subDoc',
  'w:control',
  'w:contentPart',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:lastRenderedPageBreak',
  'w:divId',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:fldData',
  'w:ffData',
  'o:OLEObject',
  'a:hlinkClick',
  'a:hlinkHover',
]);

/** What stands in them stays. */
const unwrapped = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:hyperlink', 'w:sdtContent']);

/** A picture with all that belongs to it; where a part of it cannot be taken over, none of it is. */
const drawings = new Set(['mc:AlternateContent', 'w:drawing', 'w:pict', 'w:object']);

/** The header or footer at `path`. Throws a Refusal for one that is damaged or that links what lies outside the file. */
export function openFurniture(kind: FurnitureKind, page: FurniturePage, path: string, file: ReferencePackage): Furniture {
  const root = file.xml(path);
  if (root?.name !== (kind === 'header' ? 'w:hdr' : 'w:ftr')) throw damaged(path);
  const relationships = new Map(file.relationships(path).map((one) => [one.id, one]));
  const pictures = new Map<string, Picture>();

  const clean = (node: Node): Node[] => {
    if (!isXml(node)) return [node];
    if (dropped.has(node.name)) return [];
    if (node.name === 'w:sdt') return control(node);
    if (unwrapped.has(node.name)) return node.children.flatMap(clean);
    if (drawings.has(node.name)) return drawing(node);
    return [cleaned(node)];
  };

  const cleaned = (one: Xml): Xml => {
    const children = one.children.flatMap(clean);
    return { ...withoutTraces(one), children: one.name === 'w:p' ? fieldsSettled(children, path) : children };
  };

  const control = (sdt: Xml): Node[] => {
    const properties = childOf(sdt, 'w:sdtPr');
    const content = childOf(sdt, 'w:sdtContent')?.children.flatMap(clean) ?? [];
    const property = /coreProperties.*\b(title|subject|creator|keywords)\b/.exec(
      childOf(properties, 'w:dataBinding')?.attributes['w:xpath'] ?? '',
    )?.[1];
    if (property !== undefined) return withRuns(content, (run) => settledField(boundFields[property] ?? '', run));
    return isOn(childOf(properties, 'w:showingPlcHdr')) ? withRuns(content, () => null) : content;
  };

  const drawing = (one: Xml): Node[] => {
    const made = withoutDetours({ ...one, children: one.children.flatMap(clean) });
    const references = [made, ...descendantsOf(made)].flatMap((part) =>
      Object.entries(part.attributes)
        .filter(([name]) => name.startsWith('r:'))
        .map(([, id]) => id),
    );
    const taken = references.map((id) => picture(relationships.get(id)));
    return taken.every(Boolean) && elementsOf(made).length > 0 ? [made] : [];
  };

  const picture = (relationship: Relationship | undefined): boolean => {
    if (!relationship) return false;
    const { id, type, target, external } = relationship;
    if (external) throw refusal('reference-linked', { part: path, target });
    const extension = posix.extname(target).slice(1).toLowerCase();
    if (type !== 'image' || !(extension in pictureTypes)) return false;
    if (!pictures.has(id)) {
      const bytes = file.bytes(target);
      if (!bytes) throw damaged(target);
      pictures.set(id, { id, extension, bytes: () => bytes.slice() });
    }
    return true;
  };

  const content = cleaned(root);
  if (elementsOf(content).length === 0) content.children.push(xml('w:p'));
  const used = new Set(
    [...descendantsOf(content)].flatMap((one) =>
      Object.entries(one.attributes)
        .filter(([name]) => name.startsWith('r:'))
        .map(([, id]) => id),
    ),
  );
  return { kind, page, content, pictures: [...pictures.values()].filter(({ id }) => used.has(id)) };
}

/** Which field says what a control bound to a property of the document says. */
const boundFields: Record<string, string> = { title: 'TITLE', subject: 'SUBJECT', creator: 'AUTHOR', keywords: 'KEYWORDS' };

/** The same content with one thing in the place of its first run and nothing in that of the others. */
function withRuns(content: readonly Node[], first: (run: Xml) => Xml | null): Node[] {
  let done = false;
  const replaced = (node: Node): Node[] => {
    if (!isXml(node)) return [node];
    if (node.name !== 'w:r' && node.name !== 'w:fldSimple') return [{ ...node, children: node.children.flatMap(replaced) }];
    if (done) return [];
    done = true;
    return [first(node) ?? []].flat();
  };
  return content.flatMap(replaced);
}

/** Without other renderings of a picture, links behind it, and a link to a file of which there is a copy inside. */
function withoutDetours(one: Xml): Xml {
  const attributes = Object.entries(one.attributes).filter(
    ([name, value]) =>
      !(
        (name.startsWith('r:') && value === '') ||
        (name === 'r:link' && one.attributes['r:embed']) ||
        (name === 'href' && one.name.startsWith('v:')) ||
        name === 'r:href'
      ),
  );
  return {
    ...one,
    attributes: Object.fromEntries(attributes),
    children: one.children
      .filter((node) => !(isXml(node) && node.name === 'a:extLst' && one.name === 'a:blip'))
      .map((node) => (isXml(node) ? withoutDetours(node) : node)),
  };
}

/** Whether it prints the number of the page. */
export const numbersPages = ({ content }: Furniture): boolean =>
  [...descendantsOf(content)].some(
    (one) =>
      one.name === 'w:pgNum' ||
      /^\s*PAGE\b/i.test(one.name === 'w:fldSimple' ? (one.attributes['w:instr'] ?? '') : one.name === 'w:instrText' ? wordsIn(one) : ''),
  );
