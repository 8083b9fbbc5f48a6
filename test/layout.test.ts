import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import createHyphenator from 'hyphen/hyphen.js';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { text } from '../src/document/document.js';
import { contents, plainText } from '../src/document/reading.js';
import type { Block, Document, Inline, List } from '../src/document/document.js';
import { divisions } from '../src/language/hyphenation.js';
import { layoutDocument } from '../src/layout/layout.js';
import { mm } from '../src/layout/page.js';
import type { Box, FieldBox, Layout, Page, TextBox } from '../src/layout/page.js';
import type { Element } from '../src/layout/structure.js';
import { columnWidths } from '../src/document/columns.js';
import { leastTrack } from '../src/layout/table.js';
import { tracksOf } from '../src/layout/tracks.js';
import { blank, box, clause, dashes, document, everything, p, section, signature, stamps, table, title } from './builders.js';
import { fonts, theme } from './paper.js';
import { runs } from './every.js';

const gost = theme('gost-2025');
const nl = theme('nl');
const lay = (blocks: Block[], look = gost): Layout => layoutDocument(document(blocks), look, fonts);

const isText = (one: Box): one is TextBox => one.type === 'text';
const elementOf = (one: Box): Element | null => (typeof one.mark === 'string' ? null : one.mark);
const roleOf = (one: Box): string => elementOf(one)?.role ?? '';
const words = (page: Page): TextBox[] => page.boxes.filter(isText).filter((one) => elementOf(one) !== null);

/** What a reader hears: divided words are whole again. */
function heard(layout: Layout): string {
  let last: Element | null = null;
  let text = '';
  for (const one of layout.pages.flatMap(words)) {
    if (last !== null && elementOf(one) !== last) text += ' ';
    text += one.text;
    last = elementOf(one);
  }
  return text
    .replace(/\u00AD/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The right edge of what is seen: a space at the end of a line is not. */
const inkEnd = (one: TextBox): number => {
  const spaces = one.text.length - one.text.trimEnd().length;
  return one.x + one.width - spaces * (one.face.space * one.size + one.stretch);
};

const sentence = 'Менеджер по продажам ведёт переговоры с клиентами и отвечает за своевременное оформление договоров поставки.';

test('lists within lists begin further in, where all text begins at the margin too', () => {
  const inner = (word: string, ...children: Block[]): List => ({
    ...dashes(word),
    items: [{ id: null, label: '–', content: [text(word)], children }],
  });
  const { pages } = lay([section('s', '1.', 'Раздел', clause('a', '1.1.', 'Пункт:', inner('первый:', inner('второй:', inner('третий')))))]);
  const edges = (pages[0]?.boxes ?? []).flatMap((one) => (one.type === 'text' && one.text.startsWith('–') ? [one.x] : []));
  expect(edges).toHaveLength(3);
  expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b));
});

