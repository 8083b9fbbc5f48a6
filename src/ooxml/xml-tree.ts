/** XML as a tree: for parts that come from another document, and for parts that are put together anew. */
import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';
import { isUsual, openNaming } from './namespaces.js';

export interface Xml {
  /** As written, with its prefix: `w:style`. */
  name: string;
  attributes: Record<string, string>;
  children: Node[];
}

export type Node = Xml | string;

/** Why XML is not read: a document type could define entities without end, depth without end would break the reader. */
export type XmlFault = 'doctype' | 'syntax' | 'depth';

/** Parts of Word documents nest some thirty deep; text boxes in tables in text boxes, twice that. */
const deepest = 256;

/** The tree of a part. Calls `refuse`, which throws, for XML that is broken or not to be trusted. */
export function parseXml(source: string, refuse: (fault: XmlFault) => never): Xml {
  return collectXml(source, null, refuse)[0] ?? refuse('syntax');
}

/**
 * The outermost elements of that name, in their order, without building the rest; all with null, which is the root. Elements and
 * attributes have the prefixes that Word gives their namespaces, whatever stands in the source.
 */
export function collectXml(source: string, wanted: string | null, refuse: (fault: XmlFault) => never): Xml[] {
  const found: Xml[] = [];
  const open: Xml[] = [];
  let depth = 0;
  let usual = true;
  const parser = new SaxesParser();
  follow(parser, refuse);
  const text = (words: string): void => void open.at(-1)?.children.push(words);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) refuse('depth');
    usual &&= isUsual(attributes);
    if (open.length === 0 && wanted !== null && name !== wanted) return;
    const made: Xml = { name, attributes: { ...attributes }, children: [] };
    (open.at(-1)?.children ?? found).push(made);
    open.push(made);
  });
  parser.on('closetag', () => {
    depth -= 1;
    open.pop();
  });
  parser.write(source).close();
  return usual ? found : collectRenamed(source, wanted, refuse);
}

/** As `collectXml`, by namespaces: for the few documents that need it, because it takes half as long again. */
function collectRenamed(source: string, wanted: string | null, refuse: (fault: XmlFault) => never): Xml[] {
  const found: Xml[] = [];
  const open: Xml[] = [];
  const scopes: Readonly<Record<string, string>>[] = [{}];
  const naming = openNaming();
  const parser = new SaxesParser({ xmlns: true });
  follow(parser, refuse);
  const text = (words: string): void => void open.at(-1)?.children.push(words);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('opentag', (tag: SaxesTagNS) => {
    const scope = { ...scopes.at(-1), ...tag.ns };
    scopes.push(scope);
    const { name, attributes } = naming.named(tag, scope);
    if (open.length === 0 && wanted !== null && name !== wanted) return;
    const made: Xml = { name, attributes, children: [] };
    (open.at(-1)?.children ?? found).push(made);
    open.push(made);
  });
  parser.on('closetag', () => {
    scopes.pop();
    open.pop();
  });
  parser.write(source).close();
  return found.map((one) => ({ ...one, attributes: { ...naming.declarations(), ...one.attributes } }));
}

function follow(parser: SaxesParser<{ xmlns: boolean }>, refuse: (fault: XmlFault) => never): void {
  parser.on('error', () => refuse('syntax'));
  parser.on('doctype', () => refuse('doctype'));
}

/** The namespace and the name of the outermost tag. */
export function rootOf(source: string, refuse: (fault: XmlFault) => never): { uri: string; name: string } {
  let root: { uri: string; name: string } | null = null;
  const parser = new SaxesParser({ xmlns: true });
  follow(parser, refuse);
  parser.on('opentag', ({ uri, local }) => {
    root ??= { uri, name: local };
  });
  // A part may be long, a tag is not; what follows it is read by whoever needs it.
  parser.write(source.slice(0, 1 << 16));
  return root ?? refuse('syntax');
}

/** The text of a part. */
export const printXml = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${printed(root)}`;

function printed(node: Node): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  return node.children.length === 0
    ? `<${node.name}${attributes}/>`
    : `<${node.name}${attributes}>${node.children.map(printed).join('')}</${node.name}>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const escaped = (text: string): string => text.replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character);

export const xml = (name: string, attributes: Record<string, string | number> = {}, ...children: Node[]): Xml => ({
  name,
  attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
  children,
});

export const isXml = (node: Node): node is Xml => typeof node !== 'string';
/** The words directly in an element. */
export const wordsIn = (parent: Xml): string => parent.children.filter((node): node is string => !isXml(node)).join('');
export const elementsOf = (parent: Xml): Xml[] => parent.children.filter(isXml);
export const childOf = (parent: Xml | undefined, name: string): Xml | undefined =>
  parent && elementsOf(parent).find((one) => one.name === name);
export const valOf = (one: Xml | undefined): string | undefined => one?.attributes['w:val'];

/** Whether a property that is on or off is there and on. */
export const isOn = (one: Xml | undefined): boolean => one !== undefined && !['0', 'false', 'off'].includes(valOf(one) ?? '1');

/** Every element below, parents before their children. */
export function* descendantsOf(parent: Xml): Generator<Xml> {
  for (const one of elementsOf(parent)) {
    yield one;
    yield* descendantsOf(one);
  }
}

/** The same element with what `change` makes of each element below it, children before their parents; null leaves one out. */
export function changed(parent: Xml, change: (one: Xml) => Xml | null): Xml {
  return {
    ...parent,
    children: parent.children.flatMap((node) => (isXml(node) ? (change(changed(node, change)) ?? []) : node)),
  };
}
