/**
 * Elements and text. Everything that is written goes through `element`, which takes strings for text and never for
 * markup; what comes out is well-formed XML too, so that any parser can read it.
 */
import { diagnostic, Refusal } from '../../diagnostic/diagnostic.js';

/** Finished markup; strings are text that still has to be escaped. */
export class Markup {
  constructor(readonly source: string) {}
}

export type Child = Markup | string | null | readonly Child[];
export type Attributes = Record<string, string | number | boolean | null | undefined>;

/** Elements that have no end tag. */
const empty: ReadonlySet<string> = new Set(['br', 'col', 'img', 'input', 'link', 'meta']);

/** Attributes that are false, null or undefined are left out. Throws a Refusal with `unprintable-character`. */
export function element(tag: string, attributes: Attributes = {}, ...children: Child[]): Markup {
  const start = `<${tag}${Object.entries(attributes).map(attribute).join('')}`;
  return new Markup(empty.has(tag) ? `${start}/>` : `${start}>${sourceOf(children)}</${tag}>`);
}

/** A style or a script of our own, whose text is taken as it is. */
export function embedded(tag: 'style' | 'script', text: string): Markup {
  if (/[<&]/.test(text)) throw new Error(`a ${tag} that parsers of HTML and XML would read differently`);
  return new Markup(`<${tag}>${text}</${tag}>`);
}

/** One under the other, so that people can read the file too. */
export const lines = (blocks: readonly Markup[]): Markup => new Markup(blocks.map(({ source }) => `${source}\n`).join(''));

/** Names of classes, those that are left out dropped; null when none is left. */
export const classes = (...names: (string | false | null)[]): string | null => names.filter(Boolean).join(' ') || null;

function attribute([name, value]: [string, Attributes[string]]): string {
  if (value === null || value === undefined || value === false) return '';
  return ` ${name}="${value === true ? '' : escaped(String(value))}"`;
}

const sourceOf = (children: readonly Child[]): string =>
  children
    .map((child) =>
      child === null ? '' : typeof child === 'string' ? escaped(child) : child instanceof Markup ? child.source : sourceOf(child),
    )
    .join('');

/** Controls, halves of surrogate pairs and non-characters: HTML forbids them or shows something else. */
const unprintable = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/u;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  const found = unprintable.exec(text)?.[0];
  if (found !== undefined) {
    const codePoint = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    // The characters themselves would spoil the terminal or the file that the message goes to.
    throw new Refusal([diagnostic('unprintable-character', { codePoint, text: text.replace(new RegExp(unprintable, 'gu'), '\uFFFD') })]);
  }
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
