/** The words of the register’s own papers, in the language and look of the organisation. */
import { ownData, createPhrases, stationery } from 'rolewright';
import type { Library, Locale, Phrases, Stationery, StationeryOptions, Workspace } from 'rolewright';

export interface PaperSetting extends Stationery {
  readonly locale: Locale;
  readonly phrase: Phrases;
}

/** `own` is the folder of this package. */
export const paperSetting = (options: StationeryOptions, library: Library, own: Workspace): PaperSetting => ({
  ...stationery(options, library),
  locale: options.locale,
  phrase: createPhrases(ownData(own, `locales/papers.${options.locale}.yaml`), options.locale),
});
