/** What a request is about in words: the statement that somebody agrees to, and the sheet to sign. */
import { editionOf, spelt } from 'rolewright';
import type { Locale, Workspace } from 'rolewright';
import type { RequestMeant } from '../register/find.js';
import { heldWhenAsked, titleOf } from '../register/journal.js';
import { shownNumber } from '../register/series.js';
import type { Setting } from '../register/setting.js';
import { postOf } from '../register/titles.js';
import { signSheet } from './sheet.js';
import { paperSetting } from './words.js';
import type { PaperSetting } from './words.js';

/** The words and the look of the employer’s own papers; `own` is the folder of this package. */
export const settingFor = (locale: Locale, jurisdiction: string, { workplace, desk }: Setting, own: Workspace): PaperSetting =>
  paperSetting({ locale, jurisdiction, organisation: workplace.organisation, logo: workplace.logo }, desk.library, own);

const paperOf = ({ document }: RequestMeant, setting: Setting, own: Workspace): PaperSetting =>
  settingFor(document.locale as Locale, document.jurisdiction, setting, own);

/** The very words that somebody agrees to. */
export async function statementFor(meant: RequestMeant, setting: Setting, own: Workspace): Promise<string> {
  const { document, person } = meant;
  const title = await titleOf(document, document.locale as Locale, setting);
  const paper = paperOf(meant, setting, own);
  // A title alone would be that of every version: whoever signs has to be told which one.
  return paper.phrase('statement', {
    ...{ document: title, number: shownNumber(document), date: paper.date(document.dated) },
    gender: person.known?.gender ?? 'unspecified',
  });
}

/** The sheet of a request as a PDF; `code` is what its scan is known by. */
export async function sheetBytes(meant: RequestMeant, code: string, setting: Setting, own: Workspace): Promise<Uint8Array> {
  const { document, person, request } = meant;
  const paper = paperOf(meant, setting, own);
  const locale = document.locale as Locale;
  const names = person.known?.names ?? { last: '' };
  const holding = await heldWhenAsked(meant, setting.storage.read);
  const sheet = signSheet(
    {
      code,
      document: { name: await titleOf(document, locale, setting), number: shownNumber(document), date: document.dated },
      version: editionOf(document.role_version),
      name: paper.name(spelt(names, locale), 'whole'),
      number: person.externalId,
      signedName: paper.name(spelt(names, locale), 'signed'),
      post: holding ? postOf(document.role, holding.department, locale, setting) : null,
      due: request.due,
      statement: await statementFor(meant, setting, own),
    },
    paper,
  );
  return (await setting.press.print(sheet, 'pdf')).bytes;
}
