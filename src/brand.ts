/** The layout profile in the colours and type of an organisation. */
import { contrast, readable } from './contrast.js';
import type { Document } from './document.js';
import type { Theme } from './theme.js';

/**
 * The profile with what the document says of the organisation's brand; without a brand, the profile itself. Heads of
 * tables stay in the colour of text where the accent could not be read on their shade.
 */
export function branded(theme: Theme, { brand }: Document): Theme {
  const { accent, font } = brand ?? {};
  const { color } = theme;
  return {
    ...theme,
    ...(accent !== undefined && {
      color: { ...color, accent, rule: accent, tableHead: contrast(accent, color.shade) >= readable ? accent : color.text },
    }),
    ...(font && { font: { body: font, heading: font } }),
  };
}
