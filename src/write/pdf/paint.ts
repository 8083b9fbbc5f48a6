/** Boxes as operators of a content stream: one function per kind of box. */
import type { Drawer, Kept } from '../../content/kept.js';
import { writingLine } from '../../layout/page.js';
import type {
  Box,
  CheckboxBox,
  CodeBox,
  DrawingBox,
  FieldBox,
  FillBox,
  ImageBox,
  LinkBox,
  Mark,
  Page,
  TextBox,
} from '../../layout/page.js';
import type { Face } from '../../layout/fonts.js';
import type { Element } from '../../layout/structure.js';
import { firstFree } from './codes.js';
import { fieldRoom } from './field-room.js';
import type { Part } from './field-room.js';
import type { File } from './file.js';
import type { Form } from './form.js';
import { imageMatrix } from './image.js';
import type { FileImage } from './image-objects.js';
import { annotationOn } from './insides.js';
import { digits, packed, rectangle, rgb, shape, textString, tickBox } from './operators.js';
import type { Structure } from './structure.js';
import { newPen } from './type.js';
import type { Pen, Type } from './type.js';

export interface Workshop {
  file: File;
  pages: PaintedPages;
  type: Type;
  structure: Structure;
  images: ReadonlyMap<Uint8Array, FileImage>;
  /** Null where blanks are only drawn. */
  form: Form | null;
  /** Of the sheet, pt. */
  height: number;
  /** PDF 1.4 looks for what an abbreviation stands for in the content, later versions in the structure. */
  expandContent: boolean;
}

/** A page as it is painted: its content, packed, and the steps by which the rest of a file learns of it. */
export interface Painted {
  content: Uint8Array;
  steps: readonly Step[];
  /** Whether another file that has this page can take it as it is. */
  lasting: boolean;
}

type Step = (workshop: Workshop) => void;

/** Pages of the layout as they were painted, by their names and manner. */
export type PaintedPages = Drawer<Painted>;

/** A step with what it holds. */
const perStep = 150;

/** For pages of layouts whose memory is in the same store, where names are unique. */
export const openPaintedPages = (kept: Kept): PaintedPages => kept.drawer(({ content, steps }) => content.length + perStep * steps.length);

/** A page that is being painted. */
interface Sheet extends Workshop {
  page: Page;
  /** Writes operators, and ends the line. */
  line(operators: string): void;
  pen: Pen;
  steps: Step[];
  /** Pieces of content marked so far. */
  marks: number;
  /** The usual letters of each face, by their codes. */
  letters: Map<Face, Uint8Array>;
  /** The blanks of this page that get their fields. */
  fields: Map<Element, readonly Part[]>;
  lasting: boolean;
}

const paintBox: { [K in Box['type']]: (box: Extract<Box, { type: K }>, sheet: Sheet) => void } = {
  text: paintText,
  fill: paintFill,
  field: paintField,
  checkbox: paintCheckbox,
  image: paintImage,
  code: paintCode,
  drawing: paintDrawing,
  link: paintLink,
};

/** Paints a page on the current page of the file, or takes it as it was painted before. */
export function paintPage(page: Page, workshop: Workshop): void {
  const { file, pages, structure, form, expandContent } = workshop;
  structure.beginPage();
  const key = page.name && `${page.name} ${expandContent} ${form !== null}`;
  // A blank that has begun on an earlier page has its field there.
  const goesOn =
    form !== null && page.boxes.some(({ mark }) => typeof mark !== 'string' && mark.role === 'Form' && form.partsOf(mark) !== null);
  const known = key === null || goesOn ? undefined : pages.known(key);
  const made = known ?? painted(page, workshop);
  const { content, steps } = made;
  if (key !== null && !known && made.lasting && !goesOn) pages.add(key, made);
  for (const step of steps) step(workshop);
  file.fill(content);
}

/** Paints the boxes of a page, each inside the content of its element. */
function painted(page: Page, workshop: Workshop): Painted {
  const { ink } = workshop.file;
  const line = (operators: string): void => {
    ink.write(operators);
    ink.write('\n');
  };
  const sheet: Sheet = {
    ...workshop,
    page,
    line,
    pen: newPen(),
    steps: [],
    marks: 0,
    letters: new Map(),
    fields: new Map(),
    lasting: true,
  };
  const { steps, letters, height } = sheet;
  line(`1 0 0 -1 0 ${height} cm`);
  let open: Mark | null = null;
  let spoken: string | undefined;
  const turnTo = (mark: Mark | null, language?: string): void => {
    if (mark === open && language === spoken) return;
    if (open !== null) sheet.line('EMC');
    if (mark !== null) openMark(mark, language, sheet);
    open = mark;
    spoken = language;
  };
  for (const box of page.boxes) {
    const share = shareOf(box, sheet);
    // What follows a field stands after it in the element around both.
    turnTo(share === 'content' && box.type !== 'link' ? box.mark : share === 'look' ? 'layout' : null, languageOf(box));
    if (share !== 'nothing') (paintBox[box.type] as (box: Box, sheet: Sheet) => void)(box, sheet);
  }
  turnTo(null);
  for (const [face, met] of letters) steps.push(meetAll(face, codesIn(met)));
  return { content: packed(ink.taken()), steps, lasting: sheet.lasting };
}

function codesIn(met: Uint8Array): number[] {
  const codes: number[] = [];
  for (let code = met.indexOf(1); code >= 0; code = met.indexOf(1, code + 1)) codes.push(code);
  return codes;
}

