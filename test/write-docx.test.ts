import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { afterEach, describe, expect, test } from 'vitest';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { contents, plainText, walk } from '../src/document/reading.js';
import type { Block, Document, Figure, List, Section } from '../src/document/document.js';
import type { Theme } from '../src/theme/theme.js';
import { writeDocx } from '../src/write/docx.js';
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
  words,
} from './builders.js';
import { child, descendants, elements, openDocx, textOf, val, wordsIn } from './opened-docx.js';
import type { OpenedDocx, Xml } from './opened-docx.js';
import { runs } from './every.js';

const theme = (id: string): Theme => parse(readFileSync(new URL(`../themes/${id}.yaml`, import.meta.url), 'utf8')) as Theme;
const gost = theme('gost-2025');
const nl = theme('nl');
const themes = ['gost-2025', 'gost-2016', 'nl', 'uk', 'us'].map(theme);

const opened = async (tree: Document, look: Theme = gost): Promise<OpenedDocx> => openDocx(await writeDocx(tree, look));
const body = (...blocks: Block[]): Promise<OpenedDocx> => opened(document(blocks));
const unnumbered = (id: string, heading: string, ...children: Block[]): Section => section(id, null, heading, ...children);
const sub = (number: string, content: string): Block => ({ ...clause(`sub-${number}`, number, content), level: 2 });
const property = (paragraph: Xml, name: string): Xml | undefined => child(child(paragraph, 'w:pPr'), name);
const isOn = (xml: Xml | undefined): boolean => xml !== undefined && !['0', 'false', 'off'].includes(val(xml) ?? '1');

function keepsNext(file: OpenedDocx, paragraph: Xml): boolean {
  const own = property(paragraph, 'w:keepNext');
  const style = elements(file.part('word/styles.xml')).find((one) => one.attributes['w:styleId'] === val(property(paragraph, 'w:pStyle')));
  return isOn(own ?? child(child(style, 'w:pPr'), 'w:keepNext'));
}

/** Number and text of everything in the tree that may carry a number, in reading order. */
function numbered(tree: Document): [string | null, string][] {
  return [...walk(tree.blocks)].flatMap((block): [string | null, string][] => {
    if (block.type === 'section') return [[block.number, plainText(block.heading)]];
    if (block.type === 'clause') return [[block.number, plainText(block.content)]];
    return [];
  });
}

const printed = (file: OpenedDocx): [string | null, string][] =>
  file.paragraphs
    .filter(({ style }) => ['Heading1', 'Heading2', 'Clause', 'Clause2'].includes(style ?? ''))
    .map(({ number, text }) => [number, text]);

