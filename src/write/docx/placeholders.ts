/**
 * What a blank shows while nothing is in it, kept as Word's building blocks: who clears a control gets its line back, and
 * not Word's own words in the language of its menus.
 */
import { strFromU8, strToU8 } from 'fflate';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const glossary = 'word/glossary/document.xml';
const glossaryType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml';
const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/glossaryDocument';

/** Puts the building blocks among the parts of the file: what is shown, by the names that controls refer to. */
export function keepPlaceholders(parts: Record<string, Uint8Array>, placeholders: ReadonlyMap<string, string>): void {
  if (placeholders.size === 0) return;
  parts[glossary] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:glossaryDocument xmlns:w="${word}"><w:docParts>${[...placeholders].map(block).join('')}</w:docParts></w:glossaryDocument>`,
  );
  change(parts, '[Content_Types].xml', (xml) =>
    xml.replace('</Types>', `<Override PartName="/${glossary}" ContentType="${glossaryType}"/></Types>`),
  );
  change(parts, 'word/_rels/document.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="placeholders" Type="${relationshipType}" Target="glossary/document.xml"/></Relationships>`,
    ),
  );
}

/** Without its style, which belongs to the document: the building block takes on the look of the place. */
function block([name, shown]: [string, string], at: number): string {
  const guid = `{00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}}`;
  const text = shown.replace(/<w:rPr>(?:(?!<\/w:rPr>)[^])*<\/w:rPr>/g, '');
  return (
    `<w:docPart><w:docPartPr><w:name w:val="${name}"/><w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category>` +
    `<w:types><w:type w:val="bbPlcHdr"/></w:types><w:behaviors><w:behavior w:val="content"/></w:behaviors><w:guid w:val="${guid}"/></w:docPartPr>` +
    `<w:docPartBody><w:p>${text}</w:p></w:docPartBody></w:docPart>`
  );
}

function change(parts: Record<string, Uint8Array>, path: string, edit: (xml: string) => string): void {
  parts[path] = strToU8(edit(strFromU8(parts[path] ?? new Uint8Array())));
}
