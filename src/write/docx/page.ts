/** The sheet: its size, margins and page numbers. */
import { Footer, Header, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { ISectionOptions, Table } from 'docx';
import type { Theme } from '../../theme/theme.js';
import type { HeaderPage, Surroundings } from './letterhead.js';
import { twips } from './ooxml.js';

/** What the library calls a section, without its text. */
export function pageOf({ page, pageNumber }: Theme, around: Surroundings): Omit<ISectionOptions, 'children'> {
  const atTop = pageNumber.place === 'top-center';
  const content = pageNumber.total ? [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] : [PageNumber.CURRENT];
  const number = (on: HeaderPage, style: 'Header' | 'Footer'): Paragraph[] =>
    on === 'first' && pageNumber.from > 1
      ? []
      : [
          new Paragraph({
            style,
            alignment: pageNumber.place === 'bottom-right' ? 'right' : 'center',
            children: [new TextRun({ children: content })],
          }),
        ];
  const headerOf = (on: HeaderPage): (Paragraph | Table)[] => [...(atTop ? number(on, 'Header') : []), ...around.header(on)];
  const footerOf = (on: HeaderPage): (Paragraph | Table)[] => [
    ...around.footer(on),
    ...(atTop || around.identified ? [] : number(on, 'Footer')),
  ];
  const firstDiffers = pageNumber.from > 1 || around.first;
  const pages: readonly HeaderPage[] = firstDiffers ? ['default', 'first'] : ['default'];
  // Word wants a paragraph in every header there is.
  const parts = <Part>(
    contentOf: (on: HeaderPage) => (Paragraph | Table)[],
    style: 'Header' | 'Footer',
    make: (children: (Paragraph | Table)[]) => Part,
  ): Partial<Record<HeaderPage, Part>> => {
    const filled = pages.map((on) => [on, contentOf(on)] as const);
    if (filled.every(([, children]) => children.length === 0)) return {};
    return Object.fromEntries(filled.map(([on, children]) => [on, make(children.length > 0 ? children : [new Paragraph({ style })])]));
  };
  const distance = twips(pageNumber.distance);
  return {
    headers: parts(headerOf, 'Header', (children) => new Header({ children })),
    footers: parts(footerOf, 'Footer', (children) => new Footer({ children })),
    properties: {
      titlePage: firstDiffers,
      page: {
        // The library swaps the sides of a turned sheet.
        size:
          page.width > page.height
            ? { width: twips(page.height), height: twips(page.width), orientation: PageOrientation.LANDSCAPE }
            : { width: twips(page.width), height: twips(page.height) },
        margin: {
          top: twips(page.margin.top),
          right: twips(page.margin.right),
          bottom: twips(page.margin.bottom),
          left: twips(page.margin.left),
          header: distance,
          footer: distance,
          gutter: 0,
        },
      },
    },
  };
}

/** Between the margins, in twips. */
export const textWidth = ({ page }: Theme): number => twips(page.width) - twips(page.margin.left) - twips(page.margin.right);
