import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast } from '../src/theme/contrast.js';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { contents, plainText } from '../src/document/reading.js';
import type { Block, Document, Figure, Section } from '../src/document/document.js';
import type { Theme } from '../src/theme/theme.js';
import { writeHtml } from '../src/write/html.js';
import { day, night } from '../src/write/html/palette.js';
import { script } from '../src/write/html/script.js';
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
import { child, descendants, elements, parseXml } from './opened-docx.js';
import type { Xml } from './opened-docx.js';
import { theme } from './paper.js';
import { runs } from './every.js';

const gost = theme('gost-2025');
const themes = ['gost-2025', 'gost-2016', 'nl', 'uk', 'us'].map(theme);

/** The page as a tree: it is well-formed XML, so that nothing can hide in it. */
const opened = (tree: Document, look: Theme = gost): Xml => parseXml(writeHtml(tree, look));
const body = (...blocks: Block[]): Xml => opened(document(blocks));
const picture = (): Figure => ({
  type: 'figure',
  data: new Uint8Array([1, 2, 3]),
  format: 'png',
  width: 30,
  height: 10,
  alt: 'Логотип «Ромашки»',
  align: 'center',
});

const all = (xml: Xml, name: string): Xml[] => [...descendants(xml, name)];
const only = (xml: Xml, name: string): Xml => {
  const [found, ...rest] = all(xml, name);
  if (!found || rest.length > 0) throw new Error(`${rest.length + (found ? 1 : 0)} elements ${name}`);
  return found;
};
const hasClass = (xml: Xml, name: string): boolean => (xml.attributes.class ?? '').split(' ').includes(name);
const ofClass = (xml: Xml, name: string): Xml[] => [...descendants(xml)].filter((one) => hasClass(one, name));
const text = (xml: Xml): string => xml.children.map((one) => (typeof one === 'string' ? one : text(one))).join('');
const shown = (xml: Xml): string => text(only(xml, 'main'));
const metaOf = (page: Xml, name: string): string | undefined =>
  all(page, 'meta').find((one) => one.attributes.name === name)?.attributes.content;

test('words in another language say so', () => {
  const page = body({ ...p(''), content: words('Ведёт учёт в «Microsoft Excel».') });
  const foreign = elements(only(page, 'main'))
    .flatMap((one) => elements(one))
    .filter((one) => one.attributes.lang !== undefined);
  expect(foreign.map((one) => [one.attributes.lang, text(one)])).toEqual([['en-US', 'Microsoft Excel']]);
});

test('words from right to left say so', () => {
  expect(writeHtml(document([p('Пишет שלום, עולם! Ещё')]), gost)).toContain('Пишет <span lang="he-IL" dir="rtl">שלום, עולם</span>! Ещё');
});

test('an abbreviation says what it stands for, whatever that is', () => {
  const page = body({
    ...p(''),
    content: [{ type: 'text', value: 'ст.', strong: true, emphasis: false, expansion: 'статья "7" & <8>' }, ...words(' 57')],
  });
  const abbreviation = only(page, 'abbr');
  expect([abbreviation.attributes.title, text(abbreviation), text(only(page, 'main')).trim().split('\n').at(-1)]).toEqual([
    'статья "7" & <8>',
    'ст.',
    'ст. 57',
  ]);
  expect(elements(only(page, 'strong'))).toEqual([abbreviation]);
});

