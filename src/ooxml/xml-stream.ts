/** XML as it streams by, for parts too long to be built as a tree: elements by their names without a prefix. */
import { SaxesParser } from 'saxes';
import type { XmlFault } from './xml-tree.js';

export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(words: string): void;
  /** A character or an entity that nobody can read stands in the text; it is left as it is. */
  unreadable(): void;
}

/** Listens to nothing; to be spread under what does. */
export const xmlIgnored: XmlListener = { open() {}, close() {}, text() {}, unreadable() {} };

/** Parts of spreadsheets nest some ten deep. */
const deepest = 64;
/** What the parser says of a single place, after which it goes on soundly. */
const ofOnePlace =
  /(?:undefined entity|disallowed character|disallowed character in entity name|malformed character entity|empty entity name)\.$/;

export interface XmlStream {
  write(bytes: Uint8Array): void;
  end(): void;
}

/** A reader of one part. Bytes that are no UTF-8 come as U+FFFD. Calls `refuse`, which throws, for XML that is broken. */
export function xmlStream(listener: XmlListener, refuse: (fault: XmlFault) => never): XmlStream {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let depth = 0;
  parser.on('error', ({ message }) => (ofOnePlace.test(message) ? listener.unreadable() : refuse('syntax')));
  parser.on('doctype', () => refuse('doctype'));
  parser.on('text', (words) => listener.text(words));
  parser.on('cdata', (words) => listener.text(words));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) refuse('depth');
    listener.open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    listener.close(local(name));
  });
  return {
    write(bytes) {
      decoder ??= new TextDecoder(
        bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8',
      );
      parser.write(decoder.decode(bytes, { stream: true }));
    },
    end() {
      if (decoder) parser.write(decoder.decode());
      parser.close();
    },
  };
}

/** Programs are free to write `x:row` for `row`. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);
