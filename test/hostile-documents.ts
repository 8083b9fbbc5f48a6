/** Documents with text that nobody would write and somebody will. */
import fc from 'fast-check';
import { text } from '../src/document/document.js';
import type { Block, Document, Inline } from '../src/document/document.js';
import { obstacleOf } from '../src/language/scripts.js';
import { blank, box, cell, document } from './builders.js';
import { fonts } from './paper.js';

const unprintable = /[\p{Cc}\p{Cs}\p{Cn}\u2028\u2029]/u;

const blockOf = (one: string): number => one.charCodeAt(0) >> 8;

/** The characters that every face has, and that stand one behind the other. */
const charactersOfFonts = (() => {
  const faces = (['serif', 'sans'] as const).flatMap((family) =>
    (['regular', 'bold', 'italic', 'bold-italic'] as const).map((style) => fonts.face(family, style)),
  );
  const [first, ...others] = faces.map(({ font }) => new Set(font.characterSet));
  return [...(first ?? [])]
    .filter((code) => code <= 0xffff && others.every((set) => set.has(code)))
    .map((code) => String.fromCharCode(code))
    .filter((one) => !unprintable.test(one) && obstacleOf(one) === null);
})();

/** By blocks of 256, so that rare blocks come as often as the Latin one. */
const blocksOfFonts = [...new Set(charactersOfFonts.map(blockOf))].map((block) =>
  charactersOfFonts.filter((one) => blockOf(one) === block),
);

/** A sign and a mark that follows it may be one character, such as ≯, that the fonts lack. */
const known = new Set(charactersOfFonts);
const staysCovered = (words: string): boolean => [...words.normalize('NFC')].every((one) => known.has(one) || words.includes(one));

const letters = fc
  .constantFrom(...blocksOfFonts)
  .chain((block) => fc.array(fc.constantFrom(...block), { minLength: 1, maxLength: 6 }))
  .map((all) => all.join(''));
const markup = fc.constantFrom(
  '<b>',
  '</p>',
  '<script>alert(1)</script>',
  '</style>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&',
  '&amp;',
  '&#65;',
  '&lt;b&gt;',
  '"',
  "'",
  '">',
  '\\',
  '%',
  '%1',
  '%%EOF',
  '{{x}}',
  '{{{x}}}',
  '{{#each x}}',
  '{reference-0}',
  '{clauses-0}',
  '${x}',
  '<w:br/>',
  '<clause>',
  'CURRENT',
  '(',
  ')',
  'endstream',
  'endobj',
  '/Type',
  'constructor',
  '__proto__',
);
const spaces = fc.constantFrom(' ', '  ', '\u00A0', ' \u00A0 ', '\u00AD', 'сло\u00ADво', '-', '–', '/');
const long = fc
  .tuple(fc.constantFrom('ж', 'W', 'i', 'слово-', 'a@b/', 'Ответственность'), fc.constantFrom(60, 500, 5_000))
  .map(([one, length]) => one.repeat(Math.ceil(length / one.length)).slice(0, length));

/** Only characters that all fonts have. */
export const covered: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: letters },
      { weight: 8, arbitrary: markup },
      { weight: 8, arbitrary: spaces },
      { weight: 1, arbitrary: long },
    ),
    { maxLength: 6 },
  )
  .map((all) => all.join(''))
  .filter(staysCovered);

const marks = fc.constantFrom(
  '\u200B',
  '\u200C',
  '\u200D',
  '\u200E',
  '\u200F',
  '\u2060',
  '\uFEFF',
  '\u061C',
  '\u202A',
  '\u202E',
  '\u202C',
  '\u2066',
  '\u2069',
  'e\u0301',
  '\u0301',
  '\u20E3',
  'й\u0306\u0308',
  'שלום',
  'مرحبا',
  'ไทย',
  '日本語',
  '\uE000',
);
const broken = fc.constantFrom(
  '\u0000',
  '\u0007',
  '\u001B[31m',
  '\u007F',
  '\u0085',
  '\n',
  '\r\n',
  '\t',
  '\u2028',
  '\u2029',
  '\uD800',
  '\uDC00',
  '\uDC00\uD800',
  '\uFFFE',
  '\uFFFF',
  '\uFDD0',
  '\u{1FFFE}',
);
const anywhere = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const beyond = fc.constantFrom('📞', '👩‍💻', '🇷🇺', '𝔸', '☑', '✓', '\u{E0041}');

/** Any characters at all; mostly such as can be printed, so that what comes after them is tried too. */
export const wild: fc.Arbitrary<string> = fc
  .tuple(
    covered,
    fc.oneof(
      { weight: 8, arbitrary: fc.constant('') },
      { weight: 4, arbitrary: marks },
      { weight: 2, arbitrary: anywhere },
      { weight: 1, arbitrary: broken },
      { weight: 1, arbitrary: beyond },
    ),
    covered,
  )
  .map((all) => all.join(''));

