/** The styles of a reference document together with those of ours that it lacks. */
import { isDefault } from '../../ooxml/styles.js';
import type { ReferenceStyles, StyleLook, StyleType } from '../../ooxml/styles.js';
import type { ParagraphStyles, StyleId } from './styles.js';
import { changed, childOf, elementsOf, isXml, valOf, xml } from '../../ooxml/xml-tree.js';
import type { Xml } from '../../ooxml/xml-tree.js';

export interface CompanyStyles {
  sheet: Xml;
  /** What a style of ours is called in the sheet. */
  idOf(ours: string): string;
  /** Whether the sheet has a style of that id. */
  has(id: string): boolean;
}

/** Our paragraph styles that the reference document has under the same name, by our ids. */
export function stylesTaken(styles: ParagraphStyles, reference: ReferenceStyles): Map<StyleId, string> {
  const ids = Object.keys(styles) as StyleId[];
  return new Map(
    ids.flatMap((id) => {
      const theirs = reference.idOf('paragraph', styles[id].name);
      return theirs === null ? [] : [[id, theirs] as const];
    }),
  );
}

/** Our paragraph styles with the measures that those of the reference document have instead. */
export function stylesWorn(styles: ParagraphStyles, reference: ReferenceStyles): ParagraphStyles {
  const worn = [...stylesTaken(styles, reference)].map(([id, theirs]) => [id, { ...styles[id], text: reference.lookOf(theirs).text }]);
  return { ...styles, ...(Object.fromEntries(worn) as Partial<ParagraphStyles>) };
}

/** `ours` is the root of the part that was written without the reference document; `language` is a BCP 47 tag. */
export function mergeStyles(ours: Xml, reference: ReferenceStyles, language: string): CompanyStyles {
  const own = elementsOf(ours).filter((one) => one.name === 'w:style');
  const ids = new Map<string, string>();
  const added: Xml[] = [];
  const numbered = new Map<string, Xml | undefined>();
  const headings = new Map<string, number>();
  for (const style of own) {
    const id = style.attributes['w:styleId'] ?? '';
    const theirs = reference.idOf(style.attributes['w:type'] as StyleType, valOf(childOf(style, 'w:name')) ?? '');
    const properties = childOf(style, 'w:pPr');
    const outline = valOf(childOf(properties, 'w:outlineLvl'));
    if (theirs === null) added.push(style);
    else {
      numbered.set(theirs, childOf(properties, 'w:numPr'));
      if (outline !== undefined && reference.lookOf(theirs).outline === null) headings.set(theirs, Number(outline));
    }
    ids.set(id, theirs ?? unused(id, reference.ids));
  }
  const idOf = (id: string): string => ids.get(id) ?? id;

  const heading = reference.idOf('paragraph', 'heading 1') ?? reference.idOf('paragraph', 'Title');
  const look = heading === null ? null : reference.lookOf(heading);
  const bound = (style: Xml): Xml => {
    const id = style.attributes['w:styleId'] ?? '';
    const outline = headings.get(id);
    return withProperties(style, [
      ...(numbered.get(id) ? [numbered.get(id) as Xml] : []),
      ...(outline === undefined ? [] : [xml('w:outlineLvl', { 'w:val': outline })]),
    ]);
  };
  const theirStyles = elementsOf(reference.sheet)
    .filter((one) => one.name === 'w:style')
    .map(bound);
  const ourStyles = added.map((style) => renamed(adapted(style, look), idOf));
  // Two styles cannot both be what a paragraph without a style has.
  const hasDefault = new Set(theirStyles.filter(isDefault).map((one) => one.attributes['w:type']));
  // A sheet of styles without defaults means those of Word; no sheet at all means ours.
  const documentDefaults =
    childOf(reference.sheet, 'w:docDefaults') ??
    (reference.ids.size > 0 ? undefined : childOf(ours, 'w:docDefaults')) ??
    xml('w:docDefaults');
  const latent = childOf(reference.sheet, 'w:latentStyles');
  const sheet: Xml = {
    ...reference.sheet,
    children: [
      inLanguage(documentDefaults, language),
      ...(latent ? [latent] : []),
      ...theirStyles,
      ...ourStyles.map((one) =>
        hasDefault.has(one.attributes['w:type']) ? { ...one, attributes: without(one.attributes, 'w:default') } : one,
      ),
    ],
  };
  const known = new Set([...theirStyles, ...ourStyles].map((one) => one.attributes['w:styleId']));
  return { sheet, idOf, has: (id) => known.has(id) };
}

