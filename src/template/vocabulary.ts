/**
 * The words of the markup between templates and the tree: which tags there are, what attributes they take, and where
 * they may stand. `docs/templates.md` is written from this table.
 */

export interface Tag {
  /** What the tag is, for the documentation. */
  meaning: string;
  /** Attribute → whether it must be given. */
  attributes: Record<string, 'required' | 'optional'>;
  /** `inline`: text and inline tags; otherwise the tags that may stand inside. */
  holds: 'inline' | readonly string[];
}

export const inlineTags = ['strong', 'em', 'br', 'field', 'checkbox'] as const;
const blockTags = ['title', 'p', 'section', 'clause', 'list', 'table', 'facts', 'stamps', 'signature', 'logo'] as const;
const insideClause = ['text', 'clause', 'list', 'table', 'p'] as const;

export const tags = {
  document: {
    meaning: 'The whole document.',
    attributes: { title: 'required', subject: 'required' },
    holds: blockTags,
  },
  title: { meaning: 'The name of the document, line by line.', attributes: {}, holds: ['line'] },
  line: { meaning: 'One line of a title or stamp.', attributes: {}, holds: 'inline' },
  p: { meaning: 'A paragraph without a number.', attributes: { style: 'optional', align: 'optional' }, holds: 'inline' },
  section: {
    meaning: 'A section; `number="no"` leaves it out of the numbering.',
    attributes: { id: 'required', level: 'optional', number: 'optional', break: 'optional' },
    holds: ['heading', ...blockTags],
  },
  heading: { meaning: 'The heading of a section.', attributes: {}, holds: 'inline' },
  clause: { meaning: 'A numbered statement: its `<text>`, then what belongs to it.', attributes: { id: 'required' }, holds: insideClause },
  text: { meaning: 'The words of a clause or list item that has more inside.', attributes: {}, holds: 'inline' },
  list: { meaning: 'A list.', attributes: { marker: 'optional' }, holds: ['item'] },
  item: { meaning: 'An entry of a list: inline content, or `<text>` and a list.', attributes: { id: 'optional' }, holds: ['text', 'list'] },
  table: { meaning: 'A table.', attributes: { id: 'required' }, holds: ['caption', 'column', 'header', 'row'] },
  caption: {
    meaning: 'The caption of a table; `print="no"` keeps it for screen readers.',
    attributes: { print: 'optional' },
    holds: 'inline',
  },
  column: {
    meaning: 'A column: its share of the width and its alignment.',
    attributes: { share: 'optional', align: 'optional' },
    holds: [],
  },
  header: { meaning: 'The heading row, repeated on each page.', attributes: {}, holds: ['cell'] },
  row: { meaning: 'A row.', attributes: { id: 'optional' }, holds: ['cell'] },
  cell: {
    meaning: 'A cell of a table, or a place in a signature row.',
    attributes: { share: 'optional', caption: 'optional' },
    holds: ['p', 'list'],
  },
  facts: { meaning: 'Labelled values.', attributes: {}, holds: ['fact'] },
  fact: { meaning: 'One labelled value.', attributes: { label: 'required' }, holds: 'inline' },
  stamps: { meaning: 'Approval and agreement blocks side by side.', attributes: {}, holds: ['stamp'] },
  stamp: { meaning: 'One block.', attributes: { side: 'required' }, holds: ['line'] },
  signature: { meaning: 'Places to sign, kept with the text before them.', attributes: { id: 'required' }, holds: ['lead', 'cell'] },
  lead: { meaning: 'The words before the places to sign.', attributes: {}, holds: 'inline' },
  logo: { meaning: 'The logo of the organisation.', attributes: { align: 'optional' }, holds: [] },
  strong: { meaning: 'Bold words.', attributes: {}, holds: 'inline' },
  em: { meaning: 'Italic words.', attributes: {}, holds: 'inline' },
  br: { meaning: 'A line break.', attributes: {}, holds: [] },
  field: {
    meaning: 'A blank to fill in; `width` in mm, 0 for all that is left.',
    attributes: { name: 'required', label: 'required', kind: 'optional', width: 'optional' },
    holds: [],
  },
  checkbox: { meaning: 'A box to tick.', attributes: { name: 'required', label: 'required', checked: 'optional' }, holds: [] },
} as const satisfies Record<string, Tag>;

export type TagName = keyof typeof tags;

/** Tags whose own words may stand directly in them instead of in `<text>` or `<p>`. */
export const mayHoldWords: ReadonlySet<TagName> = new Set(['clause', 'item', 'cell']);
