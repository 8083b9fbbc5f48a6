/** What the styles of a file come to for a paragraph and for a run of letters (ECMA-376-1, 17.7.2). */
import { isDefault } from '../styles.js';
import { childOf, elementsOf, isOn, valOf } from '../xml-tree.js';
import type { Xml } from '../xml-tree.js';

export interface StyleSheet {
  /** The style of a paragraph, the default one where it names none. */
  paragraph(id: string | undefined): ParagraphStyle;
  /** Letters of a paragraph of that style, with the style of the letters and what is set for them directly. */
  letters(paragraph: ParagraphStyle, direct: Xml | undefined): Letters;
  /** The list that a style for lists stands for. */
  listOf(id: string): string | null;
}

export interface ParagraphStyle {
  readonly id: string;
  /** In small letters. */
  readonly name: string;
  /** Names of those that it is based on. */
  readonly basedOn: readonly string[];
  /** Ids of itself and of those that it is based on. */
  readonly ids: readonly string[];
  /** Properties of paragraphs, nearest first, the defaults of the document last. */
  readonly properties: readonly Xml[];
}

/** How letters look. */
export interface Letters {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly struck: boolean;
  readonly hidden: boolean;
  readonly underlined: boolean;
  readonly raised: 'superscript' | 'subscript' | null;
  /** In points. */
  readonly size: number;
  readonly language: string | null;
  readonly font: string;
}

/** What one place says of letters; what it does not speak of is missing. */
type Said = { -readonly [name in keyof Letters]?: Letters[name] };

/** On in one style and on in another is off (17.7.3). */
const toggles = ['bold', 'italic', 'capitals', 'struck', 'hidden'] as const;

/** Styles that are based on each other; people make three or four of them. */
const longestChain = 50;

/** Word takes this size where nothing is said. */
const plain: Letters = {
  bold: false,
  italic: false,
  capitals: false,
  struck: false,
  hidden: false,
  underlined: false,
  raised: null,
  size: 10,
  language: null,
  font: '',
};

/** `part` is the root of styles.xml. */
export function openStyleSheet(part: Xml | null): StyleSheet {
  const sheet = part ? elementsOf(part) : [];
  const styles = new Map<string, Xml>();
  for (const one of sheet) {
    const id = one.attributes['w:styleId'];
    if (one.name === 'w:style' && id !== undefined && !styles.has(id)) styles.set(id, one);
  }
  const all = [...styles.values()];
  const ofParagraphs = all.filter((one) => (one.attributes['w:type'] ?? 'paragraph') === 'paragraph');
  const usual =
    ofParagraphs.find(isDefault) ?? ofParagraphs.find((one) => valOf(childOf(one, 'w:name'))?.toLowerCase() === 'normal') ?? null;
  const defaults = sheet.find((one) => one.name === 'w:docDefaults');
  const ofLetters: Letters = { ...plain, ...saidIn(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr')) };

  function chainOf(id: string | undefined): Xml[] {
    const chain: Xml[] = [];
    let style = styles.get(id ?? '');
    while (style && !chain.includes(style) && chain.length < longestChain) {
      chain.push(style);
      style = styles.get(valOf(childOf(style, 'w:basedOn')) ?? '');
    }
    return chain;
  }

  const paragraphs = kept((id: string): ParagraphStyle => {
    const chain = chainOf(id);
    const [name = id.toLowerCase(), ...basedOn] = chain.map(nameOf);
    const inDefaults = childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr');
    const properties = [...chain.map((style) => childOf(style, 'w:pPr')), inDefaults].filter((one) => one !== undefined);
    return { id, name, basedOn, ids: [id, ...chain.slice(1).map((style) => style.attributes['w:styleId'] ?? '')], properties };
  });

  /** What a style and those that it is based on say of letters. */
  const said = kept((id: string): Said => merged(chainOf(id).map((style) => saidIn(childOf(style, 'w:rPr')))));

  /** Without what is set directly, by both styles. */
  const styled = new Map<string, Letters>();
  function lettersOf(paragraph: string, letters: string): Letters {
    const key = JSON.stringify([paragraph, letters]);
    const found = styled.get(key);
    if (found) return found;
    const [below, above] = [said(paragraph), said(letters)];
    const made: Said = { ...ofLetters, ...below, ...above };
    for (const name of toggles) made[name] = ofLetters[name] || (below[name] ?? false) !== (above[name] ?? false);
    const whole = { ...plain, ...made };
    styled.set(key, whole);
    return whole;
  }

  return {
    paragraph: (id) => paragraphs(id ?? usual?.attributes['w:styleId'] ?? ''),
    letters(paragraph, direct) {
      const base = lettersOf(paragraph.id, valOf(childOf(direct, 'w:rStyle')) ?? '');
      return direct ? { ...base, ...saidIn(direct) } : base;
    },
    listOf: (id) => valOf(childOf(childOf(childOf(styles.get(id), 'w:pPr'), 'w:numPr'), 'w:numId')) ?? null,
  };
}

/** Word writes other names of a heading of its own behind a comma. */
function nameOf(style: Xml): string {
  const name = valOf(childOf(style, 'w:name'))?.trim().toLowerCase() ?? style.attributes['w:styleId']?.toLowerCase() ?? '';
  return name.replace(/^(heading [1-9]),.*$/, '$1');
}

/** The nearest first. */
const merged = (places: readonly Said[]): Said => Object.assign({}, ...places.toReversed()) as Said;

function kept<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

function saidIn(properties: Xml | undefined): Said {
  const said: Said = {};
  for (const one of properties ? elementsOf(properties) : []) sayOf(one, said);
  return said;
}

function sayOf(one: Xml, said: Said): void {
  switch (one.name) {
    case 'w:b':
      said.bold = isOn(one);
      break;
    case 'w:i':
      said.italic = isOn(one);
      break;
    case 'w:caps':
    case 'w:smallCaps':
      // Off for one of the two leaves the other as it is.
      if (isOn(one) || said.capitals === undefined) said.capitals = isOn(one);
      break;
    case 'w:strike':
    case 'w:dstrike':
      if (isOn(one) || said.struck === undefined) said.struck = isOn(one);
      break;
    case 'w:vanish':
      said.hidden = isOn(one);
      break;
    case 'w:u':
      said.underlined = (valOf(one) ?? 'none') !== 'none';
      break;
    case 'w:vertAlign':
      said.raised = valOf(one) === 'superscript' ? 'superscript' : valOf(one) === 'subscript' ? 'subscript' : null;
      break;
    case 'w:sz':
      if (Number(valOf(one)) > 0) said.size = Number(valOf(one)) / 2;
      break;
    case 'w:lang':
      if (valOf(one)) said.language = valOf(one) ?? null;
      break;
    case 'w:rFonts':
      said.font = one.attributes['w:ascii'] ?? one.attributes['w:hAnsi'] ?? said.font ?? '';
  }
}
