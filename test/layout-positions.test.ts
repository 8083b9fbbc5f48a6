/** Where things really stand on the pages, in millimetres, against the layout profile: measured in the made PDF. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Block } from '../src/document/document.js';
import type { Theme } from '../src/theme/theme.js';
import { writePdf } from '../src/write/pdf.js';
import { clause, dashes, document, p, section, stamps, table, title } from './builders.js';
import { fonts, theme } from './paper.js';

/** A run of text: its left and right edge and its baseline, from the top left corner of the sheet. */
interface Run {
  text: string;
  left: number;
  right: number;
  baseline: number;
  /** pt */
  size: number;
}

interface Sheet {
  width: number;
  height: number;
  runs: Run[];
}

const mm = (points: number): number => (points * 25.4) / 72;

async function measure(bytes: Uint8Array): Promise<Sheet[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at): Promise<Sheet> => {
      const page = await pdf.getPage(at + 1);
      const [, , width = 0, height = 0] = page.view;
      const { items } = await page.getTextContent();
      const runs = items.flatMap((item): Run[] => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
        return [{ text: item.str.trim(), left: mm(x), right: mm(x + item.width), baseline: mm(height - y), size }];
      });
      return { width: mm(width), height: mm(height), runs };
    }),
  );
}

const sentence =
  'Менеджер по продажам ведёт переговоры с клиентами и отвечает за своевременное оформление договоров поставки, учёт оплаты и отгрузку товара.';

const blocks: Block[] = [
  stamps(['Согласовано', 'Председатель'], ['Утверждаю', 'Директор']),
  title('Инструкция'),
  section(
    'a',
    '1.',
    'Обязанности',
    p(`Абзац. ${sentence} ${sentence}`),
    ...Array.from({ length: 30 }, (_, at) => clause(`c${at}`, `1.${at + 1}.`, `${sentence} ${sentence}`, dashes(sentence))),
    table('t', [1, 1], ['Первая', 'Вторая'], ['один', 'два']),
  ),
];

/** As fine as anybody can measure on paper. */
const tolerance = 0.15;
const near = (found: number | undefined, wanted: number): void => {
  expect(Math.abs((found ?? Infinity) - wanted), `${found} should be ${wanted}`).toBeLessThanOrEqual(tolerance);
};

/** What the standards and customs say, apart from the themes, so that a slip in a theme is found as well. */
const papers = {
  'gost-2025': { sheet: [210, 297], margins: [20, 10, 20, 30], indent: 12.5, stamp: 80, number: 'top', from: 2 },
  'gost-2016': { sheet: [210, 297], margins: [20, 10, 20, 30], indent: 12.5, stamp: 75, number: 'top', from: 2 },
  nl: { sheet: [210, 297], indent: 0, number: 'bottom', from: 1 },
  uk: { sheet: [210, 297], indent: 0, number: 'bottom', from: 1 },
  us: { sheet: [215.9, 279.4], margins: [25.4, 25.4, 25.4, 25.4], indent: 0, number: 'bottom', from: 1 },
} as const;

describe.each(Object.entries(papers))('on paper after %s', (id, paper) => {
  const look: Theme = theme(id);
  const { margin } = look.page;
  const edge = { left: margin.left, right: paper.sheet[0] - margin.right, top: margin.top, bottom: paper.sheet[1] - margin.bottom };
  const isNumber = ({ baseline }: Run): boolean => baseline < edge.top - 1 || baseline > edge.bottom + 2;
  let sheets: Sheet[] = [];
  let words: Run[] = [];
  const run = (text: string): Run | undefined => words.find((one) => one.text.startsWith(text));

  beforeAll(async () => {
    sheets = await measure(await writePdf(document(blocks, { layout: id }), look, fonts));
    words = sheets.flatMap(({ runs }) => runs.filter((one) => !isNumber(one)));
  });

  test('the sheet is of the right size', () => {
    expect(sheets.length).toBeGreaterThan(2);
    for (const { width, height } of sheets) {
      near(width, paper.sheet[0]);
      near(height, paper.sheet[1]);
    }
  });

  test('all text stands between the margins, and reaches them', () => {
    if ('margins' in paper) expect([margin.top, margin.right, margin.bottom, margin.left]).toEqual(paper.margins);
    near(Math.min(...words.map(({ left }) => left)), edge.left);
    const right = Math.max(...words.map((one) => one.right));
    if (look.text.align === 'justify') near(right, edge.right);
    else expect(right).toBeLessThanOrEqual(edge.right + tolerance);
    for (const sheet of sheets) {
      const own = sheet.runs.filter((one) => !isNumber(one));
      // The tallest letters begin nine tenths of the size above the baseline, the deepest end two tenths below.
      for (const { baseline, size } of own) {
        expect(baseline - mm(size * 0.9)).toBeGreaterThanOrEqual(edge.top - tolerance);
        expect(baseline + mm(size * 0.22)).toBeLessThanOrEqual(edge.bottom + tolerance);
      }
      const [highest] = own.toSorted((a, b) => a.baseline - b.baseline);
      expect((highest?.baseline ?? 0) - mm((highest?.size ?? 0) * 0.9)).toBeLessThanOrEqual(edge.top + 2);
    }
  });

  test('the first line is indented as custom wants it, the others are not', () => {
    const first = run('Абзац.');
    near(first?.left, edge.left + paper.indent);
    const below = (sheets[0]?.runs ?? []).filter((one) => one.baseline > (first?.baseline ?? 0) + 1);
    const second = below.toSorted((a, b) => a.baseline - b.baseline)[0];
    near(second?.left, edge.left);
    expect(first?.size).toBe(look.text.size);
    // A clause is indented like a paragraph, or its number stands at the margin.
    near(words.find((one) => one.text.startsWith('1.1'))?.left, edge.left + paper.indent);
  });

  test('stamps stand level at both margins', () => {
    const [left, right] = [run('Согласовано'), run('Утверждаю')];
    near(left?.left, edge.left);
    // Two stamps side by side leave some room between them.
    near(right?.left, edge.right - Math.min(look.stamp.width, (edge.right - edge.left - 4) / 2));
    near(right?.baseline, left?.baseline ?? 0);
    if ('stamp' in paper) expect(look.stamp.width).toBe(paper.stamp);
  });

  test('pages are numbered where they should be', () => {
    sheets.forEach(({ runs, height }, at) => {
      const numbers = runs.filter(isNumber);
      expect(numbers).toHaveLength(at + 1 >= paper.from ? 1 : 0);
      for (const { text, left, right, baseline, size } of numbers) {
        expect(text).toBe(look.pageNumber.total ? `${at + 1} / ${sheets.length}` : `${at + 1}`);
        if (paper.number === 'top') {
          near((left + right) / 2, (edge.left + edge.right) / 2);
          // No letter is nearer to the edge than the standard allows.
          expect(baseline - mm(size * 0.9)).toBeGreaterThanOrEqual(10 - tolerance);
          expect(baseline).toBeLessThan(edge.top);
        } else {
          near(height - baseline - mm(size * 0.21), look.pageNumber.distance);
          if (look.pageNumber.place === 'bottom-right') near(right, edge.right);
          else near((left + right) / 2, (edge.left + edge.right) / 2);
        }
      }
    });
  });
});
