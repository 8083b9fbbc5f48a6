/** The text that a fingerprint is made from: what of a document tree counts, and what does not. */
import { describe, expect, it, test } from 'vitest';
import { text } from '../src/document/document.js';
import type { Block, Document, List, Paragraph, Table } from '../src/document/document.js';
import { fingerprintOf, paperText, shortFingerprint } from '../src/paper/fingerprint.js';
import { plain, sameWords } from '../src/paper/words.js';
import {
  blank,
  box,
  cell,
  clause,
  dashes,
  decimals,
  document,
  everything,
  facts,
  p,
  section,
  signature,
  stamps,
  table,
  title,
} from './builders.js';

const lines = (...blocks: Block[]): string[] => paperText({ blocks }).split('\n').slice(1, -1);
const nested: List = {
  ...dashes('first'),
  items: [{ id: 'a', label: '–', content: [text('first')], children: [decimals('inner', 'other')] }],
};

describe('the text of a paper', () => {
  it('is that of everything in it, line by line, after the name of the algorithm', () => {
    expect(paperText(everything()).split('\n')).toEqual([
      'rolewright paper 1',
      'ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ',
      'менеджера по продажам',
      '1\tОбщие положения',
      '1 1\tМенеджер по продажам относится к категории специалистов.',
      '1 2\tВ своей деятельности менеджер по продажам руководствуется:',
      '>\tуставом организации;',
      '>\tнастоящей должностной инструкцией.',
      '2\tДолжностные обязанности',
      '2 1\tРабота с клиентами:',
      '2 1 1\tИщет потенциальных клиентов и оценивает их потребность в товаре,сроки закупки и платёжеспособность до первой встречи.',
      '2 1 2\tВедёт переговоры.',
      '2 2\tПри рассрочке:',
      '>1\tобъясняет условия;',
      '>2\tнапоминает о сроке.',
      '3\tСегменты клиентов',
      'Сегмент\tПризнак\tДействие',
      'Горячие\tпокупка в последний месяц\tсообщение раз в неделю',
      'Тёплые\t\t[]звонок',
      'С должностной инструкцией ознакомлен(а),один экземпляр получил(а):',
      '',
    ]);
  });

  it('has blanks and boxes as such, whatever they are called', () => {
    expect(lines(p(['from ', blank('a', 'b', 'date'), ' on']))).toEqual(['from____on']);
    expect(lines(p([box('a', 'b'), ' yes']), p([box('c', 'd', true), 'no']))).toEqual(['[]yes', '[x]no']);
    expect(lines(p(['one', { type: 'break' }, 'two']))).toEqual(['one two']);
  });

  it('tells how deep an item stands, and numbers items that have a number', () => {
    expect(lines(nested)).toEqual(['>\tfirst', '>>1\tinner', '>>2\tother']);
    expect(lines(clause('a', '1.1', 'x', nested))).toEqual(['1 1\tx', '>\tfirst', '>>1\tinner', '>>2\tother']);
  });

  it('keeps the cells of a row and what is in a cell apart', () => {
    const rows: Table = {
      ...table('t', [1, 1], ['a', 'b'], ['', 'c']),
      rows: [{ id: 'r', cells: [{ children: [p('x'), dashes('y')] }, cell('')] }],
    };
    expect(lines(rows)).toEqual(['a\tb', 'x\r>\ty\t']);
  });

  it('has the caption of a table that is printed, and no other', () => {
    const plainTable = table('t', [1], ['a']);
    expect(lines({ ...plainTable, caption: [text('told')] })).toEqual(['told', 'a']);
    expect(lines({ ...plainTable, caption: [text('told')], captionHidden: true })).toEqual(['a']);
  });

  it('has headings without a number, facts, and what people sign under', () => {
    expect(
      lines(section('a', null, 'Heading', p('text')), facts(['Grade', '7']), signature('s', 'I have read it', [1, 'J. Smith', '(name)'])),
    ).toEqual(['\tHeading', 'text', 'Grade\t7', 'I have read it']);
  });

  it('leaves out requisites, stamps and pictures', () => {
    const picture: Block = { type: 'figure', data: new Uint8Array(), format: 'png', width: 1, height: 1, alt: 'logo', align: 'left' };
    expect(lines(p('Company, 12 May', 'requisite'), stamps(['left'], ['right']), picture)).toEqual([]);
    for (const style of ['body', 'lead', 'note'] as const) expect(lines(p('word', style))).toEqual(['word']);
  });
});

