/** Charts as pages and PDFs, and the command that makes them. */
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { Refusal } from '../src/diagnostic/diagnostic.js';
import { layoutDocument } from '../src/layout/layout.js';
import type { Box } from '../src/layout/page.js';
import { branded } from '../src/theme/brand.js';
import { memoryWorkspace } from '../src/workspace/memory.js';
import { writeHtml } from '../src/write/html.js';
import { writeMarkdown } from '../src/write/pasted.js';
import { writePdf } from '../src/write/pdf.js';
import { document, p } from './builders.js';
import { chartOf, chartsIn } from './charts.js';
import { command } from './command.js';
import { madeStructure } from './made-structure.js';
import { descendants, parseXml } from './opened-docx.js';
import { fonts, theme } from './paper.js';
import { objectsOf } from './written-pdf.js';

const paper = chartOf(madeStructure(70, 'en'), 'en');
const look = branded(theme('uk'), paper);
const charts = chartsIn(paper);
const linked = charts.flatMap(({ boxes }) => boxes).flatMap(({ leadsTo }) => leadsTo ?? []);

interface Heard {
  role?: string;
  alt?: string;
  type?: string;
  children?: Heard[];
}
const heard = (node: Heard): Heard[] => [node, ...(node.children ?? []).flatMap(heard)];

describe('a chart on paper', async () => {
  const bytes = await writePdf(paper, look, fonts);
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));

  it('is a figure with a description and a place, one on each sheet', async () => {
    expect(charts.length).toBeGreaterThan(1);
    for (const [at, { alt }] of charts.entries()) {
      const tree = heard((await pages[at]?.getStructTree()) as Heard);
      expect(tree.filter(({ role }) => role === 'Figure').map((one) => one.alt)).toEqual([alt]);
    }
    const figures = objectsOf(bytes).filter(({ dictionary }) => dictionary.includes('/S /Figure'));
    expect(figures.every(({ dictionary }) => /\/BBox \[[\d. ]+\]/u.test(dictionary))).toBe(true);
  });

  it('has words that can be found and copied', async () => {
    const { items } = (await pages[0]?.getTextContent()) ?? { items: [] };
    const words = items.map((item) => ('str' in item ? item.str : '')).join('');
    for (const { value } of charts[0]?.boxes.flatMap(({ texts }) => texts) ?? []) expect(words).toContain(value.replaceAll('\u00A0', ' '));
  });

  it('leads from a box to its sheet, and says where', async () => {
    const links = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat() as {
      subtype: string;
      dest: string;
      contentsObj: { str: string };
    }[];
    expect(links.map(({ dest, contentsObj }) => ({ chart: dest, label: contentsObj.str }))).toEqual(linked);
    const target = await pdf.getDestination(charts[1]?.id ?? '');
    expect(await pdf.getPageIndex((target as [{ num: number; gen: number }])[0])).toBe(1);
  });

  it('gives each link an element that holds its words and its annotation', () => {
    const elements = objectsOf(bytes).filter(({ dictionary }) => dictionary.includes('/S /Link'));
    expect(elements).toHaveLength(linked.length);
    for (const { dictionary } of elements) expect(dictionary).toMatch(/\/K \[\d+ <<\n\/Type \/OBJR/u);
  });

  it('fits on its page without being made smaller', () => {
    const layout = layoutDocument(paper, look, fonts);
    const sheets = layout.pages.map(({ boxes }) => boxes.filter((box): box is Extract<Box, { type: 'drawing' }> => box.type === 'drawing'));
    expect(sheets.slice(0, charts.length).map((own) => own.length)).toEqual(charts.map(() => 1));
    const bottom = ((look.page.height - look.page.margin.bottom) * 72) / 25.4;
    expect(sheets.flat().every(({ y, height }) => y + height <= bottom)).toBe(true);
  });
});

it('a letter that no font has is refused, as in any paper', async () => {
  const structure = { schema: 2, languages: ['en'], positions: { a: { title: 'Chief ☃' } } } as const;
  const refusal = await writePdf(chartOf({ ...structure, languages: ['en'] }, 'en'), look, fonts).catch((error: unknown) => error);
  expect((refusal as Refusal).diagnostics[0]).toMatchObject({ code: 'missing-glyph', args: { character: '☃', text: 'Chief ☃' } });
});

