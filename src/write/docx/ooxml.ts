/** Elements and measures of WordprocessingML. */
import { ImportedXmlComponent } from 'docx';
import type { XmlComponent } from 'docx';

/** An element that the library has no class for. Attributes and text are escaped when the file is packed. */
export function element(
  name: string,
  attributes: Record<string, string | number> = {},
  ...children: (XmlComponent | string)[]
): XmlComponent {
  const made = new ImportedXmlComponent(name, attributes);
  for (const child of children) made.push(child);
  return made;
}

/** An element whose only content is `w:val`. */
export const value = (name: string, content: string | number): XmlComponent => element(name, { 'w:val': content });

/** Twentieths of a point, from millimetres. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** Twentieths of a point, from points. */
export const pointTwips = (pt: number): number => Math.round(pt * 20);

/** Points, from millimetres. */
export const points = (mm: number): number => (mm * 72) / 25.4;

/** Half points, in which Word gives font sizes. */
export const halfPoints = (pt: number): number => Math.round(pt * 2);

/** 240ths of a line, from a multiple of single spacing. */
export const lineHeight = (multiple: number): number => Math.round(multiple * 240);

/** Whole numbers in the proportion of `shares` that add up to `total` exactly; without any share, all are alike. */
export function divide(total: number, shares: readonly number[]): number[] {
  const parts = shares.map((share) => (shares.some((one) => one > 0) ? Math.max(0, share) : 1));
  const sum = parts.reduce((all, part) => all + part, 0);
  let passed = 0;
  let used = 0;
  return parts.map((part) => {
    passed += part;
    const width = Math.round((total * passed) / sum) - used;
    used += width;
    return width;
  });
}
