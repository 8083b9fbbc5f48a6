/** The places where people approve and sign. */
import { plainText } from '../document/reading.js';
import type { Inline, Signature, SignatureCell, Stamp, Stamps } from '../document/document.js';
import { faceOf } from './atoms.js';
import { add, append, heightOf, newFlow, whole } from './flow.js';
import type { Flow } from './flow.js';
import { mm, moved, writingLine } from './page.js';
import type { Box } from './page.js';
import { baselineOf, lineHeight, setParagraph, wordingOf } from './paragraph.js';
import { within } from './room.js';
import type { Room } from './room.js';
import { element } from './structure.js';
import { letteringOf } from './styles.js';
import { stacked } from './table.js';
import { tracksOf } from './tracks.js';

/** Between two stamps, and between the cells of a signature, mm. */
const leastGutter = 4;

/** Space for the hand above the line to sign on, as parts of the font size. */
const handRoom = 0.5;

/** Blocks at the left and right edge of the text, level with each other at the top. */
export function layStamps(stamps: Stamps, room: Room): void {
  const { stamp } = room.setting.theme;
  const most = stamps.left && stamps.right ? (room.width - mm(leastGutter)) / 2 : room.width;
  const width = Math.min(mm(stamp.width), most);
  const left = stamps.left ? setStamp(stamps.left, room, room.left, width) : newFlow();
  const right = stamps.right ? setStamp(stamps.right, room, room.left + room.width - width, width) : newFlow();
  const height = Math.max(heightOf(left), heightOf(right));
  // As much air above as below.
  const space = Math.max(0, stamp.gapAfter - room.flow.gap);
  if (height > room.setting.pageHeight) append(room.flow, [left, right]);
  else add(room.flow, height, [...stacked(left, 0), ...stacked(right, 0)], space);
  room.flow.gap = stamp.gapAfter;
}

function setStamp(stamp: Stamp, room: Room, left: number, width: number): Flow {
  const look = room.setting.theme.stamp;
  const style = { size: look.size, align: look.align, spacing: look.spacing, before: 0, after: 0 };
  const inner: Room = { ...room, flow: newFlow(), left, width, parent: element('Div', room.parent) };
  stamp.lines.forEach((line, index) => {
    const before = index > 0 && hasBlank(line) ? look.size * handRoom : 0;
    setParagraph(wordingOf(line, element('P', inner.parent), style, inner, { before, divide: false }), inner);
  });
  return inner.flow;
}

/** A lead-in and a row of cells that end on one level; captions stand under the line. */
export function laySignature(signature: Signature, room: Room): void {
  const { theme } = room.setting;
  const { flow } = room;
  const inner: Room = { ...room, path: within(room, signature.id), parent: element('Div', room.parent) };
  const start = flow.strips.length;
  flow.gap += theme.signature.before;
  const led = hasBlank(signature.lead) || plainText(signature.lead).trim() !== '';
  if (led) {
    const style = { ...theme.text, align: 'left' as const, before: 0, after: 0 };
    for (const strip of setParagraph(wordingOf(signature.lead, element('P', inner.parent), style, inner, { hold: whole }), inner))
      strip.hold = whole;
  }
  addCells(signature.cells, inner, led);
  for (const strip of flow.strips.slice(start)) strip.signs = true;
}

function addCells(cells: readonly SignatureCell[], room: Room, led: boolean): void {
  const { theme } = room.setting;
  const gutter = mm(leastGutter);
  const usable = room.width - gutter * (cells.length - 1);
  const tracks = tracksOf(
    cells.map((cell) => cell.share),
    room.left,
    usable,
    3 * theme.text.size,
  );
  const set = cells.map((cell, at) => {
    const left = (tracks[at]?.left ?? 0) + at * gutter;
    const width = tracks[at]?.width ?? 0;
    const own: Room = { ...room, left, width };
    return { cell, left, width, content: setWords(cell.content, own, cell.caption !== null), caption: setCaption(cell.caption, own) };
  });
  const contentHeight = Math.max(0, ...set.map((one) => heightOf(one.content)));
  const captionHeight = Math.max(0, ...set.map((one) => heightOf(one.caption)));
  if (contentHeight + captionHeight > room.setting.pageHeight) {
    append(
      room.flow,
      set.flatMap(({ content, caption }) => [content, caption]),
    );
    return;
  }
  const boxes = set.flatMap(({ cell, content, caption, left: x, width }): Box[] => [
    // What is already filled in stands on the same line as a blank would.
    ...(cell.caption !== null && !hasBlank(cell.content) ? [underline(x, width, contentHeight, room)] : []),
    ...stacked(content, contentHeight - heightOf(content)),
    ...stacked(caption, 0).map((box) => moved(box, contentHeight)),
  ]);
  add(room.flow, contentHeight + captionHeight, boxes, led ? 2 * theme.text.size * handRoom : 0);
}

const hasBlank = (content: readonly Inline[]): boolean => content.some((inline) => inline.type === 'field');

function underline(x: number, width: number, bottom: number, room: Room): Box {
  const { theme } = room.setting;
  const { size } = theme.text;
  const face = faceOf(room, letteringOf(theme, size), false, false);
  const height = lineHeight(face, size, 1);
  const y = bottom - height + baselineOf(face, size, height) + size * writingLine.below;
  return { type: 'fill', mark: 'layout', x, y, width, height: writingLine.thickness, color: theme.color.text };
}

function setWords(content: readonly Inline[], room: Room, captioned: boolean): Flow {
  const { theme } = room.setting;
  const inner: Room = { ...room, flow: newFlow() };
  const style = { ...theme.text, align: captioned ? ('center' as const) : ('left' as const), spacing: 1, before: 0, after: 0 };
  setParagraph(wordingOf(content, element('P', room.parent), style, inner, { divide: false }), inner);
  return inner.flow;
}

function setCaption(caption: string | null, room: Room): Flow {
  const { theme } = room.setting;
  const inner: Room = { ...room, flow: newFlow() };
  if (caption === null) return inner.flow;
  const size = theme.signature.captionSize;
  const style = { size, align: 'center', spacing: 1, before: 1, after: 0 } as const;
  const content: Inline[] = [{ type: 'text', value: caption, strong: false, emphasis: false }];
  setParagraph(wordingOf(content, element('P', room.parent), style, inner, { lettering: letteringOf(theme, size), divide: false }), inner);
  return inner.flow;
}
