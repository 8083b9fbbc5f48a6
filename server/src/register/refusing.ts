/** That somebody does not sign, with the record of it, and what corrects that. */
import type { Diagnostic, Locale } from 'rolewright';
import type { Draft, Payloads } from '../life/events.js';
import type { Last, Life } from '../life/fold.js';
import type { Transaction } from '../storage/storage.js';
import { seenAtDesk, seenDocument } from './answers.js';
import { lifeOf, permitted } from './ask.js';
import type { RequestMeant } from './find.js';
import { refusalLawOf } from './law.js';
import { postOfNamed, spellingsOf } from './named.js';
import { actFor, issuing } from './refusal-act.js';
import type { Witness } from './refusal-act.js';
import { rulesIn } from './setting.js';
import type { Setting } from './setting.js';
import { dayOfEvent } from './zone.js';

export interface Refusing {
  /** In the words of the person; null where none were given, or none other than those that are written down already. */
  readonly reason: string | null;
  readonly witnesses: readonly Witness[];
  readonly on: string;
  /** Whether the record is made though neither a reason nor a witness is known. */
  readonly close?: boolean | undefined;
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
    const seen = await seenAtDesk(meant, life, setting, tx);
    await tx.append([permitted<'declined'>({ life, draft, context: { today, rules: await rulesIn(tx), ...seen } })]);
    return reason;
  });
  const waits = witnesses.length > 0 ? null : law.act ? 'witnesses' : said === null && !close ? 'words' : null;
  if (waits !== null) return { act: null, waitsForAct: true, waits, files: [] };
  const recorded = async (document: string, tx: Transaction): Promise<Draft> => {
    const payload = { by: actor.name, witnesses: witnesses.map(({ name }) => name), document, on };
    const draft = { actor: actor.id, kind: 'refusal-recorded', object, payload } as const;
    const life = await lifeOf('request', object, tx);
    return permitted<'refusal-recorded'>({
      life,
      draft,
      context: { today, rules: await rulesIn(tx), law, ...seenAct(meant, life, setting) },
    });
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
  const witnesses = amending.witnesses.length > 0 ? amending.witnesses : await witnessesOf(known, meant, setting);
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

/** Witnesses of the record before, with the posts that the organisation or the register knows of them. */
async function witnessesOf(names: readonly string[], { document }: RequestMeant, setting: Setting): Promise<readonly Witness[]> {
  const witnesses: Witness[] = [];
  for (const name of names) witnesses.push({ name, post: await postOfNamed(name, document.locale as Locale, setting) });
  return witnesses;
}

/** What life has to know of a record of a refusal. */
const seenAct = (meant: RequestMeant, life: Life<'request'>, setting: Setting) => ({
  names: spellingsOf(meant.person),
  document: seenDocument(meant),
  askedOn: dayOfEvent(life.last.requested, setting),
});
