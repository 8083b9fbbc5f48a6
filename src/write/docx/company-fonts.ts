/** Fonts that a reference document carries in itself, so that its look is there on machines without them. */
import { damaged } from '../../ooxml/package.js';
import type { ReferencePackage } from '../../ooxml/package.js';
import { childOf, elementsOf, xml } from '../../ooxml/xml-tree.js';
import type { Xml } from '../../ooxml/xml-tree.js';

export interface CompanyFont {
  /** The entry of the table of fonts, whose elements for files refer to them by id. */
  readonly entry: Xml;
  /** The bytes are a copy at each call. */
  readonly files: readonly { readonly id: string; bytes(): Uint8Array }[];
}

/** What an entry says of a font, in the order of the schema. */
const described = ['w:altName', 'w:panose1', 'w:charset', 'w:family', 'w:pitch', 'w:sig'];
const carried = ['w:embedRegular', 'w:embedBold', 'w:embedItalic', 'w:embedBoldItalic'];

/**
 * The fonts that are in the file whole. One that was saved with the letters of the reference document only would leave
 * out letters of ours. Throws a Refusal for a table that is damaged or refers to what is not there.
 */
export function openFonts(path: string, file: ReferencePackage): CompanyFont[] {
  const table = file.xml(path);
  if (!table) return [];
  const targets = new Map(
    file
      .relationships(path)
      .filter(({ external }) => !external)
      .map(({ id, target }) => [id, target]),
  );
  return elementsOf(table)
    .filter(({ name }) => name === 'w:font')
    .flatMap((font, number): CompanyFont[] => {
      const files: CompanyFont['files'][number][] = [];
      const embedded = carried.flatMap((name): Xml[] => {
        const { 'r:id': id, 'w:fontKey': key, 'w:subsetted': part } = childOf(font, name)?.attributes ?? {};
        if (id === undefined || key === undefined || !['0', 'false', 'off', undefined].includes(part)) return [];
        const bytes = file.bytes(targets.get(id) ?? '');
        if (!bytes) throw damaged(path);
        const own = `font${number + 1}-${files.length + 1}`;
        files.push({ id: own, bytes: () => bytes.slice() });
        return [xml(name, { 'r:id': own, 'w:fontKey': key })];
      });
      if (files.length === 0) return [];
      const description = described.flatMap((name) => childOf(font, name) ?? []);
      return [{ entry: xml('w:font', { 'w:name': font.attributes['w:name'] ?? '' }, ...description, ...embedded), files }];
    });
}
