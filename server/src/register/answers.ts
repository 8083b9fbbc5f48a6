/** What people answer: in person before HR, on paper with a scan and a second look at it, or not at all, with a record of that. */
import { ordersForAims, wantedBy } from 'rolewright';
import type { Diagnostic, Locale } from 'rolewright';
import type { Draft, Payloads } from '../life/events.js';
import type { Last, Life } from '../life/fold.js';
import type { State } from '../life/transitions.js';
import type { Transaction } from '../storage/storage.js';
import { lifeOf, permitted } from './ask.js';
import type { RequestMeant } from './find.js';
import { keptFiles } from './kept-files.js';
import { refusalLawOf } from './law.js';
import { seriesFor, shownNumber, takeNumber, withNumber } from './series.js';
import { employerOf, refusal, rulesIn } from './setting.js';
import type { Setting } from './setting.js';
import { postOfNamed, spellingsOf } from './named.js';
import { heldWhenAsked } from './journal.js';
import { personOf, placedIn } from './wanted.js';
import { dayOfEvent } from './zone.js';

export interface Acknowledging {
  /** The very words that the person agreed to. */
  readonly statement: string;
  /** The day that counts. */
  readonly on: string;
  /** How HR knew who it was. */
  readonly identifiedBy?: string | undefined;
}

/** What life has to know of a paper that is answered, and of whoever writes the answer down. */
const seenAtDesk = (meant: RequestMeant, life: Life<'request'>, setting: Setting) => ({
  document: seenDocument(meant),
  desk: {
    by: setting.actor.name,
    names: spellingsOf(meant.person),
    askedOn: dayOfEvent(life.last.requested, setting),
    printedOn: dayOfEvent(life.last.printed, setting),
  },
});

const seenDocument = ({ document }: RequestMeant) => ({
  state: document.state as State<'document'>,
  person: document.person,
  dated: document.dated,
});

/** The person says before somebody of HR that they have read the paper. */
export async function acknowledgeInPerson(
  meant: RequestMeant,
  { statement, on, identifiedBy }: Acknowledging,
  setting: Setting,
): Promise<void> {
  const { storage, actor, today } = setting;
  await storage.transaction(async (tx) => {
    const life = await lifeOf('request', meant.request.id, tx);
    const payload: Payloads['acknowledged'] = {
      ...{ statement, locale: meant.document.locale as Payloads['acknowledged']['locale'], how: 'in-person', on },
      ...(identifiedBy !== undefined && { identifiedBy }),
    };
    const draft = { actor: actor.id, kind: 'acknowledged', object: meant.request.id, payload } as const;
    await tx.append([
      permitted<'acknowledged'>({ life, draft, context: { today, rules: await rulesIn(tx), ...seenAtDesk(meant, life, setting) } }),
    ]);
  });
}

/** The person says before somebody of HR that they do not agree with the paper, and why. The request waits on: it is no refusal to sign. */
export async function disagreeInPerson(
  meant: RequestMeant,
  { reason, on, identifiedBy }: Pick<Acknowledging, 'on' | 'identifiedBy'> & { readonly reason: string },
  setting: Setting,
): Promise<void> {
  const { storage, actor, today } = setting;
  await storage.transaction(async (tx) => {
    const life = await lifeOf('request', meant.request.id, tx);
    const payload = { reason, how: 'in-person', on, disagrees: true, ...(identifiedBy !== undefined && { identifiedBy }) } as const;
    const draft = { actor: actor.id, kind: 'declined', object: meant.request.id, payload } as const;
    await tx.append([
      permitted<'declined'>({ life, draft, context: { today, rules: await rulesIn(tx), ...seenAtDesk(meant, life, setting) } }),
    ]);
  });
}

/**
 * The acknowledgement was noted by mistake: of another person, or of a paper that nobody was shown. It counts no more, and can be asked
 * for anew; what was noted stays to be read. Where voiding takes two people, so does this.
 */
