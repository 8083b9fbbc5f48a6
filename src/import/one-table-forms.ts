/** Forms that are one table from top to bottom: rows that hold nothing but a heading part it into what stands below each of them. */
import type { Block, CellBlock, Line, TableBlock } from './lines.js';
import { looksLikeHeading } from './lines.js';
import type { Rules } from './rules.js';
import { cellText, tableKind } from './table-kinds.js';
import { hasWords } from './words.js';

/** The blocks with forms of one table in their parts; a table of another sort stays as it is. */
export const withFormsParted = (blocks: readonly Block[], rules: Rules): Block[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? partsOf(block, rules) : [block]));

/** A table with one heading alone may be a list with a caption. */
const fewestHeadings = 2;

function partsOf(table: TableBlock, rules: Rules): Block[] {
  const headings = table.rows.map((row) => headingOfRow(row, rules));
  if (headings.filter((one) => one !== null).length < fewestHeadings || tableKind(table, null, rules)) return [table];
  const parts: Block[] = [];
  let rows: (readonly CellBlock[])[] = [];
  const close = (): void => {
    if (rows.length > 0) parts.push(...rowsAsBlocks(table, rows));
    rows = [];
  };
  for (const [at, row] of table.rows.entries()) {
    const heading = headings[at];
    if (!heading) {
      rows.push(row);
      continue;
    }
    close();
    parts.push({ kind: 'line', line: heading });
  }
  close();
  return parts;
}

/** The only line of a row, where its words or its look say that it is a heading. */
function headingOfRow(row: readonly CellBlock[], rules: Rules): Line | null {
  const [only, ...others] = row.filter((cell) => hasWords(cellText(cell)));
  const [line, ...more] = only?.lines ?? [];
  if (!line || others.length > 0 || more.length > 0 || line.text.length > 100) return null;
  const isKnown = rules.headings.exact(line.text.replace(rules.patterns.sectionStart, '')).length > 0;
  return isKnown || (looksLikeHeading(line) && /^\p{Lu}/u.test(line.text) && !/[.;,]$/u.test(line.text)) ? line : null;
}

/** Rows of one cell are text as if no table stood around it. */
function rowsAsBlocks({ number }: TableBlock, rows: readonly (readonly CellBlock[])[]): Block[] {
  const isText = rows.every((row) => row.filter((cell) => cell.lines.length > 0).length <= 1);
  return isText
    ? rows.flatMap((row) => row.flatMap(({ lines }) => lines.map((line): Block => ({ kind: 'line', line }))))
    : [{ kind: 'table', number, rows }];
}
