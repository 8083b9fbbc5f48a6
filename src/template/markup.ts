/** Markup, as filled templates give it, read into elements; every rule of the vocabulary is checked here. */
import { SaxesParser } from 'saxes';
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
  readonly children: (Element | string)[] = [];

  constructor(
    readonly name: TagName,
    readonly attributes: Record<string, string>,
    private readonly at: string,
    private readonly placeOf: (at: string) => Place,
  ) {}

  get place(): Place {
    return this.placeOf(this.at);
  }
}

type Tell = (problem: Diagnostic) => void;

/** An author mends a few at a time, and hostile markup has thousands. */
const mostProblems = 20;

/**
 * Reads markup whose root is `<document>`. Throws a Refusal with what is wrong, at most twenty mistakes: a tag not
 * closed, in the wrong place or with wrong attributes, words where none may stand; or when there is too much of it.
 */
export function parseMarkup(markup: string, placeOf: (at: string) => Place): Element {
  const problems: Diagnostic[] = [];
  const tell: Tell = (problem) => {
    problems.push(problem);
    if (problems.length >= mostProblems) throw new Refusal(problems);
  };
  const open: Element[] = [];
  let root: Element | null = null;
  let closed: Element | undefined;
  let read = 0;
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });

  parser.on('error', (error) => {
    const reason = error.message.replace(/^[\d:]+ /, '').replace(/\.$/, '');
    // An element that another’s end has closed is the one that lacks its own.
    const culprit = reason === 'unexpected close tag' ? closed : open.at(-1);
    tell(diagnostic('template-not-well-formed', { reason }, culprit?.place ?? {}));
  });
  parser.on('opentag', ({ name, attributes: { at, ...attributes } }) => {
    const element = new ReadElement(name as TagName, attributes, at ?? '', placeOf);
    const parent = open.at(-1);
    if ((read += 1) > bounds.tags) throw tooMuch('tags', element);
    if (open.length >= bounds.depth) throw tooMuch('depth', element);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
    checkAttributes(element, tell);
    checkNesting(element, parent ?? null, tell);
  });
  parser.on('closetag', () => {
    closed = open.pop();
  });
  parser.on('text', (words) => {
    const parent = open.at(-1);
    if (!parent) return;
    if (holdsWords(parent)) parent.children.push(words);
    else if (words.trim() !== '')
      tell(diagnostic('template-bad-nesting', { tag: words.trim().slice(0, 40), parent: parent.name }, parent.place));
  });

  try {
    parser.write(markup).close();
  } catch (error) {
    // After a first error the parser may lose its footing; what it reported before is what the author needs.
    if (problems.length === 0) throw error;
  }
  if (problems.length > 0 || !root)
    throw new Refusal(problems.length > 0 ? problems : [diagnostic('template-not-well-formed', { reason: '<document>' })]);
  return root;
}

const tooMuch = (what: 'tags' | 'depth', { place }: Element): Refusal =>
  new Refusal([diagnostic('template-too-much', { what, limit: bounds[what] }, place)]);

const holdsWords = ({ name }: Element): boolean => tags[name].holds === 'inline' || mayHoldWords.has(name);

function checkAttributes(element: Element, tell: Tell): void {
  const allowed: Record<string, string> = (tags[element.name] as Tag).attributes;
  for (const attribute in element.attributes) {
    if (allowed[attribute]) continue;
    const nearest = closest(attribute, Object.keys(allowed)) ?? '';
    tell(diagnostic('template-unknown-attribute', { tag: element.name, attribute, nearest }, element.place));
  }
  for (const attribute in allowed)
    if (allowed[attribute] === 'required' && (element.attributes[attribute] ?? '').trim() === '')
      tell(diagnostic('template-missing-attribute', { tag: element.name, attribute }, element.place));
}

function checkNesting(element: Element, parent: Element | null, tell: Tell): void {
  const isInline = (inlineTags as readonly string[]).includes(element.name);
  const fits = parent
    ? isInline
      ? holdsWords(parent)
      : (tags[parent.name].holds as 'inline' | readonly string[]).includes(element.name) &&
        tags[parent.name].holds !== ('inline' as unknown)
    : element.name === 'document';
  if (!fits) tell(diagnostic('template-bad-nesting', { tag: element.name, parent: parent?.name ?? '' }, element.place));
}
