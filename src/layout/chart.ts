/** A chart: one drawing, the words in its boxes, and the places that lead to other charts. */
import { chartBand } from '../document/document.js';
import type { Chart, ChartBox, ChartText } from '../document/document.js';
import { contrast, readable } from '../theme/contrast.js';
import type { Theme } from '../theme/theme.js';
import { add } from './flow.js';
import type { Face, FontSet } from './fonts.js';
import { mm } from './page.js';
import type { Box, Shape, Stroke, TextBox } from './page.js';
import { reportMissing } from './room.js';
import type { Room } from './room.js';
import { element } from './structure.js';
import type { Element } from './structure.js';
import { onOneLine } from './words.js';

/** pt */
const [lineThickness, faintEdge, edgeThickness, strongEdge] = [0.6, 0.25, 0.5, 1];

/** Above a chart, pt. */
export const chartGap = 6;

const white = 'FFFFFF';

/** The face of the texts of charts: small letters are easier to read without serifs, whatever the paper is set in. */
export const chartFace = (fonts: FontSet, { strong, emphasis }: Pick<ChartText, 'strong' | 'emphasis'>): Face =>
  fonts.face('sans', strong ? (emphasis ? 'bold-italic' : 'bold') : emphasis ? 'italic' : 'regular');

/** The chart stands in the middle of the sheet and is never made smaller: it was drawn for it. */
export function layChart(chart: Chart, room: Room): void {
  const { theme, fonts } = room.setting;
  const x = room.left + Math.max(0, room.width - mm(chart.width)) / 2;
  const figure = element('Figure', room.parent, { alt: chart.alt });
  const links = chart.boxes.some(({ leadsTo }) => leadsTo !== null) ? element('P', room.parent) : null;
  const boxes: Box[] = [
    {
      type: 'drawing',
      mark: figure,
      x,
      y: 0,
      width: mm(chart.width),
      height: mm(chart.height),
      name: chart.id,
      shapes: [...chart.lines.map((points): Shape => lineShape(points, theme)), ...chart.boxes.flatMap((box) => boxShapes(box, theme))],
    },
  ];
  const leading: Box[] = [];
  for (const box of chart.boxes) {
    const link = links && box.leadsTo && element('Link', links, { alt: box.leadsTo.label });
    for (const text of box.texts) {
      const own = link && text.tone === 'link';
      (own ? leading : boxes).push(textBox(text, box, x, own ? link : figure, room, fonts));
    }
    if (link && box.leadsTo)
      leading.push({
        type: 'link',
        mark: link,
        x: x + mm(box.x),
        y: mm(box.y),
        width: mm(box.width),
        height: mm(box.height),
        to: box.leadsTo.chart,
        label: box.leadsTo.label,
      });
  }
  add(room.flow, mm(chart.height), [...boxes, ...leading], chartGap);
  room.flow.gap = theme.text.after;
}

const inPoints = (points: readonly (readonly [number, number])[]): [number, number][] => points.map(([x, y]) => [mm(x), mm(y)]);

const lineShape = (points: readonly (readonly [number, number])[], { color }: Theme): Shape => ({
  type: 'line',
  points: inPoints(points),
  stroke: { color: color.quiet, thickness: lineThickness, broken: false },
});

function boxShapes({ look, vacant, band: bandColor, ...place }: ChartBox, { color }: Theme): Shape[] {
  const frame = { type: 'rectangle', x: mm(place.x), y: mm(place.y), width: mm(place.width), height: mm(place.height) } as const;
  const edge: Stroke = {
    color: look === 'top' || look === 'head' ? color.accent : color.quiet,
    thickness: look === 'head' ? strongEdge : look === 'away' ? faintEdge : edgeThickness,
    broken: vacant,
  };
  const fill = look === 'top' ? color.accent : look === 'head' ? color.shade : white;
  return [
    { ...frame, fill, edge: null },
    ...(bandColor === null ? [] : [{ ...frame, width: mm(chartBand), fill: bandColor, edge: null }]),
    { ...frame, fill: null, edge },
  ];
}

function textBox(text: ChartText, box: ChartBox, left: number, mark: Element, room: Room, fonts: FontSet): TextBox {
  const face = chartFace(fonts, text);
  const value = onOneLine(text.value, face);
  const { width, missing } = face.measure(value);
  if (missing.length > 0) reportMissing(room, missing, text.value);
  return {
    type: 'text',
    mark,
    x: left + mm(text.x),
    y: mm(text.y),
    // Lines are parted by a space for those who hear or copy them.
    text: `${value} `,
    face,
    size: text.size,
    color: inkOf(text, box, room.setting.theme),
    stretch: 0,
    width: width * text.size,
  };
}

function inkOf({ tone }: ChartText, { look }: ChartBox, { color }: Theme): string {
  if (look === 'top') return contrast(white, color.accent) >= readable ? white : '000000';
  return tone === 'text' ? color.text : tone === 'quiet' ? color.quiet : color.accent;
}
