/** The tree of structure elements, and which content of which page belongs to each. */
import type { Element } from '../../layout/structure.js';
import type { File } from './file.js';
import { catalogueOf, enterStructure, markAsTagged } from './insides.js';
import type { KitReference } from './insides.js';
import { digits, textString } from './operators.js';

export interface Structure {
  /** The content marked from now on is on the current page of the file. */
  beginPage(): void;
  /** The number of a new piece of content on the page, which belongs to an element after all that it has had so far. */
  mark(element: Element): number;
  /** Gives an element the widget of a blank, which is then all that it has: PDF/UA allows no more. Its key leads to the element. */
  fill(element: Element, widget: (key: number) => KitReference): void;
  /** Says where on its page a figure is, in points from the top left corner. */
  place(element: Element, x: number, y: number, width: number, height: number): void;
  /** Writes all elements. */
  end(): void;
}

/** A piece of marked content on a page, or a widget, and when it came. */
interface Content {
  at: number;
  page: KitReference;
  mark: number | KitReference;
}

/** What an element has of its own. */
interface Own {
  contents: Content[];
  /** Of a figure: its box on the page. */
  frame: string | null;
}

/** What leads from a page or a widget to elements. */
type Owners = Element[] | Element;

export function growStructure(root: Element, pageHeight: number, { kit, write, take, writeTaken }: File): Structure {
  const owned = new Map<Element, Own>();
  const owners: Owners[] = [];
  let page: KitReference = catalogueOf(kit);
  let marked: Element[] = [];
  let count = 0;

  markAsTagged(kit);

  const ownOf = (element: Element): Own => {
    let own = owned.get(element);
    if (!own) {
      own = { contents: [], frame: null };
      owned.set(element, own);
    }
    return own;
  };
  const add = (element: Element, mark: number | KitReference): void => {
    ownOf(element).contents.push({ at: count, page, mark });
    count += 1;
  };

  /** Objects of the file, numbered in reading order of the tree. */
  const numbers = new Map<Element, { number: number; reference: string }>();
  const elements: Element[] = [];
  const list = (element: Element): void => {
    elements.push(element);
    element.children.forEach(list);
  };
  const objectOf = (element: Element): { number: number; reference: string } => {
    const object = numbers.get(element);
    if (!object) throw new Error(`a ${element.role} element is not among the children of its parent`);
    return object;
  };
  const referenceTo = (element: Element): string => objectOf(element).reference;

  /** Writes an element and all that is in it, and returns when its first content came. */
  const writeElement = (element: Element, parent: string): number => {
    const { number, reference: self } = objectOf(element);
    const own = owned.get(element);
    const firsts = element.children.map((child) => writeElement(child, self));
    const contents = own?.contents ?? [];
    const entries = [`/S /${element.role}\n/P ${parent}`, ...factsOf(element, own)];
    if (contents[0]) entries.push(`/Pg ${contents[0].page.id} 0 R`);
    // From here on in the row of children: what comes first of this child and all behind it.
    for (let at = firsts.length - 2; at >= 0; at -= 1) firsts[at] = Math.min(firsts[at] ?? Infinity, firsts[at + 1] ?? Infinity);
    const kids = kidsOf(element, contents, firsts, referenceTo);
    if (kids.length > 0)
      entries.push(`/K ${kids.length === 1 && typeof contents[0]?.mark === 'number' ? kids.join('') : `[${kids.join(' ')}]`}`);
    writeTaken(number, entries.join('\n'));
    return Math.min(contents[0]?.at ?? Infinity, firsts[0] ?? Infinity);
  };

  return {
    beginPage() {
      page = kit.page.dictionary;
      page.data.StructParents = owners.length;
      marked = [];
      owners.push(marked);
    },
    mark(element) {
      const mark = marked.length;
      marked.push(element);
      add(element, mark);
      return mark;
    },
    fill(element, widget) {
      const key = owners.length;
      owners.push(element);
      add(element, widget(key));
    },
    place(element, x, y, width, height) {
      ownOf(element).frame = [x, pageHeight - y - height, x + width, pageHeight - y].map(digits).join(' ');
    },
    end() {
      list(root);
      const first = take(elements.length);
      elements.forEach((element, at) => numbers.set(element, { number: first + at, reference: `${first + at} 0 R` }));
      const tree = kit.ref();
      const parents = owners.map(
        (owner, key) => `${key} ${Array.isArray(owner) ? `[${owner.map(referenceTo).join(' ')}]` : referenceTo(owner)}`,
      );
      writeElement(root, `${tree.id} 0 R`);
      const parentTree = take(1);
      writeTaken(parentTree, `/Nums [${parents.join('\n')}]`);
      write(tree, `/Type /StructTreeRoot\n/K [${referenceTo(root)}]\n/ParentTree ${parentTree} 0 R\n/ParentTreeNextKey ${owners.length}`);
      enterStructure(kit, tree);
    },
  };
}

/**
 * What is in an element, in reading order: its own content stands between its children as it was painted. A child comes
 * before all content that its younger siblings or their elder have followed; one without any goes with the next. `firsts`
 * say of each child when the first content of it or of a younger one came.
 */
function kidsOf(
  { children }: Element,
  contents: readonly Content[],
  firsts: readonly number[],
  referenceTo: (element: Element) => string,
): string[] {
  const kids: string[] = [];
  let at = 0;
  const addContents = (before: number): void => {
    for (let content = contents[at]; content && content.at < before; content = contents[++at]) kids.push(kidOf(content, contents[0]?.page));
  };
  children.forEach((child, index) => {
    addContents(firsts[index] ?? Infinity);
    kids.push(referenceTo(child));
  });
  addContents(Infinity);
  return kids;
}

function kidOf({ page, mark }: Content, usual: KitReference | undefined): string {
  if (typeof mark !== 'number') return `<<\n/Type /OBJR\n/Obj ${mark.id} 0 R\n/Pg ${page.id} 0 R\n>>`;
  return page === usual ? `${mark}` : `<<\n/Type /MCR\n/Pg ${page.id} 0 R\n/MCID ${mark}\n>>`;
}

function factsOf({ facts }: Element, own: Own | undefined): string[] {
  const { alt, scope, numbering, expansion } = facts;
  const entries: string[] = [];
  if (alt) entries.push(`/Alt ${textString(alt)}`);
  if (expansion) entries.push(`/E ${textString(expansion)}`);
  if (scope) entries.push(attributes('Table', `/Scope /${scope}`));
  if (numbering) entries.push(attributes('List', `/ListNumbering /${numbering}`));
  if (own?.frame) entries.push(attributes('Layout', `/Placement /Block\n/BBox [${own.frame}]`));
  entries.push(...blankOf(facts, own));
  return entries;
}

const attributes = (owner: string, entries: string): string => `/A <<\n/O /${owner}\n${entries}\n>>`;

/** A blank that is filled in by hand has no widget; these attributes say what is drawn. */
function blankOf({ blank }: Element['facts'], own: Own | undefined): string[] {
  if (!blank || own?.contents.some(({ mark }) => typeof mark !== 'number')) return [];
  return [attributes('PrintField', blank === 'text' ? '/Role /tv' : `/Role /cb\n/checked /${blank === 'ticked' ? 'on' : 'off'}`)];
}
