/** How cells look: the styles part, which grows with the looks that are asked for. */
import type { Theme } from '../../theme/theme.js';
import type { Format } from '../../document/workbook.js';
import { element } from './xml.js';
import type { Xml } from './xml.js';

/** What a cell is for. */
export type Look = 'title' | 'label' | 'fact' | 'head' | 'cell' | 'entry' | 'reckoned' | 'total' | 'warning' | 'remark';

export interface StyleBook {
  /** The number by which cells refer to a look with a number format. */
  styleOf(look: Look, format?: Format): number;
  /** The styles part with everything that was asked for. */
  part(): Xml;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Families that every office has; the widths are those of the profile’s own fonts. */
const families = { serif: 'Times New Roman', sans: 'Arial' } as const;

/** The dark red of warnings, readable on white. */
const warningColor = 'B00020';

/** pt that a title has more than the table. */
export const titleSize = 4;

/** First of the numbers that are not built into Excel. */
const ownFormats = 164;

interface Parts {
  font: Xml;
  fill: Xml;
  border: Xml;
  alignment: Xml;
}

export function openStyles(theme: Theme, language: string): StyleBook {
  const [fonts, fills, borders] = [register(), register(), register()];
  const formats = new Map<string, number>();
  const styles = register();
  const { color } = theme;
  const family = families[theme.font.body];

  const font = (size: number, tint: string, bold = false): Xml =>
    element(
      'font',
      {},
      ...(bold ? [element('b')] : []),
      element('sz', { val: size }),
      element('color', { rgb: `FF${tint}` }),
      element('name', { val: family }),
      element('family', { val: theme.font.body === 'serif' ? 1 : 2 }),
    );
  const noFill = element('fill', {}, element('patternFill', { patternType: 'none' }));
  const filled = (tint: string): Xml =>
    element(
      'fill',
      {},
      element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb: `FF${tint}` }), element('bgColor', { indexed: 64 })),
    );
  const edge = (side: string): Xml => element(side, { style: 'thin' }, element('color', { rgb: `FF${color.rule}` }));
  const bordered = (...sides: readonly string[]): Xml =>
    element(
      'border',
      {},
      ...['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => (sides.includes(side) ? edge(side) : element(side))),
    );
  const grid = bordered('left', 'right', 'top', 'bottom');
  const alignment = (wrap: boolean, vertical = 'top', more: { horizontal?: string; shrinkToFit?: number } = {}): Xml =>
    element('alignment', { ...more, vertical, wrapText: wrap ? 1 : undefined });
  const { size } = theme.table;
  const plain = font(size, color.text);

  const looks: Record<Look, Parts> = {
    title: { font: font(size + titleSize, color.accent, true), fill: noFill, border: bordered(), alignment: alignment(false, 'center') },
    label: { font: font(size, color.quiet), fill: noFill, border: bordered(), alignment: alignment(false, 'center') },
    fact: {
      font: plain,
      fill: noFill,
      border: bordered('bottom'),
      alignment: alignment(false, 'center', { horizontal: 'left', shrinkToFit: 1 }),
    },
    head: { font: font(size, color.tableHead, true), fill: filled(color.shade), border: grid, alignment: alignment(true, 'center') },
    cell: { font: plain, fill: noFill, border: grid, alignment: alignment(true) },
    entry: { font: plain, fill: noFill, border: grid, alignment: alignment(true) },
    reckoned: { font: plain, fill: filled(color.shade), border: grid, alignment: alignment(true) },
    total: { font: font(size, color.text, true), fill: filled(color.shade), border: grid, alignment: alignment(true) },
    warning: { font: font(size, warningColor, true), fill: noFill, border: bordered(), alignment: alignment(false) },
    remark: { font: font(size, color.quiet), fill: noFill, border: bordered(), alignment: alignment(false) },
  };

  // Excel takes the first font, fill and border for those of cells without a style, and wants these two fills.
  fonts.numberOf(plain);
  fills.numberOf(noFill);
  fills.numberOf(element('fill', {}, element('patternFill', { patternType: 'gray125' })));
  borders.numberOf(bordered());
  styles.numberOf(element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }));

  function formatNumber(format: Format): number {
    const code = codeOf(format, language);
    if (code === null) return 0;
    const known = formats.get(code) ?? ownFormats + formats.size;
    formats.set(code, known);
    return known;
  }

  return {
    styleOf(look, format = 'plain') {
      const { font: type, fill, border } = looks[look];
      // Dates stand beside words; at the right edge of their cell they would touch the next one.
      const place = isDate(format) && look !== 'fact' ? alignment(true, 'top', { horizontal: 'left' }) : looks[look].alignment;
      return styles.numberOf(
        element(
          'xf',
          {
            numFmtId: formatNumber(format),
            fontId: fonts.numberOf(type),
            fillId: fills.numberOf(fill),
            borderId: borders.numberOf(border),
            xfId: 0,
            applyNumberFormat: 1,
            applyFont: 1,
            applyFill: 1,
            applyBorder: 1,
            applyAlignment: 1,
          },
          place,
        ),
      );
    },
    part: () =>
      element(
        'styleSheet',
        { xmlns: main },
        ...(formats.size > 0
          ? [
              element(
                'numFmts',
                { count: formats.size },
                ...[...formats].map(([code, number]) => element('numFmt', { numFmtId: number, formatCode: code })),
              ),
            ]
          : []),
        fonts.list('fonts'),
        fills.list('fills'),
        borders.list('borders'),
        element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
        styles.list('cellXfs'),
        element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
        // A row that is dealt with steps back.
        element(
          'dxfs',
          { count: 1 },
          element(
            'dxf',
            {},
            element('font', {}, element('color', { rgb: `FF${color.quiet}` })),
            element('fill', {}, element('patternFill', {}, element('bgColor', { rgb: `FF${color.shade}` }))),
          ),
        ),
      ),
  };
}

const isDate = (format: Format): boolean => format === 'date' || format === 'day';

/** A list of elements, each of them once. */
function register() {
  const numbers = new Map<Xml, number>();
  return {
    numberOf(one: Xml): number {
      const number = numbers.get(one) ?? numbers.size;
      numbers.set(one, number);
      return number;
    },
    list: (name: string): Xml => element(name, { count: numbers.size }, ...numbers.keys()),
  };
}

/** Order and separators of a date, with the number of the language that Windows gave it, in which weekdays are said. */
const dates: Readonly<Record<string, { date: string; language: string }>> = {
  ru: { date: 'dd\\.mm\\.yyyy', language: '419' },
  nl: { date: 'dd\\-mm\\-yyyy', language: '413' },
  en: { date: 'dd\\/mm\\/yyyy', language: '809' },
  'en-US': { date: 'mm\\/dd\\/yyyy', language: '409' },
};

/** Null for the format that every cell has. The separators of figures are those that the reader’s own computer is set to. */
function codeOf(format: Format, language: string): string | null {
  const { date = '', language: number = '' } = dates[language] ?? dates[language.slice(0, 2)] ?? {};
  switch (format) {
    case 'plain':
      return null;
    case 'whole':
      return '#,##0';
    case 'tenths':
      return '#,##0.0';
    case 'percent':
      return '0%';
    case 'percent-tenths':
      return '0.0%';
    case 'date':
      return `[$-${number}]${date}`;
    case 'day':
      return `[$-${number}]ddd\\ ${date}`;
  }
}
