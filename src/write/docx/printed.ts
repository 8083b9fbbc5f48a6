/** The library's elements as XML, as its own packer prints them. */
import type { IContext, IXmlableObject, XmlComponent } from 'docx';
import type { Pictures } from './pictures.js';
import { unseal } from './printable.js';

/** The XML of an element of the text. */
export function printed(component: XmlComponent, pictures: Pictures): string {
  const object = component.prepForXml(contextOf(pictures));
  return object ? unseal(settled(xmlOf(object), pictures)) : '';
}

/** What elements of a text ask the file for while they are prepared: its pictures, and its numberings, which we count ourselves. */
const contextOf = (pictures: Pictures): IContext =>
  ({
    file: { Media: { addImage: pictures.add }, Numbering: { createConcreteNumberingInstance() {} } },
    viewWrapper: {},
    stack: [],
  }) as unknown as IContext;

/** The library leaves names of pictures and of numberings in braces; no words of ours have any (see `sealed`). */
const settled = (xml: string, { idOf }: Pictures): string =>
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
