/** The sheet: its size, margins and page numbers. */
import { Footer, Header, PageOrientation } from 'docx';
import type { ISectionOptions, Paragraph } from 'docx';
import type { Theme } from '../../theme/theme.js';
import { forLibrary } from './insides.js';
import type { HeaderPage, Surroundings } from './letterhead.js';
import { twips } from './ooxml.js';
import type { Element } from './ooxml.js';
import { pageField, paragraph, run, words } from './paragraph.js';

/** What the library calls a section, without its text. */
export function pageOf({ page, pageNumber }: Theme, around: Surroundings): Omit<ISectionOptions, 'children'> {
  const atTop = pageNumber.place === 'top-center';
  const total = pageNumber.total ? [run({}, words(' / ')), ...pageField('NUMPAGES')] : [];
  const number = (on: HeaderPage, style: 'Header' | 'Footer'): Element[] =>
    on === 'first' && pageNumber.from > 1
      ? []
      : [
          paragraph({
            style,
            alignment: pageNumber.place === 'bottom-right' ? 'right' : 'center',
            children: [...pageField('PAGE'), ...total],
          }),
        ];
  const headerOf = (on: HeaderPage): Element[] => [...(atTop ? number(on, 'Header') : []), ...around.header(on)];
  const footerOf = (on: HeaderPage): Element[] => [...around.footer(on), ...(atTop || around.identified ? [] : number(on, 'Footer'))];
  const firstDiffers = pageNumber.from > 1 || around.first;
  const pages: readonly HeaderPage[] = firstDiffers ? ['default', 'first'] : ['default'];
  // Word wants a paragraph in every header there is.
  const parts = <Part>(
    contentOf: (on: HeaderPage) => Element[],
    style: 'Header' | 'Footer',
    make: (options: { children: readonly Paragraph[] }) => Part,
  ): Partial<Record<HeaderPage, Part>> => {
    const filled = pages.map((on) => [on, contentOf(on)] as const);
    if (filled.every(([, children]) => children.length === 0)) return {};
    return Object.fromEntries(
      filled.map(([on, own]) => [on, make({ children: forLibrary(own.length > 0 ? own : [paragraph({ style })]) })]),
    );
  };
  const distance = twips(pageNumber.distance);
  return {
    headers: parts(headerOf, 'Header', (options) => new Header(options)),
    footers: parts(footerOf, 'Footer', (options) => new Footer(options)),
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
