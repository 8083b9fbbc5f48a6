/** How much of a page the field of a blank takes, in points, with y growing downwards. */
import type { Box, CheckboxBox, FieldBox, TextBox } from '../../layout/page.js';

/** A blank, or a word inside a blank that has a form of its own. */
export type Part = FieldBox | CheckboxBox | TextBox;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Sides {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How high above its line a signature may rise, as a part of the font size. */
const flourish = 1.3;

/**
 * How far a field for text reaches above and below its line, as parts of the font size. Programs choose the size of what
 * is typed by the height of the field: poppler takes 0.67 of it, pdf.js 1/1.35 after a point at both ends, PDFium the
 * greatest of its sizes that fits. At 1.4 all three come close to the size of the text around; so much of it below the line,
 * and what they set in the middle stands on the line.
 */
const reach = { above: 1.075, below: 0.325 };

/**
 * The room of a field around all parts of its blank. One for text is higher than its letters, as far as the other blanks of
 * the page let it: no two fields may lie over each other.
 */
export function fieldRoom(parts: readonly Part[], boxes: readonly Box[]): Rectangle {
  const own = around(parts.map(sidesOf));
  const typed = parts.find((part) => part.type === 'field' && part.kind !== 'signature');
  const others = boxes.filter((box): box is Part => isBlank(box) && !parts.includes(box as Part));
  const { left, right, top, bottom } = typed?.type === 'field' ? grown(own, wantedBy(typed), others.map(sidesOf)) : own;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const isBlank = (box: Box): boolean => box.type === 'field' || box.type === 'checkbox';

function sidesOf(part: Part): Sides {
  if (part.type === 'checkbox') return { left: part.x, right: part.x + part.side, top: part.y, bottom: part.y + part.side };
  const rise = part.type === 'field' && part.kind === 'signature' ? flourish : part.face.ascent;
  return { left: part.x, right: part.x + part.width, top: part.y - part.size * rise, bottom: part.y + part.size * part.face.descent };
}

const around = (sides: readonly Sides[]): Sides => ({
  left: Math.min(...sides.map(({ left }) => left)),
  right: Math.max(...sides.map(({ right }) => right)),
  top: Math.min(...sides.map(({ top }) => top)),
  bottom: Math.max(...sides.map(({ bottom }) => bottom)),
});

const wantedBy = ({ y, size }: FieldBox): Pick<Sides, 'top' | 'bottom'> => ({
  top: y - size * reach.above,
  bottom: y + size * reach.below,
});

/** As high as it is wanted, but at most half the way to what stands above and below. */
function grown(own: Sides, wanted: Pick<Sides, 'top' | 'bottom'>, others: readonly Sides[]): Sides {
  let { top, bottom } = { top: Math.min(own.top, wanted.top), bottom: Math.max(own.bottom, wanted.bottom) };
  for (const other of others) {
    if (other.right <= own.left || other.left >= own.right) continue;
    if (other.top + other.bottom < own.top + own.bottom) top = Math.max(top, Math.min(own.top, (own.top + other.bottom) / 2));
    else bottom = Math.min(bottom, Math.max(own.bottom, (own.bottom + other.top) / 2));
  }
  return { ...own, top, bottom };
}
