/**
 * What a blank shows while nothing is in it, kept as Word's building blocks: who clears a control gets its line back, and
 * not Word's own words in the language of its menus.
 */
import { strFromU8, strToU8 } from 'fflate';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const glossary = 'word/glossary/document.xml';
const glossaryType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml';
const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/glossaryDocument';

/** A redline has them around what a control shows; the building block belongs to no version. */
const trackMarks = /<\/?w:(?:ins|del|customXml\w+)\b[^>]*>/g;

/** Gives each control of the packed parts that shows a placeholder the building block of that placeholder. */
export function keepPlaceholders(parts: Record<string, Uint8Array>): void {
  const names = new Map<string, string>();
  const controls = /<w:showingPlcHdr\/>(?:(?!<w:sdtContent>)[^])*<w:sdtContent>((?:(?!<\/w:sdtContent>)[^])*)<\/w:sdtContent>/g;
  change(parts, 'word/document.xml', (xml) => xml.replace(controls, (control, content: string) => {
    const shown = content.replace(trackMarks, '').replaceAll('w:delText', 'w:t');
    const name = names.get(shown) ?? `blank-${names.size + 1}`;
    names.set(shown, name);
    return `<w:placeholder><w:docPart w:val="${name}"/></w:placeholder>${control}`;
  }));
  if (names.size === 0) return;
  parts[glossary] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:glossaryDocument xmlns:w="${word}"><w:docParts>${[...names].map(block).join('')}</w:docParts></w:glossaryDocument>`);
  change(parts, '[Content_Types].xml', (xml) => xml.replace('</Types>', `<Override PartName="/${glossary}" ContentType="${glossaryType}"/></Types>`));
  change(parts, 'word/_rels/document.xml.rels', (xml) => xml.replace('</Relationships>', `<Relationship Id="placeholders" Type="${relationshipType}" Target="glossary/document.xml"/></Relationships>`));
}

/** Without its style, which belongs to the document: the building block takes on the look of the place. */
function block([shown, name]: [string, string], at: number): string {
  const guid = `{00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}}`;
  const text = shown.replace(/<w:rPr>(?:(?!<\/w:rPr>)[^])*<\/w:rPr>/g, '');
  return `<w:docPart><w:docPartPr><w:name w:val="${name}"/><w:category><w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category>`
    + `<w:types><w:type w:val="bbPlcHdr"/></w:types><w:behaviors><w:behavior w:val="content"/></w:behaviors><w:guid w:val="${guid}"/></w:docPartPr>`
    + `<w:docPartBody><w:p>${text}</w:p></w:docPartBody></w:docPart>`;
}

function change(parts: Record<string, Uint8Array>, path: string, edit: (xml: string) => string): void {
  parts[path] = strToU8(edit(strFromU8(parts[path] ?? new Uint8Array())));
}
