/** Word files made by hand for tests, from the parts that matter, and what was read of one as lines. */
import { zipSync, strToU8 } from 'fflate';
import type { Zippable } from 'fflate';
import type { WordPiece, WordPlace, WordText } from '../src/ooxml/word/word-text.js';

const ooxml = 'http://schemas.openxmlformats.org';
const namespaces = [
  `xmlns:w="${ooxml}/wordprocessingml/2006/main"`,
  `xmlns:r="${ooxml}/officeDocument/2006/relationships"`,
  `xmlns:m="${ooxml}/officeDocument/2006/math"`,
  `xmlns:a="${ooxml}/drawingml/2006/main"`,
  `xmlns:pic="${ooxml}/drawingml/2006/picture"`,
  `xmlns:wp="${ooxml}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:mc="${ooxml}/markup-compatibility/2006"`,
  `xmlns:c="${ooxml}/drawingml/2006/chart"`,
  `xmlns:dgm="${ooxml}/drawingml/2006/diagram"`,
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

const roots: Readonly<Record<string, string>> = {
  document: 'w:document',
  header: 'w:hdr',
  footer: 'w:ftr',
  diagramData: 'dgm:dataModel',
};

/** What is inside of each part, by its name; `header1` is a header that the body refers to as `header1`. */
export type Parts = Readonly<Record<string, string>>;

/** Further relationships of the body: targets by their ids, those with a colon outside of the file. */
export type Links = Readonly<Record<string, string>>;

export function wordFile(parts: Parts, links: Links = {}): Uint8Array {
  const kindOf = (name: string): string => name.replace(/\d+$/, '');
  const others = Object.keys(parts).filter((name) => name !== 'document');
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${ooxml}/officeDocument/2006/relationships/${type}" Target="${target}"${/^\w+:/.test(target) ? ' TargetMode="External"' : ''}/>`;
  const list = (inside: string[]): string =>
    `<Relationships xmlns="${ooxml}/package/2006/relationships">${inside.join('')}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${ooxml}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': list([relationship('r1', 'officeDocument', 'word/document.xml')]),
    'word/_rels/document.xml.rels': list([
      ...others.map((name) => relationship(name, kindOf(name), `${name}.xml`)),
      ...Object.entries(links).map(([id, target]) => relationship(id, 'image', target)),
    ]),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, inside]) => {
        const root = roots[kindOf(name)] ?? `w:${kindOf(name)}`;
        const content = name === 'document' ? `<w:body>${inside}</w:body>` : inside;
        return [`word/${name}.xml`, `<${root} ${namespaces}>${content}</${root}>`];
      }),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])) satisfies Zippable);
}

/** A line for each piece: where it stands, what it looks like, its number, its text. */
export const outlineOf = ({ pieces, tables, notes }: WordText): string =>
  [
    ...pieces.map((piece) => [placeIn(piece.place), ...wordsIn(piece)].filter((word) => word !== '').join(' ')),
    ...tables.map(({ number, rows, columns, headingRows, within }) =>
      [`table ${number}: ${rows} × ${columns}`, headingRows > 0 && `${headingRows} on top`, within !== null && `in table ${within}`]
        .filter(Boolean)
        .join(', '),
    ),
    ...notes.map(({ what, count }) => `${what}: ${count}`),
  ].join('\n');

function placeIn({ area, pages, mark, paragraph, cells, box, hangsOn }: WordPlace): string {
  const inCells = cells.map(
    ({ table, row, column, rows, columns }) =>
      `${table}:${row}:${column}${columns > 1 ? ` over ${columns} columns` : ''}${rows > 1 ? ` over ${rows} rows` : ''}`,
  );
  return [
    area === 'body'
      ? paragraph
      : `${[pages === 'default' ? null : pages, area, mark].filter((one) => one !== null).join(' ')} ${paragraph}`,
    inCells.length > 0 && `cell ${inCells.join(' in ')}`,
    box !== null && `box ${box}`,
    hangsOn !== null && `on piece ${hangsOn}`,
  ]
    .filter((one) => one !== false)
    .join(', ')
    .concat(':');
}

function wordsIn(piece: WordPiece): string[] {
  if (piece.kind === 'picture') return [piece.sort, piece.part ?? '', piece.description === '' ? '' : JSON.stringify(piece.description)];
  if (piece.kind === 'unread') return ['not read:', piece.what, piece.name];
  const { look, number, typed, text } = piece;
  const looks = [
    !['normal', ''].includes(look.style) && look.style,
    look.outline !== null && `level ${look.outline + 1}`,
    look.bold !== 'none' && (look.bold === 'all' ? 'bold' : 'partly bold'),
    look.capitals === 'all' && 'capitals',
    look.align !== 'left' && look.align,
    piece.hidden && 'hidden',
    piece.startsPage && 'new page',
  ].filter(Boolean);
  const spans = piece.spans.flatMap((span) => [
    ...(span.kind === 'mark' ? [`→ ${span.of} ${span.shown}`] : []),
    ...(span.hidden ? [`unseen ${JSON.stringify(span.text)}`] : []),
    ...(span.link === null ? [] : [`${JSON.stringify(span.text)} → ${span.link}`]),
    ...(span.kind === 'choice' ? [`of ${span.choices.join(' | ')}`] : []),
    ...(span.kind === 'box' && span.name !== '' ? [`box ${span.name}`] : []),
    ...(span.field === null || span.link !== null ? [] : [`${JSON.stringify(span.text)} by ${span.field}`]),
    ...(span.control === null || span.kind === 'box'
      ? []
      : [
          `${JSON.stringify(span.text)} in ${[span.control.isPrompt && 'empty', span.control.sort, span.control.title].filter(Boolean).join(' ')}`,
        ]),
  ]);
  return [
    looks.length > 0 ? `<${looks.join(', ')}>` : '',
    number ? `${number.shown} |` : '',
    typed ? `${typed.shown} typed |` : '',
    JSON.stringify(text),
    spans.length > 0 ? `(${spans.join('; ')})` : '',
  ];
}
