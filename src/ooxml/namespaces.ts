/**
 * Namespaces of Word documents. A program may give them any prefixes, and the strict form of the format has namespaces of its
 * own (ISO/IEC 29500-1 beside -4); what is read here has the prefixes and namespaces that Word writes when nobody asks.
 */
import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';

const ooxml = 'http://schemas.openxmlformats.org';
const strictly = 'http://purl.oclc.org/ooxml';
const microsoft = 'http://schemas.microsoft.com/office/word';

export const wordNamespace = `${ooxml}/wordprocessingml/2006/main`;

/** By the prefix that Word gives them. */
const usual: Readonly<Record<string, string>> = {
  w: wordNamespace,
  r: `${ooxml}/officeDocument/2006/relationships`,
  m: `${ooxml}/officeDocument/2006/math`,
  a: `${ooxml}/drawingml/2006/main`,
  pic: `${ooxml}/drawingml/2006/picture`,
  wp: `${ooxml}/drawingml/2006/wordprocessingDrawing`,
  mc: `${ooxml}/markup-compatibility/2006`,
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  w10: 'urn:schemas-microsoft-com:office:word',
  w14: `${microsoft}/2010/wordml`,
  wp14: `${microsoft}/2010/wordprocessingDrawing`,
  wps: `${microsoft}/2010/wordprocessingShape`,
  wpg: `${microsoft}/2010/wordprocessingGroup`,
  wpc: `${microsoft}/2010/wordprocessingCanvas`,
  w15: `${microsoft}/2012/wordml`,
};
const prefixes = new Map(Object.entries(usual).map(([prefix, uri]) => [uri, prefix]));

/** What the strict form calls them. */
const strict = new Map([
  [`${strictly}/wordprocessingml/main`, wordNamespace],
  [`${strictly}/officeDocument/relationships`, `${ooxml}/officeDocument/2006/relationships`],
  [`${strictly}/officeDocument/math`, `${ooxml}/officeDocument/2006/math`],
  [`${strictly}/drawingml/main`, `${ooxml}/drawingml/2006/main`],
  [`${strictly}/drawingml/picture`, `${ooxml}/drawingml/2006/picture`],
  [`${strictly}/drawingml/wordprocessingDrawing`, `${ooxml}/drawingml/2006/wordprocessingDrawing`],
]);

/** Whether a part with these declarations says everything in the usual way, so that its names can be taken as they stand. */
export const isUsual = (attributes: Readonly<Record<string, string>>): boolean =>
  Object.entries(attributes).every(([name, uri]) => {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) return true;
    const prefix = name.slice('xmlns:'.length);
    return !strict.has(uri) && (prefixes.get(uri) ?? prefix) === prefix && (usual[prefix] ?? uri) === uri;
  });

/** Attributes whose values are lists of prefixes. */
const ofPrefixes = /^mc:(Ignorable|MustUnderstand)$/;

/** Gives the elements of one part their usual names, and remembers what has to be declared for them. */
export interface Naming {
  /** `scope` is what the prefixes mean here. */
  named(tag: SaxesTagNS, scope: Readonly<Record<string, string>>): { name: string; attributes: Record<string, string> };
  /** The declarations for all names given so far. */
  declarations(): Record<string, string>;
}

export function openNaming(): Naming {
  const given = new Map<string, string>();
  const prefixOf = (uri: string, prefix: string): string => {
    const known = given.get(uri);
    if (known !== undefined) return known;
    // Somebody else's namespace under a prefix that is taken.
    const free = prefix !== '' && usual[prefix] === undefined && ![...given.values()].includes(prefix) ? prefix : `ns${given.size + 1}`;
    const own = prefixes.get(uri) ?? free;
    given.set(uri, own);
    return own;
  };
  const usualUri = (uri: string): string => strict.get(uri) ?? uri;
  const nameOf = (uri: string, prefix: string, local: string): string =>
    uri === '' || prefix === 'xml' ? (prefix === '' ? local : `${prefix}:${local}`) : `${prefixOf(usualUri(uri), prefix)}:${local}`;
  return {
    named(tag, scope) {
      const renamed = (list: string): string =>
        list
          .split(/\s+/)
          .flatMap((prefix) => (scope[prefix] === undefined ? [] : [prefixOf(usualUri(scope[prefix]), prefix)]))
          .join(' ');
      const name = nameOf(tag.uri, tag.prefix, tag.local);
      const attributes = Object.values<SaxesAttributeNS>(tag.attributes)
        .filter(({ prefix, name: whole }) => prefix !== 'xmlns' && whole !== 'xmlns')
        .map(({ uri, prefix, local, value }) => {
          const key = nameOf(uri, prefix, local);
          const lists = ofPrefixes.test(key) || (key === 'Requires' && name === 'mc:Choice');
          return [key, lists ? renamed(value) : usualUri(value)];
        });
      return { name, attributes: Object.fromEntries(attributes) as Record<string, string> };
    },
    declarations: () => Object.fromEntries([...given].map(([uri, prefix]) => [`xmlns:${prefix}`, uri])),
  };
}

/** Whether the namespace is that of Word's texts, in either form. */
export const isOfWord = (uri: string): boolean => (strict.get(uri) ?? uri) === wordNamespace;
