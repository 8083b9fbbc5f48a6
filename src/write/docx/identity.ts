/** The line that identifies a sheet, in words and in the fields by which Word counts pages. */
import type { Identity } from '../../document/document.js';
import { footGap, identityLine, joinedIdentity, pageWords, widestPage } from '../../document/identity.js';
import { widthInEms } from '../../document/letters.js';
import type { Theme } from '../../theme/theme.js';
import { pointTwips, twips } from './ooxml.js';
import type { Element } from './ooxml.js';
import { pageField, paragraph, run, words } from './paragraph.js';

export interface IdentityLine {
  /** Without the page where `page` stands at the other edge; else with the separator before it. */
  line: string;
  page: readonly [string, string, string];
  split: boolean;
}

/** The line as a foot `width` twips wide takes it. */
export function identityIn(identity: Identity, { pageNumber, furniture, font }: Theme, width: number): IdentityLine {
  const split = pageNumber.place === 'bottom-right';
  const widthOf = (text: string): number => pointTwips(widthInEms(text, font.body) * furniture.size);
  const page = pageWords(identity, widestPage, widestPage);
  const line = identityLine(identity, (text) =>
    split ? widthOf(text) + twips(footGap) + widthOf(page) <= width : widthOf(joinedIdentity(text, page)) <= width,
  );
  return { line: split ? line : joinedIdentity(line, ''), page: identity.page, split };
}

/** As a paragraph of the footer. `space` is twips above it. */
export function identityParagraph(identity: Identity, theme: Theme, width: number, space: number): Element {
  const { line, page, split } = identityIn(identity, theme, width);
  const [before, between, after] = page;
  return paragraph({
    style: 'FooterLine',
    ...(space > 0 && { spacing: { 'w:before': space } }),
    ...(split && { alignment: 'left', tabStop: { position: width } }),
    children: [
      run({}, words(line), ...(split ? [words('\t')] : []), words(before)),
      ...pageField('PAGE'),
      run({}, words(between)),
      ...pageField('NUMPAGES'),
      run({}, words(after)),
    ],
  });
}
