/** Boxes as operators of a content stream: one function per kind of box. */
import { writingLine } from '../../layout/page.js';
import type { Box, CheckboxBox, CodeBox, FieldBox, FillBox, ImageBox, Mark, Page, TextBox } from '../../layout/page.js';
import type { Form } from './form.js';
import type { Kit, KitImage } from './kit.js';
import { rectangle, rgb, textString, tickBox } from './operators.js';
import type { Structure } from './structure.js';
import { newPen } from './type.js';
import type { Pen, Type } from './type.js';

export interface Workshop {
  kit: Kit;
  type: Type;
  structure: Structure;
  images: ReadonlyMap<Uint8Array, KitImage>;
  /** Null where blanks are only drawn. */
  form: Form | null;
  /** PDF 1.4 looks for what an abbreviation stands for in the content, later versions in the structure. */
  expandContent: boolean;
}

interface Brush extends Workshop {
  pen: Pen;
}

const paintBox: { [K in Box['type']]: (box: Extract<Box, { type: K }>, brush: Brush) => void } = {
  text: paintText,
  fill: paintFill,
  field: paintField,
  checkbox: paintCheckbox,
  image: paintImage,
  code: paintCode,
};

/** Paints the boxes of a page on the current page of the file, each inside the content of its element. */
export function paintPage(page: Page, workshop: Workshop): void {
  const brush: Brush = { ...workshop, pen: newPen() };
  workshop.structure.beginPage();
  let open: Mark | null = null;
  let spoken: string | undefined;
  const turnTo = (mark: Mark | null, language?: string): void => {
    if (mark === open && language === spoken) return;
    if (open !== null) workshop.kit.addContent('EMC');
    if (mark !== null) openMark(mark, language, workshop);
    open = mark;
    spoken = language;
  };
  for (const box of page.boxes) {
    const share = workshop.form?.share(box, page.boxes) ?? 'content';
    // What follows a field stands after it in the element around both.
    turnTo(share === 'content' ? box.mark : share === 'look' ? 'layout' : null, languageOf(box));
    if (share !== 'nothing') (paintBox[box.type] as (box: Box, brush: Brush) => void)(box, brush);
  }
  turnTo(null);
}

/** Of words that are part of what is heard. */
const languageOf = (box: Box): string | undefined => (box.type === 'text' && typeof box.mark !== 'string' ? box.language : undefined);

function openMark(mark: Mark, language: string | undefined, { kit, structure, expandContent }: Workshop): void {
  if (mark === 'layout') kit.addContent('/Artifact <</Type /Layout>> BDC');
  else if (mark === 'pagination') kit.addContent('/Artifact <</Type /Pagination>> BDC');
  // Content names its language as a span, whatever element it belongs to (ISO 32000-1, 14.9.2.2).
  else if (language !== undefined) kit.addContent(`/Span <</MCID ${structure.mark(mark)} /Lang ${textString(language)}>> BDC`);
  else {
    const expansion = expandContent && mark.facts.expansion ? ` /E ${textString(mark.facts.expansion)}` : '';
    kit.addContent(`/${mark.role} <</MCID ${structure.mark(mark)}${expansion}>> BDC`);
  }
}

function paintText(box: TextBox, brush: Brush): void {
  const { name, reference } = brush.type.font(box.face);
  brush.kit.page.fonts[name] ??= reference;
  brush.kit.addContent(colored(box.color, brush) + brush.type.show(box, brush.pen));
}

function paintFill({ x, y, width, height, color }: FillBox, brush: Brush): void {
  brush.kit.addContent(`${colored(color, brush)}${rectangle(x, y, width, height)} f`);
}

function paintField({ x, y, width, size, color }: FieldBox, brush: Brush): void {
  brush.kit.addContent(`${colored(color, brush)}${rectangle(x, y + size * writingLine.below, width, writingLine.thickness)} f`);
}

function paintCheckbox({ x, y, side, color, checked }: CheckboxBox, brush: Brush): void {
  brush.kit.addContent(tickBox(x, y, side, color, checked));
}

function paintImage({ mark, x, y, width, height, data }: ImageBox, brush: Brush): void {
  const image = brush.images.get(data);
  if (!image) return;
  if (typeof mark !== 'string') brush.structure.place(mark, x, y, width, height);
  brush.kit.image(image, x, y, { width, height });
}

/** One path for all squares: painted apart, those that touch would show a seam. */
function paintCode({ mark, x, y, width, height, squares, color }: CodeBox, brush: Brush): void {
  const one = width / Math.max(1, squares.length);
  const runs = squares.flatMap((row, down) =>
    [...row.map((dark) => (dark ? '1' : '0')).join('').matchAll(/1+/g)].map(({ index, 0: run }) => rectangle(x + index * one, y + down * one, run.length * one, one)));
  if (typeof mark !== 'string') brush.structure.place(mark, x, y, width, height);
  brush.kit.addContent(`${colored(color, brush)}${runs.join(' ')} f`);
}

/** The operator that sets a colour, if another was set before. */
function colored(color: string, { pen }: Brush): string {
  if (color === pen.color) return '';
  pen.color = color;
  return `${rgb(color)} rg `;
}