describe('the page', () => {
  test('names its language, title, author and subject, and nothing about who made it', () => {
    const page = opened(document([title('Инструкция')], { title: 'A & <B>' }));
    expect(writeHtml(document([]), gost)).toMatch(/^<!DOCTYPE html>\n<html lang="ru-RU">/);
    expect(text(only(page, 'title'))).toBe('A & <B>');
    expect(metaOf(page, 'author')).toBe('ООО «Ромашка & Ко»');
    expect(metaOf(page, 'description')).toBe('Должностная инструкция');
    expect(metaOf(page, 'viewport')).toBe('width=device-width, initial-scale=1');
    expect(metaOf(page, 'generator')).toBeUndefined();
    expect(metaOf(opened(document([], { author: '' })), 'author')).toBeUndefined();
  });

  test('is the same text each time, and leaves the tree and the theme as they are', () => {
    const frozen = <T>(one: T): T => {
      if (typeof one === 'object' && one !== null && !ArrayBuffer.isView(one)) Object.values(Object.freeze(one)).forEach(frozen);
      return one;
    };
    const tree = frozen(document([...everything().blocks, picture()]));
    for (const look of themes) expect(writeHtml(tree, frozen(look))).toBe(writeHtml(tree, look));
  });

  test('needs nothing but itself, and its policy allows nothing else', () => {
    const source = writeHtml(document([...everything().blocks, picture()]), gost);
    const page = parseXml(source);
    const policy = all(page, 'meta').find((one) => one.attributes['http-equiv'])?.attributes.content;
    const hash = (name: string): string =>
      `'sha256-${createHash('sha256')
        .update(text(only(page, name)))
        .digest('base64')}'`;
    expect(policy).toBe(
      `default-src 'none'; img-src data:; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
    );
    expect(source).not.toMatch(/https?:|@import|url\(| style=| on[a-z]+=/);
    for (const one of [...descendants(page)]) for (const name of ['src', 'href']) expect(one.attributes[name] ?? 'data:').toMatch(/^data:/);
  });

  test('without blanks and boxes has no script at all', () => {
    const page = body(title('Т'), p(['Подпись: ', blank('s', 'Подпись', 'signature')]));
    expect(all(page, 'script')).toEqual([]);
    expect(JSON.stringify(page)).not.toContain('script-src');
    expect(only(page, 'main').attributes['data-memory']).toBeUndefined();
  });

  test('has one heading for all and one below it for each section, without leaps', () => {
    const inner: Section = { ...section('inner', null, 'Внутри'), level: 2 };
    const page = body(title('ДОЛЖНОСТНАЯ', 'менеджера'), section('a', '1.', 'Общие', inner), title('Ещё'));
    expect([...descendants(page)].filter(({ name }) => /^h\d$/.test(name)).map((one) => [one.name, text(one)])).toEqual([
      ['h1', 'ДОЛЖНОСТНАЯ менеджера'],
      ['h2', '1.\u00A0Общие'],
      ['h3', 'Внутри'],
    ]);
    expect(text(only(body(p('без названия')), 'h1'))).toBe(document([]).title);
  });
});

describe('text', () => {
  test('stands in the order of the tree, with its numbers and labels', () => {
    for (const look of themes) {
      const tree = everything();
      const page = shown(opened(tree, look));
      let from = 0;
      for (const content of contents(tree.blocks)) {
        const run = plainText(content).trim();
        const at = page.indexOf(run, from);
        expect(at, run).toBeGreaterThanOrEqual(from);
        from = at + run.length;
      }
      for (const number of ['1.1. ', '2.1.1. ', '1) объясняет', '– уставом']) expect(page).toContain(number);
    }
  });

  test('is never markup, whatever it is', () => {
    // Spaces alone leave a heading cell empty, which is then no heading.
    const hostile = fc.oneof(
      fc.constantFrom(
        '<b>',
        '</style><script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        '{{x}}',
        ']]>',
        '&amp;',
        '&',
        '<!--',
        '\u202E',
        '\u200F',
        "'",
        '\\',
        'длинное'.repeat(700),
      ),
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .filter((one) => one.trim() !== '' && !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/u.test(one)),
    );
    fc.assert(
      fc.property(hostile, fc.constantFrom(...themes), (one, look) => {
        const page = opened(
          document(
            [
              title(one),
              stamps([one], [one]),
              facts([one, one]),
              p([one, blank(one, one), box(one, one)]),
              section(
                one,
                one,
                one,
                clause(one, one, one, dashes(one)),
                { ...table(one, [1], [one], [one]), caption: words(one) },
                decimals(one),
              ),
              signature(one, one, [1, one, one], [1, blank('other', one, 'date'), one]),
              { ...picture(), alt: one },
            ],
            { title: one, subject: one, author: one, keywords: [one], role: { id: one, version: one } },
          ),
          look,
        );
        expect(text(only(page, 'title'))).toBe(one);
        expect(text(only(page, 'caption'))).toBe(one);
        expect(text(only(page, 'td'))).toBe(one);
        expect(text(only(page, 'dd'))).toBe(one);
        expect(only(page, 'img').attributes.alt).toBe(one);
        expect(new Set([...descendants(page)].map(({ name }) => name))).not.toContain('b');
        expect(all(page, 'script').map(text)).toEqual([script]);
      }),
      { numRuns: runs(300) },
    );
  });

  test.each([
    ['U+0007', 'зво\u0007нок'],
    ['U+D800', 'пол\uD800овина'],
    ['U+000A', 'две\nстроки'],
    ['U+FFFE', '\uFFFE'],
    ['U+2028', 'раз\u2028два'],
  ])('refuses %s wherever it stands', (codePoint, words) => {
    const trees = [
      document([p(words)]),
      document([], { title: words }),
      document([section('s', words, 'x')]),
      document([signature('g', 'x', [1, 'y', words])]),
      document([p(blank('n', words))]),
      document([p(box(words, 'l'))]),
      document([p({ ...blank('n', 'l'), pattern: words })]),
      document([{ ...picture(), alt: words }]),
    ];
    for (const tree of trees) {
      let refusal: unknown;
      try {
        writeHtml(tree, gost);
      } catch (error) {
        refusal = error;
      }
      expect(refusal).toBeInstanceOf(Refusal);
      expect((refusal as Refusal).diagnostics).toMatchObject([{ code: 'unprintable-character', args: { codePoint } }]);
    }
  });

  test('bold, italics and line breaks', () => {
    const [, one] = all(body(p([{ type: 'text', value: 'а', strong: true, emphasis: true }, { type: 'break' }, 'б'])), 'main').flatMap(
      elements,
    );
    expect(one?.children).toMatchObject([{ name: 'strong', children: [{ name: 'em', children: ['а'] }] }, { name: 'br' }, 'б']);
  });
});

describe('clauses and lists', () => {
  test('are lists, clauses of one run in one', () => {
    const page = body(
      section(
        's',
        '1.',
        'С',
        clause('a', '1.1.', 'а', clause('c', '1.1.1.', 'в')),
        clause('b', '1.2.', 'б'),
        p('между'),
        clause('d', '1.3.', 'г'),
      ),
    );
    const lists = ofClass(page, 'clauses');
    expect(lists.map((one) => [one.name, one.attributes.role, elements(one).length])).toEqual([
      ['ol', 'list', 2],
      ['ol', 'list', 1],
      ['ol', 'list', 1],
    ]);
    expect(all(page, 'li').map(({ attributes }) => attributes.id)).toEqual(['a', 'c', 'b', 'd']);
  });

  test('read their numbers aloud, but not their dashes', () => {
    const labels = (block: Block): [string, string, string | undefined][] =>
      all(body(block), 'li').flatMap((one) =>
        ofClass(one, 'label').map((label): [string, string, string | undefined] => [
          block.type === 'list' ? block.marker : block.type,
          text(label),
          label.attributes['aria-hidden'],
        ]),
      );
    expect(labels(clause('a', '1.1.', 'а'))).toEqual([['clause', '1.1. ', undefined]]);
    expect(labels(decimals('а'))).toEqual([['decimal', '1) ', undefined]]);
    expect(labels(dashes('а'))).toEqual([['dash', '– ', 'true']]);
    expect([dashes('а'), decimals('а')].map((one) => ofClass(body(one), 'items')[0]?.name)).toEqual(['ul', 'ol']);
  });

  test('have the ids of the tree, each once', () => {
    const row = { ...table('duties', [1], ['a'], ['b']), rows: [{ id: 'search', cells: [cell('b')] }] };
    const page = body(section('duties', '1.', 'О', clause('search', '1.1.', 'а'), row), signature('sign', 'Подписи', [1, 'x', null]));
    const ids = [...descendants(page)].flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id]));
    expect(ids).toEqual(['duties', 'search', 'duties-2', 'search-2', 'sign', 'sign-lead']);
    expect(all(body(section('two words', null, 'x')), 'section')[0]?.attributes.id).toBe('two-words');
  });
});

describe('tables and facts', () => {
  test('have a caption and headings of columns, and leave what is a row or a cell to the elements', () => {
    const page = body({ ...table('t', [1, 3], ['Шаг', 'Срок'], ['а', 'б']), caption: words('Шаги') });
    expect(text(only(page, 'caption'))).toBe('Шаги');
    expect(all(page, 'th').map((one) => [text(one), one.attributes.scope])).toEqual([
      ['Шаг', 'col'],
      ['Срок', 'col'],
    ]);
    expect(all(page, 'td').map((one) => [text(one), one.attributes['data-label']])).toEqual([
      ['а', undefined],
      ['б', 'Срок'],
    ]);
    const parts = ['table', 'thead', 'tbody', 'tr', 'th', 'td'].flatMap((name) => all(page, name));
    expect(parts.filter(({ attributes }) => 'role' in attributes)).toEqual([]);
    expect(text(only(page, 'style'))).toContain('.columns-250-750 col:nth-child(2){width:75%}');
  });

  test('a step is a box, what to do, and the rest by name', () => {
    const page = body(
      table('t', [1, 4, 2], ['Готово', 'Шаг', 'Когда'], [box('call', 'Позвонить'), 'Позвонить', blank('call-date', 'Дата', 'date', 0)]),
    );
    expect(hasClass(all(page, 'tr')[1]!, 'step')).toBe(true);
    expect(all(page, 'td').map((one) => [one.attributes.class, one.attributes['data-label']])).toEqual([
      ['tick', undefined],
      ['subject', undefined],
      [undefined, 'Когда'],
    ]);
  });

  test('a heading without words is none, and a table without rows and headings is left out', () => {
    expect(all(body(table('t', [1, 1], ['', 'a'], ['b', 'c'])), 'th')).toHaveLength(1);
    expect(all(body({ ...table('t', [1], []), header: [] }), 'table')).toEqual([]);
    expect(all(body(facts()), 'dl')).toEqual([]);
  });

  test('facts are terms with their descriptions', () => {
    const page = body(facts(['Отдел', 'Продажи'], ['Место', blank('place', 'Место работы')]));
    expect(
      all(page, 'dl')
        .flatMap(elements)
        .map((row) => [text(child(row, 'dt')!), text(child(row, 'dd')!)]),
    ).toEqual([
      ['Отдел', 'Продажи'],
      ['Место', ''],
    ]);
  });
});

describe('blanks', () => {
  const inputs = (page: Xml): [string | undefined, string | undefined, string | undefined][] =>
    all(page, 'input').map(({ attributes }) => [attributes.type, attributes.name, attributes['aria-label']]);

  test('are fields with a label under them, or with a name where words beside them say it already', () => {
    const alone = body(p(['№ ', blank('number', 'Номер', 'text', 30)]));
    expect(inputs(alone)).toEqual([['text', 'number', undefined]]);
    expect(text(only(alone, 'label'))).toBe('Номер');
    expect(text(only(alone, 'style'))).toContain('.mm-30{--width:30mm}');
    const beside = [
      facts(['Номер', blank('n', 'Номер')]),
      table('t', [1], ['Номер'], [blank('n', 'Номер')]),
      signature('s', 'x', [1, blank('n', 'Номер'), '(номер)']),
      p([blank('n', 'Номер'), ' (номер документа)']),
    ];
    for (const block of beside) {
      expect(inputs(body(block)), block.type).toEqual([['text', 'n', 'Номер']]);
      expect(all(body(block), 'label'), block.type).toEqual([]);
    }
  });

  test('a date has a calendar on screen and the form of custom on paper', () => {
    const page = body(p({ ...blank('day', 'Дата', 'date', 50), pattern: '«__» ____ 20__ г.' }));
    expect(inputs(page)).toEqual([['date', 'day', undefined]]);
    expect(only(page, 'label').attributes['data-pattern']).toBe('«__» ____ 20__ г.');
    expect(shown(page)).not.toContain('_');
  });

  test('a place to sign is a line with a name', () => {
    const page = body(stamps(null, [blank('s', 'Подпись утверждающего', 'signature', 34)]));
    const [line] = ofClass(page, 'line');
    expect(line?.attributes).toMatchObject({ role: 'img', 'aria-label': 'Подпись утверждающего', class: 'line mm-34' });
    expect(inputs(page)).toEqual([]);
  });

  test('a box is a checkbox; words after it are its label and tick it', () => {
    expect(inputs(body(p(['да ', box('a', 'Первое')])))).toEqual([['checkbox', 'a', 'Первое']]);
    const page = body(p([box('a', 'Первое', true), ' ', 'Этап завершён']));
    expect(inputs(page)).toEqual([['checkbox', 'a', undefined]]);
    expect(only(page, 'input').attributes.checked).toBe('');
    expect(text(only(page, 'label'))).toBe(' Этап завершён');
    expect(all(body(p([box('a', 'A'), ' или ', box('b', 'B')])), 'label')).toHaveLength(2);
  });

  test('names of controls differ, whatever the tree calls them', () => {
    expect(inputs(body(p([blank('a', 'A'), box('a', 'A'), blank('a', 'A')]))).map(([, name]) => name)).toEqual(['a', 'a-2', 'a-3']);
  });

  test('signatures are a group with the words that are signed as its name', () => {
    const page = body(
      signature(
        's',
        'Ознакомлен:',
        [2, blank('a', 'Подпись', 'signature', 0), '(подпись)'],
        [3, 'И.И. Петров', '(фамилия)'],
        [1, 'Директор', null],
      ),
    );
    const [group] = ofClass(page, 'signature');
    expect([group?.attributes.role, group?.attributes['aria-labelledby']]).toEqual(['group', 's-lead']);
    expect(ofClass(page, 'place').map((one) => [hasClass(one, 'captioned'), ofClass(one, 'lined').length])).toEqual([
      [true, 0],
      [true, 1],
      [false, 0],
    ]);
  });

  test('a picture is in the page, with its description and its size', () => {
    expect(only(body(picture()), 'img').attributes).toEqual({
      src: 'data:image/png;base64,AQID',
      alt: 'Логотип «Ромашки»',
      width: '113',
      height: '38',
    });
  });
});

describe('looks', () => {
  test('every theme is legible by day and by night, with any accent', () => {
    const accents = [...themes.map(({ color }) => color.accent), 'FFE600', '00FF00', '777777', 'FFFFFF', '0000FF'];
    for (const look of themes) {
      for (const accent of accents) {
        for (const palette of [day, night].map((make) => make({ ...look, color: { ...look.color, accent } }))) {
          for (const ground of [palette.paper, palette.shade]) {
            for (const ink of [palette.text, palette.quiet, palette.accent, palette.head])
              expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
            expect(contrast(palette.edge, ground)).toBeGreaterThanOrEqual(3);
          }
        }
      }
    }
    expect(contrast('000000', 'FFFFFF')).toBe(21);
    expect(day(theme('nl')).accent).toBe(theme('nl').color.accent);
  });

  test('the paper is that of the layout profile', () => {
    const style = (look: Theme): string => text(only(opened(everything(), look), 'style'));
    expect(style(gost)).toContain('@page{size:210mm 297mm;margin:20mm 10mm 20mm 30mm;\n@top-center{content:counter(page);');
    expect(style(gost)).toContain('@page:first{@top-center{content:none}}');
    expect(style(theme('us'))).toContain(
      '@page{size:215.9mm 279.4mm;margin:25.4mm 25.4mm 25.4mm 25.4mm;\n@bottom-right{content:counter(page)" / "counter(pages);',
    );
    expect(style(theme('us'))).not.toContain('@page:first');
    for (const look of themes) expect(style(look)).not.toMatch(/undefined|NaN|\[object/);
  });

  test('what the organisation puts around the text stands around it on screen and in the margins of paper', () => {
    const around = (over: Partial<Document>): Xml => opened(document([title('Т')], over));
    const page = around({
      letterhead: { logo: picture(), lines: [words('ООО «A" } </style>»')] },
      footer: [words('ИНН 7701 "}\\'), words('<b>')],
      code: {
        text: 'x',
        alt: 'Код',
        squares: [
          [true, false],
          [false, true],
        ],
      },
    });
    const [sheet] = ofClass(page, 'sheet');
    expect(elements(sheet!).map(({ name }) => name)).toEqual(['header', 'main', 'footer']);
    expect(text(only(page, 'header')).trim()).toBe('ООО «A" } </style>»');
    expect(text(only(page, 'footer')).trim()).toBe('ИНН 7701 "}\\\n<b>');
    const code = ofClass(page, 'code')[0]?.attributes;
    expect(code?.alt).toBe('Код');
    expect(Buffer.from(code?.src?.split(',')[1] ?? '', 'base64').toString()).toContain(
      'viewBox="0 0 2 2" shape-rendering="crispEdges"><path d="M0 0h1v1h-1zM1 1h1v1h-1z">',
    );
    const style = text(only(page, 'style'));
    expect(style).toContain('@bottom-center{content:"ИНН 7701 \\22 \\7d \\5c ""\\a ""\\3c b\\3e ";');
    expect(style).toContain(`margin-bottom:35mm;\n@bottom-right{content:url(${code?.src});`);
    for (const one of [around({}), around({ footer: [], letterhead: { logo: null, lines: [] } })])
      for (const name of ['header', 'footer']) expect(all(one, name)).toEqual([]);
  });
});

describe('memory', () => {
  const keyOf = (tree: Document): string | undefined => only(opened(tree), 'main').attributes['data-memory'];
  const checklist = (over: Partial<Document> = {}, name = 'Анна Петрова', step = 'Позвонить', id = 'call'): Document =>
    document([title('Чек-лист', name), section('first', '1.', 'День', p([box(id, step), step]))], {
      kind: 'onboarding-checklist',
      ...over,
    });

  test('belongs to a paper and a person, and survives corrected words', () => {
    const key = keyOf(checklist());
    expect(key).toMatch(/^rolewright onboarding-checklist sales-manager 1\.0\.0 ru [0-9a-f]{16}$/);
    expect(keyOf(checklist({}, 'Анна Петрова', 'Позвонить клиенту'))).toBe(key);
    for (const other of [
      checklist({}, 'Иван Петров'),
      checklist({}, 'Анна Петрова', 'Позвонить', 'write'),
      checklist({ locale: 'nl' }),
      checklist({ role: { id: 'sales-manager', version: '1.1.0' } }),
    ])
      expect(keyOf(other)).not.toBe(key);
  });

  test('counts the boxes, hidden until the script does', () => {
    const [progress] = ofClass(opened(checklist()), 'progress');
    expect(progress?.attributes.hidden).toBe('');
    expect(child(progress, 'progress')?.attributes).toMatchObject({ value: '0', max: '1', 'aria-label': document([]).title });
    expect(text(child(progress, 'output')!)).toBe('0 / 1');
    expect(ofClass(body(p(blank('a', 'A'))), 'progress')).toEqual([]);
  });

  interface Control {
    type: string;
    name: string;
    value: string;
    valueAsDate: Date | null;
    checked: boolean;
    parentElement: { dataset: Record<string, string> };
    closest(): null;
  }
  const control = (type: string, name: string): Control => ({
    type,
    name,
    value: '',
    valueAsDate: null,
    checked: false,
    parentElement: { dataset: {} },
    closest: () => null,
  });

  /** The script in a page of three controls; `localStorage` is what the browser has, or throws as some do. */
  function visit(localStorage: unknown): {
    controls: Control[];
    progress: { hidden: boolean; firstElementChild: { value: number }; lastElementChild: { value: string } };
    input(control: Control): void;
  } {
    const controls = [control('checkbox', 'a'), control('checkbox', 'b'), control('text', 'name'), control('date', 'day')];
    const progress = { hidden: true, firstElementChild: { value: 0 }, lastElementChild: { value: '' } };
    let listener: (event: { target: Control }) => void = () => {};
    const main = {
      dataset: { memory: 'key' },
      querySelectorAll: () => controls,
      querySelector: () => null,
      addEventListener: (_: string, heard: typeof listener) => void (listener = heard),
    };
    const context = {
      document: {
        querySelector: (wanted: string) => ({ main, '.progress': progress })[wanted] ?? null,
        documentElement: { lang: 'ru-RU' },
      },
    };
    Object.defineProperty(context, 'localStorage', {
      get: () => {
        if (localStorage === null) throw new Error('SecurityError');
        return localStorage;
      },
    });
    runInNewContext(script, context);
    return { controls, progress, input: (target) => listener({ target }) };
  }
  const storage = (kept: Map<string, string>): unknown => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });

  test('what is ticked and filled in is there at the next visit, and on paper', () => {
    const kept = new Map<string, string>();
    const first = visit(storage(kept));
    expect([first.progress.hidden, first.progress.lastElementChild.value]).toEqual([false, '0 / 2']);
    const [box, , name, day] = first.controls as [Control, Control, Control, Control];
    box.checked = true;
    first.input(box);
    name.value = '<b>Анна</b>';
    first.input(name);
    Object.assign(day, { value: '2026-12-01', valueAsDate: new Date('2026-12-01T00:00:00Z') });
    first.input(day);
    expect([first.progress.firstElementChild.value, first.progress.lastElementChild.value]).toEqual([1, '1 / 2']);
    expect([name, day].map((one) => one.parentElement.dataset.written?.replace(/\s/g, ' '))).toEqual(['<b>Анна</b>', '1 декабря 2026 г.']);
    const second = visit(storage(kept));
    expect(second.controls.map(({ checked, value }) => [checked, value])).toEqual([
      [true, ''],
      [false, ''],
      [false, '<b>Анна</b>'],
      [false, '2026-12-01'],
    ]);
    expect(second.progress.lastElementChild.value).toBe('1 / 2');
  });

  const steps = (guided: boolean): Document =>
    document(
      [
        title('Лист адаптации'),
        facts(['Наставник', 'Л.А. Черных']),
        section('first', '1.', 'День', {
          ...table(
            'steps',
            [1, 4, 2],
            ['', 'Что сделать', 'Срок'],
            [[box('call', 'Позвонить')], 'Позвонить', 'Вт, 2 июн.'],
            [[box('write', 'Написать')], 'Написать', ''],
          ),
        }),
      ],
      guided
        ? {
            guide: {
              next: 'Следующий шаг',
              done: 'Всё выполнено',
              facts: 'Участники',
              help: { label: 'Поможет', name: 'Черных', mail: 'c@example.com' },
            },
          }
        : {},
    );

  test('a list of steps with a guide begins with the next step and folds its facts, and no other page does', () => {
    const page = opened(steps(true));
    const [sheet] = ofClass(page, 'sheet');
    expect(elements(sheet!).map(({ name, attributes }) => attributes.class ?? name)).toEqual(['next', 'progress', 'main']);
    // Outside the main part it must be a landmark for those who hear the page.
    expect(ofClass(page, 'progress')[0]?.attributes).toMatchObject({ role: 'region', 'aria-label': document([]).title });
    const [next] = ofClass(page, 'next');
    expect(elements(next!).map((one) => text(one).trim())).toEqual([
      'Следующий шаг',
      'Позвонить',
      'Срок Вт, 2 июн.',
      'Поможет Черных, c@example.com',
    ]);
    expect(all(next!, 'a').map(({ attributes }) => attributes.href)).toEqual(['#', 'mailto:c@example.com']);
    expect(only(page, 'details').attributes.open).toBe('');
    expect(text(only(page, 'summary'))).toBe('Участники');
    const plain = opened(steps(false));
    expect([...ofClass(plain, 'next'), ...all(plain, 'details')]).toEqual([]);
    expect(elements(only(plain, 'main'))[0]?.attributes.class).toBe('progress');
  });

  test('the next step is the first that is not ticked', () => {
    const holder = (words = '') => ({ textContent: words });
    const [what, when] = [
      {
        ...holder(),
        href: '',
        setAttribute: (_: string, href: string) => void (what.href = href),
        removeAttribute: () => void (what.href = ''),
      },
      { hidden: false, firstElementChild: holder(), lastElementChild: holder() },
    ];
    const row = (id: string, checked: boolean, due: string | null) => ({
      id,
      querySelector: (wanted: string): unknown => {
        if (wanted === '[type=checkbox]') return { checked };
        if (wanted === '.subject') return { ...holder(id), querySelector: () => null };
        return due === null ? null : { ...holder(due), dataset: { label: 'Срок' } };
      },
    });
    const shown = (...rows: ReturnType<typeof row>[]): unknown[] => {
      const next = { dataset: { done: 'Готово' }, querySelector: (wanted: string) => (wanted === '.when' ? when : what) };
      const main = {
        dataset: { memory: 'key' },
        querySelectorAll: (wanted: string) => (wanted === 'tr.step' ? rows : []),
        querySelector: () => null,
        addEventListener: () => {},
      };
      runInNewContext(script, { document: { querySelector: (wanted: string) => ({ main, '.next': next })[wanted] ?? null } });
      return [what?.textContent, what?.href, when?.hidden, when?.firstElementChild.textContent, when?.lastElementChild.textContent];
    };
    expect(shown(row('a', true, 'Пн'), row('b', false, 'Вт'))).toEqual(['b', '#b', false, 'Срок', 'Вт']);
    expect(shown(row('a', false, null))).toEqual(['a', '#a', true, '', '']);
    expect(shown(row('a', true, 'Пн'))).toEqual(['Готово', '', true, '', '']);
  });

  test('a browser without memory, or with nonsense in it, does no harm', () => {
    for (const one of [
      null,
      storage(new Map([['key', 'x{']])),
      storage(new Map([['key', '"text"']])),
      storage(new Map([['key', '{"a":"yes","name":3}']])),
    ]) {
      const page = visit(one);
      page.input({ ...page.controls[0]!, checked: true });
      expect(page.controls.map(({ checked, value }) => [checked, value])).toEqual([
        [false, ''],
        [false, ''],
        [false, ''],
        [false, ''],
      ]);
      expect(page.progress.hidden).toBe(false);
    }
  });
});