describe('numbers', () => {
  test('Word counts what the tree says', async () => {
    const tree = everything();
    for (const look of themes) expect(printed(await opened(tree, look))).toEqual(numbered(tree));
  });

  test('an appendix without a number has clauses of its own, and the sections after it go on', async () => {
    const tree = document([
      section('one', '1.', 'Первый', clause('a', '1.1.', 'а'), clause('b', '1.2.', 'б')),
      unnumbered(
        'appendix-a',
        'Приложение А',
        clause('c', '1.', 'в'),
        clause('d', '2.', 'г', sub('2.1.', 'д'), sub('2.2.', 'е')),
        clause('e', '3.', 'ж', sub('3.1.', 'з')),
      ),
      unnumbered('appendix-b', 'Приложение Б', clause('f', '1.', 'и'), clause('g', '2.', 'к')),
      section('two', '2.', 'Второй', clause('h', '2.1.', 'л', sub('2.1.1.', 'м')), clause('i', '2.2.', 'н', sub('2.2.1.', 'о'))),
    ]);
    for (const look of [gost, nl]) expect(printed(await opened(tree, look))).toEqual(numbered(tree));
  });

  test('a section of the second level does not start the clauses anew', async () => {
    const tree = document([
      section(
        'duties',
        '1.',
        'Taken',
        { ...unnumbered('sales', 'Verkoop', clause('a', '1.1', 'bellen')), level: 2 },
        { ...unnumbered('service', 'Service', clause('b', '1.2', 'helpen', sub('1.2.1', 'snel'))), level: 2 },
      ),
    ]);
    const file = await opened(tree, nl);
    expect(printed(file)).toEqual(numbered(tree));
    expect(file.paragraphs.map(({ style }) => style)).toEqual(['Heading1', 'Heading2', 'Clause', 'Heading2', 'Clause', 'Clause2']);
  });

  test('without numbers of sections, clauses count in each section', async () => {
    const look: Theme = { ...nl, numbering: { section: null, clause: '%1.%2', subclause: '%1.%2.%3' } };
    const tree = document([
      unnumbered('a', 'A', clause('one', '1.', 'x'), clause('two', '2.', 'y')),
      unnumbered('b', 'B', clause('three', '1.', 'z')),
    ]);
    expect(printed(await opened(tree, look))).toEqual(numbered(tree));
  });

  test('whatever the numbers of the tree are, Word prints them', async () => {
    const part = fc.integer({ min: 0, max: 12 }).map(String);
    const number = fc
      .tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom('.', '', ')'))
      .map(([parts, end]) => parts.join('.') + end);
    const odd = fc.oneof({ weight: 6, arbitrary: number }, fc.constantFrom('A.', 'Приложение 1', '01.', '§ 3', '2а.1'));
    const clauses = fc.array(fc.tuple(odd, fc.constantFrom(1 as const, 2 as const)), { maxLength: 4 });
    const sections = fc.array(fc.tuple(fc.option(odd), clauses), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sections, fc.constantFrom(gost, nl), async (made, look) => {
        const tree = document(
          made.map(([own, inside], at) =>
            section(
              `s${at}`,
              own,
              `раздел ${at}`,
              ...inside.map(([one, level], index): Block => ({ ...clause(`c${at}-${index}`, one, `пункт ${index}`), level })),
            ),
          ),
        );
        expect(printed(await opened(tree, look))).toEqual(numbered(tree));
      }),
      { numRuns: runs(60) },
    );
  });

  test('each list begins at its own first label', async () => {
    const late: List = {
      type: 'list',
      marker: 'decimal',
      items: [4, 5, 9].map((at) => ({ id: null, label: `${at})`, content: words('поздний'), children: [] })),
    };
    const nested: List = {
      ...dashes('снаружи'),
      items: [{ id: null, label: '–', content: words('снаружи:'), children: [decimals('внутри', 'ещё внутри')] }],
    };
    const tree = document([decimals('раз', 'два'), dashes('знак'), decimals('раз', 'два', 'три'), late, nested]);
    for (const look of [gost, nl]) {
      const file = await opened(tree, look);
      expect(file.paragraphs.map(({ number }) => number)).toEqual(['1)', '2)', '–', '1)', '2)', '3)', '4)', '5)', '9)', '–', '1)', '2)']);
    }
  });

  test('a label is printed whatever is in it', async () => {
    const labels = ['{1}', '"a" <b> & 2', '–', 'б)', '100%'];
    const one: List = {
      type: 'list',
      marker: 'decimal',
      items: labels.map((label) => ({ id: null, label, content: words('x'), children: [] })),
    };
    expect((await body(one)).paragraphs.map(({ number }) => number)).toEqual(labels);
  });

  test('styles of headings and clauses carry the numbering, so that new ones get numbers', async () => {
    const file = await body(p('ничего'));
    const carried = elements(file.part('word/styles.xml')).flatMap((style) => {
      const numPr = child(child(style, 'w:pPr'), 'w:numPr');
      return numPr ? [[style.attributes['w:styleId'], val(child(numPr, 'w:ilvl'))]] : [];
    });
    expect(carried).toEqual([
      ['Heading1', '0'],
      ['Clause', '1'],
      ['Clause2', '2'],
      ['ListBullet', '0'],
      ['ListNumber', '0'],
    ]);
    const bound = [...descendants(file.part('word/numbering.xml'), 'w:pStyle')].map(val);
    expect(bound).toEqual(['Heading1', 'Clause', 'Clause2', 'ListBullet', 'ListNumber']);
    expect(file.source('word/styles.xml')).not.toContain('{');
  });

  test('the styles of lists from the gallery have the signs and numbers of the profile', async () => {
    for (const look of [gost, nl]) {
      const file = await opened(document([p('без списков')]), look);
      const labelOf = (style: string): (string | undefined)[] => {
        const used = elements(file.part('word/styles.xml')).find(({ attributes }) => attributes['w:styleId'] === style)!;
        const number = val([...descendants(used, 'w:numId')][0]);
        const list = elements(file.part('word/numbering.xml')).find(
          ({ name, attributes }) => name === 'w:num' && attributes['w:numId'] === number,
        )!;
        const kind = elements(file.part('word/numbering.xml')).find(
          ({ name, attributes }) => name === 'w:abstractNum' && attributes['w:abstractNumId'] === val(child(list, 'w:abstractNumId')),
        )!;
        const level = child(kind, 'w:lvl')!;
        return [val(child(level, 'w:pStyle')), val(child(level, 'w:numFmt')), val(child(level, 'w:lvlText'))];
      };
      expect(labelOf('ListBullet')).toEqual(['ListBullet', 'bullet', look.list.marker.bullet]);
      expect(labelOf('ListNumber')).toEqual(['ListNumber', 'decimal', look.list.marker.decimal]);
    }
  });

  test('every profile numbers pages as Word can: from the first or from the second', () => {
    for (const look of themes) expect([1, 2], look.id).toContain(look.pageNumber.from);
  });

  test('a Russian number runs into the text, a Dutch one has a column', async () => {
    const tree = document([section('a', '1.', 'A', clause('one', '1.1.', 'x', dashes('y')))]);
    const indents = async (look: Theme): Promise<(string | undefined)[][]> =>
      [...descendants((await opened(tree, look)).part('word/numbering.xml'), 'w:lvl')]
        .filter(
          (level) =>
            ['%1.%2.', '%1.%2', '–'].includes(val(child(level, 'w:lvlText')) ?? '') && val(child(level, 'w:pStyle')) !== 'ListBullet',
        )
        .map((level) => {
          const indent = child(child(level, 'w:pPr'), 'w:ind')?.attributes;
          return [val(child(level, 'w:suff')), indent?.['w:left'], indent?.['w:firstLine'] ?? indent?.['w:hanging']];
        });
    expect(await indents(gost)).toEqual([
      ['space', '0', '709'],
      ['tab', '0', '709'],
    ]);
    expect(await indents(nl)).toEqual([
      ['tab', '624', '624'],
      ['tab', '907', '283'],
    ]);
  });
});

