/** A document whose look others are to have: its styles, theme, page, headers and footers, and nothing of its body. */
import { bytesKey, frozen } from '../../content/content.js';
import type { FontFamily, TextStyle, Theme } from '../../theme/theme.js';
import { fontsUsed, openFonts } from './company-fonts.js';
import type { CompanyFont } from './company-fonts.js';
import { openFurniture } from './furniture.js';
import type { Furniture, FurnitureKind, FurniturePage } from './furniture.js';
import { damaged, openPackage } from '../../ooxml/package.js';
import { openStyles } from '../../ooxml/styles.js';
import type { ReferenceStyles } from '../../ooxml/styles.js';
import { changed, childOf, elementsOf, isOn, xml } from '../../ooxml/xml-tree.js';
import type { Xml } from '../../ooxml/xml-tree.js';

export interface ReferenceDocument {
  readonly styles: ReferenceStyles;
  /** The fonts and colours that styles name by their use; null leaves those of Word. */
  readonly theme: Xml | null;
  /** Those that it carries in itself. */
  readonly fonts: readonly CompanyFont[];
  readonly page: ReferencePage;
  readonly furniture: readonly Furniture[];
  /** Which colour of the theme is meant by which name. */
  readonly colors: Xml | null;
  /** Left and right pages have headers of their own, or margins that mirror each other. */
  readonly evenPages: boolean;
  readonly mirrored: boolean;
}

export interface ReferencePage {
  /** Null leaves the sheet of the layout profile. */
  readonly sheet: Sheet | null;
  readonly borders: Xml | null;
  readonly numberFormat: string | null;
  readonly differentFirst: boolean;
}

/** Lengths in twips. */
export interface Sheet {
  readonly size: { readonly width: number; readonly height: number; readonly landscape: boolean };
  readonly margin: Readonly<Record<'top' | 'right' | 'bottom' | 'left' | 'header' | 'footer' | 'gutter', number>>;
}

/** The least width and height, in twips, on which a document can be set: 6 cm. */
const leastText = 3402;
/** Word knows no larger sheets. */
const largest = 31_680;

/**
 * Reads a .docx or .dotx file; what is read is frozen. Throws a Refusal with `reference-not-docx`, `reference-encrypted`,
 * `reference-macros`, `reference-too-large`, `reference-damaged`, `reference-doctype` or `reference-linked`.
 */
