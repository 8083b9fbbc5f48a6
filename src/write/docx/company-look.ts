/** Dresses a finished document in the look of a reference document. */
import { strFromU8, strToU8 } from 'fflate';
import type { Document, Identity } from '../../document/document.js';
import type { Theme } from '../../theme/theme.js';
import { mergeStyles } from './company-styles.js';
import type { CompanyStyles } from './company-styles.js';
import { fieldFilled } from './furniture-fields.js';
import { numbersPages, pictureTypes } from './furniture.js';
import type { Furniture, FurnitureKind, FurniturePage } from './furniture.js';
import { identityIn } from './identity.js';
import { twips } from './ooxml.js';
import { textWidth } from './page.js';
import type { Parts } from './insides.js';
import type { ReferenceDocument } from './reference.js';
import { changed, elementsOf, parseXml, printXml, xml } from '../../ooxml/xml-tree.js';
import type { Xml } from '../../ooxml/xml-tree.js';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespaces = { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'xmlns:r': office };

/**
 * Replaces the styles, fonts, colours, sheet, headers and footers among the parts of a document that was written
 * without headers and footers. `theme` is the layout profile fitted to the reference document. Gives what turns the names of our
 * styles in a text that is still to come into those of the reference document.
 */
export function dress(parts: Parts, document: Document, theme: Theme, reference: ReferenceDocument): (text: string) => string {
  const read = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const write = (path: string, text: string): void => {
    parts[path] = strToU8(text);
  };
  const written = (path: string): Xml =>
    parseXml(read(path), () => {
      throw new Error(`${path} was written badly`);
    });

  const styles = mergeStyles(written('word/styles.xml'), reference.styles, document.language);
  write('word/styles.xml', printXml(styles.sheet));
  for (const path of ['word/document.xml', 'word/numbering.xml', 'word/footnotes.xml', 'word/endnotes.xml'])
    if (parts[path]) write(path, withStyleIds(read(path), styles));
  if (reference.theme) write('word/theme/theme1.xml', printXml(reference.theme));

  const furniture = furnish(document, theme, reference, styles);
  const differentFirst = furniture.some(({ page }) => page === 'first');
  const types: Xml[] = [];
  const relationships: Xml[] = [];
  const references: Xml[] = [];
  const media = new Map<string, string>();
  let drawings = furnitureDrawings;
  for (const kind of ['header', 'footer'] as const)
    furniture
      .filter((one) => one.kind === kind)
      .forEach(({ page, content, pictures }, at) => {
        const name = `${kind}${at + 1}.xml`;
        write(
          `word/${name}`,
          printXml(
            changed(content, (one) =>
              one.name === 'wp:docPr' ? { ...one, attributes: { ...one.attributes, id: String((drawings += 1)) } } : one,
            ),
          ),
        );
        relationships.push(xml('Relationship', { Id: `${kind}-${page}`, Type: `${office}/${kind}`, Target: name }));
        references.push(xml(`w:${kind}Reference`, { 'w:type': page, 'r:id': `${kind}-${page}` }));
        types.push(
          xml('Override', {
            PartName: `/word/${name}`,
            ContentType: `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`,
          }),
        );
        const links = pictures.map(({ id, extension, bytes: copyOf }) => {
          const bytes = copyOf();
          // A logo on the first page and on the others is one picture.
          const same = [...media].find(
            ([path]) => path.endsWith(`.${extension}`) && Buffer.compare(parts[`word/${path}`] ?? new Uint8Array(), bytes) === 0,
          )?.[0];
          const path = same ?? `media/furniture${media.size + 1}.${extension}`;
          media.set(path, extension);
          parts[`word/${path}`] = bytes;
          return xml('Relationship', { Id: id, Type: `${office}/image`, Target: path });
        });
        if (links.length > 0) write(`word/_rels/${name}.rels`, printXml(xml('Relationships', { xmlns: packageRelationships }, ...links)));
      });

  const fontFiles = reference.fonts.flatMap(({ files }) => files);
  for (const { id, bytes } of fontFiles) parts[`word/fonts/${id}.odttf`] = bytes();

  const addTo = (path: string, added: readonly Xml[], isThere: (one: Xml) => boolean): void => {
    const root = written(path);
    write(path, printXml({ ...root, children: [...root.children.filter((node) => typeof node === 'string' || !isThere(node)), ...added] }));
  };
  const extensions = [...new Set(media.values())];
  const defaults: [string, string][] = [
    ...extensions.map((extension): [string, string] => [extension, pictureTypes[extension] ?? '']),
    ...(fontFiles.length > 0 ? [['odttf', 'application/vnd.openxmlformats-officedocument.obfuscatedFont'] as [string, string]] : []),
  ];
  addTo(
    '[Content_Types].xml',
    [...defaults.map(([extension, type]) => xml('Default', { Extension: extension, ContentType: type })), ...types],
    (one) => one.name === 'Default' && defaults.some(([extension]) => extension === one.attributes.Extension),
  );
  if (fontFiles.length > 0) {
    addTo(
      'word/fontTable.xml',
      reference.fonts.map(({ entry }) => entry),
      () => false,
    );
    addTo(
      'word/_rels/fontTable.xml.rels',
      fontFiles.map(({ id }) => xml('Relationship', { Id: id, Type: `${office}/font`, Target: `fonts/${id}.odttf` })),
      () => false,
    );
  }
  addTo('word/_rels/document.xml.rels', relationships, () => false);
  write(
    'word/document.xml',
    read('word/document.xml').replace(/<w:sectPr\b(?:(?!<w:sectPr\b)[^])*?<\/w:sectPr>(?=<\/w:body>)/, () =>
      section(theme, reference, references, differentFirst),
    ),
  );
  write('word/settings.xml', withSettings(read('word/settings.xml'), reference));
  return (text) => withStyleIds(text, styles);
}

