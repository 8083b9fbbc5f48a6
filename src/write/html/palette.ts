/** The colours of a page by day and by night, from the few that the layout profile names for paper. */
import { contrast, readable } from '../../theme/contrast.js';
import type { Theme } from '../../theme/theme.js';

/** RGB, six hexadecimal digits each. */
export interface Palette {
  /** Around the sheet, on wide screens. */
  desk: string;
  paper: string;
  shade: string;
  text: string;
  /** Captions and hints. */
  quiet: string;
  accent: string;
  /** Heads of tables. */
  head: string;
  /** Lines that part things. */
  rule: string;
  /** Edges of controls. */
  edge: string;
}

const black = '000000';
const white = 'FFFFFF';

/** The least contrast that WCAG 2.2 asks of controls. */
const visible = 3;

export const day = ({ color }: Theme): Palette => palette(color.shade, white, color.shade, color.text, { ...color, head: headOf(color) });

/** Ink and paper change places: the shade of the paper is the ink, and the paper is the shade in the dark. */
export function night({ color }: Theme): Palette {
  const lit = (part: number): string => mix(black, color.shade, part);
  // What is strong on white is strong in the dark too, but keeps its hue.
  const strength = (readable + Math.max(readable, contrast(color.accent, white))) / 2;
  return palette(lit(0.05), lit(0.1), lit(0.17), lit(0.93), { accent: color.accent, rule: lit(0.3), head: headOf(color) }, strength);
}

/** Null for heads in the colour of all text. */
const headOf = ({ tableHead, text }: Theme['color']): string | null => (tableHead === text ? null : tableHead);

function palette(
  desk: string,
  paper: string,
  shade: string,
  ink: string,
  { accent, rule, head }: { accent: string; rule: string; head: string | null },
  strength = readable,
): Palette {
  const on = [paper, shade];
  const text = legible(ink, on, readable);
  return {
    desk,
    paper,
    shade,
    text,
    rule,
    quiet: legible(mix(paper, text, 0.6), on, readable),
    accent: legible(accent, on, strength),
    head: head === null ? text : legible(head, on, strength),
    edge: legible(mix(paper, text, 0.45), on, visible),
  };
}

/** The colour itself, or the nearest on the way to black or white that stands out from its grounds. */
function legible(color: string, grounds: readonly string[], ratio: number): string {
  const goal = grounds.every((ground) => contrast(white, ground) > contrast(black, ground)) ? white : black;
  const steps = 20;
  for (let step = 0; step < steps; step++) {
    const candidate = mix(color, goal, step / steps);
    if (grounds.every((ground) => contrast(candidate, ground) >= ratio)) return candidate;
  }
  return goal;
}

/** `part` of the way from one colour to another. */
function mix(from: string, to: string, part: number): string {
  const [start, end] = [channels(from), channels(to)];
  return start
    .map((channel, at) =>
      Math.round(channel + ((end[at] ?? 0) - channel) * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}

const channels = (color: string): number[] => [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16));