function unused(id: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? id : `${id}-${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}

const without = (attributes: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter(([one]) => one !== name));

/** The order that the schema wants the properties of a paragraph in. */
const order = [
  'w:pStyle',
  'w:keepNext',
  'w:keepLines',
  'w:pageBreakBefore',
  'w:framePr',
  'w:widowControl',
  'w:numPr',
  'w:suppressLineNumbers',
  'w:pBdr',
  'w:shd',
  'w:tabs',
  'w:suppressAutoHyphens',
  'w:kinsoku',
  'w:wordWrap',
  'w:overflowPunct',
  'w:topLinePunct',
  'w:autoSpaceDE',
  'w:autoSpaceDN',
  'w:bidi',
  'w:adjustRightInd',
  'w:snapToGrid',
  'w:spacing',
  'w:ind',
  'w:contextualSpacing',
  'w:mirrorIndents',
  'w:suppressOverlap',
  'w:jc',
  'w:textDirection',
  'w:textAlignment',
  'w:textboxTightWrap',
  'w:outlineLvl',
  'w:divId',
  'w:cnfStyle',
];

/** What comes after the properties of the paragraph in a style. */
const afterParagraph = new Set(['w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr', 'w:tblStylePr']);

function withProperties(style: Xml, properties: readonly Xml[]): Xml {
  if (properties.length === 0) return style;
  const old = childOf(style, 'w:pPr');
  const names = new Set(properties.map((one) => one.name));
  const all = [...(old ? elementsOf(old).filter((one) => !names.has(one.name)) : []), ...properties];
  const made = xml('w:pPr', {}, ...all.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name)));
  const rest = style.children.filter((node) => node !== old);
  const at = rest.findIndex((node) => isXml(node) && afterParagraph.has(node.name));
  return { ...style, children: at < 0 ? [...rest, made] : [...rest.slice(0, at), made, ...rest.slice(at)] };
}

/** In the fonts and colours of the company: those of its text, or of its headings; standing where we want it whatever its text does. */
function adapted(style: Xml, heading: StyleLook | null): Xml {
  if (style.attributes['w:type'] !== 'paragraph') return style;
  const indented = childOf(childOf(style, 'w:pPr'), 'w:ind')
    ? style
    : withProperties(style, [xml('w:ind', { 'w:left': 0, 'w:right': 0, 'w:firstLine': 0 })]);
  // Only headings have a font of their own; other colours belong to what they stand on.
  if (!childOf(childOf(style, 'w:rPr'), 'w:rFonts')) return indented;
  return changed(indented, (one) => {
    if (one.name === 'w:rFonts') return heading?.fonts ?? null;
    return one.name === 'w:color' ? (heading?.color ?? null) : one;
  });
}

const renamed = (style: Xml, idOf: (id: string) => string): Xml => ({
  ...changed(style, (one) =>
    ['w:basedOn', 'w:next', 'w:link'].includes(one.name)
      ? { ...one, attributes: { ...one.attributes, 'w:val': idOf(valOf(one) ?? '') } }
      : one,
  ),
  attributes: { ...style.attributes, 'w:styleId': idOf(style.attributes['w:styleId'] ?? '') },
});

/** The language is that of our document, whatever the company wrote in. */
function inLanguage(defaults: Xml, language: string): Xml {
  const tag = xml('w:lang', { 'w:val': language, 'w:eastAsia': language, 'w:bidi': 'ar-SA' });
  const run = childOf(defaults, 'w:rPrDefault') ?? xml('w:rPrDefault');
  const look = childOf(run, 'w:rPr') ?? xml('w:rPr');
  // Only effects of Word's newer versions and East Asian layout come after the language in the schema.
  const later = new Set(['w:eastAsianLayout', 'w:specVanish', 'w:oMath']);
  const others = elementsOf(look).filter((one) => one.name !== 'w:lang');
  const isLate = ({ name }: Xml): boolean => later.has(name) || name.startsWith('w14:');
  return {
    ...defaults,
    children: [
      { ...run, children: [{ ...look, children: [...others.filter((one) => !isLate(one)), tag, ...others.filter(isLate)] }] },
      ...defaults.children.filter((node) => !isXml(node) || node.name !== 'w:rPrDefault'),
    ],
  };
}
