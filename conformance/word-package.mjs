/** A Word file as its parts, and XML as trees of elements. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** The parts of the file by their paths, as bytes. */
export const partsOf = (path) => unzipSync(readFileSync(path));

/** An element: `{name, attributes, children, parts, text}`, `parts` being words and children in their order, `text` all the words inside. Throws when the XML is not well formed. */
export function parseXml(xml) {
  const root = { name: '', attributes: {}, children: [], parts: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], parts: [], text: '' };
    open.at(-1).children.push(element);
    open.at(-1).parts.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    open.at(-1).parts.push(text);
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root.children[0];
}

/** The XML parts of the file, parsed, by their paths. */
export function xmlPartsOf(path) {
  const parts = Object.entries(partsOf(path)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return new Map(parts.map(([name, bytes]) => [name, parseXml(strFromU8(bytes))]));
}

/** Every element of that name in the tree, in the order of the file. */
export const all = (element, name) => element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

/** The children of that name. */
export const children = (element, name) => element.children.filter((child) => child.name === name);

/** The `w:val` of the first child of that name. */
export const valueOf = (element, name) => children(element, name)[0]?.attributes['w:val'];