describe('text', () => {
  const shown = (file: OpenedDocx): string => file.paragraphs.map(({ text }) => text).join('\n');

  test('stands in the order of the tree', async () => {
    const tree = everything();
    const text = shown(await opened(tree));
    let from = 0;
    for (const content of contents(tree.blocks)) {
      const run = plainText(content).trim();
      const at = text.indexOf(run, from);
      expect(at, run).toBeGreaterThanOrEqual(from);
      from = at + run.length;
    }
  });

  test('is never markup and never a placeholder', async () => {
    const hostile = [
      '<b>жирно</b>',
      ']]>',
      '& &amp; &#65;',
      '{{x}}',
      '{clauses-0}',
      '%1',
      'CURRENT',
      '<w:br/>',
      '"\'',
      '  два  пробела  ',
      '\uD83D\uDE00',
    ];
    const all = hostile.join(' | ');
    const tree = document(
      [
        title(all),
        section('s', '1.', all, clause('c', '1.1.', all, dashes(all)), { ...table('t', [1], [all], [all]), caption: words(all) }),
        facts([all, all]),
        stamps([all], [all]),
        p([blank('{clauses-0}<', '{clauses-0}">', 'text', 20), box('{b}&', '{clauses-0}<b>')]),
        signature('g', all, [1, all, all]),
      ],
      { title: all, author: all, keywords: [all], role: { id: '<{clauses-0}>', version: '&' } },
    );
    const file = await opened(tree);
    expect(shown(file).split(all).length - 1).toBe(14);
    const controls = [...descendants(file.body, 'w:sdtPr')];
    expect(controls.map((one) => val(child(one, 'w:alias')))).toEqual(['{clauses-0}">', '{clauses-0}<b>']);
    expect(controls.map((one) => val(child(one, 'w:tag')))).toEqual(['{clauses-0}<', '{b}&']);
    const core = file.part('docProps/core.xml');
    expect(child(core, 'dc:title')?.children).toEqual([all]);
    expect(child(core, 'dc:creator')?.children).toEqual([all]);
    expect([...descendants(file.part('docProps/custom.xml'), 'vt:lpwstr')].map((one) => wordsIn(one))).toEqual(['<{clauses-0}>', '&']);
  });

  test.each([
    ['U+0007', 'зво\u0007нок'],
    ['U+D800', 'пол\uD800овина'],
    ['U+000A', 'две\nстроки'],
    ['U+FFFE', '\uFFFE'],
    ['U+2028', 'раз\u2028два'],
    ['U+FDD0', '\uFDD0'],
  ])('refuses %s wherever it stands', async (codePoint, text) => {
    const caption = { ...table('t', [1], ['a'], ['b']), caption: words(text) };
    const trees = [
      document([p(text)]),
      document([], { title: text }),
      document([], { keywords: [text] }),
      document([caption]),
      document([section('s', text, 'x')]),
      document([
        section(
          's',
          '1.',
          'x',
          clause('c', '1.1.', 'y', { ...dashes('z'), items: [{ id: null, label: text, content: words('z'), children: [] }] }),
        ),
      ]),
      document([signature('g', 'x', [1, 'y', text])]),
      document([p(blank('n', text))]),
      document([p(box(text, 'l'))]),
      document([p({ ...blank('n', 'l'), pattern: text })]),
    ];
    for (const tree of trees) {
      const refusal: unknown = await writeDocx(tree, gost).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Refusal);
      expect((refusal as Refusal).diagnostics).toMatchObject([{ code: 'unprintable-character', args: { codePoint } }]);
    }
  });

  test('bold, italics and line breaks', async () => {
    const file = await body(p([{ type: 'text', value: 'а', strong: true, emphasis: true }, { type: 'break' }, 'б']));
    expect(file.paragraphs[0]?.text).toBe('а\nб');
    const run = child(file.paragraphs[0]?.xml, 'w:r');
    expect(elements(child(run, 'w:rPr') ?? run!).map((one) => one.name)).toEqual(['w:b', 'w:bCs', 'w:i', 'w:iCs']);
  });
});

