/** Word files broken in one way each. */
import { writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { redline } from '../../dist/index.js';

/** Adds the cases of the checks for Word files to the bench. */
export async function breakWord({ form, press, save, add }) {
  const docx = await press.print(form, 'docx');
  const inWord = (check, done, part, pattern, replacement, expected) => {
    const parts = unzipSync(docx.bytes);
    const before = strFromU8(parts[part]);
    const after = before.replace(pattern, replacement);
    if (after === before) throw new Error(`${done}: nothing in ${part} matches ${pattern}`);
    add(check, done, save(zipSync({ ...parts, [part]: strToU8(after) }), 'docx'), expected);
  };
  const body = 'word/document.xml';

  inWord('same-bytes', 'another moment of packing', 'docProps/core.xml', />2\d{3}-/g, '>2026-', /this part differs/);

  inWord('docx-schema', 'an element that Word does not know', body, '<w:body>', '<w:body><w:nothing/>', /nothing/);

  inWord(
    'docx-parts',
    'an empty cell',
    body,
    /(<w:tc>(?:<w:tcPr>.*?<\/w:tcPr>)?).*?<\/w:tc>/,
    '$1</w:tc>',
    /does not end with a paragraph/,
  );
  inWord('docx-parts', 'a missing cell', body, /<w:tc>.*?<\/w:tc>/, '', /cover \d+ of \d+ columns/);
  inWord('docx-parts', 'a numbering that is not there', body, /<w:numId w:val="\d+"\/>/, '<w:numId w:val="9999"/>', /no numbering 9999/);
  inWord('docx-parts', 'a level that is not there', body, /<w:ilvl w:val="\d"\/>/, '<w:ilvl w:val="8"/>', /no level 8/);
  inWord(
    'docx-parts',
    'a numbering without a definition',
    'word/numbering.xml',
    /<w:abstractNumId w:val="\d+"\/>/,
    '<w:abstractNumId w:val="9999"/>',
    /9999, which there is not/,
  );
  inWord('docx-parts', 'a style that is not there', body, /<w:pStyle w:val="\w+"\/>/, '<w:pStyle w:val="Nowhere"/>', /Nowhere/);
  inWord(
    'docx-parts',
    'a base that is not there',
    'word/styles.xml',
    '<w:basedOn w:val="Normal"/>',
    '<w:basedOn w:val="Nowhere"/>',
    /Nowhere/,
  );
  inWord('docx-parts', 'controls with one id', body, /<w:id w:val="\d+"\/>/g, '<w:id w:val="1"/>', /“1” is used more than once/);
  inWord(
    'docx-parts',
    'controls with one tag',
    body,
    /<w:tag w:val="[^"]+"\/>/g,
    '<w:tag w:val="blank"/>',
    /“blank” is used more than once/,
  );
  inWord(
    'docx-parts',
    'a bad tag of a language',
    'word/styles.xml',
    /<w:lang w:val="[^"]+"/,
    '<w:lang w:val="russian_RU"',
    /not the tag of a language/,
  );
  inWord('docx-parts', 'another language', 'word/styles.xml', /<w:lang w:val="[^"]+"/, '<w:lang w:val="fr-FR"', /is fr-FR and should be/);
  inWord(
    'docx-parts',
    'a part that is not there',
    'word/_rels/document.xml.rels',
    'numbering.xml',
    'nowhere.xml',
    /no part word\/nowhere.xml/,
  );
  inWord(
    'docx-parts',
    'a relationship that is not there',
    body,
    /<w:sectPr(.*?) r:id="\w+"/,
    '<w:sectPr$1 r:id="rIdNowhere"',
    /no relationship rIdNowhere/,
  );
  inWord('docx-parts', 'a date from the clock', 'docProps/core.xml', /T00:00:00Z/, 'T12:34:56Z', /not the constant ones/);

  add('docx-opens', 'half of a file', save(docx.bytes.subarray(0, docx.bytes.length / 2), 'docx'), /cannot open/);

  inWord(
    'docx-text',
    'numbers that start at 2',
    'word/numbering.xml',
    /<w:start w:val="1"\/>/g,
    '<w:start w:val="2"/>',
    /“1\.1\. .*is not where it belongs.*“1\.2\. /s,
  );
  inWord('docx-text', 'words that are not in the tree', body, /(<w:t[^>]*>)([^<_]{20,})/, '$1$2 as well', /not where it belongs|also says/);
  inWord(
    'docx-text',
    'a paragraph too many',
    body,
    /<w:sectPr/,
    '<w:p><w:r><w:t>as well</w:t></w:r></w:p><w:sectPr',
    /also says “as well”/,
  );
  inWord('docx-text', 'words left out', body, /(<w:t[^>]*>)[^<_]{20,}/, '$1', /is not where it belongs/);

  // Who accepts a change does not see what it deletes; LibreOffice shows it.
  inWord(
    'docx-read',
    'a change that one of the two takes as accepted',
    body,
    /<w:sectPr/,
    '<w:p><w:del w:id="9" w:author="A"><w:r><w:delText>deleted words</w:delText></w:r></w:del></w:p><w:sectPr',
    /also says “deletedwords”/,
  );

  const fewer = {
    ...form,
    blocks: form.blocks.map((block) => (block.type === 'section' ? { ...block, children: block.children.slice(1) } : block)),
  };
  const tracked = unzipSync((await press.print(redline(fewer, form, { author: 'A', date: '2026-03-02' }), 'docx')).bytes);
  const spoilt = (done, pattern, replacement, expected) => {
    const source = strFromU8(tracked[body]);
    const changed = source.replace(pattern, replacement);
    if (changed === source) throw new Error(`${done}: nothing in ${body} matches ${pattern}`);
    add(
      'redline-settles',
      done,
      { ...save(zipSync({ ...tracked, [body]: strToU8(changed) }), 'docx'), format: 'redline', before: fewer, after: form },
      expected,
    );
  };
  spoilt('words that come without a mark', /<w:ins [^>]*>(<w:r>(?:(?!<\/w:ins>).)*<\/w:r>)<\/w:ins>/, '$1', /is not where it belongs/);
  spoilt(
    'words that go and stay',
    /<w:ins ([^>]*)>(<w:r>(?:(?!<\/w:ins>).)*)<w:t([ >])((?:(?!<\/w:ins>).)*)<\/w:t>(<\/w:r>)<\/w:ins>/,
    '<w:del $1>$2<w:delText$3$4</w:delText>$5</w:del>',
    /is not where it belongs|also says/,
  );

  const long = (tree) => ({ ...tree, blocks: [...Array(12).fill(tree.blocks)].flat() });
  const short = save(docx.bytes, 'docx');
  writeFileSync(short.twin, (await press.print(long(form), 'pdf')).bytes);
  add('page-count', 'a PDF of many more pages', short, /pages in LibreOffice/);
}
