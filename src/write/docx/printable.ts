/** What keeps the words of the tree words: nothing unprintable gets in, nothing is taken for a placeholder. */
import type { Document, Inline } from '../../document/document.js';
import { diagnostic, Refusal } from '../../diagnostic/diagnostic.js';

/** Controls, halves of surrogate pairs and non-characters: XML forbids some, Word shows none. */
const unprintable = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/u;

/**
 * Throws a Refusal with `unprintable-character` for the first character outside the blocks of the document that cannot
 * stand in a Word file.
 */
export function refuseUnprintableAround(document: Document): void {
  const { title, subject, author, keywords, role, language, letterhead, footer = [], code, identity, redline } = document;
  for (const words of [title, subject, author, ...keywords, role.id, role.version, language]) refuseUnprintable(words);
  for (const words of [letterhead?.logo?.alt, code?.alt, redline?.author, ...(identity?.marks ?? []), ...(identity?.page ?? [])])
    refuseUnprintable(words ?? '');
  for (const content of [...(letterhead?.lines ?? []), ...footer]) checkContent(content);
}

function checkContent(content: readonly Inline[]): void {
  for (const inline of content) {
    if (inline.type === 'text') refuseUnprintable(inline.value);
    else if (inline.type !== 'break') {
      refuseUnprintable(inline.name);
      refuseUnprintable(inline.label);
      if (inline.type === 'field') refuseUnprintable(inline.pattern ?? '');
    }
  }
}

/** Throws the same for a text. */
export function refuseUnprintable(text: string): void {
  const found = unprintable.exec(text)?.[0];
  if (found === undefined) return;
  const codePoint = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  // The characters themselves would spoil the terminal or the file that the message goes to.
  throw new Refusal([diagnostic('unprintable-character', { codePoint, text: text.replace(new RegExp(unprintable, 'gu'), '\uFFFD') })]);
}

/** A non-character, so that no text that has passed the check contains it. */
const seal = '\uFDD0';

/**
 * Hides opening braces: the library fills in its own placeholders, such as `{list-1}`, wherever it finds them in the
 * packed file, the words of the document included. `unseal` brings them back.
 */
export const sealed = (text: string): string => (text.includes('{') ? text.replaceAll('{', seal) : text);

export const unseal = (xml: string): string => xml.replaceAll(seal, '{');
