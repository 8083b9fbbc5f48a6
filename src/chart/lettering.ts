/** Texts of boxes broken into lines, measured in the faces that pages are set in. */
import { divisions } from '../language/hyphenation.js';
import { onOneLine } from '../layout/words.js';
import { chartFace } from '../layout/chart.js';
import type { FontSet } from '../layout/fonts.js';

/** How a text looks; pt. */
export interface Lettering {
  readonly size: number;
  readonly strong: boolean;
  readonly emphasis: boolean;
}

/** Millimetres in a point. */
export const point = 25.4 / 72;

export interface Letters {
  /** Lines of at most `width` mm, and at most `most` of them: what does not fit ends in an ellipsis. */
  lines(text: string, lettering: Lettering, width: number, most: number): readonly string[];
}

/** `language` is a BCP 47 tag: words that are longer than a line are divided by its rules. */
export function lettersIn(fonts: FontSet, language: string): Letters {
  const widthOf = (text: string, lettering: Lettering): number => {
    const face = chartFace(fonts, lettering);
    return face.measure(onOneLine(text, face)).width * lettering.size * point;
  };
  return {
    lines(text, lettering, width, most) {
      const fits = (line: string): boolean => widthOf(line, lettering) <= width;
      const lines: string[] = [];
      // Texts may be of any length, and no more of one is looked at than can be shown.
      for (const line of broken(text.slice(0, most * longestLine), fits, language)) {
        lines.push(line);
        if (lines.length > most) return [...lines.slice(0, most - 1), shortened(lines[most - 1] ?? '', fits)];
      }
      return lines;
    },
  };
}

/** Letters of a line, were all of them the narrowest and the box wide. */
const longestLine = 200;

/** Where a line may end besides at a space: behind the hyphen of a compound, behind a slash. */
const joints = /(?<=\p{L}{3}-)(?=\p{L}{3})|(?<=\/)(?=\p{L})/u;

function* broken(text: string, fits: (line: string) => boolean, language: string): Generator<string> {
  let line = '';
  // Words that should stay together part where a line is too short for them.
  const words = text.split(/[ \t\r\n]+/u).flatMap((word) => (fits(word) ? [word] : word.split('\u00A0')));
  for (const word of words.filter(Boolean)) {
    let gap = line === '' ? '' : ' ';
    for (const part of word.split(joints)) {
      if (fits(`${line}${gap}${part}`)) line += `${gap}${part}`;
      else {
        if (line !== '') yield line;
        line = '';
        for (const piece of fits(part) ? [part] : divided(part, fits, language)) {
          if (line !== '') yield line;
          line = piece;
        }
      }
      gap = '';
    }
  }
  if (line !== '') yield line;
}

/** A word that is longer than a line, by its syllables, else wherever the line is full. */
function* divided(word: string, fits: (line: string) => boolean, language: string): Generator<string> {
  let rest = word;
  while (!fits(rest)) {
    const syllable = divisions(rest, language).findLast((at) => fits(`${rest.slice(0, at)}-`));
    if (syllable !== undefined) {
      yield `${rest.slice(0, syllable)}-`;
      rest = rest.slice(syllable);
      continue;
    }
    const letters = [...rest];
    let count = 1;
    while (count < letters.length && fits(letters.slice(0, count + 1).join(''))) count += 1;
    yield letters.slice(0, count).join('');
    rest = letters.slice(count).join('');
  }
  if (rest !== '') yield rest;
}

function shortened(line: string, fits: (line: string) => boolean): string {
  const letters = [...line];
  while (letters.length > 1 && !fits(`${letters.join('').trimEnd()}…`)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
