/** Markup, as filled templates give it, read into elements; every rule of the vocabulary is checked here. */
import { closest } from 'fastest-levenshtein';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import { bounds } from './bounds.js';
import { inlineTags, mayHoldWords, tags } from './vocabulary.js';
import type { Tag, TagName } from './vocabulary.js';

export interface Element {
  name: TagName;
  attributes: Record<string, string>;
  children: (Element | string)[];
  readonly place: Place;
}

/** Its place is asked for only when something is wrong. */
class ReadElement implements Element {
  readonly attributes: Record<string, string> = {};
  readonly children: (Element | string)[] = [];
  /** What the template wrote into the tag of where it stands. */
  at: string | null = null;

  constructor(
    readonly name: TagName,
    private readonly placeOf: (at: string) => Place,
  ) {}

  get place(): Place {
    return this.placeOf(this.at ?? '');
  }
}

/** An author mends a few at a time, and hostile markup has thousands. */
const mostProblems = 20;

// Each is looked for where the reading stands, and nowhere else.
const tagName = /<([a-z]+)/y;
const attribute = /\s+([^\s=/<>"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;
const closingTag = /<\/([^\s<>]*)\s*>/y;

/** Signs that no file can hold. Halves of pairs are for the writers to tell. */
const unprintable = /[\0-\b\v\f\x0e-\x1f\ufffe\uffff]/;

const reference = /&(?:(\w+)|#(\d{1,7})|#x([\da-f]{1,6}));|&[^\s;]{0,20};?/gi;
const namedSigns = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

/**
 * Reads markup whose root is `<document>`: the tags of the vocabulary, their attributes in quotes, words with references
 * to signs, and nothing else that XML has; a reader of all XML takes twice the time. Throws a Refusal with what is wrong, at
 * most twenty mistakes: a tag not closed, in the wrong place or with wrong attributes, words where none may stand; or when
 * there is too much of it.
 */
export function parseMarkup(markup: string, placeOf: (at: string) => Place): Element {
  const problems: Diagnostic[] = [];
  const open: Element[] = [];
  let root: Element | null = null;
  let read = 0;
  let done = 0;

  function tell(code: string, args: Record<string, string>, where: Element | undefined): void {
    problems.push(diagnostic(code, args, where?.place ?? {}));
    if (problems.length >= mostProblems) throw new Refusal(problems);
  }

  /** What is wrong is called by how it is written, which people of all languages can read. */
  function illFormed(written: string, where = open.at(-1)): void {
    tell('template-not-well-formed', { reason: shortened(written) }, where);
  }

  /** What stands where the reading does, which then goes on behind it. */
  function next(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = done;
    const found = expression.exec(markup);
    if (found) done = expression.lastIndex;
    return found;
  }

  /** The words with the signs that are written as references: `&amp;`, `&#39;`, `&#x27;`. */
  function decoded(written: string, where: Element): string {
    if (!written.includes('&')) return written;
    return written.replace(reference, (all, name?: string, decimal?: string, hexadecimal?: string) => {
      const code = Number(decimal ?? `0x${hexadecimal ?? ''}`);
      const sign = name === undefined ? (code <= lastCodePoint ? String.fromCodePoint(code) : undefined) : namedSigns.get(name);
      if (sign === undefined || unprintable.test(sign)) illFormed(all, where);
      return sign ?? '';
    });
  }

  function readWords(written: string): void {
    const parent = open.at(-1);
    if (parent && holdsWords(parent)) parent.children.push(decoded(written, parent));
    else if (written.trim() === '') return;
    else if (parent) tell('template-bad-nesting', { tag: shortened(decoded(written, parent)), parent: parent.name }, parent);
    else illFormed(written);
  }

  function readAttributes(element: ReadElement): void {
    const allowed: Tag['attributes'] = tags[element.name].attributes;
    for (let found = next(attribute); found; found = next(attribute)) {
      const [written, name = '', inDouble, inSingle = ''] = found;
      const value = inDouble ?? inSingle;
      if (name === 'at' ? element.at !== null : Object.hasOwn(element.attributes, name)) illFormed(written, element);
      else if (name === 'at') element.at = value;
      else if (Object.hasOwn(allowed, name)) element.attributes[name] = decoded(value.replace(/\r\n?|[\n\t]/g, ' '), element);
      else tell('template-unknown-attribute', { tag: element.name, attribute: name, nearest: nearestTo(name, allowed) }, element);
    }
  }

  function checkRequired(element: Element): void {
    const { name, attributes } = element;
    const allowed: Tag['attributes'] = tags[name].attributes;
    for (const attribute in allowed)
      if (allowed[attribute] === 'required' && (attributes[attribute] ?? '').trim() === '')
        tell('template-missing-attribute', { tag: name, attribute }, element);
  }

  /** Whether it can be told where the tag ends. */
  function openTag(): boolean {
    const [written = '', name = ''] = next(tagName) ?? [];
    if (!Object.hasOwn(tags, name)) {
      illFormed(markup.slice(done - written.length));
      return false;
    }
    const parent = open.at(-1);
    const element = new ReadElement(name as TagName, placeOf);
    readAttributes(element);
    const end = next(tagEnd);
    if ((read += 1) > bounds.tags) throw tooMuch('tags', element);
    if (open.length >= bounds.depth) throw tooMuch('depth', element);
    if (!end) {
      illFormed(markup.slice(done), element);
      return false;
    }
    checkRequired(element);
    if (!mayStandIn(parent, element.name)) tell('template-bad-nesting', { tag: name, parent: parent?.name ?? '' }, element);
    if (parent) parent.children.push(element);
    else if (root) illFormed(written, element);
    else root = element;
    if (end[1] === '') open.push(element);
    return true;
  }

  function closeTag(name: string): void {
    const at = open.findLastIndex((one) => one.name === name);
    if (at < 0) illFormed(`</${name}>`);
    // An element that another’s end has closed is the one that lacks its own.
    else for (const unclosed of open.splice(at).slice(1)) illFormed(`<${unclosed.name}>`, unclosed);
  }

  const sign = unprintable.exec(markup)?.[0];
  if (sign !== undefined) illFormed(`U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  for (let start = markup.indexOf('<'); start >= 0; start = markup.indexOf('<', done)) {
    if (start > done) readWords(markup.slice(done, start));
    done = start;
    const closing = markup[start + 1] === '/' ? next(closingTag) : null;
    if (closing) closeTag(closing[1] ?? '');
    else if (!openTag()) throw new Refusal(problems);
  }
  readWords(markup.slice(done));
  for (const unclosed of open) illFormed(`<${unclosed.name}>`, unclosed);
  if (!root && problems.length === 0) illFormed('<document>');
  if (!root || problems.length > 0) throw new Refusal(problems);
  return root;
}

const lastCodePoint = 0x10ffff;

const shortened = (written: string): string => written.trim().slice(0, 40);

const nearestTo = (name: string, allowed: Tag['attributes']): string => closest(name, Object.keys(allowed)) ?? '';

const tooMuch = (what: 'tags' | 'depth', { place }: Element): Refusal =>
  new Refusal([diagnostic('template-too-much', { what, limit: bounds[what] }, place)]);

const holdsWords = ({ name }: Element): boolean => tags[name].holds === 'inline' || mayHoldWords.has(name);

function mayStandIn(parent: Element | undefined, name: TagName): boolean {
  if (!parent) return name === 'document';
  if ((inlineTags as readonly string[]).includes(name)) return holdsWords(parent);
  const { holds }: Tag = tags[parent.name];
  return holds !== 'inline' && holds.includes(name);
}
