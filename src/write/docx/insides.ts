/**
 * All that is used of docx beyond what it documents, and all that is taken for granted in what it writes; read in 9.15.2.
 * `test/insides.test.ts` looks whether it is still so.
 */
import { Packer } from 'docx';
import type { File, IContext, IMediaData, ImageRun, IXmlableObject, XmlComponent } from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import { Element } from './ooxml.js';
import type { Child } from './ooxml.js';
import { refuseUnprintable, unseal } from './printable.js';

/** By their paths. */
export type Parts = Record<string, Uint8Array>;

interface Compiler {
  compile(file: File, prettify: undefined, overrides: readonly []): ReadonlyMap<string, string | Uint8Array>;
}

/** The parts as the library makes them, taken before it packs them: to pack and unpack them would be 8 % of a command. */
export function partsOf(file: File): Parts {
  const { compiler } = Packer as unknown as { compiler: Compiler };
  return Object.fromEntries(
    [...compiler.compile(file, undefined, [])].map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
  );
}

/** The library writes the moment of packing; a document that is made again must not differ. */
const moment = '2000-01-01T00:00:00Z';

/** The library marks separators of notes with styles that it does not write. */
const withoutNoteStyles = (xml: string): string => xml.replace(/<w:rStyle w:val="(?:Footnote|Endnote)Reference"\/>/g, '');

/** What has to be put right in the parts that the library writes. */
const corrections: Record<string, (xml: string) => string> = {
  'word/footnotes.xml': withoutNoteStyles,
  'word/endnotes.xml': withoutNoteStyles,
  'docProps/core.xml': (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`),
  // Levels of one numbering and in use, neither of which the library says.
  'word/numbering.xml': (xml) => xml.replaceAll('"hybridMultilevel"', '"multilevel"').replaceAll(' w:tentative="1"', ''),
};

/** The parts as they have to be. */
export function correctedParts(file: File): Parts {
  const parts = partsOf(file);
  for (const [path, correct] of Object.entries(corrections)) {
    const part = parts[path];
    if (part) parts[path] = strToU8(correct(strFromU8(part)));
  }
  for (const [path, part] of Object.entries(parts))
    if (/^word\/(?:header|footer)\d+\.xml$/.test(path)) parts[path] = strToU8(unseal(strFromU8(part)));
  return parts;
}

/** Tells Word how much room a picture needs on each side beyond its size, in English metric units; the library has no option for it. */
export function leaveRoom(image: ImageRun, room: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>): void {
  const prepare = image.prepForXml.bind(image);
  image.prepForXml = (context) => {
    const object = prepare(context);
    const extent = object && within(object, 'wp:effectExtent');
    if (!extent) throw new Error('the library writes pictures without the room around them');
    Object.assign((extent as Attributed)._attr ?? {}, { l: room.left, r: room.right, t: room.top, b: room.bottom });
    return object;
  };
}

/** The content of the first element of a name. */
function within(object: IXmlableObject, name: string): unknown {
  for (const [own, content] of Object.entries(object)) {
    if (own === name) return content;
    for (const child of Array.isArray(content) ? (content as unknown[]) : []) {
      const found = typeof child === 'object' && child !== null ? within(child, name) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Elements where the library asks for its own; its types list no others. */
export const forLibrary = <Own>(elements: readonly Element[]): Own[] => elements as unknown as Own[];

/** Puts a text into a document that was written without any. */
export const withText = (document: string, text: string): string => document.replace('<w:body>', (found) => found + text);

/** The XML of an element. Throws a Refusal with `unprintable-character`. `addPicture` is told of pictures in it, and `idOf` gives the id by which the text refers to one of them. */
export function elementXml(one: Element, addPicture: AddPicture, idOf: IdOf): string {
  let attributes = '';
  for (const name in one.attributes) attributes += ` ${name}="${escaped(String(one.attributes[name]))}"`;
  if (one.children.length === 0) return `<${one.name}${attributes}/>`;
  let children = '';
  for (const child of one.children) {
    if (typeof child === 'string') children += escaped(child);
    else children += child instanceof Element ? elementXml(child, addPicture, idOf) : pictureXml(child, addPicture, idOf);
  }
  return `<${one.name}${attributes}>${children}</${one.name}>`;
}

type IdOf = (name: string) => string | null;
type AddPicture = (name: string, picture: Pick<IMediaData, 'type' | 'data'>) => void;

/** A picture as the library's own packer prints it; in the place of an id it leaves the name in braces. */
function pictureXml(component: XmlComponent, addImage: AddPicture, idOf: IdOf): string {
  const prepared = component.prepForXml({ file: { Media: { addImage } }, viewWrapper: {}, stack: [] } as unknown as IContext);
  return prepared ? elementXml(elementOf(prepared, idOf), addImage, idOf) : '';
}

/** The library refers to a picture by its name in braces. */
const unsealed = (attribute: string, idOf: IdOf): string =>
  unseal(attribute.replace(/^rId\{([^{}]+)\}$/, (_, name: string) => idOf(name) ?? name));

/** An object has one key, its name; attributes are under `_attr`, in its place or first among its children. */
function elementOf(object: IXmlableObject, idOf: IdOf): Element {
  const [name = '', content] = Object.entries(object)[0] ?? [];
  const parts = [content].flat() as (Attributed | string | number)[];
  const attributes: Record<string, string | number> = {};
  const children: Child[] = [];
  for (const part of parts) {
    if (typeof part !== 'object') children.push(String(part));
    else if (part._attr) for (const [key, one] of Object.entries(part._attr)) attributes[key] = unsealed(String(one), idOf);
    else if (Object.keys(part).length > 0) children.push(elementOf(part, idOf));
  }
  return new Element(name, attributes, children);
}

interface Attributed {
  _attr?: Element['attributes'];
}

const entities: Record<string, string> = { '&': '&amp;', '"': '&quot;', "'": '&apos;', '<': '&lt;', '>': '&gt;' };
/** Signs that have to be escaped or refused, which most texts have none of: so all is looked at once. */
const unusual = /[^ !#-%(-;=?-~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]/;

function escaped(value: string): string {
  if (!unusual.test(value)) return value;
  refuseUnprintable(value);
  return value.replace(/[&"'<>]/g, (character) => entities[character] ?? character);
}
