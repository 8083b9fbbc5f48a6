/** The operators of content streams that more than one part of a file is drawn with. */
import { deflateSync } from 'node:zlib';
import type { Shape, Stroke } from '../../layout/page.js';

/** A hundredth of a point is finer than any printer. */
export const digits = (length: number): number => Math.round(length * 100) / 100;

/** The parts of a colour of six hexadecimal digits. */
export const rgb = (color: string): string =>
  [0, 2, 4].map((at) => Math.round((Number.parseInt(color.slice(at, at + 2), 16) / 255) * 1000) / 1000).join(' ');

export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `${digits(x)} ${digits(y)} ${digits(width)} ${digits(height)} re`;

/** A shape of a drawing whose upper left corner is at this place, with y growing downwards. */
export function shape(one: Shape, left: number, top: number): string {
  if (one.type === 'line') {
    const [first, ...others] = one.points.map(([x, y]) => `${digits(left + x)} ${digits(top + y)}`);
    return first === undefined ? '' : `${pen(one.stroke)} ${first} m ${others.map((at) => `${at} l`).join(' ')} S`;
  }
  const { x, y, width, height, fill, edge } = one;
  const frame = rectangle(left + x, top + y, width, height);
  return [...(fill === null ? [] : [`${rgb(fill)} rg ${frame} f`]), ...(edge === null ? [] : [`${pen(edge)} ${frame} S`])].join(' ');
}

const pen = ({ color, thickness, broken }: Stroke): string => `${rgb(color)} RG ${digits(thickness)} w ${broken ? '[2 1.5]' : '[]'} 0 d`;

/** A stream, packed; a copy, since what zlib gives holds on to a larger piece of memory. */
export const packed = (stream: Uint8Array): Uint8Array => new Uint8Array(deflateSync(stream));

/** Bytes as a string of hexadecimal digits. */
export const hexadecimal = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** A string of the file; beyond ASCII it is UTF-16 with its mark. One character for each byte. */
export function textString(text: string): string {
  const bytes = /^[\0-\x7F]*$/u.test(text) ? text : Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('latin1');
  return `(${bytes.replace(/[\n\r\t\b\f()\\]/gu, (character) => escapes[character] ?? character)})`;
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '(': '\\(',
  ')': '\\)',
  '\\': '\\\\',
};

/** A square to tick, with y growing downwards. No font of ours has boxes and ticks, so they are drawn. */
export function tickBox(x: number, y: number, side: number, color: string, ticked: boolean): string {
  const pen = side * 0.08;
  const square = `${digits(pen)} w ${rectangle(x + pen / 2, y + pen / 2, side - pen, side - pen)} S`;
  const at = (right: number, down: number): string => `${digits(x + side * right)} ${digits(y + side * down)}`;
  const tick = `${digits(side * 0.13)} w 1 J 1 j ${at(0.22, 0.52)} m ${at(0.42, 0.74)} l ${at(0.8, 0.24)} l S`;
  return `q ${rgb(color)} RG ${square}${ticked ? ` ${tick}` : ''} Q`;
}
