/** The strict form of the format says some things in another way (ISO/IEC 29500-1): here they are said as Word says them every day. */
import type { Xml } from './xml-tree.js';

/** Sides by where a line begins and ends; in Word's own form, left is where it begins. */
const sides: Readonly<Record<string, string>> = { start: 'left', end: 'right' };
const elements = new Map(Object.entries(sides).map(([strict, usual]) => [`w:${strict}`, `w:${usual}`]));
const ofSides = new Set(['w:jc', 'w:tab']);

/** Shares of colours: `50%` is 50,000 thousandths. */
const percent = /^(-?\d{1,4}(?:\.\d+)?)%$/;

/** The element in Word's own form; one that is in it stays as it is. */
export function inPlainForm(one: Xml): Xml {
  // The number that a list begins with has the same name.
  const name = /^\d+$/.test(one.attributes['w:val'] ?? '') ? one.name : (elements.get(one.name) ?? one.name);
  const change = ([key, value]: readonly [string, string]): [string, string] => {
    if (name === 'w:ind') return [key.replace(/^w:(start|end)(?=$|Chars)/, (_, side: string) => `w:${sides[side] ?? side}`), value];
    if (ofSides.has(name) && key === 'w:val') return [key, sides[value] ?? value];
    const share = name.startsWith('a:') ? percent.exec(value)?.[1] : undefined;
    return [key, share === undefined ? value : String(Math.round(Number(share) * 1000))];
  };
  const entries = Object.entries(one.attributes);
  const made = entries.map(change);
  const same = name === one.name && made.every(([key, value], at) => key === entries[at]?.[0] && value === entries[at][1]);
  return same ? one : { ...one, name, attributes: Object.fromEntries(made) };
}
