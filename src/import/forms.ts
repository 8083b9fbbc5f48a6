/** Tables without known heads: rows of a label and its value, rows that open a section, rows that are read as lines. */
import type { CellBlock, Line, TableBlock } from './lines.js';
import type { Reading } from './reading.js';
import { headingIn, sectionByCue } from './headings.js';
import { blockGuess } from './guessing.js';
import { labelIn, takeRequisite } from './requisites.js';
import { openSection, openUnknown, settled } from './sections.js';
import { homeless } from './section-keys.js';
import { cellText } from './table-kinds.js';
import { hasWords, levelled } from './words.js';

/**
 * A table without known heads: rows of a label and its value, rows that open a section, rows that are read as lines.
 * `read` takes a line as if it stood in the text.
 */
export function takeForm(table: TableBlock, reading: Reading, read: (line: Line, after: Line | null) => void): void {
  const ordinal = ordinalColumn(table);
  let columns: SectionColumns | null = null;
  for (const row of table.rows) {
    const headed = sectionColumns(row, reading);
    if (headed) {
      columns = headed;
      continue;
    }
    if (columns && row.filter((cell) => hasWords(cellText(cell))).length < 2 && !columns.has(row[0]?.column ?? 0)) columns = null;
    if (columns && row.length > 1) {
      takeBySections(row, columns, reading, read);
      continue;
    }
    columns = null;
    const cells = row.filter((cell) => {
      if (cell.column !== ordinal) return true;
      for (const line of cell.lines) reading.work.ledger.leaveOut(line, 'ordinal');
      return false;
    });
    takeFormRow(cells, reading, read);
  }
}

/** What is open in the section of each column. */
type SectionColumns = Map<number, Partial<Reading>>;

/** Sections that forms set in columns beside each other. */
const besideEachOther = [
  ['duties', 'kpis'],
  ['responsibility', 'limits'],
  ['responsibility', 'rights'],
] as const;

/** «Resultaatgebied | Resultaatcriteria», “Accountable for | Authority”: each cell of a row is the heading of another section. */
function sectionColumns(row: readonly CellBlock[], reading: Reading): SectionColumns | null {
  const filled = row.filter((cell) => hasWords(cellText(cell)));
  if (filled.length < 2) return null;
  const found = filled.map((cell) => {
    const [line, ...more] = cell.lines;
    const heading =
      line && more.length === 0 ? headingIn(line, { before: null, after: null }, reading.work.rules, reading.titleStems) : null;
    return line && heading?.isExact ? { column: cell.column, line, heading } : null;
  });
  const known = found.filter((one) => one !== null);
  const keys = new Set(known.map(({ heading }) => heading.key));
  if (known.length < filled.length || keys.size < known.length || !besideEachOther.some((pair) => pair.every((key) => keys.has(key))))
    return null;
  return new Map(
    known.map(({ column, line, heading }) => {
      openSection(line, heading, reading);
      return [column, stateOf(reading)];
    }),
  );
}

const stateOf = ({ section, kind, desirable, group, isMarginal, outer }: Reading): Partial<Reading> => ({
  section,
  kind,
  desirable,
  group,
  isMarginal,
  outer,
});

/** Each cell goes on with the section of its column. */
function takeBySections(
  row: readonly CellBlock[],
  columns: SectionColumns,
  reading: Reading,
  read: (line: Line, after: Line | null) => void,
): void {
  for (const cell of row) {
    const state = columns.get(cell.column);
    if (state) Object.assign(reading, { parent: null, narrowed: null }, state);
    for (const [index, line] of cell.lines.entries()) read(line, cell.lines[index + 1] ?? null);
    if (state) columns.set(cell.column, stateOf(reading));
  }
}

function takeFormRow(cells: readonly CellBlock[], reading: Reading, read: (line: Line, after: Line | null) => void): void {
  const { work } = reading;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    const [first] = cell?.lines ?? [];
    if (!cell || !first) continue;
    const beside = cells[at + 1];
    const name = nameOfRow(cell);
    const found = name === null ? null : labelIn(name, work);
    const isName = at === 0 && beside !== undefined && isRowName(first, beside);
    const near = isName && cell.lines.length === 1 ? headingIn(first, { before: null, after: null }, work.rules, reading.titleStems) : null;
    const heading = name === null ? undefined : (work.rules.headings.exact(name)[0] ?? near ?? undefined);
    const isLong = beside !== undefined && (beside.lines.length > 2 || cellText(beside).length > 160);
    if (found && beside && beside.lines.length > 0 && beside.lines.length <= 4 && !(heading && isLong)) {
      const [value, ...others] = beside.lines;
      if (value && takeRequisite(first, value, found, work)) {
        for (const line of cell.lines.slice(1))
          work.ledger.give(line, { certainty: 'mapped', why: { code: 'label', args: { label: found.shown } } });
        for (const line of others)
          if (!takeRequisite(first, line, found, work))
            work.ledger.give(line, { certainty: 'unplaced', why: { code: 'no-home', args: {} } });
        at++;
        continue;
      }
    }
    // ‘TAAKOMSCHRIJVING’ in the block above the title says what the file is, though its word heads duties elsewhere.
    if (
      heading &&
      work.draft.title === null &&
      reading.section === null &&
      work.rules.phrases(work.rules.words.document).includes(levelled(name ?? ''))
    ) {
      for (const line of cell.lines) work.ledger.leaveOut(line, 'document-name');
      continue;
    }
    if (heading && at === 0) {
      for (const line of cell.lines)
        openSection(
          line,
          { ...settled({ ...heading, text: line.text }, beside?.lines ?? [], reading), isExact: near?.isExact ?? true },
          reading,
        );
      continue;
    }
    if (isName && name !== null && (reading.section !== null || sectionByCue(name, work.rules) || isGuessed(name, beside.lines, reading))) {
      openUnknown(first, beside.lines, reading);
      continue;
    }
    for (const [index, line] of cell.lines.entries()) read(line, cell.lines[index + 1] ?? cells[at + 1]?.lines[0] ?? null);
  }
}

/** Whether the words of a row tell the section that it opens, above any other. */
function isGuessed(name: string, beside: readonly Line[], { work }: Reading): boolean {
  const guess = blockGuess(name, beside, work);
  return guess !== null && guess.isSure && !homeless.has(guess.key);
}

/** What a cell says when it is short: the lines of a narrow column as one, words that are parted at its edge put together. */
function nameOfRow({ lines }: CellBlock): string | null {
  const text = lines.map((line) => line.text).join('\n');
  if (text.length > 80 || lines.length > 3) return null;
  return text.replace(/(?<=\p{Ll})-\n(?=\p{Ll})/gu, '').replace(/\n/g, ' ');
}

/** A short cell in bold beside a longer one that is not: it names what stands beside it. */
function isRowName({ paragraph, text }: Line, beside: CellBlock): boolean {
  const isPlain = beside.lines.length > 0 && beside.lines.every((line) => line.paragraph.look.bold !== 'all');
  return paragraph.look.bold === 'all' && isPlain && text.split(/\s+/u).length <= 7 && !/[.;]$/u.test(text) && hasWords(cellText(beside));
}

/** The column that only counts the rows. */
function ordinalColumn(table: TableBlock): number | null {
  const cells = table.rows.flatMap((row) => row.slice(0, 1));
  const column = cells[0]?.column ?? 1;
  const texts = cells.filter((cell) => cell.column === column).map(cellText);
  return texts.length > 2 && texts.slice(1).every((text) => /^\s*\d{1,3}(?:\.\d+)*[.)]?\s*$/u.test(text) || text.trim() === '')
    ? column
    : null;
}
