/** What the organisation puts around the text: its letterhead, its footer and a code that programs read. */
import { Buffer } from 'node:buffer';
import type { Code, Document, Inline } from '../../document/document.js';
import type { Theme } from '../../theme/theme.js';
import type { Context } from './context.js';
import { inlines } from './inline.js';
import { element, lines } from './markup.js';
import type { Markup } from './markup.js';
import { figure } from './prose.js';

export function letterhead({ letterhead: head }: Document, context: Context): Markup | null {
  if (!head || (!head.logo && head.lines.length === 0)) return null;
  return element('header', { class: 'letterhead' }, lines([...(head.logo ? [figure(head.logo)] : []), ...paragraphs(head.lines, context)]));
}

/** On screen at the end of the page, and there once; `print.ts` puts it where paper has it. */
export function footer({ footer: foot = [], code }: Document, { qr }: Theme, context: Context): Markup | null {
  const shown = code && qr ? [element('p', {}, element('img', { class: 'code', src: picture(code, qr.size), alt: code.alt }))] : [];
  return foot.length === 0 && shown.length === 0 ? null : element('footer', {}, lines([...paragraphs(foot, context), ...shown]));
}

const paragraphs = (content: readonly (readonly Inline[])[], context: Context): Markup[] =>
  content.map((line) => element('p', {}, inlines(line, context)));

/** The code as the address of a drawing with sides of `size` mm. */
export function picture({ squares }: Code, size: number): string {
  const dark = squares.flatMap((row, y) => row.flatMap((one, x) => (one ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const drawing = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${size}mm`,
      height: `${size}mm`,
      viewBox: `0 0 ${squares.length} ${squares.length}`,
      'shape-rendering': 'crispEdges',
    },
    element('path', { d: dark }),
  );
  return `data:image/svg+xml;base64,${Buffer.from(drawing.source).toString('base64')}`;
}
