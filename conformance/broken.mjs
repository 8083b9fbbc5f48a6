/** Good documents broken in one way each, for the self-test: what a check is for, it must find. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';

/**
 * The cases: the name of the check, what was `done` to a document, the document, and a pattern that the message has to
 * match. `form` is a document with blanks, stamps and numbered clauses; the files go to `folder`.
 */
export async function brokenDocuments(form, press, folder) {
  const docx = await press.print(form, 'docx');
  const pdf = await press.print(form, 'pdf');
  const cases = [];

  const save = (bytes, format, tree = form) => {
    const name = `${cases.length + 1}.${format}`;
    const path = join(folder, name);
    if (bytes) writeFileSync(path, bytes);
    return { name, path, format, tree };
  };
  const add = (check, done, document, expected) => { cases.push({ check, done, document, expected }); };

  const inWord = (check, done, part, pattern, replacement, expected) => {
    const parts = unzipSync(docx.bytes);
    const before = strFromU8(parts[part]);
    const after = before.replace(pattern, replacement);
    if (after === before) throw new Error(`${done}: nothing in ${part} matches ${pattern}`);
    add(check, done, save(zipSync({ ...parts, [part]: strToU8(after) }), 'docx'), expected);
  };
  const body = 'word/document.xml';

  add('complete', 'the file is missing', save(null, 'docx'), /no such file/);
  add('complete', 'the file is empty', save(new Uint8Array(), 'pdf'), /empty/);

  inWord('same-bytes', 'another moment of packing', 'docProps/core.xml', />2\d{3}-/g, '>2026-', /this part differs/);
  add('same-bytes', 'one byte more', save(Buffer.concat([pdf.bytes, Buffer.from('\n')]), 'pdf'), /from here on/);

  inWord('docx-schema', 'an element that Word does not know', body, '<w:body>', '<w:body><w:nothing/>', /nothing/);

  inWord('docx-parts', 'an empty cell', body, /(<w:tc>(?:<w:tcPr>.*?<\/w:tcPr>)?).*?<\/w:tc>/, '$1</w:tc>', /does not end with a paragraph/);
  inWord('docx-parts', 'a missing cell', body, /<w:tc>.*?<\/w:tc>/, '', /cover \d+ of \d+ columns/);
  inWord('docx-parts', 'a numbering that is not there', body, /<w:numId w:val="\d+"\/>/, '<w:numId w:val="9999"/>', /no numbering 9999/);
  inWord('docx-parts', 'a level that is not there', body, /<w:ilvl w:val="\d"\/>/, '<w:ilvl w:val="8"/>', /no level 8/);
  inWord('docx-parts', 'a numbering without a definition', 'word/numbering.xml', /<w:abstractNumId w:val="\d+"\/>/, '<w:abstractNumId w:val="9999"/>', /9999, which there is not/);
  inWord('docx-parts', 'a style that is not there', body, /<w:pStyle w:val="\w+"\/>/, '<w:pStyle w:val="Nowhere"/>', /Nowhere/);
  inWord('docx-parts', 'a base that is not there', 'word/styles.xml', '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Nowhere"/>', /Nowhere/);
  inWord('docx-parts', 'controls with one id', body, /<w:id w:val="\d+"\/>/g, '<w:id w:val="1"/>', /“1” is used more than once/);
  inWord('docx-parts', 'controls with one tag', body, /<w:tag w:val="[^"]+"\/>/g, '<w:tag w:val="blank"/>', /“blank” is used more than once/);
  inWord('docx-parts', 'a bad tag of a language', 'word/styles.xml', /<w:lang w:val="[^"]+"/, '<w:lang w:val="russian_RU"', /not the tag of a language/);
  inWord('docx-parts', 'another language', 'word/styles.xml', /<w:lang w:val="[^"]+"/, '<w:lang w:val="fr-FR"', /is fr-FR and should be/);
  inWord('docx-parts', 'a part that is not there', 'word/_rels/document.xml.rels', 'numbering.xml', 'nowhere.xml', /no part word\/nowhere.xml/);
  inWord('docx-parts', 'a relationship that is not there', body, /<w:sectPr(.*?) r:id="\w+"/, '<w:sectPr$1 r:id="rIdNowhere"', /no relationship rIdNowhere/);
  inWord('docx-parts', 'a date from the clock', 'docProps/core.xml', /T00:00:00Z/, 'T12:34:56Z', /not the constant ones/);

  add('docx-opens', 'half of a file', save(docx.bytes.subarray(0, docx.bytes.length / 2), 'docx'), /cannot open/);

  inWord('docx-text', 'numbers that start at 2', 'word/numbering.xml', /<w:start w:val="1"\/>/g, '<w:start w:val="2"/>', /“1\.1\. .*is not where it belongs.*“1\.2\. /s);
  inWord('docx-text', 'words that are not in the tree', body, /(<w:t[^>]*>)([^<_]{20,})/, '$1$2 as well', /not where it belongs|also says/);
  inWord('docx-text', 'a paragraph too many', body, /<w:sectPr/, '<w:p><w:r><w:t>as well</w:t></w:r></w:p><w:sectPr', /also says “as well”/);
  inWord('docx-text', 'words left out', body, /(<w:t[^>]*>)[^<_]{20,}/, '$1', /is not where it belongs/);

  add('pdf-syntax', 'a file without its end', save(pdf.bytes.subarray(0, pdf.bytes.length - 200), 'pdf'), /./);

  const letter = await paint((kit) => { kit.text('Letter'); });
  add('pdf-fonts', 'a font that is not in the file', save(letter, 'pdf'), /not embedded/);
  add('pdf-information', 'a file without tags', save(letter, 'pdf'), /is no and should be yes/);
  add('pdf-information', 'a file without a title', save(letter, 'pdf'), /is not given and should be/);
  add('pdf-navigation', 'a file without tags', save(letter, 'pdf'), /tags begin with nothing/);
  add('pdf-navigation', 'a file without a language', save(letter, 'pdf'), /is null and should be/);
  add('pdf-navigation', 'words over the edge', save(await paint((kit) => { kit.text('Overlong', kit.page.width - 20, 100, { lineBreak: false }); }), 'pdf'), /over the edge/);
  add('pdf-pages', 'a page with its number only', save(await paint((kit) => { kit.text('Text').addPage().text('2', 300, 20); }), 'pdf'), /page is blank/);

  const otherwise = async (change) => save((await press.print(change(globalThis.structuredClone(form)), 'pdf')).bytes, 'pdf');
  const firstSection = (tree) => tree.blocks.find(({ type }) => type === 'section');
  add('pdf-navigation', 'another heading', await otherwise((tree) => { firstSection(tree).heading[0].value += '!'; return tree; }), /stands where/);
  add('pdf-reading-order', 'another number', await otherwise((tree) => { firstSection(tree).children[0].number = '1.99.'; return tree; }), /“1\.1\. .*is not where it belongs.*“1\.99\. /s);
  add('pdf-reading-order', 'two clauses the other way round', await otherwise((tree) => { firstSection(tree).children.reverse(); return tree; }), /which stands elsewhere/);
  add('pdf-reading-order', 'a section too many', await otherwise((tree) => { tree.blocks.push(firstSection(tree)); return tree; }), /also says/);

  const long = (tree) => ({ ...tree, blocks: [...Array(12).fill(tree.blocks)].flat() });
  const short = save(docx.bytes, 'docx');
  writeFileSync(short.path.replace(/docx$/, 'pdf'), (await press.print(long(form), 'pdf')).bytes);
  add('page-count', 'a PDF of many more pages', short, /pages in LibreOffice/);

  return cases;
}

/** A PDF without anything that ours have, painted by `work`. */
function paint(work) {
  return new Promise((resolve) => {
    const kit = new PDFDocument({ size: 'A4' });
    const pieces = [];
    kit.on('data', (piece) => pieces.push(piece));
    kit.on('end', () => resolve(Buffer.concat(pieces)));
    work(kit);
    kit.end();
  });
}
