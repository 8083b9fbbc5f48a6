/** The blanks of a document as fields that a program fills in: one widget for each, in an element of its own. */
import type { CheckboxBox, FieldBox, TextBox } from '../../layout/page.js';
import type { Element } from '../../layout/structure.js';
import type { Part, Rectangle } from './field-room.js';
import type { File } from './file.js';
import { annotationOn, enterForm } from './insides.js';
import type { KitReference } from './insides.js';
import type { Memory } from './memory.js';
import { digits, rgb, tickBox } from './operators.js';
import type { Structure } from './structure.js';
import { newPen } from './type.js';
import type { FileFont, Type } from './type.js';
import { typedCharacters } from './typing.js';

export interface Form {
  /** The parts of a blank that has its field, null while it has none. */
  partsOf(element: Element): readonly Part[] | null;
  /** Makes the field of a blank on the current page, in its room. */
  add(element: Element, parts: readonly Part[], room: Rectangle): void;
  /** Writes the list of all fields. Without any the file gets no form. */
  end(): void;
}

type Blank = FieldBox | CheckboxBox;

/** Fields in the order of reading. A program that fills one in draws it anew; lines to write on stay on the page below. */
export function openForm(file: File, memory: Memory, type: Type, structure: Structure): Form {
  const { kit } = file;
  const blanks = new Map<Element, readonly Part[]>();
  const fields: KitReference[] = [];
  const names = new Map<string, number>();
  const fonts: Record<string, KitReference> = {};
  const appearances = appearancesFor(file, memory, type);
  let signatures = false;

  /** The field of the blank, without its place and name. */
  const fieldOf = (blank: Blank, parts: readonly Part[], bounds: Rectangle): Record<string, unknown> => {
    if (blank.type === 'checkbox') {
      const state = blank.checked ? 'Yes' : 'Off';
      return { FT: 'Btn', V: state, AS: state, AP: { N: { Yes: appearances.ticked(blank, true), Off: appearances.ticked(blank, false) } } };
    }
    if (blank.kind === 'signature') {
      signatures = true;
      return { FT: 'Sig', AP: { N: appearances.empty() } };
    }
    const font = type.complete(blank.face, typedCharacters);
    const alias = aliasOf(font, fonts);
    const words = parts.filter((part) => part.type === 'text');
    return {
      FT: 'Tx',
      // A sentence is better read in two small lines than in one that is tiny.
      ...(blank.kind === 'text' && blank.fills ? { Ff: multiline } : {}),
      // No size: whoever draws what was typed takes one by the height of the field, and a smaller one for what is long.
      DA: new String(`/${alias} 0 Tf ${rgb(blank.color)} rg`),
      AP: { N: words.length > 0 ? appearances.words(words, bounds) : appearances.empty() },
    };
  };

  return {
    partsOf: (element) => blanks.get(element) ?? null,
    add(element, parts, bounds) {
      const blank = parts.find((part) => part.type !== 'text');
      if (!blank) return;
      blanks.set(element, parts);
      const own = fieldOf(blank, parts, bounds);
      const name = uniqueName(blank.name, names);
      structure.fill(element, (key) => {
        const widget = annotationOn(kit, bounds, {
          Subtype: 'Widget',
          F: printed,
          P: kit.page.dictionary,
          StructParent: key,
          T: new String(name),
          TU: new String(blank.label || name),
          ...own,
        });
        fields.push(widget);
        return widget;
      });
    },
    end() {
      if (fields.length === 0) return;
      const [font] = Object.keys(fonts);
      const form = {
        Fields: fields,
        DR: { Font: fonts },
        ...(font ? { DA: new String(`/${font} 0 Tf 0 g`) } : {}),
        // There are places to sign; nothing is signed yet.
        ...(signatures ? { SigFlags: 1 } : {}),
      };
      enterForm(kit, form, fonts);
    },
  };
}

/**
 * The names by which fields call their fonts. PDFium, which Chromium shows files with, takes another font than the
 * field's for any letter that is not Latin, unless the font goes by a name of which it thinks that it has signs of its
 * own; then it looks what the font has.
 */
const aliases = ['Wingdings', 'Wingdings2', 'Wingdings3', 'Webdings'];

function aliasOf({ name: usual, reference: own }: FileFont, fonts: Record<string, KitReference>): string {
  const alias = aliases.find((name) => (fonts[name] ?? own) === own) ?? usual;
  fonts[alias] = own;
  return alias;
}

/** The flag of a field whose text may go on in another line (ISO 32000-1, table 228, bit 13). */
const multiline = 1 << 12;

/** The flag of an annotation that is printed. */
const printed = 4;

/** Names are unique, and a full stop in them would part a field from its parent. */
function uniqueName(wanted: string, names: Map<string, number>): string {
  const name = wanted.replaceAll('.', '-') || 'blank';
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : uniqueName(`${name}-${count}`, names);
}

interface Appearances {
  /** Of a blank that nothing is written in. */
  empty(): KitReference;
  ticked(box: CheckboxBox, ticked: boolean): KitReference;
  /** Of a blank with a form of its own: the words between its lines. They make way for what is typed. */
  words(boxes: readonly TextBox[], bounds: Rectangle): KitReference;
}

/** What fields look like before they are filled in; those that look alike share it. */
function appearancesFor({ kit, ink, write }: File, memory: Memory, type: Type): Appearances {
  const known = new Map<string, KitReference>();
  const appearance = (width: number, height: number, operators: string, fonts: readonly FileFont[] = []): KitReference => {
    const [w, h] = [digits(width), digits(height)];
    const key = `${w} ${h} ${operators}`;
    let form = known.get(key);
    if (!form) {
      const resources = fonts.length > 0 ? `/Font <<${fonts.map(({ name, reference }) => `/${name} ${reference.id} 0 R`).join(' ')}>>` : '';
      form = kit.ref({});
      write(form, `/Type /XObject\n/Subtype /Form\n/BBox [0 0 ${w} ${h}]\n/Resources <<${resources}>>`, memory.packed(`${operators}\n`));
      known.set(key, form);
    }
    return form;
  };
  // Between these marks a program puts what is typed.
  const variable = (operators: string): string => `/Tx BMC\n${operators}EMC`;
  return {
    empty: () => appearance(1, 1, variable('')),
    // As on the page, y grows downwards.
    ticked: ({ side, color }, ticked) => appearance(side, side, `1 0 0 -1 0 ${digits(side)} cm ${tickBox(0, 0, side, color, ticked)}`),
    words(boxes, { x, y, width, height }) {
      const fonts = [...new Set(boxes.map(({ face }) => type.font(face)))];
      const pen = newPen();
      for (const box of boxes) {
        ink.write(`${rgb(box.color)} rg `);
        type.show({ ...box, x: box.x - x, y: box.y - y }, pen, ink);
      }
      const shown = ink.taken().toString('latin1');
      return appearance(width, height, variable(`q 1 0 0 -1 0 ${digits(height)} cm\n${shown}Q\n`), fonts);
    },
  };
}
