/** Files that are not read, or are made to do harm: told why, never with a crash. */
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import type { Diagnostic } from '../src/diagnostic/diagnostic.js';
import { officeFile } from '../src/ooxml/file-kind.js';
import { readWord } from '../src/ooxml/word/read-word.js';
import { edited } from './company-docx.js';
import { outlineOf, wordFile } from './word-files.js';
import { runs } from './every.js';

function refused(bytes: Uint8Array): Diagnostic {
  try {
    readWord(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return (error as Refusal).diagnostics[0]!;
  }
  throw new Error('not refused');
}

const plain = wordFile({ document: '<w:p><w:r><w:t>Purpose</w:t></w:r></w:p>', styles: '', numbering: '' });
const zip = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
const old = (name: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);

describe('what is no Word document', () => {
  test.each([
    ['doc', old('WordDocument')],
    ['odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })],
    ['xlsx', zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' })],
    ['pages', zip({ 'Index/Document.iwa': 'x', 'Metadata/Properties.plist': 'x' })],
    ['pdf', strToU8('%PDF-1.7\n')],
    ['rtf', strToU8('{\\rtf1 }')],
    ['html', strToU8('<html><body>')],
    ['text', strToU8('Functieomschrijving\r\n')],
    ['empty', new Uint8Array()],
    ['other', Uint8Array.from([1, 2, 3])],
  ])('%s', (found, bytes) => {
    expect(officeFile(bytes)).toBe(found);
    expect(refused(bytes)).toMatchObject({ code: 'word-not-docx', args: { found } });
  });

  test('with a password', () => {
    expect(officeFile(old('EncryptedPackage'))).toBe('encrypted');
    expect(refused(old('EncryptedPackage')).code).toBe('word-encrypted');
  });

  test('and what is one', () => {
    expect(officeFile(plain)).toBe('docx');
    expect(readWord(plain).pieces).toHaveLength(1);
  });
});

describe('what would do harm', () => {
  test('macros', () => {
    expect(refused(edited(plain, { 'word/vbaProject.bin': new Uint8Array(10) }))).toMatchObject({ code: 'word-macros' });
  });

  test('too large a part', () => {
    expect(refused(edited(plain, { 'word/numbering.xml': ' '.repeat((8 << 20) + 1) }))).toMatchObject({
      code: 'word-too-large',
      args: { what: 'part', limit: 8 },
    });
  });

  test('a text of more pieces than any document has', () => {
    for (const [document, what] of [
      ['<w:p/>'.repeat(600_001), 'tags'],
      [`<w:p><w:r><w:t>${'☐'.repeat(200_001)}</w:t></w:r></w:p>`, 'pieces'],
    ] as const)
      expect(refused(wordFile({ document }))).toMatchObject({ code: 'word-too-large', args: { what } });
  });

  test('a document type, and XML that is broken or too deep', () => {
    const withType = edited(plain, { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:styles/>' });
    expect(refused(withType)).toMatchObject({ code: 'word-doctype', args: { part: 'word/styles.xml' } });
    for (const part of ['<w:numbering><w:num></w:numbering>', `<w:numbering>${'<w:a>'.repeat(300)}${'</w:a>'.repeat(300)}</w:numbering>`])
      expect(refused(edited(plain, { 'word/numbering.xml': part }))).toMatchObject({
        code: 'word-damaged',
        args: { part: 'word/numbering.xml' },
      });
  });

  test('definitions that lead back to themselves, and numbers without end', () => {
    const level = (text: string): string =>
      `<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const bytes = wordFile({
      styles: `<w:style w:type="numbering" w:styleId="Loop"><w:name w:val="Loop"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
      numbering: `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Loop"/></w:abstractNum><w:abstractNum w:abstractNumId="1">${level('%1'.repeat(9999))}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`,
      document: [1, 2].map((id) => `<w:p><w:pPr><w:numPr><w:numId w:val="${id}"/></w:numPr></w:pPr></w:p>`).join(''),
    });
    const [first, second] = readWord(bytes).pieces;
    expect(first).toMatchObject({ number: null });
    expect(second).toMatchObject({ number: { shown: expect.stringMatching(/^[a-z]{1,1000}$/) as string } });
  });

  test('fields that begin and never end', () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    const bytes = wordFile({ document: `<w:p>${begin.repeat(2000)}</w:p><w:p><w:r><w:t>lost in a field</w:t></w:r></w:p>` });
    expect(readWord(bytes).pieces).toHaveLength(2);
  });

  test('whatever is cut out of a file, it is refused or read', () => {
    const whole = wordFile({
      styles: '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      footnotes: '<w:footnote w:id="1"><w:p/></w:footnote>',
      document:
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Duties</w:t><w:footnoteReference w:id="1"/></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    });
    const parts = Object.entries(unzipSync(whole));
    const cut = fc.tuple(fc.nat(parts.length - 1), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40));
    fc.assert(
      fc.property(cut, ([which, where, length]) => {
        const [path, part] = parts[which]!;
        const at = Math.floor(where * part.length);
        const bytes = edited(whole, { [path]: Buffer.concat([part.subarray(0, at), part.subarray(at + length)]) });
        try {
          expect(outlineOf(readWord(bytes))).not.toMatch(/undefined|NaN/);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(error.diagnostics[0]?.code).toMatch(/^word-/);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('other ways to say the same', () => {
  const usual = wordFile({
    styles: '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:jc w:val="left"/></w:pPr></w:style>',
    document:
      '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>Duties</w:t></w:r></w:p><w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt></w:p>',
  });
  const read = outlineOf(readWord(usual));
  const everywhere = (change: (part: string) => string): Uint8Array =>
    edited(usual, {
      'word/document.xml': change,
      'word/styles.xml': change,
      'word/_rels/document.xml.rels': change,
      '_rels/.rels': change,
    });

  test('the strict form', () => {
    const strict = everywhere((part) =>
      part
        .replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main')
        .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/', 'http://purl.oclc.org/ooxml/officeDocument/')
        .replaceAll('w:val="left"', 'w:val="start"'),
    );
    expect(outlineOf(readWord(strict))).toBe(read);
  });

  test('other prefixes', () => {
    const renamed = everywhere((part) =>
      part.replace(/(<\/?|\s|xmlns:)w(?=:|=)/g, '$1ns0').replace(/(<\/?|\s|xmlns:)w14(?=:|=)/g, '$1ns1'),
    );
    expect(outlineOf(readWord(renamed))).toBe(read);
  });
});
