/** Writes the tree as one self-contained page for the screen, which prints as clean paper too. */
import { contents } from '../document/reading.js';
import type { Block, Clause, Document, Title } from '../document/document.js';
import type { Theme } from '../theme/theme.js';
import { chart } from './html/chart.js';
import type { Context } from './html/context.js';
import { openNames } from './html/context.js';
import { footer, letterhead } from './html/furniture.js';
import { guide } from './html/guide.js';
import { element, embedded, lines } from './html/markup.js';
import type { Markup } from './html/markup.js';
import { openMeasures } from './html/measures.js';
import { memoryKey } from './html/memory.js';
import { policy } from './html/policy.js';
import { clauses, figure, items, paragraph, section, title } from './html/prose.js';
import { script } from './html/script.js';
import { signature, stamps } from './html/signing.js';
import { styleSheet } from './html/style.js';
import { facts, table } from './html/tables.js';

const writers: { [K in Block['type']]: (block: Extract<Block, { type: K }>, context: Context) => Markup | null } = {
  title,
  paragraph,
  section,
  clause: (clause, context) => clauses([clause], context),
  list: items,
  table,
  facts,
  stamps,
  signature,
  figure,
  chart,
};

/** One under the other; neighbouring clauses become one list. */
function write(blocks: readonly Block[], context: Context): Markup[] {
  const written: (Markup | null)[] = [];
  let run: Clause[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.type === 'clause') {
      run.push(block);
      if (blocks[at + 1]?.type === 'clause') continue;
      written.push(clauses(run, context));
      run = [];
    } else written.push((writers[block.type] as (block: Block, context: Context) => Markup | null)(block, context));
  }
  return written.filter((one) => one !== null);
}

/**
 * The document as the text of an HTML file that needs nothing but itself. The same document gives the same text,
 * whenever and wherever. Throws a Refusal with `unprintable-character` for text that no page can hold.
 */
export function writeHtml(document: Document, theme: Theme): string {
  const measures = openMeasures();
  const names = openNames();
  const heading = document.blocks.find((block): block is Title => block.type === 'title') ?? null;
  const name = document.title || document.role.id;
  const context: Context = {
    heading,
    measures,
    table: {
      width: points(theme.page.width - theme.page.margin.left - theme.page.margin.right),
      padding: points(theme.table.padding),
      size: theme.table.size,
      family: theme.font.body,
    },
    write,
    language: document.language,
    level: 2,
    labelled: false,
    folded: document.guide?.facts ?? null,
    // HTML allows all characters in an id but spaces.
    anchor: (id) => (id === null || id === '' ? null : names(id.replaceAll(' ', '-'))),
    control: openNames(),
  };
  const top = letterhead(document, context);
  const body = write(document.blocks, context);
  const bottom = footer(document, theme, context);
  const controls = [...contents(document.blocks)]
    .flat()
    .filter((inline) => inline.type === 'checkbox' || (inline.type === 'field' && inline.kind !== 'signature'));
  const boxes = controls.filter(({ type }) => type === 'checkbox').length;

  const style = styleSheet(document, theme, measures.rules());
  const remember = controls.length > 0 ? script : null;
  const meta = (key: string, content: string): Markup[] => (content === '' ? [] : [element('meta', { name: key, content })]);
  const head = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy(style, remember) }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, name),
    ...meta('author', document.author),
    ...meta('description', document.subject),
    ...meta('keywords', document.keywords.join(', ')),
    // Without it, some browsers ask the server for an icon.
    element('link', { rel: 'icon', href: 'data:,' }),
    embedded('style', style),
  ];
  const first = guide(document);
  const counted = boxes > 0 ? [progress(boxes, name, first === null)] : [];
  const main = element(
    'main',
    { 'data-memory': remember && memoryKey(document) },
    lines([
      ...(first ? [] : counted),
      // A page without a heading is hard to find one's way in.
      ...(heading ? [] : [element('h1', { class: 'unseen' }, name)]),
      ...body,
    ]),
  );
  const sheet = element(
    'div',
    { class: 'sheet' },
    lines([...(first ? [first, ...counted] : []), top, main, bottom].filter((one) => one !== null)),
  );
  const page = element(
    'html',
    { lang: document.language },
    element('head', {}, lines(head)),
    element('body', {}, lines([sheet, ...(remember ? [embedded('script', remember)] : [])])),
  );
  return `<!DOCTYPE html>\n${page.source}\n`;
}

const points = (mm: number): number => (mm * 72) / 25.4;

/** How many boxes are ticked; the script counts, so without it nothing is shown. Outside the main part it is a landmark of its own. */
const progress = (boxes: number, name: string, inMain: boolean): Markup =>
  element(
    'div',
    { class: 'progress', ...(inMain ? {} : { role: 'region', 'aria-label': name }), hidden: true },
    element('progress', { value: 0, max: boxes, 'aria-label': name }),
    element('output', {}, `0 / ${boxes}`),
  );