/** The letters of a face on a page, and the font among the resources of the page. */
const meetAll =
  (face: Face, codes: readonly number[]): Step =>
  ({ file, type }) => {
    type.meet(face, codes);
    const { name, reference } = type.font(face);
    file.kit.page.fonts[name] = reference;
  };

/**
 * What is left to paint of a box: all of it, as content of its element; its look only, since the field speaks for it; or
 * nothing, since the field shows it. The field is made when the first of its boxes comes.
 */
function shareOf(box: Box, { page, form, fields, steps }: Sheet): 'content' | 'look' | 'nothing' {
  const { mark } = box;
  if (!form || typeof mark === 'string' || mark.role !== 'Form') return 'content';
  let parts = form.partsOf(mark) ?? fields.get(mark);
  if (!parts) {
    const own = page.boxes.filter(
      (other): other is Part => other.mark === mark && (other.type === 'text' || other.type === 'field' || other.type === 'checkbox'),
    );
    if (own.every((part) => part.type === 'text')) return 'content';
    parts = own;
    fields.set(mark, own);
    const room = fieldRoom(own, page.boxes);
    steps.push((workshop) => workshop.form?.add(mark, own, room));
  }
  return box.type === 'field' || !(parts as readonly Box[]).includes(box) ? 'look' : 'nothing';
}

/** Of words that are part of what is heard. */
const languageOf = (box: Box): string | undefined => (box.type === 'text' && typeof box.mark !== 'string' ? box.language : undefined);

function openMark(mark: Mark, language: string | undefined, sheet: Sheet): void {
  const { expandContent, steps } = sheet;
  if (mark === 'layout') sheet.line('/Artifact <</Type /Layout>> BDC');
  else if (mark === 'pagination') sheet.line('/Artifact <</Type /Pagination>> BDC');
  else {
    // Content names its language as a span, whatever element it belongs to (ISO 32000-1, 14.9.2.2).
    const tongue = language === undefined ? '' : ` /Lang ${textString(language)}`;
    const expansion = expandContent && mark.facts.expansion ? ` /E ${textString(mark.facts.expansion)}` : '';
    sheet.line(`/${tongue ? 'Span' : mark.role} <</MCID ${sheet.marks}${tongue}${expansion}>> BDC`);
    sheet.marks += 1;
    steps.push(({ structure }) => {
      structure.mark(mark);
    });
  }
}

function paintText(box: TextBox, sheet: Sheet): void {
  const { file, type, letters, pen } = sheet;
  const met = letters.get(box.face) ?? new Uint8Array(firstFree);
  letters.set(box.face, met);
  file.ink.write(colored(box.color, sheet));
  if (!type.show(box, pen, file.ink, met)) sheet.lasting = false;
}

function paintFill({ x, y, width, height, color }: FillBox, sheet: Sheet): void {
  sheet.line(`${colored(color, sheet)}${rectangle(x, y, width, height)} f`);
}

function paintField({ x, y, width, size, color }: FieldBox, sheet: Sheet): void {
  sheet.line(`${colored(color, sheet)}${rectangle(x, y + size * writingLine.below, width, writingLine.thickness)} f`);
}

function paintCheckbox({ x, y, side, color, checked }: CheckboxBox, sheet: Sheet): void {
  sheet.line(tickBox(x, y, side, color, checked));
}

function paintImage(box: ImageBox, sheet: Sheet): void {
  const image = sheet.images.get(box.data);
  if (!image) return;
  const { mark, x, y, width, height } = box;
  place(mark, x, y, width, height, sheet);
  sheet.file.kit.page.xobjects[image.name] = image.reference;
  sheet.line(`q ${imageMatrix(box).map(digits).join(' ')} cm /${image.name} Do Q`);
  // The image is an object of this file.
  sheet.lasting = false;
}

function place(mark: Mark, x: number, y: number, width: number, height: number, { steps }: Sheet): void {
  if (typeof mark !== 'string')
    steps.push(({ structure }) => {
      structure.place(mark, x, y, width, height);
    });
}

/** One path for all squares: painted apart, those that touch would show a seam. */
function paintCode({ mark, x, y, width, height, squares, color }: CodeBox, sheet: Sheet): void {
  const one = width / Math.max(1, squares.length);
  const runs = squares.flatMap((row, down) =>
    [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => rectangle(x + index * one, y + down * one, run.length * one, one)),
  );
  place(mark, x, y, width, height, sheet);
  sheet.line(`${colored(color, sheet)}${runs.join(' ')} f`);
}

function paintDrawing({ mark, x, y, width, height, name, shapes }: DrawingBox, sheet: Sheet): void {
  place(mark, x, y, width, height, sheet);
  sheet.line(`q ${shapes.map((one) => shape(one, x, y)).join(' ')} Q`);
  sheet.steps.push(({ file }) => {
    file.kit.addNamedDestination(name, 'XYZ', x, y, null);
  });
}

/** The flag of an annotation that is printed. */
const printed = 4;

/** All of a link is its annotation: nothing of it is drawn, and its words have been. */
function paintLink({ mark, x, y, width, height, to, label }: LinkBox, { steps }: Sheet): void {
  if (typeof mark === 'string') return;
  steps.push(({ file: { kit }, structure }) => {
    structure.fill(mark, (key) =>
      annotationOn(
        kit,
        { x, y, width, height },
        { Subtype: 'Link', F: printed, StructParent: key, Contents: new String(label), Dest: new String(to) },
      ),
    );
  });
}

/** The operator that sets a colour, if another was set before. */
function colored(color: string, { pen }: Sheet): string {
  if (color === pen.color) return '';
  pen.color = color;
  return `${rgb(color)} rg `;
}