describe('blanks', () => {
  const control = (file: OpenedDocx): Xml[] => [...descendants(file.body, 'w:sdt')];
  const names = (xml: Xml | undefined): string[] => (xml ? elements(xml).map((one) => one.name) : []);

  test('a text to fill in is a control that looks like a line of its width', async () => {
    const file = await body(p(['№ ', blank('number', 'Номер', 'text', 30)]));
    const [sdt] = control(file);
    expect(names(child(sdt, 'w:sdtPr'))).toEqual(['w:alias', 'w:tag', 'w:id', 'w:placeholder', 'w:showingPlcHdr', 'w:text']);
    // 30 mm in Times New Roman at 12 pt, whose underscore is 6 pt wide.
    expect(textOf(sdt!)).toBe('_'.repeat(14));
  });

  test.each([
    ['ru-RU', 'dd.MM.yyyy'],
    ['en-GB', 'd MMMM yyyy'],
    ['en-US', 'MMMM d, yyyy'],
    ['nl-NL', 'd MMMM yyyy'],
  ])('a date in %s is written %s', async (language, format) => {
    const file = await opened(document([p(blank('day', 'Day', 'date', 40))], { language }));
    const date = child(child(control(file)[0], 'w:sdtPr'), 'w:date');
    expect([val(child(date, 'w:dateFormat')), val(child(date, 'w:lid'))]).toEqual([format, language]);
  });

  test('a blank with a form of its own is drawn so', async () => {
    const file = await body(p({ ...blank('day', 'Дата', 'date', 50), pattern: '«__» ____ 20__ г.' }));
    expect(textOf(control(file)[0]!).replaceAll('\u00A0', ' ')).toBe('«__» ____ 20__ г.');
  });

  test('a place to sign is a line without a control', async () => {
    const file = await body(p(blank('s', 'Подпись', 'signature', 30)));
    expect(control(file)).toEqual([]);
    expect(file.paragraphs[0]?.text).toMatch(/^_{14}$/);
  });

  test('a blank without a width runs to the edge of the text, and needs no line in a cell', async () => {
    const [line] = (await body(p(['Имя: ', blank('n', 'Имя', 'text', 0)]))).paragraphs;
    expect(line?.text).toBe('Имя: \t');
    expect(child(property(line!.xml, 'w:tabs'), 'w:tab')?.attributes).toMatchObject({
      'w:val': 'right',
      'w:pos': '9638',
      'w:leader': 'underscore',
    });
    const inCell = await body(table('t', [1], ['a'], [blank('n', 'Имя', 'text', 0)]));
    expect(inCell.paragraphs.find(({ xml }) => [...descendants(xml, 'w:sdt')].length > 0)?.text).toMatch(/^\u00A0+$/);
    const centred = await body(p(blank('n', 'Имя', 'text', 0), 'requisite', 'center'));
    expect(centred.paragraphs[0]?.text).toMatch(/^_{20,}$/);
  });

  test('a box to tick is text with a control around it', async () => {
    const file = await body(p([box('a', 'Первое'), ' да ', box('b', 'Второе', true), ' нет']));
    expect(file.paragraphs[0]?.text).toBe('☐ да ☒ нет');
    const boxes = [...descendants(file.body, 'w14:checkbox')].map((one) => child(one, 'w14:checked')?.attributes['w14:val']);
    expect(boxes).toEqual(['0', '1']);
    expect(control(file).map((one) => val(child(child(one, 'w:sdtPr'), 'w:alias')))).toEqual(['Первое', 'Второе']);
  });

  test('a blank that is cleared again gets its own line back', async () => {
    const file = await body(
      p(['№ ', blank('a', 'Номер', 'text', 30)]),
      p({ ...blank('b', 'Дата', 'date', 50), pattern: '«__» ____ 20__ г.' }),
      p(blank('c', 'Номер', 'text', 30)),
      p(['Имя: ', blank('d', 'Имя', 'text', 0)]),
    );
    const kept = new Map(
      [...descendants(file.part('word/glossary/document.xml'), 'w:docPart')]
        .filter((one) => child(one, 'w:docPartBody'))
        .map((one) => [val(child(child(one, 'w:docPartPr'), 'w:name')), textOf(one)]),
    );
    const shown = control(file).map(
      (one) => [val(child(child(child(one, 'w:sdtPr'), 'w:placeholder'), 'w:docPart')), textOf(one)] as const,
    );
    expect(shown.map(([name]) => kept.get(name))).toEqual(shown.map(([, text]) => text));
    expect(kept.size).toBe(3);
    expect((await body(p('x'))).paths).not.toContain('word/glossary/document.xml');
  });

  test('ids are unique, names no longer than Word takes and still apart', async () => {
    const long = 'очень-длинное-имя-'.repeat(5);
    const file = await body(...Array.from({ length: 12 }, (_, at) => p([blank(`${long}${at}`, long), box(`b${at}`, 'Box')])));
    const properties = [...descendants(file.body, 'w:sdtPr')];
    for (const name of ['w:id', 'w:tag']) expect(new Set(properties.map((one) => val(child(one, name)))).size).toBe(24);
    for (const one of properties)
      expect(Math.max(val(child(one, 'w:alias'))!.length, val(child(one, 'w:tag'))!.length)).toBeLessThanOrEqual(64);
  });
});

