/** What stands in drawings, new (DrawingML) and old (VML): text boxes, words, pictures, and what is only to look at. */
import type { Relationship } from '../package.js';
import { descendantsOf, elementsOf, wordsIn } from '../xml-tree.js';
import type { Xml } from '../xml-tree.js';
import { chosenAmong } from './alternatives.js';
import type { WordPicture, WordUnread } from './word-text.js';

/** Something that hangs on a paragraph. */
export type Anchored =
  /** A text box with paragraphs of its own. */
  | { readonly kind: 'box'; readonly content: Xml }
  /** Words of a drawing, a line for each paragraph. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | ({ readonly kind: 'picture' } & Pick<WordPicture, 'sort' | 'description' | 'part'>)
  | ({ readonly kind: 'unread' } & Pick<WordUnread, 'what' | 'name'>);

export interface DrawingSource {
  /** The part with the words of a diagram; null where they are read already. */
  diagram(part: string): Xml | null;
  readonly relationships: ReadonlyMap<string, Relationship>;
}

/** `drawing` is a w:drawing, w:pict or w:object. */
export function anchoredIn(drawing: Xml, source: DrawingSource): Anchored[] {
  const found: Anchored[] = [];
  const lines: string[] = [];
  const partOf = (id: string | undefined): string | null => {
    const target = source.relationships.get(id ?? '');
    return target && !target.external ? target.target : null;
  };
  let description = '';
  /** A rule across the page is a line and no picture. */
  let isRule = false;

  const add = (sort: WordPicture['sort'], part: string | null): void => void found.push({ kind: 'picture', sort, description, part });
  function walk(nodes: Xml['children']): void {
    for (const one of nodes) if (typeof one !== 'string') visit(one);
  }
  function visit(one: Xml): void {
    const { name, attributes } = one;
    switch (name) {
      case 'wp:docPr':
        description = attributes.descr ?? attributes.title ?? '';
        return;
      case 'w:txbxContent':
        return void found.push({ kind: 'box', content: one });
      case 'mc:AlternateContent':
        return walk(chosenAmong(one));
      case 'pic:pic': {
        const blip = [...descendantsOf(one)].find((inner) => inner.name === 'a:blip')?.attributes;
        return add('picture', partOf(blip?.['r:embed']));
      }
      case 'v:imagedata':
        description = attributes['o:title'] ?? description;
        return add('picture', partOf(attributes['r:id']));
      case 'c:chart':
        return add('chart', partOf(attributes['r:id']));
      case 'dgm:relIds': {
        const part = partOf(attributes['r:dm']);
        add('diagram', part);
        const data = part === null ? null : source.diagram(part);
        if (data) walk([data]);
        return;
      }
      case 'o:OLEObject':
      case 'w:control':
        return add('object', partOf(attributes['r:id']));
      case 'v:textpath':
        return void lines.push(attributes.string ?? '');
      case 'a:p':
        return void lines.push(lineIn(one));
      default:
        isRule ||= attributes['o:hr'] === 't' || attributes['o:hr'] === 'true';
        if (name.startsWith('v:') && attributes.alt !== undefined) description = attributes.alt;
        walk(one.children);
    }
  }
  walk(drawing.children);
  const said = lines.filter((line) => line.trim() !== '');
  if (said.length > 0) found.push({ kind: 'lines', lines: said });
  // The picture of an object is how it looks, not another one.
  const isObject = found.some((one) => one.kind === 'picture' && one.sort === 'object');
  if (isObject) return found.filter((one) => one.kind !== 'picture' || one.sort === 'object');
  if (found.length === 0 && !isRule) add('drawing', null);
  return found;
}

function lineIn(paragraph: Xml): string {
  return elementsOf(paragraph)
    .map((one) =>
      one.name === 'a:br'
        ? '\n'
        : elementsOf(one)
            .filter((inner) => inner.name === 'a:t')
            .map(wordsIn)
            .join(''),
    )
    .join('');
}
