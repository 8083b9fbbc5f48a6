/** The words of `rolewright studio`. */
import { createPhrases, ownData } from 'rolewright';
import type { Phrases } from 'rolewright';
import type { Counter } from '../counter.js';

export const phrasesOf = ({ own, language }: Counter): Phrases =>
  createPhrases(ownData(own, `locales/studio-command.${language}.yaml`), language);
