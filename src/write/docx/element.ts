import { ImportedXmlComponent } from 'docx';
import type { XmlComponent } from 'docx';

/** An element that the library has no class for. Attributes and text are escaped when the file is packed. */
export function element(name: string, attributes: Record<string, string | number> = {}, ...children: (XmlComponent | string)[]): XmlComponent {
  const made = new ImportedXmlComponent(name, attributes);
  for (const child of children) made.push(child);
  return made;
}

/** An element whose only content is `w:val`. */
export const value = (name: string, content: string | number): XmlComponent => element(name, { 'w:val': content });
