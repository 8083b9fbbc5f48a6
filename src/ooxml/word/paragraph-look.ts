/** How a paragraph looks as a whole: what a heading may be told by. */
import { childOf, isOn, valOf } from '../xml-tree.js';
import type { Xml } from '../xml-tree.js';
import type { Listed } from './paragraph-number.js';
import type { ParagraphStyle } from './style-sheet.js';
import type { ParagraphLook, Share, SpanFacts, WordSpan } from './word-text.js';

/** `size` is that of a paragraph without letters. */
export function lookOf(
  direct: Xml | undefined,
  style: ParagraphStyle,
  listed: Listed | null,
  spans: readonly WordSpan[],
  size: number,
): ParagraphLook {
  const places = [...(direct ? [direct] : []), ...style.properties];
  const first = (name: string): Xml | undefined => places.map((place) => childOf(place, name)).find((one) => one !== undefined);
  const { left, firstLine } = indentOf(direct, style, listed);
  return {
    styleId: style.id,
    style: style.name,
    basedOn: style.basedOn,
    outline: outlineOf(valOf(first('w:outlineLvl')), style),
    align: alignments[valOf(first('w:jc')) ?? ''] ?? 'left',
    bold: shareOf(spans, (one) => one.bold),
    italic: shareOf(spans, (one) => one.italic),
    underlined: shareOf(spans, (one) => one.underlined),
    capitals: capitalsIn(spans),
    size: mostly(spans, (one) => one.size) ?? size,
    firstIndent: left + firstLine,
    indent: left,
    keepWithNext: isOn(first('w:keepNext')),
    framed: first('w:framePr') !== undefined,
  };
}

const alignments: Readonly<Record<string, ParagraphLook['align']>> = {
  left: 'left',
  center: 'centre',
  right: 'right',
  both: 'justify',
  distribute: 'justify',
};

/** The tenth level is plain text. Headings of Word have their levels even where the file says nothing of them. */
function outlineOf(written: string | undefined, { id, name }: ParagraphStyle): number | null {
  if (written !== undefined && /^\d$/.test(written)) return written === '9' ? null : Number(written);
  const [, level] = /^heading ([1-9])$/.exec(name) ?? /^heading([1-9])$/i.exec(id) ?? [];
  return level === undefined ? null : Number(level) - 1;
}

const twipsPerPoint = 20;

/** A list sets its own indents over those of a style, and a style that is numbered its own over those of the list. */
function indentOf(direct: Xml | undefined, style: ParagraphStyle, listed: Listed | null): { left: number; firstLine: number } {
  const ofLevel = listed?.definition?.indent ?? undefined;
  const ofStyle = style.properties.map((one) => childOf(one, 'w:ind'));
  const places = [childOf(direct, 'w:ind'), ...(listed?.isDirect ? [ofLevel, ...ofStyle] : [...ofStyle, ofLevel])];
  const found = places.flatMap((one) => (one ? [one.attributes] : []));
  const points = (written: string | undefined): number => (Number(written ?? 0) || 0) / twipsPerPoint;
  const ofFirst = found.find((one) => one['w:hanging'] !== undefined || one['w:firstLine'] !== undefined);
  return {
    left: points(found.find((one) => one['w:left'] !== undefined)?.['w:left']),
    firstLine: ofFirst?.['w:hanging'] === undefined ? points(ofFirst?.['w:firstLine']) : -points(ofFirst['w:hanging']),
  };
}

const letter = /\p{L}/gu;
const lettersIn = (text: string): number => text.match(letter)?.length ?? 0;
const seen = (spans: readonly WordSpan[]): WordSpan[] => spans.filter((one) => !one.hidden);

const shareOf = (spans: readonly WordSpan[], is: (one: SpanFacts) => boolean): Share =>
  share(seen(spans).map((one) => ({ letters: lettersIn(one.text), those: is(one) ? lettersIn(one.text) : 0 })));

/** Letters that have no capitals do not count. */
const capitalsIn = (spans: readonly WordSpan[]): Share =>
  share(
    seen(spans).map((one) => {
      const cased = one.text.match(/[\p{Lu}\p{Ll}]/gu) ?? [];
      return { letters: cased.length, those: one.capitals ? cased.length : cased.filter((sign) => /\p{Lu}/u.test(sign)).length };
    }),
  );

function share(counts: readonly { letters: number; those: number }[]): Share {
  const sum = (of: 'letters' | 'those'): number => counts.reduce((total, one) => total + one[of], 0);
  if (sum('those') === 0) return 'none';
  return sum('those') === sum('letters') ? 'all' : 'some';
}

/** What is said of most letters; null where there are none. */
export function mostly<T>(spans: readonly WordSpan[], of: (one: SpanFacts) => T): T | null {
  const counts = new Map<T, number>();
  for (const one of seen(spans)) {
    const letters = lettersIn(one.text);
    if (letters > 0) counts.set(of(one), (counts.get(of(one)) ?? 0) + letters);
  }
  let [best, most]: [T | null, number] = [null, 0];
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return best;
}
