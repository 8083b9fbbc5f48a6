/** Places where a paper says nothing: headings over nothing, empty entries, sentences that break off. */
import type { Block, Inline } from '../src/document/document.js';

/** A blank to fill in says something; a break is a space. */
const said = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.value;
        case 'break':
          return '\n';
        case 'field':
        case 'checkbox':
          return '□';
      }
    })
    .join('');

/** Words that need another behind them, where a full stop stands. */
const unfinished =
  /(?:^|\s)(?:with|of|for|in|to|and|or|by|from|the|a|an|at|met|van|voor|door|aan|en|of|na|de|het|een|te|op|в|во|на|с|со|из|от|для|по|и|или|к|о|об|имеющее|после|при)[.;]$/iu;

const signs: readonly (readonly [string, RegExp])[] = [
  ['two spaces', /[ \u00a0]{2}/u],
  ['a space before a sign', /[ \u00a0][,;.!?)»”](?!\.)/u],
  ['empty brackets', /\(\s*\)|«\s*»|“\s*”|\[\s*\]/u],
  ['signs without words between', /[,;:]\s*[,;.]|(?<!\p{L}{1,3})\.\s*[,;]|\(\s*[,;]|[^.]\.\.(?!\.)/u],
  ['a sign at the start', /^[,;:.)]/u],
  ['what a program says of nothing', /\b(?:undefined|null|NaN|none)\b|[{}]/u],
];

function holesInWords(words: string): string[] {
  return words
    .split('\n')
    .flatMap((line) => [
      ...signs.filter(([, sign]) => sign.test(line)).map(([what]) => what),
      ...(unfinished.test(line.trim()) ? ['a sentence without its end'] : []),
    ]);
}

/** Everything wrong in the blocks, as “what: where it stands”. */
export function holesIn(blocks: readonly Block[]): string[] {
  const holes: string[] = [];
  const tell = (what: string, where: string): void => void holes.push(`${what}: ${where}`);
  const words = (content: readonly Inline[], what: string, follows: boolean): void => {
    const text = said(content);
    if (text.trim() === '' && !follows) tell(`empty ${what}`, '');
    if (/[:,;]$/u.test(text.trim()) && what === 'paragraph' && !follows) tell('nothing after the sign', text);
    if (/:$/u.test(text.trim()) && what !== 'paragraph' && what !== 'lead' && what !== 'line' && !follows)
      tell('nothing after the colon', text);
    for (const found of holesInWords(text)) tell(found, text);
  };
  const visit = (list: readonly Block[]): void => {
    for (const [at, block] of list.entries()) {
      switch (block.type) {
        case 'title':
          for (const line of block.lines) words(line, 'line', false);
          break;
        case 'paragraph':
          words(block.content, 'paragraph', at + 1 < list.length);
          break;
        case 'section':
          words(block.heading, 'heading', true);
          if (block.children.length === 0) tell('a heading over nothing', said(block.heading));
          visit(block.children);
          break;
        case 'clause':
          words(block.content, 'clause', block.children.length > 0);
          visit(block.children);
          break;
        case 'list':
          if (block.items.length === 0) tell('a list without entries', '');
          for (const { content, children } of block.items) {
            words(content, 'entry', children.length > 0);
            visit(children);
          }
          break;
        case 'table':
          if (block.rows.length === 0) tell('a table without rows', block.id);
          // A cell may be empty, as that of a total is.
          for (const { children } of [...block.header, ...block.rows.flatMap(({ cells }) => cells)])
            visit(children.filter((one) => one.type === 'list' || said(one.content).trim() !== ''));
          break;
        case 'facts':
          if (block.rows.length === 0) tell('no facts', '');
          for (const { label, value } of block.rows) {
            words(label, 'label', true);
            words(value, 'fact', false);
          }
          break;
        case 'stamps':
          for (const stamp of [block.left, block.right]) for (const line of stamp?.lines ?? []) words(line, 'line', false);
          break;
        case 'signature':
          words(block.lead, 'lead', false);
          // The place to sign is empty.
          for (const { content } of block.cells) if (said(content).trim() !== '') words(content, 'lead', false);
          break;
        case 'figure':
        case 'chart':
          break;
      }
    }
  };
  visit(blocks);
  return holes;
}
