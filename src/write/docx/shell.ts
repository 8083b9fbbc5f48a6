/** All that a file is besides its text: styles, numberings, settings, properties, headers and footers. */
import { File } from 'docx';
import { strFromU8, strToU8 } from 'fflate';
import type { Document } from '../../document/document.js';
import type { Theme } from '../../theme/theme.js';
import { dress } from './company-look.js';
import type { Context } from './context.js';
import { correctedParts, withText } from './insides.js';
import type { Parts } from './insides.js';
import { surroundingsOf } from './letterhead.js';
import { pageOf } from './page.js';
import { keepPlaceholders } from './placeholders.js';
import type { ReferenceDocument } from './reference.js';
import { styleSheet } from './styles.js';
import type { ParagraphStyles } from './styles.js';
import { settleEnds } from './track-ends.js';
import { packed } from './zip.js';
import type { PackedPart } from './zip.js';

/** How the file is set. */
export interface Setting {
  /** The layout profile, fitted to the reference document where there is one. */
  theme: Theme;
  /** Our own styles. */
  own: ParagraphStyles;
  reference: ReferenceDocument | null;
}

/** The file without its text. */
export interface Shell {
  /** Turns the names of our styles in the text into those of the file. */
  named(text: Uint8Array): Uint8Array;
  /** What stands before and after the text in its own part. */
  around: [Uint8Array, Uint8Array];
  others: PackedPart[];
}

export const textPath = 'word/document.xml';

/** A non-character, so that it stands in no document. */
const gap = '\uFDD1';

/** The shell around any text for which as much was counted as in `context`. */
export async function shellOf(document: Document, context: Context, setting: Setting): Promise<Shell> {
  const { parts, named } = await assembled(document, context, setting, strToU8(gap));
  const [before = '', after = ''] = strFromU8(parts[textPath] ?? new Uint8Array()).split(gap);
  return {
    named,
    around: [strToU8(before), strToU8(after)],
    others: Object.entries(parts)
      .filter(([path]) => path !== textPath)
      .map(([path, bytes]) => packed(path, bytes)),
  };
}

/** Every part of the file, around a text that no other document will have. */
export const wholeOf = async (document: Document, context: Context, setting: Setting, text: Uint8Array): Promise<Parts> =>
  (await assembled(document, context, setting, text)).parts;

async function assembled(
  document: Document,
  context: Context,
  setting: Setting,
  text: Uint8Array,
): Promise<{ parts: Parts; named: Shell['named'] }> {
  const { theme, own, reference } = setting;
  const { numbering, controls, pictures } = context;
  const { title, subject, author, keywords, role } = document;
  const file = new File({
    title,
    subject,
    creator: author,
    lastModifiedBy: author,
    keywords: keywords.join(', '),
    description: `${role.id} ${role.version}`,
    customProperties: [
      { name: 'RoleId', value: role.id },
      { name: 'RoleVersion', value: role.version },
    ],
    styles: styleSheet(theme, own, document.language),
    numbering: { config: numbering.definitions() },
    hyphenation: { autoHyphenation: theme.text.hyphenate, doNotHyphenateCaps: true, consecutiveHyphenLimit: 3 },
    // What the reader of a redline changes is a proposal as well.
    ...(document.redline && { features: { trackRevisions: true } }),
    compatabilityModeVersion: 15,
    sections: [{ ...(reference ? {} : pageOf(theme, surroundingsOf(document, context))), children: [] }],
  });
  for (const { reference: definition, instance } of numbering.instances())
    file.Numbering.createConcreteNumberingInstance(definition, instance);
  const parts = correctedParts(file);
  parts[textPath] = strToU8(withText(strFromU8(parts[textPath] ?? new Uint8Array()), strFromU8(text)));
  pictures.addTo(parts);
  keepPlaceholders(parts, controls.placeholders());
  if (document.redline) settleEnds(parts);
  if (!reference) return { parts, named: (same) => same };
  const renamed = dress(parts, document, theme, reference);
  return { parts, named: (ours) => strToU8(renamed(strFromU8(ours))) };
}
