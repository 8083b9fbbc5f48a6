/**
 * What the document is to those who hear it: the tree of structure elements, built beside the pages. Documents may share
 * branches, so an element knows what is in it and not what it is in.
 */

export type Role =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Form'
  | 'Link'
  | 'Span';

export interface Element {
  readonly role: Role;
  /** In reading order; an element's own text stands between them as the pages have it. */
  readonly children: Element[];
  readonly facts: ElementFacts;
}

export interface ElementFacts {
  /** Spoken in place of what is drawn. */
  alt?: string;
  /** What the letters of an abbreviation stand for. */
  expansion?: string;
  /** What a header cell heads. */
  scope?: 'Column' | 'Row';
  /** How the items of a list are counted. */
  numbering?: 'Decimal' | 'Disc' | 'None';
  /** A place to fill in by hand: a text or a tick. */
  blank?: 'text' | 'ticked' | 'unticked';
}

/** A new element, the last child of `parent`. */
export function element(role: Role, parent: Element | null, facts: ElementFacts = {}): Element {
  const one: Element = { role, children: [], facts };
  parent?.children.push(one);
  return one;
}
