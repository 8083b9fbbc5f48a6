/**
 * A paper as it is shown on a screen, small ones first of all: a piece of a page, made of the tree of the paper. What has changed since an
 * earlier version is marked. It is made once and kept by its hash, so that what somebody was shown is no question later.
 */
import { plainText, redline } from 'rolewright';
import type { Block, Document, Inline, Revision } from 'rolewright';
import type { Phrases } from 'rolewright';

/** A heading of a paper, for a list of them. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly changed: boolean;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

/** The marks of what only one of two versions has, with a word for those who hear the page. */
interface Marks {
  readonly inserted: string;
  readonly deleted: string;
}

export interface ScreenPage {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** The piece of a page; with `before`, what has changed since then. `phrase` has the words of papers in the language of the paper. */
export function screenPage(paper: Document, before: Document | null, phrase: Phrases): ScreenPage {
  const merged = before === null ? paper : redline(before, paper, { author: '-', date: '2000-01-01' });
  const marks = { inserted: phrase('screen.inserted'), deleted: phrase('screen.deleted') };
  const headings: Heading[] = [];
  for (const block of merged.blocks)
    if (block.type === 'section' && block.revision !== 'deleted')
      headings.push({
        id: anchor(block.id),
        text: [block.number, plainText(block.heading)].filter(Boolean).join(' '),
        changed: before !== null && isChanged(block),
      });
  const words = merged.blocks.map((block) => blockOf(block, marks)).join('');
  return { html: `<div class="words" lang="${escaped(paper.language)}">${words}</div>`, headings };
}

const anchor = (id: string): string => `p-${id}`;

/** Whether anything in a block belongs to one version only. */
function isChanged(block: unknown): boolean {
  if (Array.isArray(block)) return block.some(isChanged);
  if (typeof block !== 'object' || block === null) return false;
  return 'revision' in block || 'formerNumber' in block ? true : Object.values(block).some(isChanged);
}

const wrapped = (html: string, revision: Revision | undefined, marks: Marks): string => {
  if (revision === undefined) return html;
  const tag = revision === 'inserted' ? 'ins' : 'del';
  return `<${tag}><span class="unseen">${escaped(marks[revision])} </span>${html}</${tag}>`;
};

function inline(content: readonly Inline[], marks: Marks): string {
  return content
    .map((one) => {
      switch (one.type) {
        case 'text': {
          const text = one.expansion ? `<abbr title="${escaped(one.expansion)}">${escaped(one.value)}</abbr>` : escaped(one.value);
          const strong = one.strong ? `<strong>${text}</strong>` : text;
          return wrapped(one.emphasis ? `<em>${strong}</em>` : strong, one.revision, marks);
        }
        case 'break':
          return '<br>';
        case 'field':
          return '<span class="blank">……</span>';
        case 'checkbox':
          return one.checked ? '☑' : '☐';
      }
    })
    .join('');
}

const blocks = (all: readonly Block[], marks: Marks): string => all.map((one) => blockOf(one, marks)).join('');

/** Bars in the margin tell where something differs. */
const changedClass = (block: unknown, name: string): string => ` class="${name}${isChanged(block) ? ' changed' : ''}"`;

function blockOf(block: Block, marks: Marks): string {
  const { revision } = block;
  const put = (content: readonly Inline[]): string => wrapped(inline(content, marks), revision, marks);
  switch (block.type) {
    case 'title':
      return `<p class="title">${block.lines.map((line) => put(line)).join('<br>')}</p>`;
    case 'paragraph':
      return `<p${changedClass(block, block.style)}>${put(block.content)}</p>`;
    case 'section': {
      const number = block.number === null ? '' : `${escaped(block.number)} `;
      const level = block.level + 2;
      const id = revision === 'deleted' ? '' : ` id="${escaped(anchor(block.id))}"`;
      return `<section><h${level}${id}>${number}${put(block.heading)}</h${level}>${blocks(block.children, marks)}</section>`;
    }
    case 'clause':
      return `<div${changedClass({ ...block, children: [] }, 'clause')}><p><span class="n">${escaped(block.number)}</span> ${put(block.content)}</p>${blocks(block.children, marks)}</div>`;
    case 'list':
      return `<ul>${block.items
        .map(
          (item) =>
            `<li${changedClass({ ...item, children: [] }, 'item')}><span class="n">${escaped(item.label)}</span> ${wrapped(inline(item.content, marks), item.revision ?? revision, marks)}${blocks(item.children, marks)}</li>`,
        )
        .join('')}</ul>`;
    case 'table':
      return `<div class="wide" tabindex="0" role="group" aria-label="${escaped(block.caption === null ? marks.inserted : plainText(block.caption))}"><table><thead><tr>${block.header
        .map(({ children }) => `<th scope="col">${cell(children, marks)}</th>`)
        .join('')}</tr></thead><tbody>${block.rows
        .map(
          (row) =>
            `<tr${changedClass(row, 'row')}>${row.cells.map(({ children }) => `<td>${wrapped(cell(children, marks), row.revision ?? revision, marks)}</td>`).join('')}</tr>`,
        )
        .join('')}</tbody></table></div>`;
    case 'facts':
      return `<dl>${block.rows
        .map(
          (row) =>
            `<div${changedClass(row, 'fact')}><dt>${inline(row.label, marks)}</dt><dd>${wrapped(inline(row.value, marks), row.revision ?? revision, marks)}</dd></div>`,
        )
        .join('')}</dl>`;
    case 'stamps':
      return [block.left, block.right]
        .map((stamp) => (stamp === null ? '' : `<p class="stamp">${stamp.lines.map((line) => put(line)).join('<br>')}</p>`))
        .join('');
    case 'signature':
      return `<p class="signature">${put(block.lead)}</p>`;
    default:
      return '';
  }
}

/** Words of a cell without the paragraphs around them, where there is one only. */
function cell(children: readonly Block[], marks: Marks): string {
  const [first] = children;
  return children.length === 1 && first?.type === 'paragraph'
    ? wrapped(inline(first.content, marks), first.revision, marks)
    : blocks(children, marks);
}

/** The page as it is kept: its headings stand before it, in a comment that no browser shows. */
export const keptPage = ({ html, headings }: ScreenPage): Uint8Array =>
  new TextEncoder().encode(
    `<!--${JSON.stringify(headings).replace(/[<>-]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}-->${html}`,
  );

export function readPage(bytes: Uint8Array): ScreenPage {
  const text = new TextDecoder().decode(bytes);
  const end = text.indexOf('-->');
  return { headings: JSON.parse(text.slice(4, end)) as readonly Heading[], html: text.slice(end + 3) };
}
