/** Numbers and labels, written into the tree once so that every writer prints the same. */
import type { Block, Clause } from '../document.js';
import type { Theme } from '../theme.js';

/**
 * Numbers sections, clauses and list items in place, by the patterns of the layout profile. `before` sections have been
 * counted already; returns how many there are with these.
 */
export function numberBlocks(blocks: Block[], theme: Theme, before = 0): number {
  let sections = before;
  for (const block of blocks) {
    if (block.type === 'section') {
      const counted = block.number !== null && theme.numbering.section !== null;
      if (counted) sections += 1;
      block.number = counted ? fill(theme.numbering.section ?? '', [sections]) : null;
      numberClauses(block.children, counted ? [sections] : [], theme, { clauses: 0 });
    } else labelLists(block, theme);
  }
  return sections;
}

/** Sections of the second level do not restart the clauses of their section: a clause is cited by one number. */
function numberClauses(blocks: Block[], section: number[], theme: Theme, counter: { clauses: number }): void {
  for (const block of blocks) {
    if (block.type === 'section') {
      block.number = null;
      numberClauses(block.children, section, theme, counter);
    } else if (block.type === 'clause') {
      counter.clauses += 1;
      numberClause(block, [...section, counter.clauses], theme, 1);
    } else labelLists(block, theme);
  }
}

function numberClause(clause: Clause, path: number[], theme: Theme, level: 1 | 2): void {
  clause.level = level;
  const inSection = path.length === level + 1;
  const pattern = level === 1 ? theme.numbering.clause : theme.numbering.subclause;
  clause.number = inSection ? fill(pattern, path) : fill(pattern.replace(/%1\.?/, ''), [0, ...path]);
  let inner = 0;
  for (const block of clause.children) {
    if (block.type === 'clause') {
      inner += 1;
      numberClause(block, [...path, inner], theme, 2);
    } else labelLists(block, theme);
  }
}

function labelLists(block: Block, theme: Theme): void {
  if (block.type === 'list') {
    block.items.forEach((item, at) => {
      item.label = fill(theme.list.marker[block.marker], [at + 1]);
      for (const child of item.children) labelLists(child, theme);
    });
  } else if (block.type === 'table') {
    for (const cell of [...block.header, ...block.rows.flatMap((row) => row.cells)])
      for (const child of cell.children) labelLists(child, theme);
  }
}

const fill = (pattern: string, numbers: number[]): string =>
  pattern.replace(/%(\d)/g, (_, level: string) => String(numbers[Number(level) - 1] ?? ''));
