/** Paragraphs and runs. Their properties stand in the order of the standard (ISO/IEC 29500-1, annex A.1). */
import type { Place } from './numbering.js';
import { Element, element, value } from './ooxml.js';
import type { Child } from './ooxml.js';
import type { alignments, StyleId } from './styles.js';

export interface ParagraphOptions {
  style: StyleId;
  /** On the page of what follows. */
  keepNext?: boolean;
  /** On one page. */
  keepLines?: boolean;
  pageBreakBefore?: boolean;
  /** False where the style has one and the paragraph has none. */
  numbering?: Place | false;
  /** Where a tab ends on the right, in twips, and the line that leads there. */
  tabStop?: { position: number; leader?: 'underscore' };
  spacing?: Element['attributes'];
  indent?: Element['attributes'];
  alignment?: (typeof alignments)[keyof typeof alignments];
  /** The mark of a paragraph that comes or goes. */
  mark?: Element;
  /** What was otherwise before. */
  former?: Element;
  children?: readonly Child[];
}

export const paragraph = ({ children = [], ...options }: ParagraphOptions): Element =>
  new Element('w:p', none, [paragraphProperties(options), ...children]);

export function paragraphProperties(options: Omit<ParagraphOptions, 'children'>): Element {
  const { style, keepNext, keepLines, pageBreakBefore, numbering, tabStop, spacing, indent, alignment, mark, former } = options;
  const own = [value('w:pStyle', style)];
  if (keepNext) own.push(staysWithNext);
  if (keepLines) own.push(element('w:keepLines'));
  if (pageBreakBefore) own.push(element('w:pageBreakBefore'));
  if (numbering !== undefined) {
    const { level, reference } = numbering || { level: 0, reference: 0 };
    own.push(element('w:numPr', none, value('w:ilvl', level), value('w:numId', reference)));
  }
  if (tabStop) {
    const { position, leader } = tabStop;
    own.push(element('w:tabs', none, element('w:tab', { 'w:val': 'right', 'w:pos': position, ...(leader && { 'w:leader': leader }) })));
  }
  if (spacing) own.push(element('w:spacing', spacing));
  if (indent) own.push(element('w:ind', indent));
  if (alignment) own.push(value('w:jc', alignment));
  if (mark) own.push(element('w:rPr', none, mark));
  if (former) own.push(former);
  return new Element('w:pPr', none, own);
}

const none = {};

const staysWithNext = element('w:keepNext');

/** The paragraph on the page of what follows. */
export function keptWithNext(one: Element): Element {
  const [properties, ...content] = one.children;
  if (!(properties instanceof Element)) return element('w:p', none, element('w:pPr', none, staysWithNext));
  const [style, ...others] = properties.children as readonly Element[];
  if (!style || others.includes(staysWithNext)) return one;
  return element('w:p', none, element('w:pPr', none, style, staysWithNext, ...others), ...content);
}

export interface RunLook {
  bold: boolean;
  italics: boolean;
  /** BCP 47 tag, where it is not that of the document. */
  language: string | null;
  rightToLeft: boolean;
}

/** A run of words. */
export function run({ bold, italics, language, rightToLeft }: Partial<RunLook>, ...content: readonly Child[]): Element {
  const own: Element[] = [];
  if (bold) own.push(element('w:b'), element('w:bCs'));
  if (italics) own.push(element('w:i'), element('w:iCs'));
  if (rightToLeft) own.push(element('w:rtl'));
  if (language) own.push(element('w:lang', rightToLeft ? { 'w:bidi': language } : { 'w:val': language }));
  return new Element('w:r', none, own.length > 0 ? [new Element('w:rPr', none, own), ...content] : content);
}

/** The text of a run, in the element that its version wants. */
export const words = (text: string, name: 'w:t' | 'w:delText' = 'w:t'): Element => element(name, { 'xml:space': 'preserve' }, text);

/** The field in which Word counts the pages: which one this is, or how many there are. */
export const pageField = (name: 'PAGE' | 'NUMPAGES'): Element[] =>
  [fieldMark('begin'), element('w:instrText', { 'xml:space': 'preserve' }, name), fieldMark('separate'), fieldMark('end')].map((part) =>
    run({}, part),
  );

const fieldMark = (type: string): Element => element('w:fldChar', { 'w:fldCharType': type });
