/** The styles of a reference document: found by the names that Word gives them, and what they come to. */
import type { TextStyle } from '../theme/theme.js';
import { changed, childOf, elementsOf, valOf, xml } from './xml-tree.js';
import type { Xml } from './xml-tree.js';

export type StyleType = 'paragraph' | 'character' | 'table' | 'numbering';

export interface StyleLook {
  text: TextStyle;
  /** Null where nothing is said. */
  fonts: Xml | null;
  color: Xml | null;
  /** From 0; null for a style that is no heading. */
  outline: number | null;
}

export interface ReferenceStyles {
  /** The part without what belongs to the document and not to its look. */
  sheet: Xml;
  ids: ReadonlySet<string>;
  /** The id of the style of that name, in whatever language the ids are. */
  idOf(type: StyleType, name: string): string | null;
  /** What a paragraph style says together with those that it is based on. */
  lookOf(id: string): StyleLook;
}

/** Of one document only: its numbering, its language, the traces of its editing. */
const ownOfDocument = new Set([
  'w:numPr',
  'w:lang',
  'w:rsid',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
]);

/** Names of styles that stand for the default of their type. */
const defaults: Record<StyleType, string> = {
  paragraph: 'normal',
  character: 'default paragraph font',
  table: 'normal table',
  numbering: 'no list',
};

export const isDefault = (style: Xml): boolean => ['1', 'true', 'on'].includes(style.attributes['w:default'] ?? '');
const typeOf = (style: Xml): StyleType => (style.attributes['w:type'] ?? 'paragraph') as StyleType;
const keyOf = (type: StyleType, name: string): string => `${type} ${name.trim().toLowerCase()}`;

/** `part` is the root of styles.xml. */
export function openStyles(part: Xml): ReferenceStyles {
  const clean = changed(part, (one) => (ownOfDocument.has(one.name) ? null : withoutTraces(one)));
  const styles = new Map<string, Xml>();
  for (const style of elementsOf(clean).filter((one) => one.name === 'w:style')) {
    const id = style.attributes['w:styleId'];
    // A style of a numbering is nothing without the numbering.
    if (
      id === undefined ||
      styles.has(id) ||
      !Object.hasOwn(defaults, typeOf(style)) ||
      (typeOf(style) === 'numbering' && !isDefault(style))
    )
      continue;
    styles.set(id, style);
  }
  // Some programs do not say which style is the default, because its name says so.
  for (const type of Object.keys(defaults) as StyleType[]) {
    const ofType = [...styles].filter(([, style]) => typeOf(style) === type);
    const named = ofType.find(([, style]) => valOf(childOf(style, 'w:name'))?.toLowerCase() === defaults[type]);
    if (named && !ofType.some(([, style]) => isDefault(style)))
      styles.set(named[0], { ...named[1], attributes: { ...named[1].attributes, 'w:default': '1' } });
  }
  const byName = new Map<string, string>();
  for (const [id, style] of styles) {
    const key = keyOf(typeOf(style), isDefault(style) ? defaults[typeOf(style)] : (valOf(childOf(style, 'w:name')) ?? id));
    if (isDefault(style) || !byName.has(key)) byName.set(key, id);
  }
  const sheet = {
    ...clean,
    children: [
      ...clean.children.filter((node) => typeof node === 'string' || node.name !== 'w:style'),
      ...[...styles.values()].map((style) => whole(style, styles)),
    ],
  };

  const lookOf = (id: string): StyleLook => {
    const chain: Xml[] = [];
    for (let style = styles.get(id); style && !chain.includes(style); style = styles.get(valOf(childOf(style, 'w:basedOn')) ?? ''))
      chain.push(style);
    const documentDefaults = childOf(clean, 'w:docDefaults');
    const inRun = [...chain.map((style) => childOf(style, 'w:rPr')), childOf(childOf(documentDefaults, 'w:rPrDefault'), 'w:rPr')];
    const inParagraph = [...chain.map((style) => childOf(style, 'w:pPr')), childOf(childOf(documentDefaults, 'w:pPrDefault'), 'w:pPr')];
    const first = (places: readonly (Xml | undefined)[], name: string): Xml | undefined =>
      places.map((place) => childOf(place, name)).find(Boolean);
    const spacing = (name: string): number | null =>
      number(inParagraph.map((place) => childOf(place, 'w:spacing')?.attributes[name]).find((one) => one !== undefined));
    const outline = number(valOf(first(inParagraph, 'w:outlineLvl')));
    return {
      text: {
        size: (number(valOf(first(inRun, 'w:sz'))) ?? 20) / 2,
        align: alignments[valOf(first(inParagraph, 'w:jc')) ?? ''] ?? 'left',
        spacing: (spacing('w:line') ?? 240) / 240,
        before: (spacing('w:before') ?? 0) / 20,
        after: (spacing('w:after') ?? 0) / 20,
      },
      fonts: first(inRun, 'w:rFonts') ?? null,
      color: first(inRun, 'w:color') ?? null,
      outline: outline === null || outline > 8 ? null : outline,
    };
  };
  return { sheet, ids: new Set(styles.keys()), idOf: (type, name) => byName.get(keyOf(type, name)) ?? null, lookOf };
}

/** The part of a document that has no styles. */
export const noStyles = (namespace: string): ReferenceStyles => openStyles(xml('w:styles', { 'xmlns:w': namespace }));

/** Numbers of editing sessions tell when and by whom a document was changed. */
export const withoutTraces = (one: Xml): Xml => ({
  ...one,
  attributes: Object.fromEntries(
    Object.entries(one.attributes).filter(([name]) => !name.startsWith('w:rsid') && name !== 'w14:paraId' && name !== 'w14:textId'),
  ),
});

/** Without what leads to styles that there are not. */
function whole(style: Xml, styles: ReadonlyMap<string, Xml>): Xml {
  const leads = new Set(['w:basedOn', 'w:next', 'w:link']);
  return {
    ...style,
    children: style.children.filter((node) => typeof node === 'string' || !leads.has(node.name) || styles.has(valOf(node) ?? '')),
  };
}

const alignments: Record<string, TextStyle['align']> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

/** Null for anything but a number. */
const number = (written: string | undefined): number | null =>
  written !== undefined && /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : null;
