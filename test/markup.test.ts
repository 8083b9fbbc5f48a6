/** Markup read: whatever stands in it, words stay words, and what is not of the vocabulary is told, never taken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { parseMarkup } from '../src/template/markup.js';
import type { Element } from '../src/template/markup.js';
import { tags } from '../src/template/vocabulary.js';
import { runs } from './every.js';

const read = (markup: string): Element => parseMarkup(markup, (at) => ({ line: Number(at) }));

/** What is wrong with the inside of a document, at its line. */
function problems(inside: string): string[] {
  try {
    read(`<document at="1" title="a" subject="b">${inside}</document>`);
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostics.map(({ code, line, args }) => [line, code, ...Object.values(args)].join(' '));
    throw error;
  }
  return [];
}

/** As templates escape what is put into them. */
const escaped = (text: string): string => text.replace(/[&<>"'`=]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`);

const signs = fc.constantFrom(
  '<',
  '>',
  '/',
  '&',
  ';',
  '"',
  "'",
  '=',
  '#',
  ' ',
  '\n',
  '</p>',
  '<p>',
  '&amp;',
  '&#39;',
  ']]>',
  '<!--',
  '/>',
  'é',
  'я',
  '😀',
);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(signs).map((all) => all.join('')),
);
const printable = anyText.filter((text) => !/\p{Cc}|[\ufffe\uffff]/u.test(text));

it('never takes words for markup', () => {
  fc.assert(
    fc.property(printable, printable, (words, label) => {
      const root = read(
        `<document title="a" subject="b"><p>${escaped(words)}<field name="n" label="x${escaped(label)}"/>${escaped(words)}</p></document>`,
      );
      const [paragraph] = root.children as Element[];
      const own = words === '' ? [] : [words];
      expect(paragraph?.children.map((child) => (typeof child === 'string' ? child : child.attributes))).toEqual([
        ...own,
        { name: 'n', label: `x${label}` },
        ...own,
      ]);
    }),
  );
});

it('gives elements of the vocabulary, or refuses', () => {
  const piece = fc.oneof(
    signs,
    fc.constantFrom('<document title="a" subject="b">', '</document>', '<section id="s">', '</section>', '<heading>', '</heading>'),
    fc.constantFrom('<p at="2">', '<p', '<br/>', '<p __proto__="x">', '<p constructor="x">', '<constructor>', ' align="left"', '\u0001'),
  );
  const holds = (element: Element): boolean =>
    Object.hasOwn(tags, element.name) &&
    Object.keys(element.attributes).every((name) => Object.hasOwn(tags[element.name].attributes, name)) &&
    element.children.every((child) => typeof child === 'string' || holds(child));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      try {
        expect(holds(read(`<document title="a" subject="b">${pieces.join('')}</document>`))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
    { numRuns: runs(1000) },
  );
});

describe('tells what is wrong, where it stands', () => {
  it.each([
    ['<p at="2">a', ['2 template-not-well-formed <p>']],
    ['<p at="2">a</p></p>', ['1 template-not-well-formed </p>']],
    ['<p at="2" align="left" align="right">a</p>', ['2 template-not-well-formed align="right"']],
    ['<p at="2" at="3">a</p>', ['2 template-not-well-formed at="3"']],
    ['<p at="2" align=left>a</p>', ['2 template-not-well-formed align=left>a</p></document>']],
    ['<p at="2" align="<">a</p>', ['2 template-not-well-formed align="<">a</p></document>']],
    ['<p at="2">a&nbsp;b</p>', ['2 template-not-well-formed &nbsp;']],
    ['<p at="2">a & b</p>', ['2 template-not-well-formed &']],
    ['<p at="2">&#1;</p>', ['2 template-not-well-formed &#1;']],
    ['<p at="2">&constructor;</p>', ['2 template-not-well-formed &constructor;']],
    ['<p at="2">\u0001</p>', ['template-not-well-formed U+0001']],
    ['<!-- a -->', ['1 template-not-well-formed <!-- a --></document>']],
    ['<p at="2" constructor="a">b</p>', ['2 template-unknown-attribute p constructor style']],
    ['a', ['1 template-bad-nesting a document']],
    ['<section at="2"/>', ['2 template-missing-attribute section id']],
    ['<row at="2"/>', ['2 template-bad-nesting row document']],
  ])('%s', (inside, told) => {
    expect(problems(inside).map((one) => one.trim())).toEqual(told);
  });
});
