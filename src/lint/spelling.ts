/**
 * Spelling by Hunspell dictionaries, each loaded when its language is first linted. Real Hunspell does the work, as
 * WebAssembly: Dutch compounds need it, and it loads in a tenth of the time of readers that unfold all forms at once.
 */
import type { Hunspell } from 'hunspell-wasm';
import type { Locale } from '../document/document.js';
import type { JurisdictionId } from '../law/jurisdiction.js';
import { dictionaryEn, dictionaryEnGb, dictionaryNl, dictionaryRu, hunspell as hunspellLibrary } from '../packages/installed.js';

/** A dictionary: English is spelt in two ways. */
export type Variant = 'ru' | 'nl' | 'en-GB' | 'en-US';

export interface Spelling {
  knows(word: string, variant: Variant): boolean;
  /** At most three words that may have been meant; takes up to a quarter of a second. */
  suggest(word: string, variant: Variant): string[];
}

/** Lines of the shipped word lists and of the project that are no words of the dictionaries. */
export interface OwnWords {
  /** The text of `lint/words/<language>.txt`: a word a line; after a slash a known word that is inflected likewise. */
  shipped: Readonly<Partial<Record<Locale, string>>>;
  project: readonly string[];
}

/** How a text is spelt under the law of a country. */
export const variantOf = (language: Locale, jurisdiction: JurisdictionId): Variant =>
  language === 'en' ? (jurisdiction === 'us' ? 'en-US' : 'en-GB') : language;

const variants: Record<Locale, readonly Variant[]> = { ru: ['ru'], nl: ['nl'], en: ['en-GB', 'en-US'] };

type Data = { aff: Uint8Array; dic: Uint8Array };

const dictionaries: Record<Variant, () => Promise<{ default: Data }>> = {
  ru: dictionaryRu,
  nl: dictionaryNl,
  'en-GB': dictionaryEnGb,
  'en-US': dictionaryEn,
};

interface Dictionary {
  hunspell: Hunspell;
  known: Map<string, boolean>;
  suggested: Map<string, string[]>;
}

// Dictionaries and what they have answered serve every file that is linted.
const open = new Map<string, Dictionary>();

/** Longer words are taken as right: no dictionary helps there, and compounds would take their time. */
const longestWord = 50;
const mostRemembered = 100_000;

/** Opens the dictionaries of some languages. */
export async function openSpelling(languages: readonly Locale[], { shipped, project }: OwnWords): Promise<Spelling> {
  for (const language of languages)
    for (const variant of variants[language]) {
      const key = `${variant}\n${shipped[language] ?? ''}`;
      if (!open.has(key)) open.set(key, await load(variant, shipped[language] ?? ''));
    }
  const own = new Set(project.flatMap((word) => [plain(word), plain(word).toLowerCase()]));
  const dictionary = (variant: Variant): Dictionary | undefined => open.get(`${variant}\n${shipped[variant.slice(0, 2) as Locale] ?? ''}`);

  return {
    knows(written, variant) {
      const word = plain(written);
      const book = dictionary(variant);
      if (!book || word.length > longestWord || own.has(word) || own.has(word.toLowerCase())) return true;
      const ready = book.known.get(word);
      if (ready !== undefined) return ready;
      if (book.known.size >= mostRemembered) book.known.clear();
      const answer = book.hunspell.testSpelling(word);
      book.known.set(word, answer);
      return answer;
    },
    suggest(written, variant) {
      const word = plain(written);
      const book = dictionary(variant);
      if (!book || word.length > longestWord) return [];
      if (book.suggested.size >= mostRemembered) book.suggested.clear();
      const ready = book.suggested.get(word) ?? book.hunspell.getSpellingSuggestions(word).slice(0, 3);
      book.suggested.set(word, ready);
      return ready;
    },
  };
}

const plain = (word: string): string => word.normalize('NFC').replaceAll('’', "'");

/** The Dutch dictionary holds ij as one letter, and makes one of it in every word that it is asked for. */
const stored = (word: string, variant: Variant): string =>
  variant === 'nl' ? plain(word).replaceAll('ij', 'ĳ').replaceAll('IJ', 'Ĳ') : plain(word);

async function load(variant: Variant, words: string): Promise<Dictionary> {
  const [
    { createHunspellFromStrings },
    {
      default: { aff, dic },
    },
  ] = await Promise.all([hunspellLibrary(), dictionaries[variant]()]);
  const decoder = new TextDecoder();
  const hunspell = await createHunspellFromStrings(decoder.decode(aff), decoder.decode(dic));
  for (const line of words.split('\n')) {
    const [word = '', model] = line.replace(/#.*/, '').trim().split('/');
    if (word === '') continue;
    if (model === undefined) hunspell.addWord(stored(word, variant));
    else hunspell.addWordWithAffix(stored(word, variant), stored(model, variant));
  }
  return { hunspell, known: new Map(), suggested: new Map() };
}
