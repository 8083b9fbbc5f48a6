/** Nothing of a Word file is lost and nothing is read twice, whatever stands in what. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWord } from '../src/ooxml/word/read-word.js';
import type { WordText } from '../src/ooxml/word/word-text.js';
import type { Theme } from '../src/theme/theme.js';
import { writeDocx } from '../src/write/docx.js';
import { everything } from './builders.js';
import { wordFile } from './word-files.js';

/** XML in which ‹word› stands for a word of its own that must be found, and «word» for one that must not. */
const inline = fc.letrec<Record<'inline' | 'run' | 'paragraph' | 'block', string>>((tie) => {
  const several = (one: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> =>
    fc.array(one, { minLength: 1, maxLength: most }).map((all) => all.join(''));
  const inside = (begin: string, one: fc.Arbitrary<string>, end: string): fc.Arbitrary<string> =>
    several(one, 3).map((content) => begin + content + end);
  const deleted = (content: string): string => content.replaceAll('‹', '«').replaceAll('›', '»');
  const drawing = (content: string): string =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${deleted(content)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const field = (content: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE «word» </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${content}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  return {
    run: fc.constantFrom(
      '<w:r><w:t>‹word›</w:t></w:r>',
      '<w:r><w:t xml:space="preserve">2.1. ‹word› - ‹word›</w:t></w:r>',
      '<w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>‹word›</w:t></w:r>',
      '<w:r><w:t>‹word›</w:t><w:tab/><w:t>‹word›</w:t><w:br w:type="page"/></w:r>',
      '<w:del w:id="1"><w:r><w:delText>«word»</w:delText></w:r></w:del>',
      '<m:oMath><m:r><m:t>‹word›</m:t></m:r></m:oMath>',
    ),
    inline: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie('run'),
      inside('<w:ins w:id="1">', tie('inline'), '</w:ins>'),
      inside('<w:hyperlink w:anchor="a">', tie('inline'), '</w:hyperlink>'),
      inside('<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>', tie('inline'), '</w:sdtContent></w:sdt>'),
      inside('<w:fldSimple w:instr=" REF a ">', tie('inline'), '</w:fldSimple>'),
      inside('<w:smartTag>', tie('inline'), '</w:smartTag>'),
      inside('<w:unknown>', tie('inline'), '</w:unknown>'),
      several(tie('inline'), 3).map(field),
      inside('', tie('paragraph'), '').map(drawing),
      inside('<w:moveFrom w:id="1">', tie('run'), '</w:moveFrom>').map(deleted),
    ),
    paragraph: fc
      .tuple(several(tie('inline'), 4), fc.constantFrom('', '', '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'))
      .map(([content, properties]) => `<w:p>${properties}${content}</w:p>`),
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      tie('paragraph'),
      inside('<w:sdt><w:sdtContent>', tie('block'), '</w:sdtContent></w:sdt>'),
      inside('<w:tbl><w:tr><w:tc>', tie('block'), '</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
      inside('<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>', tie('block'), '</w:tc></w:tr></w:tbl>').map(deleted),
    ),
  };
});

/** All that was read, with numbers put back before their texts. */
const allOf = ({ pieces }: WordText): string =>
  pieces
    .map((piece) =>
      piece.kind === 'paragraph'
        ? [piece.typed?.before, piece.typed?.shown, piece.typed?.gap, ...piece.spans.map(({ text }) => text)].join('')
        : '',
    )
    .join('\n');

/** Spaces, tabs and ends of lines may come from the look as well as from the text. */
const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

test('every word of the accepted text stands in one piece, and no other does', () => {
  fc.assert(
    fc.property(fc.array(inline.block, { minLength: 1, maxLength: 4 }), (blocks) => {
      let count = 0;
      const words: string[] = [];
      const body = blocks.join('').replace(/[‹«]word[›»]/g, (mark) => {
        const word = `w${(count += 1)}x`;
        if (mark.startsWith('‹')) words.push(word);
        return word;
      });
      const read = allOf(readWord(wordFile({ document: body })));
      expect([...read.matchAll(/w\d+x/g)].map(([word]) => word).sort()).toEqual(words.sort());
    }),
    { numRuns: process.env.FULL === undefined ? 10 : 600 },
  );
});

test('every character of our own papers is read once', async () => {
  const theme = parse(readFileSync(new URL('../themes/gost-2025.yaml', import.meta.url), 'utf8')) as Theme;
  const bytes = await writeDocx(everything(), theme);
  const written = Object.entries(unzipSync(bytes))
    .filter(([path]) => /^word\/(document|header\d*|footer\d*|footnotes)\.xml$/.test(path))
    .flatMap(([, part]) => [...strFromU8(part).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text))
    .join('')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '');
  const signs = (text: string): string[] => [...withoutSpaces(text).replace(/\u00ad/g, '')].sort();
  expect(signs(allOf(readWord(bytes)))).toEqual(signs(written));
});
