/** The sheet: its size, margins and page numbers. */
import { Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import type { ISectionOptions } from 'docx';
import type { Theme } from '../../theme.js';
import { twips } from './ooxml.js';

/**
 * What the library calls a section, without its text. Word leaves out the number of the first page only, so that a
 * profile that numbers from a later page than the second gets numbers from the second.
 */
export function pageOf({ page, pageNumber }: Theme): Omit<ISectionOptions, 'children'> {
  const atTop = pageNumber.place === 'top-center';
  const style = atTop ? 'Header' : 'Footer';
  const content = pageNumber.total ? [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] : [PageNumber.CURRENT];
  const number = [new Paragraph({ style, alignment: pageNumber.place === 'bottom-right' ? 'right' : 'center', children: [new TextRun({ children: content })] })];
  const nothing = [new Paragraph({ style })];
  const notOnFirst = pageNumber.from > 1;
  const distance = twips(pageNumber.distance);
  return {
    ...(atTop
      ? { headers: { default: new Header({ children: number }), ...(notOnFirst && { first: new Header({ children: nothing }) }) } }
      : { footers: { default: new Footer({ children: number }), ...(notOnFirst && { first: new Footer({ children: nothing }) }) } }),
    properties: {
      titlePage: notOnFirst,
      page: {
        size: { width: twips(page.width), height: twips(page.height) },
        margin: {
          top: twips(page.margin.top), right: twips(page.margin.right), bottom: twips(page.margin.bottom), left: twips(page.margin.left),
          header: distance, footer: distance, gutter: 0,
        },
      },
    },
  };
}

/** Between the margins, in twips. */
export const textWidth = ({ page }: Theme): number => twips(page.width) - twips(page.margin.left) - twips(page.margin.right);
