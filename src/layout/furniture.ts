/** What stands around the text: letterhead, footer, code and page numbers. */
import type { Code, Document, Figure, Inline } from '../document.js';
import type { TextStyle, Theme } from '../theme.js';
import { faceOf } from './atoms.js';
import { heightOf, newFlow } from './flow.js';
import type { Flow } from './flow.js';
import type { FontSet } from './fonts.js';
import { mm } from './page.js';
import type { Box, Page } from './page.js';
import { lineHeight, setParagraph, wordingOf } from './paragraph.js';
import type { Room } from './room.js';
import { element } from './structure.js';
import { letteringOf } from './styles.js';
import { stacked } from './table.js';

/** Where the text of a page may stand, pt from the top edge of the sheet. */
export interface Area {
  top: number;
  height: number;
}

export interface Furniture {
  /** Margins grow where the furniture needs more than they have. */
  first: Area;
  others: Area;
  /** The letterhead and the footer of the first page and of the others, with y on the sheet; nothing of them is heard. */
  head: Box[];
  foot: { first: Box[]; others: Box[] };
}

/** Less is not worth a page, however much stands around it, mm. */
const leastArea = 40;

/** Lays out what stands around the text of the whole document; `room` is as wide as the text. */
export function layFurniture({ letterhead, footer = [], code }: Document, room: Room): Furniture {
  const { theme } = room.setting;
  const { page, pageNumber, furniture, qr } = theme;
  const [sheet, distance, gap] = [mm(page.height), mm(pageNumber.distance), mm(furniture.gap)];
  const head = layLines(letterhead?.lines ?? [], theme.color.accent, { ...room, path: 'letterhead' }, letterhead?.logo ?? null);
  const below = distance + (pageNumber.place === 'top-center' ? 0 : lineHeight(faceOf(room, letteringOf(theme, pageNumber.size), false, false), pageNumber.size, 1));
  const layFooter = (own: Room): Flow => layLines(footer, theme.color.quiet, { ...own, path: 'footer' }, null);
  const usual = layFooter(room);
  const first = code && qr ? layFooter(besideCode(room, qr)) : usual;

  const top = mm(page.margin.top);
  const topOfFirst = Math.max(top, head.strips.length > 0 ? distance + heightOf(head) + gap : 0);
  const bottomOf = (flow: Flow): number => Math.max(mm(page.margin.bottom), flow.strips.length > 0 ? below + heightOf(flow) + gap : 0);
  const bottomOfFirst = Math.max(bottomOf(first), code && qr ? mm(qr.distance + qr.size) + gap : 0);
  const area = (from: number, bottom: number): Area => ({ top: from, height: Math.max(mm(leastArea), sheet - from - bottom) });
  const footAt = (flow: Flow): Box[] => stacked(flow, sheet - below - heightOf(flow));
  return {
    first: area(topOfFirst, bottomOfFirst), others: area(top, bottomOf(usual)),
    head: stacked(head, distance),
    foot: { first: footAt(first), others: footAt(usual) },
  };
}

/** Puts the furniture on finished pages, and the code, which is heard after all text, on the first. */
export function furnish(pages: readonly Page[], { head, foot }: Furniture, { code }: Document, room: Room): void {
  const { theme, fonts } = room.setting;
  pages.forEach(({ boxes }, index) => {
    if (index === 0) boxes.unshift(...head);
    boxes.push(...(index === 0 ? foot.first : foot.others));
    if (index === 0 && code) boxes.push(...codeBoxes(code, room));
  });
  numberPages(pages, theme, fonts);
}

/** Lines of the organisation, one under the other, below its logo; only the logo is part of what is heard. */
function layLines(lines: readonly Inline[][], color: string, room: Room, logo: Figure | null): Flow {
  const { theme, lay } = room.setting;
  const { size, align, spacing, gap } = theme.furniture;
  const flow = newFlow();
  if (logo) {
    lay([logo], { ...room, flow });
    flow.gap = mm(gap / 2);
  }
  const aside = element('Div', null);
  const style: TextStyle = { size, align, spacing, before: 0, after: 0 };
  for (const line of lines) {
    const strips = setParagraph(wordingOf(line, aside, style, room, { lettering: { ...letteringOf(theme, size), color }, divide: false }), { ...room, flow });
    for (const strip of strips) strip.boxes = strip.boxes.map((box) => ({ ...box, mark: 'pagination' }));
  }
  return flow;
}

/** The part of the room that the code leaves free; centred lines stay in the middle of the sheet. */
function besideCode(room: Room, { size, distance }: NonNullable<Theme['qr']>): Room {
  const { page, furniture } = room.setting.theme;
  const taken = Math.max(0, mm(distance + size + furniture.gap - page.margin.right));
  const centred = furniture.align === 'center';
  return { ...room, left: room.left + (centred ? taken : 0), width: Math.max(room.width / 4, room.width - (centred ? 2 : 1) * taken) };
}

function codeBoxes({ alt, squares }: Code, { setting: { theme }, parent }: Room): Box[] {
  const { page, qr, color } = theme;
  if (!qr) return [];
  const side = mm(qr.size);
  const mark = element('Figure', parent, { alt });
  return [{ type: 'code', mark, x: mm(page.width - qr.distance) - side, y: mm(page.height - qr.distance) - side, width: side, height: side, squares, color: color.text }];
}

/** Adds the numbers that the theme wants to pages, above or below the text. */
function numberPages(pages: readonly Page[], theme: Theme, fonts: FontSet): void {
  const { place, from, distance, total, size } = theme.pageNumber;
  const face = fonts.face(theme.font.body, 'regular');
  const { width: sheet, height, margin } = theme.page;
  const y = place === 'top-center' ? mm(distance) + face.ascent * size : mm(height - distance) - face.descent * size;
  pages.forEach((page, index) => {
    const number = index + 1;
    if (number < from) return;
    const text = total ? `${number} / ${pages.length}` : `${number}`;
    const width = face.measure(text).width * size;
    const x = place === 'bottom-right' ? mm(sheet - margin.right) - width : (mm(margin.left) + mm(sheet - margin.right) - width) / 2;
    page.boxes.push({ type: 'text', mark: 'pagination', x, y, text, face, size, color: theme.color.text, stretch: 0, width });
  });
}
