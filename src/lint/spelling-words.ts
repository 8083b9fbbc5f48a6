/** The words of the trade that no dictionary has, from `lint/words/<language>.txt`. */
import type { Locale } from '../document/document.js';
import type { Workspace } from '../workspace/workspace.js';

/** The texts of the lists of some languages. */
export const shippedWords = (shelf: Workspace, languages: readonly Locale[]): Partial<Record<Locale, string>> =>
  Object.fromEntries(languages.map((language) => [language, shelf.readText(`lint/words/${language}.txt`)]));
