/** The places to sign. */
import { text } from '../../document/document.js';
import type { Signature, SignatureCell } from '../../document/document.js';
import type { Context } from './context.js';
import { divide, twips } from './ooxml.js';
import { content } from './prose.js';
import { cellOf, fixedTable, gutter } from './tables.js';
import type { GridCell, GridRow } from './tables.js';
import { tracked } from './tracks.js';

/** How many lines of text a hand needs to sign. */
const hand = 2;

export function signature({ lead, cells }: Signature, context: Context): void {
  const { theme, flow, left, width } = context;
  // Nobody should sign a sheet with nothing else on it.
  flow.keepWithNext();
  if (lead.length > 0)
    flow.paragraph('SignatureLead', { ...content(lead, 'SignatureLead', context), ...(left > 0 && { indent: { 'w:left': left } }) });
  if (cells.length === 0) return;

  const gap = twips(gutter);
  const places = divide(
    width - gap * (cells.length - 1),
    cells.map((cell) => cell.share),
  );
  // Lines side by side would look like one without a column between them.
  const columns = places.flatMap((place, at) => (at === 0 ? [place] : [gap, place]));
  const row = (fill: (cell: SignatureCell, inside: Context) => GridCell): GridCell[] =>
    cells.flatMap((cell, at) => {
      const filled = fill(cell, { ...context, left: 0, width: places[at] ?? 0 });
      return at === 0 ? [filled] : [captionOf(null, context), filled];
    });

  const rows: GridRow[] = [{ cells: row(placeOf), height: theme.text.size * theme.text.spacing * hand }];
  if (cells.some((cell) => cell.caption !== null)) rows.push({ cells: row((cell, inside) => captionOf(cell.caption, inside)) });
  flow.table(
    (keepNext) =>
      fixedTable(
        columns,
        rows.map((one, at) => ({ ...one, keepNext: at < rows.length - 1, ...tracked(context.revision, context.tracks) })),
        'TableLayout',
        left,
        keepNext,
      ),
    { before: lead.length > 0 ? 0 : theme.signature.before, after: theme.text.after },
  );
}

/** With a caption, a place to write in; without, words that stand before one, such as a post. */
function placeOf({ caption, content: words }: SignatureCell, context: Context): GridCell {
  const place = caption !== null;
  return {
    ...cellOf(context, context.width, (inside) =>
      inside.flow.paragraph('SignaturePlace', {
        ...content(words, 'SignaturePlace', inside, place ? { lines: 'place' } : { align: 'left' }),
        ...(!place && { alignment: 'left' }),
      }),
    ),
    align: 'bottom',
    ...(place && { line: context.theme.color.text }),
  };
}

const captionOf = (caption: string | null, context: Context): GridCell =>
  cellOf(context, context.width, (inside) =>
    inside.flow.paragraph('SignatureCaption', content(caption === null ? [] : [text(caption)], 'SignatureCaption', inside)),
  );
