/** The look of the organisation on its papers: its colour and its font, as its file has them. */
import { isMap, parseDocument } from 'yaml';
import { refusal } from '../register/setting.js';
import type { Studio } from './studio.js';

export interface AskedBrand {
  /** Six hexadecimal digits; null for the colour of the layout. */
  readonly accent: string | null;
  /** Null for that of the layout. */
  readonly font: 'serif' | 'sans' | null;
}

/** Empty values where the employer has none or cannot be read. */
export function brandOf(studio: Studio): AskedBrand {
  const { accent = null, font = null } = studio.workplace([]).organisation?.brand ?? {};
  return { accent, font };
}

/** Writes it into the employer’s file; all else of it stays. Throws a Refusal where there is none, and for a colour that cannot be read on white. */
export function writeBrand({ accent, font }: AskedBrand, studio: Studio): void {
  const path = studio.workplace([]).from?.file.path;
  if (path === undefined) throw refusal('register-needs-organisation');
  const document = parseDocument(studio.workspace.readText(path));
  if (!isMap(document.contents)) return;
  for (const [key, value] of Object.entries({ accent, font }))
    if (value === null) document.deleteIn(['brand', key]);
    else document.setIn(['brand', key], value);
  const brand = document.get('brand');
  if (isMap(brand) && brand.items.length === 0) document.delete('brand');
  studio.rewrite(path, document.toString({ lineWidth: 0 }));
}
