/** Numbers and labels, written into the tree once so that every writer prints the same. */
import type { Block, Clause, Item } from '../document/document.js';
import type { Theme } from '../theme/theme.js';

export interface Numbered {
  blocks: readonly Block[];
  /** How many sections have been counted with these. */
  sections: number;
}

/**
 * The blocks with their sections, clauses and list items numbered by the patterns of the layout profile; `before` sections
 * have been counted already.
 */
export function numberBlocks(blocks: readonly Block[], theme: Theme, before = 0): Numbered {
  let sections = before;
  const numbered = blocks.map((block): Block => {
    if (block.type !== 'section') return labelled(block, theme);
    const pattern = block.number === null ? null : theme.numbering.section;
    if (pattern !== null) sections += 1;
    return {
      ...block,
      number: pattern === null ? null : fill(pattern, [sections]),
      children: numberClauses(block.children, pattern === null ? [] : [sections], theme, { clauses: 0 }),
    };
  });
  return { blocks: numbered, sections };
}

/** Sections of the second level do not restart the clauses of their section: a clause is cited by one number. */
function numberClauses(blocks: readonly Block[], section: readonly number[], theme: Theme, counter: { clauses: number }): Block[] {
  return blocks.map((block): Block => {
    if (block.type === 'section') return { ...block, number: null, children: numberClauses(block.children, section, theme, counter) };
    if (block.type !== 'clause') return labelled(block, theme);
    counter.clauses += 1;
    return numberClause(block, [...section, counter.clauses], theme, 1);
  });
}

function numberClause(clause: Clause, path: readonly number[], theme: Theme, level: 1 | 2): Clause {
  const inSection = path.length === level + 1;
  const pattern = level === 1 ? theme.numbering.clause : theme.numbering.subclause;
  let inner = 0;
  return {
    ...clause,
    level,
    number: inSection ? fill(pattern, path) : fill(pattern.replace(/%1\.?/, ''), [0, ...path]),
    children: clause.children.map((block): Block => {
      if (block.type !== 'clause') return labelled(block, theme);
      inner += 1;
      return numberClause(block, [...path, inner], theme, 2);
    }),
  };
}

/** The block with labels before the items of its lists. */
function labelled<B extends Block>(block: B, theme: Theme): B;
function labelled(block: Block, theme: Theme): Block {
  if (block.type === 'list') {
    const pattern = theme.list.marker[block.marker];
    const items = block.items.map(
      (item, at): Item => ({
        ...item,
        label: fill(pattern, [at + 1]),
        children: item.children.map((child) => labelled(child, theme)),
      }),
    );
    return { ...block, items };
  }
  if (block.type !== 'table') return block;
  const cells = <C extends (typeof block.header)[number]>(all: readonly C[]): C[] =>
    all.map((cell) => ({ ...cell, children: cell.children.map((child) => labelled(child, theme)) }));
  return { ...block, header: cells(block.header), rows: block.rows.map((row) => ({ ...row, cells: cells(row.cells) })) };
}

const fill = (pattern: string, numbers: readonly number[]): string =>
  pattern.replace(/%(\d)/g, (_, level: string) => String(numbers[Number(level) - 1] ?? ''));
