/** XML as text, put together of elements only, so that no words can pass for markup. */

declare const written: unique symbol;
/** XML that is well formed. */
export type Xml = string & { [written]: true };

/** Undefined leaves an attribute out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

export function element(name: string, attributes: Attributes = {}, ...children: readonly Xml[]): Xml {
  const inTag = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(String(value))}"`))
    .join('');
  return (children.length === 0 ? `<${name}${inTag}/>` : `<${name}${inTag}>${children.join('')}</${name}>`) as Xml;
}

export const text = (words: string): Xml => escaped(words) as Xml;

/** The part of a package whose root this is. */
export const part = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;' };

/** XML forbids controls, halves of surrogate pairs and non-characters; whoever hands one over sees that it stood there. */
const escaped = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"\t\n]/g, (character) => entities[character] ?? character);
