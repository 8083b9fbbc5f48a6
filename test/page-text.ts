/**
 * A document tree as lines of text, with all that a reader sees or hears of it, for reviews. It leans on nothing but the types
 * of the tree, so that no mistake of a writer hides one of the tree.
 *
 * A no-break space is `~`, a blank `[name: label]`, a box `[ ] label`; cells stand between bars, bold words between asterisks.
 */
import type { Block, Cell, Document, Inline, Item, Text } from '../src/document/document.js';

/** Of the page first what stands outside the text, then the text, then what a voice says in place of abbreviations. */
export function pageText(document: Document): string {
  const { letterhead, footer = [], identity, code, brand } = document;
  const outside = [
    `title: ${document.title}`,
    `subject: ${document.subject} · ${document.kind} · role ${document.role.id} ${document.role.version}`,
    `author: ${document.author}`,
    `looks: ${[document.layout, document.language, document.orientation, brand?.accent, brand?.font].filter(Boolean).join(' ')}`,
    `keywords: ${document.keywords.join(', ')}`,
    ...(letterhead?.logo ? [`logo: ${letterhead.logo.alt}`] : []),
    ...(letterhead?.lines ?? []).map((line) => `letterhead: ${inlineText(line)}`),
    ...footer.map((line) => `footer: ${inlineText(line)}`),
    ...(identity ? [`foot: ${[identity.title, ...identity.marks, identity.page.join('#')].join(' · ')}`] : []),
    ...(code ? [`code: ${code.text} (${code.alt})`] : []),
  ];
  const spoken = new Set([...expansions(document)]);
  return visible(
    [...outside, ...document.blocks.flatMap((block) => blockLines(block, '')), '', ...[...spoken].map((one) => `spoken: ${one}`)]
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd() + '\n',
  );
}

/** Spaces that look like others are not taken for them. */
function visible(text: string): string {
  if (text.includes('~')) throw new Error('a tilde stands for a no-break space here');
  return text.replace(/[\u00a0\u202f]/g, '~').replace(/[^\P{Cf}]|[\u2000-\u200f]/gu, (one) => `\\u${one.codePointAt(0)?.toString(16)}`);
}

function blockLines(block: Block, margin: string): string[] {
  const inner = `${margin}  `;
  const under = (blocks: readonly Block[]): string[] => blocks.flatMap((one) => blockLines(one, inner));
  switch (block.type) {
    case 'title':
      return ['', ...block.lines.map((line) => `${margin}= ${inlineText(line)} =`), ''];
    case 'paragraph':
      return [
        `${margin}${inlineText(block.content)}${block.style === 'body' && !block.align ? '' : ` {${[block.style, block.align].filter(Boolean).join(' ')}}`}`,
      ];
    case 'section':
      return [
        '',
        `${margin}${'#'.repeat(block.level)} ${numbered(block.number, block.heading)}${block.breakBefore ? ' {new page}' : ''}`,
        ...under(block.children),
      ];
    case 'clause':
      return [`${margin}${numbered(block.number, block.content)}`, ...under(block.children)];
    case 'list':
      return block.items.flatMap((item) => itemLines(item, margin));
    case 'table':
      return [
        ...(block.caption ? [`${margin}${block.captionHidden ? '(for the ear) ' : ''}${inlineText(block.caption)}`] : []),
        `${margin}‖ ${block.header.map(cellText).join(' ‖ ')} ‖`,
        ...block.rows.map((row) => `${margin}| ${row.cells.map(cellText).join(' | ')} |`),
      ];
    case 'facts':
      return block.rows.map(({ label, value }) => `${margin}${inlineText(label)} → ${inlineText(value)}`);
    case 'stamps':
      return [
        ...(block.left?.lines ?? []).map((line) => `${margin}(left stamp) ${inlineText(line)}`),
        ...(block.right?.lines ?? []).map((line) => `${margin}(right stamp) ${inlineText(line)}`),
      ];
    case 'signature':
      return [
        '',
        `${margin}✎ ${inlineText(block.lead)}`,
        `${inner}${block.cells.map(({ content, caption }) => `${inlineText(content)}${caption === null ? '' : ` ${caption}`}`).join(' | ')}`,
      ];
    case 'figure':
      return [`${margin}figure: ${block.alt} {${block.width} × ${block.height} mm}`];
    case 'chart':
      return [`${margin}chart: ${block.alt} {${block.width} × ${block.height} mm}`];
  }
}

