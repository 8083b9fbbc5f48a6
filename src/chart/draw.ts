/** A sheet as the drawing that writers take. */
import type { Chart, ChartBox, ChartLink } from '../document/document.js';
import type { Bands } from './bands.js';
import type { Branch } from './branches.js';
import type { Card, Cards } from './cards.js';
import type { Cell, Sheet } from './sheets.js';
import type { Speech } from './speech.js';

export interface Pens {
  readonly cards: Cards;
  readonly speech: Speech;
  readonly bands: Bands;
  /** The sheet that is about a branch; null where there is none. */
  sheetOf(branch: Branch): number | null;
  /** Whether a position leads a department. */
  isHead(branch: Branch): boolean;
}

export const chartId = (sheet: number): string => `sheet-${sheet}`;

/** Charts are as wide as the sheet, so that all of them are shown in one scale. */
export function drawn(sheet: Sheet, width: number, box: number, pens: Pens): Chart {
  const { arrangement, number } = sheet;
  return {
    type: 'chart',
    id: chartId(number),
    width,
    height: arrangement.height,
    alt: altOf(sheet, pens.speech),
    boxes: arrangement.boxes.map(({ shown, x, y }, at) => boxOf(shown, { x, y, width: box, id: `${number}.${at + 1}` }, sheet, pens)),
    lines: arrangement.lines,
  };
}

function altOf({ number, about, arrangement }: Sheet, { phrase, title }: Speech): string {
  const shown = arrangement.boxes.filter(({ shown: { manner } }) => manner === 'whole' || manner === 'leading').length;
  return phrase('chart.alt', {
    sheet: number,
    ...(about ? { hasTop: 'yes', top: title(about.place.position) } : { hasTop: 'no', top: '' }),
    count: shown,
  });
}

function boxOf(cell: Cell, place: Pick<ChartBox, 'id' | 'x' | 'y' | 'width'>, sheet: Sheet, pens: Pens): ChartBox {
  const { card, leadsTo } = contentOf(cell, sheet, pens);
  const { branch, manner } = cell;
  const own = manner === 'whole' || manner === 'leading' || manner === 'about';
  return {
    ...place,
    height: cell.height,
    look: !own ? 'away' : manner === 'about' ? 'top' : branch && pens.isHead(branch) ? 'head' : 'plain',
    vacant: card.vacant,
    band: own && branch ? pens.bands(branch.place) : null,
    texts: card.texts.map((text) => ({ ...text, x: place.x + text.x, y: place.y + text.y })),
    leadsTo,
  };
}

/** What stands in a box, now that all sheets have their numbers. */
function contentOf(
  { branch, manner }: Cell,
  { from, continues, continuedBy }: Sheet,
  { cards, speech, sheetOf }: Pens,
): { card: Card; leadsTo: ChartLink | null } {
  const { phrase, title } = speech;
  const link = (sheet: number | null, label: string): ChartLink | null =>
    sheet === null ? null : { chart: chartId(sheet), label: phrase('chart.link', { label, sheet }) };
  if (branch === null) {
    const next = continuedBy ?? 0;
    return { card: cards.goesOn(next), leadsTo: { chart: chartId(next), label: phrase('chart.goes-on', { sheet: next }) } };
  }
  const label = title(branch.place.position);
  switch (manner) {
    case 'superior':
      return { card: cards.superior(branch, from), leadsTo: link(from, branch.superior ? title(branch.superior.position) : label) };
    case 'continued':
      return { card: cards.continued(branch, continues ?? 0), leadsTo: link(continues, label) };
    case 'leading': {
      const sheet = sheetOf(branch);
      return { card: cards.position(branch, manner, sheet ?? 0), leadsTo: link(sheet, label) };
    }
    case 'about':
    case 'whole':
    case 'goes-on':
      return { card: cards.position(branch, manner === 'about' ? 'about' : 'whole', 0), leadsTo: null };
  }
}