describe('lines', () => {
  const word = fc.oneof(
    { weight: 8, arbitrary: fc.stringMatching(/^[а-яё]{1,24}[,.]?$/u) },
    { weight: 2, arbitrary: fc.stringMatching(/^[a-z]{2,30}@[a-z]{2,30}\.ru$/u) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('–', '—', 'ООО', '№', '1–2', 'бизнес-процессов', 'и/или', 'слово\u00A0слово', 'мягкий\u00ADперенос'),
    },
    { weight: 1, arbitrary: fc.integer({ min: 60, max: 5_000 }).map((length) => 'ж'.repeat(length)) },
    { weight: 1, arbitrary: fc.integer({ min: 60, max: 400 }).map((length) => 'слово\u00A0'.repeat(length).trim()) },
  );
  const running = fc.array(word, { minLength: 1, maxLength: 60 }).map((all) => all.join(' '));

  test('never exceed the column, whatever the words', () => {
    fc.assert(
      fc.property(running, fc.constantFrom(gost, nl), (text, look) => {
        const { pages } = lay([p(text), clause('a', '1.1.', text, dashes(text))], look);
        const right = mm(look.page.width - look.page.margin.right);
        expect(
          pages
            .flatMap((page) => page.boxes)
            .filter(isText)
            .filter((one) => !(inkEnd(one) <= right + 0.01))
            .map(inkEnd),
        ).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });

  test('never exceed their cell in a table of many columns', () => {
    fc.assert(
      fc.property(running, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }), (text, shares) => {
        const block = table(
          't',
          shares,
          shares.map(() => 'Показатель'),
          shares.map(() => text),
        );
        const { pages } = lay([block]);
        const padding = mm(gost.table.padding);
        const widths = columnWidths(block, { width: mm(170), padding, size: gost.table.size, family: gost.font.body });
        const tracks = tracksOf(widths, mm(30), mm(170), leastTrack(padding, gost.table.size));
        const beyond = pages.flatMap(words).filter((one) => {
          const track = tracks.findLast((each) => one.x >= each.left);
          return !(inkEnd(one) <= (track?.left ?? 0) + (track?.width ?? 0) - padding + 0.01);
        });
        expect(beyond.map(inkEnd)).toEqual([]);
      }),
      { numRuns: runs(30) },
    );
  });

  test('are flush at both edges when the theme justifies, and keep real spaces', () => {
    const lines = lay([p(`${sentence} ${sentence}`)]).pages.flatMap(words);
    const right = mm(200);
    for (const one of lines.slice(0, -1)) expect(inkEnd(one)).toBeCloseTo(right, 1);
    expect(lines.at(-1)?.stretch).toBeLessThanOrEqual(0);
    expect(lines[0]?.text).toMatch(/^Менеджер по продажам/u);
  });

  test('end with a soft hyphen where a word is divided', () => {
    const narrow = { ...gost, page: { ...gost.page, width: 95 } };
    const lines = lay([p(`${sentence} ${sentence}`)], narrow).pages.flatMap(words);
    expect(lines.some((one) => one.text.endsWith('\u00AD'))).toBe(true);
    expect(heard(lay([p(sentence)], narrow))).toBe(sentence);
  });

  test('do not begin with a dash and do not part words at a non-breaking space', () => {
    for (let width = 100; width < 200; width++) {
      const narrow = { ...nl, page: { ...nl.page, width } };
      for (const one of lay([p('Роль — это набор обязанностей: 10\u00A0дней, г.\u00A0Москва — и всё.')], narrow).pages.flatMap(words)) {
        expect(one.text).not.toMatch(/^[–—]|^дней|^Москва/u);
      }
    }
  });

  test('are filled to the end by a blank without a width', () => {
    const { pages } = lay([p(['Ф.И.О.: ', blank('name', 'Фамилия, имя, отчество', 'text', 0)], 'requisite')]);
    const field = pages[0]?.boxes.find((one): one is FieldBox => one.type === 'field');
    expect((field?.x ?? 0) + (field?.width ?? 0)).toBeCloseTo(mm(200), 3);
  });
});

describe('division of words', () => {
  test.each(['ответственность,', 'организация', '«платёжеспособность»'])('keeps three letters at either end of %s', (word) => {
    const offsets = divisions(word, 'ru-RU');
    expect(offsets.length).toBeGreaterThan(0);
    for (const offset of offsets) {
      expect(word.slice(0, offset)).toMatch(/\p{L}{3}$/u);
      expect(word.slice(offset)).toMatch(/^\p{L}{3}/u);
    }
  });

  test.each(['РОССТАНДАРТ', 'НДФЛами', 'Иванов', 'sales@example.com', 'ИТ-специалист', 'слово1слово'])('leaves %s whole', (word) => {
    expect(divisions(word, 'ru-RU')).toEqual([]);
  });

  test('knows Dutch, British and American words', () => {
    expect(divisions('verantwoordelijkheden', 'nl-NL').length).toBeGreaterThan(2);
    expect(divisions('responsibility', 'en-US')).not.toEqual([]);
    expect(divisions('responsibility', 'en-GB')).not.toEqual([]);
    expect(divisions('Verantwortung', 'de-DE')).toEqual([]);
  });

  test.each([
    ['ru', 'ru-RU'],
    ['nl', 'nl-NL'],
    ['en-gb', 'en-GB'],
    ['en-us', 'en-US'],
  ])('divides as the package of the patterns does: %s', (patterns, language) => {
    const hyphenate = createHyphenator(createRequire(import.meta.url)(`hyphen/patterns/${patterns}.js`));
    const role = readFileSync(new URL('../roles/sales-manager.yaml', import.meta.url), 'utf8');
    const words = [...new Set(role.toLowerCase().match(/\p{Ll}{6,}/gu))];
    expect(words.length).toBeGreaterThan(1000);
    for (const word of [...words, 'асбест', 'бизнесмен', 'aandachtstrekkers', 'university', 'reciprocity', 'ёлочкаё', 'straße']) {
      const hyphens = [...hyphenate(word, { hyphenChar: '\u00AD', minWordLength: 6 }).matchAll(/\u00AD/gu)].map(
        ({ index }, before) => index - before,
      );
      expect(divisions(word, language), word).toEqual(hyphens.filter((at) => at >= 3 && word.length - at >= 3));
    }
  });
});

describe('pages', () => {
  const sections = (count: number, clauses: number): Block[] =>
    Array.from({ length: count }, (_, s) =>
      section(
        `s${s}`,
        `${s + 1}.`,
        'Должностные обязанности',
        ...Array.from({ length: clauses }, (_, c) => clause(`c${s}-${c}`, `${s + 1}.${c + 1}.`, sentence)),
      ),
    );

  test('keep all boxes between the margins', () => {
    for (const look of [gost, nl]) {
      const { pages, height } = lay(sections(9, 7), look);
      expect(pages.length).toBeGreaterThan(2);
      for (const one of pages.flatMap((page) => page.boxes).filter((each) => each.mark !== 'pagination')) {
        expect(one.y).toBeGreaterThanOrEqual(mm(look.page.margin.top) - 0.5);
        expect(one.y).toBeLessThanOrEqual(height - mm(look.page.margin.bottom) + 0.5);
      }
    }
  });

  test('never end with a heading, and give it two lines of text', () => {
    for (let clauses = 1; clauses < 12; clauses++) {
      for (const page of lay(sections(12, clauses)).pages) {
        const lines = words(page);
        const after = lines.slice(lines.findLastIndex((one) => roleOf(one).startsWith('H')) + 1);
        expect(new Set(after.map((one) => one.y)).size).toBeGreaterThanOrEqual(2);
      }
    }
  });

  test('have no widows and orphans', () => {
    for (let lead = 0; lead < 40; lead++) {
      const long = `${sentence} `.repeat(5).trim();
      const { pages } = lay([...Array.from({ length: lead }, () => p('Строка.')), p(long)]);
      const perPage = pages.map(
        (page) =>
          new Set(
            words(page)
              .filter((one) => one.text !== 'Строка.')
              .map((one) => one.y),
          ).size,
      );
      for (const lines of perPage) expect(lines).not.toBe(1);
    }
  });

  test('keep a lead-in with the first item of its list', () => {
    for (let lead = 30; lead < 50; lead++) {
      const { pages } = lay([
        ...Array.from({ length: lead }, () => p('Строка.')),
        clause('a', '1.1.', 'Руководствуется:', dashes('уставом;', 'инструкцией.')),
      ]);
      for (const page of pages) expect(words(page).at(-1)?.text).not.toMatch(/Руководствуется/u);
    }
  });

  test('keep a signature whole and with two lines of what is signed', () => {
    for (let lines = 1; lines < 60; lines++) {
      const { pages } = lay([
        section('end', '1.', 'Заключительные положения', ...Array.from({ length: lines }, () => p('Строка.'))),
        signature('s', 'Ознакомлен:', [1, blank('sign', 'Подпись', 'signature', 0), '(подпись)'], [1, 'И.О. Фамилия', '(фамилия)']),
      ]);
      const page = pages.find((each) => words(each).some((one) => one.text.startsWith('Ознакомлен')));
      expect(page).toBe(pages.at(-1));
      const texts = page ? words(page).map((one) => one.text.trim()) : [];
      expect(texts.slice(-4)).toEqual(['Ознакомлен:', '(подпись)', 'И.О. Фамилия', '(фамилия)']);
      expect(texts.filter((text) => text === 'Строка.').length).toBeGreaterThanOrEqual(Math.min(2, lines));
    }
  });

  test('break between many signatures, never inside one', () => {
    const one = (at: number): Block =>
      signature(`s${at}`, `Согласовано ${at}:`, [1, blank(`sign${at}`, 'Подпись', 'signature', 0), '(подпись)']);
    const { pages } = lay([p(sentence), ...Array.from({ length: 30 }, (_, at) => one(at))]);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(words(page).at(-1)?.text).toBe('(подпись)');
  });

  test('begin where a section asks for it', () => {
    const { pages } = lay([p(sentence), { ...section('sheet', null, 'Лист ознакомления', p(sentence)), breakBefore: true }]);
    expect(pages.map((page) => words(page)[0]?.text)).toEqual([expect.stringContaining('Менеджер'), 'Лист ознакомления']);
  });

  test('are numbered as the theme says, outside of the structure', () => {
    const blocks = sections(9, 7);
    const numbers = (layout: Layout): string[] =>
      layout.pages.map((page) => page.boxes.filter(isText).find((one) => one.mark === 'pagination')?.text ?? '');
    expect(numbers(lay(blocks))).toEqual(expect.arrayContaining(['', '2', '3']));
    const dutch = numbers(lay(blocks, nl));
    expect(dutch[0]).toBe(`1 / ${dutch.length}`);
  });

  test('exist even for an empty document', () => {
    expect(lay([]).pages).toHaveLength(1);
  });
});

describe('tables', () => {
  const rows = Array.from({ length: 400 }, (_, at) => [`${at + 1}`, 'Выполнение плана продаж', 'не менее 100 %']);

  test('repeat the head on every page and lose no row', () => {
    const { pages } = lay([table('kpi', [1, 4, 3], ['№', 'Показатель', 'Цель'], ...rows)]);
    expect(pages.length).toBeGreaterThan(6);
    pages.forEach((page, index) => {
      const head = page.boxes.filter(isText).filter((one) => ['№', 'Показатель', 'Цель'].includes(one.text));
      expect(head).toHaveLength(3);
      for (const one of head) expect(elementOf(one) !== null).toBe(index === 0);
    });
    const numbers = pages
      .flatMap(words)
      .map((one) => one.text)
      .filter((text) => /^\d+$/u.test(text));
    expect(numbers).toEqual(rows.map(([number]) => number));
  });

  test('never split a row that takes less than half a page', () => {
    const tall = Array.from({ length: 30 }, (_, at) => [`${at}`, `${sentence} `.repeat(4)]);
    const { pages } = lay([table('t', [1, 4], ['№', 'Текст'], ...tall)]);
    for (const page of pages) {
      const lines = words(page).filter((one) => one.text.includes('Менеджер'));
      expect(lines.length % 4).toBe(0);
    }
  });

  test('split a row that is taller than a page, without losing a word', () => {
    const text = `${sentence} `.repeat(120).trim();
    const layout = lay([table('t', [1, 3], ['№', 'Текст'], ['1', text])]);
    expect(layout.pages.length).toBeGreaterThan(1);
    expect(heard(layout)).toContain(text);
  });

  test('keep the caption and the head with the first row', () => {
    for (let lead = 30; lead < 50; lead++) {
      const captioned = {
        ...table('t', [1, 1], ['А', 'Б'], ['1', '2'], ['3', '4'], ['5', '6']),
        caption: [{ type: 'text' as const, value: 'Таблица 1', strong: false, emphasis: false }],
      };
      const { pages } = lay([...Array.from({ length: lead }, () => p('Строка.')), captioned]);
      for (const page of pages) expect(words(page).at(-1)?.text).not.toMatch(/Таблица|^[АБ]$/u);
    }
  });
});

describe('the whole document', () => {
  test('has all text of the tree in its order', () => {
    for (const look of [gost, nl, theme('us'), theme('uk'), theme('gost-2016')]) {
      const paper = everything();
      const text = heard(layoutDocument(paper, look, fonts));
      let at = 0;
      for (const content of contents(paper.blocks)) {
        const wanted = plainText(content).replace(/\s+/gu, ' ').trim();
        const found = text.indexOf(wanted, at);
        expect(found, wanted).toBeGreaterThanOrEqual(at);
        at = found + wanted.length;
      }
      for (const number of ['1.1.', '2.1.1.', '2)', '–']) expect(text).toContain(number);
    }
  });

  test('is the same twice, and does not touch the tree', () => {
    const paper = everything();
    const before = JSON.stringify(paper);
    expect(summary(layoutDocument(paper, gost, fonts))).toEqual(summary(layoutDocument(paper, gost, fonts)));
    expect(JSON.stringify(paper)).toBe(before);
  });

  test('has a structure for those who hear it', () => {
    const { structure } = lay([
      title('ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ', 'менеджера'),
      section('a', '1.', 'Общие', clause('b', '1.1.', 'Руководствуется:', dashes('уставом.')), {
        ...section('c', '1.1.', 'Ещё', p('Текст.')),
        level: 2,
      }),
      table('t', [1, 1], ['А', 'Б'], ['1', '']),
      { type: 'facts', rows: [{ label: [], value: [] }] },
    ]);
    expect(outline(structure)).toBe(
      'Document(H1 Sect(H2 L(LI(Lbl LBody(L(LI(Lbl LBody))))) Sect(H3 P)) Table(TR(TH TH) TR(TD TD)) Table(TR(TH TD)))',
    );
  });

  test('begins its headings at the first level when it has no title', () => {
    expect(outline(lay([section('a', null, 'Раздел', p('Текст.')), section('b', null, 'Раздел', p('Текст.'))]).structure)).toBe(
      'Document(Sect(H1 P) Sect(H1 P))',
    );
  });

  test('has a bookmark for each section, under its parent', () => {
    const inner = { ...section('b', '1.1.', 'Внутри', p('Текст.')), level: 2 as const };
    const { outline: marks } = lay([section('a', '1.', 'Раздел', inner), section('c', null, 'Конец', p('Текст.'))]);
    expect(marks.map(({ title: name, children }) => [name, children.map((child) => child.title)])).toEqual([
      ['1. Раздел', ['1.1. Внутри']],
      ['Конец', []],
    ]);
  });

  test('sets stamps level with each other, inside the margins', () => {
    const { pages } = lay([stamps(['СОГЛАСОВАНО', 'Председатель профкома'], ['УТВЕРЖДАЮ', 'Генеральный директор'])]);
    const [left, , right] = pages[0] ? words(pages[0]) : [];
    expect(left?.y).toBe(right?.y);
    expect(left?.x).toBeCloseTo(mm(30));
    expect(right?.x).toBeCloseTo(mm(200 - gost.stamp.width));
  });

  test('indents numbers as the theme says', () => {
    const label = (look = gost): TextBox | undefined => lay([clause('a', '1.1.', sentence)], look).pages.flatMap(words)[0];
    expect(label()?.x).toBeCloseTo(mm(30 + 12.5));
    expect(label(nl)?.x).toBeCloseTo(mm(25));
    const [, first, second] = lay([clause('a', '1.1.', sentence)], nl).pages.flatMap(words);
    expect(first?.x).toBeCloseTo(mm(25 + 11));
    expect(second?.x).toBeCloseTo(mm(25 + 11));
  });

  test('lines the texts of a list up, however long its labels are', () => {
    const items = Array.from({ length: 12 }, (_, at) => ({ id: null, label: `${at + 1}.`, content: p('Текст.').content, children: [] }));
    const texts = lay([{ type: 'list', marker: 'decimal', items }], nl)
      .pages.flatMap(words)
      .filter((one) => roleOf(one) === 'LBody');
    expect(new Set(texts.map((one) => one.x)).size).toBe(1);
  });

  test('gives blanks and ticks a place and a label, never underscores', () => {
    const { pages } = lay([p([box('a', 'Согласен', true), ' Согласен ', blank('b', 'Дата', 'date', 30)])]);
    const boxes = pages[0]?.boxes ?? [];
    expect(boxes.map((one) => [one.type, roleOf(one), elementOf(one)?.facts.alt])).toEqual([
      ['checkbox', 'Form', 'Согласен'],
      ['text', 'P', undefined],
      ['field', 'Form', 'Дата'],
    ]);
    expect(heard({ pages } as Layout)).toBe('Согласен');
  });

  test('draws a blank as custom wants it, as one form', () => {
    const date = { ...blank('date', 'Дата', 'date', 0), pattern: '«__» ________ 20__ г.' };
    const { pages, structure } = lay([p(['Дата: ', date], 'requisite')]);
    const boxes = pages[0]?.boxes ?? [];
    expect(boxes.map((one) => (isText(one) ? one.text : one.type))).toEqual(['Дата: ', '«', 'field', '» ', 'field', ' 20', 'field', ' г.']);
    expect(outline(structure)).toBe('Document(P(Form))');
  });
});

describe('characters', () => {
  const printed = (text: string): string =>
    lay([p(text)])
      .pages.flatMap(words)
      .map((one) => one.text)
      .join('');
  test.each([
    ['letters and their marks in one piece, where the font has them so', 'и\u0306 e\u0301', 'й é'],
    ['in parts, where it has them only so', 'a \u2262 b', 'a \u2261\u0338 b'],
    ['in parts, as they were written', 'a \u2261\u0338 b', 'a \u2261\u0338 b'],
    ['all hyphens as the one that people search for', 'e\u2011mail e\u2010mail', 'e-mail e-mail'],
    ['a space that ends no line as any space', '5\u00A0%', '5 %'],
    ['nothing of what only says where a line may end', 'ab\u00ADcd\u200Bef\u2060gh\uFEFF', 'abcdefgh'],
    ['nothing of what prints nothing and has no glyph', 'a\uFE0Fb\u061Cc', 'abc'],
  ])('are printed: %s', (_, written, expected) => {
    expect(printed(written)).toBe(expected);
  });
});

describe('an abbreviation', () => {
  const said = (value: string, expansion: string): Inline => ({ ...text(value), expansion });

  test('has an element of its own, and stands where it stood', () => {
    const content = (...inlines: Inline[]): Block => ({ ...p(''), content: inlines });
    const apart = lay([content(text('согласно '), said('ст.', 'статья'), text('\u00A057 кодекса'))]);
    const together = lay([p('согласно ст.\u00A057 кодекса')]);
    const boxes = apart.pages.flatMap(words);
    expect(boxes.map((one) => [one.text, roleOf(one), elementOf(one)?.facts.expansion])).toEqual([
      ['согласно ', 'P', undefined],
      ['ст.', 'Span', 'статья'],
      [' 57 кодекса', 'P', undefined],
    ]);
    const [whole] = together.pages.flatMap(words);
    expect(boxes.reduce((sum, one) => sum + one.width, 0)).toBeCloseTo(whole?.width ?? 0, 6);
  });

  test('leaves lines where they were, in compounds too', () => {
    const line = 'слово о CRM-системой, полученной под отчёт '.repeat(12);
    const cut = line
      .split(/(?<=CRM)/u)
      .flatMap((piece): Inline[] => (piece.endsWith('CRM') ? [text(piece.slice(0, -3)), said('CRM', 'управление')] : [text(piece)]));
    const lines = (layout: Layout): string[] => {
      const rows = new Map<number, string>();
      for (const one of layout.pages.flatMap(words)) rows.set(one.y, (rows.get(one.y) ?? '') + one.text);
      return [...rows.values()];
    };
    expect(lines(lay([{ ...p(''), content: cut }]))).toEqual(lines(lay([p(line)])));
  });
});

describe('a missing glyph', () => {
  const refusal = (paper: Document): Refusal => {
    try {
      layoutDocument(paper, gost, fonts);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
    throw new Error('was not refused');
  };

  test('is refused with all its likes and their places', () => {
    const { diagnostics } = refusal(
      document([
        section(
          'duties',
          '1.',
          'Обязанности',
          clause('clients', '1.1.', 'Ставит ☑ в списке', clause('calls', '1.1.1.', 'Звонит 📞 клиентам')),
        ),
        p('Ещё ☑'),
      ]),
    );
    expect(diagnostics.map((one) => [one.code, one.args.character, one.args.codePoint, one.path])).toEqual([
      ['missing-glyph', '☑', 'U+2611', 'duties/clients'],
      ['missing-glyph', '📞', 'U+1F4DE', 'duties/clients/calls'],
      ['missing-glyph', '☑', 'U+2611', undefined],
    ]);
    expect(diagnostics[0]?.args.text).toContain('Ставит ☑');
  });

  test('is one of a script that needs more than one letter after the other', () => {
    const paper = document([
      clause('a', '1.', 'Пишет שלום עולם и ещё שלום'),
      clause('b', '2.', 'Пишет नमस्ते'),
      clause('c', '3.', 'Пишет สวัสดี, Ελλάδα и Łódź'),
    ]);
    expect(refusal(paper).diagnostics.map((one) => [one.code, one.args.character, one.args.obstacle, one.path])).toEqual([
      ['script-not-in-pdf', 'ש', 'direction', 'a'],
      ['script-not-in-pdf', 'न', 'shapes', 'b'],
      ['script-not-in-pdf', 'ส', 'shapes', 'c'],
    ]);
  });

  test('is no character that prints nothing, though fonts have pictures of some', () => {
    expect(heard(lay([p('а\u200Cб\u200Dв\u034Fг\uFE0Fд\u{E0100}е\u180Eж')]))).toBe('абвгдеж');
  });

  test('is found in labels and captions too', () => {
    const { diagnostics } = refusal(document([clause('a', '✓1.', 'Текст'), signature('s', '', [1, 'Имя', '(✗)'])]));
    expect(diagnostics.map((one) => one.args.character)).toEqual(['✓', '✗']);
  });
});

/** Everything that is seen of a layout, as plain values. */
const summary = (layout: Layout): unknown =>
  layout.pages.map((page) =>
    page.boxes.map((one) => [one.type, one.x, one.y, typeof one.mark === 'string' ? one.mark : one.mark.role, isText(one) ? one.text : '']),
  );

const outline = ({ role, children }: Element): string => (children.length === 0 ? role : `${role}(${children.map(outline).join(' ')})`);
