/**
 * Word files in a line notation, as the reader would give them: `= ` a centred title, `# ` and `## ` headings by style, `** `
 * a line in bold, `_ ` one underlined, `- ` a dot, `1.` or `2.3.` a number that somebody typed, `| a | b |` the cells of a row.
 */
import type { ParagraphLook, TypedNumber, WordCell, WordParagraph, WordText } from '../src/ooxml/word/word-text.js';

const plainLook: ParagraphLook = {
  styleId: 'Normal',
  style: 'normal',
  basedOn: [],
  outline: null,
  align: 'left',
  bold: 'none',
  italic: 'none',
  underlined: 'none',
  capitals: 'none',
  size: 11,
  firstIndent: 0,
  indent: 0,
  keepWithNext: false,
  framed: false,
};

const marks: readonly (readonly [RegExp, Partial<ParagraphLook>])[] = [
  [/^= /, { bold: 'all', align: 'centre', size: 14 }],
  [/^# /, { style: 'heading 1', styleId: 'Heading1', outline: 0, bold: 'all', size: 14 }],
  [/^## /, { style: 'heading 2', styleId: 'Heading2', outline: 1, bold: 'all', size: 12 }],
  [/^\*\* /, { bold: 'all' }],
  [/^_ /, { underlined: 'all' }],
];

export function writtenWord(lines: readonly string[]): WordText {
  const pieces: WordParagraph[] = [];
  const tables: WordText['tables'][number][] = [];
  let row = 0;
  const add = (written: string, cells: readonly WordCell[] = []): void => {
    const [mark, look] = marks.find(([pattern]) => pattern.test(written)) ?? [/^/, {}];
    const bare = written.replace(mark, '');
    const number = /^(?:(\d+(?:\.\d+)*[.)]?|[IVX]+\.)(\s+)|(-)(\s+))(?=\S)/.exec(bare);
    const isNumber = number !== null && (number[3] !== undefined || /[.)]$|\./.test(number[1] ?? ''));
    const text = isNumber ? bare.slice(number[0].length) : bare;
    pieces.push({
      kind: 'paragraph',
      place: { area: 'body', paragraph: pieces.length + 1, cells, box: null, pages: null, mark: null, hangsOn: null },
      number: null,
      typed: isNumber ? typed(number) : null,
      text,
      spans: [
        {
          kind: 'words',
          text,
          bold: look.bold === 'all',
          italic: false,
          underlined: false,
          struck: false,
          raised: null,
          hidden: false,
          capitals: false,
          size: 11,
          language: null,
          link: null,
          field: null,
          control: null,
        },
      ],
      look: { ...plainLook, ...look },
      language: null,
      hidden: false,
      startsPage: false,
    });
  };
  for (const line of lines) {
    if (!line.startsWith('|')) {
      row = 0;
      add(line);
      continue;
    }
    row++;
    const cells = line
      .slice(1)
      .replace(/\|\s*$/, '')
      .split('|');
    if (row === 1) tables.push({ number: tables.length + 1, within: null, rows: 0, columns: cells.length, headingRows: 0 });
    const at = tables.length;
    tables[at - 1] = { ...(tables[at - 1] as WordText['tables'][number]), rows: row };
    cells.forEach((cell, column) => {
      for (const part of cell.split('; ')) add(part.trim(), [{ table: at, row, column: column + 1, rows: 1, columns: 1 }]);
    });
  }
  return { pieces, tables, notes: [] };
}

const typed = (found: RegExpExecArray): TypedNumber => ({
  shown: found[1] ?? found[3] ?? '',
  gap: found[2] ?? found[4] ?? ' ',
  isBullet: found[3] !== undefined,
  before: '',
  values: found[1] === undefined ? [] : (found[1].match(/\d+/g) ?? ['1']).map(Number),
});
