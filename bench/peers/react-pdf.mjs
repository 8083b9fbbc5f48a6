/** @react-pdf/renderer: React elements. Fonts are registered and parsed once; words are not hyphenated, since its patterns are English. */
import { Document, Font, Page, StyleSheet, Text, View, renderToBuffer } from '@react-pdf/renderer';
import { createElement } from 'react';
import { fontFiles } from './fonts.mjs';

export const title = '@react-pdf/renderer';
export const format = 'pdf';
export const packages = ['@react-pdf/renderer', 'react'];

export function prepare() {
  Font.register({
    family: 'Tinos',
    fonts: [
      { src: fontFiles.regular, fontWeight: 400 },
      { src: fontFiles.bold, fontWeight: 700 },
    ],
  });
  Font.registerHyphenationCallback((word) => [word]);
  return (content) => renderToBuffer(paper(content));
}

const styles = StyleSheet.create({
  page: {
    fontFamily: 'Tinos',
    fontSize: 12,
    lineHeight: 1.15,
    paddingTop: '20mm',
    paddingRight: '10mm',
    paddingBottom: '20mm',
    paddingLeft: '30mm',
  },
  pageNumber: { position: 'absolute', top: '10mm', left: '30mm', right: '10mm', textAlign: 'center' },
  requisite: { marginBottom: 6 },
  stamp: { marginLeft: '90mm' },
  title: { fontSize: 14, fontWeight: 700 },
  heading: { fontWeight: 700, marginTop: 14, marginBottom: 6 },
  lead: { textIndent: 35.4 },
  body: { textAlign: 'justify', textIndent: 35.4 },
  note: { fontSize: 10.5, marginVertical: 4 },
  row: { flexDirection: 'row' },
  cell: { fontSize: 10.5, padding: 3, borderWidth: 0.5, borderColor: 'black' },
  place: { fontSize: 10.5, padding: 3 },
});

const text = (style, words, props) => createElement(Text, { style, ...props }, words);

const paper = ({ title, author, parts }) =>
  createElement(
    Document,
    { title, author, language: 'ru-RU' },
    createElement(
      Page,
      { size: 'A4', style: styles.page },
      createElement(Text, {
        style: styles.pageNumber,
        fixed: true,
        render: ({ pageNumber }) => (pageNumber > 1 ? String(pageNumber) : ''),
      }),
      ...parts.flatMap((part) => print[part.kind](part)),
    ),
  );

const row = (style, shares, texts) =>
  createElement(
    View,
    { style: styles.row, wrap: false },
    ...texts.map((words, at) => createElement(View, { style: [style, { flexGrow: shares[at], flexBasis: 0 }] }, text({}, words))),
  );

const print = {
  lines: ({ style, align, lines }) => lines.map((words) => text(align ? [styles[style], { textAlign: align }] : styles[style], words)),
  clauses: ({ clauses }) =>
    clauses.flatMap(({ number, text: words, items }) => [
      text(styles.body, `${number} ${words}`),
      ...items.map((item) => text(styles.body, `${item.label} ${item.text}`)),
    ]),
  table: ({ caption, shares, header, rows }) => [
    ...(caption ? [text(styles.note, caption)] : []),
    createElement(View, {}, ...[header, ...rows].map((texts) => row(styles.cell, shares, texts))),
  ],
  signature({ lead, cells }) {
    const shares = cells.map(({ share }) => share);
    return [
      text(styles.lead, lead),
      row(
        styles.place,
        shares,
        cells.map((cell) => cell.text),
      ),
      row(
        styles.place,
        shares,
        cells.map((cell) => cell.caption),
      ),
    ];
  },
};
