/** What commands about answers by a link have in common: pages on the screen, mails, reminders, evidence on paper. */
import type { Document, Locale } from 'rolewright';
import { certificate } from '../../papers/certificate.js';
import { keptPage, screenPage } from '../../papers/screen.js';
import { letterTo } from '../../post/letters.js';
import { putMail } from '../../post/outbox.js';
import { distanceOf } from '../../register/distance.js';
import type { Distance } from '../../register/distance.js';
import { readEvidence } from '../../register/evidence.js';
import { nameIn } from '../../register/find.js';
import { toRemind } from '../../register/remind.js';
import type { Asked, Screen } from '../../register/requests.js';
import { refusal } from '../../register/setting.js';
import type { Setting } from '../../register/setting.js';
import type { DocumentRow } from '../../storage/queries.js';
import type { Transaction } from '../../storage/storage.js';
import type { Counter } from '../counter.js';
import { machineZone } from '../edge.js';
import { settingFor } from './paper-setting.js';

export const distanceFor = (setting: Setting, counter: Counter): Distance =>
  distanceOf(setting, counter.terminal.environment, machineZone());

/** With what links begin. Throws a Refusal where nobody has said it. */
export function addressOf({ address }: Distance): string {
  if (address === null) throw refusal('register-no-address');
  return address;
}

/** Makes the page on the screen of a document, and keeps it. */
export const screenFor =
  (setting: Setting, counter: Counter): Screen =>
  async (document, held) => {
    const tree = await treeOf(document, setting);
    if (tree === null) return null;
    // Versions in two languages have nothing in common that could be marked.
    const before = held && held.locale === document.locale ? await treeOf(held, setting) : null;
    const { phrase } = settingFor(document.locale as Locale, document.jurisdiction, setting, counter);
    return await setting.storage.files.put(keptPage(screenPage(tree, before, phrase)));
  };

async function treeOf({ id }: DocumentRow, { storage }: Setting): Promise<Document | null> {
  const file = (await storage.read.documentFiles(id)).find(({ format }) => format === 'json');
  return file ? (JSON.parse(new TextDecoder().decode(await storage.files.read(file.sha256))) as Document) : null;
}

/** Queues mails to those who were asked; gives whom none can be sent to. */
export async function mailTo(asked: readonly Asked[], setting: Setting, tx: Transaction): Promise<readonly string[]> {
  const without: string[] = [];
  for (const { id, row, due } of asked) {
    const { document } = row;
    const { person } = row.holder;
    const changed = (await tx.eventsOf(id)).some((event) => event.kind === 'requested' && event.payload?.held !== undefined);
    const letter = await letterTo('request', { request: id, document, person, due, changed }, setting);
    if (letter) await putMail(letter, setting.storage, tx.db);
    else without.push(nameIn(person, setting.language));
  }
  return without;
}

/** Queues the reminders of today, each once. */
export async function remind(setting: Setting): Promise<{ readonly sent: readonly string[]; readonly without: readonly string[] }> {
  const { storage, today } = setting;
  const sent: string[] = [];
  const without: string[] = [];
  for (const one of await toRemind(setting)) {
    const letter = await letterTo('reminder', { ...one, changed: false }, setting, one.late);
    if (letter === null) {
      without.push(nameIn(one.person, setting.language));
      continue;
    }
    await storage.change(async (db) => {
      const before = await db
        .selectFrom('mail')
        .select('facts')
        .where('request', '=', one.request)
        .where('kind', '=', 'reminder')
        .execute();
      if (before.some(({ facts }) => (JSON.parse(facts) as { on?: string }).on === today)) return;
      await putMail({ ...letter, facts: { ...letter.facts, on: today } }, storage, db);
      sent.push(one.request);
    });
  }
  return { sent, without };
}

export function warnWithout(without: readonly string[], counter: Counter): void {
  if (without.length > 0) counter.problems.push({ code: 'register-no-email', severity: 'warning', args: { people: without.join(', ') } });
}

/**
 * The evidence as a page, in the language of whoever answered; sealed where the organisation seals: the page names the hash of the evidence,
 * so that the seal holds for both. Throws a Refusal where the seal cannot be made.
 */
export async function certificateBytes(bytes: Uint8Array, sha256: string, setting: Setting, counter: Counter): Promise<Uint8Array> {
  const evidence = readEvidence(bytes);
  const page = settingFor(evidence.locale, evidence.document.jurisdiction, setting, counter);
  const isSealed = setting.seal !== undefined;
  const printed = (await setting.press.print(certificate(evidence, { sha256, isSealed }, page), 'pdf')).bytes;
  return setting.seal ? (await setting.seal(printed)).bytes : printed;
}
