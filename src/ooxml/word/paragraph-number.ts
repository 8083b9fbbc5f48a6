/** Which list and level a paragraph belongs to, by itself or by its style (ECMA-376-1, 17.3.1.19 and 17.9). */
import { childOf, valOf } from '../xml-tree.js';
import type { Xml } from '../xml-tree.js';
import type { ListLevel, Numbering } from './numbering.js';
import type { ParagraphStyle } from './style-sheet.js';

export interface Listed {
  readonly numId: string;
  readonly level: number;
  /** Null where the file does not describe it. */
  readonly definition: ListLevel | null;
  /** The paragraph says so itself. */
  readonly isDirect: boolean;
}

/** Null for a paragraph without a number. */
export function listedIn(properties: Xml | undefined, style: ParagraphStyle, numbering: Numbering): Listed | null {
  const own = childOf(properties, 'w:numPr');
  const ofStyle = style.properties.map((one) => childOf(one, 'w:numPr')).filter((one) => one !== undefined);
  const styleId = ofStyle.map((one) => valOf(childOf(one, 'w:numId'))).find((one) => one !== undefined);
  const numId = valOf(childOf(own, 'w:numId')) ?? styleId;
  // Zero takes a paragraph out of the list of its style.
  if (numId === undefined || numId === '0') return null;
  const isDirect = childOf(own, 'w:numId') !== undefined;
  const written = valOf(childOf(own, 'w:ilvl'));
  const level = Number(written ?? (isDirect ? 0 : levelByStyle(numId, style, ofStyle, numbering)));
  const definition = numbering.level(numId, level);
  // A level that belongs to another style numbers that one only.
  if (!isDirect && definition?.styleId && !style.ids.includes(definition.styleId)) return null;
  return { numId, level, definition, isDirect };
}

function levelByStyle(numId: string, style: ParagraphStyle, ofStyle: readonly Xml[], numbering: Numbering): number {
  const linked = style.ids.map((id) => numbering.levelOfStyle(numId, id)).find((one) => one !== null);
  const written = ofStyle.map((one) => valOf(childOf(one, 'w:ilvl'))).find((one) => one !== undefined);
  return linked ?? Number(written ?? 0);
}
