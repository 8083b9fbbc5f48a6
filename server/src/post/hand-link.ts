/** A link that is handed over on paper, from whichever door: its code stands on the slip alone. */
import { addDays, fullName, spelt } from 'rolewright';
import type { Workspace } from 'rolewright';
import { settingFor } from '../papers/for-request.js';
import { linkSlip } from '../papers/link-slip.js';
import { lifeOf, permitted } from '../register/ask.js';
import { localeOf } from '../register/distance.js';
import type { Distance } from '../register/distance.js';
import type { RequestMeant } from '../register/find.js';
import { titleOf } from '../register/journal.js';
import { inGroups, makeLink } from '../register/links.js';
import { shownNumber } from '../register/series.js';
import { employerOf, rulesIn } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import { addressOf } from './by-link.js';

export interface HandLink {
  /** The slip as a PDF. */
  readonly bytes: Uint8Array;
  /** The last day on which the link opens anything. */
  readonly until: string;
}

/** Makes a link and prints it. Throws a Refusal where links have no address, and where the person is not asked by one. */
export async function handLink(
  { request, document, person }: RequestMeant,
  { distance, own }: { readonly distance: Distance; readonly own: Workspace },
  setting: Setting,
): Promise<HandLink> {
  const { storage, actor, today } = setting;
  const address = addressOf(distance);
  const due = request.due ?? today;
  const until = addDays(due > today ? due : today, distance.linkDays);
  const code = await storage.transaction(async (tx) => {
    const payload = { what: 'request', channel: 'hand', by: actor.name } as const;
    const draft = { actor: actor.id, kind: 'sent', object: request.id, payload } as const;
    const life = await lifeOf('request', request.id, tx);
    await tx.append([permitted<'sent'>({ life, draft, context: { today, rules: await rulesIn(tx) } })]);
    const expires = new Date(`${until}T23:59:59.999Z`);
    const link = { request: request.id, person: person.id, purpose: 'answer', channel: 'hand', given: actor.name, expires } as const;
    return await makeLink(link, storage.edge, tx.db);
  });
  const locale = localeOf(person, employerOf(setting));
  const page = settingFor(locale, document.jurisdiction, setting, own);
  const slip = linkSlip(
    {
      name: fullName(spelt(person.known?.names ?? { last: '' }, locale), locale),
      document: page.phrase('document.named', {
        ...{ name: await titleOf(document, locale, setting), number: shownNumber(document), date: page.date(document.dated) },
      }),
      ...{ due: request.due, link: `${address}/s/${code}`, address: `${address}/s`, code: inGroups(code), until, by: actor.name },
    },
    page,
  );
  return { bytes: (await setting.press.print(slip, 'pdf')).bytes, until };
}
