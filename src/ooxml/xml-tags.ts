/** Start tags of XML, read letter by letter: where their attributes stand is noted, and what they say is taken only when it is asked for. */

/** The value of an attribute by its name, without entities; of one with a prefix by ":id", whatever the prefix is. */
export type Attribute = (name: string) => string | undefined;

export interface StartTag {
  /** With its prefix. */
  readonly name: string;
  readonly isEmpty: boolean;
  /** Whether it declares namespaces. */
  readonly declares: boolean;
  /** The place behind it. */
  readonly end: number;
}

export interface TagReader {
  /** The tag that begins at a place; cut where the text ends before it does. Attributes are then those of this tag. */
  read(text: string, at: number): StartTag | 'cut' | 'broken';
  readonly attribute: Attribute;
  /** Names and values of the attributes that declare namespaces: '' is the prefix of the one for names without any. */
  namespaces(): (readonly [prefix: string, uri: string])[];
}

/** Signs of the markup by their codes. */
export const signs = {
  tab: 9,
  return: 13,
  space: 32,
  exclamation: 33,
  quote: 34,
  apostrophe: 39,
  slash: 47,
  less: 60,
  equals: 61,
  greater: 62,
  question: 63,
};
const { tab, return: carriage, space, quote, apostrophe, slash, less, equals, greater } = signs;
export const isSpace = (code: number): boolean => code === space || (code >= tab && code <= carriage);

export function openTags(): TagReader {
  let source = '';
  /** Of each attribute where its name begins and ends, and where its value does. */
  const places: number[] = [];
  let count = 0;

  function read(text: string, start: number): StartTag | 'cut' | 'broken' {
    source = text;
    count = 0;
    let declares = false;
    const nameEnd = endOfName(text, start + 1);
    if (nameEnd === start + 1) return nameEnd === text.length ? 'cut' : 'broken';
    for (let at = nameEnd; ; ) {
      const from = afterSpace(text, at);
      const code = text.charCodeAt(from);
      const isEmpty = code === slash;
      if (isEmpty && from + 1 === text.length) return 'cut';
      if (code === greater || (isEmpty && text.charCodeAt(from + 1) === greater))
        return { name: text.slice(start + 1, nameEnd), isEmpty, declares, end: isEmpty ? from + 2 : from + 1 };
      const end = from === text.length ? 'cut' : from === at ? 'broken' : note(text, from);
      if (typeof end === 'string') return end;
      declares ||= text.startsWith('xmlns', from);
      at = end;
    }
  }

  /** Notes where an attribute stands, and gives the place behind it. */
  function note(text: string, from: number): number | 'cut' | 'broken' {
    const until = endOfName(text, from);
    if (until === from) return 'broken';
    const sign = afterSpace(text, until);
    if (sign === text.length) return 'cut';
    if (text.charCodeAt(sign) !== equals) return 'broken';
    const opening = afterSpace(text, sign + 1);
    if (opening === text.length) return 'cut';
    const mark = text.charCodeAt(opening);
    if (mark !== quote && mark !== apostrophe) return 'broken';
    for (let at = opening + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === less) return 'broken';
      if (code !== mark) continue;
      places[count] = from;
      places[count + 1] = until;
      places[count + 2] = opening + 1;
      places[count + 3] = at;
      count += 4;
      return at + 1;
    }
    return 'cut';
  }

  const valueAt = (at: number): string => {
    const value = source.slice(places[at + 2], places[at + 3]);
    return value.includes('&') ? decoded(value, () => {}) : value;
  };

  return {
    read,
    attribute(name) {
      const isSuffix = name.startsWith(':');
      for (let at = 0; at < count; at += 4) {
        const [from = 0, until = 0] = [places[at], places[at + 1]];
        const start = isSuffix ? until - name.length : from;
        if (until - start === name.length && start >= from && source.startsWith(name, start)) return valueAt(at);
      }
      return undefined;
    },
    namespaces() {
      const found: [string, string][] = [];
      for (let at = 0; at < count; at += 4) {
        const [, prefix] = /^xmlns(?::(.+))?$/.exec(source.slice(places[at], places[at + 1])) ?? [null];
        if (prefix !== null) found.push([prefix ?? '', valueAt(at)]);
      }
      return found;
    },
  };
}

/** What no name has in it, by the codes of the signs. */
const endsName = Uint8Array.from({ length: signs.question + 1 }, (_, code) =>
  Number(isSpace(code) || '<>&"\'=/!?'.includes(String.fromCharCode(code))),
);

function afterSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function endOfName(text: string, from: number): number {
  let at = from;
  while (at < text.length && endsName[text.charCodeAt(at)] !== 1) at++;
  return at;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text with its entities as the characters that they are; one that nobody knows stays as it is, and is told of. */
export function decoded(words: string, unreadable: () => void): string {
  return words.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));|&/gi, (whole, hex?: string, figures?: string, name?: string) => {
    const code = hex === undefined ? Number(figures ?? NaN) : Number.parseInt(hex, 16);
    const character = name === undefined ? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined) : entities[name];
    if (character === undefined) unreadable();
    return character ?? whole;
  });
}
