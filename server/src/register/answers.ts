/** What people answer in person before HR. */
import type { Payloads } from '../life/events.js';
import type { Life } from '../life/fold.js';
import type { State } from '../life/transitions.js';
import type { Queries } from '../storage/queries.js';
import { lifeOf, permitted } from './ask.js';
import type { RequestMeant } from './find.js';
import { spellingsOf } from './named.js';
import { rulesIn } from './setting.js';
import type { Setting } from './setting.js';
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
export const seenAtDesk = async (meant: RequestMeant, life: Life<'request'>, setting: Setting, read: Pick<Queries, 'eventsOf'>) => ({
  document: seenDocument(meant),
  desk: {
    by: setting.actor.name,
    names: spellingsOf(meant.person),
    askedOn: dayOfEvent(life.last.requested, setting),
    printedOn: await printedOn(meant, setting, read),
  },
});

/** The day on which the sheet of a request was first printed: the first one may come back though it was printed again. */
export async function printedOn(
  { request }: Pick<RequestMeant, 'request'>,
  setting: Setting,
  read: Pick<Queries, 'eventsOf'>,
): Promise<string | null> {
  const events = await read.eventsOf(request.id);
  return dayOfEvent(
    events.find(({ kind }) => kind === 'printed'),
    setting,
  );
}

/** The day on which somebody was asked. */
export async function askedOn({ request }: Pick<RequestMeant, 'request'>, setting: Setting): Promise<string | null> {
  const [first] = await setting.storage.read.eventsOf(request.id);
  return dayOfEvent(first, setting);
}

export const seenDocument = ({ document }: RequestMeant) => ({
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
      permitted<'acknowledged'>({
        life,
        draft,
        context: { today, rules: await rulesIn(tx), ...(await seenAtDesk(meant, life, setting, tx)) },
      }),
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
      permitted<'declined'>({ life, draft, context: { today, rules: await rulesIn(tx), ...(await seenAtDesk(meant, life, setting, tx)) } }),
    ]);
  });
}

/**
 * The acknowledgement was noted by mistake: of another person, or of a paper that nobody was shown. It counts no more, and can be asked
 * for anew; what was noted stays to be read. Where voiding takes two people, so does this.
 */
export async function undoAcknowledgement(
  { request: { id: object }, person }: RequestMeant,
  { reason, second }: { readonly reason: string; readonly second: string | undefined },
  { storage, actor, today }: Setting,
): Promise<void> {
  await storage.transaction(async (tx) => {
    const payload = { reason, by: actor.name, ...(second !== undefined && { second }) };
    const draft = { actor: actor.id, kind: 'acknowledgement-undone', object, payload } as const;
    const context = { today, rules: await rulesIn(tx), names: spellingsOf(person) };
    await tx.append([permitted<'acknowledgement-undone'>({ life: await lifeOf('request', object, tx), draft, context })]);
  });
}
