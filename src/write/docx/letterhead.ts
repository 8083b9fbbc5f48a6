/** What the organisation puts around the text: the letterhead in the header, lines and the code in the footer. */
import type { Code, Document, Figure, Identity, Inline } from '../../document/document.js';
import { pictureOf } from './code-picture.js';
import type { Context } from './context.js';
import { openFlow } from './flow.js';
import { identityParagraph } from './identity.js';
import { points, pointTwips, twips } from './ooxml.js';
import type { Element } from './ooxml.js';
import { content, figure } from './prose.js';
import { cellOf, fixedTable } from './tables.js';
import type { GridCell } from './tables.js';

export type HeaderPage = 'first' | 'default';

export interface Surroundings {
  /** The first page differs from the others. */
  first: boolean;
  /** The footer has the page number already. */
  identified: boolean;
  /** What stands in the header and in the footer, apart from page numbers; empty for nothing. Each call makes it anew. */
  header(page: HeaderPage): Element[];
  footer(page: HeaderPage): Element[];
}

/** Word makes room for headers and footers by itself; what they need towards the text is the space of their paragraphs. */
export function surroundingsOf({ letterhead, footer = [], code, identity }: Document, context: Context): Surroundings {
  const {
    theme: { furniture, qr },
  } = context;
  const gap = points(furniture.gap);
  const apart = (fill: (inside: Context) => void): Element[] => {
    const flow = openFlow(context.styles);
    fill({ ...context, flow });
    return flow.close();
  };
  return {
    identified: identity !== undefined,
    first: letterhead !== undefined || (code !== undefined && qr !== null),
    header(page) {
      if (page !== 'first' || !letterhead) return [];
      const { logo, lines } = letterhead;
      return apart((inside) => {
        if (logo) figure(logo, inside, { after: lines.length > 0 ? gap / 2 : gap });
        lines.forEach((line, at) =>
          inside.flow.paragraph('Letterhead', content(line, 'Letterhead', inside), at === lines.length - 1 ? { after: gap } : {}),
        );
      });
    },
    footer(page) {
      if (page === 'first' && code && qr) return apart((inside) => footerWithCode(footer, identity, code, qr, gap, inside));
      return [
        ...(footer.length > 0 ? apart((inside) => footerLines(footer, gap, inside)) : []),
        ...(identity ? [identityParagraph(identity, context.theme, context.width, footer.length > 0 ? 0 : pointTwips(gap))] : []),
      ];
    },
  };
}

function footerLines(lines: readonly (readonly Inline[])[], gap: number, context: Context): void {
  lines.forEach((line, at) => context.flow.paragraph('FooterLine', content(line, 'FooterLine', context), at === 0 ? { before: gap } : {}));
}

/** The code stands at the right margin; centred lines stay in the middle of the sheet. */
function footerWithCode(
  lines: readonly (readonly Inline[])[],
  identity: Identity | undefined,
  { alt, squares }: Code,
  { size, distance }: { size: number; distance: number },
  gap: number,
  context: Context,
): void {
  const {
    theme: { furniture, page },
    width,
  } = context;
  const picture: Figure = { type: 'figure', format: 'png', data: pictureOf(squares), width: size, height: size, alt, align: 'right' };
  if (lines.length === 0 && !identity) {
    figure(picture, context, { before: gap, after: 0 });
    return;
  }
  const taken = Math.max(0, twips(distance + size + furniture.gap - page.margin.right));
  const centred = furniture.align === 'center';
  const middle = width - (centred ? 2 : 1) * taken;
  const written = cellOf(context, middle, (inside) => footerLines(lines, gap, inside));
  const middleCell: GridCell = identity
    ? {
        ...written,
        children: [
          ...(lines.length > 0 ? written.children : []),
          identityParagraph(identity, context.theme, middle, lines.length > 0 ? 0 : pointTwips(gap)),
        ],
      }
    : written;
  const cells: [number, GridCell][] = [
    ...(centred ? [[taken, cellOf(context, taken, (inside) => inside.flow.paragraph('FooterLine', {}))] as [number, GridCell]] : []),
    [middle, middleCell],
    [taken, cellOf(context, taken, (inside) => figure(picture, inside, { before: gap, after: 0 }))],
  ];
  const row = { cells: cells.map(([, cell]) => ({ ...cell, align: 'bottom' as const })) };
  context.flow.table(
    (keepNext) =>
      fixedTable(
        cells.map(([own]) => own),
        [row],
        'TableLayout',
        0,
        keepNext,
      ),
    { before: 0, after: 0 },
  );
}
