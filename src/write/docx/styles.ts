/** The styles of the document: Word's own names where Word has one, every measure from the layout profile. */
import { NumberProperties } from 'docx';
import type { IStylesOptions, XmlComponent } from 'docx';
import type { FontFamily, TextStyle, Theme } from '../../theme/theme.js';
import { forLibrary } from './insides.js';
import { clauseIndent, galleryLists, headingIndent, mainNumbering } from './numbering.js';
import type { Indent } from './numbering.js';
import { element, halfPoints, lineHeight, pointTwips, twips, value } from './ooxml.js';
import type { Element } from './ooxml.js';

const fonts: Record<FontFamily, string> = { serif: 'Times New Roman', sans: 'Arial' };

/** Word's names for the alignments of the profile. */
export const alignments = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

export type StyleId =
  | 'Normal'
  | 'BodyText'
  | 'Lead'
  | 'Requisite'
  | 'Note'
  | 'Title'
  | 'Subtitle'
  | 'Heading1'
  | 'Heading2'
  | 'Clause'
  | 'Clause2'
  | 'ListBullet'
  | 'ListNumber'
  | 'Caption'
  | 'TableText'
  | 'TableHeading'
  | 'TableList'
  | 'FactLabel'
  | 'FactValue'
  | 'Figure'
  | 'Stamp'
  | 'SignatureLead'
  | 'SignaturePlace'
  | 'SignatureCaption'
  | 'Separator'
  | 'Header'
  | 'Footer'
  | 'Letterhead'
  | 'FooterLine';

interface ParagraphStyle {
  name: string;
  text: TextStyle;
  next?: StyleId;
  indent?: Indent;
  bold?: boolean;
  color?: string;
  font?: FontFamily;
  keepNext?: boolean;
  keepLines?: boolean;
  /** From 0; makes the paragraph an entry of the navigation pane. */
  outline?: number;
  /** The level of the numbering that the style carries: the main one, or that of a list. */
  level?: number;
  list?: string;
  rule?: boolean;
  /** Words may be divided at the end of a line where the profile divides words at all. */
  hyphens?: boolean;
}

export type ParagraphStyles = Record<StyleId, ParagraphStyle>;

/** Styles that Word knows under these names; the others are our own. */
const builtIn: ReadonlySet<StyleId> = new Set([
  'Normal',
  'BodyText',
  'Title',
  'Subtitle',
  'Heading1',
  'Heading2',
  'ListBullet',
  'ListNumber',
  'Caption',
  'Header',
  'Footer',
]);

/** The styles that people choose for themselves, with the place that Word gives them among all; the rest stay out of the gallery. */
const gallery: Partial<Record<StyleId, number>> = {
  Normal: 0,
  BodyText: 1,
  Clause: 2,
  Clause2: 3,
  Lead: 4,
  ListBullet: 5,
  ListNumber: 6,
  Heading1: 9,
  Heading2: 9,
  Title: 10,
  Subtitle: 11,
  Requisite: 12,
  Note: 13,
  TableText: 14,
  TableHeading: 15,
  TableList: 16,
  Caption: 35,
};
const lastPlace = 99;