export function readReference(bytes: Uint8Array): ReferenceDocument {
  const file = openPackage(bytes);
  const relationships = file.relationships(file.main);
  const pathOf = (type: string): string | null => relationships.find((one) => one.type === type && !one.external)?.target ?? null;
  const part = (type: string): Xml | null => {
    const path = pathOf(type);
    return path === null ? null : file.xml(path);
  };
  const styles = part('styles') ?? xml('w:styles', { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' });
  if (styles.name !== 'w:styles') throw damaged('styles.xml');
  const settings = part('settings') ?? undefined;
  const sections = file.collect(file.main, 'w:sectPr');
  const last = sections.at(-1);
  const differentFirst = isOn(childOf(last, 'w:titlePg'));
  const evenPages = isOn(childOf(settings, 'w:evenAndOddHeaders'));
  const pages: FurniturePage[] = ['default', ...(differentFirst ? ['first' as const] : []), ...(evenPages ? ['even' as const] : [])];

  const furniture = (['header', 'footer'] as const).flatMap((kind) =>
    pages.flatMap((page): Furniture[] => {
      const id = referenceIn(sections, kind, page);
      const found = id === null ? undefined : relationships.find((one) => one.id === id);
      if (id !== null && (!found || found.external)) throw damaged(file.main);
      return found ? [openFurniture(kind, page, found.target, file)] : [];
    }),
  );
  const fontTable = pathOf('fontTable');
  const theme = withoutPictures(part('theme'));
  const own = openStyles(styles);
  const used = fontsUsed([own.sheet, ...furniture.map(({ content }) => content)], theme);
  const read: ReferenceDocument = {
    styles: own,
    theme,
    fonts: fontTable === null ? [] : openFonts(fontTable, file, used),
    page: {
      sheet: last ? sheetOf(last, file.main) : null,
      borders: bordersOf(last),
      numberFormat: childOf(last, 'w:pgNumType')?.attributes['w:fmt'] ?? null,
      differentFirst,
    },
    furniture,
    colors: childOf(settings, 'w:clrSchemeMapping') ?? null,
    evenPages,
    mirrored: isOn(childOf(settings, 'w:mirrorMargins')),
  };
  return frozen(read, bytesKey(bytes));
}

/** A section without a header of its own goes on with that of the one before it. */
function referenceIn(sections: readonly Xml[], kind: FurnitureKind, page: FurniturePage): string | null {
  const references = sections
    .flatMap(elementsOf)
    .filter((one) => one.name === `w:${kind}Reference` && (one.attributes['w:type'] ?? 'default') === page);
  return references.at(-1)?.attributes['r:id'] ?? null;
}

function sheetOf(section: Xml, path: string): Sheet | null {
  const size = childOf(section, 'w:pgSz');
  const margins = childOf(section, 'w:pgMar');
  if (!size || !margins) return null;
  const length = (one: Xml, name: string): number => twipsOf(one.attributes[name] ?? '0') ?? refuse();
  const refuse = (): never => {
    throw damaged(path);
  };
  const sheet: Sheet = {
    size: { width: length(size, 'w:w'), height: length(size, 'w:h'), landscape: size.attributes['w:orient'] === 'landscape' },
    margin: {
      top: length(margins, 'w:top'),
      right: length(margins, 'w:right'),
      bottom: length(margins, 'w:bottom'),
      left: length(margins, 'w:left'),
      header: length(margins, 'w:header'),
      footer: length(margins, 'w:footer'),
      gutter: length(margins, 'w:gutter'),
    },
  };
  const { width, height } = sheet.size;
  const { top, right, bottom, left, gutter } = sheet.margin;
  // A negative margin at the top or the bottom is one that the header may not push away.
  const tooSmall = width - left - right - gutter < leastText || height - Math.abs(top) - Math.abs(bottom) < leastText;
  if (tooSmall || Math.max(width, height) > largest || Math.min(left, right, gutter) < 0) refuse();
  return sheet;
}

/** Lines only: a border of pictures refers to parts that stay behind. */
function bordersOf(section: Xml | undefined): Xml | null {
  const borders = childOf(section, 'w:pgBorders');
  return borders ? changed(borders, (one) => (Object.keys(one.attributes).some((name) => name.startsWith('r:')) ? null : one)) : null;
}

const units: Record<string, number> = { '': 1, mm: 1440 / 25.4, cm: 1440 / 2.54, in: 1440, pt: 20, pc: 240, pi: 240 };

function twipsOf(written: string): number | null {
  const [, amount, unit = ''] = /^(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?$/.exec(written) ?? [];
  return amount === undefined ? null : Math.round(Number(amount) * (units[unit] ?? 1));
}

/** Pictures behind shapes are no fonts and no colours. */
function withoutPictures(theme: Xml | null): Xml | null {
  if (theme?.name !== 'a:theme') return null;
  const plain = xml('a:solidFill', {}, xml('a:schemeClr', { val: 'phClr' }));
  return changed(theme, (one) =>
    one.name === 'a:blipFill' ? plain : one.name === 'a:extLst' || one.name === 'a:objectDefaults' ? { ...one, children: [] } : one,
  );
}

const millimetres = (twips: number): number => (twips * 25.4) / 1440;
const halfPoint = (pt: number): number => Math.max(1, Math.round(pt * 2) / 2);

/** The reference document with its sheet turned, when the profile has its sheets turned. */
export function turnedWith({ page }: Theme, reference: ReferenceDocument): ReferenceDocument {
  const { sheet } = reference.page;
  if (!sheet || page.width <= page.height || sheet.size.width >= sheet.size.height) return reference;
  const size = { width: sheet.size.height, height: sheet.size.width, landscape: true };
  return { ...reference, page: { ...reference.page, sheet: { ...sheet, size } } };
}

/** Names of fonts that are about as wide as Times New Roman; all others are taken to be as wide as Arial. */
const narrow = /^(?!.*sans)(?:.*(?:times|serif|tinos|georgia|cambria|garamond|palatino|antiqua|century|minion|constantia|bodoni))/iu;

/** How wide lines of underscores come out in the font of the reference document, which may only be named by its theme. */
const familyOf = (fonts: Xml | null, usual: FontFamily): FontFamily =>
  fonts === null ? usual : narrow.test(fonts.attributes['w:ascii'] ?? '') ? 'serif' : 'sans';

/** The layout profile with the sheet of the reference document and its sizes of type in proportion to that document's. */
export function profileFor(theme: Theme, { page: { sheet }, styles }: ReferenceDocument): Theme {
  const body = styles.idOf('paragraph', 'Body Text') ?? styles.idOf('paragraph', 'Normal');
  const look = body === null ? null : styles.lookOf(body);
  const scale = look === null ? 1 : look.text.size / theme.text.size;
  // What the company does with one kind of heading holds for those that it has no style for.
  const alignedAs = (name: string): Partial<Pick<TextStyle, 'align'>> => {
    const id = styles.idOf('paragraph', name);
    return id === null ? {} : { align: styles.lookOf(id).text.align };
  };
  const sized = <T extends { size: number }>(style: T): T => ({ ...style, size: halfPoint(style.size * scale) });
  return {
    ...theme,
    font: { ...theme.font, body: familyOf(look?.fonts ?? null, theme.font.body) },
    ...(sheet && {
      page: {
        width: millimetres(sheet.size.width),
        height: millimetres(sheet.size.height),
        margin: {
          top: millimetres(Math.abs(sheet.margin.top)),
          right: millimetres(sheet.margin.right),
          bottom: millimetres(Math.abs(sheet.margin.bottom)),
          left: millimetres(sheet.margin.left + sheet.margin.gutter),
        },
      },
    }),
    pageNumber: sized(theme.pageNumber),
    text: sized(theme.text),
    requisite: sized(theme.requisite),
    note: sized(theme.note),
    title: { ...sized(theme.title), ...alignedAs('Title') },
    heading: { 1: sized(theme.heading[1]), 2: { ...sized(theme.heading[2]), ...alignedAs('heading 1') } },
    table: sized(theme.table),
    facts: sized(theme.facts),
    stamp: sized(theme.stamp),
    signature: { ...theme.signature, captionSize: halfPoint(theme.signature.captionSize * scale) },
  };
}