/** A document in which any words may be hostile: those of the text, of blanks, of the metadata. */
export function hostileDocument(words: fc.Arbitrary<string>): fc.Arbitrary<Document> {
  const expansion = fc.option(words, { freq: 4 }).map((said) => (said === null || said === '' ? {} : { expansion: said }));
  const run = fc
    .tuple(words, fc.boolean(), fc.boolean(), expansion)
    .map(([value, strong, emphasis, said]) => ({ ...text(value, { strong, emphasis }), ...said }));
  const content: fc.Arbitrary<Inline[]> = fc.array(run, { maxLength: 2 });
  const blanks: fc.Arbitrary<Inline[]> = fc.oneof(
    fc
      .tuple(words, words, fc.constantFrom('text' as const, 'date' as const, 'signature' as const), fc.constantFrom(0, 30))
      .map(([name, label, kind, width]) => [blank(name, label, kind, width)]),
    words.map((pattern) => [{ ...blank('date', 'Дата', 'date', 0), pattern }]),
    fc.tuple(words, words, words, fc.boolean()).map(([name, label, value, checked]) => [box(name, label, checked), text(value)]),
  );
  const any = fc.oneof({ weight: 4, arbitrary: content }, { weight: 1, arbitrary: blanks });
  const paragraph = fc
    .record({
      style: fc.constantFrom('body' as const, 'lead' as const, 'requisite' as const, 'note' as const),
      align: fc.constantFrom(null, 'center' as const),
      content: any,
    })
    .map((one): Block => ({ type: 'paragraph', ...one }));
  const list = fc.array(content, { minLength: 1, maxLength: 3 }).map(
    (all): Block => ({
      type: 'list',
      marker: 'decimal',
      items: all.map((one, at) => ({ id: null, label: `${at + 1})`, content: one, children: [] })),
    }),
  );
  const cells = (count: number): fc.Arbitrary<Inline[][]> => fc.array(any, { minLength: count, maxLength: count });
  const tableOf = (rows: fc.Arbitrary<number>): fc.Arbitrary<Block> =>
    fc.integer({ min: 1, max: 4 }).chain((columns) =>
      fc.tuple(fc.option(content), cells(columns), cells(columns), rows).map(
        ([caption, header, row, count]): Block => ({
          type: 'table',
          id: 't',
          caption,
          columns: row.map(() => ({ share: 1, align: 'left' })),
          header: header.map(cellOf),
          rows: Array.from({ length: count }, () => ({ id: null, cells: row.map((one) => cellOf(count === tall ? shortened(one) : one)) })),
        }),
      ),
    );
  const facts = fc
    .array(fc.record({ label: content, value: any }), { minLength: 1, maxLength: 3 })
    .map((rows): Block => ({ type: 'facts', rows }));
  const stamps = fc
    .tuple(fc.option(fc.array(any, { maxLength: 3 })), fc.array(any, { minLength: 1, maxLength: 3 }))
    .map(([left, right]): Block => ({ type: 'stamps', left: left && { lines: left }, right: { lines: right } }));
  const signature = fc
    .record({
      id: words,
      lead: content,
      cells: fc.array(fc.record({ share: fc.nat(3), content: any, caption: fc.option(words) }), { maxLength: 3 }),
    })
    .map((one): Block => ({ type: 'signature', ...one }));
  const title = fc.array(content, { minLength: 1, maxLength: 2 }).map((lines): Block => ({ type: 'title', lines }));
  const clauses = fc.array(fc.record({ id: words, content: any, list: fc.option(list) }), { maxLength: 3 });
  const sections = fc.array(fc.record({ id: words, heading: content, breakBefore: fc.boolean(), clauses }), { maxLength: 2 }).map((all) =>
    all.map(
      (one, at): Block => ({
        type: 'section',
        id: one.id,
        level: 1,
        number: `${at + 1}.`,
        heading: one.heading,
        breakBefore: one.breakBefore,
        children: one.clauses.map(
          (own, number): Block => ({
            type: 'clause',
            id: own.id,
            level: 1,
            number: `${at + 1}.${number + 1}.`,
            content: own.content,
            children: own.list ? [own.list] : [],
          }),
        ),
      }),
    ),
  );
  const loose = fc.array(
    fc.oneof(
      { weight: 24, arbitrary: paragraph },
      { weight: 16, arbitrary: list },
      { weight: 24, arbitrary: tableOf(fc.nat(3)) },
      { weight: 1, arbitrary: tableOf(fc.constant(tall)) },
      { weight: 16, arbitrary: facts },
      { weight: 16, arbitrary: stamps },
      { weight: 16, arbitrary: signature },
      { weight: 16, arbitrary: title },
    ),
    { maxLength: 3 },
  );
  const lines = fc.array(content.map(shortened), { minLength: 1, maxLength: 2 });
  const furniture = fc.record({ letterhead: lines.map((all) => ({ logo: null, lines: all })), footer: lines }, { requiredKeys: [] });
  return fc
    .tuple(loose, sections, furniture, fc.array(words, { minLength: 6, maxLength: 6 }))
    .map(([before, after, around, [name = '', subject = '', author = '', keyword = '', id = '', version = '']]) =>
      document([...before, ...after], { title: name, subject, author, keywords: [keyword], role: { id, version }, ...around }),
    );
}

/** How many rows a table has that goes on for pages; its cells are short, or it would be a book. */
const tall = 400;
const shortened = (content: Inline[]): Inline[] =>
  content.map((one) => (one.type === 'text' ? { ...one, value: [...one.value].slice(0, 12).join('') } : one));

const cellOf = (content: Inline[]): ReturnType<typeof cell> => cell(content);
