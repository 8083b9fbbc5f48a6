/** What stands around the text: letterhead, footer, code and page numbers. */
import type { Code, Document, Figure, Identity, Inline } from '../document/document.js';
import { footGap, identityLine, joinedIdentity, pageWords } from '../document/identity.js';
import type { TextStyle, Theme } from '../theme/theme.js';
import { faceOf } from './atoms.js';
import { heightOf, newFlow } from './flow.js';
import type { Flow } from './flow.js';
import { mm } from './page.js';
import type { LayoutMemory } from './memory.js';
import type { Box, Page, TextBox } from './page.js';
import { spreadOut } from './pages.js';
import type { Area, Spread } from './pages.js';
import { lineHeight, setParagraph, wordingOf } from './paragraph.js';
import { reportMissing } from './room.js';
import type { Room, Setting } from './room.js';
import { element } from './structure.js';
import { letteringOf } from './styles.js';
import { stacked } from './table.js';
import { onOneLine } from './words.js';

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
export function layFurniture({ letterhead, footer = [], code, identity }: Document, room: Room): Furniture {
  const { theme } = room.setting;
  const { page, pageNumber, furniture, qr } = theme;
  const lineOf = (size: number): number => lineHeight(faceOf(room, letteringOf(theme, size), false, false), size, 1);
  const [sheet, distance, gap] = [mm(page.height), mm(pageNumber.distance), mm(furniture.gap)];
  const head = layLines(letterhead?.lines ?? [], theme.color.accent, { ...room, path: 'letterhead' }, letterhead?.logo ?? null);
  const below = distance + (pageNumber.place === 'top-center' ? (identity ? lineOf(furniture.size) : 0) : lineOf(pageNumber.size));
  const layFooter = (own: Room): Flow => layLines(footer, theme.color.quiet, { ...own, path: 'footer' }, null);
  const usual = layFooter(room);
  const first = code && qr ? layFooter(besideCode(room, qr)) : usual;

  const top = mm(page.margin.top);
  const topOfFirst = Math.max(top, head.strips.length > 0 ? distance + heightOf(head) + gap : 0);
  const bottomOf = (flow: Flow): number =>
    Math.max(mm(page.margin.bottom), flow.strips.length > 0 || identity ? below + heightOf(flow) + gap : 0);
  const bottomOfFirst = Math.max(bottomOf(first), code && qr ? mm(qr.distance + qr.size) + gap : 0);
  const area = (from: number, bottom: number): Area => ({ top: from, height: Math.max(mm(leastArea), sheet - from - bottom) });
  const footAt = (flow: Flow): Box[] => stacked(flow, sheet - below - heightOf(flow));
  return {
    first: area(topOfFirst, bottomOfFirst),
    others: area(top, bottomOf(usual)),
    head: stacked(head, distance),
    foot: { first: footAt(first), others: footAt(usual) },
  };
}

/**
 * The pages with all that stands on them: the furniture, identity and number, and on the first the code, which is heard
 * after all text. A page that earlier documents had as well is the very same object.
 */
export function furnished(
  spreads: readonly Spread[],
  { head, foot }: Furniture,
  { code, identity }: Document,
  room: Room,
  memory: LayoutMemory,
): Page[] {
  const identify = identity && identifier(identity, Boolean(code), spreads.length, room);
  return spreads.map((spread, index) => {
    const atTop = room.setting.theme.pageNumber.place === 'top-center';
    const number = [...(identify && !atTop ? [] : numberOf(index, spreads.length, room.setting)), ...(identify ? identify(index) : [])];
    const first = index === 0;
    const [above, below] = [first ? head : [], first ? foot.first : foot.others];
    const page = (): Page => ({
      boxes: [...above, ...spreadOut(spread), ...below, ...(first && code ? codeBoxes(code, room) : []), ...number],
      name: null,
    });
    // The furniture and the code are this document's own.
    return above.length + below.length > 0 || (first && code)
      ? page()
      : memory.page(page, spread, room.setting, number.map(({ text }) => text).join('\n'));
  });
}

