/** Words to paste elsewhere: a reader of Markdown understands what the tree means, and no word of it becomes markup. */
import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paragraph, text } from '../src/document/document.js';
import type { Block, Document } from '../src/document/document.js';
import { writeMarkdown, writeText } from '../src/write/pasted.js';
import { dressed } from './dressed.js';
import { runs } from './every.js';

const documentOf = (blocks: readonly Block[]): Document => dressed({ blocks });
const html = (blocks: readonly Block[]): string => new HtmlRenderer().render(new Parser().parse(writeMarkdown(documentOf(blocks))));
const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };
const shown = (page: string): string => page.replace(/&(lt|gt|amp|quot);/g, (found) => entities[found] ?? '');

const advert: Block[] = [
  { type: 'title', lines: [[text('Sales executive')]] },
  { type: 'facts', rows: [{ label: [text('Pay')], value: [text('£28,000–£34,000')] }] },
  {
    type: 'section',
    id: 'doing',
    level: 1,
    number: null,
    breakBefore: false,
    heading: [text('What you will do')],
    children: [
      paragraph([text('You will:')], 'lead'),
      {
        type: 'list',
        marker: 'bullet',
        items: [
          { id: null, label: '•', content: [text('Find '), text('new', { strong: true }), text(' customers.')], children: [] },
          { id: null, label: '•', content: [text('Keep records.')], children: [] },
        ],
      },
      paragraph([text('Apply by '), { type: 'field', name: 'closing', label: 'Apply by', kind: 'date', width: 40 }]),
    ],
  },
];

it('gives headings, labels and lists of Markdown', () => {
  expect(writeMarkdown(documentOf(advert))).toBe(`# Sales executive

- **Pay:** £28,000–£34,000

## What you will do

You will:

- Find **new** customers.
- Keep records.

Apply by \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_
`);
});

it('gives the same words without markup as plain text', () => {
  expect(writeText(documentOf(advert))).toBe(`Sales executive

Pay: £28,000–£34,000

What you will do

You will:

• Find new customers.
• Keep records.

Apply by __________
`);
});

it('never lets words become markup, whatever they are', () => {
  const signs = fc.constantFrom(...String.raw`\`*_{}[]()<>#+-=.!|&~$;:/"'123 aа`);
  fc.assert(
    fc.property(fc.array(signs, { minLength: 1, maxLength: 30 }), (letters) => {
      const words = letters.join('').trim().replace(/\s+/g, ' ');
      fc.pre(words !== '');
      expect(shown(html([paragraph([text(words)])]))).toBe(`<p>${words}</p>\n`);
      const items = [{ id: null, label: '•', content: [text(words)], children: [] }];
      expect(shown(html([{ type: 'list', marker: 'bullet', items }]))).toBe(`<ul>\n<li>${words}</li>\n</ul>\n`);
    }),
    { numRuns: runs(400) },
  );
});

it('keeps a row of a table in its row', () => {
  const cell = (words: string) => ({ children: [paragraph([text(words)])] });
  const table: Block = {
    type: 'table',
    id: 'limits',
    caption: null,
    columns: [],
    header: [cell('Topic'), cell('Limit')],
    rows: [{ id: null, cells: [cell('a | b'), cell('5 %')] }],
  };
  expect(writeMarkdown(documentOf([table]))).toBe('| Topic | Limit |\n| --- | --- |\n| a \\| b | 5 % |\n');
  expect(writeText(documentOf([table]))).toBe('Topic: a | b; Limit: 5 %\n');
});