describe('tables', () => {
  const tables = (file: OpenedDocx): Xml[] => [...descendants(file.body, 'w:tbl')];
  const rows = (xml: Xml): Xml[] => elements(xml).filter((one) => one.name === 'w:tr');
  const cells = (xml: Xml): Xml[] => elements(xml).filter((one) => one.name === 'w:tc');
  const grid = (xml: Xml): number[] => elements(child(xml, 'w:tblGrid')!).map((one) => Number(one.attributes['w:w']));

  test('are fixed: as many cells as columns, widths everywhere, a paragraph at the end of each cell', async () => {
    for (const look of themes) {
      const tree = document([
        ...everything().blocks,
        facts(['Afdeling', 'Verkoop'], ['Plaats', blank('x', 'Plaats', 'text', 0)]),
        stamps(['a'], null),
        stamps(['a'], ['b']),
      ]);
      const file = await opened(tree, look);
      for (const one of tables(file)) {
        const widths = grid(one);
        const properties = child(one, 'w:tblPr');
        expect(child(properties, 'w:tblLayout')?.attributes['w:type']).toBe('fixed');
        expect(child(properties, 'w:tblW')?.attributes).toEqual({
          'w:type': 'dxa',
          'w:w': String(widths.reduce((sum, width) => sum + width, 0)),
        });
        for (const row of rows(one)) {
          expect(isOn(child(child(row, 'w:trPr'), 'w:cantSplit'))).toBe(true);
          expect(cells(row).map((xml) => Number(child(child(xml, 'w:tcPr'), 'w:tcW')?.attributes['w:w']))).toEqual(widths);
          for (const xml of cells(row)) expect(elements(xml).at(-1)?.name).toBe('w:p');
        }
      }
    }
  });

  test('fill the text exactly, whatever the shares', async () => {
    for (const shares of [
      [1, 1, 1, 3.7, 0.4, 2],
      [0, 0, 0],
      [1 / 3, 1 / 3, 1 / 3],
    ]) {
      const file = await body(
        table(
          't',
          shares,
          shares.map(() => 'a'),
        ),
      );
      expect(grid(tables(file)[0]!).reduce((sum, width) => sum + width, 0)).toBe(9638);
    }
  });

  test('the heading row is repeated and shaded, and no row is left alone', async () => {
    const file = await body(table('t', [1], ['заголовок'], ['1'], ['2'], ['3'], ['4']), p('после'));
    const [head, ...others] = rows(tables(file)[0]!);
    expect(isOn(child(child(head, 'w:trPr'), 'w:tblHeader'))).toBe(true);
    expect(child(child(cells(head!)[0], 'w:tcPr'), 'w:shd')?.attributes['w:fill']).toBe('F2F2F2');
    expect(others.some((row) => child(child(row, 'w:trPr'), 'w:tblHeader'))).toBe(false);
    expect([head, ...others].map((row) => keepsNext(file, child(cells(row!)[0], 'w:p')!))).toEqual([true, true, false, true, false]);
  });

  test('the line that Word wants after the last table is never alone on a page', async () => {
    const file = await body(table('t', [1], ['заголовок'], ['1'], ['2'], ['3']));
    expect(rows(tables(file)[0]!).map((row) => keepsNext(file, child(cells(row)[0], 'w:p')!))).toEqual([true, true, true, true]);
    const [closing] = elements(file.body).slice(-2);
    expect([closing?.name, keepsNext(file, closing!)]).toEqual(['w:p', false]);
  });

  test('a screen reader hears what a table shows and what names its columns or rows', async () => {
    const file = await body(
      { ...table('t', [1], ['a'], ['b']), caption: words('Таблица {1} & "2"') },
      { ...table('u', [1], [], ['b']), header: [] },
      facts(['b', 'c']),
      stamps(['a'], null),
      signature('s', '', [1, 'e', '(f)']),
    );
    const properties = tables(file).map((one) => child(one, 'w:tblPr'));
    expect(properties.map((one) => val(child(one, 'w:tblCaption')))).toEqual([
      'Таблица {1} & "2"',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(properties.map((one) => child(one, 'w:tblLook')?.attributes['w:firstRow'])).toEqual([
      'true',
      'false',
      'false',
      'false',
      'false',
    ]);
    expect(properties.map((one) => child(one, 'w:tblLook')?.attributes['w:firstColumn'])).toEqual([
      'false',
      'false',
      'true',
      'false',
      'false',
    ]);
    expect(properties.map((one) => val(child(one, 'w:tblStyle')))).toEqual([
      'TableGrid',
      'TableGrid',
      'TableFacts',
      'TableLayout',
      'TableLayout',
    ]);
  });

  test('a caption stands above and stays', async () => {
    const file = await body({ ...table('t', [1], ['a'], ['b']), caption: words('Таблица 1') });
    expect(elements(file.body).map((one) => one.name)).toEqual(['w:p', 'w:tbl', 'w:p', 'w:sectPr']);
    expect(file.paragraphs[0]).toMatchObject({ style: 'Caption', text: 'Таблица 1' });
    expect(keepsNext(file, file.paragraphs[0]!.xml)).toBe(true);
  });

  test('neighbours stay apart and the document ends with a paragraph', async () => {
    const file = await body(stamps(null, ['a']), facts(['b', 'c']), table('t', [1], ['d']), signature('s', '', [1, 'e', '(f)']));
    const names = elements(file.body).map((one) => one.name);
    expect(names).toEqual(['w:tbl', 'w:p', 'w:tbl', 'w:p', 'w:tbl', 'w:p', 'w:tbl', 'w:p', 'w:sectPr']);
  });

  test('without rows there is no table', async () => {
    const file = await body(facts(), stamps(null, null), { ...table('t', [], []), header: [] }, signature('s', 'x'));
    expect(tables(file)).toEqual([]);
  });

  test('the stamp on the right ends at the right edge, the one on the left begins at the left', async () => {
    const width = 9638;
    const stamp = Math.round((80 / 25.4) * 1440);
    const widths = async (block: Block): Promise<number[]> => grid(tables(await body(block))[0]!);
    expect(await widths(stamps(null, ['a']))).toEqual([width - stamp, stamp]);
    expect(await widths(stamps(['a'], null))).toEqual([stamp, width - stamp]);
    expect(await widths(stamps(['a'], ['b']))).toEqual([stamp, width - 2 * stamp, stamp]);
  });

  test('a cell holds lists, and a paragraph aligned as its column', async () => {
    const one = table('t', [1, 1], ['a', 'b'], ['c', 'd']);
    const [row] = one.rows;
    const [left, right] = one.columns;
    const file = await body({
      ...one,
      columns: [left!, { ...right!, align: 'right' }],
      rows: [{ ...row!, cells: [{ children: [p('e'), dashes('f', 'g')] }, row!.cells[1]!] }],
    });
    expect(file.paragraphs.map(({ number, text }) => (number ?? '') + text)).toEqual(['a', 'b', 'e', '–f', '–g', 'd', '']);
    expect(val(property(file.paragraphs[5]!.xml, 'w:jc'))).toBe('right');
    // A little space before the list, none between its entries.
    const after = file.paragraphs.slice(2, 5).map(({ xml }) => property(xml, 'w:spacing')?.attributes['w:after']);
    expect(after).toEqual(['53', undefined, undefined]);
  });
});

describe('signatures', () => {
  test('stay with the block before them, whatever it is', async () => {
    const sign = signature('s', 'Ознакомлен:', [1, blank('a', 'Подпись', 'signature', 0), '(подпись)'], [1, 'И.И. Петров', null]);
    const before: Block[] = [
      p('последний абзац'),
      clause('c', '1.1.', 'пункт', dashes('первый', 'последний абзац')),
      section('x', '1.', 'Раздел', p('последний абзац')),
      table('t', [1], ['a'], ['b'], ['c'], ['последний абзац']),
      facts(['a', 'b'], ['последний', 'последний абзац']),
    ];
    for (const block of before) {
      const file = await body(block, sign, p('конец'));
      const last = file.paragraphs.find(({ text }) => text === 'последний абзац');
      expect(keepsNext(file, last!.xml), block.type).toBe(true);
      const lead = file.paragraphs.findIndex(({ text }) => text === 'Ознакомлен:');
      const kept = file.paragraphs.slice(lead).map(({ xml }) => keepsNext(file, xml));
      // The lead, the row of places with the gap between them, then the captions, where a page may end.
      expect(kept).toEqual([true, true, true, true, false, false, false, false]);
    }
  });

  test('a line to sign on with the caption under it; a post has none', async () => {
    const file = await body(
      p('x'),
      signature(
        's',
        '',
        [2, 'Директор', null],
        [2, blank('a', 'Подпись', 'signature', 0), '(подпись)'],
        [1, blank('d', 'Дата', 'date', 0), '(дата)'],
      ),
    );
    const [places, captions] = [...descendants(file.body, 'w:tr')];
    const lined = elements(places!)
      .filter((one) => one.name === 'w:tc')
      .map((one) => child(child(child(one, 'w:tcPr'), 'w:tcBorders'), 'w:bottom') !== undefined);
    expect(lined).toEqual([false, false, true, false, true]);
    expect(
      elements(captions!)
        .filter((one) => one.name === 'w:tc')
        .map(textOf),
    ).toEqual(['', '', '(подпись)', '', '(дата)']);
    expect([...descendants(places!, 'w:sdt')].map((one) => textOf(one).trim())).toEqual(['']);
  });
});

describe('the file', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test('has the same bytes each time and in each time zone', async () => {
    const tree = document([...everything().blocks, picture()]);
    const first = Buffer.from(await writeDocx(tree, gost));
    for (const TZ of ['UTC', 'Pacific/Kiritimati', 'America/Anchorage']) {
      process.env.TZ = TZ;
      expect(first.equals(await writeDocx(tree, gost)), TZ).toBe(true);
    }
    expect(openDocx(first).source('docProps/core.xml')).toContain('2000-01-01T00:00:00Z</dcterms:modified>');
  });

  test('leaves the tree and the theme as they are', async () => {
    const frozen = <T>(one: T): T => {
      if (typeof one === 'object' && one !== null && !ArrayBuffer.isView(one)) Object.values(Object.freeze(one)).forEach(frozen);
      return one;
    };
    await expect(writeDocx(frozen(everything()), frozen(theme('nl')))).resolves.toBeInstanceOf(Uint8Array);
  });

  test('every style, numbering and relationship exists', async () => {
    for (const look of themes) {
      const file = await opened(document([...everything().blocks, picture(), facts(['a', 'b'])]), look);
      const styles = elements(file.part('word/styles.xml')).filter((one) => one.name === 'w:style');
      const ids = styles.map((one) => one.attributes['w:styleId']);
      expect(new Set(ids).size).toBe(ids.length);
      const wanted = ['w:basedOn', 'w:next'].flatMap((name) => styles.map((one) => val(child(one, name))));
      for (const path of file.paths.filter((one) => /^word\/(document|header\d|footer\d)\.xml$/.test(one))) {
        const part = file.part(path);
        for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle']) wanted.push(...[...descendants(part, name)].map(val));
      }
      expect(wanted.filter((id) => id !== undefined && !ids.includes(id))).toEqual([]);
      const relations = elements(file.part('word/_rels/document.xml.rels'));
      const known = relations.map((one) => one.attributes.Id);
      for (const one of descendants(file.part('word/document.xml')))
        for (const name of ['r:id', 'r:embed']) if (one.attributes[name]) expect(known).toContain(one.attributes[name]);
      for (const one of relations) expect(file.paths).toContain(`word/${one.attributes.Target}`);
    }
  });

  test('knows its language, title, author and role', async () => {
    const file = await opened(
      document([p('x')], {
        language: 'en-GB',
        title: 'T',
        subject: 'S',
        author: '',
        keywords: ['a', 'b'],
        role: { id: 'clerk', version: '2.1.0' },
      }),
    );
    const defaults = child(file.part('word/styles.xml'), 'w:docDefaults');
    expect([...descendants(defaults!, 'w:lang')].map(val)).toEqual(['en-GB']);
    const core = Object.fromEntries(elements(file.part('docProps/core.xml')).map((one) => [one.name, wordsIn(one)]));
    expect(core).toMatchObject({ 'dc:title': 'T', 'dc:subject': 'S', 'cp:keywords': 'a, b', 'dc:description': 'clerk 2.1.0' });
    expect(core).not.toHaveProperty('dc:creator');
    const custom = elements(file.part('docProps/custom.xml')).map((one) => [
      one.attributes.name,
      elements(one).slice(0, 1).map(wordsIn).join(''),
    ]);
    expect(custom).toEqual([
      ['RoleId', 'clerk'],
      ['RoleVersion', '2.1.0'],
    ]);
  });

  test('is a file of today’s Word, and divides words as the theme says', async () => {
    for (const [look, divides] of [
      [gost, true],
      [nl, false],
    ] as const) {
      const settings = (await opened(document([p('x')]), look)).part('word/settings.xml');
      expect(isOn(child(settings, 'w:autoHyphenation'))).toBe(divides);
      expect(val(child(child(settings, 'w:compat'), 'w:compatSetting'))).toBe('15');
    }
  });

  test('has the sheet, margins and page numbers of the theme', async () => {
    const russian = await opened(everything());
    const sheet = child(russian.body, 'w:sectPr')!;
    expect(child(sheet, 'w:pgSz')?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    expect(child(sheet, 'w:pgMar')?.attributes).toMatchObject({ 'w:left': '1701', 'w:right': '567', 'w:top': '1134', 'w:header': '567' });
    expect(isOn(child(sheet, 'w:titlePg'))).toBe(true);
    const headers = elements(sheet)
      .filter((one) => one.name === 'w:headerReference')
      .map((one) => one.attributes['w:type']);
    expect(headers).toEqual(['default', 'first']);
    expect(russian.source('word/header1.xml')).toContain('PAGE');
    expect(russian.source('word/header2.xml')).not.toContain('PAGE');

    const dutch = await opened(everything(), nl);
    expect(isOn(child(child(dutch.body, 'w:sectPr'), 'w:titlePg'))).toBe(false);
    expect(textOf(dutch.part('word/footer1.xml'))).toBe(' / ');
    expect(dutch.source('word/footer1.xml')).toContain('NUMPAGES');
  });

  test('headings are entries of the navigation pane and stay with what follows', async () => {
    const file = await body(
      section(
        'a',
        '1.',
        'Первый',
        { ...unnumbered('b', 'Второй'), level: 2 },
        p('вводный', 'lead'),
        clause('c', '1.1.', 'включает:', dashes('x')),
      ),
    );
    const styles = new Map(elements(file.part('word/styles.xml')).map((one) => [one.attributes['w:styleId'], one]));
    expect(['Heading1', 'Heading2'].map((id) => val(child(child(styles.get(id), 'w:pPr'), 'w:outlineLvl')))).toEqual(['0', '1']);
    expect(file.paragraphs.map(({ xml }) => keepsNext(file, xml))).toEqual([true, true, true, true, false]);
    expect(['Heading1', 'Caption', 'BodyText', 'ListBullet', 'TableGrid'].map((id) => val(child(styles.get(id), 'w:name')))).toEqual([
      'heading 1',
      'caption',
      'Body Text',
      'List Bullet',
      'Table Grid',
    ]);
  });

  test('a section may begin on a new page', async () => {
    const file = await body(section('a', '1.', 'A'), { ...unnumbered('b', 'Б'), breakBefore: true });
    expect(file.paragraphs.map(({ xml }) => property(xml, 'w:pageBreakBefore') !== undefined)).toEqual([false, true]);
  });

  test('a picture has its words and its size, and never leaves the text', async () => {
    const file = await body({ ...picture(), width: 340, height: 170 }, { ...picture(), alt: 'Второй {x}' });
    const shapes = [...descendants(file.body, 'wp:docPr')].map((one) => [one.attributes.id, one.attributes.descr]);
    expect(shapes).toEqual([
      ['1', 'Логотип'],
      ['2', 'Второй {x}'],
    ]);
    const sizes = [...descendants(file.body, 'wp:extent')].map((one) => [
      Number(one.attributes.cx) / 36000,
      Number(one.attributes.cy) / 36000,
    ]);
    expect(sizes[0]?.[0]).toBeCloseTo(170, 1);
    expect(sizes[0]?.[1]).toBeCloseTo(85, 1);
    expect(sizes[1]).toEqual([30, 10]);
  });
});

function picture(): Figure {
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return {
    type: 'figure',
    data: new Uint8Array(Buffer.from(dot, 'base64')),
    format: 'png',
    width: 30,
    height: 10,
    alt: 'Логотип',
    align: 'center',
  };
}

test('an empty cell is an empty paragraph', async () => {
  const file = await body({ ...table('t', [1], ['a']), rows: [{ id: null, cells: [cell('')] }] });
  expect(file.paragraphs.map(({ text }) => text)).toEqual(['a', '', '']);
});

describe('languages', () => {
  const foreign = async (tree: Document): Promise<string[][]> =>
    [...descendants((await opened(tree)).part('word/document.xml'), 'w:r')].flatMap((run) => {
      const [language] = descendants(run, 'w:lang');
      return language ? [[val(language) ?? '', textOf(run)]] : [];
    });

  test('words in another script have a language of their own', async () => {
    expect(await foreign(document([p('Вносит в CRM и Microsoft Word данные.')]))).toEqual([
      ['en-US', 'CRM'],
      ['en-US', 'Microsoft Word'],
    ]);
    expect(await foreign(document([p('Werkt voor ООО «Ромашка».')], { language: 'nl-NL', locale: 'nl' }))).toEqual([
      ['ru-RU', 'ООО «Ромашка'],
    ]);
    expect(await foreign(document([p('Plain words.')], { language: 'en-GB', locale: 'en' }))).toEqual([]);
  });

  test('words from right to left are marked as such', async () => {
    const file = await opened(document([p('Пишет שלום, עולם! Ещё')]));
    const runs = [...descendants(file.part('word/document.xml'), 'w:r')].map((run) => [
      textOf(run),
      [...descendants(run, 'w:rtl')].length,
      [...descendants(run, 'w:lang')][0]?.attributes['w:bidi'],
    ]);
    expect(runs.filter(([words]) => words !== '')).toEqual([
      ['Пишет ', 0, undefined],
      ['שלום, עולם', 1, 'he-IL'],
      ['! Ещё', 0, undefined],
    ]);
  });
});