const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Numbers of drawings in the body count from 1; no document has so many. */
const furnitureDrawings = 100_000;

const withStyleIds = (text: string, { idOf }: CompanyStyles): string =>
  text.replace(/(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)"/g, (_, start: string, id: string) => `${start}${idOf(id)}"`);

/** The headers and footers of the reference document; with our page number where they have none. */
function furnish(document: Document, theme: Theme, reference: ReferenceDocument, styles: CompanyStyles): Furniture[] {
  const words = { TITLE: document.title, SUBJECT: document.subject, AUTHOR: document.author, KEYWORDS: document.keywords.join(', ') };
  const fitted = reference.furniture.map(
    (one): Furniture => ({
      ...one,
      content: {
        ...changed(one.content, (part) =>
          ['w:pStyle', 'w:rStyle', 'w:tblStyle'].includes(part.name) && !styles.has(part.attributes['w:val'] ?? '')
            ? null
            : fieldFilled(part, words),
        ),
        attributes: { ...namespaces, ...one.content.attributes },
      },
    }),
  );
  const numbered = fitted.some(numbersPages);
  const { identity } = document;
  if (numbered && !identity) return fitted;

  const atTop = theme.pageNumber.place === 'top-center';
  const own = (kind: FurnitureKind, page: FurniturePage): Furniture | undefined =>
    fitted.find((one) => one.kind === kind && one.page === page);
  const empty = (kind: FurnitureKind, page: FurniturePage): Furniture => ({
    kind,
    page,
    pictures: [],
    content: xml(kind === 'header' ? 'w:hdr' : 'w:ftr', namespaces, paragraphIn(kind, styles)),
  });
  const firstDiffers = (!numbered && theme.pageNumber.from > 1) || reference.page.differentFirst;
  const pages: FurniturePage[] = [
    'default',
    ...(firstDiffers ? ['first' as const] : []),
    ...(reference.evenPages ? ['even' as const] : []),
  ];
  const added = (kind: FurnitureKind, page: FurniturePage): Xml[] => {
    const unnumbered = numbered || (page === 'first' && theme.pageNumber.from > 1);
    const number = unnumbered || (identity && !atTop) || kind !== (atTop ? 'header' : 'footer') ? [] : [pageNumber(kind, theme, styles)];
    return identity && kind === 'footer' ? [...number, identification(identity, theme, numbered, styles)] : number;
  };
  return (['header', 'footer'] as const).flatMap((kind) =>
    pages.flatMap((page): Furniture[] => {
      // A first page that differs by our number only has the company's usual header.
      const usual = page === 'first' && !reference.page.differentFirst ? own(kind, 'default') : own(kind, page);
      const more = added(kind, page);
      if (numbered && !usual && more.length === 0) return [];
      const one = usual ? { ...usual, page } : empty(kind, page);
      if (more.length === 0) return [one];
      return [{ ...one, content: { ...one.content, children: usual ? [...one.content.children, ...more] : more } }];
    }),
  );
}

/** Our line under what the company has; its own page numbers are enough. */
function identification(identity: Identity, theme: Theme, numbered: boolean, styles: CompanyStyles): Xml {
  const { line, page, split } = identityIn(identity, theme, textWidth(theme));
  const words = (text: string): Xml => xml('w:r', {}, xml('w:t', { 'xml:space': 'preserve' }, text));
  const [before, between, after] = page;
  const align = split ? 'left' : theme.furniture.align;
  if (numbered) return paragraphIn('footer', styles, align, words(split ? line : line.replace(/\s\S\s$/u, '')));
  const paragraph = paragraphIn(
    'footer',
    styles,
    align,
    words(line),
    ...(split ? [xml('w:r', {}, xml('w:tab'))] : []),
    words(before),
    field('PAGE'),
    words(between),
    field('NUMPAGES'),
    words(after),
  );
  return split ? withTab(paragraph, textWidth(theme)) : paragraph;
}

/** One stop at the right edge, in the place that the schema has for it. */
function withTab(paragraph: Xml, at: number): Xml {
  const [properties, ...rest] = elementsOf(paragraph);
  if (!properties) return paragraph;
  const [style, ...others] = elementsOf(properties);
  const tabs = xml('w:tabs', {}, xml('w:tab', { 'w:val': 'right', 'w:pos': at }));
  return { ...paragraph, children: [{ ...properties, children: [...(style ? [style] : []), tabs, ...others] }, ...rest] };
}

const paragraphIn = (kind: FurnitureKind, styles: CompanyStyles, align = 'left', ...content: Xml[]): Xml =>
  xml(
    'w:p',
    {},
    xml(
      'w:pPr',
      {},
      xml('w:pStyle', { 'w:val': styles.idOf(kind === 'header' ? 'Header' : 'Footer') }),
      xml('w:ind', { 'w:left': 0, 'w:firstLine': 0 }),
      xml('w:jc', { 'w:val': align }),
    ),
    ...content,
  );

const field = (instruction: string): Xml => xml('w:fldSimple', { 'w:instr': ` ${instruction} ` }, xml('w:r', {}, xml('w:t', {}, '1')));

function pageNumber(kind: FurnitureKind, { pageNumber: { place, total } }: Theme, styles: CompanyStyles): Xml {
  const slash = xml('w:r', {}, xml('w:t', { 'xml:space': 'preserve' }, ' / '));
  return paragraphIn(
    kind,
    styles,
    place === 'bottom-right' ? 'right' : 'center',
    field('PAGE'),
    ...(total ? [slash, field('NUMPAGES')] : []),
  );
}

function section(
  theme: Theme,
  { page: { sheet, borders, numberFormat, differentFirst } }: ReferenceDocument,
  references: readonly Xml[],
  first: boolean,
): string {
  const { width, height, margin } = theme.page;
  const distance = twips(theme.pageNumber.distance);
  const size = sheet?.size ?? { width: twips(width), height: twips(height), landscape: width > height };
  const margins = sheet?.margin ?? {
    top: twips(margin.top),
    right: twips(margin.right),
    bottom: twips(margin.bottom),
    left: twips(margin.left),
    header: distance,
    footer: distance,
    gutter: 0,
  };
  const root = xml(
    'w:sectPr',
    {},
    ...references,
    xml('w:pgSz', { 'w:w': size.width, 'w:h': size.height, ...(size.landscape && { 'w:orient': 'landscape' }) }),
    xml('w:pgMar', Object.fromEntries(Object.entries(margins).map(([side, length]) => [`w:${side}`, length]))),
    ...(borders ? [borders] : []),
    ...(numberFormat === null ? [] : [xml('w:pgNumType', { 'w:fmt': numberFormat })]),
    ...(first || differentFirst ? [xml('w:titlePg')] : []),
  );
  return printXml(root).replace(/^<\?xml[^>]*>/, '');
}

/** In the places that the schema has for them among the settings that the library writes. */
function withSettings(settings: string, { fonts, colors, evenPages, mirrored }: ReferenceDocument): string {
  const kept = `${fonts.length > 0 ? '<w:embedTrueTypeFonts/>' : ''}${mirrored ? '<w:mirrorMargins/>' : ''}`;
  const meant = colors ? printXml({ ...colors, children: elementsOf(colors) }).replace(/^<\?xml[^>]*>/, '') : '';
  return settings
    .replace('<w:displayBackgroundShape/>', (found) => found + kept)
    .replace('<w:evenAndOddHeaders w:val="false"/>', (found) => (evenPages ? '<w:evenAndOddHeaders/>' : found))
    .replace('</w:compat>', (found) => found + meant);
}
