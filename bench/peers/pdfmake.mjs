/** pdfmake: a document definition, laid out and painted by pdfkit. The font files are read once; pdfmake parses them for every document. */
import { readFileSync } from 'node:fs';
import pdfmake from 'pdfmake';
import { fontFiles } from './fonts.mjs';

export const title = 'pdfmake';
export const format = 'pdf';
export const packages = ['pdfmake'];

export function prepare() {
  for (const [name, file] of Object.entries(fontFiles)) pdfmake.virtualfs.writeFileSync(name, readFileSync(file));
  pdfmake.setFonts({ Tinos: { normal: 'regular', bold: 'bold' } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return (content) => pdfmake.createPdf(definition(content)).getBuffer();
}

const millimetre = 72 / 25.4;

const styles = {
  requisite: { margin: [0, 0, 0, 6] },
  stamp: { margin: [90 * millimetre, 0, 0, 0] },
  title: { fontSize: 14, bold: true },
  heading: { bold: true, margin: [0, 14, 0, 6] },
  lead: { leadingIndent: 12.5 * millimetre },
  body: { alignment: 'justify', leadingIndent: 12.5 * millimetre },
  note: { fontSize: 10.5, margin: [0, 4, 0, 4] },
  cell: { fontSize: 10.5 },
};

const definition = ({ title, author, parts }) => ({
  pageSize: 'A4',
  pageMargins: [30, 20, 10, 20].map((side) => side * millimetre),
  info: { title, author },
  language: 'ru-RU',
  header: (page) => (page > 1 ? { text: String(page), alignment: 'center', margin: [0, 10 * millimetre, 0, 0] } : ''),
  defaultStyle: { font: 'Tinos', fontSize: 12, lineHeight: 1.15 },
  styles,
  content: parts.flatMap((part) => print[part.kind](part)),
});

const widthsOf = (shares) => shares.map((share) => `${(share / shares.reduce((sum, one) => sum + one)) * 100}%`);

const print = {
  lines: ({ style, align, lines }) => lines.map((text) => ({ text, style, ...(align && { alignment: align }) })),
  clauses: ({ clauses }) =>
    clauses.flatMap(({ number, text, items }) => [
      { text: `${number} ${text}`, style: 'body' },
      ...items.map((item) => ({ text: `${item.label} ${item.text}`, style: 'body' })),
    ]),
  table: ({ caption, shares, header, rows }) => [
    ...(caption ? [{ text: caption, style: 'note' }] : []),
    { style: 'cell', table: { headerRows: 1, dontBreakRows: true, widths: widthsOf(shares), body: [header, ...rows] } },
  ],
  signature: ({ lead, cells }) => [
    { text: lead, style: 'lead' },
    {
      layout: 'noBorders',
      style: 'cell',
      table: {
        widths: widthsOf(cells.map(({ share }) => share)),
        body: [cells.map(({ text }) => text), cells.map(({ caption }) => caption)],
      },
    },
  ],
};
