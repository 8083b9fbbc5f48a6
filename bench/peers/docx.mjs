/** docx: the whole document built anew from plain paragraphs and tables. Its fastest way: nothing can be kept between documents. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

export const title = 'docx, built anew';
export const format = 'docx';
export const packages = ['docx'];

export const prepare = () => print;

export const print = (content) => Packer.toBuffer(paper(content));

const millimetre = 56.69;
const textWidth = Math.round(170 * millimetre);

const style = (id, { size = 24, bold = false, ...paragraph } = {}) => ({ id, name: id, basedOn: 'Normal', run: { size, bold }, paragraph });
const between = (before, after, line = 276) => ({ before, after, line, lineRule: LineRuleType.AUTO });
const firstLine = { firstLine: Math.round(12.5 * millimetre) };

const paragraphStyles = [
  style('requisite', { spacing: between(0, 120, 240) }),
  style('stamp', { indent: { left: Math.round(90 * millimetre) } }),
  style('title', { size: 28, bold: true, alignment: AlignmentType.CENTER }),
  style('heading', { bold: true, alignment: AlignmentType.CENTER, keepNext: true, spacing: between(280, 120) }),
  style('lead', { indent: firstLine, keepNext: true, spacing: between(0, 0) }),
  style('body', { alignment: AlignmentType.BOTH, indent: firstLine, spacing: between(0, 0) }),
  style('note', { size: 21, spacing: between(80, 80, 240) }),
  style('cell', { size: 21, spacing: between(0, 0, 240) }),
];

const paper = ({ title, author, parts }) =>
  new Document({
    title,
    creator: author,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24, language: { value: 'ru-RU' } } } }, paragraphStyles },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: Math.round(210 * millimetre), height: Math.round(297 * millimetre) },
            margin: { top: 1134, right: 567, bottom: 1134, left: 1701 },
          },
        },
        headers: {
          default: new Header({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children: parts.flatMap((part) => printPart[part.kind](part)),
      },
    ],
  });

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
const paragraph = (style, text, align = null) =>
  new Paragraph({ style, children: [new TextRun(text)], ...(align && { alignment: alignments[align] }) });
const cell = (children, width, borders) =>
  new TableCell({ children, width: { size: width, type: WidthType.DXA }, ...(borders && { borders }) });
const widthsOf = (shares) => shares.map((share) => Math.round((share / shares.reduce((sum, one) => sum + one)) * textWidth));

const printPart = {
  lines: ({ style, align, lines }) => lines.map((line) => paragraph(style, line, align)),
  clauses: ({ clauses }) =>
    clauses.flatMap(({ number, text, items }) => [
      paragraph('body', `${number} ${text}`.trim()),
      ...items.map((item) => paragraph('body', `${item.label} ${item.text}`.trim())),
    ]),
  table({ caption, shares, header, rows }) {
    const widths = widthsOf(shares);
    const row = (texts, tableHeader) =>
      new TableRow({
        tableHeader,
        cantSplit: true,
        children: texts.map((text, at) =>
          cell(
            text.split('\n').map((line) => paragraph('cell', line)),
            widths[at],
          ),
        ),
      });
    return [
      ...(caption ? [paragraph('note', caption)] : []),
      new Table({
        columnWidths: widths,
        width: { size: textWidth, type: WidthType.DXA },
        rows: [row(header, true), ...rows.map((texts) => row(texts, false))],
      }),
    ];
  },
  signature({ lead, cells }) {
    const widths = widthsOf(cells.map(({ share }) => share));
    return [
      paragraph('lead', lead),
      new Table({
        columnWidths: widths,
        width: { size: textWidth, type: WidthType.DXA },
        rows: ['text', 'caption'].map(
          (what) => new TableRow({ children: cells.map((one, at) => cell([paragraph('cell', one[what])], widths[at], noBorders)) }),
        ),
      }),
    ];
  },
};

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none };
