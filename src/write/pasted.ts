/** Writes the tree as text to paste elsewhere: Markdown for sites that understand it, plain text for those that do not. */
import { chartInWords } from '../document/reading.js';
import type { Block, Cell, Document, Inline, Item } from '../document/document.js';

/** How one of the two languages says what the tree has. */
interface Tongue {
  /** Words so that no character of theirs is taken for markup. */
  words(text: string): string;
  strong(text: string): string;
  emphasis(text: string): string;
  heading(text: string, level: number): string;
  label(label: string, text: string): string;
  entry(label: string, text: string): string;
  table(header: readonly string[], rows: readonly (readonly string[])[]): string;
  readonly lineBreak: string;
  readonly blank: string;
  box(checked: boolean): string;
}

/** Markdown after CommonMark 0.31, with the tables of GitHub. Nothing in it but the headings, lists and tables of the tree is markup. */
export const writeMarkdown = (document: Document): string => write(document, markdown);

/** Lines of words; headings stand alone, entries keep their labels, a row of a table is one line. */
export const writeText = (document: Document): string => write(document, plain);

function write({ blocks }: Document, tongue: Tongue): string {
  return `${written(blocks, tongue, 2).join('\n\n')}\n`;
}

const markdown: Tongue = {
  // CommonMark 2.4: a backslash before any ASCII punctuation is that character itself. What begins a line of markup is so marked there only.
  words: (text) =>
    text
      .replace(/[\\`*_[\]<>|~]|&(?=#?\w+;)/g, String.raw`\$&`)
      .replace(/^(\s*)([#+\-=])/gm, String.raw`$1\$2`)
      .replace(/^(\s*\d+)([.)])/gm, String.raw`$1\$2`),
  strong: (text) => `**${text}**`,
  emphasis: (text) => `*${text}*`,
  heading: (text, level) => `${'#'.repeat(level)} ${text}`,
  label: (label, text) => `- **${label}:** ${text}`,
  entry: (_, text) => `- ${text.replaceAll('\n', '\n  ')}`,
  table: (header, rows) => [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.map(inOneLine).join(' | ')} |`).join('\n'),
  lineBreak: '\\\n',
  blank: String.raw`\_\_\_\_\_\_\_\_\_\_`,
  box: (checked) => (checked ? '☑ ' : '☐ '),
};

const plain: Tongue = {
  words: (text) => text,
  strong: (text) => text,
  emphasis: (text) => text,
  heading: (text) => text,
  label: (label, text) => `${label}: ${text}`,
  entry: (label, text) => `${label} ${text.replaceAll('\n', '\n  ')}`,
  table: (header, rows) => rows.map((cells) => cells.map((cell, at) => labelled(header[at] ?? '', inOneLine(cell))).join('; ')).join('\n'),
  lineBreak: '\n',
  blank: '__________',
  box: (checked) => (checked ? '[x] ' : '[ ] '),
};

const labelled = (label: string, text: string): string => (label === '' ? text : `${label}: ${text}`);
const inOneLine = (text: string): string => text.replace(/\\?\n+/g, ' ').trim();

/** One under the other; neighbouring entries and labels of one list stand without a line between them. */
const written = (blocks: readonly Block[], tongue: Tongue, level: number): string[] =>
  blocks.map((block) => inBlock(block, tongue, level)).filter((text) => text !== '');

function inBlock(block: Block, tongue: Tongue, level: number): string {
  const say = (content: readonly Inline[]): string => inlines(content, tongue);
  const below = (children: readonly Block[], at = level): string[] => written(children, tongue, at);
  switch (block.type) {
    case 'title':
      return tongue.heading(block.lines.map(say).join(' '), 1);
    case 'paragraph':
      return say(block.content);
    case 'section':
      return [tongue.heading(numbered(block.number, say(block.heading), tongue), level), ...below(block.children, level + 1)].join('\n\n');
    case 'clause':
      return [numbered(block.number, say(block.content), tongue), ...below(block.children)].join('\n\n');
    case 'list':
      return block.items.map((item) => entry(item, tongue, level)).join('\n');
    case 'table':
      return tongue.table(
        block.header.map((cell) => inCell(cell, tongue, level)),
        block.rows.map(({ cells }) => cells.map((cell) => inCell(cell, tongue, level))),
      );
    case 'facts':
      return block.rows.map(({ label, value }) => tongue.label(say(label), say(value))).join('\n');
    case 'stamps':
      return [block.left, block.right].flatMap((stamp) => (stamp ? [stamp.lines.map(say).join(tongue.lineBreak)] : [])).join('\n\n');
    case 'signature':
      return [
        say(block.lead),
        block.cells
          .map(({ content, caption }) => [say(content), caption ? tongue.words(caption) : ''].filter(Boolean).join(' '))
          .join('  '),
      ]
        .filter(Boolean)
        .join('\n\n');
    case 'figure':
      return '';
    case 'chart':
      return inBlock(chartInWords(block), tongue, level);
  }
}

const numbered = (number: string | null, text: string, tongue: Tongue): string =>
  number === null ? text : `${tongue.words(number)} ${text}`;

const entry = ({ label, content, children }: Item, tongue: Tongue, level: number): string =>
  tongue.entry(label, [inlines(content, tongue), ...written(children, tongue, level)].join('\n'));

const inCell = ({ children }: Cell, tongue: Tongue, level: number): string => written(children, tongue, level).join(' ');

/** Spaces that hold lines together on paper are plain ones here: many sites print them as they please. */
const pasted = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ').replaceAll('\u00AD', '');

function inlines(content: readonly Inline[], tongue: Tongue): string {
  return content
    .map((inline) => {
      switch (inline.type) {
        case 'text': {
          const words = tongue.words(pasted(inline.value));
          // Emphasis of Markdown must not begin or end with a space.
          const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
          if (core === '') return words;
          const emphatic = inline.emphasis ? tongue.emphasis(core) : core;
          return `${before}${inline.strong ? tongue.strong(emphatic) : emphatic}${after}`;
        }
        case 'field':
          return tongue.blank;
        case 'checkbox':
          return tongue.box(inline.checked);
        case 'break':
          return tongue.lineBreak;
      }
    })
    .join('')
    .trim();
}