export async function undoAcknowledgement(
  { request: { id: object } }: RequestMeant,
  { reason, second }: { readonly reason: string; readonly second: string | undefined },
  { storage, actor, today }: Setting,
): Promise<void> {
  await storage.transaction(async (tx) => {
    const payload = { reason, by: actor.name, ...(second !== undefined && { second }) };
    const draft = { actor: actor.id, kind: 'acknowledgement-undone', object, payload } as const;
    const context = { today, rules: await rulesIn(tx) };
    await tx.append([permitted<'acknowledgement-undone'>({ life: await lifeOf('request', object, tx), draft, context })]);
  });
}

/** Signs without 0, O, 1, I and L, which people mistake: thirty-one of them. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code of twelve signs in groups of four, from bytes of chance; some 59 bits. */
export const codeFrom = (bytes: Uint8Array): string => {
  const signs = [...bytes.slice(0, 12)].map((byte) => letters[byte % letters.length]).join('');
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].join('-');
};

/** Gives a request the code of its sheet. The sheet that was printed last counts. */
export async function printSheet(meant: RequestMeant, code: string, { storage, actor, today }: Setting): Promise<void> {
  await storage.transaction(async (tx) => {
    const draft = { actor: actor.id, kind: 'printed', object: meant.request.id, payload: { code } } as const;
    await tx.append([
      permitted<'printed'>({ life: await lifeOf('request', meant.request.id, tx), draft, context: { today, rules: await rulesIn(tx) } }),
    ]);
  });
}

/** The code of the sheet that was printed last. */
export async function codeOf({ request }: Pick<RequestMeant, 'request'>, { storage }: Setting): Promise<string | null> {
  return (await lifeOf('request', request.id, storage.read)).last.printed?.payload?.code ?? null;
}

/** Takes the scan of a signed sheet; `code` is what was read from it, null where somebody says whose it is. */
export async function scan(
  meant: RequestMeant,
  bytes: Uint8Array,
  code: string | null,
  { storage, actor, today }: Setting,
): Promise<string> {
  const sha256 = await storage.files.put(bytes);
  await storage.transaction(async (tx) => {
    const draft = { actor: actor.id, kind: 'scanned', object: meant.request.id, payload: { sha256, by: actor.name } } as const;
    const context = { today, rules: await rulesIn(tx), code };
    await tx.append([permitted<'scanned'>({ life: await lifeOf('request', meant.request.id, tx), draft, context })]);
  });
  return sha256;
}

/** The second look: the scan is that of the paper and signed. Then the person has acknowledged, on the day that stands on it. */
export async function checkScan(meant: RequestMeant, { statement, on }: Acknowledging, setting: Setting): Promise<void> {
  const { storage, actor, today } = setting;
  await storage.transaction(async (tx) => {
    const rules = await rulesIn(tx);
    const object = meant.request.id;
    const draft = { actor: actor.id, kind: 'scan-checked', object, payload: { by: actor.name } } as const;
    const before = await lifeOf('request', object, tx);
    // One who was interrupted between the two has looked already.
    if (before.state !== 'checked')
      await tx.append([permitted<'scan-checked'>({ life: before, draft, context: { today, rules, names: spellingsOf(meant.person) } })]);
    const life = await lifeOf('request', object, tx);
    const evidence = life.last.scanned?.payload?.sha256;
    const payload: Payloads['acknowledged'] = {
      ...{ statement, locale: meant.document.locale as Payloads['acknowledged']['locale'], how: 'paper', on },
      ...(evidence !== undefined && { evidence }),
    };
    const acknowledged = { actor: actor.id, kind: 'acknowledged', object, payload } as const;
    const seen = seenAtDesk(meant, life, setting);
    await tx.append([permitted<'acknowledged'>({ life, draft: acknowledged, context: { today, rules, ...seen } })]);
  });
}

