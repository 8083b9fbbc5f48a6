/** The layout profile in the colours and type of an organisation, its sheets as the document wants them. */
import { contrast, readable } from './contrast.js';
import type { Document } from '../document/document.js';
import type { Theme } from './theme.js';

/**
 * The profile with what the document says of the organisation's brand and with its sheets turned for wide tables; without
 * either, the profile itself. Heads of tables stay in the colour of text where the accent could not be read on their shade.
 */
export function branded(theme: Theme, { brand, orientation }: Pick<Document, 'brand' | 'orientation'>): Theme {
  const { accent, font } = brand ?? {};
  const { color, page } = theme;
  return {
    ...theme,
    // The margins stay: the sheets are bound at the same side as the others.
    ...(orientation === 'landscape' && { page: { ...page, width: page.height, height: page.width } }),
    ...(accent !== undefined && {
      color: { ...color, accent, rule: accent, tableHead: contrast(accent, color.shade) >= readable ? accent : color.text },
    }),
    ...(font && { font: { body: font, heading: font } }),
  };
}
