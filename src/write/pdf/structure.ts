/** Writes the tree of structure elements while the pages are painted. */
import type { Element } from '../../layout/structure.js';
import type { Kit, KitContent, KitElement } from './kit.js';

export interface Structure {
  /** Adds marked content to an element, after all that the element has had so far. */
  add(element: Element, content: KitContent): void;
  /** Lets `annotate` give an element the widget of a blank, which is then all that it has: PDF/UA allows no more. */
  fill(element: Element, annotate: (node: KitElement) => void): void;
  /** Says where on its page a figure is, in points from the top left corner. */
  place(element: Element, x: number, y: number, width: number, height: number): void;
  /** Writes the elements that have nothing on any page, such as empty cells, and ends the tree. */
  end(): void;
}

/** An element that is written, and how many of its children are. */
interface Grown {
  node: KitElement;
  children: number;
}

/**
 * Grows the tree in reading order: an element joins its parent when its first content is painted, after its elder
 * siblings, so that text and child elements of one parent keep their order. Nothing is left open at the end, since
 * pdfkit would wait for it.
 */
export function growStructure(root: Element, pageHeight: number, kit: Kit): Structure {
  const grown = new Map<Element, Grown>();
  const filled = new Set<Element>();

  const grow = (element: Element): Grown => {
    const known = grown.get(element);
    if (known) return known;
    const parent = element.parent && grow(element.parent);
    if (!element.parent || !parent) {
      const own = { node: nodeOf(element, kit), children: 0 };
      kit.addStructure(own.node);
      grown.set(element, own);
      return own;
    }
    for (;;) {
      const child = element.parent.children[parent.children];
      if (!child) throw new Error(`a ${element.role} element is not among the children of its parent`);
      parent.children += 1;
      const own = { node: nodeOf(child, kit), children: 0 };
      parent.node.add(own.node);
      grown.set(child, own);
      if (child === element) return own;
    }
  };

  const growAll = (element: Element): void => {
    const { node } = grow(element);
    if (!filled.has(element)) describeBlank(element, node);
    element.children.forEach(growAll);
  };

  return {
    add(element, content) {
      grow(element).node.add(content);
    },
    fill(element, annotate) {
      const { node } = grow(element);
      annotate(node);
      // pdfkit looks for the page of a widget when its element ends: this one.
      node.end();
      filled.add(element);
    },
    place(element, x, y, width, height) {
      grow(element).node.dictionary.data.A = {
        O: 'Layout', Placement: 'Block', BBox: [x, pageHeight - y - height, x + width, pageHeight - y],
      };
    },
    end() {
      growAll(root);
      grow(root).node.end();
    },
  };
}

function nodeOf({ role, facts }: Element, kit: Kit): KitElement {
  const { alt, scope, numbering, expansion } = facts;
  const node = kit.struct(role, { ...(alt ? { alt } : {}), ...(scope ? { scope } : {}), ...(expansion ? { expanded: expansion } : {}) });
  if (numbering) node.dictionary.data.A = { O: 'List', ListNumbering: numbering };
  return node;
}

/** A blank that is filled in by hand has no widget; these attributes say what is drawn. */
function describeBlank({ facts: { blank } }: Element, { dictionary: { data } }: KitElement): void {
  if (blank === 'text') data.A = { O: 'PrintField', Role: 'tv' };
  else if (blank) data.A = { O: 'PrintField', Role: 'cb', checked: blank === 'ticked' ? 'on' : 'off' };
}
