/** Which of the theme's styles a paragraph has, in running text and in cells. */
import type { Paragraph } from '../document/document.js';
import type { TextStyle, Theme } from '../theme/theme.js';
import type { Lettering } from './atoms.js';
import type { CellLook, Room } from './room.js';

export const letteringOf = (theme: Theme, size: number, cell: Pick<CellLook, 'bold' | 'color'> | null = null): Lettering => ({
  family: theme.font.body,
  size,
  bold: cell?.bold ?? false,
  color: cell?.color ?? theme.color.text,
});

/** Headings and titles have a family and a colour of their own. */
export const headingLettering = (theme: Theme, style: { size: number; bold: boolean }): Lettering => ({
  family: theme.font.heading,
  size: style.size,
  bold: style.bold,
  color: theme.color.accent,
});

/** Text in a table has the table's size and the column's alignment; a note stays smaller. */
export function styleOf(style: Paragraph['style'], room: Room): TextStyle {
  const { theme } = room.setting;
  if (room.cell) {
    const size = style === 'note' ? Math.min(theme.note.size, room.cell.size) : room.cell.size;
    // Paragraphs of one cell are told apart by a little space; below the last one it does not count.
    return { size, align: room.cell.align, spacing: room.cell.spacing, before: 0, after: size / 4 };
  }
  switch (style) {
    case 'requisite':
      return theme.requisite;
    case 'note':
      return theme.note;
    case 'body':
    case 'lead':
      return theme.text;
  }
}
