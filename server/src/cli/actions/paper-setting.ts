/** The look of papers that the register prints. */
import type { Locale } from 'rolewright';
import { settingFor as papersIn } from '../../papers/for-request.js';
import type { PaperSetting } from '../../papers/words.js';
import type { Setting } from '../../register/setting.js';
import type { Counter } from '../counter.js';

/** The look and the words of papers in the language of a document. */
export const settingFor = (locale: Locale, jurisdiction: string, setting: Setting, { own }: Counter): PaperSetting =>
  papersIn(locale, jurisdiction, setting, own);
