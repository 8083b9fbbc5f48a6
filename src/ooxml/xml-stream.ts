/**
 * XML as it streams by, for parts too long to be built as a tree: elements by their names without a prefix. It reads what
 * programs for spreadsheets write, and refuses what is not nested well; sixty megabytes of cells take a tenth of the time
 * that they take in the reader of trees, which judges each character.
 */
import type { XmlFault } from './xml-tree.js';

export interface XmlListener {
  /** `attributes` are taken apart when they are asked for. */
  open(name: string, attributes: () => Readonly<Record<string, string>>): void;
  close(name: string): void;
  /** A text may come in several pieces. */
  text(words: string): void;
  /** A character or an entity that nobody can read stands in the text; it is left as it is. */
  unreadable(): void;
}

/** Listens to nothing; to be spread under what does. */
export const xmlIgnored: XmlListener = { open() {}, close() {}, text() {}, unreadable() {} };

export interface XmlStream {
  write(bytes: Uint8Array): void;
  end(): void;
}

/** Parts of spreadsheets nest some ten deep. */
const deepest = 64;
/** Characters; tags with their attributes are far shorter. */
const longestTag = 32 << 10;
const longestEntity = 12;

const openTag = /<([^\s/>=<&'"!?]+)((?:\s+[^\s=/>'"<]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const closeTag = /<\/([^\s>]+)\s*>/y;
/** What is passed over, or is text as it stands: by its beginning, where it ends. */
const sections = [
  { begin: '<!--', end: '-->', isText: false },
  { begin: '<![CDATA[', end: ']]>', isText: true },
  { begin: '<?', end: '?>', isText: false },
] as const;

/** A reader of one part. Bytes that are no UTF-8 come as U+FFFD. Calls `refuse`, which throws, for XML that is broken. */
export function xmlStream(listener: XmlListener, refuse: (fault: XmlFault) => never): XmlStream {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  /** What has not been read yet. */
  let rest = '';
  let section: (typeof sections)[number] | null = null;
  const open: string[] = [];
  let hasRoot = false;

  function text(words: string): void {
    if (words === '') return;
    if (open.length === 0) {
      if (words.replace('\ufeff', '').trim() !== '') refuse('syntax');
      return;
    }
    listener.text(words.includes('&') ? decoded(words, listener.unreadable) : words);
    if (unprintable.test(words)) listener.unreadable();
  }

  /** Reads as far as it can and gives the place of what is not whole yet. */
  function read(all: string, last: boolean): number {
    let at = 0;
    while (at < all.length) {
      if (section) {
        const end = all.indexOf(section.end, at);
        // The end may be cut in two.
        const until = end < 0 ? Math.max(at, all.length - section.end.length + 1) : end;
        if (section.isText) listener.text(all.slice(at, until));
        if (end < 0) return until;
        at = end + section.end.length;
        section = null;
        continue;
      }
      const sign = all.indexOf('<', at);
      if (sign !== at) {
        const until = sign < 0 ? (last ? all.length : beforeEntity(all, at)) : sign;
        text(all.slice(at, until));
        if (sign < 0) return until;
        at = sign;
      }
      const next = tag(all, at);
      if (next === null) {
        if (last || all.length - at > longestTag) refuse('syntax');
        return at;
      }
      at = next;
    }
    return at;
  }

  /** The place behind a tag; null where it is not whole. */
  function tag(all: string, at: number): number | null {
    const second = all.charCodeAt(at + 1);
    if (second === slash) {
      closeTag.lastIndex = at;
      const found = closeTag.exec(all);
      if (!found) return null;
      // The listener may have another part read in the meantime.
      const next = closeTag.lastIndex;
      close(found[1] ?? '');
      return next;
    }
    if (second === exclamation || second === question) {
      if (all.startsWith('<!DOCTYPE', at)) refuse('doctype');
      section = sections.find(({ begin }) => all.startsWith(begin, at)) ?? null;
      return section ? at + section.begin.length : null;
    }
    openTag.lastIndex = at;
    const found = openTag.exec(all);
    if (!found) return null;
    const next = openTag.lastIndex;
    const [, name = '', attributes = '', end] = found;
    if (open.length === 0 && hasRoot) refuse('syntax');
    hasRoot = true;
    open.push(name);
    if (open.length > deepest) refuse('depth');
    listener.open(local(name), () => attributesIn(attributes));
    if (end === '/') close(name);
    return next;
  }

  function close(name: string): void {
    if (open.pop() !== name) refuse('syntax');
    listener.close(local(name));
  }

  return {
    write(bytes) {
      decoder ??= new TextDecoder(
        bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8',
      );
      const all = rest + decoder.decode(bytes, { stream: true });
      rest = all.slice(read(all, false));
    },
    end() {
      const all = rest + (decoder?.decode() ?? '');
      if (read(all, true) < all.length || section || open.length > 0 || !hasRoot) refuse('syntax');
    },
  };
}

const [slash, exclamation, question] = ['/', '!', '?'].map((sign) => sign.charCodeAt(0));

/** Programs are free to write `x:row` for `row`. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The end of a text without the entity that may begin there. */
function beforeEntity(all: string, from: number): number {
  const start = all.lastIndexOf('&');
  return start >= from && all.length - start < longestEntity && !all.includes(';', start) ? start : all.length;
}

/** Of a tag that has the right shape. */
function attributesIn(written: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (let at = 0; ; ) {
    const equals = written.indexOf('=', at);
    if (equals < 0) return found;
    let from = equals + 1;
    while (written[from] !== '"' && written[from] !== "'") from += 1;
    const end = written.indexOf(written[from] ?? '"', from + 1);
    const value = written.slice(from + 1, end);
    found[written.slice(at, equals).trim()] = value.includes('&') ? decoded(value, () => {}) : value;
    at = end + 1;
  }
}

const unprintable = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(words: string, unreadable: () => void): string {
  return words.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));|&/gi, (whole, hex?: string, figures?: string, name?: string) => {
    const code = hex === undefined ? Number(figures ?? NaN) : Number.parseInt(hex, 16);
    const character = name === undefined ? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined) : entities[name];
    if (character === undefined) unreadable();
    return character ?? whole;
  });
}
