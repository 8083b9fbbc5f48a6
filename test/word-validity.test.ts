/**
 * Word files of every kind are what the Open XML SDK of Word's makers calls valid. It takes ten seconds to start, so the
 * conformance run asks for these.
 */
import validate from '@ooxml-tools/validate';
import { describe, expect, test } from 'vitest';
import { writeDocx } from '../src/write/docx.js';
import { readReference } from '../src/write/docx/reference.js';
import { blank, clause, document, everything, facts, section } from './builders.js';
import { carriedFonts, company } from './company-docx.js';
import { dressed, logo } from './dressed.js';
import { openDocx } from './opened-docx.js';
import { theme } from './paper.js';
import { faultsOf } from './word-faults.js';

const gost = theme('gost-2025');
const nl = theme('nl');

const asked = process.env.WORD_VALIDITY !== undefined;

test.runIf(asked)('with all kinds of blocks', async () => {
  const tree = document([
    ...everything().blocks,
    logo,
    facts(['a', 'b'], ['c', blank('x', 'X', 'text', 0)]),
    section('z', null, 'Приложение', clause('y', '1.', 'x')),
  ]);
  expect(await validate(await writeDocx(tree, gost), 'docx')).toEqual([]);
});

test.runIf(asked).each([gost, nl])('with a letterhead, a footer and a code: $id', async (look) => {
  expect(await validate(await writeDocx(dressed(), look), 'docx')).toEqual([]);
});

describe.runIf(asked)('in the look of a company', () => {
  const references: [string, Parameters<typeof company>][] = [
    ['no page number', [{ numbered: false }]],
    ['Letter without headers', [{ letter: true, furniture: false }]],
    ['no styles', [{}, { 'word/styles.xml': '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>' }]],
    ['a template', [{}, { '[Content_Types].xml': (part) => part.replace('document.main+xml', 'template.main+xml') }]],
    ['fonts that it carries', [{}, carriedFonts]],
    [
      'UTF-16',
      [
        {},
        {
          'word/styles.xml': (part) => part,
          'word/settings.xml': Buffer.concat([
            Buffer.from([0xff, 0xfe]),
            Buffer.from(
              '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/></w:settings>',
              'utf16le',
            ),
          ]),
        },
      ],
    ],
  ];

  test.each(references)('%s', async (name, of) => {
    const reference = readReference(await company(...of));
    for (const look of name === 'no page number' ? [gost, nl] : [gost]) {
      const bytes = await writeDocx(everything(), look, { reference });
      expect(await validate(bytes, 'docx')).toEqual([]);
      expect(faultsOf(openDocx(bytes))).toEqual([]);
    }
  });
});
