/** The same thing said for newer and for older programs (ECMA-376-3): one of the ways is taken, so that nothing is read twice. */
import { childOf, elementsOf } from '../xml-tree.js';
import type { Xml } from '../xml-tree.js';

/** Prefixes of namespaces whose words are read here. */
const understood = new Set([
  'w',
  'w14',
  'w15',
  'wp',
  'wp14',
  'wps',
  'wpg',
  'wpc',
  'a',
  'a14',
  'pic',
  'r',
  'v',
  'o',
  'm',
  'c',
  'dgm',
  'wpi',
  'aink',
]);

/** The children of the way that is taken: the first that is understood, else the older one, else the first. */
export function chosenAmong(alternatives: Xml): Xml['children'] {
  const choices = elementsOf(alternatives).filter((one) => one.name === 'mc:Choice');
  const known = choices.find(({ attributes }) => (attributes.Requires ?? '').split(/\s+/).every((prefix) => understood.has(prefix)));
  return (known ?? childOf(alternatives, 'mc:Fallback') ?? choices[0])?.children ?? [];
}
