/** The look of papers that the register prints. */
import type { Locale } from 'rolewright';
import { paperSetting } from '../../papers/words.js';
import type { PaperSetting } from '../../papers/words.js';
import type { Setting } from '../../register/setting.js';
import type { Counter } from '../counter.js';

/** The look and the words of papers in the language of a document. */
export const settingFor = (locale: Locale, jurisdiction: string, setting: Setting, counter: Counter): PaperSetting =>
  paperSetting(
    { locale, jurisdiction: jurisdiction, organisation: setting.workplace.organisation, logo: setting.workplace.logo },
    setting.desk.library,
    counter.own,
  );
