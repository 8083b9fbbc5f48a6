/** Fonts that a reference document carries in itself, so that its look is there on machines without them. */
import { damaged } from '../../ooxml/package.js';
import type { ReferencePackage } from '../../ooxml/package.js';
import { childOf, descendantsOf, elementsOf, valOf, xml } from '../../ooxml/xml-tree.js';
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
 * The fonts that are in the file whole and that `used` has, by names in small letters; others would make each paper larger by
 * hundreds of kilobytes for nothing. One that was saved with the letters of the reference document only would leave
 * out letters of ours. Throws a Refusal for a table that is damaged or refers to what is not there.
 */
export function openFonts(path: string, file: ReferencePackage, used: ReadonlySet<string>): CompanyFont[] {
  const table = file.xml(path);
  if (!table) return [];
  const targets = new Map(
    file
      .relationships(path)
      .filter(({ external }) => !external)
      .map(({ id, target }) => [id, target]),
  );
  return elementsOf(table)
    .filter((one) => one.name === 'w:font' && namesOf(one).some((name) => used.has(name)))
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

/** A font may go by other names too. */
const namesOf = (font: Xml): string[] =>
  [font.attributes['w:name'] ?? '', ...(valOf(childOf(font, 'w:altName')) ?? '').split(',')].map(keyOf).filter(Boolean);

const keyOf = (name: string): string => name.trim().toLowerCase();

/** The fonts that styles, headers and footers name, in small letters; those of the theme where anything refers to it. */
export function fontsUsed(parts: readonly Xml[], theme: Xml | null): Set<string> {
  const all = parts.flatMap((part) => [...descendantsOf(part)]);
  const named = all.flatMap(({ name, attributes }) => {
    if (name === 'w:sym') return [attributes['w:font'] ?? ''];
    return name === 'w:rFonts' ? ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'].map((script) => attributes[script] ?? '') : [];
  });
  const byTheme = all.some(({ name, attributes }) => name === 'w:rFonts' && Object.keys(attributes).some((key) => /theme$/i.test(key)));
  const ofTheme =
    byTheme && theme
      ? [...descendantsOf(theme)]
          .filter(({ name }) => name === 'a:majorFont' || name === 'a:minorFont')
          .flatMap(elementsOf)
          .map(({ attributes }) => attributes.typeface ?? '')
      : [];
  return new Set([...named, ...ofTheme].map(keyOf).filter(Boolean));
}
