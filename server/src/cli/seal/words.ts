/** The words of `rolewright seal` and `rolewright verify`. */
import type { Locale, Phrases } from 'rolewright';
import { sealPhrases } from '../../http/seal-words.js';
import type { Counter } from '../counter.js';

/** In a language, that of the user when none is named. */
export const phrasesOf = ({ own, language }: Counter, locale: Locale = language): Phrases => sealPhrases(own, locale);

/** A code as a phrase may choose by it: ICU has no hyphens there. */
export const selector = (code: string): string => code.replaceAll('-', '_');