/** Lines of the organisation, one under the other, below its logo; only the logo is part of what is heard. */
function layLines(lines: readonly (readonly Inline[])[], color: string, room: Room, logo: Figure | null): Flow {
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
    const strips = setParagraph(wordingOf(line, aside, style, room, { lettering: { ...letteringOf(theme, size), color }, divide: false }), {
      ...room,
      flow,
    });
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
  return [
    {
      type: 'code',
      mark,
      x: mm(page.width - qr.distance) - side,
      y: mm(page.height - qr.distance) - side,
      width: side,
      height: side,
      squares,
      color: color.text,
    },
  ];
}

/** The number that the theme wants on a page, above or below the text. */
function numberOf(index: number, pages: number, { theme, fonts }: Setting): TextBox[] {
  const { place, from, distance, total, size } = theme.pageNumber;
  const number = index + 1;
  if (number < from) return [];
  const face = fonts.face(theme.font.body, 'regular');
  const { width: sheet, height, margin } = theme.page;
  const y = place === 'top-center' ? mm(distance) + face.ascent * size : mm(height - distance) - face.descent * size;
  const text = total ? `${number} / ${pages}` : `${number}`;
  const width = face.measure(text).width * size;
  const x = place === 'bottom-right' ? mm(sheet - margin.right) - width : (mm(margin.left) + mm(sheet - margin.right) - width) / 2;
  return [{ type: 'text', mark: 'pagination', x, y, text, face, size, color: theme.color.text, stretch: 0, width }];
}

/**
 * The line that identifies each page, at its foot. Where the profile has the page number at the right edge, the page
 * stands there in words and the rest at the left; else all of it is one line, placed as the organisation's own lines are.
 */
function identifier(identity: Identity, coded: boolean, pages: number, room: Room): (index: number) => TextBox[] {
  const { theme, fonts } = room.setting;
  const { place, distance } = theme.pageNumber;
  const split = place === 'bottom-right';
  const size = place === 'top-center' ? theme.furniture.size : theme.pageNumber.size;
  const face = fonts.face(theme.font.body, 'regular');
  const y = mm(theme.page.height - distance) - face.descent * size;
  const widthOf = (text: string): number => face.measure(text).width * size;
  const printable = (words: string): string => onOneLine(words, face);
  const [before, between, after] = identity.page;
  const shown: Identity = {
    title: printable(identity.title),
    marks: identity.marks.map(printable),
    page: [printable(before), printable(between), printable(after)],
  };
  const longestPage = pageWords(shown, `${pages}`, `${pages}`);
  const lineIn = ({ width }: Room): string =>
    identityLine(shown, (line) =>
      split ? widthOf(line) + mm(footGap) + widthOf(longestPage) <= width : widthOf(joinedIdentity(line, longestPage)) <= width,
    );
  const others = { room, line: lineIn(room) };
  const beside = coded && theme.qr ? besideCode(room, theme.qr) : room;
  const first = beside === room ? others : { room: beside, line: lineIn(beside) };
  for (const text of [others.line, ...shown.page]) {
    const { missing } = face.measure(text);
    if (missing.length > 0) reportMissing(room, missing, text);
  }
  const box = (text: string, align: 'left' | 'center' | 'right', { left, width: whole }: Room): TextBox => {
    const width = widthOf(text);
    const x = left + (align === 'left' ? 0 : align === 'center' ? (whole - width) / 2 : whole - width);
    return { type: 'text', mark: 'pagination', x, y, text, face, size, color: theme.color.quiet, stretch: 0, width };
  };
  return (index) => {
    const { line, room: own } = index === 0 ? first : others;
    const page = pageWords(shown, `${index + 1}`, `${pages}`);
    return split ? [box(line, 'left', own), box(page, 'right', own)] : [box(joinedIdentity(line, page), theme.furniture.align, own)];
  };
}