/** The scan does not do: it is another paper, or nobody signed it. The sheet waits again. */
export async function rejectScan(meant: RequestMeant, reason: string, { storage, actor, today }: Setting): Promise<void> {
  await storage.transaction(async (tx) => {
    const draft = { actor: actor.id, kind: 'scan-rejected', object: meant.request.id, payload: { by: actor.name, reason } } as const;
    const life = await lifeOf('request', meant.request.id, tx);
    await tx.append([permitted<'scan-rejected'>({ life, draft, context: { today, rules: await rulesIn(tx) } })]);
  });
}

export interface Refusing {
  /** In the words of the person; null where none were given, or none other than those that are written down already. */
  readonly reason: string | null;
  readonly witnesses: readonly Witness[];
  readonly on: string;
  /** Whether the record is made though neither a reason nor a witness is known. */
  readonly close?: boolean | undefined;
}

interface Witness {
  readonly name: string;
  readonly post: string | null;
}

export interface Refused {
  /** The number of the act; null where it is not made yet. */
  readonly act: string | null;
  /** Whether the refusal is noted and its record waits: for witnesses, or for anything to say where the country asks for none. */
  readonly waitsForAct: boolean;
  /** What it waits for. */
  readonly waits: 'witnesses' | 'words' | null;
  /** The files of the act, by format. */
  readonly files: Payloads['issued']['files'];
}

/** Why the person does not sign, as it was told last; null where nobody said. */
const reasonIn = (last: Last<'request'>): string | null => last['reason-given']?.payload?.reason ?? last.declined?.payload?.reason ?? null;

/**
 * The person does not sign. The record of it, an act or a note by the country's data, is numbered, made and issued as a document of its own,
 * and closes the request for good. So it is not made before there is what it is to say: the witnesses that the country asks for, elsewhere
 * a reason or a witness, unless `close` says that there is no more. Until then the request waits, and the person may still sign.
 */
export async function refuse(meant: RequestMeant, refusing: Refusing, setting: Setting, problems: Diagnostic[]): Promise<Refused> {
  const { storage, actor, today } = setting;
  const { reason, witnesses, on, close = false } = refusing;
  const law = refusalLawOf(meant.document.jurisdiction, setting.desk.library);
  const object = meant.request.id;
  const said = await storage.transaction(async (tx) => {
    const life = await lifeOf('request', object, tx);
    if (life.state === 'declined') {
      const before = reasonIn(life.last);
      if (reason === null || reason === before) return before;
      const draft = { actor: actor.id, kind: 'reason-given', object, payload: { reason, by: actor.name } } as const;
      await tx.append([permitted<'reason-given'>({ life, draft, context: { today, rules: await rulesIn(tx) } })]);
      return reason;
    }
    const payload = { how: 'in-person', on, ...(reason !== null && { reason }) } as const;
    const draft = { actor: actor.id, kind: 'declined', object, payload } as const;
    const seen = seenAtDesk(meant, life, setting);
    await tx.append([permitted<'declined'>({ life, draft, context: { today, rules: await rulesIn(tx), ...seen } })]);
    return reason;
  });
  const waits = witnesses.length > 0 ? null : law.act ? 'witnesses' : said === null && !close ? 'words' : null;
  if (waits !== null) return { act: null, waitsForAct: true, waits, files: [] };
  const recorded = async (document: string, tx: Transaction): Promise<Draft> => {
    const payload = { by: actor.name, witnesses: witnesses.map(({ name }) => name), document, on };
    const draft = { actor: actor.id, kind: 'refusal-recorded', object, payload } as const;
    const life = await lifeOf('request', object, tx);
    return permitted<'refusal-recorded'>({ life, draft, context: { today, rules: await rulesIn(tx), law, ...seenAct(meant, life, setting) } });
  };
  // Witnesses are looked at before a number is taken for the act.
  await storage.transaction(async (tx) => void (await recorded('d_0', tx)));
  const act = await actFor(
    meant,
    { reason: said, witnesses, on, offeredOn: on, offerer: actor.name, of: object, replaces: null },
    setting,
    problems,
  );
  await storage.transaction(async (tx) => {
    await tx.append([...(await issuing(act, setting, tx)), await recorded(act.id, tx)]);
  });
  return { act: act.number, waitsForAct: false, waits: null, files: act.files };
}

