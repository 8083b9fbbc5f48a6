/** What documents share that are set alike. */
import type { Theme } from '../../theme/theme.js';
import { stylesTaken, stylesWorn } from './company-styles.js';
import type { Setting } from './shell.js';
import { profileFor, turnedWith } from './reference.js';
import type { ReferenceDocument } from './reference.js';
import { paragraphStyles } from './styles.js';
import type { ParagraphStyles } from './styles.js';

export interface Look extends Setting {
  /** Our own styles as they look in the file. */
  styles: ParagraphStyles;
  /** The styles that the reference document has as well. */
  taken: ReadonlySet<string>;
}

export function openLook(profile: Theme, given: ReferenceDocument | null): Look {
  const reference = given && turnedWith(profile, given);
  const theme = reference ? profileFor(profile, reference) : profile;
  const own = paragraphStyles(theme);
  return {
    theme,
    reference,
    own,
    styles: reference ? stylesWorn(own, reference.styles) : own,
    taken: new Set(reference ? stylesTaken(own, reference.styles).keys() : []),
  };
}
