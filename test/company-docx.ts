/** Documents of companies, made to be taken as models: with the library, then edited by hand as Word would have written them. */
import { deflateSync } from 'node:zlib';
import { AlignmentType, Document, ExternalHyperlink, Footer, Header, ImageRun, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export type Edits = Record<string, string | Uint8Array | null | ((part: string) => string)>;

/** The file with its parts edited: replaced, removed with null, or changed. */
export function edited(file: Uint8Array, edits: Edits): Uint8Array {
  const parts = unzipSync(file);
  for (const [path, edit] of Object.entries(edits)) {
    if (edit === null) delete parts[path];
    else if (typeof edit === 'function') parts[path] = strToU8(edit(strFromU8(parts[path] ?? new Uint8Array())));
    else parts[path] = typeof edit === 'string' ? strToU8(edit) : Uint8Array.from(edit);
  }
  return zipSync(parts);
}

/** A picture of one colour. */
export function png(width: number, height: number, [red, green, blue]: [number, number, number]): Uint8Array {
  const table = Array.from({ length: 256 }, (_, n) =>
    Array.from({ length: 8 }).reduce<number>((crc) => (crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1), n),
  );
  const crcOf = (bytes: Uint8Array): number =>
    (bytes.reduce((crc, byte) => (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crcOf(body));
    return Buffer.concat([length, body, crc]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.of(0), Buffer.concat(Array.from({ length: width }, () => Buffer.of(red, green, blue)))]);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', new Uint8Array()),
  ]);
}

export const logo = png(120, 40, [178, 34, 34]);

/** What a Russian Word writes: ids of styles in Russian, names in English, fonts by way of the theme. */
const styles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="de-DE" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"><w:lsdException w:name="Normal" w:uiPriority="0" w:qFormat="1"/></w:latentStyles>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/><w:rsid w:val="00AB12CD"/><w:pPr><w:ind w:firstLine="340"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:link w:val="10"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr><w:spacing w:before="360" w:after="120"/><w:ind w:left="0" w:firstLine="0"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi"/><w:b/><w:color w:val="B22222" w:themeColor="accent1"/><w:sz w:val="30"/><w:lang w:val="de-DE"/></w:rPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="a0"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="a2"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="numbering" w:customStyle="1" w:styleId="Liste"><w:name w:val="Firmenliste"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="10"><w:name w:val="Заголовок 1 Знак"/><w:basedOn w:val="a0"/><w:link w:val="1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:uiPriority w:val="10"/><w:qFormat/><w:pPr><w:spacing w:after="60"/><w:ind w:firstLine="0"/><w:jc w:val="left"/></w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:color w:val="1F4E79"/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="List Bullet"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:contextualSpacing/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="header"/><w:basedOn w:val="a"/><w:uiPriority w:val="99"/><w:pPr><w:ind w:firstLine="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Clause"><w:name w:val="Firmenklausel"/><w:basedOn w:val="nirgends"/><w:rPr><w:rFonts w:ascii="Firma" w:hAnsi="Firma" w:cs="Teil"/><w:i/></w:rPr></w:style>
</w:styles>`;

/** The company’s own colours and fonts. */
const theme = (part: string): string =>
  part
    .replace(/<a:accent1>.*?<\/a:accent1>/s, '<a:accent1><a:srgbClr val="B22222"/></a:accent1>')
    .replace(/(<a:majorFont>\s*<a:latin typeface=")[^"]*"/, '$1Liberation Sans Narrow"')
    .replace(/(<a:minorFont>\s*<a:latin typeface=")[^"]*"/, '$1Liberation Sans"');

interface Company {
  /** Whether the footer prints the number of the page. */
  numbered?: boolean;
  letter?: boolean;
  furniture?: boolean;
}

/** A letterhead with a logo, a footer, coloured headings and a body that is nobody’s business. */
export async function company({ numbered = true, letter = false, furniture = true }: Company = {}, edits: Edits = {}): Promise<Uint8Array> {
  const file = new Document({
    title: 'Geheime Vorlage',
    creator: 'Frau Geheim',
    description: 'Geheim',
    comments: { children: [{ id: 0, author: 'Frau Geheim', date: new Date(0), children: [new Paragraph('Geheimer Kommentar')] }] },
    sections: [
      {
        properties: {
          page: {
            size: letter ? { width: 12240, height: 15840 } : { width: 11906, height: 16838 },
            margin: { top: 1700, right: 1000, bottom: 1400, left: 1400, header: 500, footer: 450 },
          },
        },
        ...(furniture && {
          headers: {
            default: new Header({
              children: [
                new Paragraph({
                  children: [
                    new ImageRun({
                      type: 'png',
                      data: logo,
                      transformation: { width: 120, height: 40 },
                      altText: { name: 'logo', description: 'Логотип «Ромашки»', title: 'logo' },
                    }),
                    new TextRun({ text: '  ООО «Ромашка & Ко»', bold: true }),
                  ],
                }),
              ],
            }),
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.RIGHT,
                  children: [
                    new TextRun('romashka.example  '),
                    ...(numbered ? [new TextRun({ children: ['стр. ', PageNumber.CURRENT] })] : []),
                  ],
                }),
              ],
            }),
          },
        }),
        children: [
          new Paragraph({
            children: [
              new TextRun('Geheimer Text'),
              new ExternalHyperlink({ link: 'https://geheim.example', children: [new TextRun('Geheimer Verweis')] }),
            ],
          }),
        ],
      },
    ],
  });
  const made = new Uint8Array(await Packer.pack(file, 'uint8array'));
  return edited(made, { 'word/styles.xml': styles, 'word/theme/theme1.xml': theme, ...edits });
}

export const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`;

/** Two fonts that a file carries: one whole, one with the letters of its own text only. */
export const fontKey = '{00000000-0000-0000-0000-000000000001}';
export const fontBytes = Uint8Array.from({ length: 64 }, (_, at) => at);
const font = (name: string, id: string, subset = ''): string =>
  `<w:font w:name="${name}"><w:charset w:val="CC"/><w:embedRegular r:id="${id}" w:fontKey="${fontKey}"${subset}/><w:embedBold r:id="${id}" w:fontKey="${fontKey}"${subset}/></w:font>`;
export const carriedFonts: Edits = {
  'word/fontTable.xml': `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:font w:name="Arial"><w:charset w:val="CC"/></w:font>${font('Firma', 'a')}${font('Teil', 'b', ' w:subsetted="1"')}</w:fonts>`,
  'word/_rels/fontTable.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('a', 'font', 'fonts/firma.odttf')}${relationship('b', 'font', 'fonts/teil.odttf')}</Relationships>`,
  'word/fonts/firma.odttf': fontBytes,
  'word/fonts/teil.odttf': fontBytes,
};
