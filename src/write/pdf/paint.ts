/** Boxes as operators of a content stream: one function per kind of box. */
import { writingLine } from '../../layout/page.js';
import type { Box, CheckboxBox, FieldBox, FillBox, ImageBox, Mark, Page, TextBox } from '../../layout/page.js';
import type { Kit, KitImage } from './kit.js';
import type { Structure } from './structure.js';
import { digits } from './type.js';
import type { Type } from './type.js';

interface Brush {
  kit: Kit;
  type: Type;
  images: ReadonlyMap<Uint8Array, KitImage>;
  structure: Structure;
  /** The colour set last on this page. */
  color: string;
}

const paintBox: { [K in Box['type']]: (box: Extract<Box, { type: K }>, brush: Brush) => void } = {
  text: paintText,
  fill: paintFill,
  field: paintField,
  checkbox: paintCheckbox,
  image: paintImage,
};

/** Paints the boxes of a page on the current page of the file, each inside the content of its element. */
export function paintPage(page: Page, kit: Kit, type: Type, structure: Structure, images: ReadonlyMap<Uint8Array, KitImage>): void {
  const brush: Brush = { kit, type, images, structure, color: '' };
  let open: Mark | null = null;
  for (const box of page.boxes) {
    if (box.mark !== open) {
      if (open !== null) kit.endMarkedContent();
      openMark(box.mark, kit, structure);
      open = box.mark;
    }
    (paintBox[box.type] as (box: Box, brush: Brush) => void)(box, brush);
  }
  if (open !== null) kit.endMarkedContent();
}

function openMark(mark: Mark, kit: Kit, structure: Structure): void {
  if (mark === 'layout') kit.markContent('Artifact', { type: 'Layout' });
  else if (mark === 'pagination') kit.markContent('Artifact', { type: 'Pagination' });
  else structure.add(mark, kit.markStructureContent(mark.role));
}

function paintText(box: TextBox, brush: Brush): void {
  brush.kit.addContent(colored(box.color, brush) + brush.type.show(box));
}

function paintFill({ x, y, width, height, color }: FillBox, brush: Brush): void {
  brush.kit.addContent(`${colored(color, brush)}${rectangle(x, y, width, height)} f`);
}

function paintField({ x, y, width, size, color }: FieldBox, brush: Brush): void {
  brush.kit.addContent(`${colored(color, brush)}${rectangle(x, y + size * writingLine.below, width, writingLine.thickness)} f`);
}

/** No font of ours has boxes and ticks, so they are drawn. */
function paintCheckbox({ x, y, side, color, checked }: CheckboxBox, brush: Brush): void {
  const pen = side * 0.08;
  const square = `${digits(pen)} w ${rectangle(x + pen / 2, y + pen / 2, side - pen, side - pen)} S`;
  const at = (right: number, down: number): string => `${digits(x + side * right)} ${digits(y + side * down)}`;
  const tick = `${digits(side * 0.13)} w 1 J 1 j ${at(0.22, 0.52)} m ${at(0.42, 0.74)} l ${at(0.8, 0.24)} l S`;
  brush.kit.addContent(`q ${rgb(color)} RG ${square}${checked ? ` ${tick}` : ''} Q`);
}

function paintImage({ mark, x, y, width, height, data }: ImageBox, brush: Brush): void {
  const image = brush.images.get(data);
  if (!image) return;
  if (typeof mark !== 'string') brush.structure.place(mark, x, y, width, height);
  brush.kit.image(image, x, y, { width, height });
}

/** The operator that sets a colour, if another was set before. */
function colored(color: string, brush: Brush): string {
  if (color === brush.color) return '';
  brush.color = color;
  return `${rgb(color)} rg `;
}

const rgb = (color: string): string =>
  [0, 2, 4].map((at) => Math.round((Number.parseInt(color.slice(at, at + 2), 16) / 255) * 1000) / 1000).join(' ');

const rectangle = (x: number, y: number, width: number, height: number): string =>
  `${digits(x)} ${digits(y)} ${digits(width)} ${digits(height)} re`;