describe('a fingerprint', () => {
  const paper = (blocks: Block[], over: Partial<Document> = {}): string => fingerprintOf(document(blocks, over));
  const base: Block[] = [title('A'), section('s', '1.', 'B', clause('c', '1.1', 'It is “so” – 5 %', dashes('d')))];

  it('is the same in every release', () => {
    expect(fingerprintOf(everything())).toBe('c87a1e81613e502a742f44e4d5e10bb5238873217dba4a72df0e8a8aa81f3c64');
    expect(shortFingerprint('0123456789abcdef')).toBe('0123456789ab');
  });

  test.each<[string, Block[], Partial<Document>?]>([
    ['a paragraph without words', [...base, p('')]],
    ['ids', [title('A'), section('other', '1.', 'B', clause('another', '1.1', 'It is “so” – 5 %', dashes('d')))]],
    ['the signs around numbers', [title('A'), section('s', '1', 'B', clause('c', '1.1.', 'It is “so” – 5 %', dashes('d')))]],
    [
      'the sign before an item',
      [
        title('A'),
        section(
          's',
          '1.',
          'B',
          clause('c', '1.1', 'It is “so” – 5 %', { ...dashes('d'), items: [{ id: null, label: '•', content: [text('d')], children: [] }] }),
        ),
      ],
    ],
    ['quotes, dashes and spaces', [title('A'), section('s', '1.', 'B', clause('c', '1.1', "It is 'so' - 5\u00A0%", dashes('d')))]],
    ['bold type', [title('A'), section('s', '1.', 'B', clause('c', '1.1', [text('It is “so”', { strong: true }), ' – 5 %'], dashes('d')))]],
    [
      'what a voice says',
      [title('A'), section('s', '1.', 'B', clause('c', '1.1', { ...text('It is “so” – 5 %'), expansion: 'percent' }, dashes('d')))],
    ],
    [
      'where a page begins',
      [title('A'), { ...section('s', '1.', 'B', clause('c', '1.1', 'It is “so” – 5 %', dashes('d'))), breakBefore: true }],
    ],
    [
      'everything around the blocks',
      base,
      {
        layout: 'nl',
        author: 'X',
        role: { id: 'x', version: '9.0.0' },
        footer: [[text('foot')]],
        brand: { accent: '123456' },
        keywords: ['k'],
        language: 'ru-BY',
        title: 't',
        subject: 's',
        kind: 'k',
        orientation: 'landscape',
        letterhead: { logo: null, lines: [[text('head')]] },
      },
    ],
  ])('does not see %s', (_, blocks, over) => {
    expect(paper(blocks, over)).toBe(paper(base));
  });

  test.each<[string, Block[]]>([
    ['a word', [title('A'), section('s', '1.', 'B', clause('c', '1.1', 'It was “so” – 5 %', dashes('d')))]],
    ['a sign that says something', [title('A'), section('s', '1.', 'B', clause('c', '1.1', 'It is “so” – 5 ‰', dashes('d')))]],
    ['the number of a clause', [title('A'), section('s', '1.', 'B', clause('c', '1.2', 'It is “so” – 5 %', dashes('d')))]],
    ['the level of an item', [title('A'), section('s', '1.', 'B', clause('c', '1.1', 'It is “so” – 5 %'), p('d'))]],
    ['the order', [...base].reverse()],
  ])('sees %s', (_, blocks) => {
    expect(paper(blocks)).not.toBe(paper(base));
  });
});

describe('plain words', () => {
  test.each([
    ['«Ромашка» — 10 % за 5–7 дней', '"Ромашка"-10%за 5-7 дней'],
    ['  it\u00A0is \n so\t', 'it is so'],
    ['don’t ‘quote’ „this‟', 'don"t"quote""this"'],
    ['a\u00ADb\u200Bc\uFEFFd\u2060e', 'abcde'],
    ['wait…', 'wait...'],
    ['e\u0301', 'é'],
    ['2−1‑1', '2-1-1'],
  ])('of %j', (written, words) => {
    expect(plain(written)).toBe(words);
  });

  it('are the same or not', () => {
    expect(sameWords('«Ромашка» — 10 %', '"Ромашка" - 10%')).toBe(true);
    expect(sameWords('не обходимо', 'необходимо')).toBe(false);
    expect(sameWords('in 2 days', 'in 20 days')).toBe(false);
    expect(sameWords('May', 'may')).toBe(false);
  });
});

it('a paragraph of any look is a line of its own', () => {
  const looks: Paragraph[] = [p('a', 'note', 'right'), p('a', 'body', 'center')];
  expect(looks.map((one) => lines(one))).toEqual([['a'], ['a']]);
});