export function paragraphStyles(theme: Theme): ParagraphStyles {
  const { text, table, facts, title, heading, list, signature } = theme;
  const plain: TextStyle = { ...text, align: 'left', before: 0, after: 0 };
  const inTable: TextStyle = { size: table.size, align: 'left', spacing: table.spacing, before: 0, after: 0 };
  const inFacts: TextStyle = { ...plain, size: facts.size };
  const firstLine: Indent = { left: 0, firstLine: twips(text.indent) };
  const listed: TextStyle = { ...text, before: 0, after: list.after };
  const numbered = theme.numbering.section !== null;
  const headed = (
    level: '1' | '2',
  ): Pick<ParagraphStyle, 'text' | 'bold' | 'rule' | 'color' | 'font' | 'keepNext' | 'keepLines' | 'outline' | 'next'> => ({
    text: heading[level],
    bold: heading[level].bold,
    rule: heading[level].rule,
    color: theme.color.accent,
    font: theme.font.heading,
    keepNext: true,
    keepLines: true,
    outline: Number(level) - 1,
    next: 'BodyText',
  });
  const titled = {
    text: title,
    bold: title.bold,
    color: theme.color.accent,
    font: theme.font.heading,
    keepNext: true,
    keepLines: true,
    next: 'BodyText' as const,
  };
  return {
    Normal: { name: 'Normal', text: plain, hyphens: true },
    BodyText: { name: 'Body Text', text, indent: firstLine, hyphens: true },
    Lead: { name: 'Lead', text, indent: firstLine, keepNext: true, next: 'BodyText', hyphens: true },
    Requisite: { name: 'Requisite', text: theme.requisite },
    Note: { name: 'Note', text: theme.note, hyphens: true },
    Title: { name: 'Title', ...titled },
    Subtitle: { name: 'Subtitle', ...titled, text: { ...title, before: 0 } },
    Heading1: { name: 'heading 1', ...headed('1'), indent: headingIndent(theme), ...(numbered && { level: 0 }) },
    Heading2: { name: 'heading 2', ...headed('2'), indent: headingIndent(theme, '2') },
    Clause: { name: 'Clause', text: { ...text, after: theme.clause.after }, indent: clauseIndent(theme, 1), level: 1, hyphens: true },
    Clause2: { name: 'Clause 2', text: { ...text, after: theme.clause.after }, indent: clauseIndent(theme, 2), level: 2, hyphens: true },
    ListBullet: { name: 'List Bullet', text: listed, level: 0, list: galleryLists.ListBullet, hyphens: true },
    ListNumber: { name: 'List Number', text: listed, level: 0, list: galleryLists.ListNumber, hyphens: true },
    Caption: { name: 'caption', text: { ...inTable, before: table.before, after: table.size / 4 }, keepNext: true, keepLines: true },
    TableText: { name: 'Table Text', text: inTable, hyphens: true },
    TableHeading: { name: 'Table Heading', text: inTable, bold: true, color: theme.color.tableHead, keepNext: true },
    TableList: { name: 'Table List', text: inTable, hyphens: true },
    FactLabel: { name: 'Fact Label', text: inFacts, bold: true },
    FactValue: { name: 'Fact Value', text: inFacts },
    Figure: { name: 'Figure', text: { ...plain, spacing: 1, after: text.after } },
    Stamp: { name: 'Stamp', text: { ...theme.stamp, before: 0, after: 0 } },
    SignatureLead: { name: 'Signature Lead', text: { ...plain, before: signature.before }, keepNext: true, keepLines: true },
    SignaturePlace: { name: 'Signature Place', text: { ...plain, spacing: 1, align: 'center' }, keepLines: true },
    SignatureCaption: {
      name: 'Signature Caption',
      text: { ...plain, spacing: 1, size: signature.captionSize, align: 'center', before: 1 },
      keepLines: true,
    },
    Separator: { name: 'Separator', text: { ...plain, size: 1, spacing: 1 } },
    Header: { name: 'header', text: { ...plain, spacing: 1, size: theme.pageNumber.size } },
    Footer: { name: 'footer', text: { ...plain, spacing: 1, size: theme.pageNumber.size } },
    Letterhead: { name: 'Letterhead', text: { ...theme.furniture, before: 0, after: 0 }, color: theme.color.accent },
    FooterLine: { name: 'Footer Line', text: { ...theme.furniture, before: 0, after: 0 }, color: theme.color.quiet },
  };
}

/** The part of the file that holds the styles. `language` is a BCP 47 tag. */
export function styleSheet(theme: Theme, styles: ParagraphStyles, language: string): IStylesOptions {
  const ids = Object.keys(styles) as StyleId[];
  return {
    importedStyles: forLibrary<XmlComponent>([
      documentDefaults(theme, language),
      ...ids.map((id) => paragraphStyle(id, styles[id], theme)),
      element(
        'w:style',
        { 'w:type': 'character', 'w:default': '1', 'w:styleId': 'DefaultParagraphFont' },
        value('w:name', 'Default Paragraph Font'),
        value('w:uiPriority', 1),
        element('w:semiHidden'),
        element('w:unhideWhenUsed'),
      ),
      // Without Word's usual grey: a blank on paper has to be a line to write on.
      element(
        'w:style',
        { 'w:type': 'character', 'w:styleId': 'PlaceholderText' },
        value('w:name', 'Placeholder Text'),
        value('w:basedOn', 'DefaultParagraphFont'),
        value('w:uiPriority', 99),
        element('w:rPr', {}, element('w:noProof')),
      ),
      ...tableStyles(theme),
      element(
        'w:style',
        { 'w:type': 'numbering', 'w:default': '1', 'w:styleId': 'NoList' },
        value('w:name', 'No List'),
        value('w:uiPriority', 99),
        element('w:semiHidden'),
        element('w:unhideWhenUsed'),
      ),
    ]),
  };
}

function documentDefaults(theme: Theme, language: string): Element {
  return element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        fontOf(theme.font.body),
        value('w:color', theme.color.text),
        ...sizeOf(theme.text.size),
        element('w:lang', { 'w:val': language, 'w:eastAsia': language, 'w:bidi': 'ar-SA' }),
      ),
    ),
    element('w:pPrDefault', {}, element('w:pPr', {}, element('w:widowControl'))),
  );
}

