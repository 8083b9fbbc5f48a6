/** A few keys of a file without reading all of it: a list of a hundred roles asks each for its title only. */
import { hasErrors } from '../diagnostic/diagnostic.js';
import { parseText } from './data.js';
import { isRecord } from './schema-walk.js';

/**
 * The values of some keys at the top of a YAML text; what is not there or cannot be read is missing, and whoever reads
 * the whole file is told why. Only the lines of these keys are parsed, unless they do not stand by themselves: then all
 * of the file is, which takes twenty times as long for a role.
 */
export function topLevel(text: string, keys: readonly string[]): Readonly<Record<string, unknown>> {
  const wanted = entriesOf(text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')).filter(({ key }) => keys.includes(key));
  const apart = wanted.map(({ key, lines }) => [key, valuesOf(lines)[key]] as const);
  if (apart.every(([, value]) => value !== undefined)) return Object.fromEntries(apart);
  const whole = valuesOf(text);
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(whole, key)).map((key) => [key, whole[key]]));
}

interface TopEntry {
  readonly key: string;
  /** From the key to the line before the next. */
  readonly lines: string;
}

/** An entry begins with a key at the left edge and goes on as long as lines are indented, empty or comments. */
function entriesOf(text: string): TopEntry[] {
  const starts: { readonly key: string; readonly index: number }[] = [];
  // Line by line: to try each letter of a role for a key takes ten times as long.
  for (let index = 0; index < text.length; index = lineAfter(index, text)) {
    if (isInner(text.charCodeAt(index))) continue;
    keyAtEdge.lastIndex = index;
    const found = keyAtEdge.exec(text);
    if (found) starts.push({ key: found[1] ?? found[2] ?? '', index });
  }
  return starts.map(({ key, index }, at) => ({ key, lines: text.slice(index, starts[at + 1]?.index) }));
}

const keyAtEdge = /(?:"([^"\\\n]*)"|([A-Za-z_$][\w.$-]*)):(?=\s|$)/y;

/** Spaces, ends of lines, comments and entries of lists. */
const isInner = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x23 || code === 0x2d;

function lineAfter(index: number, text: string): number {
  const end = text.indexOf('\n', index);
  return end < 0 ? text.length : end + 1;
}

function valuesOf(text: string): Readonly<Record<string, unknown>> {
  const { parsed, diagnostics } = parseText(text, '');
  return parsed && !hasErrors(diagnostics) && isRecord(parsed.data) ? parsed.data : {};
}
