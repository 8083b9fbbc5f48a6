/** Words without their endings, by the Snowball stemmers: «кандидатами» and «кандидат» are one word to a lexicon. */
import type { Locale } from '../document/document.js';
import { stemmer } from '../packages/installed.js';

/** The stem of a word in lower case. */
export type Stem = (plain: string) => string;

/** More different words than any role has; what is remembered of a long run stays small. */
const mostRemembered = 20_000;

/** Stems of a language, each worked out once: a role has some thousand words, and a few hundred different ones. */
export function stemsOf(language: Locale): Stem {
  const known = new Map<string, string>();
  let make: Stem | null = null;
  return (plain) => {
    const ready = known.get(plain);
    if (ready !== undefined) return ready;
    make ??= stemmer(language);
    const made = make(plain);
    if (known.size >= mostRemembered) known.clear();
    known.set(plain, made);
    return made;
  };
}
