/** Asking people by a link, from whichever door: the page that they see on their screens, and the mail that brings them there. */
import type { Document, Locale, Workspace } from 'rolewright';
import { settingFor } from '../papers/for-request.js';
import { keptPage, screenPage } from '../papers/screen.js';
import type { Distance } from '../register/distance.js';
import type { Someone } from '../register/find.js';
import { request } from '../register/requests.js';
import type { Asked, Screen } from '../register/requests.js';
import { refusal } from '../register/setting.js';
import type { Setting } from '../register/setting.js';
import type { StatusRow } from '../register/status.js';
import type { DocumentRow } from '../storage/queries.js';
import type { Transaction } from '../storage/storage.js';
import { letterTo } from './letters.js';
import { putMail } from './outbox.js';

/** With what links begin. Throws a Refusal where nobody has said it. */
export function addressOf({ address }: Distance): string {
  if (address === null) throw refusal('register-no-address');
  return address;
}

export interface AskingByLink {
  readonly due: string | undefined;
  readonly distance: Distance;
  /** The folder of this package. */
  readonly own: Workspace;
}

export interface AskedByLink {
  readonly asked: readonly Asked[];
  /** Those to whom no mail can be sent: their links are printed. */
  readonly without: readonly Someone[];
}

/** Asks everybody in these rows to answer by a link, with the mails that say so, in one transaction. Throws a Refusal where links have no address. */
export async function requestByLink(
  rows: readonly StatusRow[],
  { due, distance, own }: AskingByLink,
  setting: Setting,
): Promise<AskedByLink> {
  addressOf(distance);
  const without: Someone[] = [];
  const then = async (all: readonly Asked[], tx: Transaction): Promise<void> => {
    without.push(...(await mailTo(all, setting, tx)));
  };
  const asked = await request(rows, { method: 'link', due, screen: screenFor(setting, own), then }, setting);
  return { asked, without };
}

/** Makes the page on the screen of a document, and keeps it. */
const screenFor =
  (setting: Setting, own: Workspace): Screen =>
  async (document, held) => {
    const tree = await treeOf(document, setting);
    if (tree === null) return null;
    // Versions in two languages have nothing in common that could be marked.
    const before = held && held.locale === document.locale ? await treeOf(held, setting) : null;
    const { phrase } = settingFor(document.locale as Locale, document.jurisdiction, setting, own);
    return await setting.storage.files.put(keptPage(screenPage(tree, before, phrase)));
  };

async function treeOf({ id }: DocumentRow, { storage }: Setting): Promise<Document | null> {
  const file = (await storage.read.documentFiles(id)).find(({ format }) => format === 'json');
  return file ? (JSON.parse(new TextDecoder().decode(await storage.files.read(file.sha256))) as Document) : null;
}

/** Queues mails to those who were asked; gives whom none can be sent to. */
async function mailTo(asked: readonly Asked[], setting: Setting, tx: Transaction): Promise<readonly Someone[]> {
  const without: Someone[] = [];
  for (const { id, row, due } of asked) {
    const { document } = row;
    const { person } = row.holder;
    const changed = (await tx.eventsOf(id)).some((event) => event.kind === 'requested' && event.payload?.held !== undefined);
    const letter = await letterTo('request', { request: id, document, person, due, changed }, setting);
    if (letter) await putMail(letter, setting.storage, tx.db);
    else without.push(person);
  }
  return without;
}
