/** The chart of an organisation: what stands in its boxes, where they stand, and how it is split over sheets. */
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { locales } from '../src/document/document.js';
import { contents, plainText } from '../src/document/reading.js';
import type { Chart, ChartBox, Document } from '../src/document/document.js';
import type { Structure } from '../src/structure/structure.generated.js';
import { chartOf, chartsIn, chartText, wordsOf } from './charts.js';
import { madeStructure } from './made-structure.js';
import { fully, runs } from './every.js';

const small = parse(readFileSync(new URL('./corpus/chart/structure.yaml', import.meta.url), 'utf8')) as Structure;
const wordsIn = ({ blocks }: Document): string[] => [...contents(blocks)].map(plainText).map((words) => words.replaceAll('\u00A0', ' '));

describe('a small firm', () => {
  it.each(locales)('is one sheet that people can read: %s', (locale) => {
    const file = new URL(`./corpus/chart/chart.${locale}.txt`, import.meta.url);
    const shown = `${wordsIn(chartOf(small, locale)).join('\n')}\n\n${chartsIn(chartOf(small, locale)).map(chartText).join('\n\n')}\n`;
    if (process.env.UPDATE) writeFileSync(file, shown);
    expect(shown).toBe(readFileSync(file, 'utf8'));
  });

  it('shows whoever is there on the day', () => {
    const boxes = (day: string | null): string =>
      chartsIn(chartOf(small, 'en', { day }))
        .map(chartText)
        .join('\n');
    expect(boxes('2026-10-01')).toMatch(/\[Sales \/ Head of sales \/ vacant\] head, vacant/u);
    expect(boxes('2027-02-01')).toContain('[Driver / Г. Новый]');
    expect(boxes('2026-11-30')).toContain('Вера Ли');
    expect(boxes('2026-12-01')).not.toContain('Вера Ли');
  });

  it('calls nothing vacant where the table names nobody', () => {
    const positions = Object.fromEntries(
      Object.entries(small.positions).map(([id, { title, department = '' }]) => [id, { title, department }]),
    );
    expect(
      chartsIn(chartOf({ ...small, positions }, 'en'))
        .map(chartText)
        .join('\n'),
    ).not.toContain('vacant');
  });

  it('can be a department alone, which says to whom it reports', () => {
    const [chart, ...others] = chartsIn(chartOf(small, 'en', { department: 'works' }));
    expect(others).toEqual([]);
    expect(chartText(chart as Chart)).toContain('[reports to / Managing director] away\n');
    expect(chart?.boxes).toHaveLength(4);
  });

  it('begins on a page of its own where the head of the document leaves it too little room', () => {
    const sections = (organisation: string): unknown[] =>
      chartOf(small, 'en', { organisation }).blocks.flatMap((block) => (block.type === 'section' ? [[block.id, block.breakBefore]] : []));
    expect(sections('Daisy Ltd')).toEqual([['words', true]]);
    expect(sections('The Honourable Company '.repeat(16))).toEqual([
      ['part-1', true],
      ['words', true],
    ]);
  });

  it('may have several at the top, side by side and with no line between them', () => {
    const positions = { first: { title: 'First' }, second: { title: 'Second' } };
    const [chart] = chartsIn(chartOf({ schema: 2, languages: ['en'], positions }, 'en'));
    expect(chart?.boxes.map(({ look }) => look)).toEqual(['plain', 'plain']);
    expect(chart?.lines).toEqual([]);
  });
});

describe('a large firm', () => {
  const paper = chartOf(madeStructure(300, 'ru'), 'ru');
  const charts = chartsIn(paper);

  it('has its top on the first sheet', () => {
    expect(charts[0]?.boxes[0]).toMatchObject({ look: 'top' });
    expect(charts[0]?.boxes.some(({ leadsTo }) => leadsTo !== null)).toBe(true);
  });

  it('is split over fewer sheets than one for every ten positions', () => {
    expect(charts.length).toBeGreaterThan(5);
    expect(charts.length).toBeLessThan(30);
  });

  it('says everything in words as well, every position once', () => {
    const rows = [...paper.blocks].flatMap((block) => (block.type === 'section' && block.id === 'words' ? block.children : []));
    const ids = rows
      .flatMap((one) => (one.type === 'section' ? one.children : [one]))
      .flatMap((one) => (one.type === 'table' ? one.rows : []));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(300);
    expect(ids).toHaveLength(300);
  });

  it('leads back from each sheet to the one it comes from', () => {
    for (const chart of charts.slice(1)) {
      const up = chart.boxes.find(({ look, leadsTo }) => look === 'away' && leadsTo !== null)?.leadsTo?.chart ?? '';
      const from = charts.find(({ id }) => id === up);
      expect(
        from?.boxes.some(({ leadsTo }) => leadsTo?.chart === chart.id),
        chart.id,
      ).toBe(true);
    }
  });
});

