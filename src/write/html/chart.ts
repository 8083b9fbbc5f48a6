/**
 * A chart as a drawing in the page. Its words are real text for eyes, searches and copies; for the ear they would be
 * scraps, so that hears the sentence about it and the links, and the same in words further on.
 */
import { chartBand } from '../../document/document.js';
import type { Chart, ChartBox, ChartText } from '../../document/document.js';
import type { Context } from './context.js';
import { classes, element, lines } from './markup.js';
import type { Child, Markup } from './markup.js';

/** Millimetres in a point. */
const point = 25.4 / 72;

/** So much of the line around a box at the edge of the drawing lies outside, mm. */
const edge = 0.25;

const rounded = (length: number): number => Math.round(length * 100) / 100;

/** On a screen that is too narrow the drawing is moved, by keyboard too, and not made illegible. */
export function chart({ id, width, height, alt, boxes, lines: ways }: Chart, context: Context): Markup {
  const drawing = element(
    'svg',
    { viewBox: [-edge, -edge, rounded(width + 2 * edge), rounded(height + 2 * edge)].join(' '), role: 'presentation' },
    lines([element('path', { class: 'ways', d: ways.map(path).join('') }), ...boxes.map(box)]),
  );
  return element('div', { class: 'chart', id: context.anchor(id), role: 'group', 'aria-label': alt, tabindex: 0 }, drawing);
}

const path = (points: Chart['lines'][number]): string =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${rounded(x)} ${rounded(y)}`).join('');

function box({ x, y, width, height, look, vacant, band: color, texts, leadsTo }: ChartBox): Markup {
  const frame = { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
  const drawn: Child[] = [
    element('rect', { ...frame, class: 'frame' }),
    color === null ? null : element('rect', { ...frame, width: chartBand, fill: `#${color}` }),
    texts.map(line),
  ];
  // A link is heard by the words in it.
  const group = element('g', { class: classes('post', look, vacant && 'vacant'), 'aria-hidden': leadsTo ? null : 'true' }, ...drawn);
  return leadsTo ? element('a', { href: `#${leadsTo.chart}` }, group) : group;
}

/** Names of their own: what is said of other things of these names is not meant for letters of a drawing. */
const tones = { quiet: 'pale', link: 'leads' } as const;

const line = ({ x, y, value, size, strong, emphasis, tone }: ChartText): Markup =>
  element(
    'text',
    {
      x: rounded(x),
      y: rounded(y),
      'font-size': rounded(size * point),
      class: classes(tone !== 'text' && tones[tone], strong && 'strong', emphasis && 'emphasis'),
    },
    `${value} `,
  );

/** The rules of charts, for pages that have any. A chart is as wide as its sheet, so the page is wider than that of a text. */
export const chartRules = (sans: string): string => `
.sheet{max-width:84rem}
.chart{margin:0 0 1rem;overflow-x:auto}
.chart svg{display:block;width:100%;min-width:60rem;height:auto;font-family:${sans}}
.chart text{fill:var(--text);white-space:pre}
.chart .pale{fill:var(--quiet)}
.chart .leads{fill:var(--accent)}
.chart .strong{font-weight:700}
.chart .emphasis{font-style:italic}
.chart .ways{fill:none;stroke:var(--quiet);stroke-width:.21}
.chart .frame{fill:var(--paper);stroke:var(--quiet);stroke-width:.18}
.chart .head>.frame{fill:var(--shade);stroke:var(--accent);stroke-width:.35}
.chart .top>.frame{fill:var(--accent);stroke:var(--accent)}
.chart .top text{fill:var(--paper)}
.chart .away>.frame{stroke-width:.09}
.chart .vacant>.frame{stroke-dasharray:.7 .5}
.chart a:hover .frame{stroke-width:.5}
.chart a:focus-visible{outline:none}
.chart a:focus-visible .frame{stroke:var(--accent);stroke-width:.8}
@media print{.chart{overflow:visible;break-inside:avoid}.chart svg{min-width:0}.chart .frame,.chart rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;
