/** Markup, as filled templates give it, read into elements; every rule of the vocabulary is checked here. */
import { SaxesParser } from 'saxes';
import { closest } from 'fastest-levenshtein';
import { diagnostic, Refusal } from '../diagnostic/diagnostic.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import { inlineTags, mayHoldWords, tags } from './vocabulary.js';
import type { Tag, TagName } from './vocabulary.js';

export interface Element {
  name: TagName;
  attributes: Record<string, string>;
  children: (Element | string)[];
  place: Place;
}

/**
 * Reads markup whose root is `<document>`. Throws a Refusal with everything that is wrong: a tag not closed, in the
 * wrong place or with wrong attributes, words where none may stand.
 */
export function parseMarkup(markup: string, placeOf: (at: string) => Place): Element {
  const problems: Diagnostic[] = [];
  const open: Element[] = [];
  let root: Element | null = null;
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });

  parser.on('error', (error) => {
    problems.push(diagnostic('template-not-well-formed', { reason: error.message.replace(/^[\d:]+ /, '') }, open.at(-1)?.place ?? {}));
  });
  parser.on('opentag', ({ name, attributes: { at, ...attributes } }) => {
    const element: Element = { name: name as TagName, attributes, children: [], place: placeOf(at ?? '') };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
    checkAttributes(element, problems);
    checkNesting(element, parent ?? null, problems);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (words) => {
    const parent = open.at(-1);
    if (!parent) return;
    if (holdsWords(parent)) parent.children.push(words);
    else if (words.trim() !== '')
      problems.push(diagnostic('template-bad-nesting', { tag: words.trim().slice(0, 40), parent: parent.name }, parent.place));
  });

  try {
    parser.write(markup).close();
  } catch (error) {
    // After a first error the parser may lose its footing; what it reported before is what the author needs.
    if (problems.length === 0) throw error;
  }
  if (problems.length > 0 || !root)
    throw new Refusal(problems.length > 0 ? problems.slice(0, 20) : [diagnostic('template-not-well-formed', { reason: '<document>' })]);
  return root;
}

const holdsWords = ({ name }: Element): boolean => tags[name].holds === 'inline' || mayHoldWords.has(name);

function checkAttributes(element: Element, problems: Diagnostic[]): void {
  const allowed: Record<string, string> = (tags[element.name] as Tag).attributes;
  for (const attribute of Object.keys(element.attributes)) {
    if (allowed[attribute]) continue;
    const nearest = closest(attribute, Object.keys(allowed)) ?? '';
    problems.push(diagnostic('template-unknown-attribute', { tag: element.name, attribute, nearest }, element.place));
  }
  for (const [attribute, need] of Object.entries(allowed))
    if (need === 'required' && element.attributes[attribute] === undefined)
      problems.push(diagnostic('template-missing-attribute', { tag: element.name, attribute }, element.place));
}

function checkNesting(element: Element, parent: Element | null, problems: Diagnostic[]): void {
  const isInline = (inlineTags as readonly string[]).includes(element.name);
  const fits = parent
    ? isInline
      ? holdsWords(parent)
      : (tags[parent.name].holds as 'inline' | readonly string[]).includes(element.name) &&
        tags[parent.name].holds !== ('inline' as unknown)
    : element.name === 'document';
  if (!fits) problems.push(diagnostic('template-bad-nesting', { tag: element.name, parent: parent?.name ?? '' }, element.place));
}