/** A firm in which the superior of each is one of those before. */
const firm = (superiors: readonly number[], titles: readonly string[]): Structure => ({
  schema: 2,
  languages: ['en'],
  positions: {
    p0: { title: titles[0] ?? 'Chief', reportsTo: null },
    ...Object.fromEntries(
      superiors.map((superior, at) => [
        `p${at + 1}`,
        { title: `${at + 1} ${titles[at % titles.length] ?? ''}`, reportsTo: `p${superior % (at + 1)}` },
      ]),
    ),
  },
});

const title = fc.constantFrom(
  'Clerk',
  'Head of international trade compliance and customs',
  'X'.repeat(60),
  'Welder, night shift',
  'A'.repeat(300),
);
const superiors = fc.oneof(
  fc.array(fc.nat(), { minLength: 1, maxLength: 90 }),
  // Few leaders with many below.
  fc.array(fc.nat(4), { minLength: 1, maxLength: 150 }),
  // Long chains of command.
  fc.integer({ min: 1, max: 60 }).map((length) => Array.from({ length }, (_, at) => at)),
);
const firms = fc.tuple(superiors, fc.array(title, { minLength: 1, maxLength: 5 })).map(([below, titles]) => firm(below, titles));

const inside = (a: ChartBox, x: number, y: number, by = 0.05): boolean =>
  x > a.x + by && x < a.x + a.width - by && y > a.y + by && y < a.y + a.height - by;
const overlap = (a: ChartBox, b: ChartBox): boolean =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;

it('goes on with more than a sheet has room for on the next one, there and back', () => {
  const charts = chartsIn(
    chartOf(
      firm(
        Array.from({ length: 250 }, () => 0),
        ['Clerk'],
      ),
      'en',
    ),
  );
  const leading = (chart: Chart): string[] => chart.boxes.flatMap((box) => (box.leadsTo ? [`${wordsOf(box)} → ${box.leadsTo.chart}`] : []));
  expect(charts.map(leading)).toEqual([
    ['continued on sheet 2 → sheet-2'],
    ['Clerk / continued from sheet 1 → sheet-1', 'continued on sheet 3 → sheet-3'],
    ['Clerk / continued from sheet 2 → sheet-2'],
  ]);
});

/** What is wrong with a drawing. */
function faultsIn({ boxes, lines, width, height }: Chart): string[] {
  const crossing = (points: (typeof lines)[number]): string[] =>
    points.slice(1).flatMap(([x, y], at) => {
      const [fromX, fromY] = points[at] ?? [x, y];
      const on = [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => [fromX + (x - fromX) * part, fromY + (y - fromY) * part] as const);
      const crossed = boxes.filter((box) => on.some(([atX, atY]) => inside(box, atX, atY)));
      return [...crossed.map(({ id }) => `a line runs through ${id}`), ...(x === fromX || y === fromY ? [] : ['a line is slanted'])];
    });
  return [
    ...boxes.flatMap((box, at) => boxes.slice(at + 1).flatMap((other) => (overlap(box, other) ? [`${box.id} lies on ${other.id}`] : []))),
    ...boxes
      .filter((box) => box.x < -0.01 || box.y < -0.01 || box.x + box.width > width + 0.01 || box.y + box.height > height + 0.01)
      .map(({ id }) => `${id} leaves the sheet`),
    ...boxes
      .filter((box) => box.texts.some(({ x, y, size }) => !inside(box, x, y) || size < 7))
      .map(({ id }) => `words of ${id} are small or outside`),
    ...lines.flatMap(crossing),
  ];
}

const isItself = ({ look, leadsTo }: ChartBox): boolean => look !== 'away' && leadsTo === null;

describe('whatever the firm', () => {
  it('boxes stand apart on their sheets, each position once as itself, and those that lead on lead to a sheet', () => {
    fc.assert(
      fc.property(firms, (structure) => {
        const charts = chartsIn(chartOf(structure, 'en'));
        const boxes = charts.flatMap((chart) => chart.boxes);
        expect(charts.flatMap(faultsIn)).toEqual([]);
        // Whoever leads to another sheet is shown there again.
        expect(boxes.filter(isItself)).toHaveLength(Object.keys(structure.positions).length);
        const ids = new Set(charts.map(({ id }) => id));
        expect(boxes.filter(({ leadsTo }) => leadsTo !== null && !ids.has(leadsTo.chart))).toEqual([]);
      }),
      { numRuns: runs(30) },
    );
  });

  it('the same structure gives the same chart', () => {
    const structure = madeStructure(60, 'nl');
    expect(JSON.stringify(chartOf(structure, 'nl'))).toBe(JSON.stringify(chartOf(structure, 'nl')));
  });

  fully('two thousand positions are no more than some dozens of sheets', () => {
    const charts = chartsIn(chartOf(madeStructure(2000, 'en'), 'en'));
    expect(charts.flatMap(({ boxes }) => boxes).filter(isItself)).toHaveLength(2000);
    expect(charts.flatMap(faultsIn)).toEqual([]);
    expect(charts.length).toBeLessThan(120);
  });
});