/**
 * Corrects the record of a refusal: a new one with a number of its own takes the place of the one before, which stays listed. What is not
 * named stays as it was. Throws a Refusal where there is none.
 */
export async function amendRefusal(meant: RequestMeant, amending: Refusing, setting: Setting, problems: Diagnostic[]): Promise<Refused> {
  const { storage, actor, today } = setting;
  const law = refusalLawOf(meant.document.jurisdiction, setting.desk.library);
  const object = meant.request.id;
  const { last, seq } = await lifeOf('request', object, storage.read);
  const [recorded, amended] = [last['refusal-recorded']?.payload, last['refusal-amended']?.payload];
  const before = amended?.document ?? recorded?.document;
  const reason = amending.reason ?? amended?.reason ?? reasonIn(last);
  const known = (amended ?? recorded)?.witnesses ?? [];
  const witnesses = amending.witnesses.length > 0 ? amending.witnesses : known.map((name) => ({ name, post: null }));
  const draft = async (document: string, tx: Transaction): Promise<Draft> => {
    const on = amending.on;
    const payload = { by: actor.name, witnesses: witnesses.map(({ name }) => name), document, on, ...(reason !== null && { reason }) };
    const life = await lifeOf('request', object, tx);
    const context = { today, rules: await rulesIn(tx), law, ...seenAct(meant, life, setting) };
    return permitted<'refusal-amended'>({ life, draft: { actor: actor.id, kind: 'refusal-amended', object, payload }, context });
  };
  await storage.transaction(async (tx) => void (await draft('d_0', tx)));
  const old = before === undefined ? undefined : await storage.read.document(before);
  const offeredOn = old?.dated ?? amending.on;
  // The event that was the last one tells one correction from the next, of the same day too.
  const of = `${object}.${seq}`;
  const act = await actFor(
    meant,
    { reason, witnesses, on: amending.on, offeredOn, offerer: recorded?.by ?? actor.name, of, replaces: old?.id ?? null },
    setting,
    problems,
  );
  await storage.transaction(async (tx) => {
    const drafts = [...(await issuing(act, setting, tx))];
    if (old) {
      const life = await lifeOf('document', old.id, tx);
      const replaced = { actor: actor.id, kind: 'replaced', object: old.id, payload: { by: act.id } } as const;
      const context = { today, rules: await rulesIn(tx), successor: 'issued' } as const;
      if (life.state === 'issued') drafts.push(permitted<'replaced'>({ life, draft: replaced, context }));
    }
    await tx.append([...drafts, await draft(act.id, tx)]);
  });
  return { act: act.number, waitsForAct: false, waits: null, files: act.files };
}

/** What life has to know of a record of a refusal. */
const seenAct = (meant: RequestMeant, life: Life<'request'>, setting: Setting) => ({
  names: spellingsOf(meant.person),
  document: seenDocument(meant),
  askedOn: dayOfEvent(life.last.requested, setting),
});

interface Act {
  readonly id: string;
  readonly number: string;
  readonly files: Payloads['issued']['files'];
}

/** That an act is issued; nothing where an interrupted run has said so. */
async function issuing({ id, files }: Act, { actor, today }: Setting, tx: Transaction): Promise<readonly Draft[]> {
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
async function actFor(meant: RequestMeant, says: ActSays, setting: Setting, problems: Diagnostic[]): Promise<Act> {
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
    const series = seriesFor(
      { kind, isDescription: false, role: document.role, department: holding.department, person: person.externalId, dated: on },
      organisation,
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
  const made = await setting.make(numbered, {}, problems);
  if (made.length < numbered.length) return null;
  return { id: row.id, number, files: await keptFiles(made, setting) };
}
