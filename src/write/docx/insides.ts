/**
 * All that is used of docx beyond what it documents, and all that is taken for granted in what it writes; read in 9.15.2.
 * `test/insides.test.ts` looks whether it is still so.
 */
import { Packer } from 'docx';
import type { File, IContext, IMediaData, ImageRun, IXmlableObject, XmlComponent } from 'docx';
import { strFromU8, strToU8 } from 'fflate';

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

/** The parts as they have to be; `unseal` brings back what was hidden from the library. */
export function correctedParts(file: File, unseal: (xml: string) => string): Parts {
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

/** Puts a text into a document that was written without any. */
export const withText = (document: string, text: string): string => document.replace('<w:body>', (found) => found + text);

/**
 * The XML of an element, as the library's own packer prints it. `addPicture` is told of pictures in it, and `idOf` gives the
 * id by which the text refers to one of them.
 */
export function elementXml(
  component: XmlComponent,
  addPicture: (name: string, picture: Pick<IMediaData, 'type' | 'data'>) => void,
  idOf: (name: string) => string | null,
): string {
  const object = component.prepForXml(contextOf(addPicture));
  return object ? settled(xmlOf(object), idOf) : '';
}

/** What elements of a text ask the file for while they are prepared: its pictures, and its numberings, which we count ourselves. */
const contextOf = (addImage: Parameters<typeof elementXml>[1]): IContext =>
  ({
    file: { Media: { addImage }, Numbering: { createConcreteNumberingInstance() {} } },
    viewWrapper: {},
    stack: [],
  }) as unknown as IContext;

/** The library leaves names of pictures and of numberings in braces; no words of ours have any (see `sealed`). */
const settled = (xml: string, idOf: (name: string) => string | null): string =>
  xml.replaceAll(/(?:rId)?\{([^{}]+)\}/g, (_, name: string) => idOf(name) ?? name.replace(/-0$/, ''));

/** An object has one key, its name; attributes are under `_attr`, in its place or first among its children. */
function xmlOf(object: IXmlableObject): string {
  const [name = '', content] = Object.entries(object)[0] ?? [];
  if (typeof content !== 'object' || content === null) return `<${name}>${escaped(content)}</${name}>`;
  if (!Array.isArray(content)) return `<${name}${attributesOf(content as Attributed)}/>`;
  let attributes = '';
  let children = '';
  for (const child of content as (Attributed | string)[]) {
    if (typeof child !== 'object') children += escaped(child);
    else if ('_attr' in child) attributes += attributesOf(child);
    else children += xmlOf(child);
  }
  return `<${name}${attributes}>${children}</${name}>`;
}

interface Attributed {
  _attr?: Record<string, unknown>;
}

function attributesOf({ _attr = {} }: Attributed): string {
  let text = '';
  for (const name of Object.keys(_attr)) text += ` ${name}="${escaped(_attr[name])}"`;
  return text;
}

const entities: Record<string, string> = { '&': '&amp;', '"': '&quot;', "'": '&apos;', '<': '&lt;', '>': '&gt;' };
const escaped = (value: unknown): string => String(value).replace(/[&"'<>]/g, (character) => entities[character] ?? character);
