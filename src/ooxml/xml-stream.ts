/**
 * XML as it streams by, for parts too long to be built as a tree. It reads what programs for spreadsheets write, and refuses
 * what is not nested well. Nothing is made for a tag that nobody asks about: three million empty cells take half a second of processor time.
 */
import { openScopes } from './xml-scopes.js';
import { decoded, isSpace, openTags, signs } from './xml-tags.js';
import type { Attribute } from './xml-tags.js';
import type { XmlFault } from './xml-tree.js';

export type { Attribute } from './xml-tags.js';

/** What is told of elements by their names without a prefix; those of other namespaces than that of the root are passed over. */
export interface XmlListener {
  /** `attribute` can be asked until this returns. */
  open(name: string, attribute: Attribute): void;
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

/** What is passed over, or is text as it stands: by its beginning, where it ends. */
const sections = [
  { begin: '<!--', end: '-->', isText: false },
  { begin: '<![CDATA[', end: ']]>', isText: true },
  { begin: '<?', end: '?>', isText: false },
] as const;

/** A reader of one part. Bytes that are no UTF-8 come as U+FFFD. Calls `refuse`, which throws, for XML that is broken. */
export function xmlStream(listener: XmlListener, refuse: (fault: XmlFault) => never): XmlStream {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  /**
   * What stands behind the last tag of a piece goes with the next: a text that is joined of two costs a third more to read
   * letter by letter than one that is decoded at once.
   */
  let held: Uint8Array = nothing;
  /** What has been decoded and not read yet. */
  let rest = '';
  let section: (typeof sections)[number] | null = null;
  const tags = openTags();
  const scopes = openScopes();
  /** Names as they are written, and as they are told; null for elements that are passed over. */
  const open: string[] = [];
  const told: (string | null)[] = [];
  let hasRoot = false;

  function text(words: string): void {
    if (open.length === 0) {
      if (words.replace('\ufeff', '').trim() !== '') refuse('syntax');
      return;
    }
    if (told[told.length - 1] === null) return;
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
        if (section.isText && told[told.length - 1] !== null) listener.text(all.slice(at, until));
        if (end < 0) return until;
        at = end + section.end.length;
        section = null;
        continue;
      }
      if (all.charCodeAt(at) !== less) {
        const sign = all.indexOf('<', at);
        const until = sign < 0 ? (last ? all.length : beforeEntity(all, at)) : sign;
        if (until > at) text(all.slice(at, until));
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
    if (second === slash) return closing(all, at);
    if (second === exclamation || second === question) {
      if (all.startsWith('<!DOCTYPE', at)) refuse('doctype');
      section = sections.find(({ begin }) => all.startsWith(begin, at)) ?? null;
      return section ? at + section.begin.length : null;
    }
    const found = tags.read(all, at);
    if (found === 'broken') refuse('syntax');
    if (found === 'cut') return null;
    const { name, isEmpty, end } = found;
    if (open.length === 0 && hasRoot) refuse('syntax');
    hasRoot = true;
    if (open.length >= deepest) refuse('depth');
    if (found.declares) scopes.declare(open.length, tags.namespaces());
    const own = scopes.localName(name);
    if (own !== null) listener.open(own, tags.attribute);
    if (isEmpty) {
      if (own !== null) listener.close(own);
      scopes.leave(open.length);
    } else {
      open.push(name);
      told.push(own);
    }
    return end;
  }

  function closing(all: string, at: number): number | null {
    const name = open[open.length - 1];
    let end = at + 2 + (name?.length ?? 0);
    while (isSpace(all.charCodeAt(end))) end++;
    if (name === undefined || !all.startsWith(name, at + 2) || all.charCodeAt(end) !== greater) {
      if (all.indexOf('>', at) >= 0) refuse('syntax');
      return null;
    }
    open.pop();
    const own = told.pop() ?? null;
    if (own !== null) listener.close(own);
    scopes.leave(open.length);
    return end + 1;
  }

  return {
    write(bytes) {
      decoder ??= new TextDecoder(encodingOf(bytes));
      const cut = bytes.lastIndexOf(greater) + 1;
      const whole = decoder.decode(joined(held, bytes.subarray(0, cut)), { stream: true });
      held = bytes.subarray(cut);
      const all = rest === '' ? whole : rest + whole;
      const end = read(all, false);
      rest = end === all.length ? '' : all.slice(end);
    },
    end() {
      const all = rest + (decoder?.decode(held) ?? '');
      if (read(all, true) < all.length || section || open.length > 0 || !hasRoot) refuse('syntax');
    },
  };
}

const { less, greater, slash, exclamation, question } = signs;

const unprintable = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** The end of a text without the entity that may begin there. */
function beforeEntity(all: string, from: number): number {
  const start = all.lastIndexOf('&');
  return start >= from && all.length - start < longestEntity && !all.includes(';', start) ? start : all.length;
}

const nothing = new Uint8Array();

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

const encodingOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
