/**
 * Paragraphs and tables one after another. The last one stays open until the next comes, because what follows decides
 * on the space after it and on whether a page may end there.
 */
import { pointTwips } from './ooxml.js';
import type { Element } from './ooxml.js';
import { paragraph } from './paragraph.js';
import type { ParagraphOptions } from './paragraph.js';
import type { ParagraphStyles, StyleId } from './styles.js';

export interface Flow {
  paragraph(style: StyleId, options: Omit<ParagraphOptions, 'style' | 'spacing'>, space?: Partial<Space>): void;
  /** `build` is told whether the last row has to stay with what follows. Space in pt. */
  table(build: (keepNext: boolean) => Element, space: Space): void;
  /** Keeps what was written last on the page of what comes next. */
  keepWithNext(): void;
  /** Everything written, ready for a cell, a header or a footer; a table is never the last, as Word wants it. */
  close(): Element[];
  /** The same, not built yet. */
  finish(): Settled[];
  /** What is written so far and what of it is open yet; another flow goes on from there. */
  leave(): { settled: Settled[]; open: Settled | null };
}

export interface Space {
  before: number;
  after: number;
}

/** A paragraph or table, without what its neighbours decide. */
export interface Open {
  /** Null for a table. */
  style: StyleId | null;
  /** pt; what the style or the profile says. */
  after: number;
  build(end: End): Element;
}

/** What the neighbours decide. */
export interface End {
  /** pt; the space that they want, where it is more than there is. */
  widened: number | null;
  keepNext: boolean;
}

export interface Settled {
  open: Open;
  end: End;
}

const listed: ReadonlySet<StyleId> = new Set(['ListBullet', 'ListNumber', 'TableList']);

/** The smallest height of a line that Word accepts between two tables, in pt. */
const hairline = 1;

/**
 * `gap` is the least space between two paragraphs, pt; entries of a list stand as close as their style says. `from` is
 * what another flow left open; nothing that is written depends on more of it than its style, its space and its end.
 */
export function openFlow(styles: ParagraphStyles, gap = 0, from: Settled | null = null): Flow {
  const written: Settled[] = [];
  let last = from;

  const settle = (): void => {
    if (last) written.push(last);
    last = null;
  };
  const widen = (space: number): void => {
    if (last) last = { ...last, end: { ...last.end, widened: space } };
  };

  // Word joins neighbouring tables into one, so that something has to stand between them.
  const separate = (height: number, keepNext = last?.end.keepNext ?? false): void => {
    settle();
    const spacing = { 'w:line': pointTwips(Math.max(height, hairline)), 'w:lineRule': 'exact' };
    written.push({
      open: { style: 'Separator', after: 0, build: () => paragraph({ style: 'Separator', keepNext, spacing }) },
      end: { widened: null, keepNext },
    });
  };

  const flow: Flow = {
    paragraph(style, options, space = {}) {
      const own = { ...styles[style].text, ...space };
      const before = last?.open.style === null ? Math.max(own.before, last.open.after) : own.before;
      if (last?.open.style && last.open.after < gap && !(listed.has(style) && listed.has(last.open.style))) widen(gap);
      settle();
      const build = ({ widened, keepNext }: End): Element => {
        const after = widened ?? own.after;
        const usual = styles[style].text;
        const spacing = {
          ...(after !== usual.after && { 'w:after': pointTwips(after) }),
          ...(before !== usual.before && { 'w:before': pointTwips(before) }),
        };
        const apart = after !== usual.after || before !== usual.before;
        return paragraph({ ...options, style, keepNext, ...(apart && { spacing }) });
      };
      last = { open: { style, after: own.after, build }, end: { widened: null, keepNext: options.keepNext ?? false } };
    },
    table(build, space) {
      if (last?.open.style === null) separate(Math.max(last.open.after, space.before));
      else if (last && last.open.after < space.before) widen(space.before);
      settle();
      last = {
        open: { style: null, after: space.after, build: ({ keepNext }) => build(keepNext) },
        end: { widened: null, keepNext: false },
      };
    },
    keepWithNext() {
      if (last) last = { ...last, end: { ...last.end, keepNext: true } };
    },
    leave: () => ({ settled: written, open: last }),
    finish() {
      if (last?.open.style === null) {
        // Where the table fills its page to the last, the line that Word wants after it would be alone on another.
        flow.keepWithNext();
        separate(hairline, false);
      }
      settle();
      return written;
    },
    close: () => flow.finish().map(({ open, end }) => open.build(end)),
  };
  return flow;
}