const fontOf = (family: FontFamily): Element =>
  element('w:rFonts', { 'w:ascii': fonts[family], 'w:eastAsia': fonts[family], 'w:hAnsi': fonts[family], 'w:cs': fonts[family] });

const sizeOf = (pt: number): Element[] => [value('w:sz', halfPoints(pt)), value('w:szCs', halfPoints(pt))];

function paragraphStyle(id: StyleId, style: ParagraphStyle, theme: Theme): Element {
  const own = !builtIn.has(id);
  return element(
    'w:style',
    { 'w:type': 'paragraph', ...(id === 'Normal' && { 'w:default': '1' }), ...(own && { 'w:customStyle': '1' }), 'w:styleId': id },
    value('w:name', style.name),
    ...(id === 'Normal' ? [] : [value('w:basedOn', 'Normal')]),
    ...(style.next ? [value('w:next', style.next)] : []),
    value('w:uiPriority', gallery[id] ?? lastPlace),
    ...(id in gallery ? [element('w:qFormat')] : []),
    paragraphProperties(style, theme),
    element(
      'w:rPr',
      {},
      ...(style.font ? [fontOf(style.font)] : []),
      ...(style.bold ? [element('w:b'), element('w:bCs')] : []),
      ...(style.color ? [value('w:color', style.color)] : []),
      ...sizeOf(style.text.size),
    ),
  );
}

/** The order of these elements is the schema's. */
function paragraphProperties(style: ParagraphStyle, theme: Theme): Element {
  const { text, indent } = style;
  return element(
    'w:pPr',
    {},
    ...(style.keepNext ? [element('w:keepNext')] : []),
    ...(style.keepLines ? [element('w:keepLines')] : []),
    ...(style.level === undefined ? [] : [new NumberProperties(`${style.list ?? mainNumbering}-0`, style.level)]),
    ...(style.rule
      ? [element('w:pBdr', {}, element('w:bottom', { 'w:val': 'single', 'w:sz': 4, 'w:space': 2, 'w:color': theme.color.rule }))]
      : []),
    ...(style.hyphens || !theme.text.hyphenate ? [] : [element('w:suppressAutoHyphens')]),
    element('w:spacing', {
      'w:before': pointTwips(text.before),
      'w:after': pointTwips(text.after),
      'w:line': lineHeight(text.spacing),
      'w:lineRule': 'auto',
    }),
    ...(indent ? [element('w:ind', indentAttributes(indent))] : []),
    value('w:jc', alignments[text.align]),
    ...(style.outline === undefined ? [] : [value('w:outlineLvl', style.outline)]),
  );
}

const indentAttributes = ({ left, hanging, firstLine }: Indent): Record<string, number> => ({
  'w:left': left,
  ...(hanging === undefined ? { 'w:firstLine': firstLine ?? 0 } : { 'w:hanging': hanging }),
});

function tableStyles(theme: Theme): Element[] {
  const { padding } = theme.table;
  const margins = (vertical: number, horizontal: number): Element =>
    element(
      'w:tblCellMar',
      {},
      ...(
        [
          ['top', vertical],
          ['left', horizontal],
          ['bottom', vertical],
          ['right', horizontal],
        ] as const
      ).map(([side, mm]) => element(`w:${side}`, { 'w:w': twips(mm), 'w:type': 'dxa' })),
    );
  const borders = (...sides: string[]): Element =>
    element(
      'w:tblBorders',
      {},
      ...sides.map((side) => element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': theme.color.rule })),
    );
  const noIndent = element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' });
  const based = (id: string, name: string, properties: Element[], own: boolean): Element =>
    element(
      'w:style',
      { 'w:type': 'table', ...(own && { 'w:customStyle': '1' }), 'w:styleId': id },
      value('w:name', name),
      value('w:basedOn', 'TableNormal'),
      value('w:uiPriority', own ? lastPlace : 39),
      element('w:tblPr', {}, ...properties),
    );
  return [
    element(
      'w:style',
      { 'w:type': 'table', 'w:default': '1', 'w:styleId': 'TableNormal' },
      value('w:name', 'Normal Table'),
      value('w:uiPriority', 99),
      element('w:semiHidden'),
      element('w:unhideWhenUsed'),
      element('w:tblPr', {}, noIndent, margins(0, 0)),
    ),
    based('TableGrid', 'Table Grid', [borders('top', 'left', 'bottom', 'right', 'insideH', 'insideV'), margins(padding, padding)], false),
    based('TableRows', 'Table Rows', [borders('top', 'bottom', 'insideH'), margins(padding, padding)], true),
    based('TableFacts', 'Table Facts', [margins(theme.facts.padding, 0)], true),
    based('TableLayout', 'Table Layout', [margins(0, 0)], true),
  ];
}
