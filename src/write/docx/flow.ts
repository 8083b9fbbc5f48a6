/**
 * Paragraphs and tables one after another. The last one stays open until the next comes, because what follows decides
 * on the space after it and on whether a page may end there.
 */
import { LineRuleType, Paragraph } from 'docx';
import type { IParagraphOptions, Table } from 'docx';
import { pointTwips } from './ooxml.js';
import type { ParagraphStyles, StyleId } from './styles.js';

export interface Flow {
  paragraph(style: StyleId, options: Omit<IParagraphOptions, 'style' | 'spacing'>, space?: Partial<Space>): void;
  /** `build` is told whether the last row has to stay with what follows. Space in pt. */
  table(build: (keepNext: boolean) => Table, space: Space): void;
  /** Keeps what was written last on the page of what comes next. */
  keepWithNext(): void;
  /** Everything written, ready for the body or a cell; a table is never the last, as Word wants it. */
  close(): (Paragraph | Table)[];
}

export interface Space {
  before: number;
  after: number;
}

interface Open {
  /** Null for a table. */
  style: StyleId | null;
  /** pt; what the style or the profile says. */
  after: number;
  /** pt; what the neighbours want, where it is more than that. */
  widened: number | null;
  keepNext: boolean;
  build(open: Open): Paragraph | Table;
}

const listed: ReadonlySet<StyleId> = new Set(['ListBullet', 'ListNumber', 'TableList']);

/** The smallest height of a line that Word accepts between two tables, in pt. */
const hairline = 1;

/** `gap` is the least space between two paragraphs, pt; entries of a list stand as close as their style says. */
export function openFlow(styles: ParagraphStyles, gap = 0): Flow {
  const written: (Paragraph | Table)[] = [];
  let last: Open | null = null;

  const settle = (): void => {
    if (last) written.push(last.build(last));
    last = null;
  };

  // Word joins neighbouring tables into one, so that something has to stand between them.
  const separate = (height: number, keepNext = last?.keepNext ?? false): void => {
    settle();
    written.push(new Paragraph({ style: 'Separator', ...(keepNext && { keepNext }), spacing: { line: pointTwips(Math.max(height, hairline)), lineRule: LineRuleType.EXACT } }));
  };

  return {
    paragraph(style, options, space = {}) {
      const own = { ...styles[style].text, ...space };
      const before = last?.style === null ? Math.max(own.before, last.after) : own.before;
      if (last?.style && last.after < gap && !(listed.has(style) && listed.has(last.style))) last.widened = gap;
      settle();
      last = {
        style,
        after: own.after,
        widened: null,
        keepNext: options.keepNext ?? false,
        build: ({ widened, keepNext }) => {
          const after = widened ?? own.after;
          const spacing = {
            ...(before !== styles[style].text.before && { before: pointTwips(before) }),
            ...(after !== styles[style].text.after && { after: pointTwips(after) }),
          };
          return new Paragraph({ ...options, style, ...(keepNext && { keepNext }), ...(Object.keys(spacing).length > 0 && { spacing }) });
        },
      };
    },
    table(build, space) {
      if (last?.style === null) separate(Math.max(last.after, space.before));
      else if (last && last.after < space.before) last.widened = space.before;
      settle();
      last = { style: null, after: space.after, widened: null, keepNext: false, build: ({ keepNext }) => build(keepNext) };
    },
    keepWithNext() {
      if (last) last.keepNext = true;
    },
    close() {
      if (last?.style === null) {
        // Where the table fills its page to the last, the line that Word wants after it would be alone on another.
        last.keepNext = true;
        separate(hairline, false);
      }
      settle();
      return written;
    },
  };
}