describe('a chart on a page', () => {
  const source = writeHtml(paper, look);
  const page = parseXml(source);
  const all = (name: string) => [...descendants(page, name)];

  it('is a drawing with a description, whose words are real and whose links lead to sheets', () => {
    const groups = all('div').filter((one) => one.attributes.class === 'chart');
    expect(groups.map(({ attributes }) => attributes['aria-label'])).toEqual(charts.map(({ alt }) => alt));
    expect(groups.map(({ attributes }) => attributes.id)).toEqual(charts.map(({ id }) => id));
    expect(all('a').map(({ attributes }) => attributes.href)).toEqual(linked.map(({ chart }) => `#${chart}`));
    expect(all('a').every((link) => [...descendants(link)].every(({ attributes }) => attributes['aria-hidden'] === undefined))).toBe(true);
    const words = all('text').map(({ children }) => (typeof children[0] === 'string' ? children[0].trim() : ''));
    expect(words).toEqual(charts.flatMap(({ boxes }) => boxes.flatMap(({ texts }) => texts.map(({ value }) => value))));
  });

  it('has no style that the policy of the page forbids', () => {
    expect([...descendants(page)].filter(({ attributes }) => 'style' in attributes)).toEqual([]);
  });

  it('leaves pages without charts as they were', () => {
    expect(writeHtml(document([p('Текст.')]), theme('gost-2025'))).not.toContain('.chart');
  });
});

it('where nothing is drawn, the boxes are a list', () => {
  const [chart] = charts;
  const text = writeMarkdown(document(chart ? [chart] : []));
  expect(text.trim().split('\n')).toHaveLength(chart?.boxes.length ?? 0);
  expect(text).toMatch(/^- Managing director/u);
});

describe('rolewright structure show', () => {
  const structure = readFileSync(new URL('./corpus/chart/structure.yaml', import.meta.url), 'utf8');
  const large = stringify(madeStructure(70, 'en'), { aliasDuplicateObjects: false });
  const world = (files: Record<string, string> = {}) => memoryWorkspace({ 'structure.yaml': structure, 'large.yaml': large, ...files });

  it('writes the chart in the formats and languages that are asked for', async () => {
    const workspace = world();
    const { code, out, err } = await command('structure show --format pdf,html --locale ru,nl --out charts/firm.pdf --date 2026-12-01', {
      workspace,
    });
    expect([code, err, out.trim().split('\n')]).toEqual([
      0,
      '',
      ['charts/firm.ru.html', 'charts/firm.ru.pdf', 'charts/firm.nl.html', 'charts/firm.nl.pdf'],
    ]);
    expect(new TextDecoder('latin1').decode(workspace.files.get('charts/firm.ru.pdf')).slice(0, 5)).toBe('%PDF-');
    expect(new TextDecoder().decode(workspace.files.get('charts/firm.nl.html'))).toMatch(/Per 1\sdecember\s2026/u);
  });

  it('prints a single page, and wants a place for anything else', async () => {
    const { out } = await command('structure show large.yaml --format html --department division-1', { workspace: world() });
    expect(out).toMatch(/^<!DOCTYPE html>/u);
    const { code, err } = await command('structure show --format pdf', { workspace: world() });
    expect([code, err]).toEqual([2, expect.stringContaining('--out')]);
  });

  it('names a department or language that there is not', async () => {
    const department = await command('structure show --format html --department salse', { workspace: world() });
    expect([department.code, department.err]).toEqual([2, expect.stringContaining('sales')]);
    const locale = await command('structure show large.yaml --format html --locale ru', { workspace: world() });
    expect([locale.code, locale.err]).toEqual([2, expect.stringContaining('ru')]);
  });

  it('does not write over a file unless told to', async () => {
    const workspace = world({ 'chart.html': 'mine' });
    expect((await command('structure show --format html --out chart.html', { workspace })).code).toBe(1);
    expect((await command('structure show --format html --out chart.html --force', { workspace })).code).toBe(0);
  });

  it('has the colour, name, logo and footer of the organisation', async () => {
    const organisation = `schema: 2\nname: Daisy Ltd\njurisdiction: gb\nlanguages: [en]\nstructure: structure.yaml\nbrand: { accent: "7A1F5C", footer: [Registered in England] }\n`;
    const { code, out } = await command('structure show --organisation daisy.yaml --format html', {
      workspace: world({ 'daisy.yaml': organisation }),
    });
    expect(code).toBe(0);
    expect(out).toContain('--accent:#7A1F5C');
    expect(out).toMatch(/<h1 class="title">.*Daisy Ltd/u);
    expect(out).toContain('Registered in England');
  });
});
