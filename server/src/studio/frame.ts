/** What every screen needs: the words, the firm, the day. */
import { ownData } from 'rolewright';
import type { Locale } from 'rolewright';
import { wording } from './titles.js';
import type { Studio } from './studio.js';

export interface Frame {
  readonly language: Locale;
  readonly words: Readonly<Record<string, unknown>>;
  /** The short name of the employer; null where the project has none. */
  readonly organisation: string | null;
  /** As style sheets write it: `#8A3B0C`. */
  readonly accent: string | null;
  readonly country: string | null;
  readonly today: string;
}

export function frameOf(language: Locale, today: string, studio: Studio): Frame {
  const { organisation } = studio.workplace([]);
  return {
    ...{ language, today },
    words: {
      ...wordsOf('studio', language, studio),
      ...wordsOf('studio-hr', language, studio),
      ...wordsOf('studio-organisation', language, studio),
      ...wordsOf('studio-care', language, studio),
    },
    organisation: organisation ? wording(organisation.shortName ?? organisation.name, language) : null,
    accent: organisation?.brand?.accent === undefined ? null : `#${organisation.brand.accent}`,
    country: organisation?.jurisdiction ?? null,
  };
}

const wordsOf = (name: string, language: Locale, { own }: Studio): Frame['words'] =>
  ownData(own, `locales/${name}.${language}.yaml`) as Frame['words'];