const numbered = (number: string | null, content: readonly Inline[]): string =>
  [number, inlineText(content)].filter((part) => part !== null).join(' ');

const itemLines = ({ label, content, children }: Item, margin: string): string[] => [
  `${margin}${label} ${inlineText(content)}`,
  ...children.flatMap((block) => blockLines(block, `${margin}  `)),
];

const cellText = ({ children }: Cell): string =>
  children
    .flatMap((block) => blockLines(block, ''))
    .join(' / ')
    .trim();

const inlineText = (content: readonly Inline[]): string =>
  content
    .map((one, at) => {
      switch (one.type) {
        case 'text':
          return marked(one, content[at - 1], content[at + 1]);
        case 'break':
          return ' ⏎ ';
        case 'field':
          return `[${one.name}: ${one.label}${one.pattern === undefined ? '' : ` «${one.pattern}»`}]`;
        case 'checkbox':
          return `[${one.checked ? 'x' : ' '}] <${one.name}: ${one.label}>`;
      }
    })
    .join('');

/** Runs that only a voice tells apart stand between the same pair of marks. */
function marked(run: Text, before: Inline | undefined, after: Inline | undefined): string {
  const mark = markOf(run);
  return `${before?.type === 'text' && markOf(before) === mark ? '' : mark}${run.value}${after?.type === 'text' && markOf(after) === mark ? '' : mark}`;
}

const markOf = ({ strong, emphasis }: Text): string => (strong ? '*' : '') + (emphasis ? '_' : '');

/** In the order of the tree, whatever holds them. */
function* expansions(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  if ('expansion' in value && 'value' in value) yield `${String(value.value)} → ${String(value.expansion)}`;
  for (const part of Object.values(value)) yield* expansions(part);
}

/**
 * Letters, digits and brackets of the text in reading order, numbers and labels included, without what is only for the ear and
 * without the blanks: what every format shows, however it breaks lines.
 */
export const shownLetters = (blocks: readonly Block[]): string => blocks.map(lettersOf).join('');

export const letters = (text: string): string => text.replace(/[^\p{L}\p{N}()]/gu, '');

function lettersOf(block: Block): string {
  const line = (content: readonly Inline[]): string => letters(content.map((one) => (one.type === 'text' ? one.value : '')).join(''));
  switch (block.type) {
    case 'title':
      return block.lines.map(line).join('');
    case 'paragraph':
      return line(block.content);
    case 'section':
      return letters(block.number ?? '') + line(block.heading) + shownLetters(block.children);
    case 'clause':
      return letters(block.number) + line(block.content) + shownLetters(block.children);
    case 'list':
      return block.items.map(({ label, content, children }) => letters(label) + line(content) + shownLetters(children)).join('');
    case 'table': {
      const cells = [...block.header, ...block.rows.flatMap((row) => row.cells)];
      return (block.captionHidden ? '' : line(block.caption ?? [])) + cells.map(({ children }) => shownLetters(children)).join('');
    }
    case 'facts':
      return block.rows.map(({ label, value }) => line(label) + line(value)).join('');
    case 'stamps':
      return [block.left, block.right]
        .flatMap((stamp) => stamp?.lines ?? [])
        .map(line)
        .join('');
    case 'signature':
      return line(block.lead) + block.cells.map(({ content }) => line(content)).join('');
    case 'figure':
    case 'chart':
      return '';
  }
}
