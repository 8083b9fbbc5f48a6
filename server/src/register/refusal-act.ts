/** The record of a refusal as a document of its own: an act, or a note for the file, by the data of the country. */
import { ordersForAims, wantedBy } from 'rolewright';
import type { Diagnostic, Locale } from 'rolewright';
import type { Draft, Payloads } from '../life/events.js';
import type { Transaction } from '../storage/storage.js';
import { lifeOf, permitted } from './ask.js';
import type { RequestMeant } from './find.js';
import { heldWhenAsked } from './journal.js';
import { keptFiles } from './kept-files.js';
import { postOfNamed } from './named.js';
import { seriesFor, seriesIn, shownNumber, takeNumber, withNumber } from './series.js';
import { employerOf, refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';
import { personOf, placedIn } from './wanted.js';

export interface Witness {
  readonly name: string;
  readonly post: string | null;
}

export interface Act {
  readonly id: string;
  readonly number: string;
  readonly files: Payloads['issued']['files'];
}

/** That an act is issued; nothing where an interrupted run has said so. */
export async function issuing({ id, files }: Act, { actor, today }: Setting, tx: Transaction): Promise<readonly Draft[]> {
  const life = await lifeOf('document', id, tx);
  if (life.state === 'issued') return [];
  const draft = { actor: actor.id, kind: 'issued', object: id, payload: { files } } as const;
  return [permitted<'issued'>({ life, draft, context: { today, rules: await rulesIn(tx) } })];
}

const kind = 'refusal-act';

interface ActSays {
  readonly reason: string | null;
  readonly witnesses: readonly Witness[];
  /** The day that the act bears. */
  readonly on: string;
  readonly offeredOn: string;
  /** Who offered the paper, by name. */
  readonly offerer: string;
  /** What tells it from other acts of the person. */
  readonly of: string;
  readonly replaces: string | null;
}

/** The act as a document with a number of its own; one that an interrupted run had begun is finished. Throws a Refusal where it cannot be made. */
export async function actFor(meant: RequestMeant, says: ActSays, setting: Setting, problems: Diagnostic[]): Promise<Act> {
  const made = await madeAct(meant, says, setting, problems);
  if (!made) throw refusal('register-act-not-made');
  return made;
}

async function madeAct(
  meant: RequestMeant,
  { reason, witnesses, on, offeredOn, offerer, of, replaces }: ActSays,
  setting: Setting,
  problems: Diagnostic[],
): Promise<Act | null> {
  const { storage, actor, today, desk, workplace, press } = setting;
  const { document, person } = meant;
  const organisation = employerOf(setting);
  const holding = await heldWhenAsked(meant, storage.read);
  const described = workplace.role(document.role, holding?.department ?? null);
  if (!holding || !described) return null;
  const { known, position } = placedIn(holding, setting);
  const former = replaces === null ? undefined : await storage.read.document(replaces);
  const subject = personOf({ person, holding }, known);
  const usage: Diagnostic[] = [];
  const wanted = wantedBy({ kind, locale: document.locale, format: 'pdf,docx', date: on }, desk.library, usage);
  const common = {
    ...{ organisation, logo: workplace.logo, structure: workplace.structure, person: subject, date: on, fingerprint: false },
    department: known,
    refused: {
      ...{ offeredOn, reason, witnesses, paperDated: document.dated },
      ...(former && { replaces: { number: shownNumber(former), date: former.dated } }),
      offeredBy: { name: offerer, post: await postOfNamed(offerer, document.locale as Locale, setting) },
    },
  };
  const orders = ordersForAims(
    [{ role: described.role, bases: described.bases, locate: described.locate, position }],
    wanted,
    common,
    desk,
    problems,
  );
  const [first] = orders;
  if (!first) return null;
  const key = `${kind}/${document.role}/${person.id}/${document.locale}/full/${of}/${on}`;
  const row = await storage.transaction(async (tx) => {
    const before = await tx.documentByKey(key);
    if (before) return before;
    const series = await seriesIn(
      seriesFor(
        { kind, isDescription: false, role: document.role, department: holding.department, person: person.externalId, dated: on },
        organisation,
      ),
      tx,
    );
    const object = tx.newId('document');
    const payload: Payloads['numbered'] = {
      ...{
        key,
        kind,
        role: document.role,
        roleVersion: document.role_version,
        fingerprint: press.fingerprint(first.job),
        form: 'full',
        series,
      },
      ...{ locale: document.locale as Payloads['numbered']['locale'], jurisdiction: document.jurisdiction, dated: on, person: person.id },
      number: await takeNumber(series, tx),
      title: press.blank(first.job).title,
      ...(document.retention !== null && { retention: document.retention }),
      ...(replaces !== null && { replaces }),
    };
    const draft = { actor: actor.id, kind: 'numbered', object, payload } as const;
    // An act says what happened: no role has to be approved for it.
    const context = { today, rules: await rulesIn(tx), approved: true, replaced: replaces === null ? null : ('issued' as const) };
    await tx.append([permitted<'numbered'>({ life: await lifeOf('document', object, tx), draft, context })]);
    return await tx.document(object);
  });
  if (!row) return null;
  const number = shownNumber(row);
  const numbered = orders.map((order) => ({
    ...order,
    job: {
      ...order.job,
      organisation: withNumber(
        order.job.organisation ?? organisation,
        kind,
        { kind: document.kind, number: shownNumber(document) },
        number,
      ),
    },
  }));
  const made = await setting.make(numbered, { profile: organisation.pdfProfile ?? '2a' }, problems);
  if (made.length < numbered.length) return null;
  return { id: row.id, number, files: await keptFiles(made, setting) };
}
