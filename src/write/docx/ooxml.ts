/** Elements and measures of WordprocessingML. */
import type { IContext, IXmlableObject, XmlComponent } from 'docx';
import { sealed } from './printable.js';

/** What an element may hold: text, and pictures, which are the library's. */
export type Child = Element | XmlComponent | string;

/**
 * An element of a Word file. The library takes it for one of its own, of which it asks no more than `prepForXml`. With the
 * library's own paragraphs, runs and tables a Word file of new words takes 1.6 times as long.
 */
export class Element {
  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string | number>>,
    readonly children: readonly Child[],
  ) {}

  prepForXml(context: IContext): IXmlableObject {
    const attributes = { _attr: Object.fromEntries(Object.entries(this.attributes).map(([name, one]) => [name, sealed(String(one))])) };
    if (this.children.length === 0) return { [this.name]: attributes };
    return { [this.name]: [attributes, ...this.children.map((one) => (typeof one === 'string' ? sealed(one) : one.prepForXml(context)))] };
  }
}

export const element = (name: string, attributes: Element['attributes'] = {}, ...children: readonly Child[]): Element =>
  new Element(name, attributes, children);

/** An element whose only content is `w:val`. */
export const value = (name: string, content: string | number): Element => element(name, { 'w:val': content });

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
